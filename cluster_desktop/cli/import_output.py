"""Print what an import did, or would do: the totals, then every row that did not come in as it stands."""

from collections.abc import Sequence
from typing import Any, Final

from cluster_desktop.cli import output
from cluster_desktop.commands.imports.plan import CREATED_KINDS, ImportPlan, RowProblem, RowRemark

_NAMED: Final = 12


def show(plan: ImportPlan, *, as_json: bool, dry: bool, good_rows: bool) -> None:
    """Print a plan; its problems are those of the rows and the open questions, in the words of each."""
    if as_json:
        output.data(_data(plan, dry=dry))
        return
    verb = "Sẽ" if dry else "Đã" if good_rows or plan.ready else "Chưa"
    output.sentence(
        f"{verb} nhập: đọc {plan.read} dòng, thêm {len(plan.added)}, sửa {len(plan.changed)}, "
        f"giữ nguyên {plan.unchanged}, {len(plan.problems)} chỗ phải sửa, {len(plan.skipped)} dòng không nhập."
    )
    created = ", ".join(f"{count} {words}" for kind, words in CREATED_KINDS if (count := plan.new(kind)))
    if created:
        output.sentence(f"  Cùng lúc thêm {created}: {', '.join(parent.title for parent in plan.parents[:_NAMED])}.")
    for note in plan.notes:
        output.sentence(f"  {note}")
    for change in _changes(plan):
        output.sentence("  {sheet}, dòng {row}, {record}: {field} “{before}” thành “{after}”".format(**change))
    told: tuple[RowProblem | RowRemark, ...] = (*plan.problems, *plan.notices, *plan.remarks)
    for item in told:
        output.sentence(f"  {_place(item)}{item.message}")
    for each in plan.skipped:
        output.sentence(f"  {_place(each)}không nhập, {each.message}.")


def _place(item: RowProblem | RowRemark) -> str:
    """Name the cell in front of a sentence; nothing in front of one that is about the whole file."""
    row = f"dòng {item.row}" if item.row else ""
    place = ", ".join(filter(None, (item.sheet, row, item.column)))
    return f"{place}: " if place else ""


def _data(plan: ImportPlan, *, dry: bool) -> dict[str, Any]:
    return {
        "read": plan.read,
        "added": len(plan.added),
        "changed": len(plan.changed),
        "unchanged": plan.unchanged,
        "problems": _cells(plan.problems),
        "skipped": _cells(plan.skipped),
        "notices": _cells(plan.notices),
        "remarks": _cells(plan.remarks),
        "made": [{"kind": parent.draft.KIND, "name": parent.title} for parent in plan.parents],
        "created": {key: plan.new(key) for key, _words in CREATED_KINDS},
        "changes": _changes(plan),
        "notes": list(plan.notes),
        "dry_run": dry,
    }


def _cells(items: Sequence[RowProblem | RowRemark]) -> list[dict[str, Any]]:
    return [{"sheet": item.sheet, "row": item.row, "column": item.column, "message": item.message} for item in items]


def _changes(plan: ImportPlan) -> list[dict[str, Any]]:
    return [
        {
            "sheet": item.sheet,
            "row": item.row,
            "record": item.title,
            "field": change.label,
            "before": change.before,
            "after": change.after,
        }
        for item in plan.changed
        for change in item.changes
    ]
