"""A clerk's year told in the command line alone, from an empty book to certificates and the year's report.

The same year is done with the acts behind the buttons of the window; both books must give the same papers.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from cluster_desktop.commands.awards import councils, decisions, nominating, registrations
from cluster_desktop.commands.records import records
from cluster_desktop.commands.settings.office import save_office
from cluster_desktop.domain.awards.councils import CouncilMemberDraft, CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import DecisionDraft, RoundDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import InitiativeDraft, PersonDraft, RatingDraft
from cluster_desktop.domain.people.recipients import Recipient
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft, UnitHeadDraft
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.awards.proposals import proposals
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.cli.command_line import Clerk, CommandLine

SCHOOL = "Trường Chính trị tỉnh Sơn La"
PEOPLE = (
    ("Lò Thị Ơn", "Khoa Xây dựng Đảng", "02/09/1976", "Trưởng khoa", "Thạc sĩ", 5),
    ("Giàng A Páo", "Khoa Xây dựng Đảng", "1985", "Giảng viên", "Thạc sĩ", 4),
    ("Đặng Văn Hoà", "Phòng Tổ chức, Hành chính", "03/1990", "Chuyên viên", "Cử nhân", 1),
)
"""Name, department, born, post, degree, and how many of the five members vote for them."""
MEMBERS = (("Cầm Thị Mai", "CHU_TICH"), ("Lò Thị Ơn", "THU_KY"), ("Vì Văn An", "UY_VIEN"))
MEMBERS_MORE = (("Quàng Văn Bình", "UY_VIEN"), ("Tòng Thị Chung", "UY_VIEN"))
REFUSED = "1/5 phiếu đồng ý (20%), cần 3 phiếu (quá nửa tổng số thành viên, theo mức riêng của văn phòng)."
PAPERS = (
    "staff-list",
    "staff-statistics",
    "registration-list",
    "short-list",
    "council-minutes",
    "decision",
    "bonus-list",
    "award-register",
    "annual-summary",
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)


def edit(clerk: Clerk, uid: str, *words: str) -> None:
    outcome = clerk("edit", uid, *words)
    assert outcome.code == 0, outcome.err


def at_the_command_line(run: CommandLine, book: Path) -> None:
    assert run("new", book).code == 0
    clerk = Clerk(run, book)
    clerk.add("unit", "code=SONLA", f"name={SCHOOL}", "short_name=Sơn La", "province=Sơn La")
    clerk.add("unit_head", "unit=SONLA", "name=Cầm Thị Mai")
    edit(clerk, "office", "clerk=Nguyễn Thị Thư", "unit=SONLA", "usual_share=Quá nửa (trên 50%)")
    for place, name in enumerate(dict.fromkeys(person[1] for person in PEOPLE), start=1):
        clerk.add("department", "unit=sonla", f"name={name}", f"position={place}")
    for name, department, born, post, degree, _votes in PEOPLE:
        of = (f"full_name={name}", "unit=Sơn La", f"department={department}")
        clerk.add("person", *of, f"birth_date={born}", f"position={post}", f"degree={degree}", "joined_unit=2015")
        clerk.add("rating", f"person={name}", "year=2020", "quality=Hoàn thành tốt nhiệm vụ")
    clerk.add("initiative", "person=Lò Thị Ơn", "title=Dạy học <b>&", "year=2020", "level=Cơ sở")
    for name, *_rest in PEOPLE:
        clerk.add("registration", "year=2020", f"person={name}", "award=LĐTT", "registered_on=15/1/2020")
    judge_and_decide(clerk)


def judge_and_decide(clerk: Clerk) -> None:
    clerk.add("round", "name=Tổng kết năm 2020", "year=2020")
    meeting = clerk.add(
        "council_session",
        "name=Họp xét năm 2020",
        "year=2020",
        "round=Tổng kết năm 2020",
        "unit=SONLA",
        "held_on=20/12/2020",
    )
    for name, role in (*MEMBERS, *MEMBERS_MORE):
        clerk.add("council_member", "session=Họp xét năm 2020", f"full_name={name}", f"role={role}")
    nominated = {}
    for name, *_rest in PEOPLE:
        words = ("round=Tổng kết năm 2020", f"person={name}", "award=Lao động tiên tiến", "state=Đã đề nghị")
        nominated[name] = clerk.add("nomination", *words, "citation=Đã hoàn thành tốt nhiệm vụ năm 2020")
    for name, *_rest, votes in PEOPLE:
        edit(clerk, nominated[name], f"session={meeting}", "state=Hội đồng đang xét", "votes_total=5")
        counted = ("ballots_issued=5", "ballots_returned=5", "ballots_valid=5", f"votes_for={votes}")
        outcome = ("state=DONG_Y",) if votes > 2 else ("state=Không đạt", f"reason={REFUSED}")
        edit(clerk, nominated[name], *counted, *outcome)
    clerk.add("decision", "number=12/QĐ-TCT", "decided_on=25/12/2020", "year=2020", "level=Cơ sở", "unit=SONLA")
    passed = (person[0] for person in PEOPLE if person[-1] > 2)  # Ơn stands before Páo
    for ordinal, name in enumerate(passed, start=1):
        clerk.add(
            "award",
            "decision=12/QĐ-TCT",
            f"ordinal={ordinal}",
            f"person={name}",
            "award=LDTT",
            "citation=Đã hoàn thành tốt nhiệm vụ năm 2020",
            f"nomination={nominated[name]}",
        )


def with_the_acts_of_the_window(book: Path) -> None:
    workspace = Workspace.create(book)

    def put(draft: Draft) -> str:
        return records.create(workspace, draft).uids[0]

    unit = put(UnitDraft(code="SONLA", name=SCHOOL, short_name="Sơn La", province="Sơn La"))
    put(UnitHeadDraft(unit_uid=unit, name="Cầm Thị Mai"))
    save_office(workspace, OfficeDraft(clerk="Nguyễn Thị Thư", unit_uid=unit, usual_share="1/2"))
    departments = {
        name: put(DepartmentDraft(unit_uid=unit, name=name, position=place))
        for place, name in enumerate(dict.fromkeys(person[1] for person in PEOPLE), start=1)
    }
    born = {"02/09/1976": PartialDate(1976, 9, 2), "1985": PartialDate(1985), "03/1990": PartialDate(1990, 3)}
    degrees = {"Thạc sĩ": "THAC_SI", "Cử nhân": "CU_NHAN"}
    people = {}
    for name, department, day, post, degree, _votes in PEOPLE:
        people[name] = put(
            PersonDraft(
                full_name=name,
                unit_uid=unit,
                department_uid=departments[department],
                birth_date=born[day],
                position=post,
                degree=degrees[degree],
                joined_unit=PartialDate(2015),
            )
        )
        put(RatingDraft(person_uid=people[name], year=2020, quality="HTTNV"))
    put(InitiativeDraft(person_uid=people["Lò Thị Ơn"], title="Dạy học <b>&", year=2020, level="CO_SO"))
    draft = RegistrationDraft(year=2020, award="LDTT", registered_on=PartialDate(2020, 1, 15))
    registrations.register(workspace, draft, [Recipient.of("person", uid) for uid in people.values()])
    decide_in_the_window(workspace, unit, people)
    workspace.close()


def decide_in_the_window(workspace: Workspace, unit: str, people: Mapping[str, str]) -> None:
    of_year = records.create(workspace, RoundDraft(name="Tổng kết năm 2020", year=2020)).uids[0]
    held = PartialDate(2020, 12, 20)
    draft = CouncilSessionDraft(name="Họp xét năm 2020", year=2020, round_uid=of_year, unit_uid=unit, held_on=held)
    meeting = records.create(workspace, draft).uids[0]
    for name, role in (*MEMBERS, *MEMBERS_MORE):
        records.create(workspace, CouncilMemberDraft(session_uid=meeting, full_name=name, role=role))
    nominating.propose(workspace, of_year, workspace.read(proposals, of_year, unit), nominating.Wording())
    councils.take_in(workspace, meeting)
    nominated = {
        str(row.values["person_uid"]): row.uid for row in workspace.read(listing.page, Listing(kind="nomination"))
    }
    counts = {nominated[people[name]]: (5, 5, 5, votes) for name, *_rest, votes in PEOPLE}
    councils.conclude(workspace, meeting, counts)
    passed = [nominated[people[person[0]]] for person in PEOPLE if person[-1] > 2]
    decision = DecisionDraft(
        number="12/QĐ-TCT", decided_on=PartialDate(2020, 12, 25), year=2020, level="CO_SO", unit_uid=unit
    )
    decisions.decide(workspace, decision, passed)


def papers(run: CommandLine, book: Path, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    written = {}
    for name in PAPERS:
        path = folder / f"{name}.pdf"
        outcome = run("report", book, name, "--year", "2020", "--out", path)
        assert outcome.code == 0, outcome.err
        written[name] = path.read_bytes()
    path = folder / "giấy.pdf"
    told = run("certificates", book, "--decision", "12/QĐ-TCT", "--out", path)
    assert told.out == f"Đã ghi 2 giấy vào “{path}”.\n"
    return written | {"certificates": path.read_bytes()}


def test_the_papers_of_a_year_are_those_of_the_window(tmp_path: Path, run: CommandLine) -> None:
    mine, theirs = tmp_path / "dòng lệnh.sothidua", tmp_path / "cửa sổ.sothidua"
    at_the_command_line(run, mine)
    with_the_acts_of_the_window(theirs)
    states = {row["recipient"]: row["state"] for row in run("list", mine, "nominations", "--json").json()}
    assert states == {
        "Lò Thị Ơn": "Đã có quyết định",
        "Giàng A Páo": "Đã có quyết định",
        "Đặng Văn Hoà": "Không đạt",
    }
    written, expected = papers(run, mine, tmp_path / "1"), papers(run, theirs, tmp_path / "2")
    assert [name for name in written if written[name] != expected[name]] == []
    register = tmp_path / "sổ khen thưởng.json"
    assert run("report", mine, "award-register", "--from", "2020", "--to", "2020", "--out", register).code == 0
    assert [row["recipient"] for row in json.loads(register.read_text("utf-8"))["awards"]] == [
        "Lò Thị Ơn",
        "Giàng A Páo",
    ]
    assert run("check", mine, "--json").json() == {"ok": True, "problems": []}
    acts = {line["who"] for row in run("list", mine, "awards", "--json").json() for line in history(run, mine, row)}
    assert acts == {"Nguyễn Thị Thư"}


def history(run: CommandLine, book: Path, row: Mapping[str, str]) -> list[dict[str, str]]:
    lines: list[dict[str, str]] = run("history", book, row["uid"], "--json").json()
    return lines


def test_the_whole_year_can_be_taken_back_act_by_act_and_done_again(tmp_path: Path, run: CommandLine) -> None:
    book = tmp_path / "sổ.sothidua"
    at_the_command_line(run, book)
    awards = run("list", book, "awards", "--json").json()
    labels = []
    while (step := run("undo", book)).code == 0:
        labels.append(step.out.strip().removeprefix("Đã hoàn tác: "))
    assert step.err == "Không còn việc nào để hoàn tác.\n"
    assert run("list", book, "units", "--json").json() == []
    redone = [run("redo", book).out.strip().removeprefix("Đã làm lại: ") for _label in labels]
    assert redone == labels[::-1]
    assert run("redo", book).err == "Không có việc nào để làm lại.\n"
    assert run("list", book, "awards", "--json").json() == awards
