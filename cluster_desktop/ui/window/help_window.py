"""The help pages (F1), opened at the page in use; they stand beside the program and need no internet."""

from typing import Final

from PySide6.QtWidgets import QDialog, QFrame, QTextBrowser, QWidget

from cluster_desktop import resources
from cluster_desktop.ui.kit.labels import rule
from cluster_desktop.ui.kit.layouts import Space, grow, in_row
from cluster_desktop.ui.kit.lists import line_list

TOPICS: Final = (
    ("bat-dau", "Bắt đầu", ""),
    ("tong-quan", "Tổng quan", "overview"),
    ("can-bo", "Cán bộ", "people"),
    ("nhap-excel", "Nhập từ Excel, Word", ""),
    ("don-vi", "Đơn vị và cụm", "units"),
    ("thi-dua", "Thi đua – Khen thưởng", "awards"),
    ("su-kien", "Sự kiện", "events"),
    ("cham-diem", "Chấm điểm cụm", "scoring"),
    ("in-an", "In ấn", "print"),
    ("thiet-lap", "Thiết lập", "settings"),
    ("sao-luu", "Sao lưu, khôi phục", ""),
    ("phim-tat", "Phím tắt", ""),
    ("cai-dat", "Cài đặt, lần đầu mở", ""),
    ("tin-hoc", "Dành cho bộ phận tin học", ""),
)
_TEXT_MARGIN: Final = 20


class HelpWindow(QDialog):
    """Topics at the left, the text at the right; stays open during work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Trợ giúp – Sổ Thi Đua")
        self.resize(820, 560)
        self.topics = line_list("Các mục trợ giúp")
        self.topics.setFrameShape(QFrame.Shape.NoFrame)
        self.topics.setFixedWidth(210)
        self.topics.addItems([title for _file, title, _page in TOPICS])
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(_TEXT_MARGIN)
        self.text.setAccessibleName("Nội dung trợ giúp")
        in_row(self.topics, rule(upright=True), grow(self.text), on=self, space=Space.NONE)
        self.topics.currentRowChanged.connect(self._on_topics_row_changed)

    def show_page(self, key: str) -> None:
        """Turn to the topic of a page; any other key shows the first steps."""
        pages = [page for _file, _title, page in TOPICS]
        self.topics.setCurrentRow(pages.index(key) if key and key in pages else 0)

    def _on_topics_row_changed(self, row: int) -> None:
        self.text.setMarkdown(resources.read_text("help", f"{TOPICS[row][0]}.md"))


def show_help(parent: QWidget, page: str) -> HelpWindow:
    """Open the help at a page's topic, or bring the open one to the front."""
    open_window = parent.findChild(HelpWindow)
    window = open_window if isinstance(open_window, HelpWindow) else HelpWindow(parent)
    window.show_page(page)
    window.show()
    window.raise_()
    return window
