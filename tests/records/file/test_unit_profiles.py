"""A book whose office had one letterhead for everything: what was typed goes to the unit that is "us", or waits."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.settings.office import save_office
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.lists.history import history
from cluster_desktop.records.queries.printing.numbering import NumberedDocument, number_of
from cluster_desktop.records.queries.units.office import home_uid, unclaimed_letterhead, unit_picture
from cluster_desktop.records.rows import Listing
from tests.records.older_file import make_older_file

TYPED = {
    "superior": "Tỉnh ủy Sơn La",
    "issuer": "Trường Chính trị Sơn La",
    "place": "Mường La",
    "abbreviation": "TCTSL",
    "signer_title": "Phó Hiệu trưởng",
    "signer_name": "Lò Thị Ơn",
    "golden_book": "Vào sổ khen thưởng số",
    "form": "DANG",
}
SECOND = (
    "INSERT INTO unit (uid, code, name, short_name, sort_key, search_key) "
    "VALUES ('h-1', 'HAGIANG', 'Trường Chính trị tỉnh Hà Giang', 'Hà Giang', '', '')"
)
PICTURE = hashlib.sha256(b"\x01").hexdigest()
NUMBERS = {
    "number.s-1.2024.BC.annual-summary.2024": "3",
    "number.s-1.2024.TTr.submission.2024": "7",
    "number.cụm.2023.TTr.submission.2023": "5",
}


def older(path: Path, settings: dict[str, str], *statements: str) -> None:
    """A book of schema 9 with Sơn La (s-1) in it, these settings as its program journaled them, and more."""
    make_older_file(path, "0009")
    with closing(sqlite3.connect(path)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.execute(
            "INSERT INTO act (number, workspace_uid, origin_number, at, who, label, kind, undoable, undone, dropped) "
            "VALUES (1, 'u-1', 1, '2025-01-01', 'Lan', 'Sửa thông tin văn phòng', 'do', 1, 0, 0)"
        )
        for place, (key, value) in enumerate(settings.items()):
            raw.execute(
                "INSERT INTO setting (uid, key, value, sort_key, search_key) VALUES (?, ?, ?, '', '')",
                (f"k-{place}", key, value),
            )
            raw.execute(
                "INSERT INTO change (act_number, table_name, record_uid, operation, new) "
                "VALUES (1, 'setting', ?, 'insert', ?)",
                (f"k-{place}", json.dumps({"uid": f"k-{place}", "key": key, "value": value})),
            )
        raw.commit()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Sổ.sothidua"


@pytest.fixture
def opening(path: Path) -> Iterator[list[Workspace]]:
    opened: list[Workspace] = []
    yield opened
    for workspace in opened:
        workspace.close()


def upgraded(path: Path, opening: list[Workspace]) -> Workspace:
    opening.append(Workspace.open(path))
    assert check(opening[-1]).problems == ()
    return opening[-1]


def office_keys(typed: dict[str, str]) -> dict[str, str]:
    return {f"office.{key}": value for key, value in typed.items()}


def profiles(workspace: Workspace) -> dict[str, dict[str, Value]]:
    rows = workspace.read(listing.page, Listing(kind="unit"))
    return {row.uid: {key: row.values[key] for key in TYPED} for row in rows}


def test_what_was_typed_belongs_to_the_unit_that_the_office_names(path: Path, opening: list[Workspace]) -> None:
    older(path, office_keys(TYPED | {"unit_uid": "s-1"}), SECOND)
    workspace = upgraded(path, opening)
    others = dict.fromkeys(TYPED) | {"form": "NHA_NUOC"}
    assert profiles(workspace) == {"s-1": TYPED, "h-1": others}
    assert workspace.read(unclaimed_letterhead) == {}


def test_the_program_s_own_words_stay_with_every_unit(path: Path, opening: list[Workspace]) -> None:
    older(path, office_keys({"unit_uid": "s-1", "place": "Mường La", "abbreviation": "TCT"}), SECOND)
    kept = profiles(upgraded(path, opening))
    assert [kept[uid]["abbreviation"] for uid in ("s-1", "h-1")] == ["TCT", "TCT"]
    assert [kept[uid]["place"] for uid in ("s-1", "h-1")] == ["Mường La", None]


def test_in_a_book_of_one_school_it_is_that_school_s(path: Path, opening: list[Workspace]) -> None:
    older(path, office_keys(TYPED))
    workspace = upgraded(path, opening)
    assert profiles(workspace) == {"s-1": TYPED}
    assert workspace.read(home_uid) == "s-1"


def test_where_nobody_knows_whose_it_is_it_waits_for_the_unit_that_is_chosen(
    path: Path, opening: list[Workspace]
) -> None:
    older(path, office_keys(TYPED) | {"picture.emblem": "no-such-blob"}, SECOND)
    workspace = upgraded(path, opening)
    assert all(profile["place"] is None for profile in profiles(workspace).values())
    heading = compose(workspace, "submission", year=2024, unit_uid="h-1").heading
    assert heading is not None
    assert (heading.organ, heading.place) == ("Trường Chính trị tỉnh Hà Giang", "………………………")
    assert workspace.read(unclaimed_letterhead) == TYPED
    row = workspace.read(listing.find, "unit", "h-1")
    values: dict[str, Any] = {key: row.values[key] for key in UnitDraft().values()} | {"place": "Vị Xuyên"}
    records.edit(workspace, "h-1", UnitDraft(**values))
    save_office(workspace, OfficeDraft(unit_uid="h-1"))
    assert profiles(workspace)["h-1"] == TYPED | {"place": "Vị Xuyên"}
    assert profiles(workspace)["s-1"]["place"] is None
    assert workspace.read(unclaimed_letterhead) == {}
    undo.undo(workspace)
    assert profiles(workspace)["h-1"]["signer_name"] is None
    assert workspace.read(unclaimed_letterhead) == TYPED


def test_numbers_and_pictures_go_where_they_belong(path: Path, opening: list[Workspace]) -> None:
    older(
        path,
        NUMBERS | {"office.unit_uid": "s-1", "picture.emblem": PICTURE},
        f"INSERT INTO blob (sha256, media_type, size, data) VALUES ('{PICTURE}', 'image/png', 1, x'01')",
    )
    workspace = upgraded(path, opening)
    assert workspace.read(number_of, NumberedDocument("annual-summary", "BC", 2024)) == 3
    assert workspace.read(number_of, NumberedDocument("submission", "TTr", 2024, "s-1")) == 7
    assert workspace.read(number_of, NumberedDocument("submission", "TTr", 2023, "s-1")) == 5
    assert workspace.read(unit_picture, "emblem", "s-1") == b"\x01"
    assert workspace.read(unit_picture, "emblem", None) == b""


def test_the_office_s_acts_of_then_stand(path: Path, opening: list[Workspace]) -> None:
    older(path, office_keys(TYPED | {"unit_uid": "s-1"}) | NUMBERS)
    workspace = upgraded(path, opening)
    assert (undo.undo_label(workspace), undo.redo_label(workspace)) == (None, None)


def test_a_book_without_a_letterhead_is_only_given_the_state_s_form(path: Path, opening: list[Workspace]) -> None:
    older(path, {}, SECOND)
    usual = dict.fromkeys(TYPED) | {"form": "NHA_NUOC", "abbreviation": "TCT", "golden_book": "Số sổ vàng"}
    assert profiles(upgraded(path, opening)) == {"s-1": usual, "h-1": usual}


def test_the_head_of_a_unit_is_its_head_as_far_back_as_anybody_knows(path: Path, opening: list[Workspace]) -> None:
    older(
        path, {}, SECOND, "UPDATE unit SET head_name = 'Lò Văn <b>Ơn</b>', head_title = 'Hiệu trưởng' WHERE uid = 's-1'"
    )
    workspace = upgraded(path, opening)
    (row,) = workspace.read(listing.page, Listing(kind="unit_head"))
    kept = {key: row.values[key] for key in ("unit_uid", "name", "title", "day")}
    assert kept == {"unit_uid": "s-1", "name": "Lò Văn <b>Ơn</b>", "title": "Hiệu trưởng", "day": None}


def journaled(path: Path) -> None:
    """Acts of then: Hà Giang with a head, Sơn La given one, another one, retitled, and Hà Giang put into the trash."""
    hagiang = {
        "uid": "h-1",
        "code": "HAGIANG",
        "name": "Trường Hà Giang",
        "short_name": "Hà Giang",
        "head_title": "Hiệu trưởng",
        "head_name": "Sùng Đại Hùng",
    }
    lines = [
        (2, "h-1", "insert", None, None, hagiang),
        (3, "s-1", "update", "head_name", None, "Lò Thị Ơn"),
        (4, "s-1", "update", "head_name", "Lò Thị Ơn", "Điêu Minh Lả"),
        (5, "s-1", "update", "head_title", None, "Q. Hiệu trưởng"),
        (6, "h-1", "update", "deleted_at", None, "2025-02-02T00:00:00+00:00"),
    ]
    older(
        path,
        {},
        SECOND,
        "UPDATE unit SET head_name = 'Điêu Minh Lả', head_title = 'Q. Hiệu trưởng' WHERE uid = 's-1'",
        "UPDATE unit SET head_name = 'Sùng Đại Hùng', head_title = 'Hiệu trưởng', "
        "deleted_at = '2025-02-02T00:00:00+00:00' WHERE uid = 'h-1'",
    )
    with closing(sqlite3.connect(path)) as raw:
        for act, uid, operation, field, old, new in lines:
            raw.execute(
                "INSERT INTO act (number, workspace_uid, origin_number, at, who, label, kind, undoable, undone, "
                "dropped) VALUES (?, 'u-1', ?, '2025-01-01', 'Lan', 'Sửa đơn vị', 'do', 1, 0, 0)",
                (act, act),
            )
            texts = [None if value is None else json.dumps(value, ensure_ascii=False) for value in (old, new)]
            raw.execute(
                "INSERT INTO change (act_number, table_name, record_uid, operation, field, old, new) "
                "VALUES (?, 'unit', ?, ?, ?, ?, ?)",
                (act, uid, operation, field, *texts),
            )
        raw.commit()


def heads(workspace: Workspace) -> set[tuple[Value, ...]]:
    rows = workspace.read(listing.page, Listing(kind="unit_head"))
    return {(row.values["unit_uid"], row.values["name"], row.values["title"]) for row in rows}


def test_what_was_done_with_heads_before_the_upgrade_is_told_in_their_history(
    path: Path, opening: list[Workspace]
) -> None:
    journaled(path)
    workspace = upgraded(path, opening)
    assert heads(workspace) == {("s-1", "Điêu Minh Lả", "Q. Hiệu trưởng")}
    (head,) = workspace.read(listing.page, Listing(kind="unit_head"))
    told = [(line.field, line.old, line.new) for line in workspace.read(history, head.uid)]
    assert ("Người đứng đầu", "Lò Thị Ơn", "Điêu Minh Lả") in told
    assert ("Chức vụ", "", "Q. Hiệu trưởng") in told
    (gone,) = workspace.read(listing.page, Listing(kind="unit_head", trashed=True))
    assert gone.values["name"] == "Sùng Đại Hùng"
    records.restore(workspace, "unit", ["h-1"])
    assert len(heads(workspace)) == 2
    assert check(workspace).problems == ()
