"""Giao ước: the pledges of the cluster's units for a year, and their results."""

from functools import partial

from cluster_desktop.commands.units.pledges import copy_pledge_targets
from cluster_desktop.ui.imports.import_lists import list_acts
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ListAct, ListSpec
from cluster_desktop.ui.records.record_tabs import TabMaker
from cluster_desktop.ui.records.scans_tab import ScansTab


class PledgeList(ListPage):
    """The targets of a year; copied from the year before, printed as the pledge."""

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="pledge_target",
            add_text="Thêm chỉ tiêu",
            icon="swap",
            empty_title="Năm này chưa có chỉ tiêu giao ước nào",
            empty_text="Ghi các nội dung, chỉ tiêu mà các đơn vị ký giao ước đầu năm, hoặc chép từ năm trước. "
            "Khi chưa có, bản giao ước lấy các phong trào của năm.",
            subtitle=("target", "year"),
            carried=("movement_uid",),
            tabs=(TabMaker("Bản chụp", partial(ScansTab, operations)),),
            acts=(
                ListAct("Chép từ năm trước", "copy", self.copy, when_empty=True),
                ListAct("In bản giao ước…", "print", self.print_pledge),
                *list_acts(self, "pledge_target"),
            ),
        )
        super().__init__(operations, spec)

    def copy(self) -> None:
        """Copy the targets of the year before."""
        self.operations.do(copy_pledge_targets, self.year)

    def print_pledge(self) -> None:
        """Go to the printing page with the pledge."""
        self.record_requested.emit("print", "pledge")
