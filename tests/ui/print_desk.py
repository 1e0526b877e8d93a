"""A printing page on the screen, with decisions to print."""

from pathlib import Path

from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.documents.pictures.page_pictures import pdfium_lock
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.print_items import Proof
from cluster_desktop.ui.printing.print_page import PrintPage


def decide(workspace: Workspace, unit: str, number: str, year: int, awards: dict[str, str], *, first: int = 1) -> str:
    """A decision of *year* with these names and their awards, in this order; its uid."""
    draft = DecisionDraft(
        number=number,
        decided_on=PartialDate(year + 1, 1, 5),
        year=year,
        level="CO_SO",
        unit_uid=unit,
        signer_title="Hiệu trưởng",
        signer_name="Hoàng Thị Bích Ngọc",
        place="Lào Cai",
    )
    decision = records.create(workspace, draft).uids[0]
    for ordinal, (name, award) in enumerate(awards.items(), start=first):
        person = records.create(workspace, PersonDraft(full_name=name, unit_uid=unit, position="Giảng viên")).uids[0]
        line = AwardDraft(
            decision_uid=decision, ordinal=ordinal, award=award, person_uid=person, citation="Đã có thành tích năm qua"
        )
        records.create(workspace, line)
    return decision


def opened(qtbot: QtBot, page: PrintPage) -> Proof:
    """Show the page and wait for its first proof."""
    page.show()
    return settled(qtbot, page)


def settled(qtbot: QtBot, page: PrintPage) -> Proof:
    qtbot.waitUntil(lambda: not page.maker.busy and page.proof is not None)
    if page.stack.currentWidget() is page.view:
        qtbot.waitUntil(lambda: page.view.ready and page.view._pdf == page.proof.pdf)
    assert page.proof is not None
    return page.proof


def turned_to(qtbot: QtBot, page: PrintPage, place: int) -> Proof:
    """Choose a tile as a person does."""
    qtbot.mouseClick(page.tiles.tiles[place], Qt.MouseButton.LeftButton)
    return settled(qtbot, page)


def texts(pdf: bytes) -> list[str]:
    with pdfium_lock, PdfDocument(pdf) as document:  # the preview may be drawing in its thread
        return [document[page].get_textpage().get_text_bounded() for page in range(len(document))]


def tag_words(page: PrintPage) -> list[str]:
    items = [page.bar._flow.itemAt(place) for place in range(page.bar._flow.count())]
    widgets = [item.widget() for item in items if item is not None]
    return [widget.text() for widget in widgets[:-1]]


def done(qtbot: QtBot, operations: Operations) -> None:
    qtbot.waitUntil(lambda: not operations.busy)


def paper_printer(path: Path, dots: int = 600) -> QPrinter:
    """A printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(dots)
    return printer
