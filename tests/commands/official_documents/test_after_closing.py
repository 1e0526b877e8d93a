"""What is done after a year was closed: its figures and papers stay as they were, and everything else is refused."""

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.awards.received_decisions import revoke
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES, compose
from cluster_desktop.commands.official_documents.closing_years import KEPT, close_year, open_year
from cluster_desktop.commands.official_documents.issuing import (
    IssueMark,
    IssueTerms,
    issue,
    issue_state,
    mark,
    proposed_terms,
)
from cluster_desktop.commands.official_documents.numbering import give_number
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.commands.printing.certificate_numbers import give_numbers
from cluster_desktop.commands.printing.certificates import certificates_of
from cluster_desktop.commands.printing.printings import remember, void_after
from cluster_desktop.commands.records import attachments, records, undo
from cluster_desktop.commands.settings.own_words import save_own_words
from cluster_desktop.commands.units.handover import tick_items
from cluster_desktop.commands.units.unit_changes import merge_units
from cluster_desktop.commands.year.milestones import mark_milestones
from cluster_desktop.documents.content.composition import composition, differences
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.events.events import AttachmentDraft, EventDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.printing.own_words import WordsPart
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft
from cluster_desktop.domain.units.units import ClusterDraft, MembershipDraft, UnitDraft
from cluster_desktop.domain.year.year_plan import HandoverItemDraft, MilestoneDraft, RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.issued import issued_papers
from cluster_desktop.records.queries.printing.numbering import NumberedDocument
from cluster_desktop.records.rows import Listing

YEAR = 2020
TODAY = datetime.date.today()
TODAY_TOO = PartialDate.of(TODAY)
LATER = PartialDate.of(TODAY + datetime.timedelta(days=40))
CLOSED = f"Năm {YEAR} đã chốt ngày .* mở lại năm và ghi lý do"
ACTS_IN_A_ROW = 12
PAPERS = (*KEPT, "decision", "bonus-list", "registration-list", "handover-minutes")
OTHERS = ("short-list", "submission", "council-minutes")
"""Papers of the year that nobody issued."""
OF_THE_OTHER_SCHOOL = ("registration-list", *OTHERS)


@dataclass
class Year:
    """The year 2020 of two schools, closed today."""

    workspace: Workspace
    uids: dict[str, str]
    awards: list[str]

    def request(self, key: str) -> Request:
        decision = self.uids["decision"] if key == "decision" else None
        whose = self.uids["other" if key in OF_THE_OTHER_SCHOOL else "unit"]
        unit = None if key in KEPT else whose  # as the closing issues them
        return Request(year=YEAR, decision_uid=decision, unit_uid=unit, today=TODAY)

    def papers(self) -> dict[str, str]:
        """What the papers of the year say, as of the day of the closing."""
        read = self.workspace.read
        return {key: composition(read(PRINTABLES[key].read, self.request(key))) for key in (*PAPERS, *OTHERS)}

    def put(self, draft: Draft) -> str:
        return records.create(self.workspace, draft).uids[0]

    def edit(self, kind: str, draft: type[Draft], **changed: Any) -> None:
        row = self.workspace.read(listing.find, kind, self.uids[kind])
        kept = {key: row.values[key] for key in draft().values()}
        records.edit(self.workspace, row.uid, draft(**kept | changed))

    def attach(self, kind: str, **owner: Any) -> None:
        draft = AttachmentDraft(kind=kind, file_name="Bản chụp.pdf", **owner)
        attachments.attach(self.workspace, [attachments.NewFile(draft, b"%PDF-1.4 ...", "application/pdf")])


@pytest.fixture
def year(workspace: Workspace, unit: str, person: str) -> Year:
    """A decision with two awards, a hand-over, a date, an event, a nomination and a registration; all issued."""
    book = Year(workspace, {"unit": unit, "person": person}, [])
    uids = book.uids
    uids["other"] = book.put(UnitDraft(code="YB", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái"))
    cluster = book.put(ClusterDraft(name="Cụm thi đua"))
    for role, uid in (("CUM_TRUONG", unit), ("THANH_VIEN", uids["other"])):
        book.put(MembershipDraft(cluster_uid=cluster, unit_uid=uid, year=YEAR, role=role))
    guest = book.put(PersonDraft(full_name="Lò Thị Ơn", unit_uid=uids["other"], joined_unit=PartialDate(2015)))
    uids["round"] = book.put(RoundDraft(name="Tổng kết", year=YEAR))
    day = PartialDate(YEAR, 12, 1)
    for draft in (
        DecisionDraft(number="48", decided_on=day, year=YEAR, level="CO_SO", unit_uid=unit),
        EventDraft(kind="HOI_NGHI", title="Hội nghị tổng kết", year=YEAR, starts_on=PartialDate(YEAR, 12, 20)),
        MilestoneDraft(year=YEAR, title="Tổng kết", due_on=day),
        HandoverItemDraft(year=YEAR, title="Cờ luân lưu"),
        RegistrationDraft(year=YEAR, person_uid=guest, award="LDTT"),
        NominationDraft(round_uid=uids["round"], person_uid=guest, award="LDTT", state="DE_NGHI"),
    ):
        uids[draft.KIND] = book.put(draft)
    for number, whom in enumerate((person, guest), 1):
        award = AwardDraft(decision_uid=uids["decision"], ordinal=number, person_uid=whom, award="GK", citation="Giỏi")
        book.awards.append(book.put(award))
    uids["award"] = book.awards[0]
    for key in PAPERS:
        if key not in KEPT:
            issue(workspace, PRINTABLES[key], book.request(key))
    close_year(workspace, YEAR)
    return book


class Afterwards:
    """What an office does about a year after it was closed, at random."""

    def __init__(self, year: Year, seed: int) -> None:
        self.year, self.workspace, self.random = year, year.workspace, random.Random(seed)
        self.acts: tuple[Callable[[], None], ...] = (
            *(self.number, self.print_sheets, self.spoil, self.revoke, self.restore),
            *(self.tick, self.finish, self.scan, self.hand_over, self.merge, self.undo, self.redo),
        )

    def happen(self) -> list[str]:
        """So many acts, each of which is let through; those that make no sense now are left out."""
        happened: list[str] = []
        while len(happened) < ACTS_IN_A_ROW:
            act = self.random.choice(self.acts)
            if _is_done(act):
                happened.append(act.__name__)
        return happened

    def number(self) -> None:
        give_numbers(self.workspace, self.year.uids["decision"], "{so:03d}/{nam}")

    def print_sheets(self) -> None:
        remember(self.workspace, certificates_of(self.workspace, self.year.uids["decision"]))

    def spoil(self) -> None:
        void_after(self.workspace, self.year.awards[:1])

    def revoke(self) -> None:
        whom = self.random.sample(self.year.awards, k=self.random.randint(1, 2))
        revoke(self.workspace, whom, "Kê khai sai <b>&", self.random.choice((TODAY_TOO, LATER)))

    def restore(self) -> None:
        self.year.edit("award", AwardDraft, state="HIEU_LUC", revoked_because=None, revoked_on=None)

    def tick(self) -> None:
        on = TODAY + datetime.timedelta(days=self.random.randint(1, 30))
        tick_items(self.workspace, [self.year.uids["handover_item"]], done=self.random.random() < 0.7, on=on)

    def finish(self) -> None:
        mark_milestones(self.workspace, [self.year.uids["milestone"]], done=self.random.random() < 0.7, on=TODAY)

    def scan(self) -> None:
        owner = self.random.choice(("event_uid", "nomination_uid"))
        self.year.attach("TEP", **{owner: self.year.uids[owner.removesuffix("_uid")]})

    def hand_over(self) -> None:
        paper = self.random.choice(self.workspace.read(issued_papers))
        mark(self.workspace, paper.uid, self.random.choice(list(IssueMark)))

    def merge(self) -> None:
        draft = MergerDraft(target_uid=self.year.uids["unit"], on=PartialDate(2025, 7, 1), reason="Nghị quyết")
        merge_units(self.workspace, self.year.uids["other"], draft)

    def undo(self) -> None:
        if undo.undo_label(self.workspace) != f"Chốt năm {YEAR}":
            undo.undo(self.workspace)

    def redo(self) -> None:
        undo.redo(self.workspace)


def _is_done(act: Callable[[], None]) -> bool:
    try:
        act()
    except errors.UserError as error:
        if "đã chốt" in error.sentence:
            raise
        return False
    return True


@pytest.mark.parametrize("seed", range(5))
def test_what_comes_later_alters_no_paper_of_the_year(year: Year, seed: int) -> None:
    before = year.papers()
    happened = Afterwards(year, seed).happen()
    after = year.papers()
    altered = {key: differences(said, after[key]) for key, said in before.items() if differences(said, after[key])}
    assert altered == {}, happened
    for key in PAPERS:
        state = issue_state(year.workspace, PRINTABLES[key], year.request(key))
        assert (bool(state.uid), state.differences) == (True, ()), (key, happened)


def test_a_revocation_of_a_later_day_is_told_by_papers_of_later_days_alone(year: Year) -> None:
    revoke(year.workspace, year.awards[:1], "Kê khai sai", TODAY_TOO)
    register, tomorrow = PRINTABLES["award-register"], TODAY + datetime.timedelta(days=1)
    assert "Đã thu hồi" not in year.papers()["award-register"]
    now = year.workspace.read(register.read, Request(year=YEAR, unit_uid=year.uids["unit"], today=tomorrow))
    assert f"Đã thu hồi ngày {TODAY_TOO.show()}: Kê khai sai" in composition(now)
    assert "Nguyễn Văn Hiệp" in year.papers()["decision"]  # who was honoured in the paper that was signed
    names = [content.recipient_name for content in certificates_of(year.workspace, year.uids["decision"]).contents]
    assert names == ["Lò Thị Ơn"]  # no certificate is printed for what was taken back


@pytest.mark.parametrize("day", [None, PartialDate(YEAR, 12, 15), PartialDate(TODAY.year - 1), PartialDate(TODAY.year)])
def test_a_revocation_without_a_day_after_the_closing_is_refused(year: Year, day: PartialDate | None) -> None:
    with pytest.raises(errors.Refused, match="chỉ thu hồi được từ ngày ấy trở đi. Hãy ghi đủ ngày thu hồi, hoặc mở"):
        revoke(year.workspace, year.awards, "Kê khai sai", day)
    assert year.workspace.read(listing.find, "award", year.awards[0]).values["state"] == "HIEU_LUC"


def test_what_was_revoked_before_the_closing_is_not_revised(year: Year) -> None:
    open_year(year.workspace, YEAR, "Thu hồi một giấy khen")
    revoke(year.workspace, year.awards[:1], "Kê khai sai", PartialDate(2021, 3, 1))
    close_year(year.workspace, YEAR)
    with pytest.raises(errors.Refused, match="chỉ thu hồi được từ ngày ấy"):
        year.edit("award", AwardDraft, state="HIEU_LUC", revoked_because=None, revoked_on=None)
    with pytest.raises(errors.Refused, match="chỉ thu hồi được từ ngày ấy"):
        year.edit("award", AwardDraft, revoked_on=TODAY_TOO)


def alter_award(year: Year) -> None:
    year.edit("award", AwardDraft, citation="Lời khác", certificate_number="9")


def note_unit_by_hand(year: Year) -> None:
    year.edit("award", AwardDraft, at_unit_uid=year.uids["other"])


def revoke_and_alter(year: Year) -> None:
    year.edit("award", AwardDraft, ordinal=7, state="THU_HOI", revoked_because="Sai", revoked_on=LATER)


def retitle_milestone(year: Year) -> None:
    year.edit("milestone", MilestoneDraft, title="Việc khác", done_on=TODAY_TOO)


def move_milestone_out(year: Year) -> None:
    year.edit("milestone", MilestoneDraft, year=2021)


def retitle_handover(year: Year) -> None:
    year.edit("handover_item", HandoverItemDraft, title="Con dấu")


def move_nomination(year: Year) -> None:
    year.edit("nomination", NominationDraft, state="DONG_Y")


def add_photo(year: Year) -> None:
    year.attach("ANH", event_uid=year.uids["event"])


def rewrite_summary(year: Year) -> None:
    wording = compose(year.workspace, "annual-summary", year=YEAR).wording
    assert wording is not None
    save_own_words(year.workspace, wording, "Báo cáo tổng kết", {WordsPart.STRENGTHS: "Nhiều tiến bộ"})


def number_the_summary(year: Year) -> None:
    give_number(year.workspace, NumberedDocument("annual-summary", "BC", YEAR), 9)


def test_a_paper_of_the_year_gets_a_number_in_a_version_of_its_own(year: Year) -> None:
    summary, request = PRINTABLES["annual-summary"], year.request("annual-summary")
    assert year.workspace.read(proposed_terms, summary, request) == IssueTerms(0)  # it went out without one
    issue(year.workspace, summary, request, "Cấp số", IssueTerms(9))
    newest, first = year.workspace.read(issued_papers, words="tong ket")
    assert (newest.number[:3], newest.reason, first.number) == ("09/", "Cấp số", "")
    undo.undo(year.workspace)
    assert issue_state(year.workspace, summary, request).stands
    give_number(year.workspace, NumberedDocument("score-minutes", "BB", YEAR), 1)  # no paper of it was kept


def merge_within_the_year(year: Year) -> None:
    draft = MergerDraft(target_uid=year.uids["unit"], on=PartialDate(YEAR, 12, 31), reason="Nghị quyết")
    merge_units(year.workspace, year.uids["other"], draft)


@pytest.fixture
def tables() -> Callable[[Workspace], list[object]]:
    kinds = ("award", "milestone", "handover_item", "nomination", "attachment", "unit", "person")

    def read(workspace: Workspace) -> list[object]:
        return [workspace.read(listing.page, Listing(kind=kind)) for kind in kinds]

    return read


@pytest.mark.parametrize(
    "write",
    [
        *(alter_award, note_unit_by_hand, revoke_and_alter, retitle_milestone, move_milestone_out),
        *(retitle_handover, move_nomination, add_photo, rewrite_summary, number_the_summary),
        merge_within_the_year,
    ],
)
def test_what_alters_the_year_is_refused_whole(
    year: Year, write: Callable[[Year], None], tables: Callable[[Workspace], list[object]]
) -> None:
    before, label = tables(year.workspace), undo.undo_label(year.workspace)
    with pytest.raises(errors.Refused, match=CLOSED):
        write(year)
    assert (tables(year.workspace), undo.undo_label(year.workspace)) == (before, label)
    open_year(year.workspace, YEAR, "Sửa theo kiểm tra")
    write(year)
