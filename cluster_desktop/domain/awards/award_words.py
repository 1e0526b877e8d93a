"""Titles and commendations as people write them: "CSTĐCS", "Chiến sỹ thi đua cơ sở", "Giấy khen của Hiệu trưởng"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cluster_desktop.domain.awards.awards import AWARD_KINDS, AwardKind
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.text.names import fold, nfc

_WORDS: Final = re.compile(r"[^\W_]+")
_PARTS: Final = re.compile(r"\n|,| và | va ")
_SURE_PARTS: Final = re.compile(r"[;+]")
_YEAR: Final = re.compile(r"\b(?:nam(?: hoc)?|giai doan) \d{4}(?: \d{4})?\b|\b(?:19|20)\d\d\b")
_HEAD: Final = re.compile(r"^(?:(?:de nghi|xet|tang|cong nhan|danh hieu thi dua|danh hieu|hinh thuc)\b ?)+")
_FIGHTER: Final = "(?:cstd|chien si thi dua|chien si td)"

# Read from the top; what is written for fewer stands before what is written for more.
_PATTERNS: Final = (
    (AwardKind.NATION_FIGHTER, rf"{_FIGHTER} ?(?:toan quoc|tq)\b"),
    (AwardKind.SCHOOL_FIGHTER, rf"{_FIGHTER} ?(?:cap )?(?:co so|cs|cap truong)\b"),
    (AwardKind.PROVINCE_FIGHTER, rf"{_FIGHTER} ?(?:cap )?(?:bo|tinh|nganh|hoc vien|hv|t|ubnd)\b"),
    (AwardKind.EXCELLENT_COLLECTIVE, r"(?:tap the|tt) ?(?:lao dong xuat sac|ldxs)\b|\b(?:lao dong xuat sac|ldxs)\b"),
    (AwardKind.ADVANCED_COLLECTIVE, r"(?:tap the|tt) ?(?:lao dong tien tien|ldtt|tien tien)\b"),
    (AwardKind.ADVANCED_WORKER, r"\b(?:lao dong tien tien|ldtt|ld tien tien)\b"),
    (AwardKind.GOVERNMENT_FLAG, r"\bco (?:thi dua )?(?:cua )?(?:chinh phu|thu tuong|cp)\b|\bctd cp\b"),
    (AwardKind.PROVINCE_FLAG, r"\bco thi dua\b|^co (?:cua )?(?:ubnd|tinh|hoc vien|bo)\b|\bctd\b"),
    (AwardKind.NATION_MERIT, r"(?:bang khen|bk) (?:cua )?(?:thu tuong|ttg|ttcp|chinh phu)\b"),
    (AwardKind.PROVINCE_MERIT, r"\bbang khen\b|^bk\b"),
    (AwardKind.LETTER_OF_PRAISE, r"\bgiai khen\b|^gk\b"),
    (AwardKind.LABOUR_ORDER_1, r"(?:huan chuong lao dong|hcld|hc lao dong) ?(?:hang )?(?:nhat|1|i)\b"),
    (AwardKind.LABOUR_ORDER_2, r"(?:huan chuong lao dong|hcld|hc lao dong) ?(?:hang )?(?:nhi|2|ii)\b"),
    (AwardKind.LABOUR_ORDER_3, r"(?:huan chuong lao dong|hcld|hc lao dong) ?(?:hang )?(?:ba|3|iii)\b"),
    (AwardKind.INDEPENDENCE_ORDER_1, r"(?:huan chuong doc lap|hcdl|hc doc lap) ?(?:hang )?(?:nhat|1|i)\b"),
    (AwardKind.INDEPENDENCE_ORDER_2, r"(?:huan chuong doc lap|hcdl|hc doc lap) ?(?:hang )?(?:nhi|2|ii)\b"),
    (AwardKind.INDEPENDENCE_ORDER_3, r"(?:huan chuong doc lap|hcdl|hc doc lap) ?(?:hang )?(?:ba|3|iii)\b"),
    (AwardKind.HO_CHI_MINH_ORDER, r"\b(?:huan chuong|hc) ho chi minh\b"),
    (AwardKind.GOLD_STAR_ORDER, r"\b(?:huan chuong|hc) sao vang\b"),
    (AwardKind.LABOUR_HERO, r"\banh hung (?:lao dong|ld)\b"),
    (AwardKind.MERITORIOUS_TEACHER, r"\bnha giao uu tu\b|^ngut\b"),
    (AwardKind.PEOPLES_TEACHER, r"\bnha giao nhan dan\b|^ngnd\b"),
    (AwardKind.COMMEMORATIVE_MEDAL, r"\bki niem chuong\b|^knc\b"),
)
_COMPILED: Final = tuple((code, re.compile(pattern)) for code, pattern in _PATTERNS)
_FOR_COLLECTIVES: Final[Mapping[str, str]] = {AwardKind.ADVANCED_WORKER: AwardKind.ADVANCED_COLLECTIVE}


@dataclass(frozen=True, slots=True)
class NamedAward:
    """An award by its code, with the words it was written in where they say more than its usual names."""

    code: str
    words: str = ""


def plain(text: str) -> str:
    """The words alone: no marks, no punctuation, i for y, without "danh hiệu" and the year."""
    key = " ".join(_WORDS.findall(fold(text))).replace("y", "i")
    return " ".join(_HEAD.sub("", _YEAR.sub(" ", key).strip()).split()) or key


def award_of(text: str, *, collective: bool = False) -> NamedAward | None:
    """The award these words mean; None when they name none, or one of two ("Chiến sĩ thi đua").

    "Lao động tiên tiến" means the collective title where the recipient is a collective.
    """
    key = plain(text)
    code = _usual().get(key) or next((code for code, pattern in _COMPILED if pattern.search(key)), None)
    if code is None:
        return None
    code = _FOR_COLLECTIVES.get(code, code) if collective else code
    official = key in _usual() or key in _SHORT
    return NamedAward(code, "" if official else nfc(text))


def only_award_of(text: str) -> str | None:
    """The code of the one award a sentence names; None when it names none, or several."""
    rest = plain(text)
    codes = []
    for code, pattern in _COMPILED:
        if pattern.search(rest):
            codes.append(code)
            rest = pattern.sub(" ", rest)
    return codes[0] if len(codes) == 1 else None


def awards_of(text: str, *, collective: bool = False) -> tuple[NamedAward, ...]:
    """Every award of a cell that may hold several ("LĐTT; CSTĐCS"); empty when a part names none."""
    sure = [part for part in _SURE_PARTS.split(text) if part.strip()]
    if len(sure) > 1:
        groups = [awards_of(part, collective=collective) for part in sure]
        return tuple(award for group in groups for award in group) if all(groups) else ()
    parts = [part for part in _PARTS.split(text) if part.strip()]
    several = [award for part in parts if (award := award_of(part, collective=collective))]
    if len(parts) > 1 and len(several) == len(parts):
        return tuple(several)
    whole = award_of(text, collective=collective)
    return (whole,) if whole else ()


def level_of(code: str, words: str = "") -> str:
    """The level that decides on an award, as a code of the decision levels; the words may name the Academy."""
    level = AWARD_KINDS[code].level
    return DecisionLevel.ACADEMY if level == DecisionLevel.PROVINCE and "hoc vien" in plain(words) else level


def _usual() -> dict[str, str]:
    """Every official, short and earlier name, and code, by its plain words."""
    if not _USUAL:
        for kind in AWARD_KINDS.values():
            for words in (kind.label, *kind.aliases, kind.code):
                _USUAL.setdefault(plain(words), kind.code)
    return _USUAL


_USUAL: dict[str, str] = {}
_SHORT: Final = frozenset(
    plain(words)
    for words in (
        *("LĐTT", "CSTĐCS", "CSTĐ CS", "CSTĐ", "CSTĐT", "CSTĐTQ", "CSTĐ TQ", "TTLĐTT", "TTLĐXS", "TT LĐTT", "TT LĐXS"),
        *("Chiến sĩ thi đua tỉnh", "CSTĐ tỉnh", "Lao động TT", "LĐ tiên tiến", "LĐXS", "Lao động xuất sắc"),
        *("Tập thể tiên tiến", "HCLĐ Nhất", "HCLĐ Nhì", "HCLĐ Ba", "Bằng khen Thủ tướng", "Bằng khen của Thủ tướng"),
        *("BK TTg", "Bằng khen của Thủ tướng Chính phủ"),
    )
)
