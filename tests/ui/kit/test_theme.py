"""Words can be read in both schemes, and every icon that is asked for exists."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import cluster_desktop
from cluster_desktop import resources
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit import icons, theme
from cluster_desktop.ui.kit.lists import choice_combo
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from cluster_desktop.ui.window.page_list import page_entries

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

PROGRAM = Path(cluster_desktop.__file__).parent
SCHEMES = (theme.LIGHT, theme.DARK)
READABLE = 4.5  # WCAG 2.1, success criterion 1.4.3, text of ordinary size
VISIBLE = 3.0  # criterion 1.4.11, what tells a control or a state
# Text token and the grounds it is put on by the style sheet and by widgets that paint themselves.
PAIRS = (
    ("text", ("window", "surface", "sidebar", "accent_wash", "good_wash", "caution_wash", "wrong_wash", "hit")),
    ("quiet", ("window", "surface", "sidebar", "accent_wash")),
    ("accent", ("window", "surface", "sidebar", "accent_wash", "caution_wash")),
    ("good", ("surface", "good_wash")),
    ("caution", ("surface", "caution_wash")),
    ("wrong", ("surface", "window", "wrong_wash")),
    ("on_accent", ("accent",)),
)
ASKED = re.compile(
    r"""(?:icons\.(?:icon|pixmap)|IconLabel|icon_button|EmptyState|ListAct\([^,()]+,)\(?\s*"([a-z][a-z-]*)\""""
    r"""|\bicon="([a-z][a-z-]*)\"|\bset_icon\(\s*"([a-z][a-z-]*)\"|\bICON: ClassVar\[str\] = "([a-z][a-z-]*)\"""",
)

TABLES = re.compile(r"_ICONS\b[^={]*= \{([^}]*)\}")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.apply(qapp, theme.SYSTEM)


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(each: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(each), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_stand_out_from_their_ground(app: QApplication, scheme: str) -> None:
    theme.apply(app, scheme)
    now = theme.colours()
    faint = {
        f"{front} on {ground}": round(ratio, 2)
        for front, grounds in PAIRS
        for ground in grounds
        if (ratio := contrast(getattr(now, front), getattr(now, ground))) < READABLE
    }
    assert faint == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("tone", ["good", "caution", "wrong", "accent", "quiet"])
def test_tags_can_be_read(app: QApplication, scheme: str, tone: str) -> None:
    theme.apply(app, scheme)
    assert contrast(*theme.tone_colours(tone)) >= READABLE


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_mark_of_focus_can_be_seen(app: QApplication, scheme: str) -> None:
    theme.apply(app, scheme)
    now = theme.colours()
    assert all(contrast(now.accent, ground) >= VISIBLE for ground in (now.window, now.surface, now.sidebar))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_style_sheet_and_the_palette_follow_the_scheme(app: QApplication, scheme: str) -> None:
    theme.apply(app, scheme)
    assert theme.scheme() == scheme
    assert app.palette().color(QPalette.ColorRole.Window) == theme.colours().window
    sheet = app.styleSheet()
    assert theme.colours().accent.name() in sheet
    assert not re.findall(r"\$\w+", sheet)
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    for picture in pictures:
        assert Path(picture).is_file(), picture


def test_widgets_hear_of_another_scheme(qtbot: QtBot, app: QApplication) -> None:
    theme.apply(app, theme.LIGHT)
    with qtbot.waitSignal(theme.watcher().changed):
        theme.apply(app, theme.DARK)


def test_an_icon_is_drawn_in_the_colour_of_the_scheme(app: QApplication) -> None:
    drawn = {}
    for scheme in SCHEMES:
        theme.apply(app, scheme)
        picture = icons.icon("save").pixmap(QSize(32, 32)).toImage()
        solid = [
            picture.pixelColor(x, y) for x in range(32) for y in range(32) if picture.pixelColor(x, y).alpha() == 255
        ]
        drawn[scheme] = {colour.name() for colour in solid} == {theme.colours().text.name()}
    assert drawn == {theme.LIGHT: True, theme.DARK: True}


def icons_asked_for() -> dict[str, str]:
    """Every icon that the program names in its source, and the file that does."""
    asked = {}
    for file in PROGRAM.rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        for groups in ASKED.findall(source):
            asked[next(name for name in groups if name)] = file.name
        for table in TABLES.findall(source):
            asked |= dict.fromkeys(re.findall(r':\s*"([a-z-]+)"', table), file.name)
    return asked


def test_every_icon_that_is_asked_for_exists() -> None:
    asked = icons_asked_for()
    assert {"undo", "more", "people", "search", "warning", "certificate"} <= asked.keys()
    missing = {name: file for name, file in asked.items() if not resources.path("icons", f"{name}.svg").is_file()}
    assert missing == {}


def test_every_page_has_its_icon_plain_and_filled(qtbot: QtBot) -> None:
    book = OpenWorkspace(Settings.load())
    qtbot.addWidget(book.window)
    names = [entry.icon for entry in page_entries(book)]
    assert len(names) == 8
    for name in [*names, *(f"{name}-filled" for name in names)]:
        assert resources.path("icons", f"{name}.svg").is_file(), name


def test_every_colour_of_a_scheme_is_a_colour(app: QApplication) -> None:
    for scheme in SCHEMES:
        theme.apply(app, scheme)
        assert all(getattr(theme.colours(), item.name).isValid() for item in fields(theme.Colours))


def test_the_list_of_a_box_shows_every_word_whole_with_room_to_click(qtbot: QtBot, app: QApplication) -> None:
    theme.apply(app, theme.LIGHT)
    words = ("Chưa ghi nhận", "Tiến sĩ", "Thạc sĩ", "Cử nhân", "Cao đẳng", "Trung cấp", "Sơ cấp", "Trình độ khác")
    box = choice_combo("Trình độ", ((each, each) for each in words))
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    box.showPopup()
    lines = box.view()
    rows = [lines.visualRect(lines.model().index(row, 0)) for row in range(len(words))]
    box.hidePopup()
    assert min(row.height() for row in rows) == 26  # px, what the style sheet gives a line
    assert rows[0].top() >= 0
    assert rows[-1].bottom() <= lines.viewport().height()
