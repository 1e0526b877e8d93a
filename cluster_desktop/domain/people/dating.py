"""What a typed or imported value says about the days before: a change, a slip put right, something learned late."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cluster_desktop.domain.fields.choices import Word
from cluster_desktop.domain.people.timeline import (
    POST,
    Ledger,
    Said,
    Tenure,
    change,
    correct,
    day_before,
    point_on,
)
from cluster_desktop.domain.people.vocabulary import ON_STAFF, PersonStatus, ServiceSource
from cluster_desktop.domain.text.names import fold

_BEGAN, _SEEN = ServiceSource.BEGAN, ServiceSource.SEEN


class Way(Word):
    """How a new value of a post is meant."""

    CHANGE = "THAY_DOI", "Thay đổi từ ngày"
    CORRECTION = "SUA", "Sửa chỗ ghi sai"
    LIST = "DANH_SACH", "Theo danh sách tính đến ngày"


@dataclass(frozen=True, slots=True)
class Dating:
    """The way somebody chose for all that is written now, and its day as ISO text; None leaves each to its default.

    ``told`` are the fields that a list has, of which alone it can say how they stood.
    """

    way: Way | None = None
    day: str = ""
    told: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()
    """Of these the fields that are written although a paper says otherwise: somebody was asked."""
    training: "Dating | None" = None
    """How degrees and levels are meant, where it is not as the post."""

    def with_training(self, training: "Dating") -> "Dating":
        """The same with an answer of its own for degrees and levels."""
        return replace(self, training=training)


NOT_DATED = Dating()
"""Each value as is usual for it."""


def usual_way(key: str, old: str | None, new: str | None, *, fresh: bool) -> Way:
    """How a value is meant when nobody says: *fresh* is a record that was written today.

    What was empty is filled in, and what differs in marks and case only is put right. Whoever leaves, leaves on a day.
    """
    if key == "status" and old in ON_STAFF and new not in ON_STAFF:
        return Way.CHANGE
    slip = old is None or fresh or (new is not None and fold(old) == fold(new))
    return Way.CORRECTION if slip else Way.CHANGE


def restated(ledger: Ledger, said: Said, ways: Mapping[str, Way], day: str, today: str) -> Ledger:
    """The ledger after new values of a post, each a slip or a change.

    A slip is put right where it is in force today, a change holds since the *day*, or since today without one.
    """
    slips, changes = ({key: said[key] for key in said if ways[key] == way} for way in (Way.CORRECTION, Way.CHANGE))
    return change(correct(ledger, slips, today), changes, day or today)


def first_statements(said: Said, joined: str | None, left: str | None, day: str) -> Ledger:
    """What is stated of somebody who is new in the book: as a list of *day* has it, with the days that are known.

    *said* has every field of the post. Who left is said to have worked until the day before.
    """
    away = said["status"] not in ON_STAFF
    ledger: dict[tuple[str, str], dict[str, str | None]] = {}
    seen = {key: said[key] for key in POST if said[key] is not None}
    if away and left:
        left = leaving_day(left, joined) or left
        ledger[left, _BEGAN] = {"status": seen.pop("status", None)}
        seen["status"] = PersonStatus.WORKING
        day = min(day, day_before(left))
    if joined:
        began = ledger.setdefault((joined, _BEGAN), {})
        began["unit_uid"] = seen.pop("unit_uid", None)
        if seen.get("status") in ON_STAFF:
            began.setdefault("status", seen.pop("status"))
            seen.pop("status", None)
    if seen:
        ledger[day, _SEEN] = seen
    return ledger


def leaving_day(left: str | None, joined: str | None) -> str | None:
    """The day somebody left, as far as it is known no day before they came: "2020" after "05/2020" is May at least."""
    return joined if left and joined and joined.startswith(left) else left


def with_tenure(ledger: Ledger, old: Tenure, new: Tenure, today: str) -> Ledger:
    """The ledger after the day of coming or of leaving was typed, changed or emptied."""
    new = new._replace(left=leaving_day(new.left, new.joined))
    if new.joined != old.joined:
        unit = point_on(ledger, "unit_uid", today)
        said: dict[str, str | None] = {"unit_uid": unit.value if unit else None}
        status = point_on(ledger, "status", old.joined or new.joined or today)
        if status is None or status.value in ON_STAFF or not status.guessed:
            said["status"] = PersonStatus.WORKING
        ledger = _moved(ledger, said, old.joined, new.joined, today)
    if new.left != old.left:
        status = point_on(ledger, "status", today)
        ledger = _moved(ledger, {"status": status.value if status else None}, old.left, new.left, today)
        if new.left and new.left > (new.joined or "") and point_on(ledger, "status", day_before(new.left)) is None:
            ledger = correct(ledger, {"status": PersonStatus.WORKING}, day_before(new.left))
    return ledger


def _moved(ledger: Ledger, said: Said, old: str | None, new: str | None, today: str) -> Ledger:
    """Say of another day since when something holds; of none (None), that it was so on the old one at the latest."""
    after = {place: dict(values) for place, values in ledger.items()}
    for key in said:
        if old:
            after.get((old, _BEGAN), {}).pop(key, None)
        following = [
            on for (on, source), values in after.items() if source == _BEGAN and on > (new or "") and key in values
        ]
        end = min(following, default="9999")
        for (on, source), values in sorted(after.items()):
            if not new or source != _SEEN or key not in values or not new <= on < end:
                continue
            if (old is None or on >= old) and values[key] != said[key]:
                break  # what a list says otherwise later holds from its own day on, up to the next that says anything
            values.pop(key)
    place = (new, _BEGAN) if new else (old or today, _SEEN)
    for key, value in said.items():
        after.setdefault(place, {}).setdefault(key, value)
    return {where: values for where, values in after.items() if values}
