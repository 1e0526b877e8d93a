"""The forms that the program makes for a school to fill in: which lists, and which columns of each."""

from dataclasses import dataclass
from typing import Final

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.record_kinds.import_kinds import (
    EVENTS,
    RATINGS,
    RECIPIENT,
    REGISTRATIONS,
    SCORES,
    STAFF,
    ImportKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormKind:
    """One form: the kind of table it comes back as, and its columns from the left.

    ``known`` are the columns by which a row is recognised and which nobody fills in; ``spare`` is the number of empty
    rows below those the book knows, none where nothing can be added.
    """

    kind: ImportKind
    title: str
    columns: tuple[str, ...]
    yearly: bool = True
    known: frozenset[str] = frozenset()
    spare: int = 30
    guide: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Its word on the command line."""
        return self.kind.key

    def fields(self, *, sensitive: bool = False) -> tuple[Field, ...]:
        """The fields of its columns; *sensitive* ones only where somebody asked for them."""
        by_key = {item.key: item for item in self.kind.fields}
        fields = (by_key[key] for key in self.columns)
        return tuple(item for item in fields if sensitive or not item.sensitive)


_WHO: Final = frozenset({"birth_date", "department_uid", "position"})
_FORMS: Final = (
    FormKind(
        kind=STAFF,
        title="Danh sách cán bộ, viên chức",
        columns=(
            *("full_name", "birth_date", "gender", "ethnicity", "department_uid", "position", "job_title"),
            *("employment", "recruited_on", "joined_unit", "party_joined", "party_official", "degree", "specialty"),
            *("academic_title", "political_theory", "status", "left_on", "identity_number", "phone", "note"),
        ),
        yearly=False,
        guide=(
            "Người mới: ghi ở các dòng trống bên dưới danh sách, mỗi người một dòng.",
            "Người đã nghỉ, đã chuyển: không xóa dòng mà chọn “Tình trạng” và ghi “Ngày thôi công tác tại đơn vị”.",
            "Sai tên, sai ngày sinh thì sửa ngay ở dòng đó; sổ vẫn biết là người nào.",
        ),
    ),
    FormKind(
        kind=RATINGS,
        title="Bảng xếp loại chất lượng",
        columns=(
            *("full_name", "birth_date", "department_uid", "position"),
            *("quality", "party_quality", "days_off", "note"),
        ),
        known=_WHO | {"full_name"},
        guide=(
            "Chỉ điền từ cột “Xếp loại chất lượng” trở đi. Người chưa xếp loại thì để trống cả dòng.",
            "Họ tên, ngày sinh, khoa phòng, chức vụ chỉ để nhận ra người; muốn sửa thì sửa ở biểu danh sách cán bộ.",
        ),
    ),
    FormKind(
        kind=REGISTRATIONS,
        title="Đăng ký danh hiệu thi đua, hình thức khen thưởng",
        columns=(
            *(RECIPIENT, "birth_date", "department_uid", "position"),
            *("award", "target", "registered_on", "note"),
        ),
        known=_WHO | {RECIPIENT},
        guide=(
            "Điền từ cột “Danh hiệu đăng ký” trở đi. Ai không đăng ký thì để trống cả dòng.",
            "Một người hay tập thể đăng ký thêm một danh hiệu nữa: ghi thêm một dòng bên dưới với đúng tên đó.",
        ),
    ),
    FormKind(
        kind=EVENTS,
        title="Sự kiện, hoạt động do đơn vị chủ trì",
        columns=(
            *("title", "kind", "level", "starts_on", "ends_on", "place", "co_hosts", "chair", "attendance"),
            *("beneficiaries", "cost_planned", "cost_spent", "summary", "note"),
        ),
        guide=("Mỗi sự kiện một dòng; sự kiện mới ghi ở các dòng trống bên dưới.",),
    ),
    FormKind(
        kind=SCORES,
        title="Bảng tự chấm điểm thi đua",
        columns=("code", "title", "self_points", "evidence", "note"),
        known=frozenset({"code", "title"}),
        spare=0,
        guide=(
            "Điền cột “Tự chấm” và “Minh chứng” của từng tiêu chí; điểm lẻ ghi như 7,25.",
            "Tiêu chí điểm trừ thì ghi số dương, chương trình tự trừ. Tiêu chí chưa chấm thì để trống.",
        ),
    ),
)
FORM_KINDS: Final = {form.key: form for form in _FORMS}
