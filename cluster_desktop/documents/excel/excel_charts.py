"""Charts of Excel's own beside the figures of a distribution: they change when somebody changes the figures."""

from xlsxwriter.worksheet import Worksheet

from cluster_desktop.documents.charts.chart_board import PRINT_PAINT
from cluster_desktop.documents.content.content import ChartKind, Distribution
from cluster_desktop.documents.excel.excel_book import FACE, ExcelBook

CHART_ROWS = 8
"""A chart takes at least so many rows."""
_ROW_HIGH, _WIDE = 20, 300  # pixels of a sheet at 96 dots an inch
_SMALL = {"name": FACE, "size": 9}


def add_chart(book: ExcelBook, sheet: Worksheet, distribution: Distribution, first: int, column: int) -> None:
    """A chart in *column* of the parts whose words and numbers stand in columns 0 and 1 from row *first* on."""
    upright = distribution.look is ChartKind.COLUMNS
    last = first + len(distribution.parts) - 1
    chart = book.chart("column" if upright else "bar")
    chart.add_series(
        {
            "categories": [sheet.get_name(), first, 0, last, 0],
            "values": [sheet.get_name(), first, 1, last, 1],
            "fill": {"color": (PRINT_PAINT.honours[0] if distribution.honours else PRINT_PAINT.bar)},
            "gap": 60,
            "data_labels": {"value": True, "font": _SMALL},
        }
    )
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    words = {
        "num_font": _SMALL,
        "reverse": not upright,
        "major_tick_mark": "none",
        "major_gridlines": {"visible": False},
    }
    numbers = {"visible": False, "min": 0, "major_gridlines": {"visible": False}}
    chart.set_x_axis(words if upright else numbers)
    chart.set_y_axis(numbers if upright else words)
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": _WIDE, "height": max(len(distribution.parts) + 1, CHART_ROWS) * _ROW_HIGH})
    sheet.insert_chart(first - 1, column, chart, {"x_offset": 16, "description": distribution.words})
