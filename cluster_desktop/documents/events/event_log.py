"""The event log of the cluster: what took place, who hosted, and what it adds up to over the years."""

from collections.abc import Mapping, Sequence

from cluster_desktop.documents.content.content import (
    Align,
    Block,
    Cell,
    ChartKind,
    Column,
    Data,
    Distribution,
    Distributions,
    Document,
    Figure,
    Figures,
    Paragraph,
    Section,
    Table,
)
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.documents.frames.record_texts import capitalized, iso, join, marked, sample_paragraph
from cluster_desktop.domain.events.event_figures import EventFacts, EventFigures, attendance, papers
from cluster_desktop.domain.events.vocabulary import EventKind, EventLevel
from cluster_desktop.domain.figures.count import chained, enumerated, marked_whole, tell
from cluster_desktop.domain.text.numbers import show_money, show_number
from cluster_desktop.domain.text.year_span import EVERY_YEAR, YearSpan

_WITH = "phối hợp: "  # before units that go along with a host nobody wrote down
_COLUMNS = (
    Column("TT", 10, Align.CENTRE),
    Column("Năm", 12, Align.CENTRE, printed=False),
    Column("Thời gian", 24, Align.CENTRE),
    Column("Loại, cấp", 28),
    Column("Tên, chủ đề", 54),
    Column("Đăng cai, phối hợp", 32),
    Column("Địa điểm", 34),
    Column("Tham luận", 13, Align.NUMBER),
    Column("Số người", 13, Align.NUMBER),
    Column("Kết quả, quà tặng", 64),
    Column("Ngày kết thúc", 24, Align.CENTRE, printed=False),
    Column("Số suất quà", 16, Align.NUMBER, printed=False),
    Column("Trị giá quà (đồng)", 26, Align.NUMBER, printed=False),
    Column("Kinh phí thực chi (đồng)", 26, Align.NUMBER, printed=False),
)


def event_log_report(
    frame: DocumentFrame, figures: EventFigures, events: Sequence[EventFacts], years: YearSpan = EVERY_YEAR
) -> Document:
    """The log of *events* in the order of their dates; which are those of *years*."""
    ordered = sorted(events, key=_when)
    rows = [_row(number, event) for number, event in enumerate(ordered, 1)]
    bands = [f"Năm {event.year}" if event.year else "Chưa rõ năm" for event in ordered]
    table = Table(_COLUMNS, rows, bands=bands, empty="Chưa có sự kiện nào trong thời gian này.")
    return frame.of_figures(
        "Sổ theo dõi sự kiện",
        f"{frame.scope}{_period(ordered, years)}",
        (
            Paragraph(_summary(frame.scope, figures)) if events else None,
            _key_figures(figures),
            *_composition(figures),
            Section("Danh sách sự kiện"),
            table,
            sample_paragraph((event.sample_note for event in events), len(events), "sự kiện"),
        ),
        _data(figures, ordered, years),
    )


def _when(event: EventFacts) -> tuple[int, str, str]:
    return event.year or 9999, event.starts_on.iso if event.starts_on else "9999", event.title


def _period(events: Sequence[EventFacts], years: YearSpan) -> str:
    """The years that were asked for, else those there are."""
    recorded = sorted({event.year for event in events if event.year})
    if years == EVERY_YEAR and recorded:
        years = YearSpan(recorded[0], recorded[-1])
    between = ", " if years.single else " "
    return f"{between}{years.show()}" if years.show() else ""


def _summary(scope: str, figures: EventFigures) -> str:
    papers = tell(" với {papers} tham luận", papers=figures.cluster_workshop_papers)
    kinds = (
        (figures.cluster_workshops, "hội thảo cấp Cụm", papers if figures.cluster_workshop_papers else ""),
        (figures.joint_workshops, "hội thảo liên trường", ""),
        (figures.charity_visits, "chuyến thiện nguyện", _gifts(figures)),
        (figures.donations, "đợt ủng hộ các quỹ xã hội", _donated(figures)),
    )
    parts = [
        tell("{number} {noun}{more}", number=number, noun=noun, more=more) for number, noun, more in kinds if number
    ]
    among = tell(", trong đó có {parts}", parts=enumerated(parts)) if parts else ""
    return tell("{scope} có {total} sự kiện{among}.", scope=scope, total=figures.total, among=among)


def _donated(figures: EventFigures) -> str:
    return tell(", tổng số tiền {worth}", worth=_money(figures.donated)) if figures.donated else ""


def _gifts(figures: EventFigures) -> str:
    parts = (
        tell("{gifts} suất quà", gifts=figures.gifts) if figures.gifts else "",
        tell("tổng trị giá {worth}", worth=_money(figures.gift_amount)) if figures.gift_amount else "",
    )
    return tell(" ({parts})", parts=chained(", ", filter(None, parts))) if any(parts) else ""


def _money(sum_of_money: int) -> str:
    return marked_whole(show_money(sum_of_money), sum_of_money)


def _key_figures(figures: EventFigures) -> Figures:
    recorded = marked_whole(show_number(figures.counted_events), figures.counted_events)
    counted = tell("{recorded}/{total} sự kiện có ghi số người", recorded=recorded, total=show_number(figures.total))
    papers = tell("{papers} tham luận", papers=figures.cluster_workshop_papers)
    return Figures(
        (
            Figure(figures.total, "Sự kiện"),
            Figure(figures.cluster_workshops, "Hội thảo cấp Cụm", papers),
            Figure(figures.joint_workshops, "Hội thảo liên trường"),
            Figure(
                figures.charity_visits,
                "Chuyến thiện nguyện",
                _money(figures.gift_amount) if figures.gift_amount else "",
            ),
            Figure(figures.people, "Lượt người tham gia", counted if figures.total else ""),
        )
    )


def _composition(figures: EventFigures) -> tuple[Block, ...]:
    if not figures.total:
        return ()
    by_kind, by_host = (
        Distribution("Theo loại", figures.by_kind, "Số sự kiện"),
        Distribution("Theo đơn vị đăng cai", figures.by_host, "Số sự kiện"),
    )
    by_year = Distribution("Theo năm", figures.by_year, "Số sự kiện", ChartKind.COLUMNS)
    by_level = Distribution("Theo cấp", figures.by_level, "Số sự kiện")
    return (
        Distributions((by_kind, by_host)),
        *((Distributions((by_year, by_level)),) if len(by_year.parts) > 1 else ()),
    )


def _row(number: int, event: EventFacts) -> tuple[Cell, ...]:
    return (
        number,
        event.year,
        event.starts_on,
        join(EventKind.label_of(event.kind), EventLevel.label_of(event.level), by="\n"),
        marked(event.title, event.sample_note is not None),
        join(event.host, f"{_WITH}{event.co_hosts}" if event.co_hosts and not event.host else event.co_hosts, by="; "),
        event.place,
        papers(event.title, (event,)) or None,
        attendance(event.title, (event,)) if event.people is not None else None,
        join(event.results, _charity(event), by="\n"),
        event.ends_on,
        event.gifts or None,
        event.gift_amount or None,
        event.cost,
    )


def _charity(event: EventFacts) -> str:
    gifts = join(
        f"{show_number(event.gifts)} suất quà" if event.gifts else None,
        show_money(event.gift_amount) if event.gift_amount else None,
    )
    return join(capitalized(event.beneficiaries), gifts, by=": ")


def _data(figures: EventFigures, events: Sequence[EventFacts], years: YearSpan) -> Mapping[str, Data]:
    return {
        "year": years.single,
        "from": years.first,
        "to": years.last,
        "total": figures.total,
        "cluster_workshops": figures.cluster_workshops,
        "cluster_workshop_papers": figures.cluster_workshop_papers,
        "joint_workshops": figures.joint_workshops,
        "charity_visits": figures.charity_visits,
        "papers": figures.papers,
        "gifts": figures.gifts,
        "gift_amount": figures.gift_amount,
        "donations": figures.donations,
        "donated": figures.donated,
        "people": figures.people,
        "events_with_people_recorded": figures.counted_events,
        "cost": figures.cost,
        "by_kind": figures.by_kind,
        "by_level": figures.by_level,
        "by_year": figures.by_year,
        "by_host": figures.by_host,
        "events": [_event_data(event) for event in events],
        "sample_records": figures.samples,
    }


def _event_data(event: EventFacts) -> Mapping[str, Data]:
    return {
        "uid": event.uid,
        "kind": event.kind,
        "level": event.level,
        "title": event.title,
        "year": event.year,
        "starts_on": iso(event.starts_on),
        "ends_on": iso(event.ends_on),
        "host": event.host,
        "co_hosts": event.co_hosts,
        "place": event.place,
        "papers": event.papers,
        "people": event.people,
        "gifts": event.gifts,
        "gift_amount": event.gift_amount,
        "cost": event.cost,
        "sample_note": event.sample_note,
    }
