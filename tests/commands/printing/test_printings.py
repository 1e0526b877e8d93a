"""Printed sheets in the register: counted, made void with a reason, replaced; nothing is ever deleted."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificate_files import print_certificates, print_each
from cluster_desktop.commands.printing.certificates import Certificates, certificates_of, words_now
from cluster_desktop.commands.printing.printings import differences, void_after, void_sheets, waiting
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.file_pattern import file_names
from cluster_desktop.domain.text.ranges import parse_ranges, show_ranges
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.printings import PrintedSheet, sheets_of
from tests.ui.print_desk import decide

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere


@pytest.fixture
def decision(workspace: Workspace, unit: str) -> str:
    return decide(workspace, unit, "48/QĐ-TCT", 2020, {"Lò Thị Ơn": "GK", "Giàng A Páo": "GK", "Sùng Ân": "GK"})


def printed(workspace: Workspace, decision: str) -> Certificates:
    batch = certificates_of(workspace, decision)
    print_certificates(workspace, batch, io.BytesIO())
    return batch


def sheets(workspace: Workspace, award: str) -> tuple[PrintedSheet, ...]:
    return workspace.read(sheets_of, [award])[award]


def test_every_print_is_kept_with_its_words_under_a_serial_of_its_own(workspace: Workspace, decision: str) -> None:
    first = printed(workspace, decision)
    second = printed(workspace, decision)
    newest, oldest = sheets(workspace, first.award_uids[0])
    assert (newest.sheet, oldest.sheet) == (second.contents[0].sheet, first.contents[0].sheet)
    assert newest.sheet != oldest.sheet
    assert oldest.words == first.contents[0].values()
    assert len({content.sheet for batch in (first, second) for content in batch.contents}) == 6
    row = workspace.read(listing.find, "award", first.award_uids[0])
    assert row.values["printed"] == 2


def test_a_void_sheet_keeps_its_place_and_its_reason_and_waits_to_be_printed_again(
    workspace: Workspace, decision: str
) -> None:
    batch = printed(workspace, decision)
    assert waiting(workspace, batch) == ()
    (sheet,) = sheets(workspace, batch.award_uids[1])
    void_sheets(workspace, [sheet.uid], "  rách\n góc ")
    (void,) = sheets(workspace, batch.award_uids[1])
    assert (void.counts, void.ended_because) == (False, "rách góc")
    void_sheets(workspace, [sheet.uid], "lý do khác")
    assert sheets(workspace, batch.award_uids[1])[0].ended_because == "rách góc"
    assert waiting(workspace, batch) == (1,)
    assert len(workspace.read(sheets_of, batch.award_uids)) == 3
    undo.undo(workspace)
    assert waiting(workspace, batch) == ()


def test_without_a_reason_or_a_sheet_nothing_is_made_void(workspace: Workspace, decision: str) -> None:
    (sheet,) = sheets(workspace, printed(workspace, decision).award_uids[0])
    with pytest.raises(errors.Refused, match="lý do"):
        void_sheets(workspace, [sheet.uid], " \n")
    with pytest.raises(errors.RecordMissing):
        void_sheets(workspace, ["không có"], "mất")
    assert sheets(workspace, sheet.award_uid)[0].counts


def test_after_a_jam_only_the_rest_waits(workspace: Workspace, decision: str) -> None:
    batch = printed(workspace, decision)
    void_after(workspace, batch.award_uids[1:])
    assert waiting(workspace, batch) == (1, 2)
    printed_again = batch.only(waiting(workspace, batch))
    assert [content.recipient_name for content in printed_again.contents] == ["Giàng A Páo", "Sùng Ân"]
    assert printed_again.award_uids == batch.award_uids[1:]


def test_words_that_changed_since_are_named(workspace: Workspace, decision: str) -> None:
    batch = printed(workspace, decision)
    (sheet,) = sheets(workspace, batch.award_uids[0])
    today = words_now(workspace, sheet.award_uid)
    assert today is not None
    assert differences(sheet, today) == ()
    person = workspace.read(listing.find, "award", sheet.award_uid).values["person_uid"]
    unit = workspace.read(listing.find, "person", str(person)).values["unit_uid"]
    records.edit(
        workspace, str(person), PersonDraft(full_name="Lò Thị Ơn B", unit_uid=str(unit), position="Giảng viên")
    )
    changed = words_now(workspace, sheet.award_uid)
    assert changed is not None
    assert differences(sheet, changed) == ("Người, tập thể được khen",)
    assert json.dumps(sheet.words, ensure_ascii=False).count("Lò Thị Ơn B") == 0


def test_files_are_named_as_the_office_wants_each_once_and_fit_for_windows(
    workspace: Workspace, decision: str, tmp_path: Path
) -> None:
    batch = certificates_of(workspace, decision)
    twins = replace(batch, contents=tuple(replace(one, recipient_name="Lò Thị Ơn") for one in batch.contents))
    written = print_each(workspace, twins, tmp_path / "a", pattern="{quyet_dinh} {ten}")
    assert [path.name for path in written] == [
        "48-QĐ-TCT Lò Thị Ơn.pdf",
        "48-QĐ-TCT Lò Thị Ơn (2).pdf",
        "48-QĐ-TCT Lò Thị Ơn (3).pdf",
    ]
    names = file_names("{ten}", [{"ten": name} for name in ("CON", 'a/b:c*"<>|?', "...", "com1.x", "Ân", "ÂN")])
    assert names == ("_CON", "a-b-c", "Không tên", "_com1.x", "Ân", "ÂN (2)")


@pytest.mark.parametrize("pattern", ["", "giấy", "{ten", "{tên}", "{}"])
def test_a_pattern_that_names_nothing_is_refused_and_nothing_is_written(
    workspace: Workspace, decision: str, tmp_path: Path, pattern: str
) -> None:
    with pytest.raises(errors.Refused, match=r"\{thu_tu\}, \{so\}, \{ten\}"):
        print_each(workspace, certificates_of(workspace, decision), tmp_path / "a", pattern=pattern)
    assert not (tmp_path / "a").exists()
    assert waiting(workspace, certificates_of(workspace, decision)) == (0, 1, 2)


def test_a_folder_that_fills_up_half_way_is_left_without_half_the_files(
    workspace: Workspace, decision: str, tmp_path: Path
) -> None:
    batch = certificates_of(workspace, decision)
    blocked = tmp_path / "a" / "003 Sùng Ân.pdf"
    blocked.mkdir(parents=True)
    with pytest.raises(errors.CannotWrite, match="là một thư mục"):
        print_each(workspace, batch, tmp_path / "a")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["003 Sùng Ân.pdf"]
    assert len(workspace.read(sheets_of, batch.award_uids)) == 0


def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_remembered(
    workspace: Workspace, decision: str, tmp_path: Path
) -> None:
    (tmp_path / "tệp").write_bytes(b"x")
    batch = certificates_of(workspace, decision)
    with pytest.raises(errors.UserError, match=r"Hãy"):
        print_each(workspace, batch, tmp_path / "tệp" / "a")
    assert (tmp_path / "tệp").read_bytes() == b"x"
    assert len(workspace.read(sheets_of, batch.award_uids)) == 0


def test_a_decision_without_anybody_says_what_to_do(workspace: Workspace, unit: str) -> None:
    empty = decide(workspace, unit, "49/QĐ-TCT", 2020, {})
    with pytest.raises(errors.DocumentError, match="49/QĐ-TCT chưa có cá nhân, tập thể nào. Hãy thêm danh sách"):
        certificates_of(workspace, empty)


@pytest.mark.parametrize(
    ("text", "numbers"), [("1-3, 7", (1, 2, 3, 7)), ("8–", (8, 9)), ("2;2 ; 1", (1, 2)), ("", ()), (" 5 - 5 ", (5,))]
)
def test_several_numbers_are_read_as_people_write_them(text: str, numbers: tuple[int, ...]) -> None:
    assert parse_ranges(text, 9) == numbers
    assert parse_ranges(show_ranges(numbers), 9) == numbers


@pytest.mark.parametrize("text", ["0", "10", "3-1", "a", "1-99", "-3", "1,,x"])
def test_numbers_that_are_not_there_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(errors.Refused, match="ví dụ 1-5, 8"):
        parse_ranges(text, 9)
