"""A book of before named the units that helped at an event in words; the upgrade finds those of the book."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cluster_desktop.commands.records import undo
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.records.older_file import make_older_file

EVENTS = {
    "whole": (None, "Trường Chính trị tỉnh Sơn La", ["s-1"], None),
    "others": (
        None,
        "SƠN LA; Sở Văn hóa, Thể thao và Du lịch\nTỉnh đoàn",
        ["s-1"],
        "Sở Văn hóa, Thể thao và Du lịch; Tỉnh đoàn",
    ),
    "decomposed": (None, "So\u031bn La", ["s-1"], None),
    "former": (None, "Trường Đảng Sơn La", ["s-1"], None),
    "unknown": (None, "Trường Chính trị tỉnh Hòa Bình", [], "Trường Chính trị tỉnh Hòa Bình"),
    "shared": (None, "Khu vực I", [], "Khu vực I"),
    "host": ("s-1", "Sơn La", [], "Sơn La"),
}


def test_units_of_the_book_become_co_hosts(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, "0014")
    with closing(sqlite3.connect(path)) as raw:
        for uid in ("a-1", "b-1"):
            raw.execute(
                "INSERT INTO unit (uid, code, name, short_name, sort_key, search_key) "
                "VALUES (?, ?, ?, 'Khu vực I', '', '')",
                (uid, uid, f"Trường {uid}"),
            )
        raw.execute(
            "INSERT INTO former_name (uid, unit_uid, name, valid_to, sort_key, search_key) "
            "VALUES ('f-1', 's-1', 'Trường Đảng Sơn La', '2008', '', '')"
        )
        raw.executemany(
            "INSERT INTO event (uid, kind, title, year, host_uid, co_hosts, sort_key, search_key) "
            "VALUES (?, 'HOI_THAO', ?, 2018, ?, ?, '', '')",
            [(uid, uid, host, words) for uid, (host, words, _units, _rest) in EVENTS.items()],
        )
        raw.commit()
    opened = Workspace.open(path)
    told = {row.uid: row.values["co_hosts"] for row in opened.read(listing.page, Listing(kind="event"))}
    assert told == {uid: rest for uid, (_host, _words, _units, rest) in EVENTS.items()}
    helped: dict[object, list[object]] = {uid: [] for uid in EVENTS}
    for row in opened.read(listing.page, Listing(kind="co_host")):
        helped[row.values["event_uid"]].append(row.values["unit_uid"])
    assert helped == {uid: units for uid, (_host, _words, units, _rest) in EVENTS.items()}
    assert check(opened).problems == ()
    opened.close()


@pytest.mark.parametrize(("words", "taken_back"), [("Sơn La; Tỉnh đoàn", None), ("Tỉnh đoàn", "Thêm sự kiện “Cũ”")])
def test_what_was_done_before_units_were_found_is_not_taken_back(
    tmp_path: Path, words: str, taken_back: str | None
) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, "0014")
    event = {"uid": "e-1", "kind": "HOI_THAO", "title": "Cũ", "year": 2018, "co_hosts": words}
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(
            "INSERT INTO event (uid, kind, title, year, co_hosts, sort_key, search_key) "
            "VALUES (:uid, :kind, :title, :year, :co_hosts, '', '')",
            event,
        )
        raw.execute(
            "INSERT INTO act (number, workspace_uid, origin_number, at, who, label, kind, undone, dropped, undoable) "
            "VALUES (1, 'u-1', 1, '2026-01-05T08:00:00+07:00', '', 'Thêm sự kiện “Cũ”', 'do', 0, 0, 1)"
        )
        raw.execute(
            "INSERT INTO change (act_number, table_name, record_uid, operation, new) "
            "VALUES (1, 'event', 'e-1', 'insert', ?)",
            [json.dumps(event, ensure_ascii=False)],
        )
        raw.commit()
    with closing(Workspace.open(path)) as opened:
        assert undo.undo_label(opened) == taken_back
        if taken_back:
            undo.undo(opened)
        left = [row.uid for row in opened.read(listing.page, Listing(kind="event"))]
        assert left == ([] if taken_back else ["e-1"])
        assert check(opened).ok
