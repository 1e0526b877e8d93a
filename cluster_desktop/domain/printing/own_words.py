"""The words an office writes into its documents itself, part by part, instead of those of the model."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.text.names import fold, nfc_lines


class WordsPart(StrEnum):
    """A part of a document whose words are the office's; the value is its key in settings and commands."""

    COMPETENCE = "competence"
    BASES = "bases"
    ADDRESSEE = "addressee"
    STRENGTHS = "strengths"
    WEAKNESSES = "weaknesses"
    PLANS = "plans"
    CLOSING = "closing"
    RECIPIENTS = "recipients"
    SIGNER = "signer"
    SIGNER_NAME = "signer_name"

    @property
    def label(self) -> str:
        """Its name on the screen."""
        return _LABELS[self]

    @property
    def free(self) -> bool:
        """True for running text that only the office can tell; there is no model of it."""
        return self in _FREE

    @property
    def yearly(self) -> bool:
        """True for what holds for one year: what is told of it, its law, and who signs; later they are others."""
        return self.free or self in _OF_THE_DAY

    @property
    def hint(self) -> str:
        """How it is written, in one sentence."""
        return _HINTS.get(self, _A_LINE_EACH)

    @property
    def limit(self) -> int:
        """The most letters that still leave a page for the rest."""
        return _LIMITS.get(self, 2_000)


_LABELS: Final = {
    WordsPart.COMPETENCE: "Căn cứ thêm",
    WordsPart.BASES: "Căn cứ thay mẫu",
    WordsPart.ADDRESSEE: "Kính gửi",
    WordsPart.STRENGTHS: "Ưu điểm",
    WordsPart.WEAKNESSES: "Hạn chế, nguyên nhân",
    WordsPart.PLANS: "Phương hướng, nhiệm vụ năm sau",
    WordsPart.CLOSING: "Câu kết",
    WordsPart.RECIPIENTS: "Nơi nhận",
    WordsPart.SIGNER: "Chức vụ người ký",
    WordsPart.SIGNER_NAME: "Họ tên người ký",
}
_FREE: Final = frozenset({WordsPart.STRENGTHS, WordsPart.WEAKNESSES, WordsPart.PLANS})
_OF_THE_DAY: Final = frozenset({WordsPart.BASES, WordsPart.SIGNER, WordsPart.SIGNER_NAME})
_LIMITS: Final = {
    **dict.fromkeys(_FREE, 100_000),
    WordsPart.BASES: 6_000,
    WordsPart.SIGNER: 300,
    WordsPart.SIGNER_NAME: 100,
}
_A_LINE_EACH: Final = "Mỗi dòng là một đoạn."
_ROOM_ELSE: Final = f"{_A_LINE_EACH} Để trống thì chừa dòng chấm để viết tay."
_HINTS: Final = {
    **dict.fromkeys(_FREE, _ROOM_ELSE),
    WordsPart.COMPETENCE: "Đứng đầu các căn cứ, ví dụ văn bản giao thẩm quyền; mỗi dòng một căn cứ.",
    WordsPart.BASES: "Thay mọi căn cứ của mẫu; mỗi dòng một căn cứ.",
    WordsPart.ADDRESSEE: "Mỗi dòng một nơi gửi.",
    WordsPart.RECIPIENTS: "Mỗi dòng một nơi nhận, dòng cuối là “Lưu: VT, …”.",
    WordsPart.SIGNER: "Mỗi dòng như trên giấy, ví dụ “KT. HIỆU TRƯỞNG” rồi “PHÓ HIỆU TRƯỞNG”.",
    WordsPart.SIGNER_NAME: "Để trống thì theo mẫu; ghi chức vụ khác mẫu mà không ghi tên thì chừa chỗ ký.",
}
PREFIX: Final = "words."
"""The beginning of the settings that hold them."""
_STARTS: Final = {"annual-summary": "summary"}
"""Of the words of a year, where books of earlier programs keep them."""
_YEAR_IN_KEY: Final = re.compile(r"(?:summary|words\.[^.]+\.[^.]+)\.(\d{4})\.")
YEAR: Final = "nam"
SCOPE: Final = "don_vi"
_FILLINGS: Final = (YEAR, SCOPE)
_FILLING: Final = re.compile(r"\{([^{}]*)\}")
_LIST_SIGNS: Final = re.compile(r"^[-–•+*]\s*|[\s;.,/]+$")
_BASIS_WORDS: Final = ("can cu ", "xet ", "theo ", "thuc hien ", "tren co so ")
_TO: Final = re.compile(r"^kính gửi\s*:\s*", re.IGNORECASE)


class WordsProblem(ValueError):
    """What an office wrote cannot be used; ``str`` of it is one sentence."""


def ready_words(part: WordsPart, typed: str) -> str:
    """*typed* as it is kept: composed letters, no empty lines around it. Raises WordsProblem."""
    text = nfc_lines(typed).strip()
    if len(text) > part.limit:
        raise WordsProblem(f"“{part.label}” dài {len(text)} chữ, nhiều nhất là {part.limit}. Hãy viết gọn lại.")
    known = " và ".join(f"{{{name}}}" for name in _FILLINGS)
    unknown = next((name for name in _FILLING.findall(text) if name not in _FILLINGS), None)
    if not part.free and unknown is not None:
        raise WordsProblem(f"“{part.label}” có ô điền “{{{unknown}}}” mà chương trình không biết. Chỉ dùng {known}.")
    if not part.free and re.search("[{}]", _FILLING.sub("", text)):
        raise WordsProblem(f"“{part.label}” có dấu ngoặc nhọn thiếu cặp. Hãy bỏ đi, hoặc viết đúng {known}.")
    return text


@dataclass(frozen=True, slots=True)
class WordsPlace:
    """Where the words of one kind of document are kept: of a unit ('' for the cluster), some of them for one year."""

    document: str
    unit_uid: str
    year: int

    def key(self, part: WordsPart) -> str:
        """The name of the setting that holds a part."""
        if part.free and self.document in _STARTS:
            return f"{_STARTS[self.document]}.{self.year}.{part}"
        year = f".{self.year}" if part.yearly else ""
        return f"{PREFIX}{self.document}.{self.unit_uid or 'cluster'}{year}.{part}"


def year_of_key(key: str) -> int | None:
    """The year of the words that a setting holds; None where they hold for every year, or it holds something else."""
    found = _YEAR_IN_KEY.match(key)
    return int(found[1]) if found else None


@dataclass(frozen=True, slots=True)
class OwnWording:
    """The parts of a composed document that an office may write itself, with the words of the model for each."""

    place: WordsPlace
    scope: str
    """Whose document it is."""
    models: Mapping[WordsPart, tuple[str, ...]]

    def model(self, part: WordsPart) -> str:
        """What the model says in a part, a line each."""
        return "\n".join(self.models[part])


class OfficeWords:
    """The words of an office for one document; it notes which parts the document has and what the model says."""

    def __init__(
        self, place: WordsPlace | None = None, scope: str = "", own: Mapping[WordsPart, str] | None = None
    ) -> None:
        self._place, self._scope = place, scope
        self._own = dict(own or {})
        self._models: dict[WordsPart, tuple[str, ...]] = {}
        self._signing: tuple[tuple[str, ...], str] = ((), "")

    @property
    def wording(self) -> OwnWording | None:
        """The parts the document asked for until now, in the order they stand in; None where nobody may write any."""
        if self._place is None:
            return None
        models = {part: self._models[part] for part in WordsPart if part in self._models}
        return OwnWording(self._place, self._scope, models)

    def lines(self, part: WordsPart, model: Iterable[str] = ()) -> tuple[str, ...]:
        """The office's lines for a part, else those of the model."""
        self._models[part] = tuple(model)
        return self._lines(part) or self._models[part]

    def bases(self, model: Iterable[str]) -> tuple[str, ...]:
        """Legal bases as whole phrases: those that give competence, then the office's own or the model's."""
        self._models[WordsPart.COMPETENCE] = ()
        own = self.lines(WordsPart.BASES, model)
        return tuple(map(_basis, (*self._lines(WordsPart.COMPETENCE), *own)))

    def addressees(self, model: Iterable[str]) -> tuple[str, ...]:
        """The bodies addressed, without "Kính gửi"."""
        lines = (bare(_TO.sub("", line)) for line in self.lines(WordsPart.ADDRESSEE, model))
        return tuple(line for line in lines if line)

    def signing(self, titles: tuple[str, ...], name: str) -> tuple[tuple[str, ...], str]:
        """The titles over a signature and the name below: another title never stands over the model's name."""
        self._signing = titles, name
        own_titles, own_name = self._lines(WordsPart.SIGNER), "".join(self._lines(WordsPart.SIGNER_NAME))
        if own_titles and tuple(map(fold, own_titles)) != tuple(map(fold, titles)):
            return own_titles, own_name or ROOM
        return titles, own_name or name

    def offer_signing(self) -> None:
        """Note that the document bears this signature."""
        titles, name = self._signing
        self._models[WordsPart.SIGNER], self._models[WordsPart.SIGNER_NAME] = titles, (name,)

    def _lines(self, part: WordsPart) -> tuple[str, ...]:
        year = str(self._place.year) if self._place else ""
        text = self._own.get(part, "").replace(f"{{{YEAR}}}", year).replace(f"{{{SCOPE}}}", self._scope)
        return tuple(line for line in map(str.strip, text.split("\n")) if bare(line))


def bare(line: str) -> str:
    """A line of a list without its dash and its last sign, which the list sets itself."""
    return _LIST_SIGNS.sub("", line.strip())


def _basis(line: str) -> str:
    words = bare(line)
    return words if fold(words).startswith(_BASIS_WORDS) else f"Căn cứ {words}"
