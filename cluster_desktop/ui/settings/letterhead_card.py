"""The card of the settings that shows whose letterhead our documents carry, and leads to where it is written."""

import datetime

from PySide6.QtCore import Qt, Signal

from cluster_desktop.records.queries.units.issuers import home_issuer
from cluster_desktop.records.queries.units.office import home_uid, unclaimed_letterhead
from cluster_desktop.ui.kit.cards import Banner, Card
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import fill, in_row, stretch
from cluster_desktop.ui.kit.operations import Operations

_OF_UNIT = "Mỗi đơn vị có đầu văn bản, địa danh, người ký và dãy số riêng, sửa ở phần “Văn bản” của đơn vị."
_OF_CLUSTER = "Chưa chọn đơn vị của văn phòng, nên văn bản chung mang tên cụm và do Cụm trưởng của năm ký."
_UNCLAIMED = (
    "Đầu văn bản đã nhập trước đây ({words}) chưa thuộc đơn vị nào. "
    "Chọn “Đơn vị của văn phòng” rồi bấm Lưu để đơn vị ấy dùng."
)


class LetterheadCard(Card):
    """The letterhead of our unit or of the cluster; ``opened`` (kind, uid) asks for its record."""

    opened = Signal(str, str)

    def __init__(self, operations: Operations) -> None:
        super().__init__("Đầu văn bản của ta")
        self._operations = operations
        self.words = label("", wraps=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.hint = label("", "hint", wraps=True)
        self.unclaimed = Banner()
        self.edit = button("Sửa đầu &văn bản…", self._on_edit_clicked, icon="edit")
        fill(self.body, self.words, self.hint, self.unclaimed, in_row(self.edit, stretch()))
        self.reread()

    def reread(self) -> None:
        """Show the letterhead as it stands."""
        read = self._operations.workspace.read
        issuer, home = read(home_issuer, datetime.date.today()), read(home_uid)
        signed = " / ".join(line.upper() for line in issuer.signer_titles)
        self.words.setText(
            f"{issuer.superior.upper()}\n{issuer.organ.upper()}\n{issuer.place}, ngày …\n{signed}: {issuer.signer_name}"
        )
        self.hint.setText(_OF_UNIT if home else _OF_CLUSTER)
        self.edit.setEnabled(home is not None)
        if kept := read(unclaimed_letterhead):
            self.unclaimed.show_text(_UNCLAIMED.format(words="; ".join(kept.values())))
        else:
            self.unclaimed.hide()

    def _on_edit_clicked(self) -> None:
        home = self._operations.workspace.read(home_uid)
        if home is not None:
            self.opened.emit("unit", home)
