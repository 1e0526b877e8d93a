"""Colours, sizes and type of the whole program in a light and a dark scheme."""

import logging
from dataclasses import dataclass, fields
from functools import cache
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from cluster_desktop import errors, resources
from cluster_desktop.ui.kit.style_sheet import style_sheet

LIGHT, DARK, SYSTEM = "light", "dark", "system"
CONTROL: Final = 32
ROW: Final = 32
CORNER: Final = 6
SIDEBAR: Final = 236
PANEL: Final = 432
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Colours:
    """The tokens of one scheme. A wash is the quiet ground of the colour it is named after."""

    window: QColor
    surface: QColor
    sidebar: QColor
    line: QColor
    text: QColor
    quiet: QColor
    accent: QColor
    accent_wash: QColor
    on_accent: QColor
    good: QColor
    good_wash: QColor
    caution: QColor
    caution_wash: QColor
    wrong: QColor
    wrong_wash: QColor
    brand_red: QColor
    brand_gold: QColor
    hit: QColor


def _colours(*names: str) -> Colours:
    return Colours(*(QColor(name) for name in names))


_SCHEMES: Final = {
    LIGHT: _colours(
        "#F6F7F9", "#FFFFFF", "#ECEFF3", "#DFE3E8", "#1B1F24", "#5F6873", "#1F5FBF", "#E4EDFA", "#FFFFFF",
        "#1C7C45", "#E3F4EA", "#9A5B00", "#FFF2DC", "#B3261E", "#FBE9E7", "#B3261E", "#D9A400", "#FFE79B",
    ),
    DARK: _colours(
        "#1A1C1F", "#232629", "#1F2124", "#3A3F45", "#E9ECEF", "#9CA5AF", "#7FB0FF", "#243751", "#10233F",
        "#6FCF97", "#1E3A2B", "#F2B45A", "#3B2E18", "#FF8A80", "#43221F", "#E0564C", "#E7BE45", "#5A4A12",
    ),
}  # fmt: skip


class _State(QObject):
    """The present scheme; widgets that paint themselves listen to ``changed``."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = LIGHT
        self.chosen = SYSTEM


_STATE = _State()


def colours() -> Colours:
    """Return the colours of the present scheme."""
    return _SCHEMES[_STATE.scheme]


def paper_accent() -> QColor:
    """Return the accent for paper, which is light in every scheme."""
    return _SCHEMES[LIGHT].accent


def scheme() -> str:
    """Return the present scheme, LIGHT or DARK."""
    return _STATE.scheme


def watcher() -> _State:
    """Return the object whose ``changed`` signal announces another scheme."""
    return _STATE


def tone_colours(tone: str) -> tuple[QColor, QColor]:
    """Return text and ground of a tone: good, caution, wrong, accent or quiet."""
    now = colours()
    pairs = {
        "good": (now.good, now.good_wash),
        "caution": (now.caution, now.caution_wash),
        "wrong": (now.wrong, now.wrong_wash),
        "accent": (now.accent, now.accent_wash),
    }
    return pairs.get(tone, (now.quiet, now.sidebar))


def apply(app: QApplication, chosen: str = SYSTEM) -> None:
    """Apply a scheme to the whole program; SYSTEM, and an unknown word, follow the setting of the computer."""
    _STATE.chosen = chosen if chosen in _SCHEMES else SYSTEM
    _STATE.scheme = _STATE.chosen if _STATE.chosen in _SCHEMES else _system_scheme()
    app.setStyle("Fusion")
    app.setPalette(_palette(colours()))
    app.setFont(_interface_font())
    names = {item.name: getattr(colours(), item.name).name() for item in fields(Colours)}
    app.setStyleSheet(style_sheet(names, _STATE.scheme))
    _STATE.changed.emit()


def follow_system(app: QApplication) -> None:
    """Follow the computer's own scheme for as long as SYSTEM is chosen."""

    def _on_scheme_changed(_scheme: Qt.ColorScheme) -> None:
        if _STATE.chosen == SYSTEM:
            apply(app, SYSTEM)

    app.styleHints().colorSchemeChanged.connect(_on_scheme_changed)


def sized(points: float, *, semibold: bool = False) -> QFont:
    """Return the interface font in another size (points)."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(points)
    if semibold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _system_scheme() -> str:
    hints = QGuiApplication.styleHints()
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def load_chart_faces() -> None:
    """Load the face that charts are drawn and measured in."""
    _shipped_family()


def _interface_font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if QFontDatabase.WritingSystem.Vietnamese not in QFontDatabase.writingSystems(font.family()):
        font = QFont(_shipped_family())
    font.setPointSizeF(9.75)
    return font


@cache
def _shipped_family() -> str:
    """Load the program's Liberation Sans, for computers whose own font lacks Vietnamese letters.

    A missing file does not keep the window from opening: Qt then takes the letters from any font that has them.
    """
    family = "Liberation Sans"
    for cut in ("Regular", "Bold", "Italic", "BoldItalic"):
        try:
            number = QFontDatabase.addApplicationFont(str(resources.path("fonts", f"LiberationSans-{cut}.ttf")))
        except errors.ResourceMissing:
            _log.warning("LiberationSans-%s.ttf is missing", cut)
            continue
        if number >= 0:
            family = QFontDatabase.applicationFontFamilies(number)[0]
    return family


def _palette(now: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: now.window,
        QPalette.ColorRole.WindowText: now.text,
        QPalette.ColorRole.Base: now.surface,
        QPalette.ColorRole.AlternateBase: now.window,
        QPalette.ColorRole.Text: now.text,
        QPalette.ColorRole.Button: now.surface,
        QPalette.ColorRole.ButtonText: now.text,
        QPalette.ColorRole.Highlight: now.accent,
        QPalette.ColorRole.HighlightedText: now.on_accent,
        QPalette.ColorRole.Link: now.accent,
        QPalette.ColorRole.ToolTipBase: now.surface,
        QPalette.ColorRole.ToolTipText: now.text,
        QPalette.ColorRole.PlaceholderText: now.quiet,
    }
    for role, colour in roles.items():
        palette.setColor(role, colour)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, now.quiet)
    return palette
