"""Issued documents: the very paper is kept, a new version says why, and the marks are set by the acts they name."""

import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES, compose
from cluster_desktop.commands.official_documents.issuing import (
    IssueMark,
    IssueTerms,
    issue,
    issue_state,
    issued_pdf,
    mark,
    printable_of,
    proposed_terms,
    unmark,
    write_issued,
)
from cluster_desktop.commands.official_documents.numbering import give_number
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.settings.own_words import save_own_words
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.printing.own_words import WordsPart
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft, UnitHeadDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.issued import IssuedPaper, IssuedScope, issued_papers
from cluster_desktop.records.queries.printing.numbering import NumberedDocument, number_of

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
    assert paper.signer == ""  # the book names nobody: the paper has room to write, which is no name
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


def test_a_mark_names_its_day_and_a_slip_is_taken_back(workspace: Workspace, decision: Request) -> None:
    issue(workspace, DECISION, decision)
    uid, yesterday = papers(workspace)[0].uid, datetime.date.today() - datetime.timedelta(days=1)
    mark(workspace, uid, IssueMark.HANDED_OVER, yesterday)
    assert papers(workspace)[0].handed_at == yesterday.isoformat()
    unmark(workspace, uid, IssueMark.HANDED_OVER)
    assert papers(workspace)[0].handed_at == ""
    undo.undo(workspace)
    assert papers(workspace)[0].handed_at == yesterday.isoformat()
    with pytest.raises(errors.Refused, match="chưa đến. Hãy ghi ngày đã giao"):
        mark(workspace, uid, IssueMark.HANDED_OVER, datetime.date.today() + datetime.timedelta(days=1))


def number_of_summary(workspace: Workspace) -> int | None:
    return workspace.read(number_of, NumberedDocument("annual-summary", "BC", 2020))


def test_issuing_gives_number_and_day_in_one_act(workspace: Workspace, unit: str) -> None:
    give_number(workspace, NumberedDocument("annual-summary", "BC", 2019), 7)
    issue(workspace, SUMMARY, Request(year=2019))
    give_number(workspace, NumberedDocument("annual-summary", "BC", 2019), 0)
    terms = workspace.read(proposed_terms, SUMMARY, OF_2020)
    assert terms == IssueTerms(1)
    issue(workspace, SUMMARY, OF_2020, "", IssueTerms(1, PartialDate(2020, 12, 30)))
    paper = papers(workspace)[0]
    assert (paper.number, paper.dated_on) == ("01/BC-CTĐ", PartialDate(2020, 12, 30))
    text = text_of(issued_pdf(workspace, paper.uid))
    assert ("01/BC-CTĐ" in text, "ngày 30 tháng 12 năm 2020" in " ".join(text.split())) == (True, True)
    assert issue_state(workspace, SUMMARY, OF_2020).stands
    undo.undo(workspace)
    assert (number_of_summary(workspace), len(papers(workspace))) == (None, 1)
    undo.redo(workspace)
    assert (number_of_summary(workspace), len(papers(workspace))) == (1, 2)


def test_a_document_goes_out_without_a_number_or_with_only_a_year(workspace: Workspace, unit: str) -> None:
    issue(workspace, SUMMARY, OF_2020, "", IssueTerms(0, PartialDate(2021)))
    (paper,) = papers(workspace)
    assert (paper.number, paper.dated_on) == ("", PartialDate(2021))
    assert "ngày …… tháng …… năm 2021" in " ".join(text_of(issued_pdf(workspace, paper.uid)).split())
    assert issue_state(workspace, SUMMARY, OF_2020).stands
    issue(workspace, SUMMARY, OF_2020, "Cấp số sau", IssueTerms(3, PartialDate(2021)))
    assert [(one.version, one.number) for one in papers(workspace)] == [(2, "03/BC-CTĐ"), (1, "")]


def test_a_later_version_keeps_the_number_of_the_first(workspace: Workspace, unit: str) -> None:
    issue(workspace, SUMMARY, OF_2020, "", IssueTerms(4))
    wording = compose(workspace, "annual-summary", year=2020).wording
    assert wording is not None
    save_own_words(workspace, wording, "Báo cáo tổng kết", {WordsPart.STRENGTHS: "Nhiều tiến bộ"})
    assert workspace.read(proposed_terms, SUMMARY, OF_2020) == IssueTerms(4)
    issue(workspace, SUMMARY, OF_2020, "Bổ sung ưu điểm", IssueTerms(4))
    assert [(one.version, one.number) for one in papers(workspace)] == [(2, "04/BC-CTĐ"), (1, "04/BC-CTĐ")]


def test_what_cannot_be_numbered_or_dated_so_is_refused_and_nothing_is_kept(
    workspace: Workspace, unit: str, decision: Request
) -> None:
    give_number(workspace, NumberedDocument("handover-minutes", "BB", 2020), 2)
    minutes = PRINTABLES["score-minutes"]
    refusals = (
        (minutes, OF_2020, IssueTerms(2), "Số 02 đã cấp cho Biên bản bàn giao năm 2020. Số tiếp theo là 03"),
        (DECISION, decision, IssueTerms(2), "không có số trong dãy số của năm"),
        (DECISION, decision, IssueTerms(dated=PartialDate(2020, 12, 2)), "mang ngày 01/12/2020 của chính nó"),
    )
    for printable, request, terms, sentence in refusals:
        with pytest.raises(errors.Refused, match=sentence):
            issue(workspace, printable, request, "", terms)
    assert papers(workspace) == ()
    assert undo.undo_label(workspace) == "Cấp số 02 cho Biên bản bàn giao"
    assert workspace.read(proposed_terms, DECISION, decision) == IssueTerms()


def test_a_document_of_its_day_stays_as_it_was_issued_however_old_its_year(workspace: Workspace, unit: str) -> None:
    for printable in (SUMMARY, PRINTABLES["handover-minutes"], PRINTABLES["staff-statistics"]):
        for year in (2015, datetime.date.today().year):
            request = Request(year=year, unit_uid=unit)
            issue(workspace, printable, request)
            assert issue_state(workspace, printable, request).stands, (printable.key, year)


def test_minutes_of_long_ago_are_of_the_day_of_their_session(workspace: Workspace, unit: str, person: str) -> None:
    for name, day in (("Hà Thị Minh", PartialDate(2015, 1, 1)), ("Vàng A Páo", PartialDate(2018, 12, 20))):
        records.create(workspace, UnitHeadDraft(unit_uid=unit, name=name, title="Hiệu trưởng", day=day))
    meeting = CouncilSessionDraft(name="Họp", year=2018, unit_uid=unit, held_on=PartialDate(2018, 12, 1))
    session = records.create(workspace, meeting).uids[0]
    round_uid = records.create(workspace, RoundDraft(name="Tổng kết", year=2018)).uids[0]
    nomination = NominationDraft(
        round_uid=round_uid, person_uid=person, award="LDTT", state="DE_NGHI", session_uid=session
    )
    records.create(workspace, nomination)
    minutes, request = PRINTABLES["council-minutes"], Request(session_uid=session, unit_uid=unit, year=2018)
    issue(workspace, minutes, request, "", workspace.read(proposed_terms, minutes, request))
    (paper,) = papers(workspace)
    assert (paper.number[:3], paper.dated_on, paper.year) == ("01/", PartialDate(2018, 12, 1), 2018)
    assert issue_state(workspace, minutes, request).stands


def test_the_newest_version_is_known_where_words_find_only_the_old_one(workspace: Workspace, decision: Request) -> None:
    issue(workspace, DECISION, decision)
    kept = workspace.read(listing.find, "decision", str(decision.decision_uid)).values
    values: dict[str, Any] = {key: kept[key] for key in DecisionDraft().values()} | {"number": "49"}
    records.edit(workspace, str(decision.decision_uid), DecisionDraft(**values))
    issue(workspace, DECISION, decision, "Sai số")
    (old,) = workspace.read(issued_papers, words="48")
    assert (old.number, old.version, old.newest) == ("48", 1, False)
    of_decision = workspace.read(issued_papers, IssuedScope(decision_uid=decision.decision_uid))
    assert [paper.version for paper in of_decision] == [2, 1]
    assert workspace.read(issued_papers, IssuedScope(decision_uid="x")) == ()


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
    of_unit = workspace.read(issued_papers, IssuedScope(unit_uid=unit))
    assert [(paper.document, paper.unit) for paper in of_unit] == [("staff-list", "Lào Cai")]
    assert [paper.document for paper in workspace.read(issued_papers, IssuedScope(year=2020))] == ["annual-summary"]
    assert [paper.document for paper in workspace.read(issued_papers, words="tong ket")] == ["annual-summary"]
    assert workspace.read(issued_papers, words="không có") == ()


def test_a_kind_this_program_does_not_know_is_said(workspace: Workspace) -> None:
    assert printable_of("decision") is DECISION
    with pytest.raises(errors.Refused, match="không lập loại văn bản này"):
        printable_of("from-a-newer-program")
