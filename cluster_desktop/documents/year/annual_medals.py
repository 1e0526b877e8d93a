"""Prizes of each unit in the year's games and contests of the cluster."""

from collections.abc import Sequence

from cluster_desktop.documents.content.content import Align, Block, Column, Table
from cluster_desktop.domain.events.event_sums import Medals
from cluster_desktop.domain.figures.count import joined

_HEADINGS = ("Nhất", "Nhì", "Ba", "Khuyến khích")


def medal_tables(medals: Sequence[Medals], year: int) -> tuple[Block, ...]:
    """The prizes by unit with their sum; nothing for a year without prizes."""
    if not medals:
        return ()
    columns = (
        Column("TT", 9, Align.CENTRE),
        Column("Đơn vị", 70),
        *(Column(heading, 19, Align.NUMBER, group="Giải") for heading in _HEADINGS),
        Column("Cộng", 16, Align.NUMBER),
    )
    rows = [
        (place, row.unit, *(count or None for count in row.counts), row.total) for place, row in enumerate(medals, 1)
    ]
    sums = [
        joined(f"Giải {heading}", column)
        for heading, column in zip(_HEADINGS, zip(*(row.counts for row in medals), strict=True), strict=True)
    ]
    return (
        Table(
            columns,
            rows,
            totals=((None, "Cộng", *sums, joined("Các giải", sums)),),
            title=f"Bảng giải của các đơn vị trong hoạt động cấp Cụm năm {year}",
        ),
    )
