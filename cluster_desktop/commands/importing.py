"""Bringing a table of staff into the workspace: plan first, then all of it in one act or nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.lookup import Lookup, key_of
from cluster_desktop.commands.records import add, assign, living
from cluster_desktop.domain.fields import Value, check, fields_of, read_texts
from cluster_desktop.domain.people import PersonDraft
from cluster_desktop.domain.units import DepartmentDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.identity import new_uid
from cluster_desktop.records.models import Person
from cluster_desktop.records.workspace import Workspace

Progress = Callable[[int, int], None]


class TableRow(Protocol):
    """A row of somebody's table: its number in the sheet and its texts by field key."""

    @property
    def number(self) -> int: ...
    @property
    def sheet(self) -> str: ...
    @property
    def texts(self) -> Mapping[str, str]: ...
    @property
    def problems(self) -> Sequence[errors.Problem]: ...


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with one cell: sheet, row number as Excel counts, field label, a sentence."""

    sheet: str
    row: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """A row that will be written: over the person *uid*, or as a new one when that is None."""

    row: int
    uid: str | None
    draft: PersonDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do. It can be carried out when there are no problems."""

    read: int
    added: tuple[PlannedPerson, ...]
    changed: tuple[PlannedPerson, ...]
    unchanged: int
    problems: tuple[RowProblem, ...]
    new_departments: tuple[tuple[str, DepartmentDraft], ...]


@dataclass
class _Planner:
    """Gathers the plan row by row."""

    session: Session
    lookup: Lookup
    unit_uid: str | None
    people: dict[str, Person]
    added: list[PlannedPerson] = field(default_factory=list)
    changed: list[PlannedPerson] = field(default_factory=list)
    unchanged: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    departments: dict[tuple[str, str], tuple[str, DepartmentDraft]] = field(default_factory=dict)
    seen: dict[object, int] = field(default_factory=dict)

    def take(self, row: TableRow) -> None:
        """Plan one row, or note what is wrong with it."""
        values, problems = read_texts(PersonDraft, row.texts)
        found = [*row.problems, *problems]
        if not found:
            found += self._resolve(values)
        if not found:
            found += self._place(row, values)
        labels = {item.key: item.label for item in fields_of(PersonDraft)}
        for problem in found:
            label = labels.get(problem.field, problem.field)
            self.problems.append(RowProblem(row.sheet, row.number, label, problem.message))

    def _resolve(self, values: dict[str, Value]) -> list[errors.Problem]:
        """Put uids in the place of the words for unit and department."""
        try:
            words = values.get("unit_uid")
            unit = self.lookup.unit(str(words)) if words else self.unit_uid
        except ValueError as problem:
            return [errors.Problem("unit_uid", str(problem))]
        if unit is None:
            return [errors.Problem("unit_uid", "Bảng không ghi đơn vị. Hãy chọn đơn vị cho cả bảng.")]
        values["unit_uid"] = unit
        department = values.get("department_uid")
        if department:
            values["department_uid"] = self._department(unit, str(department))
        return []

    def _department(self, unit: str, words: str) -> str:
        key = (unit, key_of(words))
        known = self.lookup.departments.get(key)
        if known:
            return known
        if key not in self.departments:
            kind = {"khoa": "KHOA", "phong": "PHONG", "ban": "BAN_GIAM_HIEU"}.get(key[1].split(" ")[0], "KHAC")
            self.departments[key] = (new_uid(), DepartmentDraft(unit_uid=unit, name=words, kind=kind))
        return self.departments[key][0]

    def _place(self, row: TableRow, values: dict[str, Value]) -> list[errors.Problem]:
        given: dict[str, Any] = {key: value for key, value in values.items() if value is not None}
        draft = PersonDraft(**given)
        problems = check(draft.normalised())
        if problems:
            return list(problems)
        same = self.lookup.same_people(draft.full_name or "", draft.birth_date, draft.unit_uid)
        if len(same) > 1:
            return [
                errors.Problem(
                    "full_name",
                    f"Trong sổ có {len(same)} người tên “{draft.full_name}”. Hãy ghi đủ ngày sinh.",
                )
            ]
        again = self._seen_before(row, draft, same)
        return again or self._compare(row, draft, values, same[0] if same else None)

    def _seen_before(self, row: TableRow, draft: PersonDraft, same: list[str]) -> list[errors.Problem]:
        key = same[0] if same else (key_of(draft.full_name or ""), draft.birth_date, draft.unit_uid)
        first = self.seen.setdefault(key, row.number)
        if first == row.number:
            return []
        return [errors.Problem("full_name", f"Trùng với dòng {first} của bảng. Hãy bỏ một trong hai dòng.")]

    def _compare(
        self, row: TableRow, draft: PersonDraft, values: dict[str, Value], uid: str | None
    ) -> list[errors.Problem]:
        if uid is None:
            self.added.append(PlannedPerson(row.number, None, draft))
            return []
        person = self.people[uid]
        present = {item.key: getattr(person, item.key) for item in fields_of(PersonDraft)}
        # An empty cell says nothing; only what the table states is written over.
        merged = PersonDraft(**present | {key: value for key, value in values.items() if value is not None})
        problems = check(merged)
        if merged.values() == present:
            self.unchanged += 1
        elif not problems:
            self.changed.append(PlannedPerson(row.number, uid, merged))
        return list(problems)


def plan_staff(
    workspace: Workspace,
    rows: Sequence[TableRow],
    unit_uid: str | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """Compare a table with the roster. *unit_uid* is the unit of rows that name none.

    People are the same when their names agree without marks, in one unit, and their birth dates do
    not contradict. Nothing is written.
    """
    return workspace.read(_plan, rows, unit_uid, progress)


def _plan(session: Session, rows: Sequence[TableRow], unit_uid: str | None, progress: Progress | None) -> ImportPlan:
    people = {person.uid: person for person in session.scalars(select(Person))}
    planner = _Planner(session, Lookup.of(session), unit_uid, people)
    for number, row in enumerate(rows, start=1):
        planner.take(row)
        if progress is not None and number % 200 == 0:
            progress(number, len(rows))
    return ImportPlan(
        read=len(rows),
        added=tuple(planner.added),
        changed=tuple(planner.changed),
        unchanged=planner.unchanged,
        problems=tuple(planner.problems),
        new_departments=tuple(planner.departments.values()),
    )


def import_staff(workspace: Workspace, plan: ImportPlan, source: str, progress: Progress | None = None) -> Changes:
    """Carry out a plan in one act. Raises Refused when the plan has problems; nothing is then written.

    *progress* may raise Cancelled, which takes everything back.
    """
    if plan.problems:
        raise errors.Refused(f"Bảng còn {len(plan.problems)} chỗ phải sửa nên chưa nhập gì. Hãy sửa rồi nhập lại.")
    used = {item.draft.department_uid for item in (*plan.added, *plan.changed)}
    planned = (*plan.added, *plan.changed)
    with workspace.changing(f"Nhập {len(planned)} cán bộ từ “{source}”") as session:
        for uid, department in plan.new_departments:
            if uid in used:
                add(session, department, uid=uid)
        with session.no_autoflush:
            for number, item in enumerate(planned, start=1):
                if item.uid is None:
                    # References were looked up by the plan, so the values go straight in.
                    session.add(Person(**item.draft.normalised().values()))
                else:
                    assign(session, living(session, "person", item.uid), item.draft)
                if progress is not None and number % 200 == 0:
                    progress(number, len(planned))
        return session.changes()
