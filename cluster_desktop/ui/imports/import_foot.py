"""The foot of the import window: keep the rest, import all, or import the good rows; a grey button says why."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.imports.plan import ImportPlan
from cluster_desktop.domain.record_kinds.import_kinds import ImportKind
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, in_column, in_row, stretch

_NO_FILE = "Hãy chọn một tệp có bảng."
_COMPARING = "Đang so với sổ…"
_NOTHING_NEW = "Không có gì mới để nhập."
_NOTHING_TAKEN = "Chưa chọn bảng nào để nhập. Hãy đánh dấu bảng cần nhập."


class ImportFoot(QWidget):
    """The buttons, and the reason why not all of them can be pressed."""

    def __init__(
        self,
        kind: ImportKind,
        save: Callable[[], object],
        leave: Callable[[], object],
        good: Callable[[], object],
        go: Callable[[], object],
    ) -> None:
        super().__init__()
        self._kind = kind
        self.why = label("", "hint", wraps=True)
        self.save = button("&Lưu các dòng để lại ra Excel…", save, icon="export")
        self.good = button("", good)
        self.go = button("Nhập", go, kind="primary")
        self.why.setAlignment(Qt.AlignmentFlag.AlignRight)
        buttons = in_row(self.save, stretch(), button("Bỏ qua", leave), self.good, self.go)
        in_column(self.why, buttons, on=self, space=Space.TIGHT)

    def wait(self) -> None:
        """Let nothing be pressed while a change is compared with the book."""
        for push in (self.go, self.good, self.save):
            push.setEnabled(False)
        self.why.setText(_COMPARING)
        self.why.show()

    def show_plan(self, plan: ImportPlan | None, why: str = "") -> None:
        """Show what can be done with a plan; *why* says why there is none."""
        count = len(plan.added) + len(plan.changed) if plan else 0
        left = len(plan.open_rows) if plan else 0
        reason = why or (_reason(plan, count) if plan else _NO_FILE)
        self.go.setText(f"&Nhập {count} {self._kind.counted}" if count and not left else "&Nhập tất cả")
        self.go.setEnabled(not reason)
        self.go.setToolTip(reason)
        self.why.setText(reason)
        self.why.setVisible(bool(reason))
        self.good.setEnabled(True)
        self.save.setEnabled(True)
        self.good.setText(f"Nhậ&p {count} {self._kind.counted} đúng, để lại {left} dòng")
        self.good.setVisible(bool(count and left))
        self.save.setVisible(bool(plan and (left or plan.left_out)))


def _reason(plan: ImportPlan, count: int) -> str:
    """Why a plan cannot be carried out as a whole; '' when it can."""
    wrong = len({(each.sheet, each.row) for each in plan.problems})
    parts = [f"{wrong} dòng phải sửa"] if wrong else []
    parts += [f"{len(plan.doubts)} dòng chưa rõ là ai"] if plan.doubts else []
    parts += [f"{len(plan.places)} tên khoa, phòng chưa rõ"] if plan.places else []
    parts += [f"{len(plan.disputes)} chỗ khác sổ"] if plan.disputes else []
    if parts:
        return f"Chưa nhập được tất cả: còn {', '.join(parts)}."
    if not plan.read:
        return _NOTHING_TAKEN
    return "" if count else _NOTHING_NEW
