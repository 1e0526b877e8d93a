"""The history of a record: who changed what, when, newest first."""

import datetime
from collections.abc import Iterable
from html import escape
from itertools import groupby
from operator import attrgetter

from PySide6.QtWidgets import QTextBrowser, QWidget

from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists.history import HistoryLine, history
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit import theme

_NO_HISTORY = "Chưa có thay đổi nào được ghi lại."


class HistoryView(QTextBrowser):
    """Reads the journal when a record is shown; the text can be selected and copied."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._uid = ""
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName("Lịch sử thay đổi")
        self.document().setDocumentMargin(16)

    def show_record(self, row: Row) -> None:
        """Show the history of a record."""
        self._uid = row.uid
        self.reread(None)

    def reread(self, changes: Changes | None) -> None:
        """Read the journal again where it speaks of this record; a busy file keeps the page as it is."""
        if self._workspace.busy or (changes is not None and self._uid not in changes.uids):
            return
        lines = self._workspace.read(history, self._uid)
        self.setHtml(_told(lines, theme.colours().quiet.name()))


def _told(lines: Iterable[HistoryLine], quiet: str) -> str:
    told = []
    for (at, who, act), changes in groupby(lines, attrgetter("at", "who", "act")):
        told.append(
            f'<p style="margin-top:12px;margin-bottom:2px"><b>{escape(act)}</b><br>'
            f'<span style="color:{quiet}">{_moment(at)} · {escape(who)}</span></p>'
        )
        told += [f'<div style="margin-bottom:2px">{_change(line, quiet)}</div>' for line in changes if _said(line)]
    return "".join(told) or f'<p style="color:{quiet}">{_NO_HISTORY}</p>'


def _said(line: HistoryLine) -> bool:
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
