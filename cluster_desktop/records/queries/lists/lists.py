"""The lists of the command line: plain dictionaries with English keys, dates as ISO text."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.suggestions import meant
from cluster_desktop.records.models import Nomination, Unit
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing, Row

_CHUNK = 2000
Cell = Callable[[Row], Any]
Cells = Mapping[str, Cell]


def unit_uid(session: Session, code: str) -> str:
    """The unit with this code, capitals or not. Raises RecordMissing, with the codes there are."""
    uid = session.scalars(select(Unit.uid).where(func.upper(Unit.code) == code.strip().upper())).first()
    if uid is None:
        codes = session.scalars(select(Unit.code).order_by(Unit.code)).all()
        raise errors.RecordMissing(
            f"Không có đơn vị mã “{code}” trong sổ.{meant(code, codes)} Các mã: {', '.join(codes) or 'chưa có'}."
        )
    return uid


def rows(session: Session, what: str) -> list[dict[str, Any]]:
    """The records of a list (of ``LISTS`` or ``OTHER_KINDS``), each with its uid and the cells of the list."""
    kind, cells = LISTS[what] if what in LISTS else (what, _columns(what))
    named = cells if isinstance(cells, Mapping) else cells(session)
    return [{"uid": row.uid, **{name: cell(row) for name, cell in named.items()}} for row in _records(session, kind)]


def _records(session: Session, kind: str) -> list[Row]:
    records: list[Row] = []
    while chunk := listing.page(session, Listing(kind=kind), len(records), _CHUNK):
        records += chunk
    return records


def _columns(kind: str) -> Cells:
    """What is known of a kind in words, under the keys of its fields; sensitive ones are shown one record at a time."""
    return {field.key: _shown(field.key) for field in KINDS[kind].columns if not field.sensitive}


def _stored(key: str) -> Cell:
    """The value as it is stored, a date as ISO text."""

    def cell(row: Row) -> Any:
        value = row.values[key]
        return value.iso if isinstance(value, PartialDate) else value

    return cell


def _shown(key: str) -> Cell:
    """The value in words; None for nothing."""
    return lambda row: row.shown[key] or None


def _title(row: Row) -> str:
    return row.title


def _recipient_kind(row: Row) -> str:
    return "person" if row.values["recipient_kind"] == RecipientKind.PERSON else "collective"


def _people(session: Session) -> Cells:
    units = {row.uid: row for row in _records(session, "unit")}

    def unit_of(row: Row) -> Row | None:
        return units.get(str(row.values["unit_uid"]))

    return {
        "name": _title,
        "birth_date": _stored("birth_date"),
        "unit": lambda row: unit.title if (unit := unit_of(row)) else None,
        "unit_code": lambda row: unit.values["code"] if (unit := unit_of(row)) else None,
        "department": _shown("department_uid"),
        **{key: _shown(key) for key in ("position", "degree", "political_theory", "gender", "ethnicity", "status")},
    }


def _rounds(session: Session) -> Cells:
    return {
        "name": _title,
        "year": _stored("year"),
        "kind": _shown("kind"),
        "deadline": _stored("deadline"),
        "nominations": _nominations(session, "round_uid"),
    }


def _sessions(session: Session) -> Cells:
    """``unit`` is None for the cluster's."""
    return {
        "name": _title,
        "year": _stored("year"),
        "date": _stored("held_on"),
        "unit": _shown("unit_uid"),
        "unit_uid": _stored("unit_uid"),
        "round": _shown("round_uid"),
        "members": _stored("members_total"),
        "nominations": _nominations(session, "session_uid"),
    }


def _nominations(session: Session, key: str) -> Cell:
    """Count the nominations that point to the record by the reference *key*."""
    owner = getattr(Nomination, key)
    counted = select(owner, func.count()).where(owner.is_not(None)).group_by(owner)
    counts: dict[str, int] = dict(session.execute(counted).all())
    return lambda row: counts.get(row.uid, 0)


_RECIPIENT: Final[Cells] = {
    "recipient": _stored("recipient"),
    "recipient_kind": _recipient_kind,
    "unit": _shown("recipient_unit"),
    "award": _shown("award"),
    "award_code": _stored("award"),
    "year": _stored("year"),
}
LISTS: Final[Mapping[str, tuple[str, Cells | Callable[[Session], Cells]]]] = {
    "units": (
        "unit",
        {key: _stored(key) for key in ("code", "name", "short_name", "province")} | {"people": _stored("headcount")},
    ),
    "people": ("person", _people),
    "rounds": ("round", _rounds),
    "registrations": (
        "registration",
        {**_RECIPIENT, "registered_on": _stored("registered_on"), "target": _stored("target")},
    ),
    "nominations": ("nomination", {**_RECIPIENT, "round": _shown("round_uid"), "state": _shown("state")}),
    "sessions": ("council_session", _sessions),
    "decisions": (
        "decision",
        {
            "number": _stored("number"),
            "date": _stored("decided_on"),
            **{key: _stored(key) for key in ("year", "recipients", "title", "level", "unit_uid")},
        },
    ),
    "awards": (
        "award",
        {
            **_RECIPIENT,
            "decision_number": _shown("decision_uid"),
            "decision_date": _stored("decided_on"),
            "ordinal": _stored("ordinal"),
            "certificate_number": _stored("certificate_number"),
        },
    ),
    "events": (
        "event",
        {
            "kind": _shown("kind"),
            "kind_code": _stored("kind"),
            "title": _stored("title"),
            "level": _shown("level"),
            "year": _stored("year"),
            "date": _stored("starts_on"),
            "host": _shown("host_uid"),
            "place": _stored("place"),
            "papers": _stored("papers"),
        },
    ),
}
"""The kind of record in each list, and its cells by their English keys in order."""
OTHER_KINDS: Final = tuple(kind for kind in KINDS if kind not in {kind for kind, _cells in LISTS.values()})
"""The kinds without a list of their own cells: theirs has every field in words."""
