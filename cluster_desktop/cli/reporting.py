"""One report at the command line: what it is about is chosen without guessing, and what it leaves out is told."""

import argparse
import datetime
from collections.abc import Callable, Mapping
from typing import Any, Final

from cluster_desktop import errors
from cluster_desktop.cli import named, output
from cluster_desktop.commands.printing import reports
from cluster_desktop.documents.content.content import Document, Table
from cluster_desktop.documents.formats.writing import write_document
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import lists
from cluster_desktop.records.queries.units.office import office
from cluster_desktop.records.queries.year import overview

_DECISION, _MINUTES, _ACHIEVEMENT = "decision", "council-minutes", "achievement-report"
_OPTIONS: Final = ("year", "unit", "person", "decision", "session")
_YEAR_AND_UNIT: Final = frozenset({"year", "unit"})
USES: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(reports.NAMES, _YEAR_AND_UNIT),
    **dict.fromkeys(("pledge", "score-minutes", "annual-summary", "handover-minutes"), frozenset({"year"})),
    "staff-list": frozenset({"unit"}),
    _MINUTES: _YEAR_AND_UNIT | {"session"},
    _DECISION: _YEAR_AND_UNIT | {"decision"},
    "bonus-list": _YEAR_AND_UNIT | {"decision"},
    _ACHIEVEMENT: _YEAR_AND_UNIT | {"person"},
}
"""Which options each report looks at; others are told, not passed over in silence."""
_INSTEAD: Final = {
    _MINUTES: ("session", ("year", "unit")),
    _DECISION: ("decision", ("year", "unit")),
    "bonus-list": ("decision", ("year", "unit")),
    _ACHIEVEMENT: ("person", ("unit",)),
}
"""The option that says it all, and those which then say nothing more."""
_OF_A_YEAR: Final = ("pledge", "annual-summary")
"""Papers that have words, but nothing in them, for a year of which nothing is recorded."""
_LEVEL: Final = "CO_SO"  # decisions of the schools themselves; those from above are papers of others


def write(workspace: Workspace, chosen: argparse.Namespace) -> None:
    """Write the report a command line asks for.

    Raises Refused where several decisions or sessions are possible, and RecordMissing, DocumentError, CannotWrite.
    """
    unit = named.unit(workspace, chosen.unit)
    asked: dict[str, Any] = {"year": chosen.year, "unit_uid": unit}
    uses = USES[chosen.name]
    if chosen.person and "person" in uses:
        asked["person_uid"] = named.record(workspace, "person", chosen.person)
    if chosen.decision and "decision" in uses:
        asked["decision_uid"] = named.decision(workspace, chosen.decision)
    if chosen.session and "session" in uses:
        asked["session_uid"] = named.record(workspace, "council_session", chosen.session)
    asked |= _CHOOSERS.get(chosen.name, _as_asked)(workspace, chosen, unit)
    document = reports.compose(workspace, chosen.name, **asked)
    write_document(document, chosen.out)
    for note in (*_unused(chosen), *_without_session(chosen, asked), *_blank(workspace, document, chosen)):
        output.aside(f"Lưu ý: {note}")


def _unused(chosen: argparse.Namespace) -> list[str]:
    """A sentence about the options that change nothing in this report."""
    given = [option for option in _OPTIONS if getattr(chosen, option) is not None]
    deciding, silenced = _INSTEAD.get(chosen.name, ("", ()))
    spare = [one for one in given if one not in USES[chosen.name] or (deciding in given and one in silenced)]
    words = ", ".join(f"--{one}" for one in spare)
    return [f"giấy này không dùng {words} nên bỏ qua."] if spare else []


def _without_session(chosen: argparse.Namespace, asked: Mapping[str, Any]) -> list[str]:
    if chosen.name != _MINUTES or "session_uid" in asked:
        return []
    return ["chưa có phiên họp Hội đồng nào có đề nghị trong phạm vi này nên phần phiên họp để trống."]


def _as_asked(_workspace: Workspace, _chosen: argparse.Namespace, _unit: str | None) -> dict[str, str]:
    return {}


def _only_decision(workspace: Workspace, chosen: argparse.Namespace, unit: str | None) -> dict[str, str]:
    """The one decision of the scope. Raises Refused for none and for several."""
    if chosen.decision:
        return {}
    found = [
        row for row in workspace.read(lists.decisions) if row["level"] == _LEVEL and _within(row, chosen.year, unit)
    ]
    if not found:
        raise errors.Refused(f"Chưa có quyết định nào của cơ sở trong phạm vi này. {named.see('decisions', 'số')}")
    if len(found) > 1:
        choices = [f"{row['number']} ({_day(row)})" for row in reversed(found)]
        raise named.choose("quyết định", choices, "--decision SỐ", "decisions")
    return {"decision_uid": found[0]["uid"]}


def _only_session(workspace: Workspace, chosen: argparse.Namespace, unit: str | None) -> dict[str, str]:
    """The one session of the year that voted, of the unit or the office's own. Raises Refused for several."""
    if chosen.session:
        return {}
    home = unit or workspace.read(office).unit_uid
    found = [row for row in workspace.read(lists.sessions) if row["nominations"] and _within(row, chosen.year, home)]
    if len(found) > 1:
        choices = [f"{row['uid']} ({row['name']}, {_day(row)})" for row in reversed(found)]
        raise named.choose("phiên họp Hội đồng", choices, "--session UID", "sessions")
    return {"session_uid": found[0]["uid"]} if found else {}


def _somebody(_workspace: Workspace, chosen: argparse.Namespace, unit: str | None) -> dict[str, str]:
    """Raises Refused when nobody is named whom the report could be about."""
    if chosen.person or unit:
        return {}
    raise errors.Refused(
        "Báo cáo thành tích là của một người hoặc một đơn vị: hãy ghi --person UID hoặc --unit MÃ. "
        f"{named.see('people')}"
    )


_CHOOSERS: Final[Mapping[str, Callable[[Workspace, argparse.Namespace, str | None], dict[str, str]]]] = {
    _DECISION: _only_decision,
    _MINUTES: _only_session,
    _ACHIEVEMENT: _somebody,
}


def _within(row: Mapping[str, Any], year: int | None, unit: str | None) -> bool:
    return (year is None or row["year"] == year) and (unit is None or row["unit_uid"] == unit)


def _day(row: Mapping[str, Any]) -> str:
    return PartialDate.from_iso(row["date"]).show() if row["date"] else "chưa ghi ngày"


def _blank(workspace: Workspace, document: Document, chosen: argparse.Namespace) -> list[str]:
    """A sentence about a paper that has nothing to tell, with the years that have."""
    years = workspace.read(overview.years)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    if tables and not any(table.rows for table in tables):
        told = tables[0].empty
    elif chosen.name in _OF_A_YEAR and (chosen.year or datetime.date.today().year) not in years:
        told = "Năm này sổ chưa có đợt đề nghị, quyết định hay sự kiện nào."
    else:
        return []
    known = ", ".join(str(year) for year in years) or "chưa có năm nào"
    return [f"giấy này trống. {told} Các năm có trong sổ: {known}; chọn bằng --year."]
