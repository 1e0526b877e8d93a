"""What acts on one record of a list need: the row that is chosen, and the draft of their form."""

from typing import TypeVar

from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.records.list_page import ListPage

D = TypeVar("D", bound=Draft)


def chosen_row(page: ListPage, ask: str) -> Row | None:
    """Return the one chosen record, once unsaved input was saved or dropped; *ask* is said where it is not one."""
    rows = page.list.view.selected_records()
    if len(rows) != 1:
        page.operations.say(ask)
        return None
    return rows[0] if page.may_go() else None


def as_kind(kind: type[D], draft: Draft) -> D:
    """The draft of a form, as what it is."""
    if not isinstance(draft, kind):
        raise TypeError("the form holds another kind of draft")
    return draft
