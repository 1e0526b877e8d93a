"""The annual summary of a cluster: the year told from the records, with tables, charts and photos.

Sections follow the summaries of the Academy's clusters: situation, movements, results, awards, appraisal, plans.
"""

from collections.abc import Sequence
from typing import Final

from cluster_desktop.documents.content import (
    Appendix,
    Block,
    Data,
    Distribution,
    Distributions,
    Document,
    Figure,
    Figures,
    Paragraph,
    Picture,
    Pictures,
    Recipients,
    Section,
    SignatureBlock,
    Signer,
)
from cluster_desktop.documents.papers.annual_tables import OTHERS, award_table, event_tables, member_table
from cluster_desktop.documents.papers.frame import DOTS, PaperFrame, body
from cluster_desktop.documents.reports.frame import join, sample_paragraph
from cluster_desktop.domain.figures import AwardFacts, EventFacts, award_figures, event_figures
from cluster_desktop.domain.numbers import count_words
from cluster_desktop.domain.tallies import Counts
from cluster_desktop.domain.year_summary import BASE_LEVEL, Photo, YearSummary

_SYMBOL: Final = "BC"
_RECIPIENTS: Final = ("Như trên", "Các đơn vị trong Cụm", "Lưu: VT")
_SPORTS_AND_ARTS: Final = ("THE_THAO", "VAN_NGHE")


def annual_summary(frame: PaperFrame, facts: YearSummary) -> Document:
    """The summary of a year, with everything since the first recorded year beside it."""
    return Document(
        heading=frame.numbered(_SYMBOL),
        title="Báo cáo",
        subtitle=f"Tổng kết hoạt động và phong trào thi đua năm {facts.year}\n{facts.cluster}",
        blocks=(
            *_situation(facts),
            *_movements(facts),
            *_results(facts),
            *_awards(facts),
            *_appraisal(facts, frame.end),
            *_notes(facts),
            SignatureBlock(_signer(facts) or frame.signer, Recipients(_RECIPIENTS)),
            *_pictures(facts.photos),
        ),
        author=frame.author,
        data=_data(facts),
    )


def _signer(facts: YearSummary) -> Signer | None:
    """The head of the leading unit signs for the cluster."""
    leader = next((one for one in facts.members if one.leads), None)
    if leader is None:
        return None
    office, name = leader.head
    return Signer((f"TM. {facts.cluster}", "Cụm trưởng", f"{office} {leader.name}"), name)


def _situation(facts: YearSummary) -> tuple[Block, ...]:
    staff, members = facts.staff, facts.members
    roles = "; ".join(f"{one.name} ({one.role.lower()})" for one in members if one.role and one.role != "Thành viên")
    hosts = join(*(one.name for one in members if one.hosts))
    return (
        Section("I. Đặc điểm, tình hình"),
        Paragraph(
            f"{facts.cluster} gồm {count_words(len(members))} đơn vị: {join(*(one.name for one in members))}. "
            f"{_structure(facts)}",
            lead="1. Tổ chức.",
        ),
        *body(*filter(None, (_told(f"Năm {facts.year}", roles), _told("Đơn vị đăng cai", hosts)))),
        member_table(members),
        Paragraph(
            f"Tổng số cán bộ, viên chức, người lao động của các đơn vị trong Cụm là {count_words(staff.total)} người, "
            f"trong đó nữ {count_words(staff.women)} người. "
            f"Trình độ chuyên môn: {_counted(staff.by_degree)}. "
            f"Trình độ lý luận chính trị: {_counted(staff.by_political_theory)}.",
            lead="2. Đội ngũ.",
        ),
        Distributions(
            (
                Distribution("Trình độ chuyên môn", staff.by_degree),
                Distribution("Lý luận chính trị", staff.by_political_theory),
            )
        ),
        Distributions(
            (Distribution("Độ tuổi", staff.by_age_band), Distribution("Giới tính", staff.by_gender)),
        ),
    )


def _structure(facts: YearSummary) -> str:
    """ "Mỗi đơn vị có 03 khoa và 02 phòng." where that is true of all; the table tells the rest."""
    shapes = {(one.faculties, one.offices) for one in facts.members}
    if len(shapes) != 1:
        return ""
    ((faculties, offices),) = shapes
    if not faculties and not offices:
        return ""
    return f"Mỗi đơn vị có {count_words(faculties)} khoa chuyên môn và {count_words(offices)} phòng chức năng."


def _movements(facts: YearSummary) -> tuple[Block, ...]:
    count = len(facts.movements)
    if not count:
        told: tuple[Paragraph, ...] = body(f"Năm {facts.year} chưa ghi nhận phong trào thi đua nào.")
    else:
        told = (
            *body(f"Năm {facts.year}, các đơn vị trong Cụm thực hiện {count_words(count)} phong trào thi đua:"),
            *body(*(f"- “{title}”{f', do {by} phát động' if by else ''};" for title, by in facts.movements)),
        )
    return (Section("II. Phong trào thi đua"), *told)


def _results(facts: YearSummary) -> tuple[Block, ...]:
    workshops, sports, charity, others = (
        facts.of("HOI_THAO"),
        facts.of(*_SPORTS_AND_ARTS),
        facts.of("THIEN_NGUYEN"),
        facts.of(*OTHERS),
    )
    tables = event_tables(facts)
    return (
        Section("III. Kết quả hoạt động của Cụm"),
        _year_figures(facts),
        Paragraph(_workshop_words(facts, workshops), lead="1. Hội thảo khoa học."),
        *_if_any(workshops, tables.workshops),
        Paragraph(_meeting_words(facts, sports), lead="2. Giao lưu thể thao, văn nghệ."),
        *_if_any(sports, tables.sports),
        Paragraph(_charity_words(facts, charity), lead="3. Hoạt động thiện nguyện."),
        *_if_any(charity, tables.charity),
        Paragraph(_other_words(facts, others), lead="4. Hội nghị, hội thi, tham quan."),
        *_if_any([event for event in others if event.year == facts.year], tables.others),
    )


def _if_any(events: Sequence[EventFacts], table: Block) -> tuple[Block, ...]:
    return (table,) if events else ()


def _year_figures(facts: YearSummary) -> Figures:
    year = event_figures(event for event in facts.events if event.year == facts.year)
    return Figures(
        (
            Figure(year.total, "sự kiện"),
            Figure(year.papers, "tham luận"),
            Figure(year.charity_visits, "đợt thiện nguyện"),
            Figure(len(facts.year_awards), "khen thưởng"),
        )
    )


def _workshop_words(facts: YearSummary, events: Sequence[EventFacts]) -> str:
    now, ever = event_figures(facts.in_year("HOI_THAO")), event_figures(events)
    told = (
        f"Năm {facts.year} có {_so_many(now.total, 'hội thảo')} với {_so_many(now.papers, 'bài tham luận')}. "
        f"{_since(facts)} Cụm đã tổ chức {_so_many(ever.cluster_workshops, 'hội thảo cấp Cụm')} với tổng số "
        f"{_so_many(ever.cluster_workshop_papers, 'bài tham luận')}"
    )
    return f"{told}; các trường phối hợp tổ chức {_so_many(ever.joint_workshops, 'hội thảo liên trường')}."


def _meeting_words(facts: YearSummary, events: Sequence[EventFacts]) -> str:
    now = facts.in_year(*_SPORTS_AND_ARTS)
    return (
        f"Năm {facts.year} có {_so_many(len(now), 'hoạt động giao lưu')}. {_since(facts)} có "
        f"{_so_many(len(events), 'hoạt động')}, luân phiên giữa các đơn vị đăng cai."
    )


def _charity_words(facts: YearSummary, events: Sequence[EventFacts]) -> str:
    now, ever = event_figures(facts.in_year("THIEN_NGUYEN")), event_figures(events)
    gifts = f" ({_so_many(ever.gifts, 'suất quà')})" if ever.gifts else ""
    return (
        f"Năm {facts.year} có {_so_many(now.charity_visits, 'đợt thăm, tặng quà')}. {_since(facts)} có "
        f"{_so_many(ever.charity_visits, 'đợt')}{gifts}, tại các địa phương sau:"
    )


def _other_words(facts: YearSummary, events: Sequence[EventFacts]) -> str:
    return (
        f"Năm {facts.year} có {_so_many(len(facts.in_year(*OTHERS)), 'hoạt động')}. {_since(facts)} có "
        f"{_so_many(len(events), 'hoạt động')}."
    )


def _awards(facts: YearSummary) -> tuple[Block, ...]:
    counted = award_figures(facts.year_awards)
    high = [award for award in facts.awards if award.level != BASE_LEVEL]
    told = f"Năm {facts.year} có {_so_many(counted.total, 'khen thưởng')}"
    told += f": {_counted(counted.by_level)}." if counted.total else "."
    charts = (
        Distribution("Danh hiệu, hình thức", counted.by_kind, "Số khen thưởng"),
        Distribution("Cấp khen thưởng", counted.by_level, "Số khen thưởng"),
    )
    return (
        Section("IV. Kết quả khen thưởng"),
        *body(told),
        *((Distributions(charts),) if counted.total else ()),
        *((award_table(high),) if high else ()),
    )


def _appraisal(facts: YearSummary, end: str) -> tuple[Block, ...]:
    texts = facts.texts
    return (
        Section("V. Đánh giá chung"),
        Paragraph("", lead="1. Ưu điểm"),
        *_written(texts.strengths),
        Paragraph("", lead="2. Hạn chế, nguyên nhân"),
        *_written(texts.weaknesses),
        Section(f"VI. Phương hướng, nhiệm vụ năm {facts.year + 1}"),
        *_written(texts.plans),
        *body(
            f"Trên đây là Báo cáo tổng kết hoạt động và phong trào thi đua năm {facts.year} của {facts.cluster}{end}"
        ),
    )


def _written(text: str) -> tuple[Paragraph, ...]:
    """What the office wrote, or room to write."""
    return body(*filter(None, map(str.strip, text.split("\n")))) or body(DOTS, DOTS)


def _notes(facts: YearSummary) -> tuple[Block, ...]:
    notes = [
        *facts.staff_notes,
        *(event.sample_note for event in facts.events),
        *(award.sample_note for award in facts.awards),
    ]
    note = sample_paragraph(notes, len(notes), "bản ghi")
    return (note,) if note else ()


def _pictures(photos: Sequence[Photo]) -> tuple[Block, ...]:
    if not photos:
        return ()
    shown = (
        Picture(photo.data, f"{photo.caption} [ảnh minh họa]" if photo.sample else photo.caption, photo.credit)
        for photo in photos
    )
    return (Appendix("Một số hình ảnh hoạt động"), Pictures(tuple(shown)))


def _since(facts: YearSummary) -> str:
    return f"Từ năm {facts.first_year} đến năm {facts.year}"


def _so_many(count: int, noun: str) -> str:
    return f"{count_words(count)} {noun}" if count else f"chưa có {noun} nào"


def _counted(counts: Counts) -> str:
    """ "Tiến sĩ 05, thạc sĩ 174", without what counts nothing."""
    return ", ".join(f"{word[:1].lower()}{word[1:]} {count_words(count)}" for word, count in counts.items() if count)


def _told(name: str, words: str) -> str:
    return f"{name}: {words}." if words else ""


def _data(facts: YearSummary) -> dict[str, Data]:
    ever, now = event_figures(facts.events), event_figures(e for e in facts.events if e.year == facts.year)
    return {
        "year": facts.year,
        "first_year": facts.first_year,
        "units": len(facts.members),
        "staff": {
            "total": facts.staff.total,
            "by_degree": facts.staff.by_degree,
            "by_political_theory": facts.staff.by_political_theory,
        },
        "movements": [title for title, _by in facts.movements],
        "cluster_workshops": ever.cluster_workshops,
        "cluster_workshop_papers": ever.cluster_workshop_papers,
        "joint_workshops": ever.joint_workshops,
        "charity_visits": ever.charity_visits,
        "charity": [_visit(event) for event in facts.of("THIEN_NGUYEN")],
        "events_of_year": now.total,
        "awards_of_year": len(facts.year_awards),
        "higher_awards": [_award(award) for award in facts.awards if award.level != BASE_LEVEL],
        "photos": [{"caption": photo.caption, "credit": photo.credit} for photo in facts.photos],
    }


def _visit(event: EventFacts) -> dict[str, Data]:
    return {"uid": event.uid, "year": event.year, "recipients": event.beneficiaries, "place": event.place}


def _award(award: AwardFacts) -> dict[str, Data]:
    return {"uid": award.uid, "year": award.year, "recipient": award.recipient, "award": award.name}
