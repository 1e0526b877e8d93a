"""Words that an office taught the program: they hold for its tables, in its book, until they are forgotten."""

from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.imports import tables
from cluster_desktop.commands.imports.taught_words import forget, taught_words, teach
from cluster_desktop.commands.records import undo
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.domain.record_kinds.taught_words import TaughtUse, read_taught_words, write_taught_words
from cluster_desktop.exchange.letters.legacy_text import Encoding
from cluster_desktop.exchange.tables.raw_rows import RawRow
from cluster_desktop.exchange.tables.tables import with_encoding
from cluster_desktop.records.file.workspace import Workspace
from tests.commands.imports.import_files import excel

STAFF = IMPORT_KINDS["staff"]


def rows(workspace: Workspace, path: Path, kind: str = "staff") -> tuple[RawRow, ...]:
    return tables.read_tables(workspace, IMPORT_KINDS[kind], path).rows()


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A list whose headings nobody else would write."""
    return excel(
        tmp_path / "lạ.xlsx",
        ("STT", "Họ và tên", "Việc đang làm", "Năm", "Kê khai (2020)", "Chị em"),
        (1, "Giàng A Páo", "Lái xe", 1976, "rồi", None),
        (2, "Lò Thị Ơn", "Kế toán", 1980, "chưa", "x"),
    )


def test_a_taught_word_means_its_field_from_then_on(workspace: Workspace, odd: Path) -> None:
    assert [row.texts.get("position") for row in rows(workspace, odd)] == [None, None]
    teach(workspace, STAFF, "Việc đang làm", "position")
    teach(workspace, STAFF, "NĂM", "birth_date")
    assert [row.texts.get("position") for row in rows(workspace, odd)] == ["Lái xe", "Kế toán"]
    assert [row.texts.get("birth_date") for row in rows(workspace, odd)] == ["1976", "1980"]


def test_a_taught_word_outweighs_what_the_program_knows(workspace: Workspace, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", ("Họ và tên", "Chức vụ", "Đơn vị"), ("Giàng A Páo", "Ban Giám hiệu", "Lào Cai"))
    teach(workspace, STAFF, "Chức vụ", "department_uid")
    (row,) = rows(workspace, path)
    assert (row.texts["department_uid"], row.texts.get("position")) == ("Ban Giám hiệu", None)


def test_a_column_of_marks_and_one_to_pass_over_can_be_taught(workspace: Workspace, odd: Path) -> None:
    teach(workspace, STAFF, "chị em", "gender", "NU")
    teach(workspace, STAFF, "Kê khai (2020)", "")
    read = tables.read_tables(workspace, STAFF, odd)
    assert [row.texts.get("gender") for row in read.rows()] == [None, "Nữ"]
    (guess,) = read.guesses
    assert [guess.headings[column] for column in guess.unused] == ["Việc đang làm", "Năm"]


def test_a_word_for_the_name_itself_makes_a_table_of_it(workspace: Workspace, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", ("Ai", "Dân tộc"), ("Giàng A Páo", "Mông"), ("Lò Thị Ơn", "Thái"))
    with pytest.raises(errors.CannotRead):
        rows(workspace, path)
    teach(workspace, STAFF, "Ai", "full_name")
    assert [row.texts["full_name"] for row in rows(workspace, path)] == ["Giàng A Páo", "Lò Thị Ơn"]


def test_words_are_taught_for_one_kind_of_table(workspace: Workspace, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", ("Họ và tên", "Năm", "Mức"), ("Giàng A Páo", 2020, "HTTNV"))
    teach(workspace, IMPORT_KINDS["ratings"], "Mức", "quality")
    assert rows(workspace, path, "ratings")[0].texts["quality"] == "HTTNV"
    assert workspace.read(taught_words, STAFF) == {}


def test_marks_tell_taught_words_apart_as_they_do_others(workspace: Workspace, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", ("Họ và tên", "Dân tộc", "Mã", "Má"), ("Giàng A Páo", "Mông", "M1", "Lù Thị Say"))
    teach(workspace, STAFF, "Mã", "note")
    assert rows(workspace, path)[0].texts["note"] == "M1"


def test_a_new_meaning_takes_the_place_of_the_old_and_can_be_undone(workspace: Workspace, odd: Path) -> None:
    teach(workspace, STAFF, "Việc đang làm", "note")
    teach(workspace, STAFF, "  VIỆC đang\nlàm ", "position")
    assert workspace.read(taught_words, STAFF) == {"VIỆC đang làm": TaughtUse("position")}
    undo.undo(workspace)
    assert rows(workspace, odd)[0].texts["note"] == "Lái xe"


def test_a_forgotten_word_means_what_it_did(workspace: Workspace, odd: Path) -> None:
    teach(workspace, STAFF, "Việc đang làm", "position")
    forget(workspace, STAFF, "việc đang làm")
    assert "position" not in rows(workspace, odd)[0].texts
    assert workspace.read(taught_words, STAFF) == {}
    forget(workspace, STAFF, "chưa bao giờ dạy")


def test_another_encoding_keeps_what_was_taught(workspace: Workspace, odd: Path) -> None:
    teach(workspace, STAFF, "Việc đang làm", "position")
    (guess,) = tables.read_tables(workspace, STAFF, odd).guesses
    assert with_encoding(guess, Encoding.UNICODE).use(2).field == "position"


@pytest.mark.parametrize(
    ("word", "field", "choice"),
    [("", "position", ""), (" - ", "position", ""), ("x" * 121, "note", ""), ("A", "lạ", ""), ("A", "gender", "KHÁC")],
)
def test_what_cannot_be_taught_is_refused(workspace: Workspace, word: str, field: str, choice: str) -> None:
    with pytest.raises(errors.Refused):
        teach(workspace, STAFF, word, field, choice)
    assert workspace.read(taught_words, STAFF) == {}


@pytest.mark.parametrize("word", ["<b>&\"'", "Ho\u0323 va\u0300 te\u0302n", "a" * 120, "[x]{y}: \\", "Tên 😀"])
def test_odd_words_are_kept_as_they_are(workspace: Workspace, word: str) -> None:
    teach(workspace, STAFF, word, "note")
    ((kept, use),) = workspace.read(taught_words, STAFF).items()
    assert use == TaughtUse("note")
    forget(workspace, STAFF, kept)
    assert workspace.read(taught_words, STAFF) == {}


@pytest.mark.parametrize("value", ["", "{", "[]", "3", '{"a": 3, "b": ["x"], "c": ["note", 4]}', '{"a": null}'])
def test_a_setting_that_nobody_can_read_is_nothing_taught(value: str) -> None:
    assert read_taught_words(value) == {}


def test_what_is_written_is_read_again() -> None:
    words = {"Việc “làm”": TaughtUse("position"), "Bỏ": TaughtUse(), "Nữ?": TaughtUse("gender", "NU")}
    assert read_taught_words(write_taught_words(words)) == words
