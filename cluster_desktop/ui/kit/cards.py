"""Cards, banners and empty states."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from cluster_desktop.ui.kit.labels import IconLabel, button, label, restyle
from cluster_desktop.ui.kit.layouts import CARD, Item, Space, grow, in_column, in_row, placed, stretch
from cluster_desktop.ui.kit.links import FigureLink

_HEAD = 24  # px of a line of head, with a total or without


class Card(QFrame):
    """A white frame with a title, a total where there is one, *items*, and what is added to ``body``."""

    def __init__(self, title: str = "", *items: Item) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = label(title, "section", wraps=True)
        self.title.setVisible(bool(title))
        self.title.setMinimumHeight(_HEAD)
        self.figure = FigureLink()
        self.figure.setFixedHeight(_HEAD)
        head = in_row(grow(self.title), placed(self.figure, Qt.AlignmentFlag.AlignTop))
        self.body = in_column(head, *items, on=self, margins=CARD)


class Banner(QFrame):
    """A sentence on a coloured ground above what it is about, with links to what can be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._icon = IconLabel(size=18)
        self._text = label("", wraps=True)
        self._buttons: list[QWidget] = []
        self._row = in_row(
            in_column(self._icon, stretch(), margins=(Space.NONE, Space.TIGHT, Space.NONE, Space.NONE)),
            grow(self._text),
            on=self,
            margins=(Space.MEDIUM, Space.SMALL, Space.SMALL, Space.SMALL),
        )
        self.hide()

    def show_text(self, text: str, kind: str = "caution", *acts: tuple[str, Callable[[], object]]) -> None:
        """Show *text*; *acts* are (words, function) for links beside it."""
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [button(words, act, kind="link") for words, act in acts]
        for push in self._buttons:
            self._row.addWidget(push)
        restyle(self, "kind", kind)
        self._icon.set_icon(_ICONS[kind], kind)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()

    def text(self) -> str:
        """Return the sentence on show."""
        return self._text.text()


_ICONS = {"caution": "warning", "wrong": "error", "good": "success", "accent": "info"}

_TONES = {"warning": "caution"}


class EmptyState(QWidget):
    """A picture, a sentence that says what to do, and the button that does it, where there is nothing yet."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        acts: tuple[tuple[str, Callable[[], object]], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = label(title, "record", wraps=True)
        self.sentence = label(sentence, "quiet", wraps=True)
        for words in (self.title, self.sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = [button(name, act, kind="" if place else "primary") for place, (name, act) in enumerate(acts)]
        in_column(
            stretch(2),
            placed(IconLabel(icon, 40, _TONES.get(icon, "quiet")), Qt.AlignmentFlag.AlignHCenter),
            self.title,
            self.sentence,
            in_row(stretch(), *buttons, stretch()),
            stretch(3),
            on=self,
            margins=Space.SMALL,
        )
