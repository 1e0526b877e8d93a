"""The annual summary of a cluster: the year told from the records, with tables, charts and photos.

Sections follow the summaries of the Academy's clusters: situation, movements, results, awards, appraisal, plans.
"""

from collections.abc import Sequence
from typing import Final

from cluster_desktop.documents.awards.register import awards_by_year
from cluster_desktop.documents.content.content import (
    Appendix,
    Block,
    ChartKind,
    Data,
    Distribution,
    Distributions,
    Document,
    Figure,
    Figures,
    Paragraph,
    Picture,
    Pictures,
    Section,
)
from cluster_desktop.documents.frames.document_frame import DocumentFrame, body
from cluster_desktop.documents.frames.record_texts import guess_paragraph, join, sample_paragraph
from cluster_desktop.documents.year.annual_donations import donation_blocks
from cluster_desktop.documents.year.annual_medals import medal_tables
from cluster_desktop.documents.year.annual_sentences import (
    SPORTS_AND_ARTS,
    awards_in_words,
    charity_in_words,
    meetings_in_words,
    members_in_words,
    others_in_words,
    staff_in_words,
    workshops_in_words,
)
from cluster_desktop.documents.year.annual_tables import (
    OTHER_COLUMNS,
    OTHERS,
    award_table,
    charity_table,
    contest_table,
    member_table,
    pledge_table,
    workshop_table,
)
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.events.event_figures import EventFacts, event_figures
from cluster_desktop.domain.events.vocabulary import EventKind
from cluster_desktop.domain.figures.count import count, tell
from cluster_desktop.domain.figures.figures import AwardFacts, AwardFigures, StaffStatistics, award_figures
from cluster_desktop.domain.printing.own_words import WordsPart
from cluster_desktop.domain.year.year_summary import MovementSummary, Photo, YearSummary

_SYMBOL: Final = "BC"


def annual_summary(frame: DocumentFrame, facts: YearSummary) -> Document:
    """The summary of a year, with everything since the first recorded year beside it."""
    return frame.document(
        "Báo cáo",
        f"Tổng kết hoạt động và phong trào thi đua năm {facts.year}\n{facts.cluster}",
        (
            *_situation(facts),
            *_movements(facts),
            *_results(facts),
            *_awards(facts),
            *_appraisal(facts, frame),
            _notes(facts),
            frame.closing(_recipients(frame)),
            *_pictures(facts.photos, facts.year),
        ),
        _data(facts),
        heading=frame.numbered(_SYMBOL),
    )


def _situation(facts: YearSummary) -> tuple[Block | None, ...]:
    members = facts.members
    roles = "; ".join(
        f"{member.name} ({member.role})" for member in members if member.role and member.role != "Thành viên"
    )
    hosts = join(*(member.name for member in members if member.hosts))
    return (
        Section("I. Đặc điểm, tình hình"),
        Paragraph(members_in_words(facts), lead="1. Tổ chức."),
        *body(*filter(None, (_labelled(f"Năm {facts.year}", roles), _labelled("Đơn vị đăng cai", hosts)))),
        member_table(members) if members else None,
        *_staff(facts.staff),
    )


def _staff(staff: StaffStatistics) -> tuple[Block, ...]:
    if not staff.total:
        return (Paragraph(staff_in_words(staff), lead="2. Đội ngũ."),)
    degrees, theories = (
        Distribution("Trình độ chuyên môn", staff.by_degree),
        Distribution("Lý luận chính trị", staff.by_political_theory),
    )
    ages, genders = (
        Distribution("Độ tuổi", staff.by_age_band, look=ChartKind.COLUMNS),
        Distribution("Giới tính", staff.by_gender),
    )
    guessed = guess_paragraph(staff.guessed, staff.total)
    return (
        Paragraph(staff_in_words(staff), lead="2. Đội ngũ."),
        Distributions((degrees, theories)),
        Distributions((ages, genders)),
        *((guessed,) if guessed else ()),
    )


def _movements(facts: YearSummary) -> tuple[Block, ...]:
    if not facts.movements:
        paragraphs: tuple[Paragraph, ...] = body(f"Năm {facts.year} chưa có phong trào thi đua nào.")
    else:
        paragraphs = (
            *body(
                tell(
                    "Năm {year}, các đơn vị trong Cụm thực hiện {count} phong trào thi đua:",
                    year=str(facts.year),
                    count=count(f"Phong trào năm {facts.year}", "movement", facts.movements),
                )
            ),
            *body(*(_movement(movement, last=movement is facts.movements[-1]) for movement in facts.movements)),
        )
    pledged = (pledge_table(facts.pledged),) if facts.pledged else ()
    return (Section("II. Phong trào thi đua"), *paragraphs, *pledged)


def _movement(movement: MovementSummary, *, last: bool) -> str:
    launched = f", do {movement.launched_by} phát động" if movement.launched_by else ""
    return f"- “{movement.title}”{launched}{'.' if last else ';'}"


def _results(facts: YearSummary) -> tuple[Block | None, ...]:
    workshops, sports, charity, others = (
        facts.of(EventKind.WORKSHOP),
        facts.of(*SPORTS_AND_ARTS),
        facts.of(EventKind.CHARITY),
        facts.of(*OTHERS),
    )
    return (
        Section("III. Kết quả hoạt động của Cụm"),
        _year_figures(facts),
        *_event_charts(facts),
        Paragraph(workshops_in_words(facts, workshops), lead="1. Hội thảo khoa học."),
        workshop_table(workshops),
        Paragraph(meetings_in_words(facts, sports), lead="2. Giao lưu thể thao, văn nghệ."),
        contest_table(sports),
        *medal_tables(facts.medals, facts.year),
        Paragraph(charity_in_words(facts, charity), lead="3. Hoạt động thiện nguyện."),
        charity_table(charity),
        *donation_blocks(facts.in_year(EventKind.DONATION), facts.year),
        Paragraph(others_in_words(facts, OTHERS, others), lead="4. Hội nghị, hội thi, tham quan, nghiên cứu thực tế."),
        contest_table([event for event in others if event.year == facts.year], OTHER_COLUMNS),
    )


def _year_figures(facts: YearSummary) -> Figures:
    year = facts.year_figures
    return Figures(
        (
            Figure(year.total, "sự kiện"),
            Figure(year.papers, "tham luận"),
            Figure(year.charity_visits, "đợt thiện nguyện"),
            Figure(facts.award_figures.total, "khen thưởng"),
        )
    )


def _years(facts: YearSummary) -> str:
    return f"năm {facts.year}" if facts.first_year == facts.year else f"từ năm {facts.first_year} đến năm {facts.year}"


def _event_charts(facts: YearSummary) -> tuple[Block, ...]:
    """Charts of the events since the log is kept: by kind, and year by year."""
    ever = event_figures(facts.events)
    if not ever.total:
        return ()
    return (
        Distributions(
            (
                Distribution(f"Sự kiện {_years(facts)}", ever.by_kind, "Số sự kiện"),
                Distribution("Sự kiện theo năm", ever.by_year, "Số sự kiện", ChartKind.COLUMNS),
            )
        ),
    )


def _awards(facts: YearSummary) -> tuple[Block, ...]:
    counted, ever = facts.award_figures, award_figures(facts.awards)
    high = [award for award in facts.awards if award.level != DecisionLevel.SCHOOL]
    return (
        Section("IV. Kết quả khen thưởng"),
        *body(awards_in_words(facts)),
        *_award_charts(counted, ever),
        *((award_table(high),) if high else ()),
    )


def _award_charts(counted: AwardFigures, ever: AwardFigures) -> tuple[Block, ...]:
    """The awards of the year by kind and level; those of all years by year and level."""
    unit = "Số khen thưởng"
    of_year = (
        Distribution("Danh hiệu, hình thức", counted.by_kind, unit, honours=True),
        Distribution("Cấp khen thưởng", counted.by_level, unit, honours=True),
    )
    return (
        *((Distributions(of_year),) if counted.total else ()),
        *((Distributions((awards_by_year("Khen thưởng các năm", ever),)),) if len(ever.by_year) > 1 else ()),
    )


def _recipients(frame: DocumentFrame) -> tuple[str, ...]:
    above = frame.heading.superior
    return (*((f"{above} (để báo cáo)",) if above else ()), "Các đơn vị trong Cụm", "Lưu: VT")


def _appraisal(facts: YearSummary, frame: DocumentFrame) -> tuple[Block, ...]:
    return (
        Section("V. Đánh giá chung"),
        Paragraph("", lead="1. Ưu điểm"),
        *frame.written(WordsPart.STRENGTHS),
        Paragraph("", lead="2. Hạn chế, nguyên nhân"),
        *frame.written(WordsPart.WEAKNESSES),
        Section(f"VI. Phương hướng, nhiệm vụ năm {facts.year + 1}"),
        *frame.written(WordsPart.PLANS),
        *frame.ending(
            f"Trên đây là Báo cáo tổng kết hoạt động và phong trào thi đua năm {facts.year} của {facts.cluster}"
        ),
    )


def _notes(facts: YearSummary) -> Paragraph | None:
    notes = [
        *facts.staff_notes,
        *(event.sample_note for event in facts.events),
        *(award.sample_note for award in facts.awards),
    ]
    return sample_paragraph(notes, len(notes), "bản ghi")


def _pictures(photos: Sequence[Photo], year: int) -> tuple[Block, ...]:
    """The photos with their captions; one of an earlier year says which."""
    if not photos:
        return ()
    shown = tuple(Picture(photo.data, _caption(photo, year), photo.credit) for photo in photos)
    return (Appendix("Một số hình ảnh hoạt động"), Pictures(shown))


def _caption(photo: Photo, year: int) -> str:
    when = f"năm {photo.year}" if photo.year != year else ""
    told = join(photo.caption, "" if when in photo.caption else when)
    return f"{told} [ảnh minh họa]" if photo.sample else told


def _labelled(name: str, words: str) -> str:
    return f"{name}: {words}." if words else ""


def _data(facts: YearSummary) -> dict[str, Data]:
    ever, now = event_figures(facts.events), facts.year_figures
    return {
        "year": facts.year,
        "first_year": facts.first_year,
        "units": count("Đơn vị trong Cụm", "unit", facts.members),
        "staff": {
            "total": facts.staff.total,
            "by_degree": facts.staff.by_degree,
            "by_political_theory": facts.staff.by_political_theory,
        },
        "movements": [movement.title for movement in facts.movements],
        "pledge": [{"title": title, "target": target, "result": result} for title, target, result in facts.pledged],
        "cluster_workshops": ever.cluster_workshops,
        "cluster_workshop_papers": ever.cluster_workshop_papers,
        "joint_workshops": ever.joint_workshops,
        "charity_visits": ever.charity_visits,
        "charity": [_visit(event) for event in facts.of(EventKind.CHARITY)],
        "events_of_year": now.total,
        "medals": {row.unit: list(row.counts) for row in facts.medals},
        "awards_of_year": facts.award_figures.total,
        "higher_awards": [_award(award) for award in facts.awards if award.level != DecisionLevel.SCHOOL],
        "photos": [{"caption": photo.caption, "credit": photo.credit} for photo in facts.photos],
    }


def _visit(event: EventFacts) -> dict[str, Data]:
    return {"uid": event.uid, "year": event.year, "recipients": event.beneficiaries, "place": event.place}


def _award(award: AwardFacts) -> dict[str, Data]:
    return {"uid": award.uid, "year": award.year, "recipient": award.recipient, "award": award.name}
