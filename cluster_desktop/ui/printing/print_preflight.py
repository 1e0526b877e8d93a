"""The bar below the preview with the findings and buttons to save and print; the row above it with progress."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QMenu, QProgressBar, QPushButton, QToolButton, QWidget

from cluster_desktop.documents.certificates.imposition import PER_PAGE
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.ui.kit import icons, theme
from cluster_desktop.ui.kit.flow_layout import FlowLayout, take_width
from cluster_desktop.ui.kit.labels import TagLabel, button, icon_button, label, put_on_ground, rule
from cluster_desktop.ui.kit.layouts import BAR, STRIP, Space, grow, in_column, in_row, placed
from cluster_desktop.ui.kit.lists import ClosableList
from cluster_desktop.ui.kit.tones import ACCENT, CAUTION, GOOD, WRONG
from cluster_desktop.ui.printing.print_checks import Check, checks, tags
from cluster_desktop.ui.printing.print_items import Proof

_PAGE: Final = Qt.ItemDataRole.UserRole
_ICONS: Final = {GOOD: "success", CAUTION: "warning", WRONG: "error", ACCENT: "info"}
_LIST_ROW: Final = 28
_MOST_ROWS: Final = 6
_LEAST_ROWS: Final = 2
_SHARE: Final = 0.28


class CheckList(ClosableList):
    """Every finding in a sentence; choosing one requests its page. Esc closes the list."""

    page_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _MOST_ROWS
        self.setAccessibleName("Kiểm tra trước khi in")
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListWidget { border: none; padding: 4px 8px; }")
        self.itemClicked.connect(self._on_item_chosen)
        self.itemActivated.connect(self._on_item_chosen)
        self.currentItemChanged.connect(self._on_item_chosen)
        self.hide()

    def show_checks(self, listed: Sequence[Check]) -> None:
        """List these; a list that is open stays open."""
        self.blockSignals(True)
        self.clear()
        for check in listed:
            place = "" if check.page is None else f"Tờ {check.page + 1}  ·  "
            item = QListWidgetItem(icons.icon(_ICONS[check.tone], check.tone), f"{place}{check.sentence}", self)
            item.setData(_PAGE, check.page)
            item.setSizeHint(QSize(0, _LIST_ROW))
            item.setToolTip(check.sentence)
        self.blockSignals(False)
        self._set_height()

    def set_room(self, height: int) -> None:
        """Take no more than a share of a page of this height."""
        self._rows = max(_LEAST_ROWS, min(_MOST_ROWS, int(height * _SHARE / _LIST_ROW)))
        self._set_height()

    def _set_height(self) -> None:
        self.setFixedHeight(max(_LEAST_ROWS, min(self.count(), self._rows)) * _LIST_ROW + 10)

    def _on_item_chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        page = item.data(_PAGE) if item is not None else None
        if page is not None:
            self.page_requested.emit(page)


class ProofBar(QWidget):
    """Tags at the left, buttons for the proof at the right, the list of checks above them."""

    print_requested = Signal()
    pdf_requested = Signal()
    each_requested = Signal()
    several_requested = Signal(int)  # sheets to a page
    format_requested = Signal(str)  # ".docx" or ".xlsx"
    figures_requested = Signal()
    issue_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        put_on_ground(self)
        self._narrow = False
        self.list = CheckList()
        self.list.closed.connect(self._on_list_closed)
        self._tags = QWidget()
        self._flow = FlowLayout(self._tags)
        self.link = button("", self.toggle_list, kind="link")
        self.figures = button("&Nguồn số liệu", self.figures_requested.emit, kind="link")
        self.figures.setToolTip("Mỗi số trong báo cáo được đếm từ những bản ghi nào")
        self.issue = button("&Phát hành…", self.issue_requested.emit, icon="lock")
        self.issue.setToolTip("Giữ đúng bản này trong sổ, với số, ngày và người ký")
        self.word = button("Lưu &Word", partial(self.format_requested.emit, ".docx"), icon="document")
        self.excel = button("Lưu &Excel", partial(self.format_requested.emit, ".xlsx"), icon="table")
        self.pdf = button("&Lưu PDF", self.pdf_requested.emit, icon="pdf", tip="Lưu PDF (Ctrl+S)")
        self.more = self._make_more()
        self.print = button("&In", self.print_requested.emit, kind="primary", icon="print", tip="In (Ctrl+P)")
        self._lay_out()
        self.show_proof(None)

    def _make_more(self) -> QToolButton:
        more = icon_button("chevron-down", "Cách lưu khác")
        menu = QMenu(more)
        menu.addAction("Lưu tất cả vào một tệp PDF…").triggered.connect(self.pdf_requested)
        menu.addAction("Lưu mỗi người một tệp PDF…").triggered.connect(self.each_requested)
        for count in PER_PAGE:
            act = menu.addAction(f"Lưu PDF {count} tờ trên một trang…")
            act.triggered.connect(partial(self.several_requested.emit, count))
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return more

    def _lay_out(self) -> None:
        take_width(self._tags)
        row = in_row(
            placed(self._tags, Qt.AlignmentFlag.AlignVCenter, 1),
            self.figures,
            self.issue,
            self.word,
            self.excel,
            self.pdf,
            self.more,
            self.print,
            margins=BAR,
        )
        in_column(rule(), self.list, row, on=self, space=Space.NONE)

    def show_proof(self, proof: Proof | None) -> None:
        """Show the findings on this proof and its buttons; None = nothing yet."""
        self._show_tags(proof)
        there = proof is not None and bool(proof.pdf)
        certificate = proof is not None and proof.order.item.is_certificate
        for widget in (self.issue, self.word, self.excel, self.pdf, self.more, self.print):
            widget.setEnabled(there)
        for widget in (self.word, self.excel):
            widget.setVisible(proof is not None and not certificate)
        self.more.setVisible(certificate)
        self.issue.setVisible(proof is not None and not certificate and not proof.issued_uid)
        self.figures.setVisible(proof is not None and bool(proof.spots))
        word = proof.order.item.sheet_word if proof is not None else "tờ"
        self.print.setText(f"&In {show_number(proof.sheets)} {word}" if proof is not None and there else "&In")

    def _show_tags(self, proof: Proof | None) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.link:
                widget.deleteLater()
        for tag in tags(proof) if proof is not None and proof.pdf else ():
            self._flow.addWidget(TagLabel(tag.text, tag.tone, tag.tip))
        listed = checks(proof) if proof is not None and proof.pdf else ()
        self._flow.addWidget(self.link)
        self.list.show_checks(listed)
        self.link.setVisible(bool(listed))
        self.show_list(bool(listed) and not self.list.isHidden())

    def show_list(self, shown: bool) -> None:
        """Open or close the list of checks."""
        self.list.setVisible(shown)
        words = "Đóng kiểm tra" if shown else "Xem kiểm tra"
        self.link.setText(words if self._narrow else f"{words} trước khi in")

    def set_room(self, height: int, *, narrow: bool) -> None:
        """Adapt to a page of this height, with few words where it is narrow."""
        self._narrow = narrow
        self.list.set_room(height)
        self.show_list(not self.list.isHidden())

    def toggle_list(self) -> None:
        """Open the list of checks, or close it."""
        self.show_list(self.list.isHidden())
        if not self.list.isHidden():
            self.list.setFocus()

    def _on_list_closed(self) -> None:
        self.show_list(False)
        self.link.setFocus()


class MakingRow(QWidget):
    """The progress of a proof that takes a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("Đang dựng bản xem trước…", "quiet")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.stop = QPushButton("&Dừng")
        self.stop.setProperty("kind", "link")
        self.stop.setAutoDefault(False)
        in_row(self._words, grow(self._bar), self.stop, on=self, space=Space.MEDIUM, margins=STRIP)
        self.setMinimumHeight(theme.CONTROL)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Move the bar; a total of 0 means that the amount of work is unknown."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        numbers = f" {show_number(done)} / {show_number(total)}" if total else ""
        self._words.setText(f"Đang dựng bản xem trước…{numbers}")
