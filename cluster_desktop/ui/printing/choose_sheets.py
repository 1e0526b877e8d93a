"""The choice of certificates to print: ticked one by one, by numbers, or those not printed yet."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidgetItem, QWidget

from cluster_desktop import errors
from cluster_desktop.domain.text.ranges import parse_ranges, show_ranges
from cluster_desktop.ui.kit.dialog_parts import column_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import grow, in_row, stretch
from cluster_desktop.ui.kit.lists import CheckableList

_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ChooseSheetsDialog(QDialog):
    """*names* in their order; *chosen* and *waiting* are places (from 0), the latter not printed yet."""

    def __init__(
        self, names: Sequence[str], chosen: Collection[int], waiting: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chọn tờ để in")
        self.resize(520, 520)
        self.list = CheckableList("Các tờ của quyết định")
        for place, name in enumerate(names):
            self.list.offer(f"{place + 1}. {name}", place, ticked=place in chosen)
        self.numbers = QLineEdit(placeholderText="ví dụ 1-5, 8, 12-")
        self.numbers.setAccessibleName("Tờ số")
        self.count = label("", "quiet")
        self.error = label("", "error", wraps=True)
        self.accepting = button("&Dùng các tờ này", self.accept, kind="primary")
        self.accepting.setDefault(True)
        self._lay_out(waiting)
        self.list.itemChanged.connect(self._on_list_changed)
        self.numbers.textEdited.connect(self._on_numbers_edited)
        self._on_list_changed()

    def _lay_out(self, waiting: Sequence[int]) -> None:
        words = label("Tờ &số", buddy=self.numbers)
        self.only_waiting = button(f"&Chỉ {len(waiting)} tờ chưa in", partial(self._tick, waiting), kind="link")
        self.only_waiting.setVisible(bool(waiting))
        acts = in_row(
            button("&Tất cả", partial(self._tick, range(self.list.count())), kind="link"),
            button("&Không tờ nào", partial(self._tick, ()), kind="link"),
            self.only_waiting,
            stretch(),
        )
        column_of(
            self,
            in_row(words, grow(self.numbers)),
            acts,
            grow(self.list),
            self.error,
            in_row(grow(self.count), button("Bỏ qua", self.reject), self.accepting),
        )

    @property
    def places(self) -> tuple[int, ...]:
        """The places (from 0) that are ticked."""
        return self.list.ticked()

    def _tick(self, places: Collection[int]) -> None:
        self.list.tick(places)
        self._on_list_changed()

    def _on_numbers_edited(self, text: str) -> None:
        try:
            numbers = parse_ranges(text, self.list.count())
        except errors.Refused as error:
            self.error.setText(error.sentence)
            self.accepting.setEnabled(False)
            return
        self.list.tick({number - 1 for number in numbers})
        self._show_count()

    def _on_list_changed(self, _item: QListWidgetItem | None = None) -> None:
        self.numbers.setText(show_ranges(place + 1 for place in self.places))
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.places)
        self.error.setText("")
        self.count.setText(f"{count} trong {self.list.count()} tờ" if count else "Chưa chọn tờ nào")
        self.accepting.setEnabled(bool(count))
