"""The lists that a page can take in: of its own records, and of what belongs to them."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.imports.plan import Shared
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS, ImportKind, RowSubject
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.ui.imports.import_table import import_from_file
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ListAct

BELONGING: Final = "Nhập danh sách đi kèm"
"""The words over the lists of what belongs to the records of a page."""


def list_acts(page: ListPage, kind: str) -> tuple[ListAct, ...]:
    """The acts that bring in a list of records of *kind*, and lists of what belongs to one of them."""
    lists = [each for each in IMPORT_KINDS.values() if each.about is RowSubject.RECORD]

    def act(each: ImportKind, group: str) -> ListAct:
        return ListAct(f"Nhập {each.title}…", "import", partial(_import, page, each), not group, group)

    own = [act(each, "") for each in lists if kind == each.draft.KIND]
    return (*own, *(act(each, BELONGING) for each in lists if each.owner and _owner(each) == kind))


def _owner(kind: ImportKind) -> str:
    return KINDS[kind.draft.KIND].field(kind.owner).refers_to


def _import(page: ListPage, kind: ImportKind) -> None:
    """Ask for a file; its rows belong to the record on show, where they say nothing else."""
    shown = page.record.uid if kind.owner and _owner(kind) == page.spec.kind else ""
    import_from_file(page.operations, kind, page.window(), Shared(owner_uid=shown or None), page.year or None)


def import_into_sheet(operations: Operations, key: str, sheet_uid: str, window: QWidget) -> None:
    """Ask for a table of criteria, or of the votes, and bring it into a score sheet."""
    import_from_file(operations, IMPORT_KINDS[key], window, Shared(owner_uid=sheet_uid))


def import_milestones(operations: Operations, year: int, window: QWidget) -> None:
    """Ask for a list of the milestones of a year and bring it in."""
    import_from_file(operations, IMPORT_KINDS["milestones"], window, Shared(year=year), year)
