"""The columns of a table as one person likes them: which, in which order, how wide. Kept in the settings."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QTableView

from cluster_desktop.settings import Settings
from cluster_desktop.ui.delegates import SAMPLE, tag_width
from cluster_desktop.ui.table_model import TableModel

_PADDING: Final = 20
_WORDS: Final = "Nguyễn Thị Minh Khai"  # letters of usual width
_NARROWEST: Final = 34
_LATER: Final = 400  # ms after the last move of an edge


class TableColumns(QObject):
    """Reads and writes ``columns.<name>`` and ``widths.<name>``; headings sort when clicked."""

    menu_asked = Signal(int)

    def __init__(self, view: QTableView, model: TableModel, settings: Settings, name: str) -> None:
        super().__init__(view)
        self._name = name
        self._view = view
        self._model = model
        self._settings = settings
        self._placing = False
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
        """Show the columns this person chose, as wide as they made them."""
        known = {field.key for field in self._model.known_columns()}
        stored: list[object] = self._settings.get(self._named("columns"), [])
        chosen = [key for key in stored if isinstance(key, str) and key in known]
        if chosen and tuple(chosen) != self._model.keys:
            self._model.set_columns(chosen)
        self._place()

    def choose(self, keys: Sequence[str]) -> None:
        """Show these columns and remember it; no keys bring back the usual columns and widths."""
        self._settings.set(self._named("columns"), list(keys))
        if not keys:
            self._settings.set(self._named("widths"), {})
        self._model.set_columns(keys or self._model.usual_columns)
        self._place()

    def _named(self, what: str) -> str:
        return f"{what}.{self._name}"

    def _widths(self) -> dict[str, object]:
        return self._settings.get(self._named("widths"), {})

    def _place(self) -> None:
        """Put every column where the model has it, with its remembered or usual width."""
        self._placing = True
        header = self._view.horizontalHeader()
        kept = self._widths()
        for column in range(self._model.columnCount()):
            header.moveSection(header.visualIndex(column), column)
            width = kept.get(self._model.field(column).key)
            header.resizeSection(column, width if isinstance(width, int) else self._usual(column))
        self._placing = False

    def _usual(self, column: int) -> int:
        field = self._model.field(column)
        letters = round(self._view.fontMetrics().horizontalAdvance(_WORDS) / len(_WORDS) * field.width)
        heading = self._view.horizontalHeader().fontMetrics().horizontalAdvance(field.column_heading + " ▲")
        tag = tag_width(SAMPLE, self._view) if column == 1 else 0  # the mark of sample data stands in the first column
        return max(letters + tag, heading) + _PADDING

    def _on_edge_moved(self, column: int, before: int, after: int) -> None:
        if not self._placing:
            self._save_soon.start()

    def _on_edges_settled(self) -> None:
        header = self._view.horizontalHeader()
        now = {self._model.field(i).key: header.sectionSize(i) for i in range(1, header.count())}
        self._settings.set(self._named("widths"), {**self._widths(), **now})

    def _on_column_moved(self, column: int, before: int, after: int) -> None:
        if not self._placing:
            self._order_soon.start()

    def _on_columns_settled(self) -> None:
        header = self._view.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(1, header.count())]
        self.choose([self._model.field(column).key for column in order])
