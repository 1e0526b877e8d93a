"""The departments of the units: their records, their old names, and the act of renaming."""

from functools import partial

from cluster_desktop.commands.units.unit_changes import rename_department
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.units.unit_changes import DepartmentRenameDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.imports.import_lists import list_acts
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.form_act import FormActDialog
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ChildTab, ListAct, ListSpec
from cluster_desktop.ui.units.chosen_row import as_kind, chosen_row

_CHOOSE = "Hãy chọn một khoa, phòng trong danh sách trước."


class DepartmentsList(ListPage):
    """Departments under their present names; one that ended stays with its history."""

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="department",
            add_text="Thêm khoa, phòng",
            icon="building",
            empty_title="Chưa có khoa, phòng nào",
            empty_text="Mỗi trường thường có Ban Giám hiệu, 03 khoa và 02 phòng.",
            filters=("unit_uid", "kind"),
            subtitle=("unit_uid", "ended_on"),
            carried=("unit_uid", "kind"),
            children=(
                ChildTab(kind="former_name", owner="department_uid", title="Tên cũ"),
                ChildTab(kind="award", owner="department_uid", title="Khen thưởng", read_only=True),
            ),
            acts=(ListAct("Đổi tên khoa, phòng…", "edit", self.rename), *list_acts(self, "department")),
        )
        super().__init__(operations, spec)

    def rename(self) -> FormActDialog | None:
        """Give the chosen department a new name from a day on."""
        row = chosen_row(self, _CHOOSE)
        if row is None:
            return None
        words = (f"Đổi tên {row.title}", "Đổi &tên")
        dialog = FormActDialog(
            self.operations, words, DepartmentRenameDraft, partial(self._rename, row.uid), self.window()
        )
        dialog.start({"name": row.values["name"]})
        return dialog

    def _rename(self, uid: str, workspace: Workspace, draft: Draft) -> Changes:
        return rename_department(workspace, uid, as_kind(DepartmentRenameDraft, draft))
