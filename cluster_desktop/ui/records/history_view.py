"""The history of a record: every change with its author and time, newest first."""

import datetime
from collections.abc import Iterable
from html import escape
from itertools import groupby
from operator import attrgetter

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists.history import HistoryLine, history
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.records.record_text import RecordText

_OF_PEOPLE = frozenset(("service", "qualification"))
"""The kinds whose records are told in the history of their person."""
_NO_HISTORY = "Chưa có thay đổi nào được ghi lại."


class HistoryView(RecordText):
    """The changes of a record from the journal."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, "Lịch sử thay đổi", parent)

    @override
    def concerns(self, changes: Changes) -> bool:
        return self._uid in changes.uids or not _OF_PEOPLE.isdisjoint(changes.kinds)

    @override
    def html(self) -> str:
        return _html(self._workspace.read(history, self._uid), theme.colours().quiet.name())


def _html(lines: Iterable[HistoryLine], quiet: str) -> str:
    parts = []
    for (at, who, act), changes in groupby(lines, attrgetter("at", "who", "act")):
        parts.append(
            f'<p style="margin-top:12px;margin-bottom:2px"><b>{escape(act)}</b><br>'
            f'<span style="color:{quiet}">{_moment(at)} · {escape(who)}</span></p>'
        )
        parts += [f'<div style="margin-bottom:2px">{_change(line, quiet)}</div>' for line in changes if _has_text(line)]
    return "".join(parts) or f'<p style="color:{quiet}">{_NO_HISTORY}</p>'


def _has_text(line: HistoryLine) -> bool:
    return bool(line.old or line.new)


def _change(line: HistoryLine, quiet: str) -> str:
    label = f'<span style="color:{quiet}">{escape(line.field)}:</span>'
    if not line.old:
        return f"{label} {_lines(line.new)}"
    return f"{label} <s>{_lines(line.old)}</s> → {_lines(line.new) or 'để trống'}"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _moment(at: str) -> str:
    return datetime.datetime.fromisoformat(at).strftime("%d/%m/%Y %H:%M")
