"""The lists of the command line: plain dictionaries with English keys, dates as ISO text."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.fields.vocabulary import RecipientKind
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.suggestions import meant
from cluster_desktop.records.models import Nomination, Unit
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing, Row

_CHUNK = 2000


def unit_uid(session: Session, code: str) -> str:
    """The unit with this code, capitals or not. Raises RecordMissing, with the codes there are."""
    uid = session.scalars(select(Unit.uid).where(func.upper(Unit.code) == code.strip().upper())).first()
    if uid is None:
        codes = session.scalars(select(Unit.code).order_by(Unit.code)).all()
        raise errors.RecordMissing(
            f"Không có đơn vị mã “{code}” trong sổ.{meant(code, codes)} Các mã: {', '.join(codes) or 'chưa có'}."
        )
    return uid


def _plain(value: Value) -> Any:
    return value.iso if isinstance(value, PartialDate) else value


def _rows(session: Session, kind: str) -> list[Row]:
    rows: list[Row] = []
    while chunk := listing.page(session, Listing(kind=kind), len(rows), _CHUNK):
        rows += chunk
    return rows


def _shown(row: Row, key: str) -> str | None:
    return row.shown[key] or None


def units(session: Session) -> list[dict[str, Any]]:
    """uid, code, name, short_name, province, people."""
    return [
        {
            "uid": row.uid,
            **{key: _plain(row.values[key]) for key in ("code", "name", "short_name", "province")},
            "people": row.values["headcount"],
        }
        for row in _rows(session, "unit")
    ]


def people(session: Session) -> list[dict[str, Any]]:
    """uid, name, birth_date (ISO, may be partial), unit, department, position, degree, political_theory …"""
    names = {row.uid: row for row in _rows(session, "unit")}
    return [
        {
            "uid": row.uid,
            "name": row.title,
            "birth_date": _plain(row.values["birth_date"]),
            "unit": names[str(row.values["unit_uid"])].title if row.values["unit_uid"] else None,
            "unit_code": names[str(row.values["unit_uid"])].values["code"] if row.values["unit_uid"] else None,
            **{
                key.removesuffix("_uid"): _shown(row, key)
                for key in (
                    "department_uid",
                    "position",
                    "degree",
                    "political_theory",
                    "gender",
                    "ethnicity",
                    "status",
                )
            },
        }
        for row in _rows(session, "person")
    ]


def rounds(session: Session) -> list[dict[str, Any]]:
    """uid, name, year, kind, deadline (ISO), nominations (count)."""
    counts = _nominations_by(session, "round_uid")
    return [
        {
            "uid": row.uid,
            "name": row.title,
            "year": row.values["year"],
            "kind": row.shown["kind"],
            "deadline": _plain(row.values["deadline"]),
            "nominations": counts.get(row.uid, 0),
        }
        for row in _rows(session, "round")
    ]


def registrations(session: Session) -> list[dict[str, Any]]:
    """uid, recipient, recipient_kind, unit, award, award_code, year, registered_on (ISO), target."""
    return [
        {
            **_recipient(row),
            "year": row.values["year"],
            "registered_on": _plain(row.values["registered_on"]),
            "target": row.values["target"],
        }
        for row in _rows(session, "registration")
    ]


def sessions(session: Session) -> list[dict[str, Any]]:
    """uid, name, year, date (ISO), unit (None: the cluster's), unit_uid, round, members, nominations (count)."""
    counts = _nominations_by(session, "session_uid")
    return [
        {
            "uid": row.uid,
            "name": row.title,
            "year": row.values["year"],
            "date": _plain(row.values["held_on"]),
            "unit": _shown(row, "unit_uid"),
            "unit_uid": row.values["unit_uid"],
            "round": _shown(row, "round_uid"),
            "members": row.values["members_total"],
            "nominations": counts.get(row.uid, 0),
        }
        for row in _rows(session, "council_session")
    ]


def _nominations_by(session: Session, key: str) -> dict[str, int]:
    """Count the nominations that point to each record by the reference *key*."""
    owner = getattr(Nomination, key)
    counted = select(owner, func.count()).where(owner.is_not(None)).group_by(owner)
    return {row[0]: row[1] for row in session.execute(counted)}


def nominations(session: Session) -> list[dict[str, Any]]:
    """uid, recipient, recipient_kind, unit, award, award_code, year, round, state."""
    return [
        {
            **_recipient(row),
            "year": row.values["year"],
            "round": _shown(row, "round_uid"),
            "state": _shown(row, "state"),
        }
        for row in _rows(session, "nomination")
    ]


def decisions(session: Session) -> list[dict[str, Any]]:
    """uid, number, date (ISO), year, recipients (count), title, level (code), unit_uid (whose head decided)."""
    return [
        {
            "uid": row.uid,
            "number": row.values["number"],
            "date": _plain(row.values["decided_on"]),
            "year": row.values["year"],
            "recipients": row.values["recipients"],
            "title": row.values["title"],
            "level": row.values["level"],
            "unit_uid": row.values["unit_uid"],
        }
        for row in _rows(session, "decision")
    ]


def awards(session: Session) -> list[dict[str, Any]]:
    """uid, recipient, recipient_kind, award, year, decision_number, decision_date, certificate_number …"""
    return [
        {
            **_recipient(row),
            "year": row.values["year"],
            "decision_number": _shown(row, "decision_uid"),
            "decision_date": _plain(row.values["decided_on"]),
            "ordinal": row.values["ordinal"],
            "certificate_number": row.values["certificate_number"],
        }
        for row in _rows(session, "award")
    ]


def events(session: Session) -> list[dict[str, Any]]:
    """uid, kind, kind_code, title, level, year, date (ISO), host, place, papers."""
    return [
        {
            "uid": row.uid,
            "kind": row.shown["kind"],
            "kind_code": row.values["kind"],
            "title": row.values["title"],
            "level": _shown(row, "level"),
            "year": row.values["year"],
            "date": _plain(row.values["starts_on"]),
            "host": _shown(row, "host_uid"),
            "place": row.values["place"],
            "papers": row.values["papers"],
        }
        for row in _rows(session, "event")
    ]


def _recipient(row: Row) -> dict[str, Any]:
    return {
        "uid": row.uid,
        "recipient": row.values["recipient"],
        "recipient_kind": "person" if row.values["recipient_kind"] == RecipientKind.PERSON else "collective",
        "unit": _shown(row, "recipient_unit"),
        "award": row.shown["award"],
        "award_code": row.values["award"],
    }


LISTS: dict[str, Callable[[Session], list[dict[str, Any]]]] = {
    "units": units,
    "people": people,
    "rounds": rounds,
    "registrations": registrations,
    "nominations": nominations,
    "sessions": sessions,
    "decisions": decisions,
    "awards": awards,
    "events": events,
}
