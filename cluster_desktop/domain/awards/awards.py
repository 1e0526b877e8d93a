"""Emulation titles and commendations a school's office records, with who decides them.

Law on Emulation and Commendation 06/2022/QH15, articles 19-28 and 71-75; the codes also stand for
the same awards under the law of 2003.
"""

from collections.abc import Mapping

from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.fields.choices import Word
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.errors import Problem


class AwardKind(Word):
    """A title or commendation: code, official name, short name, what it is, the level that decides, and earlier names.

    P: for persons, C: for collectives, T: an emulation title, R: recorded only, as the catalogue has no rules for it.
    """

    ADVANCED_WORKER = "LDTT", "Lao động tiên tiến", "LĐTT", "PT", DecisionLevel.SCHOOL
    SCHOOL_FIGHTER = "CSTDCS", "Chiến sĩ thi đua cơ sở", "CSTĐ cơ sở", "PT", DecisionLevel.SCHOOL, "CSTĐCS"
    PROVINCE_FIGHTER = (
        "CSTDT",
        "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh",
        "CSTĐ cấp tỉnh",
        "PT",
        DecisionLevel.PROVINCE,
        "Chiến sĩ thi đua cấp tỉnh",
        "Chiến sĩ thi đua cấp bộ, ngành, tỉnh",
    )
    NATION_FIGHTER = "CSTDTQ", "Chiến sĩ thi đua toàn quốc", "CSTĐ toàn quốc", "PT", DecisionLevel.PRIME_MINISTER
    ADVANCED_COLLECTIVE = "TTLDTT", "Tập thể Lao động tiên tiến", "Tập thể LĐTT", "CT", DecisionLevel.SCHOOL
    EXCELLENT_COLLECTIVE = "TTLDXS", "Tập thể Lao động xuất sắc", "Tập thể LĐXS", "CT", DecisionLevel.PROVINCE
    PROVINCE_FLAG = (
        "CO_TINH",
        "Cờ thi đua của Bộ, ban, ngành, tỉnh",
        "Cờ thi đua",
        "CT",
        DecisionLevel.PROVINCE,
        "Cờ thi đua cấp bộ, ngành, tỉnh",
    )
    GOVERNMENT_FLAG = "CO_CP", "Cờ thi đua của Chính phủ", "Cờ Chính phủ", "CT", DecisionLevel.PRIME_MINISTER
    LETTER_OF_PRAISE = "GK", "Giấy khen", "Giấy khen", "PC", DecisionLevel.SCHOOL
    PROVINCE_MERIT = (
        "BK_TINH",
        "Bằng khen của Bộ, ban, ngành, tỉnh",
        "Bằng khen",
        "PC",
        DecisionLevel.PROVINCE,
        "Bằng khen cấp bộ, ngành, tỉnh",
    )
    NATION_MERIT = "BK_TTG", "Bằng khen của Thủ tướng Chính phủ", "Bằng khen TTg", "PC", DecisionLevel.PRIME_MINISTER
    LABOUR_ORDER_3 = "HCLD3", "Huân chương Lao động hạng Ba", "HCLĐ hạng Ba", "PC", DecisionLevel.PRESIDENT
    LABOUR_ORDER_2 = "HCLD2", "Huân chương Lao động hạng Nhì", "HCLĐ hạng Nhì", "PC", DecisionLevel.PRESIDENT
    LABOUR_ORDER_1 = "HCLD1", "Huân chương Lao động hạng Nhất", "HCLĐ hạng Nhất", "PC", DecisionLevel.PRESIDENT
    COMMEMORATIVE_MEDAL = "KNC", "Kỷ niệm chương", "Kỷ niệm chương", "P", DecisionLevel.ACADEMY
    INDEPENDENCE_ORDER_3 = "HCDL3", "Huân chương Độc lập hạng Ba", "HCĐL hạng Ba", "PCR", DecisionLevel.PRESIDENT
    INDEPENDENCE_ORDER_2 = "HCDL2", "Huân chương Độc lập hạng Nhì", "HCĐL hạng Nhì", "PCR", DecisionLevel.PRESIDENT
    INDEPENDENCE_ORDER_1 = "HCDL1", "Huân chương Độc lập hạng Nhất", "HCĐL hạng Nhất", "PCR", DecisionLevel.PRESIDENT
    HO_CHI_MINH_ORDER = "HCHCM", "Huân chương Hồ Chí Minh", "HC Hồ Chí Minh", "PCR", DecisionLevel.PRESIDENT
    GOLD_STAR_ORDER = "HCSV", "Huân chương Sao vàng", "HC Sao vàng", "PCR", DecisionLevel.PRESIDENT
    LABOUR_HERO = "AHLD", "Anh hùng Lao động", "Anh hùng LĐ", "PCR", DecisionLevel.PRESIDENT
    MERITORIOUS_TEACHER = "NGUT", "Nhà giáo Ưu tú", "Nhà giáo Ưu tú", "PR", DecisionLevel.PRESIDENT
    PEOPLES_TEACHER = "NGND", "Nhà giáo Nhân dân", "Nhà giáo Nhân dân", "PR", DecisionLevel.PRESIDENT

    PUBLIC_PRAISE = "TUYEN_DUONG", "Tuyên dương", "Tuyên dương", "PCR", DecisionLevel.ACADEMY

    def __init__(self, _code: str, _label: str, short: str, traits: str, level: DecisionLevel, *earlier: str) -> None:
        self.short, self.aliases, self.level = short, (short, *earlier), level
        self.for_persons, self.for_collectives = "P" in traits, "C" in traits
        self.is_title, self.judged = "T" in traits, "R" not in traits


AWARD_KINDS: Mapping[str, AwardKind] = {kind.code: kind for kind in AwardKind}
"""Every award by its stored code."""


def award_problems(award: str | None, recipient_kind: str | None) -> tuple[Problem, ...]:
    """Say what is wrong with giving this award to this kind of recipient."""
    kind = AWARD_KINDS.get(award or "")
    if kind is None or recipient_kind is None:
        return ()
    if recipient_kind == RecipientKind.PERSON and not kind.for_persons:
        return (Problem("award", f"“{kind.label}” chỉ tặng cho tập thể."),)
    if recipient_kind != RecipientKind.PERSON and not kind.for_collectives:
        return (Problem("award", f"“{kind.label}” chỉ tặng cho cá nhân."),)
    return ()
