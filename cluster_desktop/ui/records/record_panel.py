"""The record beside its list: its name, form and tabs; saving, reverting, warnings of duplicates."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cluster_desktop import errors
from cluster_desktop.commands.law.cautions import cautions
from cluster_desktop.commands.records import records
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.rows import Row
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit.cards import Banner
from cluster_desktop.ui.kit.labels import button, label, put_on_ground, rule
from cluster_desktop.ui.kit.layouts import BAR, STRIP, Space, grow, in_column, in_row, inset
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.kit.shortcuts import SAVE, hinted
from cluster_desktop.ui.lists.link_tab import LinkTab
from cluster_desktop.ui.records.child_list import ChildList
from cluster_desktop.ui.records.dating_bar import DatingBar
from cluster_desktop.ui.records.form import Form
from cluster_desktop.ui.records.history_view import HistoryView
from cluster_desktop.ui.records.list_spec import ChildTab, ListSpec
from cluster_desktop.ui.records.record_head import RecordHead
from cluster_desktop.ui.records.record_tabs import RecordTabs, TabMaker
from cluster_desktop.ui.records.saving import save_form

UNSAVED: Final = "Có thay đổi chưa lưu"


class RecordPanel(QWidget):
    """Shows one record, a new one to fill in, or a sentence.

    ``saved`` carries the uid of what was written; ``cancelled``: a new record was dropped;
    ``record_requested`` (kind, uid): a record to go to.
    """

    saved = Signal(str)
    cancelled = Signal()
    record_requested = Signal(str, str)

    def __init__(
        self, operations: Operations, settings: Settings, spec: ListSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row: Row | None = None
        self.filling = False
        self._warned = False
        self._last: Row | None = None
        self._operations = operations
        self._settings = settings
        self._spec = spec
        self.form = Form(operations.workspace, spec.record_kind.draft, hidden=spec.hidden)
        self.head = RecordHead()
        self.tabs = RecordTabs(self.form, spec.lead_tabs, self._other_tabs())
        self.banner = Banner()
        self.dating = DatingBar()
        self._lay_out()
        self.dating.entered.connect(self.save)
        self.form.changed.connect(self._show_state)
        self.tabs.turned.connect(self._show_state)
        self.show_sentence("")

    def _other_tabs(self) -> list[TabMaker]:
        children = [TabMaker(tab.heading, partial(self._child_list, tab)) for tab in self._spec.children]
        others = [TabMaker(tab.title, partial(self._linked, tab)) for tab in self._spec.tabs]
        return [*children, *others, TabMaker("Lịch sử", partial(HistoryView, self._operations.workspace))]

    def _linked(self, tab: TabMaker) -> QWidget:
        """Create a tab of the page; the links of a list lead through this panel."""
        widget = tab.make()
        if isinstance(widget, LinkTab):
            widget.opened.connect(self.record_requested)
        return widget

    def _child_list(self, tab: ChildTab) -> QWidget:
        children = ChildList(self._operations, self._settings, tab)
        children.opened.connect(self.record_requested)
        return children

    def _lay_out(self) -> None:
        put_on_ground(self)
        self._sentence = label("", "quiet", wraps=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inset(self._sentence, Space.VAST)
        record = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._sentence)
        self._stack.addWidget(record)
        banner = in_column(self.banner, margins=STRIP)
        in_column(self.head, banner, grow(self.tabs), self.dating, self._foot(), on=record, space=Space.NONE)
        in_column(self._stack, on=self)

    def _foot(self) -> QWidget:
        self.state = label("", "quiet")
        self.save_button = button("Lưu", self.save, kind="primary", tip=hinted("Lưu", SAVE))
        self.revert_button = button("Bỏ thay đổi", self.discard)
        self._footer = QWidget()
        acts = in_row(grow(self.state), self.revert_button, self.save_button, margins=BAR)
        in_column(rule(), acts, on=self._footer, space=Space.NONE)
        return self._footer

    # --- what is shown ---

    @property
    def uid(self) -> str:
        """The uid of the record on show; '' for a new one and for none."""
        return self.row.uid if self.row else ""

    def show_sentence(self, sentence: str) -> None:
        """Show no record, only a sentence."""
        self.row = None
        self.filling = False
        self._sentence.setText(sentence)
        self._stack.setCurrentIndex(0)

    def show_row(self, row: Row) -> None:
        """Show a record."""
        self.row = row
        self.filling = True
        self.form.set_row(row)
        self.head.show_row(row, self._spec.subtitle)
        if self._spec.ahead is not None and not self._operations.workspace.busy:
            self.head.show_ahead(self._operations.workspace.read(self._spec.ahead, row.uid))
        self._begin()

    def show_new(self, values: Mapping[str, Value]) -> None:
        """Show an empty record with the values carried over from the one entered last, and *values*."""
        last = self._last
        keys = self._spec.carried if last else ()
        carried = {key: last.values[key] for key in keys} if last else {}
        words = {key: last.shown[key] for key in keys} if last else {}
        self.row = None
        self.filling = True
        self.form.set_new({**carried, **values}, words)
        self.form.show_part(self.form.parts[0])
        kind = self._spec.record_kind.label
        self.head.show_words(f"{kind[0].upper()}{kind[1:]} mới")
        self._begin()
        self.form.start()

    def _begin(self) -> None:
        self._warned = False
        self.banner.hide()
        self.tabs.show_row(self.row)
        self._stack.setCurrentIndex(1)
        self._show_state()

    def reread(self, changes: Changes | None) -> None:
        """Show the record as it is now, unless unsaved input would be lost; a deleted one goes."""
        if self.row is None:
            return
        if self.filling and not self.form.dirty:
            self.show_stored(self.row.uid)
        self.tabs.reread(changes)

    def show_stored(self, uid: str) -> None:
        """Read a record and show it."""
        workspace, kind = self._operations.workspace, self._spec.kind
        if workspace.busy:
            return
        try:
            row = workspace.read(listings.find, kind, uid)
        except errors.UserError as error:
            self.show_sentence(error.sentence)
        else:
            self.show_row(row)

    # --- writing ---

    def start(self) -> None:
        """Put the cursor into the first field of the part on show."""
        if self.filling and self.tabs.on_form:
            self.form.start()

    @property
    def unsaved(self) -> bool:
        """The form holds input that is not written yet."""
        return self.filling and self.form.dirty

    def save(self) -> bool:
        """Write the form; False when it has to be corrected or confirmed first."""
        if not self.filling or (self.row is not None and not self.form.dirty):
            return True
        self.form.finish()
        if not self._warned and (self._warn_of_duplicates() or self._warn_of_cautions()):
            return False
        uid = self.uid
        self.filling = False  # a change announced meanwhile must not read the record back into the form
        changes = save_form(self._operations, self.form, self.row, self.dating.dating)
        self.filling = True
        if changes is None:
            self.tabs.show_form()
            return False
        written = uid or changes.uids[0]
        self.show_stored(written)
        self._last = self.row
        self.saved.emit(written)
        return True

    def discard(self) -> None:
        """Drop unsaved input."""
        if self.unsaved:  # what the line below the page asked for is no longer to be done
            self._operations.say("Đã bỏ những gì chưa lưu.")
        if self.row is not None:
            self.show_row(self.row)
        elif self.filling:
            self.show_sentence("")
            self.cancelled.emit()

    def _warn_of_duplicates(self) -> bool:
        """Warn that this person may be in the workspace already; "Vẫn lưu" saves all the same."""
        workspace = self._operations.workspace
        if self.row is not None or self.form.problems or workspace.busy:
            return False
        duplicates = records.duplicates(workspace, self.form.draft().normalised())
        if not duplicates:
            return False
        others = f" và {len(duplicates) - 1} bản ghi khác" if len(duplicates) > 1 else ""
        self.banner.show_text(
            f"Có thể trùng với {self._described(duplicates[0])}{others}.",
            "caution",
            ("Mở bản ghi đó", partial(self.record_requested.emit, duplicates[0].kind, duplicates[0].uid)),
            ("Vẫn lưu", self._on_warning_accepted),
        )
        return True

    def _warn_of_cautions(self) -> bool:
        """Show the cautions about the filled form; "Vẫn lưu" saves all the same."""
        workspace = self._operations.workspace
        if self.form.problems or workspace.busy:
            return False
        warnings = cautions(workspace, self.form.draft().normalised(), self.uid)
        if not warnings:
            return False
        first = warnings[0]
        acts = [("Mở bản ghi đó", partial(self.record_requested.emit, first.kind, first.uid))] if first.uid else []
        sentences = " ".join(warning.sentence for warning in warnings)
        self.banner.show_text(sentences, "caution", *acts, ("Vẫn lưu", self._on_warning_accepted))
        self._mark_cautions([errors.Problem(warning.field, warning.sentence) for warning in warnings if warning.field])
        return True

    def _mark_cautions(self, asked: Sequence[errors.Problem]) -> None:
        """Go to the first field with a caution and mark it there too."""
        if asked:
            self.tabs.show_form()
            self.form.flag(asked)

    def _described(self, row: Row) -> str:
        telling = ", ".join(row.shown[key] for key in self._spec.subtitle if row.shown[key])
        return f"{row.title} ({telling})" if telling else row.title

    def _on_warning_accepted(self) -> None:
        self._warned = True
        self.banner.hide()
        self.save()

    def _ask_since_when(self) -> None:
        """Ask about posts and degrees that are typed over others."""
        stored = self.row.values if self.row is not None else {}
        typed = self.form.typed_values() if self.row is not None and self.form.dirty else {}
        self.dating.ask(self._operations.workspace, self.uid, stored, typed)

    def _show_state(self) -> None:
        dirty = self.form.dirty
        if self._spec.kind == "person":
            self._ask_since_when()
        self.state.setText(UNSAVED if dirty else "" if self.row else "Chưa lưu vào sổ")
        self.revert_button.setText("Bỏ thay đổi" if self.row else "Hủy")
        self.revert_button.setEnabled(dirty or self.row is None)
        self.save_button.setEnabled(dirty or self.row is None)
        self._footer.setVisible(self.tabs.on_form or dirty)
