"""Cards, banners and empty states."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cluster_desktop.ui.kit.figure_link import FigureLink
from cluster_desktop.ui.kit.labels import IconLabel, button, label

_ICON_DROP = 3  # px that set a banner's icon level with its first line
_HEAD = 24  # px of a line of head, with a total or without


class Card(QFrame):
    """A white frame with a title and, where it tells one, a total; add what it holds to ``body``."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        self.title = label(title, "section", wraps=True)
        self.title.setVisible(bool(title))
        self.title.setMinimumHeight(_HEAD)
        self.figure = FigureLink()
        self.figure.setFixedHeight(_HEAD)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)


class Banner(QFrame):
    """A sentence on a coloured ground above what it speaks of, with what one can do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 8, 8)
        self._icon = IconLabel(size=18)
        self._text = label("", wraps=True)
        self._buttons: list[QWidget] = []
        beside = QVBoxLayout()
        beside.setContentsMargins(0, _ICON_DROP, 0, 0)
        beside.addWidget(self._icon)
        beside.addStretch()
        self._row.addLayout(beside)
        self._row.addWidget(self._text, 1)
        self.hide()

    def show_text(self, text: str, kind: str = "caution", *acts: tuple[str, Callable[[], object]]) -> None:
        """Say *text*; *acts* are (words, function) for links beside it."""
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [button(words, act, kind="link") for words, act in acts]
        for made in self._buttons:
            self._row.addWidget(made)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.set_icon(_ICONS[kind], kind)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()

    def text(self) -> str:
        """What it says."""
        return self._text.text()


_ICONS = {"caution": "warning", "wrong": "error", "good": "success", "accent": "info"}

_TONES = {"warning": "caution"}


class EmptyState(QWidget):
    """Nothing here yet: a picture, a sentence that says what to do, and the button that does it."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        acts: tuple[tuple[str, Callable[[], object]], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(IconLabel(icon, 40, _TONES.get(icon, "quiet")), 0, Qt.AlignmentFlag.AlignHCenter)
        self.title = label(title, "record", wraps=True)
        self.sentence = label(sentence, "quiet", wraps=True)
        for words in (self.title, self.sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        row = QHBoxLayout()
        row.addStretch()
        for place, (name, act) in enumerate(acts):
            row.addWidget(button(name, act, kind="primary" if place == 0 else ""))
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
