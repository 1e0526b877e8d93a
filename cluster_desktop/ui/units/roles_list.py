"""Roles by year: the table of years and units, or the list of single roles."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop.ui.imports.import_lists import list_acts
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.list_spec import ListSpec
from cluster_desktop.ui.records.viewed_list import ViewedListPage
from cluster_desktop.ui.units.roles_matrix import RolesMatrix

_SPEC = ListSpec(
    kind="membership",
    add_text="Thêm vai trò",
    icon="star",
    empty_title="Năm này chưa ghi đơn vị nào",
    empty_text="Ghi cụm trưởng, cụm phó và đơn vị đăng cai của năm, hoặc dự kiến cả năm ở “Bảng các năm”.",
    filters=("role", "cluster_uid"),
    subtitle=("role", "cluster_uid"),
    carried=("cluster_uid",),
)


class RolesList(ViewedListPage):
    """Head, deputies and host of every year."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations, replace(_SPEC, acts=list_acts(self, "membership")))

    @override
    def other_views(self) -> Sequence[tuple[str, QWidget]]:
        self.matrix = RolesMatrix(self.operations)
        return (("&Bảng các năm", self.matrix),)

    @override
    def choose_view(self, place: int) -> None:
        super().choose_view(place)
        if self.layout() is not None:
            self._show_sides(in_record=False)

    @override
    def _show_sides(self, *, in_record: bool) -> None:
        """Give the table the whole width; a record turns the page to the list beside which it stands."""
        if in_record and self.stack.currentIndex():
            super().choose_view(0)
        self.sides.alone = bool(self.stack.currentIndex())
        super()._show_sides(in_record=in_record)
