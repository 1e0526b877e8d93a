"""Registering many people or collectives for one title in one act."""

from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.awards.registrations import register
from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.queries.careers.as_of import day_within
from cluster_desktop.records.queries.units.office import home_uid
from cluster_desktop.ui.awards.recipient_picker import RecipientPicker
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.form import Form
from cluster_desktop.ui.records.form_act import FormDialog

_HIDDEN = ("year", "recipient_kind", "person_uid", "department_uid", "unit_uid", "note")


class RegisterDialog(FormDialog):
    """The title at the left, the people or collectives at the right; stays open for the next title."""

    def __init__(self, operations: Operations, year: int, parent: QWidget) -> None:
        form = Form(operations.workspace, RegistrationDraft, hidden=_HIDDEN)
        super().__init__(operations, f"Đăng ký danh hiệu năm {year}", parent, (920, 600), form)
        self._year = year
        self.form.set_new({"year": year, "award": AwardKind.ADVANCED_WORKER})
        home = operations.workspace.read(home_uid) or ""
        self.picker = RecipientPicker(operations.workspace, day_within(year), home)
        self._heading = label("", "section")
        self._hint = label("", "quiet", wraps=True)
        self._lay_out()
        self.picker.ticked.connect(self._show_count)
        self.form.changed.connect(self._on_form_changed)
        self._show_count()

    def _lay_out(self) -> None:
        self._go = go_button(self, "&Ghi đăng ký", self._on_go_clicked)
        column_of(
            self,
            grow(in_row(grow(self.form, 2), grow(in_column(self._heading, grow(self.picker)), 3), space=Space.LARGE)),
            self.message,
            foot_of(self, self._go, leave="Đóng", note=self._hint),
        )

    def _show_count(self) -> None:
        count = len(self.picker.chosen())
        self._heading.setText(f"Đã chọn {count}" if count else "Chọn những người, tập thể đăng ký")
        self._go.setEnabled(count > 0)

    def _on_form_changed(self) -> None:
        self.message.setText("")
        award = self.form.typed_values().get("award")
        self.picker.suit(award if isinstance(award, str) else None)

    def _on_go_clicked(self) -> None:
        draft = self.filled(RegistrationDraft, whole=False)
        if draft is None:
            return
        chosen = self.picker.chosen()
        changes = self.written(register, draft, chosen)
        if changes is None:
            return
        count = len(changes.uids)
        before = f" ({len(chosen) - count} đã đăng ký từ trước)" if len(chosen) > count else ""
        self._hint.setText(f"Đã ghi {count} đăng ký{before}. Có thể chọn danh hiệu khác rồi ghi tiếp.")
        self.picker.tick_none()
