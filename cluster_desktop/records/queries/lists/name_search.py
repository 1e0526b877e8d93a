"""The roster searched by name: the very name first, then the marks that were typed, then the rest.

The name index finds a hundred thousand people in a millisecond; putting all of them in order for each
keystroke is what would take long. So the three tiers are read one after the other, and a tier that holds
many people is read by walking the roster in its own order until the page is full.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, column, func, literal_column, not_, select, table, true
from sqlalchemy.orm import Session

from cluster_desktop.domain.text.names import sort_key
from cluster_desktop.domain.text.searching import Forms, asked, has_words
from cluster_desktop.records.models import Person

_INDEX = table("person_search", column("rowid"), column("person_search"))
_ROWID: ColumnElement[int] = literal_column("person.rowid")
# A plus sign keeps SQLite from using an index on the column.
_PLAIN_ROWID: ColumnElement[int] = literal_column("+person.rowid")
_PLAIN_DELETED_AT: ColumnElement[str | None] = literal_column("+person.deleted_at")
_PLAIN_INDEX_ROWID: ColumnElement[int] = literal_column("+person_search.rowid")
_MANY = 2000  # from here on walking the roster is quicker than sorting what was found
_PAST_EVERY_KEY = "\x7f"  # keys are printable ASCII


@dataclass(frozen=True, slots=True)
class _Tier:
    """People found by an expression of the index and one more condition."""

    expression: str
    condition: ColumnElement[bool]
    size: int


@dataclass(frozen=True, slots=True)
class NameSearch:
    """People whose names have words beginning with the typed words, in or out of the trash.

    ``people`` is their table with its trash, called "person" in SQL, which the filters speak of too.
    """

    people: type[Person]
    typed: str
    trashed: bool = False
    filters: tuple[ColumnElement[bool], ...] = ()

    @property
    def condition(self) -> ColumnElement[bool]:
        """The condition that everybody found meets, for a list in another order."""
        return and_(_ROWID.in_(_rows(self._everybody())), self._place(_PLAIN_DELETED_AT), *self.filters)

    def count(self, session: Session) -> int:
        """Count the people who match."""
        return self._count(session, self._everybody())

    def uids(self, session: Session, offset: int, limit: int) -> list[str]:
        """A page of the people found, best match first, each tier in the order of the roster."""
        uids: list[str] = []
        for tier in self._tiers(session):
            if offset < tier.size:
                uids += session.scalars(self._page(tier).offset(offset).limit(limit - len(uids)))
            if len(uids) == limit:
                break
            offset = max(0, offset - tier.size)
        return uids

    def _everybody(self) -> str:
        return f"search_key : ({_quoted(asked(self.typed).plain)})"

    def _tiers(self, session: Session) -> Iterator[_Tier]:
        key = sort_key(asked(self.typed).meant)
        very_name = self.people.sort_key.between(key, key + _PAST_EVERY_KEY)
        marks = f"marked_key : ({_quoted(asked(self.typed).marked)})"
        with_marks = f"{self._everybody()} AND {marks}"
        without = f"{self._everybody()} NOT {marks}"
        same = self._count_people(session, with_marks, very_name)
        yield _Tier(with_marks, very_name, same)
        yield _Tier(with_marks, not_(very_name), self._count(session, with_marks) - same)
        yield _Tier(without, true(), self._count(session, without))

    def _place(self, deleted_at: Any) -> ColumnElement[bool]:
        place: ColumnElement[bool] = deleted_at.is_not(None) if self.trashed else deleted_at.is_(None)
        return place

    def _count(self, session: Session, expression: str) -> int:
        """Counted inside the name index: only the few people of the trash are looked up, not all found."""
        binned = select(_ROWID).select_from(self.people).where(self.people.deleted_at.is_not(None))
        right = _PLAIN_INDEX_ROWID.in_(binned) if self.trashed else _PLAIN_INDEX_ROWID.not_in(binned)
        statement = _matches(select(func.count()), expression).where(right)
        if self.filters:
            fitting = select(_ROWID).select_from(self.people).where(*self.filters)
            statement = statement.where(_PLAIN_INDEX_ROWID.in_(fitting))
        return int(session.execute(statement).scalar_one())

    def _count_people(self, session: Session, expression: str, condition: ColumnElement[bool]) -> int:
        people = select(func.count()).select_from(self.people).where(condition, *self.filters)
        people = people.where(self._place(self.people.deleted_at), _PLAIN_ROWID.in_(_rows(expression)))
        return session.execute(people).scalar_one()

    def _page(self, tier: _Tier) -> Select[str]:
        if tier.size > _MANY:
            conditions = (_PLAIN_ROWID.in_(_rows(tier.expression)), self._place(self.people.deleted_at))
        else:
            conditions = (_ROWID.in_(_rows(tier.expression)), self._place(_PLAIN_DELETED_AT))
        people = select(self.people.uid).where(*conditions, tier.condition, *self.filters)
        return people.order_by(self.people.sort_key, self.people.uid)


def _rows(expression: str) -> Select[Any]:
    return _matches(select(_INDEX.c.rowid), expression)


def _matches(statement: Select[Any], expression: str) -> Select[Any]:
    return statement.select_from(_INDEX).where(_INDEX.c.person_search.match(expression))


def _quoted(typed: Sequence[Forms]) -> str:
    """Each word, in one of its spellings, as the beginning of a word; quotes make every character plain text."""
    words = [[f'"{_doubled(form)}"*' for form in forms if has_words(form)] for forms in typed]
    return " AND ".join(f"({' OR '.join(forms)})" for forms in words if forms)


def _doubled(form: str) -> str:
    return form.replace('"', '""')
