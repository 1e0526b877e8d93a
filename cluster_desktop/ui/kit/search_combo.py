"""A combo box with search: "xay dung" finds "Khoa Xây dựng Đảng"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget
from typing_extensions import override

from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.searching import match_rank, same_words

_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_EDIT: Final = int(Qt.ItemDataRole.EditRole)
_SIZE: Final = int(Qt.ItemDataRole.SizeHintRole)
_LINE: Final = 30  # px
_NOWHERE: Final = QModelIndex()
_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class SearchCandidate:
    """A choice on offer: its code or uid, its words, and what distinguishes it from others of the same words."""

    key: str
    label: str
    detail: str = ""


Finder = Callable[[str], Sequence[SearchCandidate]]


class _Candidates(QAbstractListModel):
    """The model of the list below the combo."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: Sequence[SearchCandidate] = ()

    def offer(self, items: Sequence[SearchCandidate]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        if role == _SIZE:
            return QSize(0, _LINE)
        if role not in (_DISPLAY, _EDIT):
            return None
        item = self.items[index.row()]
        return f"{item.label}  ·  {item.detail}" if role == _DISPLAY and item.detail else item.label


class SearchCombo(QComboBox):
    """Text with a list of candidates that follows what is typed; marks and capitals make no difference.

    ``chosen`` is the candidate behind the text, None when the text stands for none.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, find: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent, editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self.chosen: SearchCandidate | None = None
        self._find = find
        self._candidates = _Candidates(self)
        self.line = QLineEdit()
        self.setLineEdit(self.line)
        self._completer = completer = QCompleter(self._candidates, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(_EDIT)
        completer.setMaxVisibleItems(_SHOWN)
        completer.activated[QModelIndex].connect(self._on_completer_activated)  # type: ignore[index]
        self.setCompleter(completer)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.line.textEdited.connect(self._on_text_edited)

    def text(self) -> str:
        """Return the text in the box."""
        return self.currentText()

    def put(self, chosen: SearchCandidate | None, text: str) -> None:
        """Show a stored choice without a signal."""
        self.chosen = chosen
        self.setEditText(text)
        self.line.setCursorPosition(0)
        self._close_list()

    def settle(self) -> None:
        """Take the candidate that the typed text stands for, if there is exactly one."""
        text = self.text()
        if self.chosen is not None or not names.fold(text):
            return
        candidates = self._find(text)
        same = [item for item in candidates if same_words(text, item.label)]
        if len(same) == 1 or len(candidates) == 1:
            self._take((same or list(candidates))[0])

    def _take(self, candidate: SearchCandidate) -> None:
        self.put(candidate, candidate.label)
        self.changed.emit()

    def _offer(self, text: str) -> None:
        self._candidates.offer(self._find(text))
        if self._candidates.items:
            self._completer.complete()
        else:
            self._close_list()

    def _close_list(self) -> None:
        if (popup := self._completer.popup()) is not None:
            popup.hide()

    @override
    def showPopup(self) -> None:
        self.setFocus()
        self._offer("")

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.showPopup()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    def _on_text_edited(self, text: str) -> None:
        self.chosen = None
        self._offer(text)
        self.changed.emit()

    def _on_completer_activated(self, index: QModelIndex) -> None:
        self._take(self._candidates.items[index.row()])


def matching(candidates: Sequence[SearchCandidate], text: str) -> list[SearchCandidate]:
    """Return the candidates that match the text, best first; all of them for no text."""
    if not names.fold(text):
        return list(candidates)
    ranked = [(match_rank(text, item.label), item) for item in candidates]
    return [item for _rank, item in sorted((pair for pair in ranked if pair[0] is not None), key=_rank_of)]


def _rank_of(pair: tuple[int | None, SearchCandidate]) -> int:
    return pair[0] or 0
