"""The lines of somebody's service and training, each with its day."""

from dataclasses import dataclass

from cluster_desktop.domain.fields.choices import Word
from cluster_desktop.domain.fields.fields import Draft, choice, date, long_text, reference, suggestion, text
from cluster_desktop.domain.people.people import BORN
from cluster_desktop.domain.people.vocabulary import (
    JOB_TITLES,
    POSITIONS,
    AcademicTitle,
    Degree,
    Employment,
    PersonStatus,
    PoliticalTheory,
    QualificationKind,
    ServiceSource,
)
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.errors import Problem

LEVELS: dict[str, type[Word]] = {
    QualificationKind.DEGREE: Degree,
    QualificationKind.POLITICAL_THEORY: PoliticalTheory,
    QualificationKind.ACADEMIC_TITLE: AcademicTitle,
}
"""The vocabulary of each kind of training, the highest first."""
LEARNED: dict[str, str] = {
    QualificationKind.DEGREE: "degree",
    QualificationKind.POLITICAL_THEORY: "political_theory",
    QualificationKind.ACADEMIC_TITLE: "academic_title",
}
"""The field of a person that follows from each kind of training."""
_ANY_LEVEL = {level.code: level for levels in reversed(LEVELS.values()) for level in levels}.values()


def rank_of(kind: str, value: str | None) -> int:
    """The place of a level among those of its kind, the highest first; what is no level of it stands last."""
    levels = list(LEVELS[kind])
    return next((place for place, level in enumerate(levels) if level == value), len(levels))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ServiceDraft(
    Draft,
    kind="service",
    label="dòng công tác",
    plural="quá trình công tác",
    title=("day", "position"),
    sort=("day",),
    owners=("person_uid",),
    derived=(BORN,),
):
    """A line of somebody's service; what is left empty is not spoken of."""

    person_uid: str | None = reference("Họ và tên", "person", required=True, listed=True, width=24)
    day: PartialDate | None = date(
        "Ngày",
        aliases="Từ ngày|Tính đến ngày|Từ",
        listed=True,
        help="Để trống nếu từ trước đến nay vẫn vậy. Gõ năm, tháng/năm hoặc ngày đều được.",
    )
    how: str | None = choice(
        "Cách ghi", ServiceSource, required=True, default=ServiceSource.BEGAN, listed=True, width=20
    )
    unit_uid: str | None = reference("Đơn vị", "unit", listed=True, width=14)
    department_uid: str | None = reference("Khoa, phòng", "department", listed=True, width=26)
    position: str | None = suggestion("Chức vụ", POSITIONS, listed=True)
    job_title: str | None = suggestion("Chức danh nghề nghiệp", JOB_TITLES, width=22)
    employment: str | None = choice("Loại lao động", Employment)
    status: str | None = choice("Tình trạng", PersonStatus, listed=True, width=14)
    basis: str | None = text("Căn cứ", help="Số, ngày của quyết định điều động, bổ nhiệm, nghỉ hưu …")
    note: str | None = long_text("Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class QualificationDraft(
    Draft,
    kind="qualification",
    label="dòng trình độ",
    plural="văn bằng, trình độ",
    title=("kind", "value"),
    sort=("attained_on",),
    owners=("person_uid",),
    derived=(BORN,),
):
    """A degree, a level of political theory or an academic title of somebody."""

    person_uid: str | None = reference("Họ và tên", "person", required=True, listed=True, width=24)
    kind: str | None = choice("Loại", QualificationKind, required=True, default=QualificationKind.DEGREE, listed=True)
    value: str | None = choice("Trình độ", _ANY_LEVEL, aliases="Học vị|Bằng cấp", listed=True, width=12)
    specialty: str | None = text("Chuyên ngành", listed=True)
    place: str | None = text("Nơi đào tạo")
    attained_on: PartialDate | None = date(
        "Ngày được cấp", aliases="Năm tốt nghiệp|Năm cấp", listed=True, help="Để trống nếu chưa biết năm."
    )
    seen_on: PartialDate | None = date("Có trong danh sách ngày", help="Khi chưa biết ngày được cấp.")
    note: str | None = long_text("Ghi chú")

    def problems(self) -> tuple[Problem, ...]:
        """A line names a level of its kind, or at least what was studied."""
        if self.value is None and not self.specialty:
            return (Problem("value", "Hãy chọn trình độ hoặc ghi chuyên ngành."),)
        kind = next((kind for kind in QualificationKind if kind == self.kind), None)
        if kind and self.value and rank_of(kind, self.value) == len(LEVELS[kind]):
            words = ", ".join(level.label for level in LEVELS[kind])
            return (Problem("value", f"{kind.label} là một trong: {words}."),)
        return ()
