"""The list by which bonus money is paid, with what it rests on and room to sign for it."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from cluster_desktop.documents.content.content import Align, Cell, Column, Data, Document, Paragraph, Table, Tone
from cluster_desktop.documents.frames.document_frame import DocumentFrame, body
from cluster_desktop.documents.frames.record_texts import SAMPLE_MARK, marked
from cluster_desktop.domain.awards.descriptions import as_written
from cluster_desktop.domain.law.bonus import Bonus
from cluster_desktop.domain.law.regimes import Certainty
from cluster_desktop.domain.text.numbers import money_in_words, show_money, show_number

_COLUMNS: Final = (
    Column("TT", 9, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 44),
    Column("Chức vụ, đơn vị", 44),
    Column("Danh hiệu, hình thức", 38),
    Column("Hệ số", 13, Align.CENTRE),
    Column("Lương cơ sở", 22, Align.NUMBER),
    Column("Số tiền (đồng)", 24, Align.NUMBER),
    Column("Ký nhận, ghi chú", 34),
    Column("Quyết định", 50, printed=False),
)

_DOUBT: Final = "Mức lương cơ sở trong danh sách này chưa được kiểm chứng; hãy đối chiếu trước khi chi."


def bonus_list(frame: DocumentFrame, paid: Sequence[Bonus], subject: str) -> Document:
    """List the money each award of *paid* brings; *subject* says which awards they are."""
    total = _sum(paid)
    several = len({bonus.award.unit for bonus in paid}) > 1
    decisions = list(dict.fromkeys(bonus.award.decision for bonus in paid))
    return frame.document(
        "Danh sách chi tiền thưởng",
        subject,
        (
            *body(_rule(paid)),
            Table(
                _COLUMNS,
                [_row(number, bonus, with_unit=several) for number, bonus in enumerate(paid, 1)],
                totals=((None, "Cộng", "", "", "", None, total, "", ""),) if paid else (),
                bands=[bonus.award.decision for bonus in paid] if len(decisions) > 1 else (),
                empty="Chưa có khen thưởng nào để chi.",
            ),
            *body(*([f"Số tiền bằng chữ: {money_in_words(total)}."] if paid else [])),
            _notes(paid),
            frame.closing(("Kế toán;", "Lưu: VT, HĐTĐKT.")),
        ),
        {
            "total": total,
            "total_in_words": money_in_words(total),
            "by_decision": {name: _sum(group) for name, group in _by_decision(paid)},
            "bonuses": [_data(bonus) for bonus in paid],
        },
        landscape=True,
        remark=_DOUBT if any(bonus.salary.certain is Certainty.UNSURE for bonus in paid) else "",
    )


def _by_decision(paid: Sequence[Bonus]) -> list[tuple[str, list[Bonus]]]:
    ordered = sorted(paid, key=lambda bonus: bonus.award.decision)
    return [(name, list(group)) for name, group in groupby(ordered, lambda bonus: bonus.award.decision)]


def _sum(paid: Sequence[Bonus]) -> int:
    return sum(bonus.amount for bonus in paid)


def _rule(paid: Sequence[Bonus]) -> str:
    salaries = sorted({bonus.salary.since: bonus.salary for bonus in paid}.items())
    salaries_in_words = "; ".join(f"{show_money(salary.amount)} từ ngày {since:%d/%m/%Y}" for since, salary in salaries)
    rule = "Tiền thưởng = hệ số × mức lương cơ sở tại ngày quyết định, làm tròn lên đến 10.000 đồng."
    return f"{rule} Mức lương cơ sở: {salaries_in_words}." if salaries_in_words else rule


def _notes(paid: Sequence[Bonus]) -> Paragraph | None:
    """That the figures rest on sample data, where they do."""
    words = f"{SAMPLE_MARK} Dòng đánh dấu {SAMPLE_MARK} là dữ liệu mẫu, không có giá trị chi trả."
    return Paragraph(words, Tone.NOTE) if any(bonus.award.sample for bonus in paid) else None


def _row(number: int, bonus: Bonus, *, with_unit: bool) -> tuple[Cell, ...]:
    award = bonus.award
    unit = award.unit if with_unit and award.unit != award.name else ""
    return (
        number,
        marked(award.name, award.sample),
        as_written(award.place, unit) or unit,
        award.award_name,
        _shown(bonus.coefficient),
        bonus.salary.amount,
        bonus.amount,
        f"Không chi: {bonus.reason}" if bonus.reason else "",
        award.decision,
    )


def _shown(coefficient: Decimal | None) -> str:
    return "" if coefficient is None else show_number(coefficient, 2 if coefficient * 10 % 1 else 1)


def _data(bonus: Bonus) -> dict[str, Data]:
    return {
        "uid": bonus.award.uid,
        "recipient": bonus.award.name,
        "award": bonus.award.award,
        "coefficient": None if bonus.coefficient is None else str(bonus.coefficient),
        "base_salary": bonus.salary.amount,
        "amount": bonus.amount,
        "reason": bonus.reason,
    }
