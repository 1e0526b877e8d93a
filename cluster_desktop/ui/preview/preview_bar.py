"""A bar that turns the pages of a preview and zooms it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.ui.kit.drop_button import DropButton
from cluster_desktop.ui.kit.labels import icon_button, label
from cluster_desktop.ui.kit.layouts import in_row
from cluster_desktop.ui.preview.preview import Fit, PreviewView


class PreviewBar(QWidget):
    """Page number, back and forth, and a menu of sizes for one preview."""

    def __init__(self, view: PreviewView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.number = self._make_number()
        self._of = label("/ 1", "quiet")
        self.back = icon_button("chevron-left", "Trang trước (Page Up)", partial(self._step, -1))
        self.forth = icon_button("chevron-right", "Trang sau (Page Down)", partial(self._step, 1))
        self.zoom = self._make_zoom()
        in_row(self.number, self._of, self.back, self.forth, self.zoom, on=self)
        view.moved.connect(self._on_view_moved)
        view.zoomed.connect(self._on_view_zoomed)

    def _make_number(self) -> QLineEdit:
        number = QLineEdit()
        number.setAlignment(Qt.AlignmentFlag.AlignRight)
        number.setValidator(QIntValidator(1, 1_000_000, number))
        number.setFixedWidth(52)
        number.setAccessibleName("Trang đang xem")
        number.setToolTip("Gõ số trang rồi nhấn Enter (Ctrl+F)")
        number.returnPressed.connect(self._on_number_entered)
        return number

    def _make_zoom(self) -> DropButton:
        zoom = DropButton()
        zoom.set_acts(
            ("Vừa cả trang\tCtrl+0", partial(self._view.set_fit, Fit.PAGE)),
            ("Vừa chiều ngang", partial(self._view.set_fit, Fit.WIDTH)),
            ("Cỡ thật 100%\tCtrl+1", self._view.true_size),
            None,
            ("Phóng to\tCtrl++", self._view.zoom_in),
            ("Thu nhỏ\tCtrl+-", self._view.zoom_out),
        )
        return zoom

    def _on_view_moved(self, page: int, count: int) -> None:
        self.number.setText(str(page + 1))
        self._of.setText(f"/ {show_number(count)}")
        self.back.setEnabled(page > 0)
        self.forth.setEnabled(page + 1 < count)

    def _on_view_zoomed(self) -> None:
        percent = f"{round(self._view.scale * 100)}%"
        self.zoom.setText(percent)
        self.zoom.setToolTip("Cỡ hiển thị; Ctrl + lăn chuột để phóng to, thu nhỏ")
        self.zoom.setAccessibleName(f"Cỡ hiển thị {percent}")

    def _on_number_entered(self) -> None:
        self._view.go_to(int(self.number.text()) - 1)
        self.number.selectAll()

    def _step(self, by: int) -> None:
        self._view.go_to(self._view.page + by)
