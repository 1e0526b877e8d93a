"""Units that hold an event together: as records, out of words, in the log, in figures and at a merger."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.records.co_hosts import part_bodies
from cluster_desktop.commands.records.lookup import key_of
from cluster_desktop.domain.events.events import CoHostDraft, EventDraft
from cluster_desktop.domain.events.vocabulary import EventKind, EventLevel
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import FormerNameDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.people.facts import event_facts
from cluster_desktop.records.queries.people.participation import unit_events
from cluster_desktop.records.rows import Listing

TITLE = "Học tập tác phẩm “Sửa đổi lối làm việc”"


@pytest.fixture
def units(workspace: Workspace) -> dict[str, str]:
    """Three schools by their short names; one had another name once."""
    made = {}
    for name, code in (("Lào Cai", "LC"), ("Lai Châu", "LCH"), ("Sơn La", "SL")):
        draft = UnitDraft(name=f"Trường Chính trị tỉnh {name}", short_name=name, code=code)
        made[name] = records.create(workspace, draft).uids[0]
    old = FormerNameDraft(unit_uid=made["Sơn La"], name="Trường Đảng Sơn La", valid_to=PartialDate(2010))
    records.create(workspace, old)
    return made


def workshop(workspace: Workspace, host: str | None, co_hosts: str | None, year: int = 2018) -> str:
    draft = EventDraft(
        kind=EventKind.WORKSHOP, level=EventLevel.SCHOOLS, title=TITLE, year=year, host_uid=host, co_hosts=co_hosts
    )
    return records.create(workspace, draft).uids[0]


def helpers(workspace: Workspace) -> list[str]:
    return sorted(row.shown["unit_uid"] for row in workspace.read(listing.page, Listing(kind="co_host")))


def test_a_unit_of_the_book_among_the_words_becomes_a_co_host(workspace: Workspace, units: dict[str, str]) -> None:
    uid = workshop(workspace, units["Lào Cai"], "Trường Chính trị tỉnh Lai Châu; Tỉnh đoàn <b>&; sơn la")
    assert helpers(workspace) == ["Lai Châu", "Sơn La"]
    assert workspace.read(listing.find, "event", uid).values["co_hosts"] == "Tỉnh đoàn <b>&"
    (event,) = workspace.read(event_facts)
    names = "Trường Chính trị tỉnh Lai Châu; Trường Chính trị tỉnh Sơn La; Tỉnh đoàn <b>&"
    assert (event.host, event.co_hosts) == ("Trường Chính trị tỉnh Lào Cai", names)
    undo.undo(workspace)
    assert helpers(workspace) == []


def test_the_event_is_in_the_log_and_the_life_of_every_unit_that_held_it(
    workspace: Workspace, units: dict[str, str]
) -> None:
    workshop(workspace, units["Lào Cai"], "Lai Châu")
    for name in ("Lào Cai", "Lai Châu"):
        assert [event.title for event in workspace.read(event_facts, unit_uid=units[name])] == [TITLE]
    assert workspace.read(event_facts, unit_uid=units["Sơn La"]) == ()
    (line,) = workspace.read(unit_events, units["Lai Châu"]).lines
    assert (line.what, line.where) == ("Phối hợp tổ chức", TITLE)
    words = str(compose(workspace, "event-log").blocks)
    assert "Trường Chính trị tỉnh Lai Châu" in words


def test_a_co_host_has_the_name_of_that_year(workspace: Workspace, units: dict[str, str]) -> None:
    workshop(workspace, units["Lào Cai"], "Sơn La", year=2009)
    (event,) = workspace.read(event_facts)
    assert event.co_hosts == "Trường Đảng Sơn La"


def test_nobody_holds_an_event_with_itself(workspace: Workspace, units: dict[str, str]) -> None:
    uid = workshop(workspace, units["Lào Cai"], "Lào Cai; Lai Châu")
    assert helpers(workspace) == ["Lai Châu"]
    with pytest.raises(errors.InvalidDraft, match="Đơn vị này đăng cai sự kiện"):
        records.create(workspace, CoHostDraft(event_uid=uid, unit_uid=units["Lào Cai"]))
    with pytest.raises(errors.InvalidDraft, match="đã có trong các đơn vị phối hợp"):
        records.create(workspace, CoHostDraft(event_uid=uid, unit_uid=units["Lai Châu"]))
    draft = EventDraft(kind=EventKind.WORKSHOP, title=TITLE, year=2018, host_uid=units["Lai Châu"])
    with pytest.raises(errors.InvalidDraft, match="Hãy bỏ khỏi thẻ"):
        records.edit(workspace, uid, draft)


NAMES = {key_of(name): name for name in ("Lào Cai", "Lai Châu", "Khoa, phòng Sơn La")}


@pytest.mark.parametrize(
    ("words", "found", "rest"),
    [
        ("Lào Cai và Lai Châu", ("Lào Cai", "Lai Châu"), ""),
        ("phối hợp với Lào Cai, Tỉnh ủy Lai Châu", ("Lào Cai",), "Tỉnh ủy Lai Châu"),
        ("Sở Văn hóa, Thể thao và Du lịch", (), "Sở Văn hóa, Thể thao và Du lịch"),
        ("Khoa, phòng Sơn La\nLào Cai", ("Khoa, phòng Sơn La", "Lào Cai"), ""),
        (unicodedata.normalize("NFD", "LÀO CAI;lào cai; "), ("Lào Cai",), ""),
        (" ; \n", (), ""),
    ],
)
def test_bodies_are_told_apart(words: str, found: tuple[str, ...], rest: str) -> None:
    assert part_bodies(words, NAMES) == (found, rest)


@given(st.lists(st.sampled_from([*NAMES.values(), "Tỉnh đoàn", "Sở Nội vụ"]), max_size=6))
@example(["Tỉnh đoàn", "Lào Cai", "Tỉnh đoàn"])
def test_no_body_is_lost_and_none_invented(bodies: list[str]) -> None:
    found, rest = part_bodies("; ".join(bodies), NAMES)
    assert list(found) == list(dict.fromkeys(body for body in bodies if body in NAMES.values()))
    assert rest == "; ".join(body for body in bodies if body not in NAMES.values())
