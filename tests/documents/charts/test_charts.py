"""Charts: nothing is cut, everything is told, the same drawing everywhere and the same bytes each time."""

import io
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import docx
import pytest
from PIL import Image

from cluster_desktop.documents.charts.chart_board import PRINT_PAINT, Chart
from cluster_desktop.documents.charts.charts import as_png, as_svg, beside, chart, draw_on
from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import ChartKind, Distribution, Distributions, Document, scores
from cluster_desktop.documents.content.page import MM, DocumentFacts, PageSize, open_canvas
from cluster_desktop.documents.pdf.pdf import write_pdf
from cluster_desktop.documents.word.word import write_word
from cluster_desktop.domain.figures.figures import award_figures, staff_statistics
from tests.documents import made_up, paper

_STAFF = staff_statistics(made_up.staff(), made_up.ON)
_AWARDS = award_figures(replace(award, year=2018 + place % 3) for place, award in enumerate(made_up.awards(40)))
_CHARTS = {
    "degrees": Distribution("Trình độ chuyên môn", _STAFF.by_degree),
    "units": Distribution("Đơn vị", _STAFF.by_unit),
    "ages": Distribution("Độ tuổi", _STAFF.by_age_band, look=ChartKind.COLUMNS),
    "years": Distribution(
        "Khen thưởng", _AWARDS.by_year, "Lượt", ChartKind.COLUMNS, _AWARDS.by_level_and_year, honours=True
    ),
    "points": scores({"Trường Chính trị tỉnh Lào Cai": Decimal("97.5"), "Trường Chính trị tỉnh Sơn La": 95}),
    "nothing": Distribution("Chưa có gì", {"Một": 0, "Hai": 0}),
    "empty": Distribution("Trống", {}),
}
every_chart = pytest.mark.parametrize("name", _CHARTS)


def _page(drawn: Chart) -> bytes:
    stream = io.BytesIO()
    canvas = open_canvas(stream, PageSize(drawn.width / MM, drawn.height / MM), DocumentFacts("Thử"))
    draw_on(canvas, drawn, 0, 0)
    canvas.save()
    return stream.getvalue()


@every_chart
@pytest.mark.parametrize("width", [160, 225, 420])
def test_every_word_and_figure_is_printed_inside_the_drawing(name: str, width: float) -> None:
    distribution = _CHARTS[name]
    drawn = chart(distribution, width)
    pdf = _page(drawn)
    text = paper.words(pdf)
    for word in distribution.parts:
        assert all(part in text.split() for part in word.split())
        assert distribution.row(word)[len(distribution.layers) + 1] in text
    for left, top, right, bottom in paper.letter_boxes(pdf):
        assert left > -0.1
        assert top > -0.1
        assert right < width / MM + 0.5
        assert bottom < drawn.height / MM + 0.1


@every_chart
def test_only_the_programs_own_faces_are_used(name: str) -> None:
    found = list(paper.fonts_of(_page(chart(_CHARTS[name], 225))))
    assert all(embedded for _face, embedded in found)
    assert all("Helvetica" not in face and "Times-Roman" not in face for face, _embedded in found)


@every_chart
def test_the_same_figures_give_the_same_bytes(name: str) -> None:
    screen = replace(PRINT_PAINT, face=fonts.SANS, bold=fonts.SANS_BOLD)
    for make in (
        lambda: _page(chart(_CHARTS[name], 225)),
        lambda: as_svg(chart(_CHARTS[name], 225, screen)),
        lambda: as_png(chart(_CHARTS[name], 225)),
    ):
        assert make() == make()


def test_columns_lie_down_where_their_words_would_be_broken() -> None:
    long = Distribution("Theo đơn vị", dict.fromkeys(made_up.UNITS, 3), look=ChartKind.COLUMNS)
    bars = Distribution("Theo đơn vị", dict.fromkeys(made_up.UNITS, 3))
    assert [part.left for part in chart(long, 225).parts] == [part.left for part in chart(bars, 225).parts]
    assert len({part.left for part in chart(_CHARTS["ages"], 225).parts}) == len(_STAFF.by_age_band)


def test_every_part_and_every_layer_leads_to_its_records() -> None:
    for name in ("degrees", "ages", "years"):
        parts = chart(_CHARTS[name], 300).parts
        assert all(part.source is not None for part in parts)
    told = {part.words: part.source for part in chart(_CHARTS["years"], 300).parts}
    by_year = sum(source.total for words, source in told.items() if source and words.split(":")[0].isdigit())
    layers = sum(source.total for words, source in told.items() if source and not words.split(":")[0].isdigit())
    assert by_year == layers == _AWARDS.total


def test_charts_beside_each_other_share_their_upper_edge() -> None:
    drawn = beside(Distributions((_CHARTS["degrees"], _CHARTS["ages"])), 460)
    first = [part for part in drawn.parts if part.left < 230]
    assert len(first) == len(_STAFF.by_degree)
    assert len(drawn.parts) == len(_STAFF.by_degree) + len(_STAFF.by_age_band)
    tops = {
        min(part.top for part in drawn.parts if part.left < 230),
        min(p.top for p in drawn.parts if p.left > 230),
    }
    assert len(tops) == 1


def test_the_screen_gets_the_words_of_the_drawing() -> None:
    screen = replace(PRINT_PAINT, face=fonts.SANS, bold=fonts.SANS_BOLD)
    tree = ElementTree.fromstring(as_svg(chart(_CHARTS["degrees"], 300, screen)))
    told = [text.text for text in tree.iter() if text.tag.endswith("text")]
    assert {"Tiến sĩ", "174", "55,4%"} <= {text.strip() for text in told if text}
    families = {text.get("style", "") for text in tree.iter() if text.tag.endswith("text")}
    assert all("Liberation Sans" in style for style in families)


def test_word_shows_the_same_chart_and_tells_it_to_those_who_cannot_see() -> None:
    document = Document(heading=None, title="Thử", blocks=(Distributions((_CHARTS["degrees"],)),))
    stream = io.BytesIO()
    write_word(document, stream)
    stream.seek(0)
    word = docx.Document(stream)
    (shape,) = word.inline_shapes
    assert "Thạc sĩ 174" in shape._inline.docPr.get("descr")
    (image,) = [part for name, part in word.part.related_parts.items() if "image" in str(part.partname)]
    with Image.open(io.BytesIO(image.blob)) as picture:
        assert picture.width / (shape.width / 914400) >= 200  # dots an inch


def test_a_chart_moves_to_a_new_page_whole() -> None:
    blocks = tuple(Distributions((_CHARTS["units"],)) for _ in range(12))
    stream = io.BytesIO()
    spots = write_pdf(Document(heading=None, title="Thử", blocks=blocks), stream)
    assert len({spot.page for spot in spots}) > 1
    assert all(spot.top + spot.height <= 297 - 19 for spot in spots)
