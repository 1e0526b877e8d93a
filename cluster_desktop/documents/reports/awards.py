"""The award register: every line of every decision, and what they add up to."""

from collections.abc import Mapping, Sequence

from cluster_desktop.documents.content import (
    Align,
    Block,
    Cell,
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
from cluster_desktop.documents.reports.frame import ReportFrame, iso, join, marked, sample_paragraph
from cluster_desktop.domain.figures import COLLECTIVES, PERSONS, AwardFacts, AwardFigures
from cluster_desktop.domain.numbers import count_words

_COLUMNS = (
    Column("TT", 10, Align.CENTRE),
    Column("Cá nhân, tập thể được khen", 40),
    Column("Chức vụ, đơn vị", 44),
    Column("Danh hiệu, hình thức", 36),
    Column("Thành tích", 46),
    Column("Số", 23, Align.CENTRE, "Quyết định"),
    Column("Ngày", 21, Align.CENTRE, "Quyết định"),
    Column("Số giấy chứng nhận", 20, Align.CENTRE),
    Column("Ghi chú", 22),
)


def award_register_report(
    frame: ReportFrame, figures: AwardFigures, awards: Sequence[AwardFacts], year: int | None = None
) -> Document:
    """The register of *awards* in their order; *year* None stands for all years."""
    period = f"Năm {year}" if year else "Các năm"
    rows = [_row(number, award) for number, award in enumerate(awards, 1)]
    table = Table(_COLUMNS, rows, empty="Chưa ghi nhận khen thưởng nào trong thời gian này.")
    return frame.document(
        "Sổ theo dõi khen thưởng",
        f"{period} – {frame.scope}",
        (
            _key_figures(figures, awards),
            *_composition(figures),
            Section("Danh sách khen thưởng"),
            table,
            sample_paragraph((award.sample_note for award in awards), len(awards), "dòng"),
        ),
        _data(figures, awards, year),
    )


def _key_figures(figures: AwardFigures, awards: Sequence[AwardFacts]) -> Figures:
    decisions = len({(award.decision_number, award.decided_on) for award in awards if award.decision_number})
    revoked = f"đã thu hồi {count_words(figures.revoked)}" if figures.revoked else ""
    return Figures(
        (
            Figure(figures.total, "Lượt khen thưởng", revoked),
            Figure(figures.by_recipient[PERSONS], "Cá nhân"),
            Figure(figures.by_recipient[COLLECTIVES], "Tập thể"),
            Figure(decisions, "Quyết định"),
        )
    )


def _composition(figures: AwardFigures) -> tuple[Block, ...]:
    if not figures.total:
        return ()
    unit = "Số lượt"
    return (
        Distributions(
            (
                Distribution("Theo danh hiệu, hình thức", figures.by_kind, unit),
                Distribution("Theo đơn vị", figures.by_unit, unit),
            )
        ),
        Distributions(
            (
                Distribution("Theo cấp quyết định", figures.by_level, unit),
                Distribution("Theo năm", figures.by_year, unit),
            )
        ),
    )


def _row(number: int, award: AwardFacts) -> tuple[Cell, ...]:
    revoked = join("Đã thu hồi", award.revoked_because, by=": ") if award.revoked else ""
    own_unit = award.unit if award.unit != award.recipient else None
    return (
        number,
        marked(award.recipient, award.sample_note is not None),
        join(award.description, own_unit if own_unit and own_unit not in award.description else None),
        award.name,
        award.citation,
        award.decision_number,
        award.decided_on,
        award.certificate_number,
        revoked,
    )


def _data(figures: AwardFigures, awards: Sequence[AwardFacts], year: int | None) -> Mapping[str, Data]:
    return {
        "year": year,
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
        "awards": [_award_data(award) for award in awards],
        "sample_records": figures.samples,
    }


def _award_data(award: AwardFacts) -> Mapping[str, Data]:
    return {
        "uid": award.uid,
        "recipient": award.recipient,
        "recipient_kind": "person" if award.recipient_kind == "CA_NHAN" else "collective",
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
        "sample_note": award.sample_note,
    }
