"""The head of a record above its tabs: its name, distinguishing details, the way back to the list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cluster_desktop.domain.fields.types import Date
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit.flow_layout import FlowLayout
from cluster_desktop.ui.kit.labels import TagLabel, icon_button, label, tip
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row, placed

_LONGEST: Final = 60  # letters of a chip; its tooltip has all of them


class RecordHead(QWidget):
    """The head of a record; ``back_asked`` where the record has the whole page and the list is behind it."""

    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = icon_button("chevron-left", "Trở lại danh sách (Esc)", self.back_asked.emit)
        self.title = label("", "record", wraps=True)
        self.subtitle = label("", "hint", wraps=True)
        self.tag = TagLabel("mẫu", "quiet")
        self.ahead = QWidget()
        self._chips = FlowLayout(self.ahead)
        in_row(
            placed(self.back, Qt.AlignmentFlag.AlignTop),
            grow(in_column(self.title, self.subtitle, self.ahead, space=Space.TIGHT)),
            placed(self.tag, Qt.AlignmentFlag.AlignTop),
            on=self,
            margins=(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.TIGHT),
        )
        self.back.hide()
        self.tag.hide()

    def show_words(self, title: str, subtitle: str = "") -> None:
        """Show plain words, for a record that is not written yet."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.tag.hide()
        self.show_ahead(())

    def show_ahead(self, told: Sequence[str]) -> None:
        """Show what is still to come for the record, a chip for each day."""
        while item := self._chips.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for words in told:
            chip = TagLabel(words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…", "accent")
            chip.setToolTip(tip(words))
            self._chips.addWidget(chip)
        self.ahead.setVisible(bool(told))

    def show_row(self, row: Row, keys: Sequence[str]) -> None:
        """Show the record's name, the fields *keys* under it, and whether it is sample data."""
        words = dict.fromkeys(_words(row, key) for key in keys if row.shown[key])
        self.show_words(row.title, " · ".join(words))
        self.tag.setVisible(row.sample_note is not None)
        self.tag.setToolTip(f"Dữ liệu mẫu: {row.sample_note}" if row.sample_note else "Dữ liệu mẫu")


def _words(row: Row, key: str) -> str:
    """Return the words of a field; a date comes after its label."""
    field = KINDS[row.kind].field(key)
    named = isinstance(field.type, Date)
    return f"{field.label[0].lower()}{field.label[1:]} {row.shown[key]}" if named else row.shown[key]
