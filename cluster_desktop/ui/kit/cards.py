"""Cards, bars, banners and empty states."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from cluster_desktop.domain.numbers import show_number
from cluster_desktop.ui import theme
from cluster_desktop.ui.kit.labels import IconLabel, button, label

_BAR_ROW = 24
_ICON_DROP = 3  # px that set a banner's icon level with its first line


class Card(QFrame):
    """A white frame with a title; add what it holds to ``body``."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        self.title = label(title, "section", wraps=True)
        self.title.setVisible(bool(title))
        self.body.addWidget(self.title)


class BarList(QWidget):
    """Words, bars and numbers: how a total divides."""

    def __init__(self, token: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self._counts: dict[str, int] = {}
        self._quiet: frozenset[str] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[str, int], quiet: frozenset[str] = frozenset()) -> None:
        """Show these counts; the words in *quiet* get a grey bar."""
        self._counts, self._quiet = dict(counts), quiet
        told = ", ".join(f"{word}: {show_number(number)}" for word, number in self._counts.items())
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, max(1, len(self._counts)) * _BAR_ROW)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        words = max((metrics.horizontalAdvance(word) for word in self._counts), default=0)
        left = min(words + 12, self.width() // 2)
        right = 12 + max((metrics.horizontalAdvance(show_number(n)) for n in self._counts.values()), default=0)
        largest = max(self._counts.values(), default=0) or 1
        for place, (word, number) in enumerate(self._counts.items()):
            top = place * _BAR_ROW
            shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, left - 8)
            painter.setPen(now.quiet)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, left, _BAR_ROW), middle | Qt.AlignmentFlag.AlignLeft, shown)
            painter.setPen(now.text)
            painter.drawText(
                QRectF(self.width() - right, top, right, _BAR_ROW),
                middle | Qt.AlignmentFlag.AlignRight,
                show_number(number),
            )
            self._paint_bar(painter, QRectF(left, top + 6, self.width() - left - right - 4, 12), number / largest, word)

    def _paint_bar(self, painter: QPainter, rect: QRectF, share: float, word: str) -> None:
        now = theme.colours()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.window)
        painter.drawRoundedRect(rect, 3, 3)
        painter.setBrush(now.line if word in self._quiet else getattr(now, self._token))
        width = max(rect.width() * share, 3.0 if share > 0 else 0.0)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), width, rect.height()), 3, 3)


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
        column.addWidget(IconLabel(icon, 40, "quiet"), 0, Qt.AlignmentFlag.AlignHCenter)
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
