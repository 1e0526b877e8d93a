"""The sums of an event: medals, papers, gifts, people and costs, each with its total."""

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop.domain.events.event_sums import EventSums, Sums, total
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.events.event_sums import event_sums
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.records.record_text import RecordText

_NONE = "Chưa ghi kết quả, quà tặng, người dự hay kinh phí nào của sự kiện này."
_KINDS = frozenset({"event", "paper", "result", "gift", "co_host", "participant", "attendee", "expense", "unit"})


class SumsTab(RecordText):
    """The sums of an event, in tables."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, "Cộng của sự kiện", parent)

    @override
    def concerns(self, changes: Changes) -> bool:
        return bool(changes.kinds & _KINDS)

    @override
    def html(self) -> str:
        return html_of(self._workspace.read(event_sums, self._uid), theme.colours().line.name())


def html_of(sums: EventSums, line: str) -> str:
    """Return the tables of an event as HTML; *line* is the colour of their rules."""
    medals = [Sums(row.unit, (*row.counts, row.total)) for row in sums.medals]
    tables = (
        ("Bảng giải theo đơn vị", ("Nhất", "Nhì", "Ba", "KK", "Cộng"), medals),
        ("Tham luận theo đơn vị", ("Số bài", "In kỷ yếu", "Trình bày"), sums.papers),
        ("Quà tặng theo đơn vị đóng góp", ("Số suất", "Tổng tiền"), sums.gifts),
        ("Số người theo đơn vị", ("Số người",), sums.people),
        ("Người tham gia theo tư cách", ("Số người",), sums.attendees),
        ("Kinh phí theo nguồn", ("Dự toán", "Thực chi"), sums.costs),
    )
    parts = [_table(title, headings, lines, line) for title, headings, lines in tables if lines]
    return "".join(parts) or f"<p>{_NONE}</p>"


def _table(title: str, headings: Sequence[str], lines: Sequence[Sums], line: str) -> str:
    head = "".join(f'<td align="right">{escape(each)}</td>' for each in headings)
    rows = [_row(each.name, each.numbers) for each in lines]
    rows.append(_row("Cộng", total(lines), bold=True))
    return (
        f'<p style="margin-top:12px;margin-bottom:4px"><b>{escape(title)}</b></p>'
        f'<table width="100%" cellspacing="0" cellpadding="4" style="border-color:{line}">'
        f"<tr><td></td>{head}</tr>{''.join(rows)}</table>"
    )


def _row(name: str, numbers: Sequence[int], *, bold: bool = False) -> str:
    mark, end = ("<b>", "</b>") if bold else ("", "")
    cells = "".join(f'<td align="right">{mark}{show_number(number)}{end}</td>' for number in numbers)
    return f"<tr><td>{mark}{escape(name)}{end}</td>{cells}</tr>"
