"""A button whose list drops below it, with the arrow (or another mark) drawn at its end.

The arrow is an icon, not a letter: the letters ▾ and ✕ are missing in many fonts and would show as boxes.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStyleOptionButton, QWidget
from typing_extensions import override

from cluster_desktop.domain.fields.choices import Choice
from cluster_desktop.ui.kit import icons

ARROW: Final = "chevron-down"
_SIZE: Final = 12
_FROM_END: Final = 10


class DropButton(QPushButton):
    """A button with a list below it; *kind* is that of other buttons: chip, quiet, or '' for an ordinary one."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._mark = (ARROW, "quiet")
        self.setProperty("drops", True)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)

    def set_acts(self, *acts: tuple[str, Callable[[], object]] | None) -> None:
        """Fill the list with *acts*, each its words and what it does; None is a line between them."""
        menu = QMenu(self)
        for act in acts:
            if act is None:
                menu.addSeparator()
            else:
                menu.addAction(act[0]).triggered.connect(act[1])
        self.setMenu(menu)

    def set_mark(self, icon: str = ARROW, token: str = "quiet") -> None:
        """Show another icon at the end."""
        self._mark = (icon, token)
        self.update()

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu  # or the style shifts the words for its own arrow

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        name, token = self._mark
        place = QRect(self.width() - _FROM_END - _SIZE, (self.height() - _SIZE) // 2, _SIZE, _SIZE)
        QPainter(self).drawPixmap(place, icons.pixmap(name, _SIZE, token, self.devicePixelRatioF()))


def numbered(choices: Iterable[Choice], act: Callable[[str], object]) -> Iterator[tuple[str, Callable[[], object]]]:
    """List the words of *choices* for a button that drops, by number keys; *act* gets the chosen code."""
    for place, choice in enumerate(choices, start=1):
        yield f"&{place}  {choice.label}", partial(act, choice.code)
