"""A table of lines to choose from that looks like the lists of records."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

from cluster_desktop.ui.lists.line_model import LineModel
from cluster_desktop.ui.lists.table_view import ROW_HEIGHT


class LineTable(QTableView):
    """Shows a LineModel; screen readers call it *name*, the column *grows* takes what the *widths* (px) leave."""

    def __init__(
        self, model: LineModel[Any], delegate: QStyledItemDelegate, name: str, widths: Mapping[int, int], grows: int
    ) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(grows, QHeaderView.ResizeMode.Stretch)

    def chosen_rows(self) -> list[int]:
        """Return the chosen rows, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())
