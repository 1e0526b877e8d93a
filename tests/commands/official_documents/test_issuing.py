"""Issued documents: the very paper is kept, a new version says why, and the marks are set by the acts they name."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.official_documents.issuing import (
    IssueMark,
    issue,
    issue_state,
    issued_pdf,
    mark,
    printable_of,
    write_issued,
)
from cluster_desktop.commands.official_documents.numbering import give_number
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.issued import IssuedPaper, issued_papers
from cluster_desktop.records.queries.printing.numbering import NumberedDocument

DECISION, SUMMARY = PRINTABLES["decision"], PRINTABLES["annual-summary"]
OF_2020 = Request(year=2020)


@pytest.fixture
def decision(workspace: Workspace, unit: str, person: str) -> Request:
    """A decision of 2020 about one person, to be issued."""
    day = PartialDate(2020, 12, 1)
    draft = DecisionDraft(number="48", decided_on=day, year=2020, level="CO_SO", unit_uid=unit)
    uid = records.create(workspace, draft).uids[0]
    award = AwardDraft(
        recipient_kind="CA_NHAN", person_uid=person, award="GK", decision_uid=uid, citation="Có thành tích"
    )
    records.create(workspace, award)
    return Request(decision_uid=uid)


def papers(workspace: Workspace) -> tuple[IssuedPaper, ...]:
    return workspace.read(issued_papers)


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)


def retitle(workspace: Workspace, decision: Request, title: str) -> None:
    row = workspace.read(listing.find, "decision", str(decision.decision_uid))
    kept: dict[str, Any] = {key: row.values[key] for key in DecisionDraft().values()}
    records.edit(workspace, row.uid, DecisionDraft(**kept | {"title": title}))


def test_the_very_paper_is_kept_whatever_the_book_says_later(
    workspace: Workspace, decision: Request, tmp_path: Path
) -> None:
    assert issue_state(workspace, DECISION, decision).sentence == ""
    issue(workspace, DECISION, decision)
    (paper,) = papers(workspace)
    assert (paper.document, paper.version, paper.newest, paper.dated_on) == (
        "decision",
        1,
        True,
        PartialDate(2020, 12, 1),
    )
    assert issue_state(workspace, DECISION, decision).sentence == "Đúng như bản đã phát hành."
    before = issued_pdf(workspace, paper.uid)
    assert "Nguyễn Văn Hiệp" in text_of(before)
    retitle(workspace, decision, "Khen thưởng đột xuất <b>&")
    assert issued_pdf(workspace, paper.uid) == before
    target = tmp_path / "Quyết định.pdf"
    write_issued(workspace, paper.uid, target)
    assert target.read_bytes() == before
    assert check(workspace).ok


def test_what_differs_is_shown_and_a_new_version_says_why(workspace: Workspace, decision: Request) -> None:
    issue(workspace, DECISION, decision)
    with pytest.raises(errors.Refused, match="không có gì khác"):
        issue(workspace, DECISION, decision, "không vì gì")
    retitle(workspace, decision, "Về việc khen thưởng đột xuất")
    state = issue_state(workspace, DECISION, decision)
    assert state.sentence == f"Khác bản đã phát hành: {len(state.differences)} chỗ."
    assert any("khen thưởng đột xuất" in place.after for place in state.differences)
    for reason in ("", "   "):
        with pytest.raises(errors.Refused, match="Hãy ghi lý do lập bản mới"):
            issue(workspace, DECISION, decision, reason)
    issue(workspace, DECISION, decision, " Sửa\ntrích yếu ")
    second, first = papers(workspace)
    assert (second.version, second.newest, second.reason) == (2, True, "Sửa trích yếu")
    assert (first.version, first.newest, first.reason) == (1, False, "")
    assert "đột xuất" not in text_of(issued_pdf(workspace, first.uid))


def test_issuing_is_one_act_that_can_be_taken_back(workspace: Workspace, decision: Request) -> None:
    issue(workspace, DECISION, decision)
    undo.undo(workspace)
    assert papers(workspace) == ()
    assert issue_state(workspace, DECISION, decision).uid == ""
    undo.redo(workspace)
    assert len(papers(workspace)) == 1


def test_saved_printed_and_handed_over_are_three_marks(workspace: Workspace, decision: Request, tmp_path: Path) -> None:
    issue(workspace, DECISION, decision)
    uid = papers(workspace)[0].uid
    assert [papers(workspace)[0].saved_at, papers(workspace)[0].printed_at, papers(workspace)[0].handed_at] == [
        "",
        "",
        "",
    ]
    mark(workspace, uid, IssueMark.PRINTED)
    assert (bool(papers(workspace)[0].printed_at), papers(workspace)[0].saved_at) == (True, "")
    mark(workspace, uid, IssueMark.HANDED_OVER)
    write_issued(workspace, uid, tmp_path / "a.pdf")
    assert all((papers(workspace)[0].saved_at, papers(workspace)[0].handed_at))
    with pytest.raises(errors.RecordMissing):
        mark(workspace, "nowhere", IssueMark.PRINTED)
    with pytest.raises(errors.CannotWrite):
        write_issued(workspace, uid, tmp_path / "không có" / "a.pdf")


def test_a_document_of_a_year_bears_the_number_it_was_given(workspace: Workspace, unit: str) -> None:
    give_number(workspace, NumberedDocument("annual-summary", "BC", 2020), 5)
    issue(workspace, SUMMARY, OF_2020)
    (paper,) = papers(workspace)
    assert (paper.year, paper.number) == (2020, "05/BC-CTĐ")
    assert issue_state(workspace, SUMMARY, Request(year=2019)).uid == ""


def test_issued_documents_are_found_by_words_year_and_unit(workspace: Workspace, unit: str, decision: Request) -> None:
    other = records.create(workspace, UnitDraft(code="X", name="Trường X", short_name="X")).uids[0]
    staff = PRINTABLES["staff-list"]
    issue(workspace, SUMMARY, OF_2020)
    issue(workspace, staff, Request(unit_uid=unit))
    issue(workspace, staff, Request(unit_uid=other))
    of_unit = workspace.read(issued_papers, unit_uid=unit)
    assert [(paper.document, paper.unit) for paper in of_unit] == [("staff-list", "Lào Cai")]
    assert [paper.document for paper in workspace.read(issued_papers, year=2020)] == ["annual-summary"]
    assert [paper.document for paper in workspace.read(issued_papers, words="tong ket")] == ["annual-summary"]
    assert workspace.read(issued_papers, words="không có") == ()


def test_a_kind_this_program_does_not_know_is_said(workspace: Workspace) -> None:
    assert printable_of("decision") is DECISION
    with pytest.raises(errors.Refused, match="không lập loại văn bản này"):
        printable_of("from-a-newer-program")
