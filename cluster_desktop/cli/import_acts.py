"""Bring a table into a book: whole, or its good rows; what stays out is told row by row and can be kept as Excel."""

import argparse
from dataclasses import replace
from typing import Final

from cluster_desktop import errors
from cluster_desktop.cli import import_choices, import_output, named, output
from cluster_desktop.cli.opening import asking_first, opened
from cluster_desktop.commands.imports import importing, tables
from cluster_desktop.commands.imports.plan import ImportPlan, Shared
from cluster_desktop.commands.imports.tables import ImportTables
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS, ImportKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace

_TAKE_LISTS: Final = {None: None, "keep": False, "take": True}
_DECIDE: Final = "Chỗ danh sách khác sổ: thêm --conflicts keep để giữ như sổ, --conflicts take để lấy theo danh sách."
_GOOD: Final = "Thêm --good-rows để nhập những dòng đúng và để lại những dòng này."


def import_table(chosen: argparse.Namespace) -> None:
    """Import a table into the workspace, whole or not at all, or its good rows where that is wanted."""
    kind = IMPORT_KINDS[chosen.kind]
    _refuse_taken(chosen)
    with opened(chosen.file) as workspace:
        shared = _shared(workspace, kind, chosen)
        read = _read(workspace, kind, chosen)
        shared = replace(shared, answers=import_choices.left_rows(read, chosen))
        plan = importing.plan_file(workspace, read, shared)
        plan = replace(plan, problems=(*plan.problems, *importing.open_problems(workspace, plan)))
        taken = plan.good() if chosen.good_rows else plan
        if not chosen.dry_run and not taken.problems:
            importing.import_table(workspace, taken, chosen.table.name)
        if chosen.rest and plan.open_rows:
            tables.save_rest(read, plan, chosen.rest)
    import_output.show(plan, as_json=chosen.json, dry=chosen.dry_run, good_rows=chosen.good_rows)
    if kind.asks_day and not chosen.json and (day := _list_day_words(read, shared)):
        output.sentence(f"  Danh sách tính đến {day}.")
    if plan.disputes:
        output.aside(_DECIDE)
    _conclude(chosen, plan)


def _conclude(chosen: argparse.Namespace, plan: ImportPlan) -> None:
    """Say what stays out. Raises Refused where nothing came in because of it."""
    count = len(plan.open_rows)
    if not count:
        return
    kept = f" Các dòng để lại ở “{chosen.rest}”." if chosen.rest else ""
    if chosen.dry_run:
        return
    if not chosen.good_rows:
        raise errors.Refused(f"Bảng còn {len(plan.problems)} chỗ phải sửa nên chưa nhập gì. {_GOOD}{kept}")
    if not (plan.added or plan.changed or plan.unchanged):
        raise errors.Refused(f"Cả {count} dòng đều còn chỗ phải sửa nên chưa nhập gì.{kept}")
    output.aside(f"Đã nhập những dòng đúng, để lại {count} dòng phải sửa.{kept}")


def _refuse_taken(chosen: argparse.Namespace) -> None:
    if chosen.rest is None:
        return
    if chosen.rest.suffix.lower() != ".xlsx":
        raise errors.Refused("Các dòng để lại chỉ ghi thành Excel. Hãy đặt tên tệp của --rest kết thúc bằng .xlsx.")
    with asking_first():
        if not chosen.overwrite and chosen.rest.exists():
            raise errors.AlreadyThere(f"Đã có tệp “{chosen.rest}”.")


def _shared(workspace: Workspace, kind: ImportKind, chosen: argparse.Namespace) -> Shared:
    unit = workspace.read(named.unit, chosen.unit)
    return Shared(
        unit_uid=unit,
        year=chosen.year,
        day=_list_day(kind, chosen.on),
        round_name=chosen.round or "",
        decision_number=chosen.decision or "",
        owner_uid=_owner(workspace, kind, chosen.of),
        new_people=chosen.new_people,
        places=import_choices.department_answers(workspace, unit, chosen.department or ()),
        new_places=chosen.new_departments,
        take_lists=_TAKE_LISTS[chosen.conflicts],
    )


def _owner(workspace: Workspace, kind: ImportKind, words: str | None) -> str | None:
    """The record that a whole list belongs to. Raises Refused for lists that belong to none, and for unclear words."""
    if words is None:
        return None
    if not kind.owner:
        raise errors.Refused(f"--of không dùng cho {kind.title}, vì danh sách này không thuộc về một mục nào.")
    field = KINDS[kind.draft.KIND].field(kind.owner)
    return workspace.read(named.reference, field, words, None)


def _read(workspace: Workspace, kind: ImportKind, chosen: argparse.Namespace) -> ImportTables:
    """Read the file as somebody wants it read. Raises CannotRead, and Refused for what it has not, or is no list."""
    read = import_choices.as_chosen(workspace, tables.read_tables(workspace, kind, chosen.table), chosen)
    if not any(guess.ticked for guess in read.guesses):
        doubts = dict.fromkeys(doubt for guess in read.guesses for doubt in guess.doubts)
        raise errors.Refused(f"{' '.join(doubts)} Nếu vẫn muốn nhập, thêm --sheet “{read.guesses[0].sheet}”.")
    return read


def _list_day(kind: ImportKind, day: PartialDate | None) -> PartialDate | None:
    """The day of a roster. Raises Refused for another kind of table, which has none."""
    if day is not None and not kind.asks_day:
        raise errors.Refused(f"--on chỉ dùng khi nhập cán bộ; {kind.title} không có ngày chung.")
    return day


def _list_day_words(read: ImportTables, shared: Shared) -> str:
    """The day of which a roster tells, and what says so; '' where nothing does and it is of today."""
    if shared.day is not None:
        return shared.day.show()
    above = () if shared.year else map(read.day_above, read.guesses)
    return "; ".join(dict.fromkeys(f"{day.words} ({day.source})" for day in above if day.words))
