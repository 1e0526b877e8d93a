"""Issuing from the printing page: what was issued is what comes out again; a year is closed and opened there."""

import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.official_documents.issuing import issued_pdf
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import DecisionDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.closed_years import closed_years
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.issued import issued_papers
from cluster_desktop.ui.awards.decisions_section import DecisionsList
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.overview.overview_page import OverviewPage
from cluster_desktop.ui.printing.issue_document import IssueDialog
from cluster_desktop.ui.printing.issued_list import IssuedDialog
from cluster_desktop.ui.printing.issued_view import IssuedTab, IssuedView
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS, Proof
from cluster_desktop.ui.printing.print_page import PrintPage
from cluster_desktop.ui.printing.printing import PrintChoice
from cluster_desktop.ui.units.units_list import UnitsList
from tests.ui.print_desk import done, opened, paper_printer, settled, tag_words
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


SUMMARY = next(item for item in PRINT_ITEMS if item.key == "annual-summary")


def test_number_and_day_are_given_as_the_document_is_issued(
    qtbot: QtBot, page: PrintPage, workspace: Workspace
) -> None:
    page.show_item(SUMMARY)
    settled(qtbot, page)
    dialog = issue_dialog(page)
    assert dialog.number is not None
    assert dialog.day is not None
    assert (dialog.number.value(), dialog.day.text()) == (1, "")
    dialog.day.setText("32/12/2020")
    dialog.going.click()
    assert ("chỉ có 31 ngày" in dialog.message.text(), workspace.read(issued_papers)) == (True, ())
    dialog.day.setText("30/12/2020")
    dialog.going.click()
    settled(qtbot, page)
    (paper,) = workspace.read(issued_papers)
    assert (paper.number[:3], paper.dated_on, paper.year) == ("01/", PartialDate(2020, 12, 30), 2020)
    assert page.choices.number.text() == "Số: 01"
    assert "Bản đã phát hành" in tag_words(page)
    undo.undo(workspace)
    assert (reread(qtbot, page).number, workspace.read(issued_papers)) == (None, ())


def test_enter_after_number_or_day_issues_the_document(qtbot: QtBot, page: PrintPage, workspace: Workspace) -> None:
    page.show_item(SUMMARY)
    settled(qtbot, page)
    dialog = issue_dialog(page)
    assert dialog.day is not None
    qtbot.keyClick(dialog.day, Qt.Key.Key_Return)
    assert len(workspace.read(issued_papers)) == 1


def test_a_document_is_issued_without_a_number(qtbot: QtBot, page: PrintPage, workspace: Workspace) -> None:
    page.show_item(SUMMARY)
    settled(qtbot, page)
    dialog = issue_dialog(page)
    assert dialog.number is not None
    dialog.number.setValue(0)
    assert dialog.number.text() == "không số"
    dialog.going.click()
    assert [paper.number for paper in workspace.read(issued_papers)] == [""]


def test_a_decision_has_its_own_number_and_day(page: PrintPage) -> None:
    dialog = issue_dialog(page)
    assert (dialog.number, dialog.day) == (None, None)
    assert any("mang số: 48/QĐ-TCT, ngày" in words.text() for words in dialog.findChildren(QLabel))


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


def told_as_handed(view: IssuedView, handed: bool) -> bool:
    return view.list.count() > 0 and ("; giao " in view.list.item(0).text()) is handed


def test_an_issued_document_is_found_and_noted_as_handed_over(
    qtbot: QtBot, issued: IssuedDialog, workspace: Workspace
) -> None:
    view, today = issued.view, datetime.date.today().strftime("%d/%m/%Y")
    number, marks = view.list.item(0).text().split("\n")
    assert number.startswith("48/QĐ-TCT  ·  ")
    assert (marks, view.details.text().endswith("Chưa lưu, chưa in, chưa giao.")) == (f"Phát hành {today}", True)
    view.search.setText("không có chữ này")
    assert (view.list.count(), view.saving.isHidden(), view.list.isHidden()) == (0, True, True)
    assert "Không có văn bản nào" in view.none.text()
    view.search.setText("48")
    assert (view.list.count(), view.none.isHidden()) == (1, True)
    view.handing.setFocus()
    view.handing.click()
    qtbot.waitUntil(partial(told_as_handed, view, True))  # the printing page reads the book in its thread
    assert issued.focusWidget() is view.handing
    assert view.list.item(0).text().endswith(f"Phát hành {today}; giao {today}")
    assert workspace.read(issued_papers)[0].printed_at == ""
    assert view.handing.text() == "Bỏ ghi đã gia&o"
    view.handing.click()
    assert workspace.read(issued_papers)[0].handed_at == ""


@pytest.mark.parametrize("last", [1, 2])
def test_it_counts_as_printed_once_all_of_its_pages_were_sent(
    qtbot: QtBot, page: PrintPage, issued: IssuedDialog, operations: Operations, tmp_path: Path, last: int
) -> None:
    proof = settled(qtbot, page)
    assert proof.sheets == 2
    choice = PrintChoice(printer="HP 1020", copies=1, first=1, last=last)
    page.output.send(proof, paper_printer(tmp_path / "giấy.pdf"), choice)
    done(qtbot, operations)
    (paper,) = operations.workspace.read(issued_papers)
    assert (bool(paper.printed_at), paper.saved_at, paper.handed_at) == (last == 2, "", "")


def test_one_year_is_chosen_and_says_what_to_do_where_it_has_nothing(
    issued: IssuedDialog, workspace: Workspace
) -> None:
    assert (issued.years.currentText(), issued.view.list.count()) == ("mọi năm", 1)
    issued.years.setCurrentText("2020")  # the year of the decision
    assert issued.view.list.count() == 1
    undo.undo(workspace)
    issued.view.reread(None)
    assert issued.view.none.text().startswith("Chưa có văn bản nào của năm 2020 được phát hành. Ở trang In ấn")


def test_the_documents_of_a_decision_and_a_unit_stand_beside_them(
    qtbot: QtBot, page: PrintPage, issued: IssuedDialog, operations: Operations, decision: str, unit: str
) -> None:
    for section, kind, uid in (
        (DecisionsList(operations), "decision", decision),
        (UnitsList(operations), "unit", unit),
    ):
        qtbot.addWidget(section)
        section.set_year(2020)
        section.reread(None)
        section.show_record(kind, uid)
        tabs = section.record.tabs
        tabs.strip.turn(tabs.strip.offered().index("Đã phát hành"))
        tab = tabs.current_widget()
        assert isinstance(tab, IssuedTab)
        assert [paper.number for paper in tab.papers] == ["48/QĐ-TCT"]
        issued.view.handing.click()
        tab.reread(None)
        for view in (tab, issued.view):
            qtbot.waitUntil(partial(told_as_handed, view, kind == "decision"))
        settled(qtbot, page)  # it reads the book again in its thread


def test_the_first_page_opens_the_documents_of_its_year(
    qtbot: QtBot, issued: IssuedDialog, operations: Operations
) -> None:
    page = OverviewPage(operations)
    qtbot.addWidget(page)
    page.set_year(2019)
    dialog = page.show_issued()
    assert (dialog.years.currentText(), dialog.view.list.count()) == ("2019", 0)
    dialog.years.setCurrentText("2020")
    assert dialog.view.list.count() == 1


def test_an_empty_list_says_how_a_document_comes_into_it(qtbot: QtBot, print_page: PrintPage) -> None:
    opened(qtbot, print_page)  # it reads the book in its thread
    print_page.issued.click()
    dialog = print_page.window().findChild(IssuedDialog)
    assert isinstance(dialog, IssuedDialog)
    assert "bấm “Phát hành…”" in dialog.view.none.text()


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
