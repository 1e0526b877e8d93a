"""Qt's own words in Vietnamese: context menus of text fields and standard buttons (Qt ships no vi)."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator
from typing_extensions import override

_WORDS: Final = {
    "&Undo": "&Hoàn tác",
    "&Redo": "&Làm lại",
    "Cu&t": "&Cắt",
    "&Copy": "&Sao chép",
    "&Paste": "&Dán",
    "Delete": "Xóa",
    "Select All": "Chọn tất cả",
    "Copy &Link Location": "Sao chép địa chỉ",
    "OK": "Đồng ý",
    "&OK": "Đồng ý",
    "Cancel": "Bỏ qua",
    "&Cancel": "Bỏ qua",
    "Close": "Đóng",
    "&Close": "Đóng",
    "Save": "Lưu",
    "&Save": "&Lưu",
    "Open": "Mở",
    "&Open": "&Mở",
    "Apply": "Áp dụng",
    "Reset": "Đặt lại",
    "Help": "Trợ giúp",
    "Discard": "Bỏ",
    "&Yes": "&Có",
    "&No": "&Không",
    "Retry": "Thử lại",
    "Show Details...": "Xem chi tiết…",
    "Hide Details...": "Ẩn chi tiết",
    "&Look in:": "Tìm &trong:",
    "File &name:": "&Tên tệp:",
    "Files of &type:": "&Kiểu tệp:",
    "Directory:": "Thư mục:",
    "&Choose": "&Chọn",
    "Create New Folder": "Tạo thư mục mới",
    "Create a New Folder": "Tạo thư mục mới",
    "Show &hidden files": "Hiện tệp ẩ&n",
    "Go back": "Quay lại",
    "Go forward": "Tiến tới",
    "Go to the parent directory": "Lên thư mục trên",
    "Change to detail view mode": "Xem chi tiết",
    "Change to list view mode": "Xem danh sách",
    "Files": "Tệp",
    "Folder": "Thư mục",
    "Drive": "Ổ đĩa",
    "&New Folder": "Thư mục &mới",
    "&Rename": "Đổi &tên",
    "&Delete": "&Xóa",
    "Name": "Tên",
    "Size": "Cỡ",
    "Type": "Kiểu",
    "Date Modified": "Ngày sửa",
    "My Computer": "Máy tính",
    "Computer": "Máy tính",
    "Parent Directory": "Thư mục trên",
    "Back": "Quay lại",
    "Forward": "Tiến tới",
    "List View": "Danh sách",
    "Detail View": "Chi tiết",
    "All Files (*)": "Mọi tệp (*)",
}


class _Vietnamese(QTranslator):
    """A translator of Qt's own words; unknown words stay as they are."""

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return _WORDS.get(source)

    @override
    def isEmpty(self) -> bool:
        return False


def install_translation(app: QCoreApplication) -> None:
    """Install the translator of Qt's own words."""
    app.installTranslator(_Vietnamese(app))
