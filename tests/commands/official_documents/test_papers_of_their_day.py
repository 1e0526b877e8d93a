"""A paper of 2018 stays as it was, whatever becomes of its people and units in later years."""

import contextlib
import datetime
import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.dossiers.dossier import dossier_of
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES, as_pdf, compose
from cluster_desktop.commands.official_documents.printable import Question
from cluster_desktop.commands.printing.certificates import certificates_of, certificates_of_event, words_now
from cluster_desktop.commands.records import records
from cluster_desktop.commands.units.unit_changes import merge_units, rename_department, rename_unit
from cluster_desktop.documents.certificates.certificates import write_certificates
from cluster_desktop.documents.content.composition import composition
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.events.events import EventDraft, PaperDraft, ResultDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import InitiativeDraft, PersonDraft, RatingDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import DepartmentRenameDraft, MergerDraft, RenameDraft
from cluster_desktop.domain.units.units import ClusterDraft, DepartmentDraft, MembershipDraft, UnitDraft
from cluster_desktop.domain.units.vocabulary import MemberRole
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Award, Nomination
from cluster_desktop.records.queries.lists import listing

YEAR = 2018
END = datetime.date(YEAR, 12, 31)
GV, PTK, TK, HT = "Giảng viên", "Phó Trưởng khoa", "Trưởng khoa", "Hiệu trưởng"
NAMES = ("Lò Thị Ơn", "Giàng A Páo", "Đặng Văn Hoà", "Sùng Ân", "Bế Thị Điều", "Tẩn Mẩy")
ACTS_IN_A_ROW = 8


@dataclass(frozen=True)
class Book:
    """Two schools with everything that papers of 2018 name."""

    workspace: Workspace
    units: tuple[str, str]
    departments: tuple[str, ...]
    people: tuple[str, ...]
    decision: str
    awards: tuple[str, ...]
    session: str
    nominations: tuple[str, ...]
    event: str

    def asked(self, key: str) -> dict[str, object]:
        answers = {
            Question.YEAR: ("year", YEAR),
            Question.UNIT: ("unit_uid", self.units[0]),
            Question.PERSON: ("person_uid", self.people[0]),
            Question.DECISION: ("decision_uid", self.decision),
            Question.SESSION: ("session_uid", self.session),
        }
        return {**dict(answers[question] for question in PRINTABLES[key].asks), "today": END}

    def papers(self) -> dict[str, str]:
        """What every paper of the year says, by its name."""
        said = {key: composition(compose(self.workspace, key, **self.asked(key))) for key in PRINTABLES}
        for uid in (*self.units, self.people[1]):
            about: dict[str, Any] = {"person_uid": uid} if uid in self.people else {"unit_uid": uid}
            report = compose(self.workspace, "achievement-report", year=YEAR, today=END, **about)
            said[f"achievement-report {uid}"] = composition(report)
        for uid in self.nominations:
            for name, document in dossier_of(self.workspace, uid).documents.items():
                said[f"{name} {uid}"] = composition(document)
        said["certificates"] = repr(certificates_of(self.workspace, self.decision).contents)
        said["certificates of the event"] = repr(certificates_of_event(self.workspace, self.event).contents)
        said["words"] = repr([words_now(self.workspace, uid) for uid in self.awards])
        return said

    def printed(self) -> dict[str, bytes]:
        """The very bytes of some of them."""
        keys = ("decision", "achievement-report", "short-list", "staff-list")
        pages = {key: as_pdf(compose(self.workspace, key, **self.asked(key)))[0] for key in keys}
        stream = io.BytesIO()
        write_certificates(certificates_of(self.workspace, self.decision).contents, stream)
        return {**pages, "certificates": stream.getvalue()}


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


def enter(workspace: Workspace, draft: PersonDraft) -> str:
    """Bring in somebody from the list of the end of 2017."""
    with workspace.changing("Nhập") as session:
        return records.add(session, draft, dating=Dating(Way.LIST, "2017-12-31")).uid


def edit(workspace: Workspace, uid: str, dating: Dating | None = None, **changed: Any) -> None:
    values = dict(workspace.read(listing.find, "person", uid).values)
    records.edit(workspace, uid, PersonDraft(**values | changed), *((dating,) if dating else ()))


@pytest.fixture
def book(workspace: Workspace, unit: str) -> Book:
    draft = UnitDraft(code="YENBAI", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái", province="Yên Bái")
    units = (put(workspace, draft), unit)
    names = ("Khoa Xây dựng Đảng", "Phòng Quản lý đào tạo")
    departments = tuple(put(workspace, DepartmentDraft(unit_uid=units[0], name=name)) for name in names)
    departments += (put(workspace, DepartmentDraft(unit_uid=units[1], name=names[0])),)
    people = []
    for place, name in enumerate(NAMES):
        home = place % 2
        draft_of = PersonDraft(
            full_name=name,
            unit_uid=units[home],
            department_uid=departments[2] if home else departments[place // 2 % 2],
            position=(GV, PTK, TK)[place % 3],
            degree="CU_NHAN",
            political_theory="TRUNG_CAP",
        )
        people.append(enter(workspace, draft_of))
    cluster = put(workspace, ClusterDraft(name="Cụm thi đua"))
    for role, uid in zip(MemberRole, units, strict=False):
        put(workspace, MembershipDraft(cluster_uid=cluster, unit_uid=uid, year=YEAR, role=role))
    return _with_awards(workspace, units, departments, tuple(people))


def _with_awards(
    workspace: Workspace, units: tuple[str, str], departments: tuple[str, ...], people: tuple[str, ...]
) -> Book:
    round_uid = put(workspace, RoundDraft(name="Tổng kết năm 2018", year=YEAR))
    meeting = CouncilSessionDraft(
        name="Họp Hội đồng", year=YEAR, unit_uid=units[0], held_on=PartialDate(YEAR, 12, 1), members_total=9
    )
    session, nominations = put(workspace, meeting), []
    for place, uid in enumerate(people):
        put(workspace, RegistrationDraft(year=YEAR, person_uid=uid, award="CSTDCS", registered_on=PartialDate(YEAR, 2)))
        put(workspace, RatingDraft(person_uid=uid, year=YEAR, quality="HTTNV"))
        put(workspace, InitiativeDraft(person_uid=uid, year=YEAR, title=f"Đổi mới giờ giảng {place}", level="CO_SO"))
        nomination = NominationDraft(
            round_uid=round_uid,
            person_uid=uid,
            award="CSTDCS",
            state="DONG_Y",
            votes_for=9,
            votes_total=9,
            session_uid=session,
            received_on=PartialDate(YEAR, 11, 20) if place % 2 else None,
        )
        nominations.append(put(workspace, nomination))
    signed = PartialDate(YEAR, 12, 25)
    decision = DecisionDraft(
        number="9/QĐ",
        decided_on=signed,
        year=YEAR,
        level="CO_SO",
        unit_uid=units[0],
        signer_title=HT,
        signer_name="Hà Thị Minh",
    )
    decided = put(workspace, decision)
    awards = [
        put(workspace, AwardDraft(decision_uid=decided, ordinal=number, person_uid=uid, award="LDTT"))
        for number, uid in enumerate(people, start=1)
    ]
    whose: dict[str, Any] = {"recipient_kind": "KHOA_PHONG", "department_uid": departments[0]}
    awards.append(put(workspace, AwardDraft(decision_uid=decided, ordinal=9, award="TTLDTT", **whose)))
    event = put(
        workspace,
        EventDraft(
            kind="HOI_THI",
            level="CUM",
            title="Hội thao",
            year=YEAR,
            host_uid=units[0],
            starts_on=PartialDate(YEAR, 5, 1),
        ),
    )
    put(workspace, ResultDraft(event_uid=event, person_uid=people[0], discipline="Cầu lông", prize="NHAT"))
    put(workspace, PaperDraft(event_uid=event, person_uid=people[1], title="Chuyển đổi số"))
    return Book(workspace, units, departments, people, decided, tuple(awards), session, tuple(nominations), event)


class Later:
    """Things that happen to the people of the book after 2018, at random."""

    def __init__(self, book: Book, seed: int) -> None:
        self.book, self.workspace, self.random = book, book.workspace, random.Random(seed)
        self.acts: tuple[Callable[[], None], ...] = (
            *(self.promote, self.promote, self.transfer, self.leave, self.study, self.confirm),
            *(self.award, self.nominate, self.join, self.merge, self.rename, self.rename_department),
        )

    def happen(self, acts: int) -> None:
        """Let so much happen; what cannot be does not, such as a second merger of one school."""
        happened: list[str] = []
        for _try in range(10 * acts):
            act = self.random.choice(self.acts)
            with contextlib.suppress(errors.UserError):
                act()
                happened.append(act.__name__)
            if len(happened) == acts:
                return
        raise AssertionError(f"only {happened}")

    def _day(self) -> str:
        first = datetime.date(YEAR + 1, 1, 1)
        return (first + datetime.timedelta(days=self.random.randrange(2000))).isoformat()

    def _somebody(self) -> str:
        return self.random.choice(self.book.people)

    def _change(self, uid: str, **changed: Any) -> None:
        edit(self.workspace, uid, Dating(Way.CHANGE, self._day()), **changed)

    def promote(self) -> None:
        self._change(self._somebody(), position=self.random.choice((PTK, TK, HT)))

    def transfer(self) -> None:
        home = self.random.randrange(2)
        department = self.book.departments[2] if home else self.random.choice(self.book.departments[:2])
        self._change(self._somebody(), unit_uid=self.book.units[home], department_uid=department)

    def leave(self) -> None:
        status = self.random.choice(("NGHI_HUU", "CHUYEN_CONG_TAC", "TU_TRAN", "DI_HOC"))
        self._change(self._somebody(), status=status)

    def study(self) -> None:
        self._change(self._somebody(), degree=self.random.choice(("THAC_SI", "TIEN_SI")), political_theory="CAO_CAP")

    def confirm(self) -> None:
        """A list of a later day names another post."""
        uid = self._somebody()
        dating = Dating(Way.LIST, self._day(), frozenset({"position"}))
        edit(self.workspace, uid, dating, position=self.random.choice((GV, HT)))

    def award(self) -> None:
        day = PartialDate.from_iso(self._day())
        number = f"{self.random.randrange(10**6)}/QĐ"
        signed = DecisionDraft(number=number, decided_on=day, year=day.year, level="TINH", issuer="UBND tỉnh")
        decision = put(self.workspace, signed)
        for uid in (self._somebody(), *self.book.units):
            whose: dict[str, Any] = (
                {"recipient_kind": "DON_VI", "unit_uid": uid} if uid in self.book.units else {"person_uid": uid}
            )
            put(self.workspace, AwardDraft(decision_uid=decision, award="BK_TINH", **whose))

    def nominate(self) -> None:
        day = PartialDate.from_iso(self._day())
        later = put(self.workspace, RoundDraft(name=f"Đợt {self.random.random()}", year=day.year))
        put(self.workspace, NominationDraft(round_uid=later, person_uid=self._somebody(), award="CSTDCS"))

    def join(self) -> None:
        day = PartialDate.from_iso(self._day())
        name = f"Lý {self.random.randrange(10**6)}"
        department = self.book.departments[0]
        put(
            self.workspace,
            PersonDraft(full_name=name, unit_uid=self.book.units[0], department_uid=department, joined_unit=day),
        )

    def rename(self) -> None:
        name = f"Trường {self.random.randrange(10**6)}"
        draft = RenameDraft(name=name, short_name=name, province="Tỉnh mới", on=PartialDate.from_iso(self._day()))
        rename_unit(self.workspace, self.random.choice(self.book.units), draft)

    def rename_department(self) -> None:
        name = f"Khoa {self.random.randrange(10**6)}"
        draft = DepartmentRenameDraft(name=name, on=PartialDate.from_iso(self._day()))
        rename_department(self.workspace, self.random.choice(self.book.departments), draft)

    def merge(self) -> None:
        source, target = self.random.sample(self.book.units, 2)
        draft = MergerDraft(target_uid=target, on=PartialDate.from_iso(self._day()), reason="Nghị quyết")
        merge_units(self.workspace, source, draft)


@pytest.mark.parametrize("seed", range(6))
def test_papers_and_certificates_of_a_year_stay_as_they_were(book: Book, seed: int) -> None:
    before = book.papers()
    Later(book, seed).happen(ACTS_IN_A_ROW)
    after = book.papers()
    assert [name for name, said in before.items() if after[name] != said] == []


def test_the_printed_pages_are_the_same_to_the_byte(book: Book) -> None:
    before = book.printed()
    edit(book.workspace, book.people[0], Dating(Way.CHANGE, "2020-03-01"), position=HT)
    edit(book.workspace, book.people[2], Dating(Way.CHANGE, "2021-09-01"), status="NGHI_HUU", degree="TIEN_SI")
    merge_units(
        book.workspace, book.units[0], MergerDraft(target_uid=book.units[1], on=PartialDate(2025, 7, 1), reason="NQ")
    )
    after = book.printed()
    assert [name for name, pages in before.items() if after[name] != pages] == []


def describe(book: Book, table: type[Award] | type[Nomination], uid: str, words: str) -> None:
    """Type what the paper says into the form of an award or a nomination."""
    kind: type[Draft] = AwardDraft if table is Award else NominationDraft

    def draft(session: Session) -> Draft:
        return records.draft_of(living(session, table, uid), kind, described_as=words)

    records.edit(book.workspace, uid, book.workspace.read(draft))


def described(book: Book) -> dict[str, str]:
    return {
        content.recipient_name: content.recipient_description
        for content in certificates_of(book.workspace, book.decision).contents
    }


def test_a_certificate_names_the_post_of_the_day_of_its_decision(book: Book) -> None:
    first = "Giảng viên Khoa Xây dựng Đảng, Trường Chính trị tỉnh Yên Bái"
    assert described(book)["Lò Thị Ơn"] == first
    edit(book.workspace, book.people[0], Dating(Way.CHANGE, "2018-12-26"), position=TK)
    assert described(book)["Lò Thị Ơn"] == first
    edit(book.workspace, book.people[0], Dating(Way.CHANGE, "2018-12-25"), position=PTK)
    assert described(book)["Lò Thị Ơn"] == "Phó Trưởng khoa Xây dựng Đảng, Trường Chính trị tỉnh Yên Bái"


def test_of_somebody_who_came_later_nothing_is_said_of_an_earlier_day(book: Book) -> None:
    draft = PersonDraft(
        full_name="Hoàng Văn Thụ", unit_uid=book.units[0], position=TK, joined_unit=PartialDate(2021, 9, 1)
    )
    uid = put(book.workspace, draft)
    put(book.workspace, AwardDraft(decision_uid=book.decision, ordinal=20, person_uid=uid, award="LDTT"))
    assert described(book)["Hoàng Văn Thụ"] == ""


def test_a_report_tells_the_awards_before_it_without_the_one_proposed(book: Book) -> None:
    uid = book.people[1]  # the dossier was received on 20/11/2018
    for number, day, award, year in (
        ("1/QĐ", PartialDate(2017, 12, 20), "CSTDCS", 2017),
        ("2/QĐ", PartialDate(2018, 11, 21), "GK", 2018),
        ("3/QĐ", PartialDate(2018, 12, 28), "CSTDCS", 2018),
    ):
        signed = DecisionDraft(number=number, decided_on=day, year=year, level="CO_SO", issuer="Trường")
        decision = put(book.workspace, signed)
        put(book.workspace, AwardDraft(decision_uid=decision, person_uid=uid, award=award))
    (report,) = (
        document
        for name, document in dossier_of(book.workspace, book.nominations[1]).documents.items()
        if name.startswith("02-")
    )
    said = composition(report)
    assert [number for number in ("1/QĐ", "2/QĐ", "3/QĐ", "9/QĐ") if number in said] == ["1/QĐ"]


def test_a_report_without_a_day_is_as_of_before_the_decision_on_it(book: Book) -> None:
    uid = book.people[0]  # of its dossier no day is known; LĐTT was decided on 25/12/2018
    signed = DecisionDraft(
        number="3/QĐ", decided_on=PartialDate(2018, 12, 28), year=YEAR, level="CO_SO", issuer="Trường"
    )
    decision = put(book.workspace, signed)
    for award in ("CSTDCS", "GK"):
        put(book.workspace, AwardDraft(decision_uid=decision, person_uid=uid, award=award))
    said = composition(compose(book.workspace, "achievement-report", year=YEAR, person_uid=uid))
    assert ("9/QĐ" in said, "3/QĐ" in said) == (True, False)


def test_the_words_of_the_paper_win_in_every_document(book: Book) -> None:
    words = "Phó Trưởng khoa Lý luận cơ sở"
    describe(book, Award, book.awards[0], words)
    describe(book, Nomination, book.nominations[0], words)
    school = "Trường Chính trị tỉnh Yên Bái"
    assert described(book)["Lò Thị Ơn"] == f"{words}, {school}"
    for key in (
        "decision",
        "short-list",
        "head-submission",
        "council-minutes",
        "ballot",
        "bonus-list",
        "award-register",
    ):
        assert words in composition(compose(book.workspace, key, **book.asked(key))), key
    said = composition(compose(book.workspace, "achievement-report", year=YEAR, person_uid=book.people[0]))
    assert words in said


def test_words_that_name_the_unit_get_no_second_one(book: Book) -> None:
    words = "Giảng viên, TCT Yên Bái"
    describe(book, Award, book.awards[0], words)
    assert described(book)["Lò Thị Ơn"] == words
