"""Departments that carry on others: which one stands for another on a day, and whose history is whose."""

import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Department


def dated_departments(session: Session) -> frozenset[str]:
    """The departments of which it is known when they began or ended."""
    dated = or_(Department.began_on.is_not(None), Department.ended_on.is_not(None))
    return frozenset(session.scalars(select(Department.uid).where(dated)))


def refuse_outside(session: Session, uid: str | None, day: str, name: str = "") -> None:
    """Refuse a department that was not there on a day (ISO text; '' for always), with InvalidDraft.

    *name* is whose department it is to be, where that is not what somebody just typed.
    """
    own = session.get(Department, uid) if uid else None
    if own is None:
        return
    whose = f"{name}: " if name else ""
    if own.ended_on is not None and day >= own.ended_on.iso:
        after = session.scalars(select(Department).where(Department.continues_uid == own.uid)).first()
        instead = f" “{after.name}”, là khoa, phòng tiếp nối" if after else " khoa, phòng khác"
        sentence = f"{whose}{own.name} đã giải thể, sáp nhập từ {own.ended_on.show()}."
        raise errors.invalid("department_uid", f"{sentence} Hãy chọn{instead}, hoặc sửa ngày.")
    if own.began_on is not None and day < own.began_on.iso and not (day and own.began_on.iso.startswith(day)):
        sentence = f"{whose}{own.name} thành lập ngày {own.began_on.show()}"
        since = f", sau ngày {PartialDate.from_iso(day).show()}" if day else ", không phải có từ trước đến nay"
        raise errors.invalid("department_uid", f"{sentence}{since}. Hãy chọn khoa, phòng khác hoặc sửa ngày.")


class Lineage:
    """Every department with those it carries on, read once."""

    def __init__(self, session: Session) -> None:
        self._by_uid = {each.uid: each for each in session.scalars(select(Department).order_by(Department.uid))}
        self._after: dict[str, list[Department]] = {}
        for each in self._by_uid.values():
            if each.continues_uid is not None:
                self._after.setdefault(each.continues_uid, []).append(each)

    @property
    def all_forebears(self) -> tuple[str, ...]:
        """Every department that another carries on."""
        return tuple(self._after)

    def standing(self, uid: str, day: datetime.date) -> Department | None:
        """The department that stands for another on a day: itself, what carries it on, or what it carried on.

        It is the last or the first one where none of them was there; None for one that is gone for good.
        """
        own, passed = self._by_uid.get(uid), {uid}
        while own is not None and (other := self._nearer(own, day)) is not None and other.uid not in passed:
            passed.add(other.uid)
            own = other
        return own

    def _nearer(self, own: Department, day: datetime.date) -> Department | None:
        after = self._after.get(own.uid, [])
        if own.ended_on is not None and own.ended_on.earliest <= day:
            return after[0] if len(after) == 1 else None  # of one that was parted nobody can say which goes on
        if own.began_on is not None and own.began_on.earliest > day:
            return self._by_uid.get(own.continues_uid or "")
        return None

    def forebears(self, uid: str) -> tuple[Department, ...]:
        """Those that a department carries on, the nearest first."""
        line: dict[str, Department] = {}
        own = self._by_uid.get(uid)
        while own is not None and (before := self._by_uid.get(own.continues_uid or "")) is not None:
            if before.uid in line or before.uid == uid:
                break
            own = line[before.uid] = before
        return tuple(line.values())
