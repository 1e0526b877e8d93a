"""Handing the cluster over: the list of this year's head for the next, ticked off item by item."""

import datetime
from functools import partial

from cluster_desktop.commands.units.handover import list_handover, tick_items
from cluster_desktop.ui.imports.import_lists import list_acts
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ListAct, ListSpec
from cluster_desktop.ui.records.record_tabs import TabMaker
from cluster_desktop.ui.records.scans_tab import ScansTab

_MINUTES = "handover-minutes"


class HandoverList(ListPage):
    """The items of the chosen year."""

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="handover_item",
            add_text="Thêm nội dung",
            icon="clipboard-task",
            empty_title="Năm này chưa có danh mục bàn giao",
            empty_text="Lấy danh mục thường lệ rồi thêm bớt cho vừa; cuối năm đánh dấu từng nội dung và in biên bản.",
            subtitle=("year", "done_on"),
            tabs=(TabMaker("Bản chụp", partial(ScansTab, operations)),),
            acts=(
                ListAct("Lấy danh mục thường lệ", "clipboard-task", self.fill, when_empty=True),
                ListAct("Đánh dấu đã bàn giao", "checkmark", partial(self.tick, True)),
                ListAct("Bỏ đánh dấu", "dismiss", partial(self.tick, False)),
                ListAct("In biên bản bàn giao", "print", self.print_minutes),
                *list_acts(self, "handover_item"),
            ),
        )
        super().__init__(operations, spec)

    def fill(self) -> None:
        """Fill in the usual list of the year."""
        self.operations.do(list_handover, self.year)

    def tick(self, done: bool) -> None:
        """Mark the chosen items as handed over today, or as not yet."""
        uids = self.chosen_uids("các nội dung")
        if uids and self.may_go():
            self.operations.do(tick_items, uids, done=done, on=datetime.date.today())

    def print_minutes(self) -> None:
        """Show the minutes on the printing page."""
        self.record_requested.emit("print", _MINUTES)
