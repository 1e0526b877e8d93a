"""The tables of the annual summary."""

from collections.abc import Callable, Sequence

from cluster_desktop.documents.awards.recipients import told_columns
from cluster_desktop.documents.content.content import Align, Cell, Column, Table
from cluster_desktop.documents.frames.record_texts import capitalized, join, marked
from cluster_desktop.domain.awards.decision_names import number_named
from cluster_desktop.domain.events.event_figures import EventFacts, gift_amount, gifts, papers
from cluster_desktop.domain.events.vocabulary import EventKind, EventLevel, Prize
from cluster_desktop.domain.figures.count import Count, joined
from cluster_desktop.domain.figures.figures import AwardFacts
from cluster_desktop.domain.year.year_summary import Member

_NUMBER = Column("TT", 9, Align.CENTRE)
OTHERS = (EventKind.TOUR, EventKind.FIELD_STUDY, EventKind.CONTEST, EventKind.MEETING, EventKind.MOVEMENT)
"""Kinds of events that only the year itself lists."""
_YEAR = Column("Năm", 12, Align.CENTRE)
_MEETINGS = (Column("Hoạt động", 52), Column("Đơn vị đăng cai", 40), Column("Giải Nhất", 52))
OTHER_COLUMNS = (Column("Hoạt động", 56), Column("Đơn vị", 40), Column("Giải Nhất", 48))
_SIZES = {"Khoa": 13.0, "Phòng": 14.0, "Số người": 16.0, "Nữ": 13.0}
"""What is counted of every unit, and how wide its column is."""


def member_table(members: Sequence[Member]) -> Table:
    """The units with what they consist of."""
    columns = zip(_SIZES, zip(*map(_sizes, members), strict=True), strict=True) if members else ()
    total = (None, "Cộng", "", *(joined(f"Cộng – {heading}", counts) for heading, counts in columns))
    rows = [
        (number, member.name, join(member.role, "đăng cai" if member.hosts else ""), *_sizes(member))
        for number, member in enumerate(members, 1)
    ]
    headings = (
        _NUMBER,
        Column("Đơn vị", 62),
        Column("Vai trò", 25, Align.CENTRE),
        *(Column(heading, width, Align.NUMBER) for heading, width in _SIZES.items()),
    )
    return Table(
        tuple(told_columns(headings, rows, {2})) if rows else headings,
        rows,
        totals=(total,) if members else (),
        empty="Chưa có đơn vị nào trong Cụm.",
    )


def _sizes(member: Member) -> tuple[Count, Count, Count, Count]:
    return member.faculties, member.offices, member.people, member.women


def pledge_table(pledged: Sequence[tuple[str, str, str]]) -> Table:
    """The pledges, each with its result."""
    return Table(
        (_NUMBER, Column("Nội dung giao ước", 66), Column("Chỉ tiêu", 40), Column("Kết quả", 40)),
        [(number, *line) for number, line in enumerate(pledged, 1)],
        title="Kết quả thực hiện giao ước thi đua",
    )


def workshop_table(events: Sequence[EventFacts]) -> Table | None:
    """Workshops with their papers; nothing without any."""
    return _table(
        (
            Column("Chủ đề", 62),
            Column("Cấp", 20, Align.CENTRE),
            Column("Đơn vị tổ chức", 46),
            Column("Tham luận", 15, Align.NUMBER),
        ),
        events,
        lambda event: (
            _title(event),
            EventLevel.label_of(event.level),
            join(event.host, event.co_hosts, by="; "),
            papers(event.title, (event,)) or None,
        ),
    )


def contest_table(events: Sequence[EventFacts], columns: Sequence[Column] = _MEETINGS) -> Table | None:
    """Games, shows, or other events of the year, with who won; nothing without any."""
    return _table(columns, events, lambda event: (_title(event), event.host, _first_prizes(event)))


def charity_table(events: Sequence[EventFacts]) -> Table | None:
    """Charity visits with their gifts; nothing without any."""
    return _table(
        (
            Column("Đối tượng", 38),
            Column("Địa điểm", 60),
            Column("Suất quà", 16, Align.NUMBER),
            Column("Số tiền (đồng)", 26, Align.NUMBER),
        ),
        events,
        lambda event: (
            marked(capitalized(event.beneficiaries) or event.title, event.sample_note),
            capitalized(event.place),
            gifts(event.title, (event,)) or None,
            gift_amount(event.title, (event,)) or None,
        ),
    )


def award_table(awards: Sequence[AwardFacts]) -> Table:
    """Awards of a level above the schools."""
    return Table(
        (
            _NUMBER,
            _YEAR,
            Column("Tập thể, cá nhân", 42),
            Column("Danh hiệu, hình thức", 42),
            Column("Quyết định", 58),
        ),
        [
            (
                number,
                str(award.year or ""),
                marked(award.recipient, award.sample_note is not None),
                award.name,
                join(
                    number_named(award.decision_number),
                    award.decided_on.show() if award.decided_on else "",
                    award.issuer,
                ),
            )
            for number, award in enumerate(awards, 1)
        ],
        title="Khen thưởng của cấp trên",
    )


def _table(
    columns: Sequence[Column], events: Sequence[EventFacts], cells: Callable[[EventFacts], tuple[Cell, ...]]
) -> Table | None:
    rows = [(number, str(event.year or ""), *cells(event)) for number, event in enumerate(events, 1)]
    return Table((_NUMBER, _YEAR, *columns), rows) if rows else None


def _title(event: EventFacts) -> str:
    return marked(event.title, event.sample_note is not None)


def _first_prizes(event: EventFacts) -> str:
    """Winners of first prizes; the event log has all prizes."""
    first, results = Prize.FIRST.label, event.results.split("; ")
    prizes = (result.removeprefix(f"{first} ") for result in results if result.startswith(first))
    return "; ".join(prizes)
