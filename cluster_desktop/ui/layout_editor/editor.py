"""The layout editor: boxes of a certificate dragged and sized in millimetres, with undo; kept as an own layout."""

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.commands.printing.layouts import keep_layout
from cluster_desktop.documents.certificates.certificates import CertificateContent, write_certificates
from cluster_desktop.documents.certificates.layout_file import parse_layout
from cluster_desktop.documents.certificates.layout_pieces import LayoutPiece, pieces_of, with_piece, with_title
from cluster_desktop.documents.pictures.page_pictures import Preview
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.choice_box import ChoiceBox
from cluster_desktop.ui.kit.labels import button, icon_button, label
from cluster_desktop.ui.kit.layouts import Space, form_grid, grow, in_column, in_row, scrolled, stretch
from cluster_desktop.ui.kit.lists import millimetre_box
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.kit.shortcuts import REDO, UNDO, hinted
from cluster_desktop.ui.layout_editor.sheet_view import SheetView

_SIDES: Final = {"x": "Từ mép &trái", "y": "Từ mép t&rên", "width": "&Rộng", "height": "&Cao"}
_SIZE: Final = (1180, 660)
_DOTS: Final = 110
_PICTURES: Final = "Ảnh (*.png *.jpg *.jpeg *.bmp)"
_WHERE: Final = "mẫu đang sửa"


class LayoutEditor(ActDialog):
    """``kept`` (name) when the layout was saved into the workspace."""

    kept = Signal(str)

    def __init__(
        self, operations: Operations, base: str, text: str, contents: Sequence[CertificateContent], parent: QWidget
    ) -> None:
        super().__init__(operations, "Sửa mẫu in", parent, _SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # who opened it may ask for its text
        self._base = base
        self._texts, self._place = [text], 0
        self._samples = _samples(contents)
        self.view = SheetView()
        self.pieces = ChoiceBox()
        self.sample = ChoiceBox()
        self.title_edit = QLineEdit(_new_title(text))
        self.sides = {name: _millimetres(words.replace("&", "")) for name, words in _SIDES.items()}
        self._lay_out()
        self._connect()
        self._show()

    @property
    def text(self) -> str:
        """The layout as it stands now."""
        return self._texts[self._place]

    def _lay_out(self) -> None:
        self.undo_button = icon_button("undo", hinted("Hoàn tác", UNDO), self.undo)
        self.redo_button = icon_button("redo", hinted("Làm lại", REDO), self.redo)
        form = form_grid(
            ("Tên &mẫu", self.title_edit),
            ("&Ô đang sửa", self.pieces),
            *((words, self.sides[name]) for name, words in _SIDES.items()),
            ("Chữ &thử", self.sample),
        )
        for box in (self.pieces, self.sample):  # long words are cut, not the panel
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        self.sample.addItems([name for name, _content in self._samples])
        hint = "Kéo ô để dời, kéo góc dưới bên phải để đổi cỡ; phím mũi tên dời 0,5 mm, giữ Shift 5 mm."
        side = in_column(
            in_row(self.undo_button, self.redo_button, stretch()),
            form,
            button("Lót ảnh phôi để &so…", self._on_blank_clicked, icon="image"),
            label(hint, "hint", wraps=True),
            stretch(),
        )
        in_row(grow(self.view), self._right(side), on=self, space=Space.LARGE, margins=Space.LARGE)

    def _right(self, side: QVBoxLayout) -> QVBoxLayout:
        """Lay out the panel, which scrolls on a low screen, over the buttons, which are always there."""
        inside = QWidget()
        inside.setLayout(side)
        area = scrolled(inside)
        area.setFixedWidth(320)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return in_column(
            grow(area),
            self.message,
            in_row(stretch(), button("Thô&i", self.reject), button("&Lưu mẫu", self.save, kind="primary")),
        )

    def _connect(self) -> None:
        self.view.moved.connect(self.put)
        self.view.chosen.connect(self.choose)
        self.pieces.activated.connect(self._on_piece_activated)
        self.sample.currentIndexChanged.connect(self._show)
        for name, box in self.sides.items():
            box.valueChanged.connect(partial(self._on_side_changed, name))
        for keys, act in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def put(self, piece: LayoutPiece) -> None:
        """Move a piece, if it fits there."""
        changed = with_piece(self.text, piece)
        try:
            parse_layout(_WHERE, changed)
        except errors.DocumentError as error:
            self.message.setText(error.sentence)
            self._show_sides()
            return
        if changed != self.text:
            self._texts[self._place + 1 :] = [changed]
            self._place += 1
        self._show()

    def undo(self) -> None:
        """Undo the last change."""
        self._place = max(0, self._place - 1)
        self._show()

    def redo(self) -> None:
        """Redo the last undone change."""
        self._place = min(len(self._texts) - 1, self._place + 1)
        self._show()

    def choose(self, name: str) -> None:
        """Choose another piece."""
        self.view.choose(name)
        place = self.pieces.findData(name)
        with QSignalBlocker(self.pieces):
            self.pieces.setCurrentIndex(place)
        self._show_sides()

    def _show(self) -> None:
        """Draw the certificate with the present layout."""
        self.message.setText("")
        layout = parse_layout(_WHERE, self.text)
        content = self._samples[max(0, self.sample.currentIndex())][1]
        stream = BytesIO()
        write_certificates([content], stream, layout=layout, allow_findings=True)
        with Preview(stream.getvalue()) as preview:
            drawn = preview.picture(0, _DOTS)
        image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
        pieces = pieces_of(layout, content.heading)
        self.view.show_sheet(layout.page, pieces, image)
        if self.pieces.count() == 0:
            for piece in pieces:
                self.pieces.addItem(piece.label, piece.name)
            self.choose(pieces[0].name if pieces else "")
        self.undo_button.setEnabled(self._place > 0)
        self.redo_button.setEnabled(self._place < len(self._texts) - 1)
        self._show_sides()

    def _show_sides(self) -> None:
        piece = self.view.piece
        for name, box in self.sides.items():
            with QSignalBlocker(box):
                box.setEnabled(piece is not None and name in piece.numbers)
                box.setValue(getattr(piece, name) if piece is not None else 0.0)

    def _on_piece_activated(self, place: int) -> None:
        self.choose(self.pieces.itemData(place))

    def _on_side_changed(self, name: str, value: float) -> None:
        piece = self.view.piece
        if piece is not None and name in piece.numbers:
            self.put(piece.with_side(name, value))

    def _on_blank_clicked(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, "Ảnh chụp, quét của phôi", "", _PICTURES)
        if not path:
            return
        blank = QImage(path)
        if blank.isNull():
            self.message.setText("Không đọc được ảnh này. Hãy chọn ảnh PNG hoặc JPG khác.")
        else:
            self.view.show_blank(blank)

    @property
    @override
    def unsaved(self) -> str:
        return "Mẫu in" if self.text != self._texts[0] else ""

    @override
    def save(self) -> None:
        title = self.title_edit.text().strip()
        if not title:
            self.message.setText("Hãy đặt tên cho mẫu.")
            self.title_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        names: list[str] = []
        if self.carry_out(self._keep, with_title(self.text, title), names) is not None:
            self.kept.emit(names[0])

    def _keep(self, workspace: Workspace, text: str, names: list[str]) -> Changes:
        name, changes = keep_layout(workspace, self._base, text, _WHERE)
        names.append(name)
        return changes


def _samples(contents: Sequence[CertificateContent]) -> list[tuple[str, CertificateContent]]:
    """Return sample certificates: the first one, the longest name, the longest citation."""
    longest_name = max(contents, key=lambda content: len(content.recipient_name))
    longest_merit = max(contents, key=lambda content: len(content.citation))
    return [("Tờ đầu tiên", contents[0]), ("Tên dài nhất", longest_name), ("Thành tích dài nhất", longest_merit)]


def _new_title(text: str) -> str:
    """Propose a title that does not replace the first layout."""
    title = parse_layout(_WHERE, text).title
    return title if title.endswith("(riêng)") else f"{title} (riêng)"


def _millimetres(name: str) -> QDoubleSpinBox:
    box = millimetre_box(name, 0, 999, 0.5)
    box.setKeyboardTracking(False)
    return box
