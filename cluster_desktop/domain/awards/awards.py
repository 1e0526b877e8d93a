"""Emulation titles and commendations a school's office records, with who decides them.

Law on Emulation and Commendation 06/2022/QH15, articles 19-28 and 71-75; the codes also stand for
the same awards under the law of 2003.
"""

from dataclasses import dataclass

from cluster_desktop.domain.fields.choices import PlainChoice
from cluster_desktop.domain.fields.vocabulary import DecisionLevel, RecipientKind
from cluster_desktop.errors import Problem


@dataclass(frozen=True, slots=True)
class AwardKind:
    """One title or commendation: code, official name, short name, for whom, decided at which level."""

    code: str
    name: str
    short: str
    for_persons: bool
    for_collectives: bool
    level: str
    title: bool
    judged: bool = True
    """True when the catalogue has rules for it; others are recorded only."""


_ROWS = (
    ("LDTT", "Lao động tiên tiến", "LĐTT", "P", DecisionLevel.SCHOOL, True),
    ("CSTDCS", "Chiến sĩ thi đua cơ sở", "CSTĐ cơ sở", "P", DecisionLevel.SCHOOL, True),
    ("CSTDT", "Chiến sĩ thi đua cấp tỉnh", "CSTĐ cấp tỉnh", "P", DecisionLevel.PROVINCE, True),
    ("CSTDTQ", "Chiến sĩ thi đua toàn quốc", "CSTĐ toàn quốc", "P", DecisionLevel.PRIME_MINISTER, True),
    ("TTLDTT", "Tập thể Lao động tiên tiến", "Tập thể LĐTT", "C", DecisionLevel.SCHOOL, True),
    ("TTLDXS", "Tập thể Lao động xuất sắc", "Tập thể LĐXS", "C", DecisionLevel.PROVINCE, True),
    ("CO_TINH", "Cờ thi đua cấp bộ, ngành, tỉnh", "Cờ thi đua", "C", DecisionLevel.PROVINCE, True),
    ("CO_CP", "Cờ thi đua của Chính phủ", "Cờ Chính phủ", "C", DecisionLevel.PRIME_MINISTER, True),
    ("GK", "Giấy khen", "Giấy khen", "PC", DecisionLevel.SCHOOL, False),
    ("BK_TINH", "Bằng khen cấp bộ, ngành, tỉnh", "Bằng khen", "PC", DecisionLevel.PROVINCE, False),
    ("BK_TTG", "Bằng khen của Thủ tướng Chính phủ", "Bằng khen TTg", "PC", DecisionLevel.PRIME_MINISTER, False),
    ("HCLD3", "Huân chương Lao động hạng Ba", "HCLĐ hạng Ba", "PC", DecisionLevel.PRESIDENT, False),
    ("HCLD2", "Huân chương Lao động hạng Nhì", "HCLĐ hạng Nhì", "PC", DecisionLevel.PRESIDENT, False),
    ("HCLD1", "Huân chương Lao động hạng Nhất", "HCLĐ hạng Nhất", "PC", DecisionLevel.PRESIDENT, False),
    ("KNC", "Kỷ niệm chương", "Kỷ niệm chương", "P", DecisionLevel.ACADEMY, False),
    ("HCDL3", "Huân chương Độc lập hạng Ba", "HCĐL hạng Ba", "PC", DecisionLevel.PRESIDENT, False),
    ("HCDL2", "Huân chương Độc lập hạng Nhì", "HCĐL hạng Nhì", "PC", DecisionLevel.PRESIDENT, False),
    ("HCDL1", "Huân chương Độc lập hạng Nhất", "HCĐL hạng Nhất", "PC", DecisionLevel.PRESIDENT, False),
    ("HCHCM", "Huân chương Hồ Chí Minh", "HC Hồ Chí Minh", "PC", DecisionLevel.PRESIDENT, False),
    ("HCSV", "Huân chương Sao vàng", "HC Sao vàng", "PC", DecisionLevel.PRESIDENT, False),
    ("AHLD", "Anh hùng Lao động", "Anh hùng LĐ", "PC", DecisionLevel.PRESIDENT, False),
    ("NGUT", "Nhà giáo Ưu tú", "Nhà giáo Ưu tú", "P", DecisionLevel.PRESIDENT, False),
    ("NGND", "Nhà giáo Nhân dân", "Nhà giáo Nhân dân", "P", DecisionLevel.PRESIDENT, False),
)
_RECORDED_ONLY = frozenset({"HCDL3", "HCDL2", "HCDL1", "HCHCM", "HCSV", "AHLD", "NGUT", "NGND"})

AWARD_KINDS = {
    code: AwardKind(code, name, short, "P" in whom, "C" in whom, level, title, code not in _RECORDED_ONLY)
    for code, name, short, whom, level, title in _ROWS
}

AWARDS = tuple(PlainChoice(kind.code, kind.name, (kind.short,)) for kind in AWARD_KINDS.values())


def award_problems(award: str | None, recipient_kind: str | None) -> tuple[Problem, ...]:
    """Say what is wrong with giving this award to this kind of recipient."""
    kind = AWARD_KINDS.get(award or "")
    if kind is None or recipient_kind is None:
        return ()
    if recipient_kind == RecipientKind.PERSON and not kind.for_persons:
        return (Problem("award", f"“{kind.name}” chỉ tặng cho tập thể."),)
    if recipient_kind != RecipientKind.PERSON and not kind.for_collectives:
        return (Problem("award", f"“{kind.name}” chỉ tặng cho cá nhân."),)
    return ()
