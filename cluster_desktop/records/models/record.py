"""Columns that every table shares: uid, trash mark, sample note, and composed (NFC) text."""

import re
import unicodedata
from functools import lru_cache
from typing import Annotated, Any, ClassVar

from sqlalchemy import Dialect, ForeignKey, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.identity import new_uid


@lru_cache(maxsize=32_768)
def _date(iso: str) -> PartialDate:
    """Long registers and rosters name the same days again and again; ninety years have no more of them."""
    return PartialDate.from_iso(iso)


class NfcText(TypeDecorator[str]):
    """Text that is stored in Unicode normalisation form C, whatever is handed in."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Compose decomposed text on its way into the file."""
        return None if value is None else unicodedata.normalize("NFC", value)


class PartialDateText(TypeDecorator[PartialDate]):
    """A partial date as ISO text: 1976, 1976-09 or 1976-09-02 (which sorts as it should)."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        """The ISO text of a date."""
        return None if value is None else value.iso

    def process_result_value(self, value: Any, dialect: Dialect) -> PartialDate | None:
        """The date of an ISO text."""
        return None if value is None else _date(value)


class Base(DeclarativeBase):
    """The registry of all tables, with named constraints so that migrations can address them.

    The table of ``CouncilMember`` is ``council_member``, and so on.
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: NfcText(),
        PartialDate: PartialDateText(),
        int: Integer(),
    }

    @declared_attr.directive
    @classmethod
    def __tablename__(cls) -> str:
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()


Year = Annotated[int, mapped_column(index=True)]
"""The year by which a list is filtered."""


def refers_to(table: str) -> MappedColumn[Any]:
    """A column that holds the uid of a record of *table*, indexed because records are asked for by their owner."""
    return mapped_column(ForeignKey(f"{table}.uid"), index=True)


class Record(Base):
    """A row that people see and the journal follows.

    ``SORTED_BY`` names the text that puts it in order and by which it is found, ``SEARCHED`` the other texts by
    which it is; ``sort_key`` and ``search_key`` are computed from them whenever the record is written.
    """

    __abstract__ = True
    SORTED_BY: ClassVar[str] = ""
    SEARCHED: ClassVar[tuple[str, ...]] = ()
    DERIVED: ClassVar[frozenset[str]] = frozenset({"sort_key", "search_key"})

    uid: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_uid, sort_order=-10)
    deleted_at: Mapped[str | None] = mapped_column(sort_order=90)
    sample_note: Mapped[str | None] = mapped_column(sort_order=91)
    sort_key: Mapped[str] = mapped_column(default="", sort_order=92)
    search_key: Mapped[str] = mapped_column(default="", sort_order=93)

    @classmethod
    def searched(cls) -> tuple[str, ...]:
        """The columns whose words find the record."""
        return (cls.SORTED_BY, *cls.SEARCHED) if cls.SORTED_BY else cls.SEARCHED


class RecipientColumns:
    """References to a recipient (person, department or unit), its unit of that time where it is another now.

    ``described_as`` are the words of the paper for its post and unit, where they are not what the book derives.
    """

    recipient_kind: Mapped[str]
    person_uid: Mapped[str | None] = refers_to("person")
    department_uid: Mapped[str | None] = refers_to("department")
    unit_uid: Mapped[str | None] = refers_to("unit")
    at_unit_uid: Mapped[str | None] = refers_to("unit")
    described_as: Mapped[str | None]
