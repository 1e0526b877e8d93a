"""Forms for units to fill in: which units, and where the files go."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QCheckBox, QDialog, QListWidgetItem, QWidget

from cluster_desktop.commands.forms import forms
from cluster_desktop.documents.files.file_set import ExistingFiles
from cluster_desktop.domain.record_kinds.form_kinds import FORM_KINDS, FormKind
from cluster_desktop.records.queries.units.office import home_uid
from cluster_desktop.ui.kit import save_dialog
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button, open_at
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import grow, in_row, stretch
from cluster_desktop.ui.kit.lists import CheckableList
from cluster_desktop.ui.kit.operations import Operations, WorkProgress, in_one_step

_SIZE: Final = (520, 460)
_SUFFIX: Final = ".xlsx"
_WHAT: Final = (
    "Mỗi đơn vị một tệp Excel đã ghi sẵn những gì sổ biết. Đơn vị điền rồi gửi lại; "
    "nhập tệp ấy bằng mục nhập của trang này, chỉ chỗ đã sửa được ghi vào sổ."
)


class FormsDialog(QDialog):
    """A dialog in which units are ticked; a file, or a folder for several, is asked for when the forms are made."""

    def __init__(self, operations: Operations, kind: FormKind, year: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations, self._kind, self._year = operations, kind, year
        self.units = CheckableList("Đơn vị điền biểu")
        self.sensitive = QCheckBox("&Kèm cột nhạy cảm (dân tộc, số CCCD, điện thoại)")
        self.sensitive.setVisible(any(item.sensitive for item in kind.fields(sensitive=True)))
        self.message = label("", "error", wraps=True)
        self.make = go_button(self, "&Lập biểu…", self._on_make_clicked)
        self.setWindowTitle("Biểu để điền")
        open_at(self, parent, *_SIZE)
        self._lay_out()
        self._offer_units()
        self.units.itemChanged.connect(self._on_item_changed)

    def _lay_out(self) -> None:
        of_year = f", năm {self._year}" if self._kind.yearly else ""
        column_of(
            self,
            label(f"{self._kind.title}{of_year}", "section", wraps=True),
            label(_WHAT, "quiet", wraps=True),
            grow(self.units),
            in_row(self.sensitive, stretch(), button("Chọn tất &cả", self._on_all_clicked)),
            self.message,
            foot_of(self, self.make, leave="Hủy"),
        )

    def _offer_units(self) -> None:
        workspace = self._operations.workspace
        own = workspace.read(home_uid)
        for uid, name in workspace.read(forms.units_with_forms):
            self.units.offer(name, uid, ticked=uid == own)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.units.ticked())
        self.make.setText(f"&Lập {count} biểu…" if count > 1 else "&Lập biểu…")
        self.make.setEnabled(count > 0)

    def _on_item_changed(self, _line: QListWidgetItem) -> None:
        self._show_count()

    def _on_all_clicked(self) -> None:
        self.units.tick(self.units.values())
        self._show_count()

    def _on_make_clicked(self) -> None:
        units = self.units.ticked()
        if len(units) == 1:
            name = self._operations.workspace.read(forms.file_name, self._kind, units[0], self._year)
            path = save_dialog.ask_file(self, "Lưu biểu để điền", name.removesuffix(_SUFFIX), _SUFFIX)
            if path is not None:
                self.write_one(units[0], path)
        elif (place := save_dialog.ask_folder(self, "Chọn nơi lưu các biểu")) is not None:
            of_year = f" {self._year}" if self._kind.yearly else ""
            self.write_many(units, save_dialog.new_folder(place, f"Biểu {self._kind.kind.title}{of_year}"))

    def write_one(self, unit: str, path: Path) -> None:
        """Write the form of one unit into a file, in the background."""
        work = in_one_step(
            forms.write_one,
            *(self._operations.workspace, self._kind.key, unit, self._year, path),
            sensitive=self.sensitive.isChecked(),
        )
        self._run(f"Đã lập biểu “{path.name}”", work)

    def write_many(self, units: tuple[str, ...], folder: Path) -> None:
        """Write a form for each unit into a new folder, in the background."""
        work = in_one_step(
            forms.write_many,
            *(self._operations.workspace, self._kind.key, units, self._year, folder, ExistingFiles.REFUSE),
            sensitive=self.sensitive.isChecked(),
        )
        self._run(f"Đã lập {len(units)} biểu trong “{folder}”", work)

    def _run(self, told: str, work: Callable[[WorkProgress], object]) -> None:
        done = partial(self._on_written, told)
        self._operations.run_in_background("Đang lập biểu", work, done, self._on_failed, self)

    def _on_failed(self, error: Exception) -> None:
        self._operations.show_failure(error)
        self.message.setText(self._operations.last_failure)

    def _on_written(self, told: str, _written: object) -> None:
        self._operations.say(told)
        self.accept()


def make_forms(operations: Operations, kind_key: str, year: int, window: QWidget) -> None:
    """Ask for whom forms of a kind are made, and make them."""
    FormsDialog(operations, FORM_KINDS[kind_key], year, window).open()
