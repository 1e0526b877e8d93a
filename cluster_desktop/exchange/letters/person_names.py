"""Read names of people as they should stand: without titles, with capitals; broken ones are asked about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cluster_desktop.domain.people.vocabulary import AcademicTitle, Degree
from cluster_desktop.domain.text.names import as_name, fold, nfc
from cluster_desktop.domain.text.syllables import has_tone, is_syllable
from cluster_desktop.exchange.letters.damaged_text import cleared, lost_letters
from cluster_desktop.exchange.letters.legacy_text import FONT_ENCODINGS, decode, has_unicode_letters


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DEGREES: Final = {
    **dict.fromkeys(("tskh", "ts", "tien si", "tien sy"), Degree.DOCTOR.label),
    **dict.fromkeys(("ths", "thac si", "thac sy"), Degree.MASTER.label),
    **dict.fromkeys(("cn", "cu nhan", "ks", "ky su"), Degree.BACHELOR.label),
}
_ACADEMIC: Final = {
    **dict.fromkeys(("pgs", "pho giao su"), AcademicTitle.ASSOCIATE_PROFESSOR.label),
    **dict.fromkeys(("gs", "giao su"), AcademicTitle.PROFESSOR.label),
}
_SHORT: Final = (
    r"pgs|gs|tskh|ts|th\.?s|ncs|gvcc|gvc|cvcc|cvc|cn|ks|kts|bs(?:ck[12i]*)?|ds|ls|ngut|ngưt|ngnd|mr|mrs|ms|dr"
)
_LONG: Final = (
    r"phó giáo sư|giáo sư|tiến s[ĩỹ]|thạc s[ĩỹ]|cử nhân|k[ỹĩ] sư|bác s[ĩỹ]|đồng chí|đ\s*/\s*c|đ\.c|đc|ông|bà|thầy|cô"
    r"|nhà giáo ưu tú|nhà giáo nhân dân"
)
_TITLE: Final = re.compile(rf"(?:({_LONG})(?:\s*[:.,]\s*|\s+)|({_SHORT})(?:\s*[.:,/–-]\s*|\s+))(?=\S)", re.IGNORECASE)
_ALSO_NAMES: Final = ("ông", "bà", "thầy", "cô", "đc")  # Ông Thị Lan, Cô Văn Hải, Bà Triệu
_MIDDLE: Final = _words("văn thị hữu đình ngọc đức quang xuân minh thanh hồng quốc bá duy công trọng")
_SHOWN: Final = 60
_SOMEBODY: Final = "Nguyễn Lan"
_NUMBER: Final = re.compile(r"^\(?\d{1,4}\s*[.)/-]\s*(?=[^\W\d_])")
_AFTER: Final = re.compile(r"\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]\s*$|\s*(?:,|;|\n|\s[-–—])\s*(\S.*)$", re.DOTALL)
_POST: Final = re.compile(
    r"(pho|quyen|q\.|truong|giam doc|hieu truong|giang vien|giao vien|chuyen vien|nhan vien|ke toan|van thu|thu quy"
    r"|thu ky|bi thu|chu tich|uy vien|can bo|vien chuc|lai xe|bao ve|ht|pht|tp|ptp|tk|ptk)\b"
)
_COLLECTIVE: Final = re.compile(
    r"(khoa|phòng|ban|tổ|trung tâm|bộ môn|văn phòng|trường|học viện|đơn vị|tập thể|chi bộ|đảng bộ|đảng ủy|công đoàn"
    r"|đoàn|hội|liên đoàn|sở|ủy ban|tỉnh|thành phố|các|lớp|nhóm|đội|cụm|khối|cơ quan|lãnh đạo)\b",
    re.IGNORECASE,
)
_SMALL: Final = _words("de da di du del della la le van von der den bin binti ibn al el y và")
_USUAL: Final = _words(
    "Nguyễn Trần Phạm Huỳnh Võ Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lương Đinh Đoàn Lường Tẩn Sùng Giàng Thào Vàng Nông Triệu "
    "Thị Văn Đức Hữu Quốc Ngọc Xuân Đình Hùng Dũng Tuấn Hương Hường Phương Phượng Nguyệt Thủy Hiền Hiệp Đạt Đông Điệp"
)
_SIGN: Final = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff]")
"""Pictures that people put behind a name on their phones, which no certificate can print."""
_LOST_LETTER: Final = re.compile(r"\\\?|\ufffd+")


@dataclass(slots=True)
class ListedName:
    """A name as it should stand.

    ``texts`` are what its titles and the words after it say, by field key; ``notices`` tell what was changed,
    ``problem`` why it cannot be taken ('' for none).
    """

    name: str
    texts: dict[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    problem: str = ""


@dataclass(slots=True)
class PersonNames:
    """A reader of the names of one column; words seen to be right are passed over quickly.

    *as_typed* leaves capitals and titles alone; *with_posts* takes a post that stands after the name;
    *collectives* tells that departments and units stand among the names.
    """

    as_typed: bool = False
    with_posts: bool = True
    collectives: bool = False
    right: set[str] = field(default_factory=set)

    def read(self, text: str) -> ListedName | None:
        """Read a name; None where it stands as it should."""
        unknown = [word for word in text.split(" ") if word not in self.right and not word.isdecimal()]
        if not unknown:
            return None
        listed = self._examined(text)
        if listed.name == text and not listed.problem and not listed.notices:
            self.right.update(word for word in unknown if word and _is_plain(word))
            return None
        return listed

    def _examined(self, text: str) -> ListedName:
        listed = ListedName(cleared(text))
        if listed.name.split() != text.split():
            listed.notices = (f"Tên có ký tự ẩn, được đọc là “{nfc(listed.name)}”.",)
        text = listed.name
        if problem := _damage(nfc(text)):
            listed.problem = problem
        elif not self.as_typed and not (self.collectives and _may_be_collective(text)):
            self._put_right(text, listed)
        if not listed.problem and (odd := _odd_word(listed.name)):
            listed.notices += (
                f"“{odd[:_SHOWN]}” trong tên “{nfc(listed.name)[:_SHOWN]}” không giống tiếng Việt. Hãy kiểm tra.",
            )
        if not listed.problem and (sign := _SIGN.search(listed.name)):
            listed.notices += (f"Tên “{nfc(listed.name)[:_SHOWN]}” có ký hiệu “{sign.group()}”. Hãy kiểm tra.",)
        return listed

    def _put_right(self, text: str, listed: ListedName) -> None:
        name, taken = _without_titles(_NUMBER.sub("", text.lstrip(), count=1))
        listed.texts.update(_said_by(taken))
        after = _AFTER.search(name)
        name, rest = (name[: after.start()], name[after.start() :]) if after else (name, "")
        words = nfc(after.group(1) or after.group(2)) if after else ""
        if words and (titles := _titles_alone(words)):
            listed.texts.update(_said_by(titles))
            rest = ""
        elif self.with_posts and _POST.match(fold(words)):
            listed.texts["position"] = words[:1].upper() + words[1:]
            rest = ""
        mixed = self.collectives and name not in (name.upper(), name.lower())
        stands = f"{nfc(name) if mixed else _capitalised(nfc(name))}{rest}"
        if nfc(stands) != nfc(text):
            listed.name = stands
            listed.notices += (f"“{nfc(text)}” được ghi là “{nfc(stands)}”.",)


def _is_plain(word: str) -> bool:
    return _capitalised(word) == word and not _TITLE.match(f"{word} a")


def _without_titles(text: str) -> tuple[str, list[str]]:
    taken: list[str] = []
    while match := _TITLE.match(text):
        rest, title = text[match.end() :], match.group(1) or match.group(2)
        named = title.lower() not in _ALSO_NAMES or _names_somebody(text[match.end(1) :], rest)
        if not named or not any(map(str.isalpha, rest)):
            break
        taken.append(fold(title).replace(".", ""))
        text = rest
    return text, taken


def _titles_alone(words: str) -> list[str]:
    """List the titles of words that are nothing else: "ThS", "PGS.TS."."""
    rest, titles = _without_titles(f"{words.rstrip(' .')}. {_SOMEBODY}")
    return titles if rest == _SOMEBODY else []


def _names_somebody(mark: str, rest: str) -> bool:
    """Check that a whole name is left when a word that may be part of a name is taken for a title."""
    words = rest.split()
    return mark.lstrip()[:1] in (".", ":") or (len(words) > 1 and words[0].lower() not in _MIDDLE)


def _said_by(titles: list[str]) -> Mapping[str, str]:
    degrees = [_DEGREES[title] for title in titles if title in _DEGREES]
    academic = [_ACADEMIC[title] for title in titles if title in _ACADEMIC]
    return {**({"degree": degrees[0]} if degrees else {}), **({"academic_title": academic[0]} if academic else {})}


def _capitalised(name: str) -> str:
    """Begin each word of a name with a capital: "lò văn cường", "NGUYỄN VĂN A", "NguyỄn Văn An"."""
    if name == name.lower():
        return " ".join(_begun(word) for word in name.split(" "))
    name = as_name(name)
    return " ".join(_mended_word(word) for word in name.split(" "))


def _begun(word: str) -> str:
    return re.sub(r"^([^\w]*)([^\W\d_])", lambda match: match.group(1) + match.group(2).upper(), word)


def _mended_word(word: str) -> str:
    if word[:1].islower() and word not in _SMALL:
        return _begun(word)
    mixed = word != word.upper() and any(letter.isupper() for letter in word[1:])
    return word.capitalize() if mixed and not word.isascii() and is_syllable(word) else word


def _damage(name: str) -> str:
    """Say what is broken in a name; '' for nothing."""
    if lost_letters(name) or "?" in name:
        meant = _with_letters(name)
        asked = f" Có phải “{meant}”?" if meant != name else ""
        return f"Tên “{name}” bị mất chữ hoặc sai bảng mã.{asked} Hãy sửa theo danh sách gốc."
    for word in name.split():
        if word.isascii() or has_unicode_letters(word) or is_syllable(word):
            continue
        for encoding in FONT_ENCODINGS:
            if is_syllable(read := decode(word, encoding)) and read.lower() != word.lower():
                meant = " ".join(decode(each, encoding) for each in name.split())
                return f"Tên “{name}” như viết bằng phông chữ cũ. Có phải “{_capitalised(meant)}”? Hãy sửa lại."
    return ""


def _with_letters(name: str) -> str:
    """Put letters in the place of lost ones where only one usual word of names fits."""
    return " ".join(_meant(word) if "?" in word or "\ufffd" in word else word for word in name.split())


def _meant(word: str) -> str:
    pattern = re.compile(_LOST_LETTER.sub(".", re.escape(word)), re.IGNORECASE)
    fitting = [usual for usual in _USUAL if pattern.fullmatch(usual)]
    return fitting[0] if len(fitting) == 1 else word


def _odd_word(name: str) -> str:
    """Find a word with the tones of Vietnamese that is no syllable of it; names of other peoples have none."""
    words = re.findall(r"[^\W\d_]+", nfc(name))
    return next((word for word in words if not word.isascii() and has_tone(word) and not is_syllable(word)), "")


def _may_be_collective(text: str) -> bool:
    return bool(_COLLECTIVE.match(text.lstrip())) or not all(map(is_syllable, re.findall(r"[^\W\d_]+", text)))
