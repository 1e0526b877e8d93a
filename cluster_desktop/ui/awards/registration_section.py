"""Đăng ký: titles that people and collectives register for at the start of the year."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop.commands.awards import registrations
from cluster_desktop.domain.record_kinds.import_kinds import REGISTRATIONS
from cluster_desktop.records.queries.awards.registrations import registration_counts
from cluster_desktop.ui.awards.register import RegisterDialog
from cluster_desktop.ui.awards.registration_counts import CountsDialog
from cluster_desktop.ui.imports.import_table import import_from_file
from cluster_desktop.ui.imports.make_forms import make_forms
from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ListAct, ListSpec


class RegistrationsList(ListPage):
    """The registrations of a year; many are entered at once, or copied from the year before."""

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="registration",
            add_text="Thêm đăng ký",
            icon="star",
            search_text="Tìm trong các đăng ký",
            empty_title="Năm này chưa có ai đăng ký danh hiệu",
            empty_text="Đăng ký nhanh cho cả khoa, phòng hoặc cả đơn vị trong một lần, hoặc chép từ năm trước.",
            filters=("recipient_unit", "award", "recipient_kind"),
            subtitle=("award", "recipient_unit", "year"),
            carried=("year", "recipient_kind", "award", "registered_on"),
            acts=(
                ListAct("Đăng ký nhanh nhiều người…", "person-add", self.register, when_empty=True),
                ListAct("Chép từ năm trước", "copy", self.copy, when_empty=True),
                ListAct("Nhập danh sách đăng ký từ Excel, Word…", "import", self.import_table, when_empty=True),
                ListAct("Biểu đăng ký để đơn vị điền…", "export", self.make_forms),
                ListAct("Số đăng ký theo đơn vị, danh hiệu…", "chart", self.show_counts),
                ListAct("In danh sách đăng ký…", "print", self.print_list),
            ),
        )
        super().__init__(operations, spec)

    @override
    def head_acts(self) -> tuple[QWidget, ...]:
        return (button("Đă&ng ký nhanh…", self.register, icon="person-add"),)

    def register(self) -> None:
        """Register many at once."""
        RegisterDialog(self.operations, self.year, self.window()).open()

    def import_table(self) -> None:
        """Import the list of registrations of a unit."""
        import_from_file(self.operations, REGISTRATIONS, self.window(), year=self.year)

    def make_forms(self) -> None:
        """Make forms for units to fill in and send back."""
        make_forms(self.operations, REGISTRATIONS.key, self.year, self.window())

    def copy(self) -> None:
        """Copy the registrations of the year before."""
        self.operations.do(registrations.copy_registrations, self.year)

    def show_counts(self) -> None:
        """Show the number of registrations by unit and award."""
        counts = self.operations.workspace.read(registration_counts, self.year)
        CountsDialog(counts, self.year, self.window()).open()

    def print_list(self) -> None:
        """Go to the printing page with the list."""
        self.record_requested.emit("print", "registration-list")
