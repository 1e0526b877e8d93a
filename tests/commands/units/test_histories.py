"""Whatever is done to units, departments and posts, in any order: what follows of people is right after every act."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.units.unit_changes import merge_units, rename_department
from cluster_desktop.domain.people.career import ServiceDraft
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import DepartmentRenameDraft, MergerDraft
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import RECORD_TABLES, Person, Stint, Unit
from cluster_desktop.records.queries.careers.as_of import AT_WORK
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.stints import unsettled
from tests.records.contents import dump

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

DAYS = tuple(map(PartialDate.from_iso, ("2019", "2020-12-31", "2021-06", "2022-03-01", "2025-07-01", "2099-01-01")))
NAMES = ("Khoa Dân vận", "Khoa Xây dựng Đảng", "Phòng <b>&")
ACTS = ("person", "post", "post", "line", "line", "form", "form", "form", "merge", "rename", "remove", "back")


class History:
    """Somebody who does to three schools, their departments and people what the forms let them do."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self.workspace, self.draw = workspace, random.Random(seed)
        for number in range(3):
            records.create(workspace, UnitDraft(code=f"U{number}", name=f"Trường {number}", short_name=f"T{number}"))
            self.found()
            self.person()

    def uids(self, kind: str) -> list[str]:
        return self.workspace.read(
            lambda session: list(session.scalars(select(RECORD_TABLES[kind].uid).order_by("uid")))
        )

    def one(self, kind: str) -> str | None:
        living = self.uids(kind)
        return self.draw.choice(living) if living else None

    def day(self) -> PartialDate:
        return self.draw.choice(DAYS)

    def found(self) -> Changes:
        return records.create(self.workspace, DepartmentDraft(unit_uid=self.one("unit"), name=self.draw.choice(NAMES)))

    def person(self) -> Changes:
        values: dict[str, Any] = {"unit_uid": self.one("unit"), "joined_unit": self.draw.choice((None, self.day()))}
        return records.create(self.workspace, PersonDraft(full_name="Lò Thị Ơn", **values))

    def edited(self, kind: str, changed: dict[str, Any], *dating: Dating) -> Changes | None:
        if (uid := self.one(kind)) is None:
            return None
        values = self.workspace.read(listing.find, kind, uid).values
        fields = {field.key: values[field.key] for field in KINDS[kind].fields}
        return records.edit(self.workspace, uid, KINDS[kind].draft(**fields | changed), *dating)

    def post(self) -> Changes | None:
        way = self.draw.choice((Way.CHANGE, Way.CHANGE, Way.CORRECTION))
        changed = {"unit_uid": self.one("unit"), "department_uid": self.draw.choice((None, self.one("department")))}
        return self.edited("person", changed, Dating(way, self.day().earliest.isoformat()))

    def line(self) -> Changes:
        places = {"unit_uid": self.one("unit"), "department_uid": self.one("department"), "position": "Giảng viên"}
        said = {key: place for key, place in places.items() if self.draw.random() < 0.5}
        return records.create(self.workspace, ServiceDraft(person_uid=self.one("person"), day=self.day(), **said))

    def form(self) -> Changes | None:
        """Several fields of one form at once, references among them."""
        unit, department, day = self.one("unit"), self.one("department"), self.day()
        kind, changed = self.draw.choice(
            (
                ("unit", {"dissolved_on": day, "merged_into_uid": unit}),
                ("unit", {"merged_into_uid": unit}),
                ("unit", {"dissolved_on": self.draw.choice((None, day)), "merged_into_uid": None}),
                ("department", {"ended_on": day, "continues_uid": department}),
                ("department", {"began_on": day, "ended_on": self.draw.choice((None, self.day()))}),
                ("department", {"unit_uid": unit}),
                ("service", {"day": day, "unit_uid": unit}),
                ("service", {"unit_uid": None, "department_uid": department}),
            )
        )
        return self.edited(kind, changed)

    def merge(self) -> Changes | None:
        source = self.one("unit")
        draft = MergerDraft(target_uid=self.one("unit"), on=self.day(), reason="Nghị quyết")
        return merge_units(self.workspace, source, draft) if source else None

    def rename(self) -> Changes | None:
        department = self.one("department")
        draft = DepartmentRenameDraft(name=self.draw.choice(NAMES), on=self.day())
        return rename_department(self.workspace, department, draft) if department else None

    def remove(self) -> Changes | None:
        kind = self.draw.choice(("unit", "department", "person", "service"))
        uid = self.one(kind)
        return records.delete(self.workspace, kind, [uid]) if uid else None

    def back(self) -> Changes:
        return undo.undo(self.workspace)

    def act(self) -> str:
        """Do something at random; gives what, '' where it was refused or changed nothing."""
        name = self.draw.choice(ACTS)
        does: Callable[[], Changes | None] = getattr(self, name)
        try:
            return name if does() else ""
        except errors.UserError:
            return ""


def at_work_in_what_is_gone(session: Session) -> list[str]:
    """Who is said to be at work in a unit after it went into another."""
    gone = (Unit.merged_into_uid.is_not(None), Unit.dissolved_on.is_not(None))
    statement = (
        select(Person.full_name, Stint.until_on, Unit.dissolved_on)
        .join(Stint, Stint.person_uid == Person.uid)
        .join(Unit, Unit.uid == Stint.unit_uid)
        .where(AT_WORK, *gone)
    )
    return [
        f"{name} {until}"
        for name, until, day in session.execute(statement)
        if day is not None and until > day.iso and not until.startswith(day.iso)
    ]


# 1009 and 1013 end a unit in which people stand, and name another one, in one form.
@pytest.mark.parametrize("seed", [1, 1009, 1012, 1013, 2031])
def test_people_follow_units_and_departments_after_every_act(workspace: Workspace, seed: int) -> None:
    history = History(workspace, seed)
    done = [name for _ in range(60) if (name := _step(workspace, history))]
    assert len(set(done)) > len(set(ACTS)) / 2
    last = dump(workspace)
    steps = 0
    while undo.undo_label(workspace) is not None:
        undo.undo(workspace)
        steps += 1
    assert dump(workspace)["unit"] == {}
    for _ in range(steps):
        undo.redo(workspace)
    assert dump(workspace) == last
    assert check(workspace).ok


def _step(workspace: Workspace, history: History) -> str:
    name = history.act()
    if name:
        assert workspace.read(unsettled) == (), name
        assert workspace.read(at_work_in_what_is_gone) == [] or name == "back", name
    return name
