"""A person's choice of columns, their order and widths for one table, kept in the settings."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QTableView

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Name
from cluster_desktop.settings import Settings
from cluster_desktop.ui.lists.delegates import SAMPLE, tag_width
from cluster_desktop.ui.lists.table_model import TableModel

_PADDING: Final = 20
_WORDS: Final = "Nguyễn Thị Minh Khai"  # letters of usual width
_NARROWEST: Final = 34
_GIVES_FROM: Final = 20  # letters: a narrower column has nothing to give
_LONG: Final = 40  # letters: of these the beginning is enough even where one scrolls anyway
_KEPT_SHARE: Final = 0.6  # of its usual width, what a column of long words keeps
_WIDEST: Final = 4_000  # px
_LATER: Final = 400  # ms after the last move of an edge


class TableColumns(QObject):
    """Reads and writes ``columns.<name>`` and ``widths.<name>``; a click on a heading sorts."""

    menu_asked = Signal(int)

    def __init__(self, view: QTableView, model: TableModel, settings: Settings, name: str) -> None:
        super().__init__(view)
        self._name = name
        self._view = view
        self._model = model
        self._settings = settings
        self._placing = False
        self._moved: dict[str, int] = {}
        """The widths a person just set, until they are saved."""
        self._save_soon = QTimer(self, singleShot=True, interval=_LATER)
        self._save_soon.timeout.connect(self._on_edges_settled)
        self._order_soon = QTimer(self, singleShot=True, interval=0)
        self._order_soon.timeout.connect(self._on_columns_settled)
        header = view.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.sectionClicked.connect(model.set_order)
        header.sectionResized.connect(self._on_edge_moved)
        header.sectionMoved.connect(self._on_column_moved)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def restore(self) -> None:
        """Show the columns this person chose, at the widths they set."""
        keys = {field.key for field in self._model.all_columns()}
        stored: list[object] = self._settings.get(self._setting("columns"), [])
        chosen = [key for key in stored if isinstance(key, str) and key in keys]
        if chosen and tuple(chosen) != self._model.keys:
            self._model.set_columns(chosen)
        self._place()

    def choose(self, keys: Sequence[str]) -> None:
        """Show these columns and remember them; no keys bring back the default columns and widths."""
        self._settings.set(self._setting("columns"), list(keys))
        if not keys:
            self._settings.set(self._setting("widths"), {})
        self._model.set_columns(keys or self._model.usual_columns)
        self._place()

    def _setting(self, what: str) -> str:
        return f"{what}.{self._name}"

    def _widths(self) -> dict[str, object]:
        return self._settings.get(self._setting("widths"), {})

    def _place(self) -> None:
        """Put every column where the model has it, with its remembered or default width."""
        self._placing = True
        header = self._view.horizontalHeader()
        for column in range(self._model.columnCount()):
            header.moveSection(header.visualIndex(column), column)
        self._placing = False
        self.fit()

    def fit(self) -> None:
        """Give every column its remembered or default width; long words give way where the table is narrower.

        Where even that leaves too little room, only the longest give way, so that more is in sight before scrolling.
        A width set by a person is never changed, and names keep theirs.
        """
        self._on_edges_settled()
        kept = self._widths()
        chosen = [_width(kept.get(self._model.field(column).key)) for column in range(self._model.columnCount())]
        widths = [width if isinstance(width, int) else self._usual(i) for i, width in enumerate(chosen)]
        over = sum(widths) - self._view.viewport().width()
        room = [0 if isinstance(chosen[i], int) else self._spare_width(i, width) for i, width in enumerate(widths)]
        if sum(room) < over:
            room = [give if self._model.field(i).width >= _LONG else 0 for i, give in enumerate(room)]
        over = min(max(over, 0), sum(room))
        self._placing = True
        for column, (width, give) in enumerate(zip(widths, room, strict=True)):
            less = -(-over * give // sum(room)) if give else 0  # rounded up, or the last pixel would scroll
            self._view.horizontalHeader().resizeSection(column, width - less)
        self._placing = False

    def _spare_width(self, column: int, width: int) -> int:
        """Return the part of its default *width* that a column could do without; px."""
        least = max(round(width * _KEPT_SHARE), self._heading(column))
        return max(width - least, 0) if _may_shrink(self._model.field(column)) else 0

    def _usual(self, column: int) -> int:
        field = self._model.field(column)
        letters = round(self._view.fontMetrics().horizontalAdvance(_WORDS) / len(_WORDS) * field.width)
        tag = tag_width(SAMPLE, self._view) if column == 1 else 0  # the mark of sample data stands in the first column
        return max(letters + tag + _PADDING, self._heading(column))

    def _heading(self, column: int) -> int:
        words = self._model.field(column).column_heading + " ▲"
        return self._view.horizontalHeader().fontMetrics().horizontalAdvance(words) + _PADDING

    def _on_edge_moved(self, column: int, before: int, after: int) -> None:
        if not self._placing:
            self._moved[self._model.field(column).key] = after
            self._save_soon.start()

    def _on_edges_settled(self) -> None:
        self._save_soon.stop()
        if self._moved:
            self._settings.set(self._setting("widths"), {**self._widths(), **self._moved})
            self._moved = {}

    def _on_column_moved(self, column: int, before: int, after: int) -> None:
        if not self._placing:
            self._order_soon.start()

    def _on_columns_settled(self) -> None:
        header = self._view.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(1, header.count())]
        self.choose([self._model.field(column).key for column in order])


def _width(stored: object) -> int | None:
    """Return a stored width (px); None for none and for one that no column can have."""
    return stored if type(stored) is int and 0 < stored <= _WIDEST else None


def _may_shrink(field: Field) -> bool:
    """Tell if the column may be narrower than its default: its words are long, and their beginning suffices."""
    return field.width >= _GIVES_FROM and not isinstance(field.type, Name)
