"""Cán bộ: the roster of every unit, and one person with everything that belongs to them."""

from functools import partial
from typing import ClassVar

from cluster_desktop.domain.people.vocabulary import ON_STAFF
from cluster_desktop.domain.record_kinds.import_kinds import INITIATIVES, RATINGS, STAFF, ImportKind
from cluster_desktop.records.queries.lists.ahead import ahead
from cluster_desktop.records.queries.people.participation import person_events
from cluster_desktop.records.rows import Filter
from cluster_desktop.ui.imports.import_lists import list_acts
from cluster_desktop.ui.imports.import_table import import_from_file
from cluster_desktop.ui.imports.make_forms import make_forms
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.lists.link_tab import LinkTab
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ChildTab, ListAct, ListSpec
from cluster_desktop.ui.records.record_tabs import TabMaker

_NO_PARTS = "Chưa có tham luận, kết quả hay lần tham gia nào. Ghi ở từng sự kiện, chọn tên trong danh sách cán bộ."

_CHILDREN = (
    ChildTab(kind="service", owner="person_uid", title="Quá trình công tác"),
    ChildTab(kind="qualification", owner="person_uid", title="Văn bằng"),
    ChildTab(kind="rating", owner="person_uid", title="Xếp loại"),
    ChildTab(kind="initiative", owner="person_uid", title="Sáng kiến"),
    ChildTab(kind="award", owner="person_uid", title="Khen thưởng", read_only=True),
    ChildTab(kind="discipline", owner="person_uid", title="Kỷ luật"),
)


class PeoplePage(ListPage):
    """The roster; people who left are one click away in the filter."""

    TITLE: ClassVar[str] = "Cán bộ"

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="person",
            add_text="Thêm người",
            icon="people",
            search_text="Tìm theo tên, không cần dấu",
            empty_title="Chưa có cán bộ nào",
            empty_text="Nhập cả danh sách từ tệp Excel đang dùng, hoặc thêm từng người.",
            filters=("unit_uid", "degree", "status"),
            usual=(Filter("status", ON_STAFF),),
            filter_names={("status", frozenset(ON_STAFF)): "Còn ở đơn vị"},
            subtitle=("position", "department_uid", "unit_uid"),
            ahead=ahead,
            carried=("unit_uid", "department_uid", "employment"),
            children=_CHILDREN,
            tabs=(
                TabMaker(
                    "Tham gia", partial(LinkTab, operations, person_events, "Tham luận, kết quả, lần dự", _NO_PARTS)
                ),
            ),
            acts=self._acts(),
        )
        super().__init__(operations, spec)

    def _acts(self) -> tuple[ListAct, ...]:
        return (
            ListAct("Nhập cán bộ từ Excel, Word…", "import", partial(self.import_table, STAFF), when_empty=True),
            ListAct("Nhập bảng xếp loại…", "import", partial(self.import_table, RATINGS)),
            ListAct("Nhập sáng kiến, đề tài…", "import", partial(self.import_table, INITIATIVES)),
            ListAct("Biểu danh sách cán bộ để đơn vị điền…", "export", partial(self.make_forms, STAFF)),
            ListAct("Biểu xếp loại để đơn vị điền…", "export", partial(self.make_forms, RATINGS)),
            *list_acts(self, "person"),
        )

    def make_forms(self, kind: ImportKind) -> None:
        """Make forms for units to fill in and send back."""
        make_forms(self.operations, kind.key, self.year, self.window())

    def import_table(self, kind: ImportKind) -> None:
        """Import a list of people, or of what belongs to them, from a file the person chooses."""
        import_from_file(self.operations, kind, self.window(), year=self.year)
