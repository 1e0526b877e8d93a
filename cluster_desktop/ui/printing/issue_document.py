"""Phát hành: the book keeps the very paper on show; a later version asks what it is for."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cluster_desktop.commands.official_documents.issuing import issue
from cluster_desktop.commands.official_documents.printable import Printable, Request
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import Item, grow, in_row, stretch
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.print_items import Proof

_SIZE = (560, 420)
_FIRST_SIZE = (520, 220)
_WHAT = (
    "Sổ giữ đúng bản đang xem, với số, ngày và người ký; in lại sau này là bản ấy, dù số liệu trong sổ có đổi. "
    "Hãy phát hành sau khi đã cấp số và kiểm tra xong."
)


class IssueDialog(ActDialog):
    """Asks whether to keep the paper of a proof, and for the reason of a version after the first."""

    def __init__(self, operations: Operations, proof: Proof, parent: QWidget) -> None:
        again = bool(proof.issued.uid)
        title = f"Phát hành {proof.order.item.title}"
        super().__init__(operations, title, parent, _SIZE if again else _FIRST_SIZE)
        if proof.order.item.document is None or proof.request is None:
            raise TypeError("only documents are issued")
        self._printable: Printable = proof.order.item.document
        self._request: Request = proof.request
        self.reason = QLineEdit(placeholderText="ví dụ: sửa tên một cán bộ theo đề nghị của khoa")
        self.places = QPlainTextEdit(readOnly=True)
        self.places.setAccessibleName("Những chỗ khác bản đã phát hành")
        self.places.setTabChangesFocus(True)
        self.places.setPlainText("\n".join(place.sentence for place in proof.issued.differences))
        self.going = go_button(self, "&Phát hành", self._on_going_clicked)
        kept = label(f"{proof.issued.sentence} Bản cũ vẫn được giữ.", wraps=True)
        changed: tuple[Item, ...] = (kept, grow(self.places))
        asked = in_row(label("&Lý do", buddy=self.reason), grow(self.reason))
        first: tuple[Item, ...] = (label(_WHAT, wraps=True), stretch())
        column_of(self, *((*changed, asked) if again else first), self.message, foot_of(self, self.going))
        (self.reason if again else self.going).setFocus()

    def _on_going_clicked(self) -> None:
        self.carry_out(issue, self._printable, self._request, self.reason.text())
