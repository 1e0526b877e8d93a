"""Lists of records of any kind: count, page, find, options; search without marks, Vietnamese order."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal_column, or_, text
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain import names
from cluster_desktop.domain.kinds import KINDS, RecordKind
from cluster_desktop.records.queries.source import Column, Source, label_key
from cluster_desktop.records.rows import Filter, Listing, Option, Row


def count(session: Session, listing: Listing) -> int:
    """How many records the listing has."""
    source = Source(KINDS[listing.kind])
    conditions = _conditions(source, listing)
    statement = source.select([func.count()]).where(*conditions)
    return int(session.execute(statement).scalar_one())


def page(session: Session, listing: Listing, offset: int = 0, limit: int = 200) -> tuple[Row, ...]:
    """The records from *offset* on, at most *limit* of them, in the listing's order."""
    kind = KINDS[listing.kind]
    source = Source(kind)
    columns = [source.column(item) for item in kind.columns]
    order = _order(source, listing)
    conditions = _conditions(source, listing)
    statement = _statement(source, columns).where(*conditions).order_by(*order)
    found = session.execute(statement.offset(offset).limit(limit))
    return tuple(_row(kind, columns, values) for values in found)


def find(session: Session, kind_key: str, uid: str) -> Row:
    """One record, also when it lies in the trash. Raises RecordMissing."""
    kind = KINDS[kind_key]
    source = Source(kind)
    columns = [source.column(item) for item in kind.columns]
    values = session.execute(_statement(source, columns).where(source.model.uid == uid)).one_or_none()
    if values is None:
        raise errors.RecordMissing(f"Không còn {kind.label} này trong sổ. Hãy đọc lại trang (F5).")
    return _row(kind, columns, values)


def position(session: Session, listing: Listing, uid: str) -> int | None:
    """The row number (from 0) of a record in the listing; None when it is not there."""
    source = Source(KINDS[listing.kind])
    order = _order(source, listing)
    conditions = _conditions(source, listing)
    numbered = source.select(
        [source.model.uid.label("uid"), func.row_number().over(order_by=order).label("place")]
    ).where(*conditions)
    inner = numbered.subquery()
    place = session.execute(inner.select().where(inner.c.uid == uid)).one_or_none()
    return None if place is None else int(place.place) - 1


def options(
    session: Session, kind_key: str, search: str = "", limit: int = 50, within: tuple[str, str] | None = None
) -> tuple[Option, ...]:
    """Records a reference can point to, best match first; *within* keeps one owner's (key, uid)."""
    listing = Listing(kind=kind_key, search=search)
    source = Source(KINDS[kind_key])
    conditions = _conditions(source, listing)
    if within is not None:
        conditions.append(getattr(source.model, within[0]) == within[1])
    label = getattr(source.model, label_key(kind_key))
    statement = source.select([source.model.uid, label]).where(*conditions)
    statement = statement.order_by(*_order(source, listing)).limit(limit)
    return tuple(Option(uid, str(words)) for uid, words in session.execute(statement))


def _statement(source: Source, columns: list[Column]) -> Select[Any]:
    wanted: list[ColumnElement[Any]] = [source.model.uid, source.model.sample_note]
    wanted += [column.value for column in columns]
    wanted += [column.label for column in columns if column.label is not None]
    return source.select(wanted)


def _row(kind: RecordKind, columns: list[Column], found: Any) -> Row:
    plain = list(found[2 : 2 + len(columns)])
    labels = iter(found[2 + len(columns) :])
    values, shown = {}, {}
    for item, column, value in zip(kind.columns, columns, plain, strict=True):
        values[item.key] = value
        shown[item.key] = item.show(value) if column.label is None else str(next(labels) or "")
    title = " – ".join(shown[key] for key in kind.title if shown[key])
    return Row(found[0], kind.key, title, values, shown, found[1])


def _conditions(source: Source, listing: Listing) -> list[Any]:
    deleted = source.model.deleted_at
    conditions = [deleted.is_not(None) if listing.trashed else deleted.is_(None)]
    for item in listing.filters:
        conditions.append(_filter(source, item))
    words = names.fold(listing.search).split()
    if words:
        conditions.append(_found_by(source, words))
    return conditions


def _filter(source: Source, item: Filter) -> ColumnElement[bool]:
    value = source.column(source.kind.field(item.key)).value
    given = [wanted for wanted in item.values if wanted is not None]
    either = [value.in_(given)] if given else []
    if None in item.values:
        either.append(value.is_(None))
    return or_(*either)


def _found_by(source: Source, words: list[str]) -> ColumnElement[Any]:
    if source.kind.key == "person":
        # Each word is the beginning of a word of the name; quotes make any character plain text.
        query = " ".join('"' + word.replace('"', '""') + '"*' for word in words)
        rows = text("SELECT rowid FROM person_search WHERE person_search MATCH :folded").bindparams(
            folded=query
        )
        return literal_column("person.rowid").in_(rows.columns(literal_column("rowid")))
    searched = source.search_text()
    return and_(*(searched.contains(word, autoescape=True) for word in words))


def _order(source: Source, listing: Listing) -> list[Any]:
    keys = (listing.sort,) if listing.sort else source.kind.sort
    order = [source.column(source.kind.field(key)).order for key in keys]
    directed = [item.desc() if listing.descending else item for item in order]
    return [*_exact_first(source, listing), *directed, source.model.sort_key, source.model.uid]


def _exact_first(source: Source, listing: Listing) -> list[Any]:
    """Matches with the very marks that were typed come before matches without marks."""
    title = source.model.SORTED_BY
    query = names.nfc(listing.search)
    if not title or listing.sort or query.isascii():
        return []
    return [func.exact_rank(getattr(source.model, title), query)]
