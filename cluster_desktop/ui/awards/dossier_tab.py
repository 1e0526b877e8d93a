"""Hồ sơ: the dossier of a nomination as a check-list, beside its form."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeDatabase, QObject, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.commands.dossiers import check_list
from cluster_desktop.commands.records import attachments
from cluster_desktop.domain.awards.dossiers import Checklist, DossierPart
from cluster_desktop.domain.events.events import AttachmentDraft
from cluster_desktop.domain.events.vocabulary import AttachmentKind
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.awards.initiatives import InitiativesDialog
from cluster_desktop.ui.awards.report_words import ReportWordsDialog
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.flow_layout import FlowLayout
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import BAR, grow, in_column
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.number import ask_number
from cluster_desktop.ui.records.record import RecordDialog
from cluster_desktop.ui.records.saving import delete_records

_KEY: Final = int(Qt.ItemDataRole.UserRole)
_SHOWN: Final = frozenset(
    {"nomination", "dossier_item", "initiative_use", "initiative", "attachment", "setting", "council_session"}
)
_STATE_WIDTH: Final = 150  # px
_LINE: Final = 30  # px
_HINT: Final = "Phím cách đổi tình trạng giấy tờ đang chọn, Delete bỏ dòng."


class DossierTab(QWidget):
    """The parts of a dossier and what is missing, the office's own papers, initiatives and evidence.

    ``folder_requested``: the dossier is to be written as Word and PDF.
    """

    folder_requested = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._uid = ""
        self._acts = {int(Qt.Key.Key_Space): self.turn, int(Qt.Key.Key_Delete): self.remove}
        self.summary = label("", "section", wraps=True)
        self.table = self._create_table()
        self.setFocusProxy(self.table)
        self._lay_out()

    def _create_table(self) -> QTableWidget:
        table = QTableWidget(0, 2)
        table.setAccessibleName("Các phần của hồ sơ")
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().resizeSection(1, _STATE_WIDTH)
        table.verticalHeader().hide()
        table.verticalHeader().setMinimumSectionSize(_LINE)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.cellDoubleClicked.connect(self.turn)
        table.installEventFilter(self)
        return table

    def _lay_out(self) -> None:
        acts = QWidget()
        FlowLayout(
            acts,
            button("Thêm &giấy tờ…", self.add_item),
            button("&Báo cáo…", self.write_report),
            button("&Sáng kiến…", self.add_initiatives),
            button("&Minh chứng…", self.add_files),
            button("&Cấp số…", self.give_number),
            button("Lập &hồ sơ…", self.folder_requested.emit, kind="primary"),
        )
        in_column(self.summary, acts, grow(self.table), label(_HINT, "hint", wraps=True), on=self, margins=BAR)

    # --- what is shown ---

    def show_record(self, row: Row) -> None:
        """Show the dossier of this nomination."""
        self._uid = row.uid
        self.reread(None)

    def reread(self, changes: Changes | None) -> None:
        """Show the present state."""
        workspace = self._operations.workspace
        if not self._uid or workspace.busy or (changes is not None and not changes.kinds & _SHOWN):
            return
        try:
            checklist = workspace.read(check_list.checklist, self._uid)
        except errors.UserError as error:
            self.summary.setText(error.sentence)
            self.table.setRowCount(0)
        else:
            self._show(checklist)

    def _show(self, checklist: Checklist) -> None:
        state = f"Còn thiếu {checklist.missing} phần" if checklist.missing else "Hồ sơ đã đủ"
        self.summary.setText(
            f"{state} · Tờ trình số {checklist.number}" if checklist.number else f"{state} · Tờ trình chưa cấp số"
        )
        chosen = self._chosen()
        self.table.clearSpans()
        self.table.setRowCount(0)
        self._group("Theo quy định", (_part(part) for part in checklist.parts))
        items = (("dossier_item", item.uid, *_part(item.part)[2:]) for item in checklist.items)
        self._group("Giấy tờ khác", items)
        uses = (
            ("initiative_use", use.uid, f"{use.year} · {use.title}", use.caution or use.level) for use in checklist.uses
        )
        self._group("Sáng kiến, đề tài", uses)
        files = (
            ("attachment", file.uid if file.own else "", file.name, "minh chứng" if file.own else "hồ sơ cán bộ")
            for file in checklist.files
        )
        self._group("Minh chứng", files)
        self._choose(chosen)

    def _group(self, title: str, lines: Iterable[tuple[str, str, str, str]]) -> None:
        """Add a heading with its lines: kind and uid of the record behind each, its words, its state."""
        rows = list(lines)
        if not rows:
            return
        place = self.table.rowCount()
        self.table.setRowCount(place + 1 + len(rows))
        head = QTableWidgetItem(title)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        bold = QFont(self.font())
        bold.setBold(True)
        head.setFont(bold)
        self.table.setItem(place, 0, head)
        self.table.setSpan(place, 0, 1, 2)
        for below, (kind, uid, words, state) in enumerate(rows, start=place + 1):
            item, state_item = QTableWidgetItem(words), QTableWidgetItem(state)
            item.setData(_KEY, (kind, uid))
            wrong = state.startswith(("Thiếu", "đã dùng"))
            state_item.setForeground(QBrush(theme.colours().caution if wrong else theme.colours().quiet))
            self.table.setItem(below, 0, item)
            self.table.setItem(below, 1, state_item)

    def _chosen(self) -> tuple[str, str]:
        """Return kind and uid of the record behind the chosen line; empty for none."""
        item = self.table.item(self.table.currentRow(), 0)
        key = item.data(_KEY) if item is not None else None
        return (str(key[0]), str(key[1])) if key else ("", "")

    def _choose(self, key: tuple[str, str]) -> None:
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and key[1] and item.data(_KEY) == key:
                self.table.setCurrentItem(item)

    # --- what is done ---

    def add_item(self) -> None:
        """Add another paper to the dossier."""
        fixed = {"nomination_uid": self._uid}
        RecordDialog(self._operations, "dossier_item", None, fixed, ("position",), self).open()

    def write_report(self) -> None:
        """Write what the achievement report tells."""
        ReportWordsDialog(self._operations, self._uid, self.window()).open()

    def add_initiatives(self) -> None:
        """Choose the initiatives the dossier rests on."""
        InitiativesDialog(self._operations, self._uid, self.window()).open()

    def add_files(self) -> None:
        """Add files as evidence."""
        names, _filter = QFileDialog.getOpenFileNames(self, "Thêm minh chứng")
        if names:
            self.keep([Path(name) for name in names])

    def keep(self, paths: list[Path]) -> None:
        """Keep these files with the nomination, all or none."""
        try:
            files = [_new_file(path, self._uid) for path in paths]
        except errors.UserError as error:
            self._operations.show_failure(error)
            return
        self._operations.do(attachments.attach, files)

    def give_number(self) -> None:
        """Give the dossier's submission its number."""
        submission = self._operations.workspace.read(check_list.dossier_submission, self._uid)
        ask_number(self._operations, submission, self.window())

    def turn(self) -> None:
        """Turn the chosen paper to its next state."""
        kind, uid = self._chosen()
        if kind == "dossier_item":
            self._operations.do(check_list.turn_item, uid)

    def remove(self) -> None:
        """Remove the chosen line from the dossier."""
        kind, uid = self._chosen()
        if uid:
            delete_records(self._operations, self, kind, (uid,))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        act = self._acts.get(event.key()) if isinstance(event, QKeyEvent) else None
        if act is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            act()
        return True


def _part(part: DossierPart) -> tuple[str, str, str, str]:
    by_hand = "Có" if part.file else "Bản giấy, bản chụp"
    return "", "", part.name, f"Thiếu: {part.missing}" if part.missing else part.remark or by_hand


def _new_file(path: Path, nomination_uid: str) -> attachments.NewFile:
    """Return the file with its description. Raises CannotRead and its kin, Refused for one over 20 MB."""
    draft = AttachmentDraft(nomination_uid=nomination_uid, kind=AttachmentKind.FILE, file_name=path.name, sha256="0")
    return attachments.NewFile(draft, attachments.read_file(path), QMimeDatabase().mimeTypeForFile(path.name).name())
