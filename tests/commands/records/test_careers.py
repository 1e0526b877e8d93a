"""Posts and training of people as lines with days: what a change, a slip and a list leave in the book."""

import contextlib
import random
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.records.careers import standing_post, when_emptied
from cluster_desktop.domain.people.career import QualificationDraft, ServiceDraft
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate, parse_date
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.careers.as_of import person_on
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.records.stints import FOLDED, unsettled

GV, TK, PHT = "Giảng viên", "Trưởng khoa", "Phó Hiệu trưởng"


def values(workspace: Workspace, uid: str) -> dict[str, Any]:
    return dict(workspace.read(listing.find, "person", uid).values)


def edit(workspace: Workspace, uid: str, dating: Dating | None = None, **changed: Any) -> None:
    draft = PersonDraft(**values(workspace, uid) | changed)
    records.edit(workspace, uid, draft, *((dating,) if dating else ()))


def lines(workspace: Workspace) -> list[tuple[str, str, str]]:
    """The day, the source and the post of every line of service, in order of the days."""
    rows = workspace.read(listing.page, Listing(kind="service"))
    return [(row.shown["day"], row.shown["how"].split()[0], row.shown["position"]) for row in rows]


@pytest.fixture
def lecturer(workspace: Workspace, unit: str) -> str:
    """Somebody who came in 2015 and is a lecturer, as a list of the end of 2019 has it."""
    draft = PersonDraft(
        full_name="Lò Thị Ơn", unit_uid=unit, position=GV, joined_unit=PartialDate(2015), degree="THAC_SI"
    )
    with workspace.changing("Nhập") as session:
        return records.add(session, draft, sample="mẫu", dating=Dating(Way.LIST, "2019-12-31")).uid


def change(day: str) -> Dating:
    return Dating(Way.CHANGE, day)


def test_a_promotion_is_a_line_of_its_own_and_undone_as_one_act(workspace: Workspace, lecturer: str) -> None:
    before = lines(workspace)
    edit(workspace, lecturer, change("2026-03-01"), position=TK)
    assert lines(workspace) == [*before, ("01/03/2026", "Bắt", TK)]
    assert values(workspace, lecturer)["position"] == TK
    undo.undo(workspace)
    assert (lines(workspace), values(workspace, lecturer)["position"]) == (before, GV)
    undo.redo(workspace)
    assert values(workspace, lecturer)["position"] == TK
    assert check(workspace).ok


def test_what_is_still_to_come_is_written_down_and_not_yet_shown(workspace: Workspace, lecturer: str) -> None:
    edit(workspace, lecturer, change("2099-01-01"), position=TK)
    assert values(workspace, lecturer)["position"] == GV
    assert ("01/01/2099", "Bắt", TK) in lines(workspace)


def test_the_leap_day_is_a_day_like_others(workspace: Workspace, lecturer: str) -> None:
    edit(workspace, lecturer, change("2024-02-29"), position=TK)
    edit(workspace, lecturer, change("2024-03-01"), position=PHT)
    days = ("2024-02-28", "2024-02-29", "2024-03-01")
    then = [workspace.read(person_on, lecturer, day) for day in days]
    assert [held["position"] for held in then if held] == [GV, TK, PHT]
    undo.undo(workspace)
    assert values(workspace, lecturer)["position"] == TK
    assert check(workspace).ok


def test_a_clock_that_was_set_back_dates_nothing_before_what_was_done(workspace: Workspace, lecturer: str) -> None:
    edit(workspace, lecturer, change("2098-09-01"), position=TK)
    with workspace.alone() as raw:  # the act was done on a day that the clock of this machine has not reached
        raw.execute("UPDATE act SET at = '2098-09-02T08:00:00+07:00' WHERE number = (SELECT max(number) FROM act)")
        raw.commit()
    assert workspace.begin_day()
    assert values(workspace, lecturer)["position"] == TK
    assert workspace.read(standing_post, lecturer, ("position",)).today == "2098-09-02"
    edit(workspace, lecturer, position=PHT)
    assert ("02/09/2098", "Bắt", PHT) in lines(workspace)
    undo.undo(workspace)
    assert values(workspace, lecturer)["position"] == TK
    assert check(workspace).ok


def test_a_slip_is_put_right_where_it_stands(workspace: Workspace, lecturer: str) -> None:
    before = len(lines(workspace))
    edit(workspace, lecturer, Dating(Way.CORRECTION), position=TK)
    assert len(lines(workspace)) == before
    assert values(workspace, lecturer)["position"] == TK


def test_retiring_has_its_day_and_can_be_dated_later(workspace: Workspace, lecturer: str) -> None:
    edit(workspace, lecturer, change("2020-09-01"), status="NGHI_HUU")
    assert values(workspace, lecturer)["left_on"] == PartialDate(2020, 9, 1)
    edit(workspace, lecturer, left_on=PartialDate(2020, 10))
    assert values(workspace, lecturer)["left_on"] == PartialDate(2020, 10)
    assert values(workspace, lecturer)["joined_unit"] == PartialDate(2015)


def test_leaving_with_its_day_in_the_form_needs_no_other_day(workspace: Workspace, lecturer: str) -> None:
    edit(workspace, lecturer, status="CHUYEN_CONG_TAC", left_on=PartialDate(2021, 7, 1))
    now = values(workspace, lecturer)
    assert (now["status"], now["left_on"]) == ("CHUYEN_CONG_TAC", PartialDate(2021, 7, 1))


@pytest.mark.parametrize(
    ("joined", "left", "shown"),
    [
        ("2020-05", "2020", "2020-05"),
        ("2020", "2020-05", "2020-05"),
        ("2020", "2020", "2020"),
        ("2020-05-17", "2020-05", "2020-05-17"),
        ("2019-12", "2020", "2020"),
        ("2020-02-29", "2020-02-29", "2020-02-29"),
    ],
)
@pytest.mark.parametrize("way", [None, Way.CHANGE, Way.CORRECTION])
def test_who_left_in_the_year_or_month_they_came_has_left(
    workspace: Workspace, unit: str, joined: str, left: str, shown: str, way: Way | None
) -> None:
    day = PartialDate.from_iso
    draft = PersonDraft(full_name="Giàng A Páo", unit_uid=unit, joined_unit=day(joined), position=GV)
    with workspace.changing("Nhập") as session:
        uid = records.add(session, draft, sample="mẫu", dating=Dating(Way.LIST, "2021-12-31")).uid
    dating = Dating(way, "2021-01-01" if way == Way.CHANGE else "")
    edit(workspace, uid, dating, status="NGHI_HUU", left_on=day(left))
    now = values(workspace, uid)
    assert (now["status"], now["joined_unit"], now["left_on"]) == ("NGHI_HUU", day(joined), day(shown))
    assert check(workspace).ok


def test_a_higher_degree_is_a_second_line_and_a_lower_one_a_slip(workspace: Workspace, lecturer: str) -> None:
    edit(workspace, lecturer, change("2026"), degree="TIEN_SI", specialty="Triết học")
    rows = workspace.read(listing.page, Listing(kind="qualification"))
    assert sorted(row.shown["value"] for row in rows) == ["Thạc sĩ", "Tiến sĩ"]
    assert (values(workspace, lecturer)["degree"], values(workspace, lecturer)["specialty"]) == ("TIEN_SI", "Triết học")
    edit(workspace, lecturer, degree="CU_NHAN")
    rows = workspace.read(listing.page, Listing(kind="qualification"))
    assert sorted(row.shown["value"] for row in rows) == ["Cử nhân", "Thạc sĩ"]
    assert values(workspace, lecturer)["degree"] == "THAC_SI"


def test_a_lower_level_that_is_new_since_a_day_stands_beside_the_higher_one(
    workspace: Workspace, lecturer: str
) -> None:
    edit(workspace, lecturer, change("2012"), degree="CU_NHAN")
    rows = workspace.read(listing.page, Listing(kind="qualification"))
    assert sorted((row.shown["value"], row.shown["attained_on"]) for row in rows) == [
        ("Cử nhân", "2012"),
        ("Thạc sĩ", ""),
    ]
    assert values(workspace, lecturer)["degree"] == "THAC_SI"


def test_a_degree_can_be_emptied(workspace: Workspace, lecturer: str) -> None:
    edit(workspace, lecturer, degree=None)
    assert values(workspace, lecturer)["degree"] is None
    undo.undo(workspace)
    assert values(workspace, lecturer)["degree"] == "THAC_SI"


def test_emptying_a_degree_takes_what_counts_and_leaves_what_nobody_saw(workspace: Workspace, lecturer: str) -> None:
    for value, year in (("CU_NHAN", 2005), ("TIEN_SI", 2099)):
        draft = QualificationDraft(person_uid=lecturer, value=value, attained_on=PartialDate(year))
        records.create(workspace, draft)
    assert workspace.read(when_emptied, lecturer, "degree") == ("“Thạc sĩ”", "“Cử nhân” (2005)")
    edit(workspace, lecturer, degree=None)
    assert values(workspace, lecturer)["degree"] == "CU_NHAN"
    rows = workspace.read(listing.page, Listing(kind="qualification"))
    assert sorted(row.shown["value"] for row in rows) == ["Cử nhân", "Tiến sĩ"]
    edit(workspace, lecturer, degree=None)
    assert values(workspace, lecturer)["degree"] is None
    (row,) = workspace.read(listing.page, Listing(kind="qualification"))
    assert (row.shown["value"], row.shown["attained_on"]) == ("Tiến sĩ", "2099")
    undo.undo(workspace)
    undo.undo(workspace)
    assert values(workspace, lecturer)["degree"] == "THAC_SI"


def test_a_slip_in_a_degree_is_put_right_in_the_line_that_counts_today(workspace: Workspace, lecturer: str) -> None:
    draft = QualificationDraft(person_uid=lecturer, value="TIEN_SI", attained_on=PartialDate(2099))
    records.create(workspace, draft)
    edit(workspace, lecturer, Dating(Way.CORRECTION), degree="CU_NHAN")
    rows = workspace.read(listing.page, Listing(kind="qualification"))
    assert sorted((row.shown["value"], row.shown["attained_on"]) for row in rows) == [
        ("Cử nhân", ""),
        ("Tiến sĩ", "2099"),
    ]


def test_the_last_line_that_says_where_somebody_is_cannot_be_deleted(workspace: Workspace, unit: str) -> None:
    records.create(workspace, PersonDraft(full_name="Giàng A Páo", unit_uid=unit))
    (line,) = workspace.read(listing.page, Listing(kind="service"))
    with pytest.raises(errors.Refused, match="ít nhất một dòng công tác ghi đơn vị của Giàng A Páo"):
        records.delete(workspace, "service", [line.uid])
    assert len(lines(workspace)) == 1


def test_a_line_can_be_typed_by_itself(workspace: Workspace, lecturer: str, unit: str) -> None:
    records.create(workspace, ServiceDraft(person_uid=lecturer, day=PartialDate(2022, 9), position=PHT))
    assert values(workspace, lecturer)["position"] == PHT
    (row,) = workspace.read(listing.page, Listing(kind="service", search="").filtered("status", None))[-1:]
    line: dict[str, Any] = {key: row.values[key] for key in ServiceDraft().values()}
    draft = ServiceDraft(**line | {"position": TK})
    records.edit(workspace, row.uid, draft)
    assert values(workspace, lecturer)["position"] == TK
    with pytest.raises(errors.InvalidDraft, match="Đã có dòng công tác của ngày này"):
        records.create(workspace, ServiceDraft(person_uid=lecturer, day=PartialDate(2022, 9), position=GV))
    with pytest.raises(errors.InvalidDraft, match="ít nhất một mục"):
        records.create(workspace, ServiceDraft(person_uid=lecturer, day=PartialDate(2023)))
    with pytest.raises(errors.InvalidDraft, match="chuyên ngành"):
        records.create(workspace, QualificationDraft(person_uid=lecturer))
    with pytest.raises(errors.InvalidDraft, match="Học hàm là một trong: Giáo sư, Phó Giáo sư"):
        records.create(workspace, QualificationDraft(person_uid=lecturer, kind="HOC_HAM", value="TIEN_SI"))


def test_the_person_of_a_line_in_the_trash_comes_back_as_they_were(workspace: Workspace, lecturer: str) -> None:
    edit(workspace, lecturer, change("2021"), position=TK)
    before = values(workspace, lecturer)
    records.delete(workspace, "person", [lecturer])
    assert check(workspace).ok
    records.restore(workspace, "person", [lecturer])
    assert values(workspace, lecturer) == before
    assert check(workspace).ok


# --- whatever is done, what stands in the book is what follows from the lines ------------------------------------


class Typing:
    """Somebody who types about the careers of a few people, one act after another."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self.workspace, self.random = workspace, random.Random(seed)
        self.units = [
            records.create(workspace, UnitDraft(code=code, name=f"Trường {code}", short_name=code)).uids[0]
            for code in ("A", "B", "C")
        ]
        self.departments = [
            records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Lý luận")).uids[0]
            for unit in self.units
        ]
        self.done = 0
        self.people = [self.add(number) for number in range(3)]

    def day(self) -> str:
        year = self.random.randint(2015, 2030)
        return self.random.choice([f"{year}", f"{year}-02", f"{year}-02-28", f"{year}-12-31", "2020-02-29"])

    def add(self, number: int) -> str:
        joined = parse_date(self.day()) if self.random.random() < 0.5 else None
        draft = PersonDraft(full_name=f"Lò Thị {number}", unit_uid=self.random.choice(self.units), joined_unit=joined)
        return records.create(self.workspace, draft).uids[0]

    def act(self) -> None:
        steps = [self.edit, self.edit, self.edit, self.line, self.degree, self.drop, self.back, self.undo, self.redo]
        step = self.random.choice(steps)
        with contextlib.suppress(errors.UserError):
            step()
            self.done += 1

    def edit(self) -> None:
        uid = self.random.choice(self.people)
        way = self.random.choice([None, *Way])
        changed = {
            "position": self.random.choice([None, GV, TK, PHT]),
            "unit_uid": self.random.choice(self.units),
            "department_uid": self.random.choice([None, *self.departments]),
            "status": self.random.choice(["DANG_CONG_TAC", "NGHI_HUU", "DI_HOC"]),
            "degree": self.random.choice([None, "CU_NHAN", "THAC_SI", "TIEN_SI"]),
            "left_on": self.random.choice([None, None, parse_date(self.day())]),
            "joined_unit": self.random.choice([None, parse_date(self.day())]),
        }
        keys = self.random.sample(sorted(changed), self.random.randint(1, 4))
        day = self.day() if self.random.random() < 0.7 else ""
        edit(self.workspace, uid, Dating(way, day, frozenset(keys)), **{key: changed[key] for key in keys})

    def line(self) -> None:
        day = parse_date(self.day()) if self.random.random() < 0.9 else None
        how = self.random.choice(["TU_NGAY", "TINH_DEN"])
        unit = self.random.choice([None, *self.units])
        uid = self.random.choice(self.people)
        records.create(self.workspace, ServiceDraft(person_uid=uid, day=day, how=how, unit_uid=unit, position=TK))

    def degree(self) -> None:
        uid, day = self.random.choice(self.people), parse_date(self.day())
        records.create(self.workspace, QualificationDraft(person_uid=uid, value="TIEN_SI", attained_on=day))

    def drop(self) -> None:
        kind = self.random.choice(["person", "service", "service", "qualification"])
        rows = self.workspace.read(listing.page, Listing(kind=kind))
        if rows:
            records.delete(self.workspace, kind, [self.random.choice(rows).uid])

    def undo(self) -> None:
        undo.undo(self.workspace)

    def redo(self) -> None:
        undo.redo(self.workspace)

    def back(self) -> None:
        kind = self.random.choice(["person", "service", "qualification"])
        rows = self.workspace.read(listing.page, Listing(kind=kind, trashed=True))
        if rows:
            records.restore(self.workspace, kind, [self.random.choice(rows).uid])


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(20))
def test_after_every_act_the_book_is_what_follows_from_the_lines(workspace: Workspace, seed: int) -> None:
    typing = Typing(workspace, seed)
    while typing.done < 15:
        typing.act()
        assert workspace.read(unsettled) == ()
    assert check(workspace).ok


def test_the_columns_that_follow_are_columns_of_the_form() -> None:
    assert set(FOLDED) <= PersonDraft().values().keys()
