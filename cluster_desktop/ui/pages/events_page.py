"""Sự kiện: the cluster's log, and one event with its papers, results, gifts, participants and photos."""

from functools import partial
from typing import ClassVar

from cluster_desktop.settings import Settings
from cluster_desktop.ui.list_page import ListPage
from cluster_desktop.ui.list_spec import ChildTab, ListSpec
from cluster_desktop.ui.operations import Operations
from cluster_desktop.ui.photos_tab import PhotosTab
from cluster_desktop.ui.record_tabs import TabMaker


class EventsPage(ListPage):
    """The events of the chosen year."""

    TITLE: ClassVar[str] = "Sự kiện"

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="event",
            add_text="Thêm sự kiện",
            icon="calendar-empty",
            search_text="Tìm theo tên, địa điểm",
            empty_title="Năm này chưa ghi sự kiện nào",
            empty_text="Ghi hội thảo, giao lưu, thiện nguyện, hội nghị… Báo cáo năm lấy số liệu từ đây.",
            filters=("kind", "level", "host_uid"),
            subtitle=("kind", "year", "host_uid"),
            carried=("kind", "level", "host_uid"),
            children=(
                ChildTab(kind="paper", owner="event_uid", title="Tham luận"),
                ChildTab(kind="result", owner="event_uid", title="Kết quả"),
                ChildTab(kind="gift", owner="event_uid", title="Quà tặng"),
                ChildTab(kind="participant", owner="event_uid", title="Đơn vị tham gia"),
            ),
            tabs=(TabMaker("Ảnh, tệp", partial(PhotosTab, operations)),),
        )
        super().__init__(operations, Settings.load(), spec)
