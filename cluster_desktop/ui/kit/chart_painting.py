"""Charts in the colours of the present scheme; imported beside the event loop, because ReportLab takes long to load."""

from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from cluster_desktop.documents.charts.chart_board import Chart, Paint
from cluster_desktop.documents.charts.charts import as_svg, chart
from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import Distribution
from cluster_desktop.ui.kit import theme

_SIZE: Final = 13.0  # px, the 9.75 points of the interface
_LEAST: Final = 4.5
_FAINT_HONOURS: Final = {
    theme.LIGHT: ("#EFD489", "#DD9A95", "#8A6A00"),
    theme.DARK: ("#8F7426", "#8A4540", "#C9BFA4"),
}


def drawn(distribution: Distribution, width: float) -> Chart:
    """Draw the chart *width* px wide: a pixel of the screen is a point of the drawing."""
    theme.load_chart_faces()
    return chart(distribution, width, _paint(), titled=False)


def load(renderer: QSvgRenderer, drawing: Chart) -> None:
    """Let *renderer* show a chart."""
    renderer.load(QByteArray(as_svg(drawing)))


def _paint() -> Paint:
    now = theme.colours()
    return Paint(
        face=fonts.SANS,
        bold=fonts.SANS_BOLD,
        size=_SIZE,
        least=_LEAST,
        text=now.text.name(),
        quiet=now.quiet.name(),
        line=now.line.name(),
        track=now.window.name(),
        bar=now.accent.name(),
        pale=now.line.name(),
        tints=(now.accent.name(), now.quiet.name(), now.good.name(), now.caution.name()),
        honours=(now.brand_gold.name(), now.brand_red.name(), *_FAINT_HONOURS[theme.scheme()]),
    )
