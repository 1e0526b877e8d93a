"""What a workspace holds, to compare two moments of it."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.text import names
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import columns_of
from cluster_desktop.records.models import RECORD_TABLES, Person

Dump = dict[str, dict[str, dict[str, Any]]]


def dump(workspace: Workspace) -> Dump:
    """Every journaled value by table and uid; the journal itself and derived keys are left out."""
    return workspace.read(_dump)


def _dump(session: Session) -> Dump:
    return {
        table: {
            record.uid: {key: getattr(record, key) for key in columns_of(model)}
            for record in session.scalars(select(model))
        }
        for table, model in RECORD_TABLES.items()
    }


def wrong_keys(workspace: Workspace) -> list[str]:
    """The names of people whose derived keys do not follow from the name."""
    return workspace.read(_wrong_keys)


def _wrong_keys(session: Session) -> list[str]:
    return [
        person.full_name
        for person in session.scalars(select(Person))
        if person.sort_key != names.sort_key(person.full_name)
        or not person.search_key.startswith(names.one_y(names.fold(person.full_name)))
        or not person.marked_key.startswith(names.one_y(names.with_marks(person.full_name)))
    ]
