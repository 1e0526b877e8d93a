"""Đợt đề nghị: the rounds of a year, and filling one with nominations."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.ui.awards.propose import ProposeDialog
from cluster_desktop.ui.imports.import_lists import list_acts
from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ChildTab, ListAct, ListSpec


class RoundsList(ListPage):
    """Rounds with their nominations beside them."""

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="round",
            add_text="Thêm đợt đề nghị",
            icon="clipboard-task",
            empty_title="Năm này chưa có đợt đề nghị nào",
            empty_text="Mở một đợt (thường xuyên, chuyên đề hoặc đột xuất) rồi lập danh sách đề nghị từ các đăng ký.",
            filters=("kind",),
            subtitle=("kind", "year"),
            children=(ChildTab(kind="nomination", owner="round_uid", title="Đề nghị", read_only=True),),
            acts=(ListAct("Lập danh sách đề nghị…", "clipboard-task", self.propose), *list_acts(self, "round")),
        )
        super().__init__(operations, spec)

    @override
    def new_values(self) -> dict[str, Value]:
        """Return the values of the regular round of the year; its name is proposed where the year has none yet."""
        first = not self.list.model.rowCount()
        name = {"name": f"Tổng kết thi đua năm {self.year}"} if first and self.year else {}
        return {**super().new_values(), **name}

    @override
    def head_acts(self) -> tuple[QWidget, ...]:
        return (button("&Lập danh sách…", self.propose, icon="clipboard-task"),)

    def propose(self) -> None:
        """Fill the chosen round from registrations."""
        ProposeDialog(self.operations, self.year, self.record.uid, self.window()).open()
