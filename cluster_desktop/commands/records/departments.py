"""A department belongs to a unit: nobody is written into a department of another one."""

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.people.timeline import point_on
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Person, Service
from cluster_desktop.records.stints import continuing, homes, ledger_of, lines_of

_ELSEWHERE = "Khoa, phòng được chọn không thuộc đơn vị đó. Hãy chọn khoa, phòng của đơn vị hoặc để trống."
_ELSEWHERE_THEN = (
    "Khoa, phòng này không thuộc đơn vị của người đó lúc ấy. Hãy chọn khoa, phòng khác hoặc ghi cả đơn vị."
)


def within_unit(session: Session, record: Person | Service, values: dict[str, Value]) -> dict[str, Value]:
    """The values with no department of another unit: whoever goes to another unit leaves that of the old one.

    Raises InvalidDraft where the department itself was chosen.
    """
    department, unit = values["department_uid"], values["unit_uid"]
    if department is None:
        return values
    if unit is None and isinstance(record, Service):
        unit = _unit_then(session, str(values["person_uid"]), values["day"])
    home = homes(session, {str(department)}, continuing(session)).get(str(department))
    if unit is None or home is None or unit == home.unit:
        return values
    if (department, unit) == (record.department_uid, record.unit_uid):  # of before, when the department went along
        return values
    if department == record.department_uid and unit != record.unit_uid:
        return {**values, "department_uid": None}
    raise errors.invalid("department_uid", _ELSEWHERE if values["unit_uid"] else _ELSEWHERE_THEN)


def _unit_then(session: Session, person_uid: str, day: Value) -> str | None:
    ledger = ledger_of(lines_of(session, person_uid))
    point = point_on(ledger, "unit_uid", day.iso if isinstance(day, PartialDate) else "")
    return point.value if point else None
