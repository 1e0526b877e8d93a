"""Asking a figure for its records: on the preview, in the list beside it, on the first page; and going to one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QListWidgetItem
from pytestqt.qtbot import QtBot

from cluster_desktop.documents.content.figure_positions import Spot
from cluster_desktop.domain.figures.count import Source
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.chart_view import ChartView
from cluster_desktop.ui.kit.links import FigureLink
from cluster_desktop.ui.lists.figure_records import FigureDialog
from cluster_desktop.ui.lists.record_lines import AMOUNT
from cluster_desktop.ui.overview.overview_page import OverviewPage
from cluster_desktop.ui.people.people_page import PeoplePage
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS
from cluster_desktop.ui.printing.print_page import PrintPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.print_desk import settled
from tests.ui.sample_window import opened

ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down


@pytest.fixture
def summary(qtbot: QtBot, book: OpenWorkspace) -> PrintPage:
    """The annual summary of 2020 on the printing page."""
    page = book.window.show_page("print")
    assert isinstance(page, PrintPage)
    page.show_item(next(item for item in PRINT_ITEMS if item.key == "annual-summary"))
    settled(qtbot, page)
    return page


@pytest.fixture
def light() -> Iterator[None]:
    """Put the scheme back that was on."""
    yield
    theme.apply(QApplication.instance(), theme.LIGHT)  # type: ignore[arg-type]


def spot_of(page: PrintPage, sentence: str) -> Spot:
    assert page.proof is not None
    return next(spot for spot in page.proof.spots if spot.source.sentence == sentence)


def middle_of(page: PrintPage, spot: Spot) -> QPoint:
    return page.view.place(spot).center().toPoint()


def dialog_over(widget: PrintPage | OverviewPage) -> FigureDialog:
    (dialog,) = [result for result in widget.findChildren(FigureDialog) if result.isVisible()]
    return dialog


def listed(dialog: FigureDialog) -> int:
    """What the lines of the dialog add up to."""
    return sum(dialog.model.source.amount(place) for place in range(dialog.model.rowCount()))


def test_a_click_on_the_preview_lists_the_records_and_enter_goes_to_one(
    qtbot: QtBot, book: OpenWorkspace, summary: PrintPage
) -> None:
    spot = spot_of(summary, "Thạc sĩ: 174 người")
    summary.view.go_to(spot.page)
    settled(qtbot, summary)
    place = middle_of(summary, spot)
    qtbot.mouseMove(summary.view.viewport(), place)
    assert summary.view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(summary.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dialog = dialog_over(summary)
    assert dialog.title.text() == "Thạc sĩ: 174 người"
    assert dialog.model.rowCount() == 174
    uid = dialog.model.source.uids[1]
    name = opened(book).read(listing.find, "person", uid).title
    qtbot.keyClick(dialog.view, DOWN)
    qtbot.keyClick(dialog.view, ENTER)
    current = book.window.current
    assert isinstance(current, PeoplePage)
    assert current.record.head.title.text() == name


def test_every_figure_of_the_summary_opens_as_many_records_as_it_says(qtbot: QtBot, summary: PrintPage) -> None:
    assert summary.proof is not None
    sources = {spot.source for spot in summary.proof.spots}
    assert len(sources) > 60
    for source in sources:
        summary._on_figure_chosen(source)
        dialog = dialog_over(summary)
        assert listed(dialog) == source.total
        if source.uids:
            assert dialog.model.index(0).data()
        dialog.reject()
        dialog.deleteLater()
        QApplication.processEvents()


def test_a_click_beside_a_figure_opens_nothing(qtbot: QtBot, summary: PrintPage) -> None:
    spot = spot_of(summary, "Thạc sĩ: 174 người")
    summary.view.go_to(spot.page)
    settled(qtbot, summary)
    corner = summary.view._rect(spot.page).topLeft().toPoint() + QPoint(6, 6)
    qtbot.mouseMove(summary.view.viewport(), corner)
    qtbot.mouseClick(summary.view.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert not [result for result in summary.findChildren(FigureDialog) if result.isVisible()]


def test_the_keyboard_walks_the_figures_and_the_preview_follows(qtbot: QtBot, summary: PrintPage) -> None:
    assert summary.figures.isHidden()
    summary.bar.figures.click()
    figures = summary.figures.list
    assert figures.isVisible()
    last = figures.count() - 1
    figures.setCurrentRow(0)
    assert spot_in(figures.currentItem()).source.sentence == "Đơn vị trong Cụm: 7 đơn vị"
    qtbot.keyClick(figures, DOWN)
    assert summary.view._marks.current == spot_in(figures.item(1))
    figures.setCurrentRow(last)
    spot = spot_in(figures.currentItem())
    assert summary.view.page == spot.page > 0
    assert summary.view._marks.current == spot
    qtbot.keyClick(figures, ENTER)
    dialog = dialog_over(summary)
    assert listed(dialog) == spot.source.total
    dialog.reject()
    qtbot.keyClick(figures, Qt.Key.Key_Escape)
    assert summary.figures.isHidden()


def spot_in(item: QListWidgetItem | None) -> Spot:
    assert item is not None
    result = item.data(AMOUNT + 1)
    assert isinstance(result, Spot)
    return result


def test_papers_tell_what_each_event_adds(qtbot: QtBot, summary: PrintPage) -> None:
    spot = spot_of(summary, "Hội thảo – Hội thảo cấp Cụm: 50 tham luận")
    summary._on_figure_chosen(spot.source)
    dialog = dialog_over(summary)
    amounts = sorted(dialog.model.index(row).data(AMOUNT) for row in range(dialog.model.rowCount()))
    assert amounts == ["16 tham luận", "17 tham luận", "17 tham luận"]


def test_a_figure_of_nothing_says_so(qtbot: QtBot, summary: PrintPage) -> None:
    summary._on_figure_chosen(Source("Trên 60", "person"))
    dialog = dialog_over(summary)
    assert dialog.title.text() == "Trên 60: 0 người"
    assert not dialog.view.isVisible()


def test_a_paper_without_counted_figures_offers_no_list(qtbot: QtBot, summary: PrintPage) -> None:
    summary.bar.figures.click()
    summary.show_item(next(item for item in PRINT_ITEMS if item.key == "staff-list"))
    settled(qtbot, summary)
    assert summary.figures.isHidden()
    assert not summary.bar.figures.isVisible()


@pytest.fixture
def overview(qtbot: QtBot, book: OpenWorkspace) -> OverviewPage:
    """The first page, once its charts are drawn."""
    page = book.window.show_page("overview")
    assert isinstance(page, OverviewPage)
    qtbot.waitUntil(lambda: all(chart.parts for chart in page.charts.values()))
    return page


def test_charts_of_the_first_page_lead_to_their_records_by_keys_and_mouse(
    qtbot: QtBot, book: OpenWorkspace, overview: OverviewPage
) -> None:
    chart = overview.charts["degrees"]
    qtbot.keyClick(chart, DOWN)
    qtbot.keyClick(chart, DOWN)
    assert chart.accessibleDescription() == "Thạc sĩ: 174 (55,4%)"
    qtbot.keyClick(chart, ENTER)
    dialog = dialog_over(overview)
    assert dialog.model.rowCount() == 174
    dialog.reject()
    QApplication.processEvents()
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.place(0).center().toPoint())
    assert dialog_over(overview).title.text() == "Tiến sĩ: 5 người"


def test_every_figure_of_the_first_page_has_its_records(
    qtbot: QtBot, book: OpenWorkspace, overview: OverviewPage
) -> None:
    workspace = opened(book)
    charts = [part.source for chart in overview.charts.values() for part in chart.parts]
    for source in [*charts, *(stage.figure for stage in overview.strip._stages)]:
        assert source is not None
        assert len(workspace.read(listing.rows_of, source.kind, source.uids)) == len(source.uids) == source.total
    with qtbot.waitSignal(overview.strip.chosen) as asked:
        qtbot.keyClick(overview.strip, Qt.Key.Key_Right)
        qtbot.keyClick(overview.strip, ENTER)
    assert asked.args == [overview.strip._stages[1].figure]
    dialog_over(overview).reject()
    QApplication.processEvents()
    overview._cards["events"].figure.click()
    assert listed(dialog_over(overview)) == 34


def test_what_waits_is_listed_line_by_line(qtbot: QtBot, book: OpenWorkspace, overview: OverviewPage) -> None:
    waiting = [link for link in overview.tasks.findChildren(FigureLink) if "Chưa xếp loại" in link.accessibleName()]
    waiting[0].click()
    dialog = dialog_over(overview)
    assert dialog.title.text() == waiting[0].accessibleName()
    assert book.window.current is overview


def test_charts_take_the_colours_of_the_scheme_and_the_width_they_have(
    qtbot: QtBot, overview: OverviewPage, light: None
) -> None:
    chart = overview.charts["ages"]
    bar = middle_of_the_longest(chart)
    before, light_accent = chart.grab().toImage().pixelColor(bar), theme.colours().accent
    theme.apply(QApplication.instance(), theme.DARK)  # type: ignore[arg-type]
    after, dark_accent = chart.grab().toImage().pixelColor(bar), theme.colours().accent
    assert alike(before, light_accent)
    assert alike(after, dark_accent)
    high = chart.height()
    chart.resize(170, chart.height())
    assert chart.parts[-1].top + chart.parts[-1].height <= chart.height()
    assert chart.height() != high


def middle_of_the_longest(chart: ChartView) -> QPoint:
    """A point inside the highest column."""
    totals = [part.source.total if part.source is not None else 0 for part in chart.parts]
    place = chart.place(totals.index(max(totals)))
    return QPoint(round(place.center().x()), round(place.top() + 50))


def alike(each: QColor, other: QColor) -> bool:
    """Colours in SVG are told in whole percent."""
    pairs = zip(each.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(mine - yours) <= 3 for mine, yours in pairs)
