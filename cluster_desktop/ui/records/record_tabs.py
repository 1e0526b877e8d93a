"""The tabs of a record: its form part by part, and widgets for what belongs to the record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from cluster_desktop.records.changes import Changes
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit import shortcuts
from cluster_desktop.ui.kit.labels import rule
from cluster_desktop.ui.kit.layouts import Space, grow, in_column
from cluster_desktop.ui.kit.tab_strip import TabStrip
from cluster_desktop.ui.records.form import Form


class RecordTab(Protocol):
    """The interface of a widget beside the form."""

    def show_record(self, row: Row) -> None:
        """Show the lines of this record."""

    def reread(self, changes: Changes | None) -> None:
        """Show the present state; None means everything may have changed."""


@dataclass(frozen=True, slots=True)
class TabMaker:
    """A tab and the function that creates its widget (a RecordTab) when it is first shown."""

    title: str
    make: Callable[[], QWidget]


class RecordTabs(QWidget):
    """The tabs; ``turned`` when another one is on show."""

    turned = Signal()

    def __init__(
        self, form: Form, lead: Sequence[TabMaker], others: Sequence[TabMaker], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._row: Row | None = None
        self._makers: tuple[TabMaker | str, ...] = (*lead, *form.parts, *others)
        self._widgets: dict[int, QWidget] = {}
        self._shown_uids: dict[int, str] = {}
        self.strip = TabStrip([maker if isinstance(maker, str) else maker.title for maker in self._makers])
        self._stack = QStackedWidget()
        self._stack.addWidget(form)
        self._lay_out()
        self.strip.turned.connect(self._on_strip_turned)
        form.currentChanged.connect(self._on_form_turned)
        form.changed.connect(self._show_parts)
        for keys, step in ((shortcuts.NEXT_TAB, 1), (shortcuts.TAB_BEFORE, -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.step, step))
        self._on_strip_turned(0)

    def _lay_out(self) -> None:
        in_column(
            in_column(self.strip, margins=(Space.LARGE, Space.NONE, Space.TIGHT, Space.NONE)),
            rule(),
            grow(self._stack),
            on=self,
            space=Space.NONE,
        )

    def show_row(self, row: Row | None) -> None:
        """Show this record; None stands for a new one, which has only its form yet."""
        self._row = row
        self._shown_uids.clear()
        self._show_parts()
        if row is None:
            self.show_form()
        else:
            self._on_strip_turned(self.strip.place)

    def reread(self, changes: Changes | None) -> None:
        """Let the created tabs read again."""
        if self._row is not None:
            for widget in self._widgets.values():
                cast(RecordTab, widget).reread(changes)

    def current_widget(self) -> QWidget:
        """Return the widget below the tabs."""
        maker = self._makers[self.strip.place]
        return self._form if isinstance(maker, str) else self._widget(self.strip.place, maker)

    @property
    def on_form(self) -> bool:
        """A part of the form is on show."""
        return isinstance(self._makers[self.strip.place], str)

    def show_form(self) -> None:
        """Turn to the current part of the form."""
        self.strip.turn(self._makers.index(self._form.part))

    def step(self, by: int) -> None:
        """Turn to the next tab on offer, or back; after the last one comes the first."""
        self.strip.step(by)
        if self.on_form:
            self._form.start()
        else:
            self.current_widget().setFocus()

    def show_last(self) -> None:
        """Turn to the last tab, the history."""
        self.strip.turn(len(self._makers) - 1)

    def _show_parts(self) -> None:
        """Hide the parts that have no field for this record, and tabs that a new record cannot have yet."""
        parts = self._form.shown_parts()
        self.strip.offer(
            [
                place
                for place, maker in enumerate(self._makers)
                if (maker in parts if isinstance(maker, str) else self._row is not None)
            ]
        )

    def _on_form_turned(self, place: int) -> None:
        if self.on_form:
            self.show_form()

    def _on_strip_turned(self, place: int) -> None:
        maker = self._makers[place]
        if isinstance(maker, str):
            self._form.show_part(maker)
            self._stack.setCurrentWidget(self._form)
        else:
            self._stack.setCurrentWidget(self._widget(place, maker))
        self.turned.emit()

    def _widget(self, place: int, maker: TabMaker) -> QWidget:
        if place not in self._widgets:
            self._widgets[place] = maker.make()
            self._stack.addWidget(self._widgets[place])
        widget = self._widgets[place]
        if self._row is not None and self._shown_uids.get(place) != self._row.uid:
            self._shown_uids[place] = self._row.uid
            cast(RecordTab, widget).show_record(self._row)
        return widget
