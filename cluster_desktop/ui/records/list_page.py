"""The most common page: a list with one record beside it. Concrete pages give it a ListSpec."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from typing_extensions import override

from cluster_desktop.commands.records.exporting import columns_to_export, export_list
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.record_kinds.kinds import owned_kinds
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.rows import Filter, Row
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit import icons, save_dialog
from cluster_desktop.ui.kit.layouts import in_row
from cluster_desktop.ui.kit.message import DISCARD, SAVE, ask_unsaved
from cluster_desktop.ui.kit.operations import Operations, WorkProgress
from cluster_desktop.ui.kit.two_sides import TwoSides
from cluster_desktop.ui.lists.columns import ColumnsDialog
from cluster_desktop.ui.lists.trash import TrashDialog
from cluster_desktop.ui.records.list_panel import ListPanel
from cluster_desktop.ui.records.list_spec import ListSpec
from cluster_desktop.ui.records.record_panel import RecordPanel
from cluster_desktop.ui.records.saving import delete_records
from cluster_desktop.ui.records.section_page import SectionPage

_CHOOSE: Final = "Chọn một dòng để xem và sửa ở đây."


class ListPage(SectionPage):
    """List and record. A narrow window shows one of the two at a time."""

    def __init__(self, operations: Operations, spec: ListSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self.spec = spec
        self._settings = Settings.load()
        self.year = 0
        self.list = ListPanel(operations.workspace, self._settings, spec)
        self.record = RecordPanel(operations, self._settings, spec)
        self.side = self.create_side()
        self._add = QAction(spec.add_text, self)
        self._add.triggered.connect(self.add)
        self._lay_out()
        self._connect()
        self.record.show_sentence(_CHOOSE)

    def _lay_out(self) -> None:
        self.sides = TwoSides(self.side, self.record, self.record.head.back)
        in_row(self.sides, on=self)
        self.sides.turned.connect(self.turned)
        self._show_sides(in_record=False)

    def _connect(self) -> None:
        self.list.add_asked.connect(self.add)
        self.list.menu_asked.connect(self._on_list_menu_asked)
        self.list.more_asked.connect(self._on_list_more_asked)
        self.list.model.failed.connect(self.operations.show_failure, Qt.ConnectionType.QueuedConnection)
        self.list.view.picked.connect(self._on_view_picked, Qt.ConnectionType.QueuedConnection)
        self.list.view.opened.connect(self._on_view_opened)
        self.list.view.delete_asked.connect(self.delete)
        self.record.saved.connect(self._on_record_saved)
        self.record.cancelled.connect(self.back)
        self.record.record_requested.connect(self._on_record_requested)
        self.record.head.back_asked.connect(self._on_back_asked)
        for side, leave in ((self.side, self.back), (self.record, self._on_back_asked)):
            escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), side)
            escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            escape.activated.connect(leave)

    # --- what the window, or a page of several lists, asks ---

    @property
    @override
    def kind(self) -> str:
        return self.spec.kind

    @property
    @override
    def add_text(self) -> str:
        return self.spec.add_text

    @override
    def primary_action(self) -> QAction | None:
        return self._add

    @override
    def save(self) -> bool:
        return self.record.save()

    @override
    def discard(self) -> None:
        self.record.discard()

    @override
    def has_unsaved(self) -> bool:
        return self.record.unsaved

    @override
    def focus_search(self) -> None:
        if self.record_only:
            self._on_back_asked()
        self.list.search.setFocus()
        self.list.search.selectAll()

    @override
    def focus_lines(self) -> None:
        self.list.view.setFocus()

    @override
    def reread(self, changes: Changes | None) -> None:
        if changes is None or changes.kinds & self._kinds_shown():
            self.list.reload()
        if changes is not None and self.record.uid in changes.uids and not self.list.model.alive(self.record.uid):
            self.record.show_sentence(_CHOOSE)
            self.back()
        self.record.reread(changes)

    @override
    def set_year(self, year: int) -> None:
        self.year = year
        if self.spec.record_kind.year_key:
            self.list.set_base(*self.base_filters(year))

    @override
    def show_record(self, kind: str, uid: str) -> bool:
        if kind != self.spec.kind:
            return False
        if not uid:
            self.back()
            return True
        self._go_to(uid)
        return True

    # --- what a concrete page may say differently ---

    def base_filters(self, year: int) -> tuple[Filter, ...]:
        """Return the filters besides the chips: the year chosen at the top of the window."""
        key = self.spec.record_kind.year_key
        return (Filter(key, (year,)),) if key and year else ()

    def create_side(self) -> QWidget:
        """Create the widget beside the record: the list, unless a page has other views of the same records."""
        return self.list

    def focus_side(self) -> None:
        """Put the cursor where records are chosen."""
        self.list.view.setFocus()

    def new_values(self) -> dict[str, Value]:
        """Return the first values of a new record: the year, where the record has one."""
        key = self.spec.record_kind.year_key
        own = any(field.key == key for field in self.spec.record_kind.fields)
        return {key: self.year} if own and self.year else {}

    # --- going to records ---

    @override
    def add(self) -> None:
        """Fill in a new record, once unsaved input was saved or dropped."""
        if self.may_go():
            self.list.view.select("")
            self._show_sides(in_record=True)
            self.record.show_new(self.new_values())

    def back(self) -> None:
        """Show the list again."""
        if not self.record.filling:
            self.record.show_sentence(_CHOOSE)
        self._show_sides(in_record=False)
        self.focus_side()

    def _go_to(self, uid: str) -> None:
        if not self.list.view.select(uid) and self.list.narrowed:
            self.list.clear()
            self.list.view.select(uid)
        self.record.show_stored(uid)
        self._show_sides(in_record=True)

    @override
    def may_go(self) -> bool:
        """Ask about unsaved input; False means to stay."""
        if not self.record.unsaved:
            return True
        answer = ask_unsaved(self, self.record.head.title.text())
        if answer == SAVE:
            return self.record.save()
        if answer == DISCARD:
            self.record.discard()
        return answer == DISCARD

    def _kinds_shown(self) -> frozenset[str]:
        """Return the kinds whose changes can be seen in the list: its own, those it names, those it counts."""
        kind = self.spec.record_kind
        named = {field.refers_to for field in kind.columns}
        return frozenset({kind.key, *named, *(own.key for own, _owner in owned_kinds(kind.key))})

    # --- deleting, copying, exporting ---

    def delete(self) -> None:
        """Move the chosen records to the trash and choose the next one."""
        uids = self.list.view.selected_uids()
        place = self.list.view.currentIndex().row()
        if delete_records(self.operations, self, self.spec.kind, uids):
            count = self.list.model.rowCount()
            following = self.list.model.row(min(place, count - 1))
            if following is not None:
                self.list.view.select(following.uid)
                self.record.show_row(following)

    def chosen_row(self, what: str) -> Row | None:
        """Return the record on show; without one, ask for *what* to be chosen ("một quyết định")."""
        if self.record.row is None:
            self.operations.say(f"Hãy chọn {what} trong danh sách trước.")
        return self.record.row

    def chosen_uids(self, what: str) -> tuple[str, ...]:
        """Return the chosen records; without any, ask for *what* to be chosen ("các đề nghị")."""
        uids = self.list.view.selected_uids()
        if not uids:
            self.operations.say(f"Hãy chọn {what} trong danh sách trước.")
        return uids

    def choose_columns(self) -> None:
        """Choose which columns the list has."""
        model = self.list.model
        dialog = ColumnsDialog(model.all_columns(), model.keys, model.usual_columns, self)
        if dialog.exec():
            self.list.view.columns.choose(() if dialog.is_usual else dialog.keys())

    def open_trash(self) -> None:
        """Open the trash of this kind."""
        TrashDialog(self.operations, self._settings, self.spec.kind, self).open()

    def export(self) -> None:
        """Ask for an Excel file and write the list to it as it is shown."""
        path = save_dialog.ask_file(self, "Xuất danh sách", self.spec.record_kind.plural, ".xlsx")
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the list as it is shown, in the background."""
        model = self.list.model
        shown = [model.field(place) for place in range(1, model.columnCount())]
        columns = columns_to_export(shown, chosen=model.keys != model.usual_columns)
        kept_back = [field.column_heading for field in shown if field not in columns]
        workspace, listing = self.operations.workspace, model.listing

        def _written(progress: WorkProgress) -> int:
            return export_list(workspace, listing, columns, path, progress)

        self.operations.run_in_background(
            "Xuất danh sách ra Excel", _written, partial(self._on_exported, path, kept_back)
        )

    def _on_exported(self, path: Path, kept_back: Sequence[str], count: int) -> None:
        told = f". Không kèm {', '.join(kept_back)}; muốn có thì chọn cột cho danh sách" if kept_back else ""
        self.operations.say(f"Đã xuất {count} dòng vào “{path.name}”{told}")

    # --- sides and slots ---

    @property
    @override
    def record_only(self) -> bool:
        return self.sides.record_only

    def _show_sides(self, *, in_record: bool) -> None:
        self.sides.turn(in_record=in_record)

    def _on_view_picked(self) -> None:
        view = self.list.view
        chosen = view.selected_uids() if view.selected_count() == 1 else ()
        if chosen == (self.record.uid,):
            return
        if not self.may_go():
            view.select(self.record.uid)
            return
        if chosen:
            view.select(chosen[0])
            self.record.show_stored(chosen[0])
        else:
            count = view.selected_count()
            plural = self.spec.record_kind.plural
            self.record.show_sentence(f"{count} {plural} được chọn." if count else _CHOOSE)

    def _on_view_opened(self, uid: str) -> None:
        if uid != self.record.uid:
            return
        self._show_sides(in_record=True)
        self.record.start()

    def _on_record_saved(self, uid: str) -> None:
        if not self.list.view.select(uid) and self.list.narrowed:
            self.list.clear()
            self.list.view.select(uid)
        here = QApplication.focusWidget()
        if here is None or not self.record.form.isAncestorOf(here):
            # The button or the day that had the cursor is gone: Qt would go on with the next widget, far away.
            self.focus_side()

    def _on_record_requested(self, kind: str, uid: str) -> None:
        if kind != self.spec.kind:
            self.record_requested.emit(kind, uid)
        elif self.may_go():
            self._go_to(uid)

    def _on_back_asked(self) -> None:
        if not self.may_go():
            return
        if self.record.row is None:
            self.record.discard()
        self.back()

    def _on_list_menu_asked(self, place: QPoint) -> None:
        menu = self._menu()
        chosen = self.list.view.selected_count()
        if chosen == 1:
            menu.addAction(icons.icon("open"), "Mở để sửa\tEnter", self._on_open_chosen)
            menu.addAction(icons.icon("history"), "Lịch sử thay đổi", self._on_history_chosen)
        if chosen:
            menu.addAction(icons.icon("copy"), "Sao chép dòng\tCtrl+C", self.list.view.copy)
            menu.addAction(icons.icon("delete"), "Xóa\tDelete", self.delete)
            menu.addSeparator()
        menu.addAction(icons.icon("export"), "Xuất Excel danh sách này…", self.export)
        menu.popup(place)

    def _on_list_more_asked(self, place: QPoint) -> None:
        menu = self._menu()
        groups: dict[str, QMenu] = {"": menu}
        for act in self.spec.acts:
            if act.group not in groups:
                groups[act.group] = menu.addMenu(icons.icon(act.icon), act.group)
            groups[act.group].addAction(icons.icon(act.icon), act.text, act.act)
        menu.addAction(icons.icon("export"), "Xuất Excel danh sách này…", self.export)
        menu.addSeparator()
        menu.addAction(icons.icon("columns-edit"), "Chọn cột…", self.choose_columns)
        menu.addAction(icons.icon("delete"), "Thùng rác…", self.open_trash)
        menu.popup(place)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _on_open_chosen(self) -> None:
        self._on_view_opened(self.record.uid)

    def _on_history_chosen(self) -> None:
        self._show_sides(in_record=True)
        self.record.tabs.show_last()
