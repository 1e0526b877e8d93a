"""The question which department a list means: one box for each of its words, new ones named before they are made."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from cluster_desktop.commands.imports.plan import LEFT_OUT, NEW_PLACE, PlaceDoubt, PlaceKey
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.ui.kit.choice_box import ChoiceBox
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button, open_at
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import form_grid, grow, in_column, scrolled, stretch
from cluster_desktop.ui.kit.lists import fill_combo

_SIZE: Final = (680, 420)
_MOST: Final = 500
_HINT: Final = "Chưa rõ các tên này. Hãy chọn khoa, phòng đúng; câu trả lời được nhớ cho các bảng sau."
_FOR_ONCE: Final = "Nhiều đơn vị có tên này. Hãy chọn khoa, phòng đúng; câu trả lời chỉ dùng cho bảng này."
_OTHERS: Final = "─"


class MatchPlacesDialog(QDialog):
    """Asks for each of the words which department is meant; ``answers`` holds what was chosen."""

    def __init__(self, workspace: Workspace, doubts: Sequence[PlaceDoubt], parent: QWidget) -> None:
        super().__init__(parent)
        self.answers: dict[PlaceKey, str] = {}
        self.setWindowTitle("Khoa, phòng nào?")
        self._doubts = doubts
        self.boxes = [self._box(workspace, doubt) for doubt in doubts]
        rows = [(self._words(doubt), box) for doubt, box in zip(doubts, self.boxes, strict=True)]
        inside = QWidget()
        in_column(form_grid(*rows), stretch(), on=inside)
        column_of(
            self,
            label(_FOR_ONCE if all(doubt.lacks_unit for doubt in doubts) else _HINT, "hint", wraps=True),
            grow(scrolled(inside)),
            foot_of(self, go_button(self, "&Xong", self._on_done_clicked)),
        )
        open_at(self, parent, *_SIZE)
        self.boxes[0].setFocus()

    def _words(self, doubt: PlaceDoubt) -> QWidget:
        lines = ", ".join(str(row) for _sheet, row in doubt.rows[:4]) + ("…" if len(doubt.rows) > 4 else "")
        return label(f"“{doubt.words}” (dòng {lines})", wraps=True)

    def _box(self, workspace: Workspace, doubt: PlaceDoubt) -> QComboBox:
        """Offer what the words may mean first, a new one, to leave the rows, then every other department.

        Where any of several units may be meant none is proposed: to leave the rows comes first.
        """
        box = ChoiceBox()
        box.setAccessibleName(f"“{doubt.words}” là")
        likely = [(name, uid) for uid, name in doubt.candidates]
        known = workspace.read(listing.options, "department", "", _MOST)
        unit, _words = doubt.key
        others = [(each.label, each.uid) for each in known if each.uid not in dict(doubt.candidates)]
        new = [(f"Thêm mới: {doubt.words}", NEW_PLACE)] if unit else []
        leave = [("Để lại các dòng này, không nhập", LEFT_OUT)]
        first = [*leave, *likely] if doubt.lacks_unit else [*likely, *new, *leave]
        fill_combo(box, [*first, *others])
        return box

    def _on_done_clicked(self) -> None:
        self.answers = {doubt.key: str(box.currentData()) for doubt, box in zip(self._doubts, self.boxes, strict=True)}
        self.accept()
