"""Choices for a whole table: its unit, year, round or decision, its encoding, hidden rows, names as typed."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from cluster_desktop.commands.imports.plan import Shared
from cluster_desktop.commands.imports.tables import TitleDay
from cluster_desktop.commands.imports.title_words import TitleWords
from cluster_desktop.domain.record_kinds.import_kinds import ImportKind, Parent
from cluster_desktop.domain.text.dates import parse_date
from cluster_desktop.exchange.letters.legacy_text import LABELS
from cluster_desktop.exchange.tables.tables import TableGuess
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.kit.choice_box import ChoiceBox
from cluster_desktop.ui.kit.flow_layout import FlowLayout
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import Space, in_row
from cluster_desktop.ui.kit.lists import fill_combo

_ENCODINGS: Final = tuple(LABELS)
_BY_TABLE: Final = "Theo bảng"
_YEARS: Final = 12
_MOST: Final = 500
_DAY_WIDTH: Final = 104  # px
_WIDEST: Final = 230  # px of a box, so that a long name of a decision does not push the others away


class ImportOptions(QWidget):
    """A row of boxes; a choice holds for every row of the table."""

    shared_changed = Signal()
    encoding_chosen = Signal(object)
    hidden_taken = Signal(bool)
    names_kept = Signal(bool)
    days_swapped = Signal(bool)

    def __init__(self, workspace: Workspace, kind: ImportKind, start: Shared, year: int | None) -> None:
        super().__init__()
        self._kind, self._owner = kind, start.owner_uid
        self.encoding = ChoiceBox()
        self.encoding.addItems(list(LABELS.values()))
        grows = QComboBox.SizeAdjustPolicy.AdjustToContents
        self.unit, self.year, self.parent_box = (ChoiceBox(sizeAdjustPolicy=grows) for _ in range(3))
        self.day = QLineEdit(placeholderText="hôm nay")
        self.day.setFixedWidth(_DAY_WIDTH)
        self.day_source = label("", "hint")
        self._day_typed = False
        self.hidden, self.swapped = QCheckBox(), QCheckBox("Đổi lại ngày và tháng &bị đảo")
        self.as_typed = QCheckBox("Giữ tên như đã &gõ")
        self._fill_units(workspace, start.unit_uid)
        self._fill_years(year, start.year)
        self._fill_parents(workspace, start)
        self._lay_out()
        self.encoding.activated.connect(self._on_encoding_activated)
        self.hidden.clicked.connect(self.hidden_taken)
        self.swapped.clicked.connect(self.days_swapped)
        self.as_typed.clicked.connect(self.names_kept)
        for box in (self.unit, self.year, self.parent_box):
            box.activated.connect(self.shared_changed)
        self.day.textEdited.connect(self._on_day_edited)
        self.day.editingFinished.connect(self._on_day_finished)

    def _lay_out(self) -> None:
        row = FlowLayout(self, space=Space.MEDIUM)
        shown = []
        if self._kind.asks_unit:
            shown.append(("&Đơn vị của bảng", self.unit))
        if self._kind.asks_year:
            shown.append(("Nă&m", self.year))
        if self._kind.parent is not Parent.NONE:
            shown.append((_PARENT_WORDS[self._kind.parent], self.parent_box))
        for words, box in (*shown, ("Bảng mã", self.encoding)):
            box.setMaximumWidth(_WIDEST)
            row.addWidget(_labelled(words, box))
        if self._kind.asks_day:
            row.addWidget(_labelled("Tín&h đến ngày", self.day, self.day_source))
        for tick in (self.hidden, self.swapped, self.as_typed):
            row.addWidget(tick)
        self.hide()

    def shared(self) -> Shared:
        """Return the values that hold for the whole table. Raises DateProblem for a day that is none."""
        typed = self.day.text().strip() if self._day_typed else ""
        parent = self.parent_box.currentData()
        return Shared(
            unit_uid=self.unit.currentData(),
            year=self.year.currentData(),
            day=parse_date(typed) if typed else None,
            round_uid=parent if self._kind.parent is Parent.ROUND else None,
            decision_uid=parent if self._kind.parent is Parent.DECISION else None,
            owner_uid=self._owner,
        )

    def prefer_table(self, title: TitleWords) -> None:
        """Prefer the decision that a file names itself to the one on show on the page."""
        if self._kind.parent is Parent.DECISION and title.decision is not None:
            self.parent_box.setCurrentIndex(0)

    def show_day(self, day: TitleDay) -> None:
        """Show the day of which the table tells itself, unless somebody has typed another one."""
        if self._day_typed:
            return
        self.day.setText(day.words)
        self.day_source.setText(f"({day.source})" if day.source else "(bảng không ghi ngày)")

    def forget_day(self) -> None:
        """Forget the day that was typed, for another file."""
        self._day_typed = False

    def show_table(self, guess: TableGuess, title: TitleWords, hidden: int) -> None:
        """Show the reading of the table, the values it states itself, and how many of its rows are *hidden*."""
        self.show()
        self.encoding.setCurrentIndex(_ENCODINGS.index(guess.encoding))
        self.hidden.setVisible(bool(hidden))
        self.hidden.setText(f"Lấ&y cả {hidden} dòng ẩn")
        self.hidden.setChecked(guess.takes_hidden)
        self.swapped.setVisible(bool(guess.swaps or guess.swapped))
        self.swapped.setChecked(bool(guess.swapped))
        self.as_typed.setVisible(self._kind.names_people)
        self.as_typed.setChecked(guess.names_as_typed)
        _say(self.unit, guess.unit)
        _say(self.year, str(title.year or ""))
        if self._kind.parent is Parent.DECISION:
            decision = title.decision
            day = decision.decided_on.show() if decision and decision.decided_on else ""
            _say(self.parent_box, f"{decision.number} · {day}" if decision else "")

    def _fill_units(self, workspace: Workspace, chosen: str | None) -> None:
        units = workspace.read(listing.options, "unit", "", _MOST)
        fill_combo(self.unit, [(_BY_TABLE, None), *((unit.label, unit.uid) for unit in units)], chosen)

    def _fill_years(self, around: int | None, chosen: int | None) -> None:
        last = (around or 2020) + 2
        years = range(last, last - _YEARS, -1)
        fill_combo(self.year, [(_BY_TABLE, None), *((str(year), year) for year in years)], chosen)

    def _fill_parents(self, workspace: Workspace, start: Shared) -> None:
        if self._kind.parent is Parent.NONE:
            return
        usual = "Đợt thường xuyên của năm" if self._kind.parent is Parent.ROUND else _BY_TABLE
        self.parent_box.addItem(usual, None)
        order = "deadline" if self._kind.parent is Parent.ROUND else "decided_on"
        parents = Listing(kind=self._kind.parent.value, sort=order, descending=True)
        for row in workspace.read(listing.page, parents, 0, _MOST):
            detail = row.shown["year"] if self._kind.parent is Parent.ROUND else row.shown["decided_on"]
            self.parent_box.addItem(f"{row.title} · {detail}", row.uid)
            self.parent_box.setItemData(self.parent_box.count() - 1, row.title, Qt.ItemDataRole.ToolTipRole)
        chosen = start.round_uid or start.decision_uid
        self.parent_box.setCurrentIndex(max(self.parent_box.findData(chosen), 0))

    def _on_day_edited(self, text: str) -> None:
        self._day_typed = bool(text.strip())
        self.day_source.setText("(đã chọn)" if self._day_typed else "")

    def _on_day_finished(self) -> None:
        if self.day.isModified():
            self.day.setModified(False)
            self.shared_changed.emit()

    def _on_encoding_activated(self, place: int) -> None:
        self.encoding_chosen.emit(_ENCODINGS[place])


_PARENT_WORDS: Final = {Parent.ROUND: "Đợt đề n&ghị", Parent.DECISION: "&Quyết định"}


def _say(box: QComboBox, words: str) -> None:
    """Show the value that the table states, first of all: the end of a long choice is cut off."""
    box.setItemText(0, f"{words} (theo bảng)" if words else _BY_TABLE)
    box.setItemData(0, words, Qt.ItemDataRole.ToolTipRole)
    box.setToolTip(words)


def _labelled(words: str, box: QComboBox | QLineEdit, *beside: QWidget) -> QWidget:
    """Create a box with its label before it and a note beside it; all wrap to the next line together."""
    pair = QWidget()
    box.setAccessibleName(words.replace("&", ""))
    in_row(label(words, "label", buddy=box), box, *beside, on=pair)
    return pair
