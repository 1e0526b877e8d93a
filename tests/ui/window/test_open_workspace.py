"""Opening, refusing, backing up and restoring books: whatever goes wrong, the open book stays."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file import backup
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.window.help_window import TOPICS, show_help
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from cluster_desktop.ui.window.restore import RestoreDialog
from tests.ui.sample_window import opened

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere


def a_text(path: Path, _sample: bytes) -> None:
    path.write_text("không phải sổ", encoding="utf-8")


def cut_off(path: Path, sample: bytes) -> None:
    path.write_bytes(sample[: len(sample) // 3])


def nothing(path: Path, _sample: bytes) -> None:
    path.write_bytes(b"")


def newer(path: Path, sample: bytes) -> None:
    path.write_bytes(sample[:60] + (999).to_bytes(4, "big") + sample[64:])  # user_version stands at byte 60


def of_a_trial(path: Path, sample: bytes) -> None:
    path.write_bytes(sample[:60] + (4).to_bytes(4, "big") + sample[64:])


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (a_text, "không phải"),
        (nothing, "không phải"),
        (cut_off, "hỏng"),
        (newer, "mới hơn"),
        (of_a_trial, "rất cũ"),
        (None, "Không tìm thấy"),
    ],
)
def test_a_file_that_cannot_be_opened_is_explained(
    book: OpenWorkspace, tmp_path: Path, sample_file: Path, spoil: Callable[[Path, bytes], None] | None, words: str
) -> None:
    before = opened(book)
    path = tmp_path / "khác.sothidua"
    if spoil is not None:
        spoil(path, sample_file.read_bytes())
    book.open(path)
    assert words in book.window.status.text()
    assert opened(book) is before
    assert before.read(listing.count, Listing(kind="person")) == 316


def test_a_book_that_another_program_holds_is_told(book: OpenWorkspace, tmp_path: Path, sample_file: Path) -> None:
    path = tmp_path / "đang mở.sothidua"
    path.write_bytes(sample_file.read_bytes())
    other = Workspace.open(path)
    before = opened(book)
    book.open(path)
    assert "đang" in book.window.status.text()
    assert opened(book) is before
    other.close()


def add_people(book: OpenWorkspace, count: int) -> None:
    unit = opened(book).read(listing.page, Listing(kind="unit"), 0, 1)[0].uid
    for number in range(count):
        records.create(opened(book), PersonDraft(full_name=f"Lò Thị Ơn {number}", unit_uid=unit))


def test_closing_backs_up_what_changed_and_only_then(book: OpenWorkspace) -> None:
    path, folder = opened(book).path, book.backups
    book.close()
    assert backup.backups_in(folder) == ()
    book.open(path)
    add_people(book, 1)
    book.close()
    (widget,) = backup.backups_in(folder)
    assert backup.contents(widget.path).counts["person"] == 317


def test_restoring_shows_what_changes_and_brings_it_back(
    qtbot: QtBot, book: OpenWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.back_up(opened(book), book.backups)
    add_people(book, 4)
    seen: list[str] = []

    def chosen(dialog: RestoreDialog) -> int:
        dialog.list.setCurrentRow(dialog.list.count() - 1)
        seen.append(dialog.preview.text())
        return 1

    monkeypatch.setattr(RestoreDialog, "exec", chosen)
    book.restore()
    assert "Cán bộ: 316 (hiện nay 320)" in seen[0]
    assert opened(book).read(listing.count, Listing(kind="person")) == 316
    kept = [item for item in opened(book).path.parent.iterdir() if item != opened(book).path]
    assert kept or len(backup.backups_in(book.backups)) > 1  # what was replaced is still somewhere


def test_every_help_topic_has_its_page(book: OpenWorkspace) -> None:
    window = show_help(book.window, "")
    seen = set()
    for place in range(len(TOPICS)):
        window.topics.setCurrentRow(place)
        text = window.text.toPlainText()
        assert len(text) > 200
        seen.add(text)
    assert len(seen) == len(TOPICS)
    window.close()


def test_a_computer_whose_clock_is_behind_the_book_is_told_so(book: OpenWorkspace, tmp_path: Path) -> None:
    path = tmp_path / "từ máy khác.sothidua"
    workspace = Workspace.create(path)
    records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=a_school(workspace)))
    workspace.close()
    book.open(path)
    assert book.window.status.text() == ""
    book.close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE act SET at = '2099-05-01T08:30:00+07:00' WHERE number = (SELECT max(number) FROM act)")
    raw.close()
    book.open(path)
    assert book.window.status.text().startswith("Đồng hồ máy này chậm hơn lần sửa cuối của sổ (01/05/2099 08:30).")
    assert "Hãy chỉnh lại ngày giờ" in book.window.status.text()
    workspace = opened(book)
    assert workspace.read(listing.count, Listing(kind="person")) == 1


def a_school(workspace: Workspace) -> str:
    draft = UnitDraft(code="LAOCAI", name="Trường Chính trị tỉnh Lào Cai", short_name="Lào Cai")
    return records.create(workspace, draft).uids[0]
