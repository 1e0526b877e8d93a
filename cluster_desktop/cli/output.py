"""What the command line prints: a sentence, a table for people, or JSON for programs."""

import errno
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from cluster_desktop import errors
from cluster_desktop.commands.imports.plan import MADE, ImportPlan, RowProblem
from cluster_desktop.commands.law.eligibility import plain
from cluster_desktop.commands.printing.verifying import Verdict
from cluster_desktop.commands.records.search import Found
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.eligibility.verdict import Judgement
from cluster_desktop.records.file.checking import CheckReport
from cluster_desktop.records.queries.lists.history import HistoryLine


class CannotTell(errors.CannotWrite):
    """What a command has to say cannot be written where its output goes."""

    def __init__(self) -> None:
        super().__init__("Không ghi được kết quả ra nơi đã chọn. Hãy kiểm tra dung lượng ổ đĩa rồi làm lại.")


def sentence(text: str) -> None:
    """One line on stdout. Raises CannotTell."""
    _write(f"{text}\n")


def aside(text: str) -> None:
    """One line on stderr: what went wrong, or what the operator should know about what was done."""
    sys.stderr.write(f"{text}\n")


def finish() -> None:
    """Hand over what is still kept back, while somebody can be told that it failed. Raises CannotTell."""
    _write("", whole=True)


def _write(text: str, *, whole: bool = False) -> None:
    try:
        sys.stdout.write(text)
        if whole:
            sys.stdout.flush()
    except OSError as error:
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
            raise BrokenPipeError from error  # which Windows calls an invalid argument
        raise CannotTell from error


def _json(value: object) -> None:
    _write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def rows(found: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    """A list: JSON, or one line per record with its fields parted by tabs."""
    if as_json:
        _json(list(found))
        return
    for row in found:
        sentence("\t".join("" if value is None else str(value) for value in row.values()))


def found(items: Sequence[Found], *, as_json: bool) -> None:
    """What a search met."""
    rows([asdict(item) for item in items], as_json=as_json)


def history_lines(lines: Sequence[HistoryLine], *, as_json: bool) -> None:
    """The history of a record."""
    rows([asdict(line) for line in lines], as_json=as_json)


def verdicts(found: Sequence[Verdict], *, as_json: bool) -> None:
    """What the check of certificates came to."""
    if as_json:
        _json([{**asdict(one), "outcome": one.outcome.value} for one in found])
        return
    for one in found:
        sentence(one.sentence)
        for line in (*one.notes, *(f"{name}: {words}" for name, words in one.words.items())):
            sentence(f"  {line}")


def judgements(found: Sequence[Judgement], *, as_json: bool) -> None:
    """Who may be proposed for what, and why."""
    if as_json:
        _json([plain(one) for one in found])
        return
    for one in found:
        name = AWARD_KINDS[one.award].short
        sentence("\t".join((one.candidate.name, one.candidate.unit, name, one.verdict.words, one.short)))


def check_report(report: CheckReport, *, as_json: bool) -> None:
    """Whether a workspace is sound."""
    if as_json:
        _json({"ok": report.ok, "problems": list(report.problems)})
        return
    for line in report.problems or ("Sổ toàn vẹn, không có lỗi.",):
        sentence(line)


def import_plan(plan: ImportPlan, problems: Sequence[RowProblem], *, as_json: bool, dry: bool) -> None:
    """What an import did, or would do; *problems* are those of the rows and the questions nobody answered."""
    counts = {
        "read": plan.read,
        "added": len(plan.added),
        "changed": len(plan.changed),
        "unchanged": plan.unchanged,
    }
    if as_json:
        created = {key: plan.new(key) for key, _words in MADE}
        told = {"created": created, "changes": _changes(plan), "notes": list(plan.notes), "dry_run": dry}
        _json({**counts, "problems": [asdict(item) for item in problems], **told})
        return
    verb = "Sẽ" if dry else "Đã" if not problems else "Chưa"
    sentence(
        f"{verb} nhập: đọc {plan.read} dòng, thêm {len(plan.added)}, sửa {len(plan.changed)}, "
        f"giữ nguyên {plan.unchanged}, {len(problems)} chỗ phải sửa."
    )
    made = ", ".join(f"{count} {words}" for kind, words in MADE if (count := plan.new(kind)))
    if made:
        sentence(f"  Cùng lúc thêm {made}.")
    for note in plan.notes:
        sentence(f"  {note}")
    for change in _changes(plan):
        sentence("  {sheet}, dòng {row}, {record}: {field} “{before}” thành “{after}”".format(**change))
    for item in problems:
        sentence(f"  {item.sheet}, dòng {item.row}, {item.column}: {item.message}")


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
