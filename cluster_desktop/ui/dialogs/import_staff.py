"""Bringing in a staff list: see how the table is understood, correct it, then take all of it or nothing."""

from collections import defaultdict
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cluster_desktop.commands import importing, tables
from cluster_desktop.commands.importing import ImportPlan
from cluster_desktop.commands.tables import StaffTables
from cluster_desktop.exchange.tables import TableGuess, with_encoding, with_mapping
from cluster_desktop.exchange.uses import ColumnUse
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries import listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.import_memory import remember_mapping, with_remembered
from cluster_desktop.ui.import_preview import ImportPreview
from cluster_desktop.ui.kit.labels import TagLabel, button, label
from cluster_desktop.ui.kit.lists import line_list
from cluster_desktop.ui.operations import Operations, Progress

_TABLES = "Bảng tính (*.xlsx *.xls *.ods *.csv *.tsv);;Mọi tệp (*)"
_ENCODINGS = (("Unicode", None), ("TCVN3 (.VnTime)", "tcvn3"), ("VNI", "vni"))


class ImportDialog(QDialog):
    """One window for the whole way from a file to the roster."""

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations = operations
        self._settings = Settings.load()
        self._tables: StaffTables | None = None
        self._plan: ImportPlan | None = None
        self._skipped: set[str] = set()
        self.setWindowTitle("Nhập danh sách cán bộ từ bảng tính")
        self.resize(1040, 620)
        self._make_parts()
        self._lay_out()

    def _make_parts(self) -> None:
        self._file = label("Chưa chọn tệp", "section")
        self._sheet = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._take = QCheckBox("&Nhập trang này")
        self._unit, self._encoding = QComboBox(), QComboBox()
        for words, _code in _ENCODINGS:
            self._encoding.addItem(words)
        for option in self._operations.workspace.read(listing.options, "unit", "", 500):
            self._unit.addItem(option.label, option.uid)
        self._unit.insertItem(0, "Theo bảng", None)
        self._unit.setCurrentIndex(0)
        self._preview = ImportPreview(tables.staff_fields(), self)
        self._tags = QHBoxLayout()
        self._remarks = label("", "hint", wraps=True)
        self._problems = line_list("Những chỗ phải sửa")
        self._problems.setMaximumHeight(110)
        self._save = button("&Lưu các dòng lỗi ra Excel…", self._on_save_clicked, icon="export")
        self._go = button("Nhập", self._on_go_clicked, kind="primary")
        self._sheet.activated.connect(self._on_sheet_activated)
        self._take.clicked.connect(self._on_take_clicked)
        self._unit.activated.connect(self._on_unit_activated)
        self._encoding.activated.connect(self._on_encoding_activated)
        self._preview.mapped.connect(self._on_preview_mapped)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self._file, 1)
        head.addWidget(button("Chọn &tệp khác…", self.choose_file, icon="open"))
        column.addLayout(head)
        choices = QHBoxLayout()
        for words, widget in (
            ("Trang tính", self._sheet),
            ("Đơn vị của bảng", self._unit),
            ("Bảng mã", self._encoding),
        ):
            choices.addWidget(_named(words, widget))
            choices.addWidget(widget)
        choices.addWidget(self._take)
        choices.addStretch()
        column.addLayout(choices)
        column.addWidget(self._preview, 1)
        column.addWidget(self._remarks)
        column.addLayout(self._tags)
        column.addWidget(self._problems)
        foot = QHBoxLayout()
        foot.addWidget(self._save)
        foot.addStretch()
        foot.addWidget(button("Bỏ qua", self.reject))
        foot.addWidget(self._go)
        column.addLayout(foot)
        self._show_plan(None)

    def choose_file(self) -> bool:
        """Ask for a file; False when none was chosen."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._settings.get("table_folder", "") or documents
        name, _ = QFileDialog.getOpenFileName(self, "Chọn danh sách cán bộ", folder, _TABLES)
        if name:
            self._settings.set("table_folder", str(Path(name).parent))
            self.read_file(Path(name))
        return bool(name)

    def read_file(self, path: Path) -> None:
        """Read the workbook in the background and show how it is understood."""
        self._operations.run_in_background(
            "Đang đọc bảng", partial(_read, self._operations, path), self._on_file_read, self._on_failed, self
        )

    def _on_file_read(self, found: StaffTables) -> None:
        guesses = tuple(with_remembered(self._settings, guess, tables.staff_fields()) for guess in found.guesses)
        self._tables = StaffTables(found.path, found.sheets, guesses)
        self._skipped.clear()
        self._file.setText(found.path.name)
        self._sheet.clear()
        self._sheet.addItems([guess.sheet for guess in guesses])
        self._make_plan()

    def _on_failed(self, error: Exception) -> None:
        self._operations.show_failure(error)
        self._remarks.setText(self._operations.last_failure)
        self._remarks.setProperty("role", "error")
        self._remarks.style().unpolish(self._remarks)
        self._remarks.style().polish(self._remarks)

    def _guess(self) -> TableGuess | None:
        place = self._sheet.currentIndex()
        return self._tables.guesses[place] if self._tables and place >= 0 else None

    def _make_plan(self) -> None:
        """Compare the table with the roster in the background."""
        if self._tables is None:
            return
        taken = self._tables.without(sorted(self._skipped))
        work = partial(_plan, self._operations, taken, self._unit.currentData())
        self._operations.run_in_background("Đang so với danh sách", work, self._show_plan, self._on_failed, self)

    def _show_plan(self, plan: ImportPlan | None) -> None:
        self._plan = plan
        guess = self._guess()
        sentences: dict[int, list[str]] = defaultdict(list)
        for problem in plan.problems if plan else ():
            if guess and problem.sheet == guess.sheet:
                sentences[problem.row].append(problem.message)
        if guess and self._tables:
            shown = {row: " ".join(lines) for row, lines in sentences.items()}
            self._preview.show_table(self._tables.sheet(guess), guess, shown)
            self._take.setChecked(guess.sheet not in self._skipped)
            self._encoding.setCurrentIndex([code for _w, code in _ENCODINGS].index(guess.encoding))
            self._remarks.setText(" ".join(guess.remarks))
        self._show_tags(plan)
        self._show_problems(plan)
        count = len(plan.added) + len(plan.changed) if plan else 0
        self._go.setText(f"&Nhập {count} người" if count else "&Nhập")
        self._go.setEnabled(bool(count) and plan is not None and not plan.problems)
        self._take.setVisible(self._sheet.count() > 1)

    def _show_tags(self, plan: ImportPlan | None) -> None:
        while item := self._tags.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        if plan is not None:
            told = [
                (f"Đọc {plan.read} dòng", "quiet"),
                (f"Thêm {len(plan.added)}", "good" if plan.added else "quiet"),
                (f"Sửa {len(plan.changed)}", "accent" if plan.changed else "quiet"),
                (f"Giữ nguyên {plan.unchanged}", "quiet"),
            ]
            if plan.new_departments:
                told.append((f"Thêm {len(plan.new_departments)} khoa, phòng", "caution"))
            if plan.problems:
                told.append((f"{len(plan.problems)} chỗ phải sửa", "wrong"))
            for words, tone in told:
                self._tags.addWidget(TagLabel(words, tone))
        self._tags.addStretch()

    def _show_problems(self, plan: ImportPlan | None) -> None:
        self._problems.clear()
        for problem in plan.problems[:500] if plan else ():
            words = f"{problem.sheet}, dòng {problem.row}, {problem.column}: {problem.message}"
            self._problems.addItem(QListWidgetItem(words))
        visible = bool(plan and plan.problems)
        self._problems.setVisible(visible)
        self._save.setVisible(visible)

    def _replace(self, guess: TableGuess) -> None:
        if self._tables is not None:
            self._tables = self._tables.with_guess(guess)
            self._make_plan()

    def _on_preview_mapped(self, column: int, use: ColumnUse) -> None:
        guess = self._guess()
        if guess is not None:
            self._replace(with_mapping(guess, {column: use}))

    def _on_sheet_activated(self, _place: int) -> None:
        self._show_plan(self._plan)

    def _on_take_clicked(self, taken: bool) -> None:
        guess = self._guess()
        if guess is not None:
            (self._skipped.discard if taken else self._skipped.add)(guess.sheet)
            self._make_plan()

    def _on_unit_activated(self, _place: int) -> None:
        self._make_plan()

    def _on_encoding_activated(self, place: int) -> None:
        guess = self._guess()
        if guess is not None and self._tables is not None:
            code = _ENCODINGS[place][1]
            again = with_encoding(guess, code)  # type: ignore[arg-type]
            self._replace(again)

    def _on_save_clicked(self) -> None:
        if self._tables is None or self._plan is None:
            return
        proposed = self._tables.path.with_name(f"{self._tables.path.stem} - cần sửa.xlsx")
        name, _ = QFileDialog.getSaveFileName(self, "Lưu các dòng lỗi", str(proposed), "Excel (*.xlsx)")
        if name:
            work = partial(_save, self._tables, self._plan, Path(name))
            self._operations.run_in_background("Đang lưu", work, self._on_saved, self._on_failed, self)

    def _on_saved(self, path: Path) -> None:
        self._remarks.setText(f"Đã lưu “{path.name}”. Hãy sửa cột “Lỗi cần sửa” chỉ ra rồi nhập lại chính tệp đó.")

    def _on_go_clicked(self) -> None:
        if self._tables is None or self._plan is None:
            return
        for guess in self._tables.guesses:
            remember_mapping(self._settings, guess, tables.staff_fields())
        work = partial(_carry_out, self._operations, self._plan, self._tables.path.name)
        self._operations.run_in_background("Đang nhập", work, self._on_imported, self._on_failed, self)

    def _on_imported(self, changes: Changes) -> None:
        self._operations.tell(changes)
        self.accept()


def _named(words: str, widget: QWidget) -> QLabel:
    made = label(words, "label")
    made.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
    made.setBuddy(widget)
    widget.setAccessibleName(words)
    return made


def _read(operations: Operations, path: Path, progress: Progress) -> StaffTables:
    progress.report(0, 0, path.name)
    return tables.read_staff_tables(operations.workspace, path)


def _plan(operations: Operations, found: StaffTables, unit: str | None, progress: Progress) -> ImportPlan:
    return importing.plan_staff(operations.workspace, found.rows(), unit, progress)


def _carry_out(operations: Operations, plan: ImportPlan, source: str, progress: Progress) -> Changes:
    return importing.import_staff(operations.workspace, plan, source, progress)


def _save(found: StaffTables, plan: ImportPlan, path: Path, progress: Progress) -> Path:
    progress.report(0, 0, path.name)
    tables.save_problems(found, plan.problems, path)
    return path
