"""What the office sets once: its profile, the look, backups, and whether the book is sound."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

import cluster_desktop
from cluster_desktop.diagnostics import crash_log
from cluster_desktop.records.file import backup
from cluster_desktop.records.models import Setting
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.units.office import office
from cluster_desktop.records.rows import Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.settings.settings_page import SettingsPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.patience import PATIENCE
from tests.ui.questions import answering
from tests.ui.sample_window import opened
from tests.ui.typing import type_into


def settings(book: OpenWorkspace) -> SettingsPage:
    page = book.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return page


def press(page: SettingsPage, words: str) -> None:
    next(b for b in page.findChildren(QAbstractButton) if b.text().replace("&", "") == words).click()


def idle(qtbot: QtBot, book: OpenWorkspace) -> None:
    qtbot.waitUntil(lambda: book.operations is not None and not book.operations.busy, timeout=PATIENCE)


def test_the_office_profile_is_kept_in_the_book(book: OpenWorkspace) -> None:
    page = settings(book)
    type_into(page.form, "clerk", "Lò Thị Ơn")
    type_into(page.form, "unit_uid", "son la")
    assert page.save()
    path = opened(book).path
    book.close()
    book.open(path)
    kept = opened(book).read(office)
    assert kept.clerk == "Lò Thị Ơn"
    again = settings(book)
    assert again.form.editor("unit_uid").text() == "Trường Chính trị tỉnh Sơn La"
    assert opened(book).who == "Lò Thị Ơn"


def test_whose_letterhead_ours_is_stands_in_the_settings_and_leads_to_the_unit(book: OpenWorkspace) -> None:
    page = settings(book)
    assert page.letterhead.words.text().splitlines()[1] == "CỤM THI ĐUA SỐ 2"
    assert not page.letterhead.edit.isEnabled()
    with opened(book).changing("Bản cũ") as session:
        session.add(Setting(key="office.place", value="Mường La"))
    type_into(page.form, "unit_uid", "son la")
    page.reread(None)
    assert "Mường La" in page.letterhead.unclaimed.findChildren(QLabel)[-1].text()
    type_into(page.form, "unit_uid", "son la")
    assert page.save()
    lines = page.letterhead.words.text().splitlines()
    assert lines[1:] == ["TRƯỜNG CHÍNH TRỊ TỈNH SƠN LA", "Mường La, ngày …", "HIỆU TRƯỞNG: Điêu Minh Lả"]
    assert page.letterhead.unclaimed.isHidden()
    page.letterhead.edit.click()
    assert book.window.current.TITLE == "Đơn vị và cụm"


def test_leaving_with_an_unsaved_profile_asks(book: OpenWorkspace) -> None:
    page = settings(book)
    type_into(page.form, "clerk", "Lò Thị Ơn")
    with answering("Ở lại"):
        book.window._on_sidebar_chosen("people")
    assert book.window.current is page
    page.discard()
    assert not page.has_unsaved()


def test_the_look_is_put_on_at_once_and_remembered(book: OpenWorkspace) -> None:
    page = settings(book)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = theme.colours().window.name()
    press(page, "Tối")
    assert theme.colours().window.name() != before
    assert Settings.load().get("scheme", "") == theme.DARK
    press(page, "Sáng")
    assert Settings.load().get("scheme", "") == theme.LIGHT


def test_a_backup_is_made_and_told(qtbot: QtBot, book: OpenWorkspace) -> None:
    page = settings(book)
    assert "Chưa có bản sao lưu nào" in page._backups.text()
    press(page, "Sao lưu ngay")
    idle(qtbot, book)
    (widget,) = backup.backups_in(book.backups)
    assert backup.contents(widget.path).counts["person"] == 316
    assert "Đã sao lưu" in book.window.status.text()


def test_the_book_is_checked(qtbot: QtBot, book: OpenWorkspace) -> None:
    page = settings(book)
    press(page, "Kiểm tra ngay")
    idle(qtbot, book)
    assert page._health.text() == "Sổ toàn vẹn, không có lỗi."


def test_the_diagnostic_file_tells_of_the_computer_and_of_nobody(
    qtbot: QtBot, book: OpenWorkspace, tmp_path: Path
) -> None:
    name = opened(book).read(listing.page, Listing(kind="person"), 0, 1)[0].title
    crash_log.keep(ValueError(f"{name} in {tmp_path}"))
    target = tmp_path / "chẩn đoán.txt"
    settings(book).diagnose(target)
    idle(qtbot, book)
    texts = target.read_text("utf-8")
    for expected in (
        cluster_desktop.__version__,
        "SQLite 3.",
        "cán bộ: 316",
        "Kiểm tra: toàn vẹn",
        "ValueError",
        "được  book",
    ):
        assert expected in texts
    for private in (name, "Cụm số 2", str(tmp_path), str(Path.home()), "Sơn La"):
        assert private not in texts


def test_a_diagnostic_file_that_cannot_be_written_is_told(qtbot: QtBot, book: OpenWorkspace, tmp_path: Path) -> None:
    settings(book).diagnose(tmp_path / "không có" / "chẩn đoán.txt")
    qtbot.waitUntil(lambda: "không có" in book.window.status.text(), timeout=PATIENCE)


def test_a_book_in_a_folder_of_a_cloud_is_explained(book: OpenWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDrive", str(opened(book).path.parent))
    path = opened(book).path
    book.close()
    book.open(path)
    assert "Thiết lập" in book.window.status.text()
    page = settings(book)
    assert "Nên để sổ trong thư mục riêng của máy" in page._place._text.text()


def test_an_own_emblem_is_chosen_shown_and_dropped(qtbot: QtBot, book: OpenWorkspace, tmp_path: Path) -> None:
    card = settings(book).pictures
    assert card.shown["emblem"].text() == "chưa có"
    assert not card.drops["emblem"].isEnabled()
    picture = tmp_path / "biểu trưng.png"
    QPixmap(64, 64).save(str(picture))
    card.keep("emblem", picture)
    assert not card.shown["emblem"].pixmap().isNull()
    qtbot.mouseClick(card.drops["emblem"], Qt.MouseButton.LeftButton)
    assert card.shown["emblem"].text() == "chưa có"
    card.keep("emblem", tmp_path / "không có.png")
    assert "Không tìm thấy" in book.window.status.text()
