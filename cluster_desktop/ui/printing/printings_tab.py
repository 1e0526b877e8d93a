"""The printed sheets of an award: when, whether the records have changed since, void or not."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QListWidgetItem, QWidget

from cluster_desktop.commands.printing.certificates import words_now
from cluster_desktop.commands.printing.printings import differences, void_sheets
from cluster_desktop.domain.text.dates import show_day
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.printing.printings import PrintedSheet, sheets_of
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import BAR, grow, in_column, in_row
from cluster_desktop.ui.kit.lists import line_list
from cluster_desktop.ui.kit.operations import Operations

_REASONS = ("Hỏng khi in", "Mất", "Sai chữ", "Bẩn, nhàu", "Cấp lại theo đề nghị")
_LATER_MS = 150
"""Time in ms until a file that another thread reads is tried again."""
_AGAIN = "Cấp lại: {reason}"


class PrintingsTab(QWidget):
    """A tab; ``print_requested`` (award) when a new sheet is to be printed."""

    print_requested = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._award = ""
        self._sheets: dict[str, PrintedSheet] = {}
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._on_later_timeout)
        self.list = line_list("Các tờ đã in")
        self.count = label("", "hint", wraps=True)
        self.void = button("&Hủy tờ này…", self._on_void_clicked, tip="Tờ hỏng, mất, sai; sổ vẫn giữ và ghi lý do")
        self.again = button("In &lại…", self._on_again_clicked, icon="print")
        in_column(in_row(grow(self.count), self.void, self.again), grow(self.list), on=self, margins=BAR)
        self.list.itemSelectionChanged.connect(self._on_list_moved)

    def show_record(self, row: Row) -> None:
        """Show the sheets of this award."""
        self._award = row.uid
        self.reread(None)

    def reread(self, changes: Changes | None) -> None:
        """Read the sheets again where they, or the records they print, may have changed."""
        workspace = self._operations.workspace
        if workspace.busy:
            self._later.start()
            return
        sheets = workspace.read(sheets_of, [self._award]).get(self._award, ())
        today = words_now(workspace, self._award) if sheets else None
        self._sheets = {sheet.uid: sheet for sheet in sheets}
        self.list.clear()
        for place, sheet in enumerate(sheets):
            self._add(len(sheets) - place, sheet, today)
        standing = sum(sheet.counts for sheet in sheets)
        good = f"{standing} tờ còn giá trị" if standing else "không tờ nào còn giá trị"
        sentence = f"Đã in {len(sheets)} lần, {good}." if sheets else "Chưa in tờ nào."
        self.count.setText(sentence)
        self.again.setText("In &lại…" if sheets else "&In…")
        self.list.setCurrentRow(0)
        self._on_list_moved()

    def _on_later_timeout(self) -> None:
        self.reread(None)

    def _add(self, number: int, sheet: PrintedSheet, today: dict[str, str] | None) -> None:
        changed = differences(sheet, today) if today else ()
        serial = f" · tờ {sheet.sheet}" if sheet.sheet else ""
        words = f"Lần {number} · {show_day(sheet.printed_at)}{serial}"
        if sheet.ended_at:
            words += f"\nĐã hủy ngày {show_day(sheet.ended_at)}: {sheet.ended_because}"
        elif changed:
            words += f"\nTừ đó trong sổ đã sửa: {', '.join(changed).lower()}"
        icon, tone = (
            ("dismiss", "quiet") if sheet.ended_at else ("warning", "caution") if changed else ("success", "good")
        )
        item = QListWidgetItem(icons.icon(icon, tone), words, self.list)
        item.setData(Qt.ItemDataRole.UserRole, sheet.uid)
        item.setToolTip("\n".join(f"{value}" for value in sheet.words.values() if value))

    @property
    def chosen(self) -> PrintedSheet | None:
        """The marked sheet."""
        marked = [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        return self._sheets.get(marked[0]) if marked else None

    def void_chosen(self, reason: str) -> bool:
        """Make the marked sheet void; returns True when it was."""
        sheet = self.chosen
        return sheet is not None and self._operations.do(void_sheets, [sheet.uid], reason) is not None

    def print_again(self, reason: str) -> None:
        """Make every valid sheet void and request a new one."""
        standing = [sheet.uid for sheet in self._sheets.values() if sheet.counts]
        because = _AGAIN.format(reason=reason.strip()) if reason.strip() else ""
        if not standing or self._operations.do(void_sheets, standing, because) is not None:
            self.print_requested.emit(self._award)

    def _on_list_moved(self) -> None:
        sheet = self.chosen
        self.void.setEnabled(sheet is not None and sheet.counts)

    def _on_void_clicked(self) -> None:
        reason, accepted = self._ask("Hủy tờ đã in", "Vì sao tờ này không còn giá trị?")
        if accepted:
            self.void_chosen(reason)

    def _on_again_clicked(self) -> None:
        if not any(sheet.counts for sheet in self._sheets.values()):
            self.print_requested.emit(self._award)
            return
        reason, accepted = self._ask("In lại", "Vì sao cấp tờ mới? Tờ cũ sẽ được ghi là đã hủy.")
        if accepted:
            self.print_again(reason)

    def _ask(self, title: str, question: str) -> tuple[str, bool]:
        return QInputDialog.getItem(self, title, question, _REASONS, 0, True)
