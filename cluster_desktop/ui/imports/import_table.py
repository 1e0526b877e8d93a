"""Importing a table of any kind: preview its reading, correct it, then import all of it or nothing."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QWidget

from cluster_desktop.commands.imports import importing, tables
from cluster_desktop.commands.imports.plan import CellKey, ImportPlan, RowKey, Shared
from cluster_desktop.commands.imports.tables import ImportTables
from cluster_desktop.domain.record_kinds.import_kinds import ImportKind
from cluster_desktop.domain.text.dates import DateProblem
from cluster_desktop.exchange.tables.legacy_text import Encoding
from cluster_desktop.exchange.tables.tables import TableGuess, with_encoding, with_mapping
from cluster_desktop.exchange.tables.uses import ColumnUse
from cluster_desktop.records.changes import Changes
from cluster_desktop.settings import Settings
from cluster_desktop.ui.imports.import_disputes import DisputesDialog
from cluster_desktop.ui.imports.import_findings import ImportFindings, open_sentences, row_sentences
from cluster_desktop.ui.imports.import_memory import remember_mapping, with_remembered
from cluster_desktop.ui.imports.import_options import ImportOptions
from cluster_desktop.ui.imports.import_preview import ImportPreview
from cluster_desktop.ui.imports.match_people import MatchPeopleDialog
from cluster_desktop.ui.kit.cards import Banner
from cluster_desktop.ui.kit.labels import button, label, restyle
from cluster_desktop.ui.kit.layouts import CARD, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.operations import Operations, WorkProgress

_TABLES: Final = "Bảng (*.xlsx *.xls *.ods *.csv *.tsv *.docx);;Mọi tệp (*)"
_SIZE: Final = (1040, 640)
_PREVIEW_HEIGHT: Final = 110


class ImportDialog(QDialog):
    """One window for the whole way from a file to the workspace, whatever the table holds."""

    def __init__(
        self,
        operations: Operations,
        kind: ImportKind,
        parent: QWidget,
        shared: Shared | None = None,
        year: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations, self._kind = operations, kind
        self._settings = Settings.load()
        self._tables: ImportTables | None = None
        self._plan: ImportPlan | None = None
        self._answers: dict[RowKey, str] = {}
        self._decided: dict[CellKey, bool] = {}
        self.setWindowTitle(f"Nhập {kind.title} từ Excel, Word")
        self.options = ImportOptions(operations.workspace, kind, shared or Shared(), year)
        self._make_parts()
        self._lay_out()
        self._show_plan(None)

    def _make_parts(self) -> None:
        self._file = label("Chưa chọn tệp", "section")
        self._preview = ImportPreview(self._kind.fields, self)
        self._preview.setMinimumHeight(_PREVIEW_HEIGHT)
        self._blank = QWidget()
        self._blank.hide()
        self._remarks = label("", "hint", wraps=True)
        self._banner = Banner()
        self.new_people = QCheckBox("Thêm người sổ &chưa có vào danh sách cán bộ")
        self.findings = ImportFindings(self.new_people)
        self._save = button("&Lưu các dòng lỗi ra Excel…", self._on_save_clicked, icon="export")
        self._go = button("Nhập", self._on_go_clicked, kind="primary")
        self.options.sheet_chosen.connect(self._on_sheet_chosen)
        self.options.taken.connect(self._on_taken)
        self.options.shared_changed.connect(self._make_plan)
        self.options.encoding_chosen.connect(self._on_encoding_chosen)
        self.new_people.clicked.connect(self._make_plan)
        self._preview.mapped.connect(self._on_preview_mapped)

    def _lay_out(self) -> None:
        in_column(
            in_row(grow(self._file), button("Chọn &tệp khác…", self.choose_file, icon="open")),
            self.options,
            grow(self._preview),
            self._remarks,
            self._banner,
            self.findings,
            grow(self._blank),
            in_row(self._save, stretch(), button("Bỏ qua", self.reject), self._go),
            on=self,
            margins=CARD,
        )
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))

    def choose_file(self) -> bool:
        """Ask for a file; False when none was chosen."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._settings.get("table_folder", "") or documents
        name, _ = QFileDialog.getOpenFileName(self, f"Chọn {self._kind.title}", folder, _TABLES)
        if name:
            self._settings.set("table_folder", str(Path(name).parent))
            self.read_file(Path(name))
        return bool(name)

    def read_file(self, path: Path) -> None:
        """Read the file in the background and show its tables."""
        work = partial(_read, self._operations, self._kind, path)
        failed = partial(self._on_file_refused, path)
        self._operations.run_in_background("Đang đọc bảng", work, self._on_file_read, failed, self)

    def _on_file_read(self, read: ImportTables) -> None:
        guesses = tuple(with_remembered(self._settings, guess, self._kind) for guess in read.guesses)
        self._tables = replace(read, guesses=guesses)
        self._forget_answers()
        alone = f" – {guesses[0].name}" if len(guesses) == 1 else ""
        self._file.setText(f"{read.path.name}{alone}")
        self._show_preview(True)
        self.options.forget_day()
        self.options.show_sheets([self._tables.label(guess) for guess in guesses])
        self.options.prefer_table(read.words_above(guesses[0]))
        self._make_plan()

    def _on_file_refused(self, path: Path, error: Exception) -> None:
        """Show which file could not be read; the tables of another file go."""
        self._on_failed(error)
        self._tables = None
        self._file.setText(path.name)
        self.options.show_sheets([])
        self._show_preview(False)
        self._show_plan(None)
        self._banner.show_text(self._operations.last_failure, "wrong")

    def _show_preview(self, shown: bool) -> None:
        """Show the preview; without a table the messages stand at the top."""
        self._preview.setVisible(shown)
        self._blank.setVisible(not shown)

    def _on_failed(self, error: Exception) -> None:
        self._operations.show_failure(error)
        self._remark(self._operations.last_failure, "error")

    def _remark(self, text: str, role: str = "hint") -> None:
        self._remarks.setText(text)
        self._remarks.setVisible(bool(text))
        restyle(self._remarks, "role", role)

    def _guess(self) -> TableGuess | None:
        place = self.options.sheet.currentIndex()
        return self._tables.guesses[place] if self._tables and place >= 0 else None

    def _make_plan(self) -> None:
        """Compare the table with the workspace in the background."""
        if self._tables is None:
            return
        taken = self._tables
        try:
            chosen = self.options.shared()
        except DateProblem as problem:
            self._show_plan(None)
            self._banner.show_text(str(problem), "wrong")
            return
        shared = replace(
            chosen,
            new_people=self.new_people.isChecked(),
            answers=dict(self._answers),
            decided=dict(self._decided),
        )
        work = partial(_plan, self._operations, taken, shared)
        self._operations.run_in_background("Đang so với sổ", work, self._show_plan, self._on_failed, self)

    def _show_plan(self, plan: ImportPlan | None) -> None:
        self._plan = plan
        guess = self._guess()
        remarks: list[str] = []
        if guess and self._tables:
            wrong = row_sentences(plan, guess.name) if plan else {}
            doubtful = open_sentences(plan, guess.name) if plan else {}
            self._preview.show_table(self._tables.sheet(guess), guess, wrong, doubtful)
            title = self._tables.words_above(guess)
            self.options.show_day(self._tables.day_above(guess))
            self.options.show_table(guess, title, taken=guess.ticked)
            remarks = [self._tables.remark, *guess.remarks]
        self._remark(" ".join(filter(None, remarks)))
        self.findings.show_plan(plan)
        self._show_questions(plan)
        count = len(plan.added) + len(plan.changed) if plan else 0
        self._go.setText(f"&Nhập {count} {self._kind.counted}" if count else "&Nhập")
        self._go.setEnabled(bool(count) and plan is not None and plan.ready)
        self._save.setVisible(bool(plan and plan.problems))

    def _show_questions(self, plan: ImportPlan | None) -> None:
        """Show what has to be decided before the import, with links to do so: who is meant, then what is right."""
        doubts, disputes = (plan.doubts, plan.disputes) if plan else ((), ())
        unknown = sum(not doubt.candidates for doubt in doubts)
        self.new_people.setVisible(bool(unknown) or self.new_people.isChecked())
        answered = bool(self._answers or self._decided)
        self._banner.setVisible(bool(doubts or disputes or answered))
        again = ("Chọn lại từ đầu", self._on_again_clicked)
        if doubts:
            counts = [f"{len(doubts) - unknown} dòng chưa rõ là ai"] if len(doubts) > unknown else []
            counts += [f"{unknown} dòng nêu người sổ chưa có"] if unknown else []
            acts = [("Xem từng ngườ&i…", self.match_people), *([again] if answered else [])]
            self._banner.show_text(f"{', '.join(counts)}. Hãy chọn cho từng người rồi nhập.", "caution", *acts)
        elif disputes:
            keep, take = partial(self._decide_all, take=False), partial(self._decide_all, take=True)
            ways = (("&Giữ như sổ", keep), ("Lấy theo d&anh sách", take), ("&Xem từng chỗ…", self.decide_each))
            sentence = f"{len(disputes)} chỗ danh sách khác điều sổ đang ghi. Hãy chọn lấy theo bên nào rồi nhập."
            self._banner.show_text(sentence, "caution", *ways, *([again] if answered else []))
        elif plan is not None and plan.ready and plan.unchanged and not (plan.added or plan.changed):
            sentence = "Mọi dòng của bảng đã có trong sổ, không có gì mới để nhập."
            kept = "Không có gì mới để nhập: những chỗ khác giữ như sổ."
            self._banner.show_text(
                kept if plan.notes or self._decided else sentence, "good", *([again] if answered else [])
            )
        elif answered:
            self._banner.show_text("Đã chọn xong cho các dòng chưa rõ.", "good", again)

    def match_people(self) -> None:
        """Resolve the people in doubt one by one."""
        if self._plan is None or not self._plan.doubts:
            return
        asked = MatchPeopleDialog(self._operations.workspace, self._plan.doubts, self)
        asked.finished.connect(partial(self._take_answers, asked))
        asked.open()

    def _take_answers(self, asked: MatchPeopleDialog, _result: int) -> None:
        self._answers.update(asked.answers)
        self._make_plan()

    def decide_each(self) -> None:
        """Decide for each field in dispute whether the list or the book is right."""
        if self._plan is None or not self._plan.disputes:
            return
        asked = DisputesDialog(self._plan.disputes, self)
        asked.finished.connect(partial(self._take_decisions, asked))
        asked.open()

    def _take_decisions(self, asked: DisputesDialog, _result: int) -> None:
        self._decided.update(asked.decided)
        self._make_plan()

    def _decide_all(self, *, take: bool) -> None:
        if self._plan is not None:
            self._decided.update({dispute.key: take for dispute in self._plan.disputes})
            self._make_plan()

    def _on_again_clicked(self) -> None:
        self._forget_answers()
        self._make_plan()

    def _forget_answers(self) -> None:
        self._answers.clear()
        self._decided.clear()

    def _replace(self, guess: TableGuess) -> None:
        if self._tables is not None:
            self._tables = self._tables.with_guess(guess)
            self._make_plan()

    def _on_preview_mapped(self, column: int, use: ColumnUse) -> None:
        guess = self._guess()
        if guess is not None:
            self._replace(with_mapping(guess, {column: use}))

    def _on_sheet_chosen(self) -> None:
        self._show_plan(self._plan)

    def _on_taken(self, taken: bool) -> None:
        guess = self._guess()
        if guess is not None:
            self._replace(replace(guess, ticked=taken))

    def _on_encoding_chosen(self, encoding: Encoding | None) -> None:
        guess = self._guess()
        if guess is not None:
            self._replace(with_encoding(guess, encoding))

    def _on_save_clicked(self) -> None:
        if self._tables is None or self._plan is None:
            return
        proposed = self._tables.path.with_name(f"{self._tables.path.stem} - cần sửa.xlsx")
        name, _ = QFileDialog.getSaveFileName(self, "Lưu các dòng lỗi", str(proposed), "Excel (*.xlsx)")
        if name:
            work = partial(_save, self._tables, self._plan, Path(name))
            self._operations.run_in_background("Đang lưu", work, self._on_saved, self._on_failed, self)

    def _on_saved(self, path: Path) -> None:
        self._remark(f"Đã lưu “{path.name}”. Hãy sửa những chỗ cột “Lỗi cần sửa” chỉ ra rồi nhập lại chính tệp đó.")

    def _on_go_clicked(self) -> None:
        if self._tables is None or self._plan is None:
            return
        for guess in self._tables.guesses:
            remember_mapping(self._settings, guess, self._kind)
        work = partial(importing.import_table, self._operations.workspace, self._plan, self._tables.path.name)
        self._operations.run_in_background("Đang nhập", work, self._on_imported, self._on_failed, self)

    def _on_imported(self, changes: Changes) -> None:
        self._operations.tell(changes)
        self.accept()


def import_from_file(
    operations: Operations, kind: ImportKind, window: QWidget, shared: Shared | None = None, year: int | None = None
) -> None:
    """Ask for a file and import its table; *shared* are values from the page."""
    dialog = ImportDialog(operations, kind, window, shared, year)
    if dialog.choose_file():
        dialog.open()


def _read(operations: Operations, kind: ImportKind, path: Path, progress: WorkProgress) -> ImportTables:
    progress.report(0, 0, path.name)
    return tables.read_tables(operations.workspace, kind, path, progress)


def _plan(operations: Operations, read_tables: ImportTables, shared: Shared, progress: WorkProgress) -> ImportPlan:
    return importing.plan_file(operations.workspace, read_tables, shared, progress)


def _save(read_tables: ImportTables, plan: ImportPlan, path: Path, progress: WorkProgress) -> Path:
    progress.report(0, 0, path.name)
    tables.save_rest(read_tables, plan, path)
    return path
