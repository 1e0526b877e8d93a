"""Importing a table of any kind: preview its reading, mend it in place, then import all of it or its good rows."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QWidget

from cluster_desktop import errors
from cluster_desktop.commands.imports import importing, taught_words
from cluster_desktop.commands.imports.plan import ImportPlan, PlaceDoubt, Shared
from cluster_desktop.commands.imports.tables import ImportTables
from cluster_desktop.domain.record_kinds.import_kinds import ImportKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import DateProblem
from cluster_desktop.exchange.tables.spreadsheets import prepare_reading
from cluster_desktop.exchange.tables.tables import TableKey
from cluster_desktop.exchange.tables.uses import ColumnUse
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.imports import import_work
from cluster_desktop.ui.imports.import_desk import ImportDesk
from cluster_desktop.ui.imports.import_disputes import DisputesDialog
from cluster_desktop.ui.imports.import_findings import FindingLine, ImportFindings
from cluster_desktop.ui.imports.import_foot import ImportFoot
from cluster_desktop.ui.imports.import_memory import remember_mapping, with_remembered
from cluster_desktop.ui.imports.import_options import ImportOptions
from cluster_desktop.ui.imports.import_preview import ImportPreview
from cluster_desktop.ui.imports.import_questions import ImportQuestions
from cluster_desktop.ui.imports.import_work import table_words
from cluster_desktop.ui.imports.match_people import MatchPeopleDialog
from cluster_desktop.ui.imports.match_places import MatchPlacesDialog
from cluster_desktop.ui.imports.preview_marks import column_of, marks_of
from cluster_desktop.ui.imports.table_choice import TableChoice
from cluster_desktop.ui.kit.labels import button, label, restyle
from cluster_desktop.ui.kit.layouts import CARD, grow, in_column, in_row
from cluster_desktop.ui.kit.operations import Operations

_TABLES: Final = "Bảng (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt *.docx *.htm *.html *.mht *.xml);;Mọi tệp (*)"
_SIZE: Final = (1120, 680)
_PREVIEW_HEIGHT: Final = 110
_LOW: Final = 560  # px
_STOPPED: Final = "Đã dừng so với sổ. Đổi một lựa chọn hoặc bấm “So lại” để so tiếp."


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
        self._desk = ImportDesk(self)
        self._plan: ImportPlan | None = None
        self._said, self._asked = "", 0
        self.setWindowTitle(f"Nhập {kind.title} {_belonging(operations, kind, shared)}từ Excel, Word")
        self.options = ImportOptions(operations.workspace, kind, shared or Shared(), year)
        self._make_parts()
        self._connect_parts()
        self._lay_out()
        self._show_plan(None)

    def _make_parts(self) -> None:
        self._file = label("Chưa chọn tệp", "section")
        self.choice = TableChoice()
        self._preview = ImportPreview(self._kind.fields, self)
        self._preview.setMinimumHeight(_PREVIEW_HEIGHT)
        self._blank = QWidget()
        self._blank.hide()
        self._remarks = label("", "hint", wraps=True)
        self._banner = ImportQuestions()
        self.new_people = QCheckBox("Thêm người sổ &chưa có vào danh sách cán bộ")
        self.findings = ImportFindings(self.new_people)
        self._foot = ImportFoot(
            self._kind, self._on_save_clicked, self.reject, self._on_good_clicked, self._on_go_clicked
        )
        self._go = self._foot.go

    def _connect_parts(self) -> None:
        self.choice.shown.connect(self._on_table_shown)
        self.choice.ticked_changed.connect(self._desk.tick_table)
        self._desk.changed.connect(self._on_desk_changed)
        self.options.shared_changed.connect(self._make_plan)
        self.options.encoding_chosen.connect(self._desk.read_as)
        self.options.hidden_taken.connect(self._desk.take_hidden)
        self.options.names_kept.connect(self._desk.keep_names)
        self.options.days_swapped.connect(self._desk.swap_days)
        self.new_people.clicked.connect(self._make_plan)
        self._preview.mapped.connect(self._on_preview_mapped)
        self._preview.mended.connect(self._desk.mend_cell)
        self._preview.left.connect(self._desk.leave_rows)
        self._preview.another.connect(self._desk.take_another)
        self.findings.went.connect(self._on_findings_went)
        for keys, by in ((QKeySequence.StandardKey.Undo, -1), (QKeySequence.StandardKey.Redo, 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._desk.step, by))

    def _lay_out(self) -> None:
        in_column(
            in_row(grow(self._file), button("Chọn &tệp khác…", self.choose_file, icon="open")),
            self.options,
            grow(in_row(self.choice, grow(self._preview))),
            self._remarks,
            self._banner,
            self.findings,
            grow(self._blank),
            self._foot,
            on=self,
            margins=CARD,
        )
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))
        if self.height() < _LOW:
            self.findings.make_low()

    # --- the file ---

    def choose_file(self) -> bool:
        """Ask for a file; False when none was chosen."""
        prepare_reading()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._settings.get("table_folder", "") or documents
        name, _ = QFileDialog.getOpenFileName(self, f"Chọn {self._kind.title}", folder, _TABLES)
        if name:
            self._settings.set("table_folder", str(Path(name).parent))
            self.read_file(Path(name))
        return bool(name)

    def read_file(self, path: Path) -> None:
        """Read the file in the background and show its tables."""
        work = partial(import_work.read_file, self._operations, self._kind, path)
        failed = partial(self._on_file_refused, path)
        self._operations.run_in_background("Đang đọc bảng", work, self._on_file_read, failed, self)

    def _on_file_read(self, read: ImportTables) -> None:
        guesses = tuple(with_remembered(self._settings, guess, self._kind) for guess in read.guesses)
        self._desk.begin(replace(read, guesses=guesses))
        self._said = ""
        first = self._desk.guess or guesses[0]
        alone = f" – {first.name}" if len(guesses) == 1 else ""
        self._file.setText(f"{read.path.name}{alone}")
        self._show_preview(True)
        self.options.forget_day()
        self.options.prefer_table(read.words_above(first))
        self._make_plan()

    def _on_file_refused(self, path: Path, error: Exception) -> None:
        """Show which file could not be read; the tables of another file go."""
        self._on_failed(error)
        self._asked += 1  # what is still compared is of the file before
        self._desk.begin(None)
        self._file.setText(path.name)
        self.options.hide()
        self._show_preview(False)
        self._show_plan(None)
        self._banner.show_text(self._operations.last_failure, "wrong")

    def _show_preview(self, shown: bool) -> None:
        """Show the preview; without a table the messages stand at the top."""
        self._preview.setVisible(shown)
        self.choice.setVisible(shown)
        self._blank.setVisible(not shown)

    def _on_failed(self, error: Exception) -> None:
        self._operations.show_failure(error)
        self._remark(self._operations.last_failure, "error")

    def _remark(self, text: str, role: str = "hint") -> None:
        self._remarks.setText(text)
        self._remarks.setVisible(bool(text))
        restyle(self._remarks, "role", role)

    # --- the plan ---

    def _on_desk_changed(self) -> None:
        self._said = ""
        self._make_plan()

    def _make_plan(self) -> None:
        """Compare the table with the workspace in the background."""
        state = self._desk.state
        if state is None:
            return
        try:
            chosen = self.options.shared()
        except DateProblem as problem:
            self._show_plan(None, str(problem))
            self._banner.show_text(str(problem), "wrong")
            return
        shared = state.shared(replace(chosen, new_people=self.new_people.isChecked()))
        self._plan = None  # what was planned before a change must not be carried out after it
        self._foot.wait()
        self._asked += 1
        work = partial(import_work.compare, self._operations, state.tables, shared)
        done = partial(self._on_compared, self._asked)
        self._operations.run_in_background("Đang so với sổ", work, done, self._on_plan_failed, self)

    def _on_compared(self, asked: int, plan: ImportPlan) -> None:
        """Show the plan of the last change; those of earlier ones may come later."""
        if asked == self._asked:
            self._show_plan(plan)

    def _on_plan_failed(self, error: Exception) -> None:
        if not isinstance(error, errors.Cancelled):
            self._on_failed(error)
            return
        self._show_plan(None, _STOPPED)
        self._banner.show_text(_STOPPED, "caution", ("So &lại", self._make_plan))

    def _show_plan(self, plan: ImportPlan | None, why: str = "") -> None:
        self._plan = plan
        state, guess = self._desk.state, self._desk.guess
        if guess and state:
            read = state.tables
            self._preview.show_table(read.sheet(guess), guess, marks_of(plan, read, guess))
            self._preview.may_be_another = "full_name" in self._kind.anchors
            self.options.show_day(read.day_above(guess))
            self.options.show_table(guess, read.words_above(guess), read.hidden_rows(guess))
            tables_of = [(each.key, table_words(read, each), each.ticked) for each in read.guesses]
            self.choice.show_tables(tables_of, guess.key)
        self._remark(" ".join(filter(None, (state.tables.remark, *guess.remarks))) if guess and state else "")
        self.findings.show_plan(plan)
        unknown = any(not doubt.candidates for doubt in plan.doubts) if plan else False
        self.new_people.setVisible(unknown or self.new_people.isChecked())
        answered = state is not None and state.answered
        self._banner.show_plan(plan, self, answered=answered, said=self._said)
        self._foot.show_plan(plan, why)

    # --- answers ---

    def choose_unit(self) -> None:
        """Open the box of the unit for the whole table."""
        self.options.unit.setFocus()
        self.options.unit.showPopup()

    def match_people(self) -> None:
        """Resolve the people in doubt one by one."""
        if self._plan is None or not self._plan.doubts:
            return
        asked = MatchPeopleDialog(self._operations.workspace, self._plan.doubts, self)
        asked.finished.connect(partial(self._take_answers, asked))
        asked.open()

    def _take_answers(self, asked: MatchPeopleDialog, _result: int) -> None:
        self._desk.answer(asked.answers)

    def match_places(self) -> None:
        """Ask which departments the words of the list mean."""
        if self._plan is None or not self._plan.places:
            return
        asked = MatchPlacesDialog(self._operations.workspace, self._plan.places, self)
        asked.finished.connect(partial(self._take_places, asked, self._plan.places))
        asked.open()

    def _take_places(self, asked: MatchPlacesDialog, doubts: Sequence[PlaceDoubt], _result: int) -> None:
        self._desk.place(asked.answers, doubts)

    def decide_each(self) -> None:
        """Decide for each field in dispute whether the list or the book is right."""
        if self._plan is None or not self._plan.disputes:
            return
        asked = DisputesDialog(self._plan.disputes, self)
        asked.finished.connect(partial(self._take_decisions, asked))
        asked.open()

    def _take_decisions(self, asked: DisputesDialog, _result: int) -> None:
        self._desk.decide(asked.decided)

    def decide_all(self, *, take: bool) -> None:
        """Take the list, or the book, in all disputes."""
        if self._plan is not None:
            self._desk.decide({dispute.key: take for dispute in self._plan.disputes})

    def begin_again(self) -> None:
        """Take all answers back."""
        self._desk.begin_again()

    # --- what is looked at ---

    def _on_preview_mapped(self, column: int, use: ColumnUse, teach: bool) -> None:
        guess = self._desk.guess
        if teach and guess is not None:
            kind, words = self._kind, guess.headings[column]
            self._operations.do(taught_words.teach, kind, words, use.field, use.choice or "")
        self._desk.map_column(column, use)

    def _on_findings_went(self, line: FindingLine) -> None:
        """Lead to the cell that a sentence is about, and open it where it is wrong."""
        guesses = self._desk.tables.guesses if self._desk.tables else ()
        guess = next((each for each in guesses if each.name == line.sheet and each.first < line.row <= each.last), None)
        if guess is None:
            return
        if guess.key != self._desk.on_show:
            self._on_table_shown(guess.key)
        self._preview.go_to(line.row - 1, column_of(guess, line.field), edit=self.findings.shown == "wrong")

    def _on_table_shown(self, key: TableKey) -> None:
        self._desk.on_show = key
        self._show_plan(self._plan)

    # --- the end ---

    def _on_save_clicked(self) -> None:
        if self._desk.tables is None or self._plan is None:
            return
        proposed = self._desk.tables.path.with_name(f"{self._desk.tables.path.stem} - cần sửa.xlsx")
        name, _ = QFileDialog.getSaveFileName(self, "Lưu các dòng để lại", str(proposed), "Excel (*.xlsx)")
        if name:
            work = partial(import_work.save_rest, self._desk.tables, self._plan, Path(name))
            self._operations.run_in_background("Đang lưu", work, self._on_saved, self._on_failed, self)

    def _on_saved(self, path: Path) -> None:
        self._remark(f"Đã lưu “{path.name}”. Hãy sửa những chỗ cột “Lỗi cần sửa” chỉ ra rồi nhập chính tệp đó.")

    def _on_go_clicked(self) -> None:
        self._import(self._plan, self._on_imported)

    def _on_good_clicked(self) -> None:
        if self._plan is not None:
            self._import(self._plan.good(), self._on_good_imported)

    def _import(self, plan: ImportPlan | None, done: Callable[[Changes], None]) -> None:
        if self._desk.tables is None or plan is None:
            return
        for guess in self._desk.tables.guesses:
            remember_mapping(self._settings, guess, self._kind)
        work = partial(importing.import_table, self._operations.workspace, plan, self._desk.tables.path.name)
        self._operations.run_in_background("Đang nhập", work, done, self._on_failed, self)

    def _on_imported(self, changes: Changes) -> None:
        self._operations.tell(changes)
        self.accept()

    def _on_good_imported(self, changes: Changes) -> None:
        """Go on with the rows that were left: they can be mended here, or kept in a book of their own."""
        self._operations.tell(changes)
        plan = self._plan
        if plan is None:
            return
        left = len(plan.open_rows)
        self._desk.go_on_with_the_rest(plan)
        self._said = (
            f"Đã nhập {len(plan.added) + len(plan.changed)} {self._kind.counted}. Còn {left} dòng để lại: sửa ngay "
            "trong bảng rồi nhập tiếp, hoặc lưu ra Excel."
        )
        self._make_plan()


def _belonging(operations: Operations, kind: ImportKind, shared: Shared | None) -> str:
    """The words for the record that a whole list belongs to; '' for none."""
    if shared is None or not shared.owner_uid:
        return ""
    owner = KINDS[kind.draft.KIND].field(kind.owner).refers_to
    return f"của “{operations.workspace.read(listing.find, owner, shared.owner_uid).title}” "


def import_from_file(
    operations: Operations, kind: ImportKind, window: QWidget, shared: Shared | None = None, year: int | None = None
) -> None:
    """Ask for a file and import its table; *shared* are values from the page."""
    dialog = ImportDialog(operations, kind, window, shared, year)
    if dialog.choose_file():
        dialog.open()
