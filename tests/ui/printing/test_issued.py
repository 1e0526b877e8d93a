"""Issuing from the printing page: what was issued is what comes out again; a year is closed and opened there."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.official_documents.issuing import issued_pdf
from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import DecisionDraft
from cluster_desktop.records.closed_years import closed_years
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.issued import issued_papers
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.issue_document import IssueDialog
from cluster_desktop.ui.printing.issued_list import IssuedDialog
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS, Proof
from cluster_desktop.ui.printing.print_page import PrintPage
from tests.ui.print_desk import done, settled, tag_words
from tests.ui.questions import answering, meeting, naming_file

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

DECISION = next(item for item in PRINT_ITEMS if item.key == "decision")


@pytest.fixture
def page(qtbot: QtBot, print_page: PrintPage, decision: str) -> PrintPage:
    """The page with the decision of 2020 on show."""
    print_page.show()
    print_page.show_item(DECISION)
    settled(qtbot, print_page)
    return print_page


def issue_dialog(page: PrintPage) -> IssueDialog:
    page.bar.issue.click()
    dialog = page.findChild(IssueDialog)
    assert isinstance(dialog, IssueDialog)
    return dialog


def retitled(workspace: Workspace, decision: str, title: str) -> None:
    kept = {key: workspace.read(listing.find, "decision", decision).values[key] for key in DecisionDraft().values()}
    records.edit(workspace, decision, DecisionDraft(**kept | {"title": title}))  # type: ignore[arg-type]


def reread(qtbot: QtBot, page: PrintPage) -> Proof:
    page.reread(None)
    return settled(qtbot, page)


def test_issued_once_it_comes_out_as_it_is_kept(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, operations: Operations, tmp_path: Path
) -> None:
    issue_dialog(page).going.click()
    proof = settled(qtbot, page)
    (paper,) = workspace.read(issued_papers)
    assert proof.pdf == issued_pdf(workspace, paper.uid)
    assert "Bản đã phát hành" in tag_words(page)
    assert page.bar.issue.isHidden()
    target = tmp_path / "Quyết định.pdf"
    with naming_file(target):
        page.bar.pdf.click()
    done(qtbot, operations)
    assert target.read_bytes() == issued_pdf(workspace, paper.uid)
    (paper,) = workspace.read(issued_papers)
    assert (bool(paper.saved_at), paper.printed_at, paper.handed_at) == (True, "", "")


def test_a_later_version_shows_what_differs_and_asks_why(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, decision: str
) -> None:
    issue_dialog(page).going.click()
    settled(qtbot, page)
    retitled(workspace, decision, "Về việc khen thưởng đột xuất")
    proof = reread(qtbot, page)
    assert f"Khác bản đã phát hành: {len(proof.issued.differences)} chỗ" in tag_words(page)
    dialog = issue_dialog(page)
    assert "khen thưởng đột xuất" in dialog.places.toPlainText()
    dialog.going.click()
    assert dialog.message.text().startswith("Văn bản này đã phát hành và nay khác")
    dialog.reason.setText("Sửa trích yếu")
    dialog.going.click()
    assert [(paper.version, paper.reason) for paper in workspace.read(issued_papers)] == [(2, "Sửa trích yếu"), (1, "")]


@pytest.fixture
def issued(qtbot: QtBot, page: PrintPage) -> IssuedDialog:
    """The list with the one decision that was issued."""
    issue_dialog(page).going.click()
    settled(qtbot, page)
    page.issued.click()
    dialog = page.window().findChild(IssuedDialog)
    assert isinstance(dialog, IssuedDialog)
    return dialog


def test_an_issued_document_is_found_and_noted_as_handed_over(issued: IssuedDialog, workspace: Workspace) -> None:
    assert "48/QĐ-TCT" in issued.list.item(0).text()
    issued.search.setText("không có chữ này")
    assert (issued.list.count(), issued.saving.isEnabled()) == (0, False)
    assert "Không có văn bản nào" in issued.details.text()
    issued.search.setText("48")
    assert issued.list.count() == 1
    issued.handing.click()
    today = datetime.date.today().strftime("%d/%m/%Y")
    assert f"giao {today}" in issued.details.text()
    assert workspace.read(issued_papers)[0].printed_at == ""


def test_an_empty_list_says_how_a_document_comes_into_it(qtbot: QtBot, print_page: PrintPage) -> None:
    print_page.show()
    print_page.issued.click()
    dialog = print_page.window().findChild(IssuedDialog)
    assert isinstance(dialog, IssuedDialog)
    assert "bấm “Phát hành…”" in dialog.details.text()


def test_a_year_is_closed_and_opened_again_with_a_reason(issued: IssuedDialog, workspace: Workspace) -> None:
    assert issued.closing.text() == "&Chốt năm 2020…"
    with answering("Bỏ qua"):
        issued.closing.click()
    assert workspace.read(closed_years) == {}
    with answering("Chốt năm") as asked:
        issued.closing.click()
    assert asked[0].startswith("Chốt năm 2020?")
    assert list(workspace.read(closed_years)) == [2020]
    assert issued.closing.text().startswith("Mở lại năm 2020")

    def give_reason(question: QInputDialog) -> None:
        line = question.findChild(QLineEdit)
        assert line is not None
        line.setText("Bổ sung một quyết định")
        question.accept()

    with meeting(QInputDialog, give_reason):
        issued.closing.click()
    assert workspace.read(closed_years) == {}
