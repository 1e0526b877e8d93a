"""Shows a judgement; its links lead to the records it read."""

from typing import Any, Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from cluster_desktop.domain.law.eligibility.verdict import Judgement
from cluster_desktop.ui.kit import icons, theme
from cluster_desktop.ui.law.eligibility_text import ICONS, TONES, judgement_html

_ICON: Final = 16


class EligibilityView(QTextBrowser):
    """``wanted`` (kind, uid): a record that was read is to be seen."""

    wanted = Signal(str, str)

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

    def show_judgement(self, one: Judgement) -> None:
        """Show every rule."""
        self._shown, self._sentence = one, ""
        self._draw()

    def show_sentence(self, sentence: str) -> None:
        """Show no judgement, only a sentence."""
        self._shown, self._sentence = None, sentence
        self._draw()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """The icon of a verdict, drawn for the scheme and the screen."""
        verdict = next((one for one in ICONS if one.value == QUrl(name).toString()), None)
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
        self.wanted.emit(kind, uid)
