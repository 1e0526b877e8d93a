"""Thiết lập: the office profile, the look of the program, backups, the health of the workspace, about."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QButtonGroup, QRadioButton, QWidget
from typing_extensions import override

import cluster_desktop
from cluster_desktop import errors, settings
from cluster_desktop.commands.settings.office import save_office
from cluster_desktop.diagnostics.diagnostic_file import write_diagnostics
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file import backup, checking, file_locations
from cluster_desktop.records.file.checking import CheckReport
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.units.office import office
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.cards import Banner, Card
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row, placed, scrolled, stretch
from cluster_desktop.ui.kit.operations import Operations, in_one_step
from cluster_desktop.ui.kit.page import Page
from cluster_desktop.ui.kit.save_dialog import ask_file
from cluster_desktop.ui.kit.tab_strip import TabStrip
from cluster_desktop.ui.law.law_card import LawCard
from cluster_desktop.ui.records.form import Form
from cluster_desktop.ui.settings.backup_desk import BackupDesk
from cluster_desktop.ui.settings.letterhead_card import LetterheadCard
from cluster_desktop.ui.settings.picture_card import PictureCard
from cluster_desktop.ui.settings.screens import describe_screens
from cluster_desktop.ui.settings.words_card import WordsCard

_SCHEMES: Final = ((theme.SYSTEM, "Theo &máy"), (theme.LIGHT, "&Sáng"), (theme.DARK, "&Tối"))
_FORM_HEIGHT: Final = 272  # px, so that turning between the parts moves nothing below
_WHO_WE_ARE: Final = frozenset({"setting", "unit", "former_name", "cluster", "membership"})
_OLD_AFTER: Final = datetime.timedelta(days=7)


class SettingsPage(Page):
    """Cards from top to bottom; only the office profile has to be saved."""

    TITLE: ClassVar[str] = "Thiết lập"

    def __init__(self, operations: Operations, desk: BackupDesk) -> None:
        super().__init__()
        self._operations = operations
        self._desk = desk
        self._save = QAction("Lưu thiết lập", self)
        self._save.triggered.connect(self.save)
        self.form = Form(operations.workspace, OfficeDraft)
        self.letterhead = LetterheadCard(operations)
        self.letterhead.opened.connect(self.record_requested)
        self.words = WordsCard(operations)
        self.pictures = PictureCard(operations)
        self.law = LawCard(operations)
        self._message = label("", "error", wraps=True)
        self._backups = label("", wraps=True)
        self._place = Banner()
        self._health = Banner()
        in_column(scrolled(self._cards()), on=self)

    def _cards(self) -> QWidget:
        inside = QWidget()
        cards = (
            self._office_card(),
            self.letterhead,
            self.words,
            self.law,
            self.pictures,
            self._look_card(),
            self._backup_card(),
            self._health_card(),
            self._about_card(),
        )
        for card in cards:
            card.setMaximumWidth(820)
        in_column(*cards, stretch(), on=inside, space=Space.MEDIUM, margins=Space.LARGE)
        return inside

    def _office_card(self) -> Card:
        strip = TabStrip(self.form.parts)
        strip.turned.connect(self._on_strip_turned)
        self.form.setMinimumHeight(_FORM_HEIGHT)
        save = placed(button("&Lưu", self.save, kind="primary"), Qt.AlignmentFlag.AlignRight)
        return Card("Hồ sơ văn phòng", strip, self.form, self._message, save)

    def _look_card(self) -> Card:
        self._schemes = QButtonGroup(self)
        on = Settings.load().get("scheme", theme.SYSTEM)
        for place, (scheme, words) in enumerate(_SCHEMES):
            radio = QRadioButton(words)
            radio.setChecked(scheme == on)
            self._schemes.addButton(radio, place)
        self._schemes.idClicked.connect(self._on_schemes_clicked)
        return Card("Giao diện", in_row(*self._schemes.buttons(), stretch()))

    def _backup_card(self) -> Card:
        acts = in_row(
            button("Sao lưu n&gay", self._desk.back_up_now, icon="backup"),
            button("&Khôi phục…", self._desk.restore, icon="restore"),
            button("Mở thư mục s&ao lưu", self._on_folder_clicked, icon="folder-open"),
            stretch(),
        )
        return Card("Sao lưu", self._place, self._backups, acts)

    def _health_card(self) -> Card:
        hint = label("Đọc lại toàn bộ tệp, các liên kết, bảng tra cứu tên và nội dung ảnh.", "hint")
        acts = in_row(
            button("K&iểm tra ngay", self._on_check_clicked, icon="success"),
            button("Lập lại bảng tra cứ&u tên", self._on_rebuild_clicked, icon="refresh"),
            stretch(),
        )
        return Card("Kiểm tra sổ", hint, self._health, acts)

    def _about_card(self) -> Card:
        kept = f"Dữ liệu riêng của chương trình: “{settings.data_dir()}”."
        fonts = "Chữ: Liberation, Noto Serif Display (giấy phép OFL). Biểu tượng: Fluent System Icons (MIT)."
        diagnose = in_row(
            button("Tạo tệp &chẩn đoán…", self._on_diagnose_clicked, icon="document"),
            grow(label("để gửi người hỗ trợ; trong đó không có họ tên hay tên tệp", "hint")),
        )
        return Card(
            "Về chương trình",
            label(f"Sổ Thi Đua {cluster_desktop.__version__} · giấy phép MIT"),
            label(kept, "hint", wraps=True),
            label(fonts, "hint", wraps=True),
            diagnose,
        )

    @override
    def save(self) -> bool:
        if not self.form.dirty:
            return True
        self._message.setText("")
        try:
            changes = self._operations.do(save_office, self.form.filled(OfficeDraft))
        except errors.InvalidDraft as error:
            self._message.setText(self.form.flag(error.problems))
            return False
        return changes is not None

    @override
    def discard(self) -> None:
        self._show_office()

    @override
    def has_unsaved(self) -> bool:
        return self.form.dirty

    @override
    def reread(self, changes: Changes | None) -> None:
        if changes is None or "setting" in changes.kinds:
            self._show_office()
            self.law.reread()
            self.words.reread()
        if changes is None or changes.kinds & _WHO_WE_ARE:
            self.letterhead.reread()
            self.pictures.reread()
        self._show_backups()

    def _show_office(self) -> None:
        draft = self._operations.workspace.read(office)
        self.form.set_new(draft.values())

    def _show_backups(self) -> None:
        if words := file_locations.advice(file_locations.place_of(self._operations.workspace.path)):
            self._place.show_text(words)
        folder = self._desk.backups
        backups = backup.backups_in(folder)
        if not backups:
            self._backups.setText(
                "Chưa có bản sao lưu nào. Chương trình tự sao lưu khi đóng và mỗi 30 phút nếu có thay đổi."
            )
            return
        newest = backups[0].at
        old = " Đã hơn 7 ngày, nên sao lưu ngay." if datetime.datetime.now() - newest > _OLD_AFTER else ""
        self._backups.setText(
            f"Bản gần nhất: {newest:%H:%M ngày %d/%m/%Y}. Có {len(backups)} bản trong “{folder}”.{old}\n"
            "Mỗi bản đều đã được mở lại và kiểm tra. Nên chép thêm một bản sang USB."
        )

    def _on_strip_turned(self, place: int) -> None:
        self.form.show_part(self.form.parts[place])

    def _on_schemes_clicked(self, place: int) -> None:
        scheme = _SCHEMES[place][0]
        Settings.load().set("scheme", scheme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, scheme)

    def _on_folder_clicked(self) -> None:
        folder = self._desk.backups
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            errors.raise_for_os_error(error, folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _on_check_clicked(self) -> None:
        work = in_one_step(checking.check, self._operations.workspace)
        self._operations.run_in_background("Đang kiểm tra sổ", work, self._on_checked)

    def _on_checked(self, report: CheckReport) -> None:
        if report.ok:
            self._health.show_text("Sổ toàn vẹn, không có lỗi.", "good")
        else:
            self._health.show_text("\n".join(report.problems), "wrong")

    def _on_diagnose_clicked(self) -> None:
        path = ask_file(self, "Tạo tệp chẩn đoán", f"Chẩn đoán Sổ Thi Đua {datetime.date.today():%Y-%m-%d}", ".txt")
        if path is not None:
            self.diagnose(path)

    def diagnose(self, path: Path) -> None:
        """Write the diagnostic file in the background."""
        screens = tuple(describe_screens())
        work = in_one_step(_diagnose, self._operations.workspace, self._desk.backups, path, screens)
        self._operations.run_in_background("Đang lập tệp chẩn đoán", work, self._on_diagnosed)

    def _on_diagnosed(self, path: Path) -> None:
        self._operations.say(f"Đã lập tệp chẩn đoán “{path}”. Xin đọc lại trước khi gửi.")

    def _on_rebuild_clicked(self) -> None:
        work = in_one_step(checking.rebuild_search, self._operations.workspace)
        self._operations.run_in_background("Đang lập lại bảng tra cứu", work, self._on_rebuilt)

    def _on_rebuilt(self, _done: None) -> None:
        self._health.show_text("Đã lập lại bảng tra cứu tên.", "good")


def _diagnose(workspace: Workspace, backups: Path, path: Path, screens: Sequence[str]) -> Path:
    write_diagnostics(path, workspace, backups, screens)
    return path
