"""Charts of a document as PDF."""

from cluster_desktop.documents.charts.charts import beside, draw_on
from cluster_desktop.documents.content.content import Distributions
from cluster_desktop.documents.pdf.sheet import PdfSheet

_GAP = 12.0


class ChartsPiece:
    """Charts side by side on one page."""

    solid = True

    def __init__(self, block: Distributions, width: float) -> None:
        self._chart = beside(block, width)
        self.whole = self.head = self._chart.height + _GAP

    def draw(self, sheet: PdfSheet, tail: float) -> None:
        sheet.require(self.whole + tail)
        draw_on(sheet.canvas, self._chart, sheet.left, sheet.y - self._chart.height)
        for part in self._chart.parts:
            sheet.trace(part.source, part.words, (sheet.left + part.left, sheet.y - part.top, part.width, part.height))
        sheet.y -= self.whole
