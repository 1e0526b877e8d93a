"""Every document of the sample workspace: the same words in all its formats, the figures of the article, odd input."""

import io
import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdfium2
import pytest
from PIL import Image

from cluster_desktop import errors
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.printing.showcase import subject_of
from cluster_desktop.commands.records import attachments, records, undo
from cluster_desktop.commands.settings.own_words import save_own_words
from cluster_desktop.documents.content.content import (
    Appendix,
    Document,
    Figures,
    Paragraph,
    Pictures,
    Section,
    Table,
    show_cell,
)
from cluster_desktop.documents.formats.writing import write_document
from cluster_desktop.documents.pictures import photo
from cluster_desktop.domain.events.events import AttachmentDraft, EventDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.printing.own_words import WordsPart
from cluster_desktop.records.file.workspace import Workspace
from tests.article import FACTS
from tests.documents import paper

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

ABOUT_ONE = ("decision", "achievement-report", "head-submission")
"""What cannot be written about nobody."""
_ROWS = 40
_READ = re.compile("}(t|noBreakHyphen)$")
_DECIMAL = re.compile(r"^(-?\d+),(\d+)$")
_CONTROL = re.compile(r"[\x00-\x1f\ufffe\u00ad]")


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample workspace; no test here writes to it."""
    path = tmp_path_factory.mktemp("papers") / "mẫu.sothidua"
    shutil.copy(sample_file, path)
    opened = Workspace.open(path)
    yield opened
    opened.close()


def composed(workspace: Workspace, name: str) -> Document:
    """A document about what the demonstration shows."""
    subject = subject_of(workspace)
    assert subject is not None
    return all_documents.compose(workspace, name, **subject)


def squeezed(text: str) -> str:
    """Without what line ends and columns do to text."""
    return re.sub(r"\s+", "", _CONTROL.sub("", unicodedata.normalize("NFC", text)))


def told(document: Document) -> list[str]:
    """Every sentence, heading, figure and cell a reader must find."""
    found = [document.title.upper(), *document.subtitle.split("\n")]
    for block in document.blocks:
        if isinstance(block, Section):
            found.append(block.heading)
        elif isinstance(block, Paragraph):
            found += [line for line in block.words.split("\n") if "……" not in line]
        elif isinstance(block, Appendix):
            found.append(block.title.upper())
        elif isinstance(block, Figures):
            found += [f"{show_cell(figure.value)}" for figure in block.figures]
        elif isinstance(block, Pictures):
            found += [picture.words for picture in block.pictures]
        elif isinstance(block, Table):
            for row in block.rows[:_ROWS]:
                cells = zip(block.columns, row, strict=True)
                found += [show_cell(cell) for column, cell in cells if column.printed]
    return [text for text in map(squeezed, found) if text]


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pages:
        return squeezed("".join(page.get_textpage().get_text_range() for page in pages))


def word_text(path: Path) -> str:
    body = docx.Document(str(path)).element.body
    shown = (node.text or "" if node.tag.endswith("}t") else "-" for node in body.iter() if _READ.search(node.tag))
    return squeezed("".join(shown))


def excel_text(path: Path) -> str:
    book = openpyxl.load_workbook(path)
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return squeezed(" ".join(f"{value:%d/%m/%Y}" if hasattr(value, "strftime") else str(value) for value in cells))


def paragraphs(workspace: Workspace, year: int) -> list[str]:
    blocks = all_documents.compose(workspace, "annual-summary", year=year).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("name", all_documents.PRINTABLES)
def test_a_document_says_the_same_in_every_format(sample: Workspace, tmp_path: Path, name: str) -> None:
    document = composed(sample, name)
    wanted = told(document)
    assert len(wanted) > 5
    for suffix, read in ((".pdf", pdf_text), (".docx", word_text), (".xlsx", excel_text)):
        path = tmp_path / f"giấy{suffix}"
        write_document(document, path)
        found = read(path)
        grouped = re.compile(r"^\d{1,3}(\.\d{3})+$")  # Excel keeps the number, not its groups
        missing = [text for text in wanted if text not in found and not (suffix == ".xlsx" and grouped.match(text))]
        missing = [text for text in missing if _DECIMAL.sub(r"\1.\2", text) not in found]  # nor its comma
        assert not missing, (suffix, missing[:3])


@pytest.mark.parametrize("name", all_documents.PRINTABLES)
def test_a_document_is_a_sound_pdf(sample: Workspace, tmp_path: Path, name: str) -> None:
    document = composed(sample, name)
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    write_document(document, first)
    write_document(document, second)
    assert first.read_bytes() == second.read_bytes()
    assert all(embedded for _name, embedded in paper.fonts_of(first))
    assert document.title in paper.metadata(first)["Title"]
    assert b"/Lang" in first.read_bytes()
    with pypdfium2.PdfDocument(first) as pages:
        assert sum(isinstance(block, Section) for block in document.blocks) <= sum(1 for _ in pages.get_toc())


@pytest.mark.parametrize("name", all_documents.PRINTABLES)
def test_an_empty_book_gives_the_paper_or_says_what_it_needs(workspace: Workspace, tmp_path: Path, name: str) -> None:
    if name in ABOUT_ONE:
        with pytest.raises(errors.Refused, match=r"Hãy .*\.$"):
            all_documents.compose(workspace, name, year=2020)
        return
    document = all_documents.compose(workspace, name, year=2020)
    for suffix in (".pdf", ".docx", ".xlsx", ".json"):
        write_document(document, tmp_path / f"trống{suffix}")
    assert paper.page_count(tmp_path / "trống.pdf") >= 1


class TestAnnualSummary:
    """The year as the cluster's own article tells it; facts.json holds its figures."""

    @pytest.fixture
    def figures(self, sample: Workspace, tmp_path: Path) -> dict[str, Any]:
        all_documents.write_report(sample, "annual-summary", tmp_path / "năm.json", year=2020)
        return dict(json.loads((tmp_path / "năm.json").read_text("utf-8")))

    def test_every_figure_of_the_article_is_there(self, figures: dict[str, Any]) -> None:
        staff, totals = FACTS["staff"], FACTS["totals_since_2017"]
        assert figures["staff"] == {key: staff[key] for key in ("total", "by_degree", "by_political_theory")}
        assert {key: figures[key] for key in totals} == totals
        visits = [event for event in FACTS["events"] if event["type"] == "THIEN_NGUYEN"]
        assert [(one["year"], one["place"]) for one in figures["charity"]] == [(e["year"], e["place"]) for e in visits]
        assert set(figures["movements"]) == {movement["title"] for movement in FACTS["movements"]}
        told = [(one["caption"], one["credit"] or None) for one in figures["photos"]]
        assert sorted(told, key=str) == sorted(((p["caption"], p["credit"]) for p in FACTS["photos"]), key=str)

    def test_the_two_awards_of_the_article_are_listed(self, figures: dict[str, Any]) -> None:
        names = {unit["code"]: unit["name"] for unit in FACTS["units"]}
        listed = [(one["recipient"], one["award"]) for one in figures["higher_awards"]]
        for award in FACTS["awards"]:
            assert any(
                recipient == names[award["recipient"]] and name.startswith(award["as_printed"])
                for recipient, name in listed
            )

    def test_it_tells_them_in_words(self, sample: Workspace, tmp_path: Path) -> None:
        all_documents.write_report(sample, "annual-summary", tmp_path / "năm.pdf", year=2020)
        pages = range(paper.page_count(tmp_path / "năm.pdf"))
        text = " ".join(paper.words(tmp_path / "năm.pdf", page) for page in pages)
        for sentence in (
            "gồm 07 đơn vị",
            "là 314 người",
            "tiến sĩ 05, thạc sĩ 174, cử nhân 103, trình độ khác 32",
            "cao cấp 145, cử nhân 05, trung cấp 79",
            "03 hội thảo cấp Cụm với tổng số 50 bài tham luận",
            "02 hội thảo liên trường",
        ):
            assert sentence in text
        for unit in FACTS["units"]:
            assert unit["name"] in text

    def test_an_earlier_year_knows_nothing_of_later_ones(self, sample: Workspace, tmp_path: Path) -> None:
        all_documents.write_report(sample, "annual-summary", tmp_path / "2018.json", year=2018)
        figures = json.loads((tmp_path / "2018.json").read_text("utf-8"))
        assert [visit["year"] for visit in figures["charity"]] == [2017, 2018]
        assert figures["photos"] == []

    def test_what_the_office_writes_stays_with_its_year_and_can_be_undone(
        self, workspace: Workspace, tmp_path: Path
    ) -> None:
        wording = all_documents.compose(workspace, "annual-summary", year=2020).wording
        assert wording is not None
        strengths = "Giữ vững <b>nền nếp</b> & kỷ cương.\nĐoạn hai."
        texts = {WordsPart.STRENGTHS: strengths, WordsPart.PLANS: "Đổi mới nội dung."}
        save_own_words(workspace, wording, "Báo cáo tổng kết", texts)
        shown = paragraphs(workspace, 2020)
        assert "Giữ vững <b>nền nếp</b> & kỷ cương." in shown
        assert shown.index("Đoạn hai.") == shown.index("Giữ vững <b>nền nếp</b> & kỷ cương.") + 1
        assert "Đoạn hai." not in paragraphs(workspace, 2019)
        undo.undo(workspace)
        assert "Đoạn hai." not in paragraphs(workspace, 2020)

    def test_a_broken_photo_is_said_to_be_one(self, workspace: Workspace, tmp_path: Path) -> None:
        event = records.create(workspace, EventDraft(kind="HOI_NGHI", title="Hội nghị", year=2020)).uids[0]
        draft = AttachmentDraft(event_uid=event, kind="ANH", file_name="ảnh.jpg", caption="Toàn cảnh")
        attachments.attach(workspace, [attachments.NewFile(draft, b"\xff\xd8 not a picture", "image/jpeg")])
        document = all_documents.compose(workspace, "annual-summary", year=2020)
        for suffix, read in ((".pdf", pdf_text), (".docx", word_text), (".xlsx", excel_text)):
            path = tmp_path / f"năm{suffix}"
            write_document(document, path)
            assert squeezed(photo.UNREADABLE) in read(path)
            assert squeezed("Toàn cảnh") in read(path)


def test_a_photo_becomes_upright_opaque_and_no_larger_than_paper_needs() -> None:
    wide = Image.new("RGBA", (3000, 1500), (255, 0, 0, 0))
    exif = wide.getexif()
    exif[0x0112] = 6  # lies on its side
    stream = io.BytesIO()
    wide.save(stream, "PNG", exif=exif)
    found = photo.ready(stream.getvalue())
    assert found is not None
    assert (found.width, found.height) == (600, 1200)
    with Image.open(io.BytesIO(found.jpeg)) as shown:
        assert shown.convert("RGB").getpixel((300, 600)) == (255, 255, 255)


def test_a_name_typed_in_capitals_is_listed_as_a_name(workspace: Workspace, unit: str) -> None:
    records.create(workspace, PersonDraft(full_name="VŨ QUỐC DŨNG", unit_uid=unit))
    table = next(block for block in all_documents.compose(workspace, "staff-list").blocks if isinstance(block, Table))
    assert [row[1] for row in table.rows] == ["Vũ Quốc Dũng"]
