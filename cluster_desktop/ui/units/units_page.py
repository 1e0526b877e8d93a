"""Đơn vị và cụm: units and their names, departments, clusters, roles by year, movements, pledges."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from cluster_desktop.ui.imports.import_lists import list_acts
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ListSpec
from cluster_desktop.ui.records.record_tabs import TabMaker
from cluster_desktop.ui.records.scans_tab import ScansTab
from cluster_desktop.ui.records.sections_page import PageSection, SectionsPage
from cluster_desktop.ui.units.departments_list import DepartmentsList
from cluster_desktop.ui.units.handover_list import HandoverList
from cluster_desktop.ui.units.pledge_section import PledgeList
from cluster_desktop.ui.units.roles_list import RolesList
from cluster_desktop.ui.units.units_list import UnitsList

_CLUSTERS = ListSpec(
    kind="cluster",
    add_text="Thêm cụm, khối",
    icon="swap",
    empty_title="Chưa có cụm hay khối thi đua nào",
    empty_text="Một trường vừa thuộc cụm của Học viện, vừa thuộc khối thi đua của tỉnh.",
    subtitle=("region",),
)
_MOVEMENTS = ListSpec(
    kind="movement",
    add_text="Thêm phong trào",
    icon="star",
    empty_title="Chưa có phong trào nào",
    empty_text="Ghi các phong trào thi đua do Học viện, tỉnh hoặc cụm phát động.",
    subtitle=("launched_by",),
)


class ScannedList(ListPage):
    """A list whose records have scans of signed papers."""

    def __init__(self, operations: Operations, spec: ListSpec) -> None:
        scans = (TabMaker("Bản chụp", partial(ScansTab, operations)),)
        super().__init__(operations, replace(spec, tabs=scans, acts=list_acts(self, spec.kind)))


class UnitsPage(SectionsPage):
    """Six short lists that change rarely and that all other records refer to."""

    TITLE: ClassVar[str] = "Đơn vị và cụm"

    def __init__(self, operations: Operations) -> None:
        super().__init__(
            [
                PageSection("unit", "Đơn vị", partial(UnitsList, operations)),
                PageSection("department", "Khoa, phòng", partial(DepartmentsList, operations)),
                PageSection("cluster", "Cụm, khối", partial(ScannedList, operations, _CLUSTERS)),
                PageSection("membership", "Vai trò theo năm", partial(RolesList, operations)),
                PageSection("movement", "Phong trào", partial(ScannedList, operations, _MOVEMENTS)),
                PageSection("pledge_target", "Giao ước", partial(PledgeList, operations)),
                PageSection("handover_item", "Bàn giao", partial(HandoverList, operations)),
            ]
        )
