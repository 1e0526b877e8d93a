"""Faults noticed before a sheet is spent: missing glyphs, texts that do not fit, values nobody gave."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cluster_desktop.documents.certificates.code_drawing import SMALLEST, square_size
from cluster_desktop.documents.certificates.layout import VARIABLES, CodeSlot
from cluster_desktop.documents.certificates.typeset import SetPage, SetText


class FindingKind(Enum):
    SHRUNK = "shrunk"
    OVERFLOW = "overflow"
    GLYPHS = "glyphs"
    MISSING = "missing"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class FitFinding:
    """One thing about one box of one certificate, with a Vietnamese sentence."""

    index: int
    """Place of the certificate in what was to be printed, from 0."""
    recipient: str
    box: str
    kind: FindingKind
    sentence: str
    size: float | None = None
    """The size in points a shrunk text came down to."""
    letters: str = ""
    """The letters the face lacks."""

    @property
    def blocking(self) -> bool:
        """True where printing waits for this to be put right; a text that shrank or a fine code does not hold it up."""
        return self.kind not in (FindingKind.SHRUNK, FindingKind.CODE)


def findings_of(index: int, recipient: str, page: SetPage) -> Iterator[FitFinding]:
    """Everything found on one set certificate, in the order of its boxes."""
    who = recipient or f"Tờ thứ {index + 1}"
    for box, key in page.absent:
        sentence = f"{who}: thiếu {VARIABLES[key].label}. Hãy nhập rồi in lại."
        yield FitFinding(index=index, recipient=recipient, box=box.key, kind=FindingKind.MISSING, sentence=sentence)
    for text in page.texts:
        if text.missing:
            yield _glyphs(index, recipient, who, text)
        if not text.fitted.fits:
            yield _overflow(index, recipient, who, text)
        elif text.fitted.size < text.box.size:
            yield _shrunk(index, recipient, who, text)


def code_findings(index: int, recipient: str, code: str, slot: CodeSlot | None) -> Iterator[FitFinding]:
    """Faults of the square code of one certificate; *code* is '' for none."""
    if not code:
        return
    if slot is None and index == 0:
        sentence = "Mẫu giấy này không có chỗ cho mã kiểm tra nên mã không in. Hãy thêm phần [code] vào mẫu."
        yield FitFinding(index=index, recipient=recipient, box="code", kind=FindingKind.CODE, sentence=sentence)
    if slot is not None and square_size(code, slot.width) < SMALLEST:
        what = "lời ghi dài nên mã kiểm tra quá mịn, máy quét khó đọc. Hãy nới khung mã hoặc rút gọn."
        sentence = f"{recipient or f'Tờ thứ {index + 1}'}: {what}"
        yield FitFinding(index=index, recipient=recipient, box="code", kind=FindingKind.CODE, sentence=sentence)


def _glyphs(index: int, recipient: str, who: str, text: SetText) -> FitFinding:
    return FitFinding(
        index=index,
        recipient=recipient,
        box=text.key,
        kind=FindingKind.GLYPHS,
        sentence=f"{who}: kiểu chữ của mục {text.box.label} không có “{text.missing}”. Hãy sửa lại chữ đó.",
        letters=text.missing,
    )


def _overflow(index: int, recipient: str, who: str, text: SetText) -> FitFinding:
    return FitFinding(
        index=index,
        recipient=recipient,
        box=text.key,
        kind=FindingKind.OVERFLOW,
        sentence=f"{who}: {text.box.label} quá dài, không vừa tờ giấy dù đã thu nhỏ. Hãy rút gọn.",
    )


def _shrunk(index: int, recipient: str, who: str, text: SetText) -> FitFinding:
    size = text.fitted.size
    shown = f"{size:.1f}".removesuffix(".0").replace(".", ",")
    return FitFinding(
        index=index,
        recipient=recipient,
        box=text.key,
        kind=FindingKind.SHRUNK,
        sentence=f"{who}: {text.box.label} đã thu nhỏ còn {shown} pt cho vừa.",
        size=size,
    )
