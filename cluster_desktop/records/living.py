"""Leave the trash out of every read; a table is read with its trash only by the name that says so."""

from functools import cache
from typing import Any, TypeVar, TypeVarTuple

from sqlalchemy import ColumnElement, CursorResult, Select, true
from sqlalchemy.orm import ORMExecuteState, Session, aliased, with_loader_criteria
from sqlalchemy.orm.util import AliasedClass

from cluster_desktop import errors
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.models import Record

R = TypeVar("R", bound=Record)
Ts = TypeVarTuple("Ts")
WITH_TRASH = "with_trash"
"""The execution option of a read that asks for one record by its uid."""


def living(session: Session, table: type[R], uid: str) -> R:
    """Read the record of this uid outside the trash. Raises RecordMissing."""
    record = session.get(table, uid)
    if record is None or record.deleted_at is not None:
        label = KINDS[table.__tablename__].label
        raise errors.RecordMissing(f"Không còn {label} này trong sổ. Hãy đọc lại trang (F5).")
    return record


@cache
def with_deleted(table: type[R], name: str | None = None) -> type[R]:
    """Name a record's table so that a statement reads its trash too.

    *name* is what SQL calls it by; a statement that reads a table twice needs one for each.
    """
    return aliased(table, name=name)


def _living(table: type[Record] | AliasedClass[Record]) -> ColumnElement[bool]:
    # An alias, which is no class, is left as it is: that is what `with_deleted` gives.
    return table.deleted_at.is_(None) if isinstance(table, type) else true()


_LIVING = with_loader_criteria(Record, _living, include_aliases=True)


def plain_rows(session: Session, statement: Select[*Ts]) -> CursorResult[*Ts]:
    """Run a read past the ORM, as is quicker for a long register; it leaves out the trash all the same."""
    return session.connection().execute(statement.options(_LIVING))


def leave_out_trash(state: ORMExecuteState) -> None:
    """Narrow a read down to living records before it is run."""
    options: Any = state.execution_options
    if state.is_select and not state.is_column_load and WITH_TRASH not in options:
        state.statement = state.statement.options(_LIVING)
