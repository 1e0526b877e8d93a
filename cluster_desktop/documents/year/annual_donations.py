"""What the units of a cluster gave to funds in a year, as the annual summary tells it."""

from collections.abc import Sequence

from cluster_desktop.documents.content.content import Align, Block, Column, Table
from cluster_desktop.documents.frames.document_frame import body
from cluster_desktop.documents.frames.record_texts import marked
from cluster_desktop.domain.events.event_figures import EventFacts, event_figures, gift_amount
from cluster_desktop.domain.figures.count import marked_whole, tell
from cluster_desktop.domain.text.numbers import show_money

_COLUMNS = (
    Column("TT", 9, Align.CENTRE),
    Column("Quỹ, đối tượng được ủng hộ", 66),
    Column("Cơ quan phát động", 52),
    Column("Số tiền (đồng)", 28, Align.NUMBER),
)


def donation_blocks(donations: Sequence[EventFacts], year: int) -> tuple[Block, ...]:
    """One sentence and the list of the donations of *year*; nothing is said where nothing is recorded."""
    if not donations:
        return ()
    given = event_figures(donations, within=f"Năm {year}")
    sentence = tell(
        "Năm {year}, các đơn vị tham gia {times} đợt ủng hộ các quỹ xã hội, từ thiện, nhân đạo{worth}:",
        year=str(year),
        times=given.donations,
        worth=tell(", tổng số tiền {sum}", sum=marked_whole(show_money(given.donated), given.donated))
        if given.donated
        else "",
    )
    rows = [
        (
            number,
            marked(event.beneficiaries or event.title, event.sample_note),
            event.launched_by,
            gift_amount(event.title, (event,)) or None,
        )
        for number, event in enumerate(donations, 1)
    ]
    return (*body(sentence), Table(_COLUMNS, rows))
