"""The question which of two is right: what a list says of somebody, or what the book says otherwise."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from cluster_desktop.commands.imports.plan import CellKey, Dispute
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button, open_at
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import grow
from cluster_desktop.ui.kit.lists import CheckableList

_SIZE: Final = (720, 440)
_HINT: Final = (
    "Đánh dấu những chỗ lấy theo danh sách; chỗ không đánh dấu giữ như sổ. Lấy theo danh sách thì quyết định "
    "của ngày đó được sửa lại, hoặc số liệu hôm nay cũng đổi."
)


class DisputesDialog(QDialog):
    """Asks of each field in dispute whether the list is taken; ``decided`` holds the answers."""

    def __init__(self, disputes: Sequence[Dispute], parent: QWidget) -> None:
        super().__init__(parent)
        self.decided: dict[CellKey, bool] = {}
        self.setWindowTitle("Danh sách hay sổ đúng?")
        self.list = CheckableList("Những chỗ danh sách khác sổ")
        for each in disputes:
            self.list.offer(f"{each.name} ({each.sheet}, dòng {each.row}) – {each.sentence}", each.key)
        self.list.setCurrentRow(0)
        column_of(
            self,
            label(_HINT, "hint", wraps=True),
            grow(self.list),
            foot_of(self, go_button(self, "&Xong", self._on_done_clicked)),
        )
        open_at(self, parent, *_SIZE)

    def _on_done_clicked(self) -> None:
        taken = set(self.list.ticked())
        self.decided = {key: key in taken for key in self.list.values()}
        self.accept()
