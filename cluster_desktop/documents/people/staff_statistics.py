"""Staff statistics: how many people, where, with which degree and which political theory."""

from collections.abc import Iterable, Mapping, Sequence

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
    share,
)
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.documents.frames.record_texts import guess_paragraph, long_date, marked, sample_paragraph
from cluster_desktop.domain.figures.count import chained, enumerated, joined, tell
from cluster_desktop.domain.figures.figures import OTHER_DEGREE, StaffGroup, StaffStatistics
from cluster_desktop.domain.figures.tallies import NOT_RECORDED, Counts

_PEOPLE = "cán bộ, viên chức, người lao động"
_DEGREE, _THEORY = "Trình độ chuyên môn", "Lý luận chính trị"
_ETHNICITIES_SHOWN = 9


def staff_statistics_report(
    frame: DocumentFrame, statistics: StaffStatistics, sample_notes: Iterable[str | None] = ()
) -> Document:
    """The statistics as a landscape report; *sample_notes* are those of the people counted."""
    figures = statistics
    return frame.of_figures(
        "Báo cáo",
        f"Thống kê đội ngũ {_PEOPLE}\n{frame.scope}, tính đến {long_date(figures.on)}",
        (
            Paragraph(_summary(frame.scope, figures)),
            _key_figures(figures),
            Section("I. Trình độ chuyên môn và lý luận chính trị"),
            _crossed(figures),
            *_by_unit(figures),
            *((Section("III. Cơ cấu đội ngũ"), *_composition(figures)) if figures.total else ()),
            guess_paragraph(figures.guessed, figures.total),
            sample_paragraph(sample_notes, figures.total, "hồ sơ"),
        ),
        _data(figures),
    )


def _summary(scope: str, figures: StaffStatistics) -> str:
    if not figures.total:
        return f"Tính đến {long_date(figures.on)}, {scope} chưa có số liệu về {_PEOPLE}."
    return tell(
        "Tính đến {day}, {scope} có {total} {people}{where}."
        " Về trình độ chuyên môn: {degrees}. Về lý luận chính trị: {theories}.{groups}",
        day=long_date(figures.on),
        scope=scope,
        total=figures.total,
        people=_PEOPLE,
        where=tell(" tại {units} đơn vị", units=figures.unit_count) if figures.unit_count > 1 else "",
        degrees=_in_words(figures.by_degree, figures.total, "{count} {word} ({share})"),
        theories=_in_words(figures.by_political_theory, figures.total, "{count} người {word} ({share})"),
        groups=_groups(figures),
    )


def _groups(figures: StaffStatistics) -> str:
    """ " Có 250 đảng viên (79,6%), 165 nữ (52,5%) và …", without groups that nobody belongs to."""
    counted = ((figures.party, "đảng viên"), (figures.women, "nữ"), (figures.minority, "người dân tộc thiểu số"))
    parts = [
        tell("{count} {word} ({share})", count=count, word=word, share=share(count, figures.total))
        for count, word in counted
        if count
    ]
    return tell(" Có {parts}.", parts=enumerated(parts)) if parts else ""


def _in_words(counts: Counts, total: int, pattern: str) -> str:
    return chained(
        "; ",
        (
            tell(pattern, count=count, word=_spoken(word), share=share(count, total))
            for word, count in counts.items()
            if count
        ),
    )


def _spoken(word: str) -> str:
    if word == NOT_RECORDED:
        return "chưa ghi nhận trình độ"
    return "người có trình độ khác" if word == OTHER_DEGREE else word.lower()


def _key_figures(figures: StaffStatistics) -> Figures:
    total = figures.total
    degrees, theories = figures.by_degree, figures.by_political_theory
    counted = (
        joined("Tiến sĩ, thạc sĩ", (degrees["Tiến sĩ"], degrees["Thạc sĩ"])),
        joined("Cao cấp, cử nhân LLCT", (theories["Cao cấp"], theories["Cử nhân"])),
        figures.party,
        figures.women,
        figures.minority,
    )
    units = tell("{units} đơn vị", units=figures.unit_count) if figures.unit_count > 1 else ""
    people = Figure(total, "Tổng số người", units)
    return Figures((people, *(Figure(each, each.source.name, share(each, total) if total else "") for each in counted)))


def _by_unit(figures: StaffStatistics) -> tuple[Block, Block]:
    """One row for each unit; for a single unit one for each of its departments."""
    single = len(figures.units) == 1 and len(figures.departments) > 1
    groups = figures.departments if single else figures.units
    label = "Khoa, phòng" if single else "Đơn vị"
    degrees, theories = tuple(figures.by_degree), tuple(figures.by_political_theory)
    columns = (
        Column("TT", 10, Align.CENTRE),
        Column(label, 62),
        Column("Tổng số", 17, Align.NUMBER),
        Column("Nữ", 17, Align.NUMBER),
        Column("Dân tộc thiểu số", 18, Align.NUMBER),
        Column("Đảng viên", 17, Align.NUMBER),
        *(Column(word, 18, Align.NUMBER, _DEGREE) for word in degrees),
        *(Column(word, 18, Align.NUMBER, _THEORY) for word in theories),
    )
    rows = [_row(number, group, degrees, theories) for number, group in enumerate(groups, 1)]
    title = "II. Đội ngũ chia theo khoa, phòng" if single else "II. Đội ngũ chia theo đơn vị"
    return Section(title), Table(columns, rows, _totals(figures))


def _row(number: int, group: StaffGroup, degrees: Sequence[str], theories: Sequence[str]) -> tuple[Cell, ...]:
    return (
        number,
        marked(group.name, group.samples),
        *(group.total, group.women, group.minority, group.party),
        *(group.by_degree.get(word, 0) for word in degrees),
        *(group.by_political_theory.get(word, 0) for word in theories),
    )


def _totals(figures: StaffStatistics) -> tuple[tuple[Cell, ...], ...]:
    counts = (
        *(figures.total, figures.women, figures.minority, figures.party),
        *figures.by_degree.values(),
        *figures.by_political_theory.values(),
    )
    return (
        (None, marked("Cộng", figures.samples), *counts),
        (None, "Tỷ lệ", *(share(count, figures.total) for count in counts)),
    )


def _crossed(figures: StaffStatistics) -> Table:
    theories = tuple(figures.by_political_theory)
    columns = (
        Column("TT", 10, Align.CENTRE),
        Column(_DEGREE, 62),
        *(Column(word, 26, Align.NUMBER, _THEORY) for word in theories),
        Column("Cộng", 22, Align.NUMBER),
        Column("Tỷ lệ", 20, Align.CENTRE),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            number,
            degree,
            *(figures.degree_by_theory[degree].get(word, 0) for word in theories),
            total,
            share(total, figures.total),
        )
        for number, (degree, total) in enumerate(figures.by_degree.items(), 1)
    ]
    whole = (*figures.by_political_theory.values(), figures.total)
    total_row = (None, "Cộng", *whole, share(figures.total, figures.total))
    return Table(columns, rows, (total_row,))


def _composition(figures: StaffStatistics) -> tuple[Distributions, Distributions]:
    return (
        Distributions(
            (
                Distribution("Độ tuổi", figures.by_age_band, look=ChartKind.COLUMNS),
                Distribution("Dân tộc", _largest(figures.by_ethnicity)),
            )
        ),
        Distributions(
            (
                Distribution("Giới tính", figures.by_gender),
                Distribution("Đảng viên", figures.by_party),
            )
        ),
    )


def _largest(counts: Counts) -> Counts:
    """The largest groups, the others added up; JSON has them all."""
    named = sorted(((word, count) for word, count in counts.items() if word != NOT_RECORDED), key=lambda item: -item[1])
    shown, rest = dict(named[:_ETHNICITIES_SHOWN]), named[_ETHNICITIES_SHOWN:]
    if len(rest) == 1:
        shown |= rest
    elif rest:
        others = f"{len(rest)} dân tộc khác"
        shown[others] = joined(others, [count for _, count in rest])
    if NOT_RECORDED in counts:
        shown[NOT_RECORDED] = counts[NOT_RECORDED]
    return shown


def _data(figures: StaffStatistics) -> Mapping[str, Data]:
    return {
        "on": figures.on.isoformat(),
        "total": figures.total,
        "by_degree": figures.by_degree,
        "by_political_theory": figures.by_political_theory,
        "by_unit": figures.by_unit,
        "by_gender": figures.by_gender,
        "by_ethnicity": figures.by_ethnicity,
        "by_party": figures.by_party,
        "by_age_band": figures.by_age_band,
        "minority": figures.minority,
        "degree_by_political_theory": figures.degree_by_theory,
        "units": [_group_data(group) for group in figures.units],
        "sample_records": figures.samples,
    }


def _group_data(group: StaffGroup) -> Mapping[str, Data]:
    return {
        "unit": group.name,
        "total": group.total,
        "women": group.women,
        "minority": group.minority,
        "party": group.party,
        "by_degree": group.by_degree,
        "by_political_theory": group.by_political_theory,
        "sample_records": group.samples,
    }
