"""Refuse a second record of what may stand in the workspace only once."""

from sqlalchemy import select

from cluster_desktop import errors
from cluster_desktop.domain.awards.decision_names import number_named
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import Decision, Record

_UNIQUE = {
    "unit": (("code",), "code", "Mã này đã dùng cho đơn vị khác."),
    "unit_head": (
        ("unit_uid", "day"),
        "day",
        "Ngày này đã có người đứng đầu. Hãy ghi ngày khác hoặc sửa dòng đó.",
    ),
    "membership": (("cluster_uid", "unit_uid", "year"), "unit_uid", "Đơn vị đã có vai trò trong năm này."),
    "rating": (("person_uid", "year"), "year", "Người này đã có xếp loại của năm này."),
    "service": (("person_uid", "day", "how"), "day", "Đã có dòng công tác của ngày này. Hãy sửa dòng đó."),
    "unit_rating": (("unit_uid", "department_uid", "year"), "year", "Đã có xếp loại của năm này."),
    "registration": (
        ("year", "person_uid", "department_uid", "unit_uid", "award"),
        "award",
        "Đã đăng ký danh hiệu này trong năm.",
    ),
    "initiative_use": (("nomination_uid", "initiative_uid"), "initiative_uid", "Hồ sơ đã dùng sáng kiến này."),
    "score_sheet": (("cluster_uid", "year"), "year", "Cụm đã có bảng điểm của năm này."),
    "score": (("criterion_uid", "unit_uid"), "unit_uid", "Đơn vị đã có điểm của tiêu chí này."),
    "recommendation": (("sheet_uid", "unit_uid", "award"), "award", "Đã có kết quả suy tôn này."),
    "co_host": (("event_uid", "unit_uid"), "unit_uid", "Đơn vị này đã có trong các đơn vị phối hợp."),
    "attendee": (("event_uid", "person_uid"), "person_uid", "Người này đã có trong danh sách tham gia."),
    "decision": (("number", "year", "unit_uid"), "number", "Số quyết định này đã có trong sổ."),
    "nomination": (
        ("round_uid", "person_uid", "department_uid", "unit_uid", "award"),
        "award",
        "Đã có đề nghị này trong cùng đợt.",
    ),
    "award": (("decision_uid", "ordinal"), "ordinal", "Số thứ tự này đã dùng trong quyết định."),
}
_UNNUMBERED = "Quyết định không số của ngày này với trích yếu này đã có trong sổ."
_WITHOUT_UNIT = {"decision": ("issuer",)}  # two bodies above may give one number in the same year
_MAY_BE_MISSING = {"award": "ordinal"}  # without a number an award is not yet in the register's order


def check_unique(session: WorkspaceSession, record: Record) -> None:
    """Refuse a record whose values another living one has, with InvalidDraft. Records of the trash do not count."""
    kind = record.__tablename__
    if kind not in _UNIQUE:
        return
    keys, field, message = _UNIQUE[kind]
    if kind in _MAY_BE_MISSING and getattr(record, _MAY_BE_MISSING[kind]) is None:
        return
    model = type(record)
    if kind in _WITHOUT_UNIT and getattr(record, "unit_uid", None) is None:
        keys = (*keys, *_WITHOUT_UNIT[kind])
    if isinstance(record, Decision) and not number_named(record.number):
        keys, message = (*keys, "decided_on", "title"), _UNNUMBERED
    same = [getattr(model, key).is_not_distinct_from(getattr(record, key)) for key in keys]
    with session.no_autoflush:
        taken = session.scalars(select(model.uid).where(*same).limit(2)).all()
    if any(uid != record.uid for uid in taken):
        raise errors.invalid(field, message)
