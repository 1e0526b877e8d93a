"""The description of a concrete list: its kind, its words, the tabs beside its record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.fields.record_kind import RecordKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.rows import Filter
from cluster_desktop.ui.lists.table_model import ExtraColumn
from cluster_desktop.ui.records.record_tabs import TabMaker


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
        """The title of the tab."""
        plural = KINDS[self.kind].plural
        return self.title or plural[0].upper() + plural[1:]

    @property
    def columns(self) -> tuple[str, ...]:
        """The default columns: those of a list, without the owner, which is the same in every line."""
        return tuple(field.key for field in KINDS[self.kind].columns if field.listed and field.key != self.owner)


@dataclass(frozen=True, slots=True)
class ListAct:
    """An entry of the "…" menu of a list, offered in an empty list too where it says so.

    Acts of one *group* stand in a menu of their own under its words.
    """

    text: str
    icon: str
    act: Callable[[], object]
    when_empty: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """A list with its record panel.

    ``filters`` are the chips that stand there from the start, ``usual`` the values ticked in them, ``filter_names``
    what several values of a field are called that belong together; ``subtitle`` are the fields under the title of a
    record, ``ahead`` tells what is still to come for it, ``carried`` those that a new record takes over from the one
    written before it, ``hidden`` those the form leaves as they are. ``lead_tabs`` stand before the parts of the form,
    ``children`` and ``tabs`` after them.
    """

    kind: str
    add_text: str
    icon: str = "table"
    search_text: str = "Tìm trong danh sách"
    empty_title: str = "Chưa có gì ở đây"
    empty_text: str = ""
    filters: tuple[str, ...] = ()
    usual: tuple[Filter, ...] = ()
    filter_names: Mapping[tuple[str, frozenset[Value]], str] = field(default_factory=dict)
    subtitle: tuple[str, ...] = ()
    ahead: Callable[[WorkspaceSession, str], tuple[str, ...]] | None = None
    carried: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    extras: tuple[ExtraColumn, ...] = ()
    lead_tabs: tuple[TabMaker, ...] = ()
    children: tuple[ChildTab, ...] = ()
    tabs: tuple[TabMaker, ...] = ()
    acts: tuple[ListAct, ...] = ()

    @property
    def record_kind(self) -> RecordKind:
        """The kind of record in the list."""
        return KINDS[self.kind]
