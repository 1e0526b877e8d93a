"""Đơn vị và cụm: units and their names, departments, clusters, roles by year, movements, pledges."""

from functools import partial
from typing import ClassVar

from cluster_desktop.settings import Settings
from cluster_desktop.ui.list_page import ListPage
from cluster_desktop.ui.list_spec import ChildTab, ListSpec
from cluster_desktop.ui.operations import Operations
from cluster_desktop.ui.pages.pledge_section import PledgeList
from cluster_desktop.ui.pages.sections_page import Section, SectionsPage

_UNITS = ListSpec(
    kind="unit",
    add_text="Thêm đơn vị",
    icon="building",
    empty_title="Chưa có đơn vị nào",
    empty_text="Thêm các trường trong cụm, rồi đến khoa, phòng của từng trường.",
    subtitle=("short_name", "province"),
    children=(
        ChildTab(kind="department", owner="unit_uid", title="Khoa, phòng"),
        ChildTab(kind="former_name", owner="unit_uid", title="Tên cũ"),
        ChildTab(kind="membership", owner="unit_uid", title="Vai trò"),
        ChildTab(kind="award", owner="unit_uid", title="Khen thưởng", read_only=True),
    ),
)
_DEPARTMENTS = ListSpec(
    kind="department",
    add_text="Thêm khoa, phòng",
    icon="building",
    empty_title="Chưa có khoa, phòng nào",
    empty_text="Mỗi trường thường có Ban Giám hiệu, 03 khoa và 02 phòng.",
    filters=("unit_uid", "kind"),
    subtitle=("unit_uid",),
    carried=("unit_uid", "kind"),
    children=(ChildTab(kind="award", owner="department_uid", title="Khen thưởng", read_only=True),),
)
_CLUSTERS = ListSpec(
    kind="cluster",
    add_text="Thêm cụm, khối",
    icon="swap",
    empty_title="Chưa có cụm hay khối thi đua nào",
    empty_text="Một trường vừa thuộc cụm của Học viện, vừa thuộc khối thi đua của tỉnh.",
    subtitle=("region",),
)
_ROLES = ListSpec(
    kind="membership",
    add_text="Thêm vai trò",
    icon="star",
    empty_title="Năm này chưa ghi đơn vị nào",
    empty_text="Ghi cụm trưởng, cụm phó và đơn vị đăng cai của năm.",
    filters=("role", "cluster_uid"),
    subtitle=("role", "cluster_uid"),
    carried=("cluster_uid",),
)
_MOVEMENTS = ListSpec(
    kind="movement",
    add_text="Thêm phong trào",
    icon="star",
    empty_title="Chưa có phong trào nào",
    empty_text="Ghi các phong trào thi đua do Học viện, tỉnh hoặc cụm phát động.",
    subtitle=("launched_by",),
)


class UnitsPage(SectionsPage):
    """Six short lists that change rarely and that everything else points to."""

    TITLE: ClassVar[str] = "Đơn vị và cụm"

    def __init__(self, operations: Operations) -> None:
        settings = Settings.load()
        specs = (
            ("Đơn vị", _UNITS),
            ("Khoa, phòng", _DEPARTMENTS),
            ("Cụm, khối", _CLUSTERS),
            ("Vai trò theo năm", _ROLES),
            ("Phong trào", _MOVEMENTS),
        )
        made = [Section(spec.kind, words, partial(ListPage, operations, settings, spec)) for words, spec in specs]
        super().__init__([*made, Section("pledge_target", "Giao ước", partial(PledgeList, operations))])
