"""What a book of before says of people becomes lines with days when it is upgraded, and nothing is invented."""

import datetime
from pathlib import Path

import pytest
from sqlalchemy import column, insert, table

from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.records.file import connection
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.records.older_file import make_older_file

LAST_ACT = "2021-05-17T09:30:00+07:00"
NOTHING = {"deleted_at": None, "sample_note": None, "sort_key": "", "search_key": "", "marked_key": ""}
WORKING, RETIRED = "DANG_CONG_TAC", "NGHI_HUU"
PEOPLE = {
    "here": {
        "status": WORKING,
        "joined_unit": "2015",
        "position": "Giảng viên",
        "degree": "THAC_SI",
        "specialty": "Luật",
    },
    "always": {"status": WORKING, "position": "<b>&\"'"},
    "retired": {"status": RETIRED, "joined_unit": "1998-09", "left_on": "2020-09-01", "position": "Kế toán"},
    "gone": {"status": RETIRED, "joined_unit": "1998"},
    "year": {"status": RETIRED, "joined_unit": "2015", "left_on": "2015"},
    "odd": {"status": WORKING, "left_on": "2022-01"},
    "trash": {"status": WORKING, "academic_title": "PGS", "deleted_at": "2021-05-17T09:30:00.000001+07:00"},
}
COLUMNS = ("joined_unit", "left_on", "status", "position", "degree", "specialty", "political_theory", "academic_title")


def old_book(path: Path, last_act: str | None) -> None:
    """A book of schema 9 with these people; *last_act* is when somebody wrote into it last."""
    make_older_file(path, "0009")
    raw = connection.connect(path)
    empty = dict.fromkeys(COLUMNS) | NOTHING | {"unit_uid": "s-1"}
    rows = [empty | {"uid": uid, "full_name": f"Lò {uid}"} | told for uid, told in PEOPLE.items()]
    with connection.engine_on(raw).begin() as link:
        link.execute(insert(table("person", *map(column, rows[0]))), rows)
        if last_act:
            act = {
                "number": 1,
                "origin_number": 1,
                "workspace_uid": "u-1",
                "at": last_act,
                "who": "Lan",
                "label": "Nhập",
            }
            act |= {"kind": "do", "undone": False, "dropped": False, "undoable": True}
            link.execute(insert(table("act", *map(column, act))), [act])
    raw.close()


@pytest.fixture
def book(tmp_path: Path) -> Workspace:
    old_book(tmp_path / "sổ.sothidua", LAST_ACT)
    return Workspace.open(tmp_path / "sổ.sothidua")


def lines(book: Workspace, uid: str, kind: str = "service") -> list[dict[str, str]]:
    rows = book.read(listing.page, Listing(kind=kind).filtered("person_uid", uid))
    keys = {
        "service": ("day", "how", "unit_uid", "position", "status"),
        "qualification": ("value", "specialty", "seen_on"),
    }
    return [{key: row.shown[key] for key in keys[kind] if row.shown[key]} for row in rows]


def test_everybody_is_what_they_were(book: Workspace) -> None:
    for uid, told in PEOPLE.items():
        if uid in ("trash", "odd"):
            continue
        row = book.read(listing.find, "person", uid)
        kept = {key: row.values[key] for key in COLUMNS}
        days = {key: None if kept[key] is None else kept[key].iso for key in ("joined_unit", "left_on")}
        assert kept | days == dict.fromkeys(COLUMNS) | told, uid
    assert check(book).problems == ()
    book.close()


def test_known_days_are_used_and_the_rest_is_as_the_book_stood_at_its_last_act(book: Workspace) -> None:
    began, seen = "Bắt đầu từ ngày", "Tính đến ngày"
    assert lines(book, "here") == [
        {"day": "2015", "how": began, "unit_uid": "Sơn La", "status": "Đang công tác"},
        {"day": "17/05/2021", "how": seen, "position": "Giảng viên"},
    ]
    assert lines(book, "here", "qualification") == [{"value": "Thạc sĩ", "specialty": "Luật", "seen_on": "17/05/2021"}]
    assert lines(book, "always") == [
        {"day": "17/05/2021", "how": seen, "unit_uid": "Sơn La", "position": "<b>&\"'", "status": "Đang công tác"}
    ]
    assert lines(book, "retired") == [
        {"day": "09/1998", "how": began, "unit_uid": "Sơn La", "status": "Đang công tác"},
        {"day": "31/08/2020", "how": seen, "position": "Kế toán"},
        {"day": "01/09/2020", "how": began, "status": "Nghỉ hưu"},
    ]
    book.close()


def test_a_day_that_contradicts_the_rest_is_kept_in_words(book: Workspace) -> None:
    (row,) = book.read(listing.page, Listing(kind="service").filtered("person_uid", "odd"))
    assert row.shown["note"] == "Sổ ghi ngày thôi công tác 01/2022 nhưng tình trạng là đang công tác."
    book.close()


def test_who_lies_in_the_trash_comes_back_with_their_lines(book: Workspace) -> None:
    assert lines(book, "trash") == []
    records.restore(book, "person", ["trash"])
    assert book.read(listing.find, "person", "trash").shown["academic_title"] == "Phó Giáo sư"
    assert len(lines(book, "trash")) == 1
    assert check(book).ok
    book.close()


def test_acts_of_before_stand_and_new_ones_are_taken_back(book: Workspace) -> None:
    assert undo.undo_label(book) is None
    draft = PersonDraft(**dict(book.read(listing.find, "person", "here").values) | {"position": "Trưởng khoa"})  # type: ignore[arg-type]
    records.edit(book, "here", draft)
    undo.undo(book)
    assert book.read(listing.find, "person", "here").shown["position"] == "Giảng viên"
    assert undo.undo_label(book) is None
    book.close()


def test_a_book_nobody_wrote_into_stands_as_of_yesterday(tmp_path: Path) -> None:
    old_book(tmp_path / "sổ.sothidua", None)
    book = Workspace.open(tmp_path / "sổ.sothidua")
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    assert lines(book, "always")[0]["day"] == yesterday.strftime("%d/%m/%Y")
    book.close()
