"""The units of the cluster: their records, history and awards, and the acts of renaming and merging."""

from functools import partial

from cluster_desktop.commands.units.unit_changes import merge_units, rename_unit
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft, RenameDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.people.participation import unit_awards, unit_events
from cluster_desktop.records.queries.printing.issued import IssuedScope
from cluster_desktop.records.queries.units.mergers import merger
from cluster_desktop.ui.imports.import_lists import list_acts
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.lists.link_tab import LinkTab
from cluster_desktop.ui.printing.issued_view import IssuedTab
from cluster_desktop.ui.records.form_act import FormActDialog
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ChildTab, ListAct, ListSpec
from cluster_desktop.ui.records.record_tabs import TabMaker
from cluster_desktop.ui.units.chosen_row import as_kind, chosen_row

_NO_AWARDS = "Chưa ghi khen thưởng nào của tập thể, cá nhân thuộc đơn vị."
_NO_PARTS = "Chưa ghi sự kiện nào đơn vị đăng cai hay tham gia."
_CHOOSE = "Hãy chọn một đơn vị trong danh sách trước."


class UnitsList(ListPage):
    """Units under their present names; a merged unit stays with its history."""

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="unit",
            add_text="Thêm đơn vị",
            icon="building",
            empty_title="Chưa có đơn vị nào",
            empty_text="Thêm các trường trong cụm, rồi đến khoa, phòng của từng trường.",
            subtitle=("short_name", "province", "dissolved_on"),
            children=(
                ChildTab(kind="department", owner="unit_uid", title="Khoa, phòng"),
                ChildTab(kind="unit_head", owner="unit_uid", title="Người đứng đầu"),
                ChildTab(kind="former_name", owner="unit_uid", title="Tên cũ"),
                ChildTab(kind="membership", owner="unit_uid", title="Vai trò"),
                ChildTab(kind="unit_rating", owner="unit_uid", title="Xếp loại"),
            ),
            tabs=(
                TabMaker("Khen thưởng", partial(LinkTab, operations, unit_awards, "Khen thưởng", _NO_AWARDS)),
                TabMaker("Đã phát hành", partial(IssuedTab, operations, _issued)),
                TabMaker("Tham gia", partial(LinkTab, operations, unit_events, "Đã đăng cai, tham gia", _NO_PARTS)),
            ),
            acts=self._acts(),
        )
        super().__init__(operations, spec)

    def _acts(self) -> tuple[ListAct, ...]:
        return (
            ListAct("Đổi tên đơn vị…", "edit", self.rename),
            ListAct("Sáp nhập đơn vị vào đơn vị khác…", "swap", self.merge),
            *list_acts(self, "unit"),
        )

    def rename(self) -> FormActDialog | None:
        """Give the chosen unit a new name from a day on."""
        row = chosen_row(self, _CHOOSE)
        if row is None:
            return None
        words = (f"Đổi tên {row.shown['short_name']}", "Đổi &tên")
        dialog = FormActDialog(self.operations, words, RenameDraft, partial(self._rename, row.uid), self.window())
        dialog.start({key: row.values[key] for key in ("name", "short_name", "province")})
        return dialog

    def merge(self) -> FormActDialog | None:
        """Merge the chosen unit into another."""
        row = chosen_row(self, _CHOOSE)
        if row is None:
            return None
        words = (f"Sáp nhập {row.shown['short_name']}", "&Sáp nhập")
        act, look = partial(self._merge, row.uid), partial(self._foresee, row.uid)
        dialog = FormActDialog(self.operations, words, MergerDraft, act, self.window(), look)
        dialog.start({})
        return dialog

    def _rename(self, uid: str, workspace: Workspace, draft: Draft) -> Changes:
        return rename_unit(workspace, uid, as_kind(RenameDraft, draft))

    def _merge(self, uid: str, workspace: Workspace, draft: Draft) -> Changes:
        return merge_units(workspace, uid, as_kind(MergerDraft, draft))

    def _foresee(self, uid: str, draft: Draft) -> str:
        merging = as_kind(MergerDraft, draft)
        if not merging.target_uid or merging.target_uid == uid:
            return ""
        on = merging.on or PartialDate(self.year, 12, 31)
        outcome = self.operations.workspace.read(merger, uid, merging.target_uid, on)
        return "\n".join(f"• {sentence}" for sentence in outcome.sentences())


def _issued(uid: str) -> IssuedScope:
    return IssuedScope(unit_uid=uid, nothing="Chưa phát hành văn bản nào của đơn vị này.")
