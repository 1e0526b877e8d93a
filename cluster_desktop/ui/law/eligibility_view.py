"""A view of a judgement; its links lead to the records it read."""

from typing import Any, Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from cluster_desktop.domain.law.eligibility.verdict import Judgement
from cluster_desktop.ui.kit import icons, theme
from cluster_desktop.ui.law.eligibility_text import ICONS, TONES, judgement_html

_ICON: Final = 16


class EligibilityView(QTextBrowser):
    """A judgement; ``record_requested`` (kind, uid): a record it read."""

    record_requested = Signal(str, str)

    def __init__(self, *, named: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._named = named
        self._shown: Judgement | None = None
        self._sentence = ""
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName("Điều kiện theo quy định")
        self.document().setDocumentMargin(16)
        self.anchorClicked.connect(self._on_anchor_clicked)
        theme.watcher().changed.connect(self._draw)

    def show_judgement(self, judgement: Judgement) -> None:
        """Show every rule."""
        self._shown, self._sentence = judgement, ""
        self._draw()

    def show_sentence(self, sentence: str) -> None:
        """Show only a sentence, without a judgement."""
        self._shown, self._sentence = None, sentence
        self._draw()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return the icon of a verdict, drawn for the scheme and the screen."""
        verdict = next((item for item in ICONS if item.value == QUrl(name).toString()), None)
        if verdict is None:
            return super().loadResource(kind, name)
        return icons.pixmap(ICONS[verdict], _ICON, TONES[verdict], self.devicePixelRatioF())

    def _draw(self) -> None:
        if self._shown is not None:
            self.setHtml(judgement_html(self._shown, named=self._named))
        else:
            self.setHtml(f"<p style='color:{theme.colours().quiet.name()}'>{self._sentence}</p>")

    def _on_anchor_clicked(self, link: QUrl) -> None:
        kind, _colon, uid = link.toString().partition(":")
        self.record_requested.emit(kind, uid)
