"""What a concrete page says about its list: which kind, which words, which tabs beside the record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from cluster_desktop.domain.fields import Value
from cluster_desktop.domain.kinds import KINDS, RecordKind, owned_kinds
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.table_model import ExtraColumn


class RecordTab(Protocol):
    """A tab of the record panel that a page makes itself: a widget with a title."""

    title: str

    def show_record(self, row: Row) -> None:
        """Show what belongs to this record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildTab:
    """Records that belong to the record on show: their kind and the field that names their owner.

    A read-only tab shows what is entered elsewhere; *adder* takes the place of the usual dialog where a
    new record needs more than its fields (a photo needs its file).
    """

    kind: str
    owner: str
    title: str = ""
    read_only: bool = False
    hidden: tuple[str, ...] = ()
    adder: Callable[[QWidget, str], None] | None = None

    @property
    def heading(self) -> str:
        """The words on the tab."""
        plural = KINDS[self.kind].plural
        return self.title or plural[0].upper() + plural[1:]

    @property
    def columns(self) -> tuple[str, ...]:
        """The usual columns: those of a list, without the owner that is the same in every line."""
        return tuple(field.key for field in KINDS[self.kind].columns if field.listed and field.key != self.owner)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """One list with its record panel.

    ``filters`` are the chips that stand there from the start, ``subtitle`` the fields under the title
    of a record, ``carried`` the fields that a new record takes over from the one entered before it.
    """

    kind: str
    title: str
    add_text: str
    search_text: str = "Tìm trong danh sách"
    empty_title: str = "Chưa có gì ở đây"
    empty_text: str = ""
    filters: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    extras: Sequence[ExtraColumn] = ()
    children: tuple[ChildTab, ...] = ()
    hidden: tuple[str, ...] = ()
    usual: Mapping[str, tuple[Value, ...]] | None = None

    @property
    def record_kind(self) -> RecordKind:
        """The kind of record in the list."""
        return KINDS[self.kind]


def owned_tabs(kind: str, *without: str) -> tuple[ChildTab, ...]:
    """A tab for every kind of record that lives inside records of *kind*."""
    return tuple(ChildTab(kind=own.key, owner=owner) for own, owner in owned_kinds(kind) if own.key not in without)
