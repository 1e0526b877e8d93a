"""Print the results of the command line: a sentence, a table for people, or JSON for programs."""

import errno
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from cluster_desktop import errors
from cluster_desktop.commands.law.eligibility import plain
from cluster_desktop.commands.printing.verifying import CodeVerdict
from cluster_desktop.commands.records.search import SearchResult
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.eligibility.verdict import Judgement
from cluster_desktop.records.file.checking import CheckReport
from cluster_desktop.records.queries.lists.history import HistoryLine


class CannotPrint(errors.CannotWrite):
    """The output of a command cannot be written where it goes."""

    def __init__(self) -> None:
        super().__init__("Không ghi được kết quả ra nơi đã chọn. Hãy kiểm tra dung lượng ổ đĩa rồi làm lại.")


def sentence(text: str) -> None:
    """Print one line on stdout. Raises CannotPrint."""
    _write(f"{text}\n")


def aside(text: str) -> None:
    """Print one line on stderr: what went wrong, or what the operator should know."""
    sys.stderr.write(f"{text}\n")


def finish() -> None:
    """Flush the output while a failure can still be reported. Raises CannotPrint."""
    _write("", whole=True)


def _write(text: str, *, whole: bool = False) -> None:
    try:
        sys.stdout.write(text)
        if whole:
            sys.stdout.flush()
    except OSError as error:
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
            raise BrokenPipeError from error  # which Windows calls an invalid argument
        raise CannotPrint from error


def data(value: object) -> None:
    """Print JSON. Raises CannotPrint."""
    _write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def rows(records: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    """Print a list: JSON, or one line per record with its fields parted by tabs."""
    if as_json:
        data(list(records))
        return
    for row in records:
        sentence("\t".join("" if value is None else str(value) for value in row.values()))


def search_results(items: Sequence[SearchResult], *, as_json: bool) -> None:
    """Print the results of a search."""
    rows([asdict(item) for item in items], as_json=as_json)


def history_lines(lines: Sequence[HistoryLine], *, as_json: bool) -> None:
    """Print the history of a record."""
    rows([asdict(line) for line in lines], as_json=as_json)


def verdicts(items: Sequence[CodeVerdict], *, as_json: bool) -> None:
    """Print the results of verifying certificates."""
    if as_json:
        data([{**asdict(item), "outcome": item.outcome.value} for item in items])
        return
    for item in items:
        sentence(item.sentence)
        for line in (*item.notes, *(f"{name}: {words}" for name, words in item.words.items())):
            sentence(f"  {line}")


def judgements(items: Sequence[Judgement], *, as_json: bool) -> None:
    """Print who may be proposed for what, and why."""
    if as_json:
        data([plain(item) for item in items])
        return
    for item in items:
        name = AWARD_KINDS[item.award].short
        sentence("\t".join((item.candidate.name, item.candidate.unit, name, item.verdict.words, item.short)))


def check_report(report: CheckReport, *, as_json: bool) -> None:
    """Print the result of checking a workspace."""
    if as_json:
        data({"ok": report.ok, "problems": list(report.problems)})
        return
    for line in report.problems or ("Sổ toàn vẹn, không có lỗi.",):
        sentence(line)
