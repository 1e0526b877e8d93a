"""The annual summary names every event it counts: a kind of event without a place in it is found here."""

import pytest

from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.records import records
from cluster_desktop.documents.content.content import Paragraph, Table
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.events.vocabulary import EventKind
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace

TITLE = "Cùng nhau vượt đèo Khau Phạ"


def words(workspace: Workspace) -> str:
    """Every word of the annual summary of 2024 but the captions of its pictures."""
    blocks = compose(workspace, "annual-summary", year=2024).blocks
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    texts += [str(cell) for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]
    return "\n".join(texts)


@pytest.mark.parametrize("kind", EventKind, ids=lambda kind: kind.name)
def test_an_event_of_any_kind_is_named_in_the_summary_of_its_year(
    workspace: Workspace, unit: str, kind: EventKind
) -> None:
    assert TITLE not in words(workspace)
    day = PartialDate(2024, 8, 21)
    records.create(workspace, EventDraft(kind=kind, title=TITLE, year=2024, starts_on=day, host_uid=unit))
    assert TITLE in words(workspace)
