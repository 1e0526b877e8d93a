"""Lists of records of any kind: count, page, find, options; search without marks, Vietnamese order."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, false, func, or_, select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.record_kind import RecordKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.searching import has_words
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import RECORD_TABLES, Department
from cluster_desktop.records.queries.lists.column_sources import ColumnExpressions, ListSource, finding, label_of
from cluster_desktop.records.queries.lists.name_search import NameSearch
from cluster_desktop.records.queries.units.unit_names import department_stands
from cluster_desktop.records.rows import Filter, Listing, Option, Row
from cluster_desktop.records.stints import today

_ALL: Final = -1  # what SQLite takes for no limit
_SLICE: Final = 1000  # an old SQLite takes no more than 32,766 values in one statement


def count(session: Session, listing: Listing) -> int:
    """Count the records of a listing."""
    source = ListSource(KINDS[listing.kind])
    search = _name_search(source, listing)
    if search is not None:
        return search.count(session)
    conditions = _conditions(source, listing)
    return int(session.execute(source.select([func.count()]).where(*conditions)).scalar_one())


def page(session: Session, listing: Listing, offset: int = 0, limit: int = 200) -> tuple[Row, ...]:
    """The records from *offset* on, at most *limit* of them, in the listing's order."""
    return rows_of(session, listing.kind, _uids(session, listing, offset, limit))


def rows_of(session: Session, kind_key: str, uids: Sequence[str]) -> tuple[Row, ...]:
    """The records with these uids, in this order; those that are gone for good are left out."""
    kind = KINDS[kind_key]
    source = ListSource(kind)
    columns = _columns(source)
    statement = _statement(source, columns)
    rows: list[Row] = []
    for some in _slices(uids):
        result = session.execute(statement.where(source.model.uid.in_(some)))
        by_uid = {values[0]: _row(kind, columns, values) for values in result}
        rows += [by_uid[uid] for uid in some if uid in by_uid]
    return tuple(rows)


def find(session: Session, kind_key: str, uid: str) -> Row:
    """One record, also when it lies in the trash. Raises RecordMissing."""
    kind = KINDS[kind_key]
    source = ListSource(kind)
    columns = _columns(source)
    values = session.execute(_statement(source, columns).where(source.model.uid == uid)).one_or_none()
    if values is None:
        raise errors.RecordMissing(f"Không còn {kind.label} này trong sổ. Hãy đọc lại trang (F5).")
    return _row(kind, columns, values)


def in_trash(session: Session, kind_key: str, uid: str) -> bool | None:
    """Check whether a record lies in the trash; None when the workspace never had it."""
    record = session.get(RECORD_TABLES[kind_key], uid)
    return None if record is None else record.deleted_at is not None


def alive(session: Session, kind_key: str, uid: str) -> bool:
    """Check whether a record is in the workspace and not in its trash."""
    table = RECORD_TABLES[kind_key]
    return session.scalar(select(table.uid).where(table.uid == uid)) is not None


def order(session: Session, listing: Listing) -> Sequence[str]:
    """The uids of all records of the listing, in its order."""
    search = _name_search(ListSource(KINDS[listing.kind]), listing)
    return _uids(session, listing, 0, search.count(session) if search is not None else _ALL)


def looks_at_each(listing: Listing) -> bool:
    """Check whether a search looks into every record, so that counting costs as much as finding."""
    return listing.kind != "person" and has_words(listing.search)


def position(session: Session, listing: Listing, uid: str) -> int | None:
    """The row number (from 0) of a record in the listing; None when it is not there."""
    uids = order(session, listing)
    return uids.index(uid) if uid in uids else None


def options(
    session: Session,
    kind_key: str,
    search: str = "",
    limit: int = 50,
    within: tuple[str, str] | None = None,
    on: str | None = None,
) -> tuple[Option, ...]:
    """Records a reference can point to, best match first; *within* keeps one owner's (key, uid).

    Of departments *on* a day (ISO text) those that are there; without one those that are no more stand last, with a
    word.
    """
    filters = (Filter(within[0], (within[1],)),) if within else ()
    uids = _uids(session, Listing(kind=kind_key, search=search, filters=filters), 0, limit)
    if kind_key == "department":
        return _departments(session, uids, on)
    model = with_deleted(RECORD_TABLES[kind_key])  # they are living, and the key finds them quickest
    labels: dict[str, str] = {}
    for some in _slices(uids):
        statement = select(model.uid, label_of(model, kind_key)).where(model.uid.in_(some))
        labels |= {uid: str(words) for uid, words in session.execute(statement)}
    return tuple(Option(uid, labels[uid]) for uid in uids)


def _departments(session: Session, uids: Sequence[str], on: str | None) -> tuple[Option, ...]:
    own = with_deleted(Department)
    known = {each.uid: each for some in _slices(uids) for each in session.scalars(select(own).where(own.uid.in_(some)))}
    if on is not None:
        there = set(session.scalars(select(Department.uid).where(department_stands(on))))
        return tuple(Option(uid, known[uid].name) for uid in uids if uid in there)
    day = today(session)
    gone = {uid: each.ended_on for uid, each in known.items() if each.ended_on and each.ended_on.iso <= day}
    here = [Option(uid, known[uid].name) for uid in uids if uid not in gone]
    return (*here, *(Option(uid, f"{known[uid].name} (giải thể {gone[uid].show()})") for uid in uids if uid in gone))


def _slices(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(uids), _SLICE):
        yield uids[start : start + _SLICE]


def _uids(session: Session, listing: Listing, offset: int, limit: int) -> list[str]:
    """Uids of the records a page shows. Their columns are read afterwards, so passing by others costs little."""
    source = ListSource(KINDS[listing.kind])
    search = _name_search(source, listing)
    if search is not None and not listing.sort:
        return search.uids(session, offset, limit)
    order = _order(source, listing)
    conditions = _conditions(source, listing)
    statement = source.select([source.model.uid]).where(*conditions).order_by(*order)
    return list(session.scalars(statement.offset(offset).limit(limit)))


def _name_search(source: ListSource, listing: Listing) -> NameSearch | None:
    if listing.kind != "person" or not has_words(listing.search):
        return None
    filters = tuple(_filter(source, item) for item in listing.filters)
    return NameSearch(source.model, listing.search, listing.trashed, filters)


def _columns(source: ListSource) -> list[tuple[Field, ColumnExpressions]]:
    return [(item, source.column(item)) for item in source.kind.columns]


def _statement(source: ListSource, columns: list[tuple[Field, ColumnExpressions]]) -> Select[Any]:
    expressions: list[ColumnElement[Any]] = [source.model.uid, source.model.sample_note]
    expressions += [column.value for _item, column in columns]
    expressions += [column.label for _item, column in columns if column.label is not None]
    return source.select(expressions)


def _row(kind: RecordKind, columns: list[tuple[Field, ColumnExpressions]], raw: Any) -> Row:
    plain = raw[2 : 2 + len(columns)]
    labels = iter(raw[2 + len(columns) :])
    values, shown = {}, {}
    for (item, column), value in zip(columns, plain, strict=True):
        values[item.key] = value
        if column.label is not None:
            shown[item.key] = str(next(labels) or "")
        else:
            shown[item.key] = "" if value is None else item.show(value)
    title = " – ".join(shown[key] for key in kind.title if shown[key])
    return Row(raw[0], kind.key, title, values, shown, raw[1])


def _conditions(source: ListSource, listing: Listing) -> list[ColumnElement[bool]]:
    search = _name_search(source, listing)
    if search is not None:
        return [search.condition]
    deleted_at = source.model.deleted_at
    conditions = [deleted_at.is_not(None) if listing.trashed else deleted_at.is_(None)]
    conditions += [_filter(source, item) for item in listing.filters]
    if names.fold(listing.search):
        conditions += finding(source.search_text(), listing.search)
    return conditions


def _filter(source: ListSource, item: Filter) -> ColumnElement[bool]:
    value = source.value(source.kind.field(item.key))
    chosen = [each for each in item.values if each is not None]
    either = [value.in_(chosen)] if chosen else []
    if None in item.values:
        either.append(value.is_(None))
    return or_(false(), *either)


def _order(source: ListSource, listing: Listing) -> list[Any]:
    keys = (listing.sort,) if listing.sort else source.kind.sort
    order = [source.order(source.kind.field(key)) for key in keys]
    directed = [item.desc() if listing.descending else item for item in order]
    if order[-1] is source.model.sort_key:
        # Nothing but the uid stands behind it, so that the roster's index gives the order as it is.
        uid = source.model.uid
        return [*_exact_first(source, listing), *directed, uid.desc() if listing.descending else uid]
    return [*_exact_first(source, listing), *directed, source.model.sort_key, source.model.uid]


def _exact_first(source: ListSource, listing: Listing) -> list[Any]:
    """Matches with the very marks that were typed come before matches without marks."""
    title = source.model.SORTED_BY
    if not title or listing.sort or not names.fold(listing.search):
        return []
    return [func.exact_rank(getattr(source.model, title), listing.search)]
