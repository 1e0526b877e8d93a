"""The evidence for the points of the current cell, in words and files, beside the grid."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QListWidgetItem, QPlainTextEdit, QWidget
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.commands.records import attachments
from cluster_desktop.commands.scoring import scoring
from cluster_desktop.domain.events.events import AttachmentDraft
from cluster_desktop.domain.events.vocabulary import AttachmentKind
from cluster_desktop.domain.fields.types import show_points
from cluster_desktop.domain.scoring.scored_sheet import Mark, ScoredUnit, ScoreLine, Side
from cluster_desktop.output_file import open_target
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.ui.kit.file_drop import FileDrop
from cluster_desktop.ui.kit.labels import button, icon_button, label, put_on_ground
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row, placed, scrolled, stretch
from cluster_desktop.ui.kit.lists import line_list
from cluster_desktop.ui.kit.operations import WorkProgress
from cluster_desktop.ui.records.saving import delete_records
from cluster_desktop.ui.scoring.desk import ScoreDesk

WIDTH: Final = 320
_WORDS: Final = 84
_MEDIA: Final = "application/octet-stream"


class EvidencePanel(FileDrop, QWidget):
    """The panel; ``closed`` when a person closed it."""

    closed = Signal()

    def __init__(self, desk: ScoreDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._line: ScoreLine | None = None
        self._unit: ScoredUnit | None = None
        self._rows: tuple[Row, ...] = ()
        self.setFixedWidth(WIDTH)
        put_on_ground(self)
        self._title = label("", "section", wraps=True)
        self._summary = label("", "quiet", wraps=True)
        self.evidence = _words("Minh chứng")
        self.note = _words("Ghi chú")
        self.files = line_list("Tệp minh chứng")
        self.files.setMinimumHeight(_WORDS)
        self.files.itemActivated.connect(self._on_file_activated)
        self._save = button("Lưu", self.save, kind="primary", tip="Lưu (Ctrl+S)")
        self._add = button("Thêm tệp…", self._on_add_clicked, icon="attach")
        self._delete = button("Xóa tệp", self._on_delete_clicked)
        self._lay_out()
        for edit in (self.evidence, self.note):
            edit.textChanged.connect(self._show_state)

    def _lay_out(self) -> None:
        head = in_row(
            grow(self._title), placed(icon_button("dismiss", "Đóng (Esc)", self.closed.emit), Qt.AlignmentFlag.AlignTop)
        )
        content = QWidget()
        content.setProperty("role", "form")
        area = scrolled(content)
        area.setFrameShape(QFrame.Shape.NoFrame)
        in_column(area, on=self)
        in_column(
            head,
            self._summary,
            label("Minh chứng", "label"),
            self.evidence,
            label("Ghi chú", "label"),
            self.note,
            placed(self._save, Qt.AlignmentFlag.AlignRight),
            label("Tệp minh chứng (kéo thả vào đây)", "label"),
            grow(self.files),
            in_row(self._add, self._delete, stretch()),
            on=content,
            margins=(Space.LARGE, Space.SMALL, Space.LARGE, Space.MEDIUM),
        )

    # --- what is shown ---

    def show_cell(self, line: ScoreLine | None, unit: ScoredUnit | None) -> None:
        """Show a unit's points on a line; unsaved words of the cell before are written first."""
        if self.unsaved and (line != self._line or unit != self._unit):
            self.save()
        self._line, self._unit = (line, unit) if line and not line.group else (None, None)
        self._read()

    def _read(self) -> None:
        mark = self._mark()
        chosen = self._line is not None and self._unit is not None
        open_to_write = chosen and not self._desk.sheet.locked
        self._title.setText(
            f"{self._unit.short_name} · {self._line.words}" if self._line and self._unit else "Minh chứng"
        )
        self._summary.setText(self._summary_of(mark) if chosen else "Chọn một ô điểm của một tiêu chí.")
        for edit, words in ((self.evidence, mark.evidence), (self.note, mark.note)):
            if edit.toPlainText() != words:
                edit.setPlainText(words)
            edit.setReadOnly(not open_to_write)
        self._rows = self._attached(mark)
        self.files.clear()
        for row in self._rows:
            item = QListWidgetItem(row.shown["file_name"])
            item.setToolTip(f"{row.shown['file_name']} (Enter để lưu ra và mở)")
            self.files.addItem(item)
        self._add.setEnabled(open_to_write)
        self.setAcceptDrops(open_to_write)
        self._delete.setVisible(open_to_write and bool(self._rows))
        self._show_state()

    def _summary_of(self, mark: Mark) -> str:
        points = ", ".join(
            f"{side.label.lower()} {show_points(value)}" for side in Side if (value := mark.on(side)) is not None
        )
        need = f"Cần có: {self._line.evidence}." if self._line and self._line.evidence else ""
        most = f"Tối đa {show_points(self._line.maximum or 0)}" if self._line else ""
        return "\n".join(part for part in (f"{most}; {points}." if points else f"{most}.", need) if part)

    def _mark(self) -> Mark:
        if self._line is None or self._unit is None or self._desk.current_sheet is None:
            return Mark()
        return self._desk.sheet.mark(self._line.uid, self._unit.uid)

    def _attached(self, mark: Mark) -> tuple[Row, ...]:
        workspace = self._desk.operations.workspace
        if not mark.uid or not mark.files or workspace.busy:
            return ()
        return workspace.read(listing.page, Listing(kind="attachment", filters=(Filter("score_uid", (mark.uid,)),)))

    def reread(self) -> None:
        """Show the present state of the cell, unless unsaved words would be lost."""
        if self._line is not None and self._desk.current_sheet is not None and not self.unsaved:
            uids = {line.uid for line in self._desk.sheet.lines}
            self.show_cell(self._line if self._line.uid in uids else None, self._unit)

    # --- writing ---

    @property
    def unsaved(self) -> bool:
        """The panel holds words that are not written."""
        mark = self._mark()
        typed = (self.evidence.toPlainText().strip(), self.note.toPlainText().strip())
        return self._line is not None and typed != (mark.evidence, mark.note)

    def save(self) -> bool:
        """Write the words; False when they cannot be written."""
        if not self.unsaved or self._line is None or self._unit is None:
            return True
        words = (self.evidence.toPlainText(), self.note.toPlainText())
        return not self._desk.do(scoring.set_evidence, self._desk.sheet.uid, self._line.uid, self._unit.uid, *words)

    def discard(self) -> None:
        """Put back what is stored."""
        self._read()

    @override
    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach files to the cell in the background, all or none."""
        if not paths or self._line is None or self._unit is None:
            return
        work = partial(
            _attach, self._desk.operations.workspace, self._desk.sheet.uid, self._line.uid, self._unit.uid, paths
        )
        self._desk.operations.run_in_background("Đang thêm minh chứng", work, self._desk.operations.tell)

    def save_file(self, row: Row, path: Path) -> None:
        """Write an attached file to *path* and open it with the program of its kind."""
        data = attachments.contents(self._desk.operations.workspace, str(row.values["sha256"]))
        try:
            with open_target(path) as stream:
                stream.write(data)
        except errors.UserError as problem:
            self._desk.tell(problem.sentence, wrong=True)
        else:
            self._desk.tell(f"Đã lưu “{path}”.")
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _show_state(self) -> None:
        self._save.setEnabled(self.unsaved)

    def _on_add_clicked(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Thêm tệp minh chứng", "", "Mọi tệp (*)")
        self.add_files([Path(name) for name in names])

    def _on_delete_clicked(self) -> None:
        place = self.files.currentRow()
        if 0 <= place < len(self._rows):
            delete_records(self._desk.operations, self, "attachment", (self._rows[place].uid,))

    def _on_file_activated(self, item: QListWidgetItem) -> None:
        row = self._rows[self.files.row(item)]
        name, _ = QFileDialog.getSaveFileName(self, "Lưu tệp minh chứng", row.shown["file_name"])
        if name:
            self.save_file(row, Path(name))


def _words(name: str) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setAccessibleName(name)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(_WORDS)
    return edit


def _attach(
    workspace: Workspace, sheet: str, line: str, unit: str, paths: Sequence[Path], progress: WorkProgress
) -> Changes:
    files = []
    for done, path in enumerate(paths):
        progress.report(done, len(paths), path.name)
        draft = AttachmentDraft(kind=AttachmentKind.FILE, file_name=path.name, caption=path.stem, sha256="-")
        files.append(attachments.NewFile(draft, attachments.read_file(path), _MEDIA))
    return scoring.attach_evidence(workspace, sheet, line, unit, files)
