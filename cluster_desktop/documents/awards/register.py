"""The award register: every line of every decision, and what they add up to."""

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
    Section,
    Table,
)
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.documents.frames.record_texts import iso, join, marked, sample_paragraph
from cluster_desktop.domain.awards.decision_names import day_named, decision_named, number_named
from cluster_desktop.domain.figures.count import tell
from cluster_desktop.domain.figures.figures import COLLECTIVES, PERSONS, AwardFacts, AwardFigures, AwardYears
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.text.year_span import EVERY_YEAR, YearSpan

_COLUMNS = (
    Column("TT", 10, Align.CENTRE),
    Column("Cá nhân, tập thể được khen", 42),
    Column("Chức vụ, đơn vị", 72),
    Column("Danh hiệu, hình thức", 40),
    Column("Thành tích", 58),
    Column("Số", 23, Align.CENTRE, "Quyết định", printed=False),
    Column("Ngày", 21, Align.CENTRE, "Quyết định", printed=False),
    Column("Cơ quan ban hành", 36, group="Quyết định", printed=False),
    Column("Năm", 12, Align.CENTRE, printed=False),
    Column("Số giấy chứng nhận", 20, Align.CENTRE, noted=True),
)
_REVOKED = Column("Ghi chú", 26)


def award_register_report(
    frame: DocumentFrame, figures: AwardFigures, awards: Sequence[AwardFacts], years: YearSpan = EVERY_YEAR
) -> Document:
    """The register of *awards* by decision, which are those of *years*."""
    period = f", {years.show()}" if years.show() else ""
    ordered = sorted(awards, key=_place)
    return frame.of_figures(
        "Sổ theo dõi khen thưởng",
        f"{frame.scope}{period}",
        (
            _key_figures(figures),
            *_composition(figures),
            Section("Danh sách khen thưởng"),
            _table(ordered),
            sample_paragraph((award.sample_note for award in awards), len(awards), "dòng"),
        ),
        _data(figures, ordered, years),
    )


def _key_figures(figures: AwardFigures) -> Figures:
    revoked = tell("đã thu hồi {count}", count=figures.revoked) if figures.revoked else ""
    return Figures(
        (
            Figure(figures.total, "Lượt khen thưởng", revoked),
            Figure(figures.by_recipient[PERSONS], "Cá nhân"),
            Figure(figures.by_recipient[COLLECTIVES], "Tập thể"),
            Figure(figures.decisions, "Quyết định"),
        )
    )


def _composition(figures: AwardFigures) -> tuple[Block, ...]:
    """Charts of how the awards divide; what all have in common says nothing and is left out."""
    counted = (
        Distribution("Theo danh hiệu, hình thức", figures.by_kind, "Số lượt", honours=True),
        Distribution("Theo đơn vị", figures.by_unit, "Số lượt", honours=True),
        Distribution("Theo cấp quyết định", figures.by_level, "Số lượt", honours=True),
        awards_by_year("Theo năm", figures),
    )
    parts = [distribution for distribution in counted if len(distribution.parts) > 1]
    return tuple(Distributions(tuple(pair)) for pair in (parts[:2], parts[2:]) if pair)


def awards_by_year(title: str, figures: AwardYears) -> Distribution:
    """The awards of every year by the level that decided."""
    layers = figures.by_level_and_year
    return Distribution(title, figures.by_year, "Số lượt", ChartKind.COLUMNS, layers, honours=True)


def _place(award: AwardFacts) -> tuple[str, str, int]:
    decided = award.decided_on.iso if award.decided_on else "9999"
    return decided, award.decision_number, award.ordinal or 0


def _table(awards: Sequence[AwardFacts]) -> Table:
    noted = any(award.revoked for award in awards)
    rows = [_row(number, award)[: None if noted else -1] for number, award in enumerate(awards, 1)]
    return Table(
        (*_COLUMNS, _REVOKED) if noted else _COLUMNS,
        rows,
        bands=[_decision(award) for award in awards],
        empty="Chưa có khen thưởng nào trong thời gian này.",
    )


def _decision(award: AwardFacts) -> str:
    """A decision without a number is named by its day and who issued it."""
    known = number_named(award.decision_number) or award.decided_on or award.issuer
    if not known:
        return "Không rõ số, ngày quyết định"
    return decision_named(award.decision_number, award.decided_on, award.issuer)


def _row(number: int, award: AwardFacts) -> tuple[Cell, ...]:
    on = f" {day_named(award.revoked_on)}" if award.revoked_on else ""
    revoked = join(f"Đã thu hồi{on}", award.revoked_because, by=": ") if award.revoked else ""
    own_unit = award.unit if award.unit != award.recipient else None
    return (
        number,
        marked(award.recipient, award.sample_note is not None),
        join(award.description, own_unit if own_unit and own_unit not in award.description else None),
        award.name,
        award.citation,
        award.decision_number,
        award.decided_on,
        award.issuer,
        award.year,
        award.certificate_number,
        revoked,
    )


def _data(figures: AwardFigures, awards: Sequence[AwardFacts], years: YearSpan) -> Mapping[str, Data]:
    return {
        "year": years.single,
        "from": years.first,
        "to": years.last,
        "total": figures.total,
        "revoked": figures.revoked,
        "by_recipient_kind": {
            "person": figures.by_recipient[PERSONS],
            "collective": figures.by_recipient[COLLECTIVES],
        },
        "by_level": figures.by_level,
        "by_kind": figures.by_kind,
        "by_unit": figures.by_unit,
        "by_year": figures.by_year,
        "by_level_and_year": figures.by_level_and_year,
        "awards": [_award_data(award) for award in awards],
        "sample_records": figures.samples,
    }


def _award_data(award: AwardFacts) -> Mapping[str, Data]:
    return {
        "uid": award.uid,
        "recipient": award.recipient,
        "recipient_kind": "person" if award.recipient_kind == RecipientKind.PERSON else "collective",
        "unit": award.unit,
        "award": award.award,
        "award_name": award.name,
        "citation": award.citation,
        "level": award.level,
        "year": award.year,
        "decision_number": award.decision_number,
        "decision_date": iso(award.decided_on),
        "issuer": award.issuer,
        "ordinal": award.ordinal,
        "certificate_number": award.certificate_number,
        "revoked": award.revoked,
        "revoked_on": iso(award.revoked_on),
        "sample_note": award.sample_note,
    }
