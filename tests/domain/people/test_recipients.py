"""A recipient is a person, a department or a unit, and a record names it by one reference."""

import pytest

from cluster_desktop.domain.people.participation import ParticipationLine, in_order
from cluster_desktop.domain.people.recipients import Recipient, recipient_of

KINDS = [("person", "CA_NHAN"), ("department", "KHOA_PHONG"), ("unit", "DON_VI")]


@pytest.mark.parametrize(("record", "kind"), KINDS)
def test_a_record_as_recipient_names_itself_and_nobody_else(record: str, kind: str) -> None:
    recipient = Recipient.of(record, "u1")
    assert recipient == Recipient(kind, "u1")
    others = {f"{other}_uid": None for other, _kind in KINDS}
    assert recipient.references == {**others, f"{record}_uid": "u1"}
    assert recipient_of({"recipient_kind": kind, **recipient.references}) == recipient


def line(year: int, what: str, day: str = "", where: str = "") -> ParticipationLine:
    return ParticipationLine(year=year, day=day, what=what, where=where, kind="event", uid=what)


def test_what_somebody_did_stands_newest_year_first_and_within_a_year_as_it_came() -> None:
    lines = [line(2019, "a"), line(2021, "b"), line(2020, "c"), line(2021, "d")]
    assert [each.what for each in in_order(lines)] == ["b", "d", "c", "a"]


def test_a_line_tells_what_then_when_and_where_as_far_as_known() -> None:
    assert line(2020, "Hội thảo", "05/01/2020", "Lào Cai").words == "Hội thảo\n05/01/2020 · Lào Cai"
    assert line(2020, "Hội thảo", "05/01/2020").words == "Hội thảo\n05/01/2020"
    assert line(2020, "Hội thảo", where="Lào Cai").words == "Hội thảo\nLào Cai"
