"""Links that are buttons: a figure that leads to its records, words that are cut where there is no room."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from cluster_desktop.domain.figures.count import Count, Source
from cluster_desktop.domain.text.numbers import show_number


class FigureLink(QPushButton):
    """A link with the figure ("314 người") or other words for it; choosing it shows the records."""

    chosen = Signal(object)
    """The source of the figure."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self._source: Source | None = None
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_figure(self, figure: Count, note: str = "") -> None:
        """Show this figure, followed by a word."""
        self._source = figure.source
        self.setText(self._words or f"{show_number(figure)} {figure.source.words}{note}")
        self.setAccessibleName(figure.source.sentence)
        self.setToolTip("Xem các bản ghi được đếm")
        self.show()

    def _on_clicked(self) -> None:
        if self._source is not None:
            self.chosen.emit(self._source)


class ElidedLink(QPushButton):
    """A link that takes the room there is and never widens its window."""

    def __init__(self, on_click: Callable[[], object]) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(on_click)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._cut()

    def _cut(self) -> None:
        room = self.width() - 6  # its frame
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()
