"""Rows of a listing in pages: read when somebody looks at them, the longest unseen forgotten first."""

from collections import OrderedDict
from typing import Final

from cluster_desktop.records.queries import listing as listings
from cluster_desktop.records.rows import Listing, Row
from cluster_desktop.records.workspace import Workspace

PAGE: Final = 200
KEPT: Final = 64


class RowPages:
    """The rows of one listing. While another thread holds the file nothing is read and ``missed`` is set."""

    def __init__(self, workspace: Workspace, listing: Listing) -> None:
        self.listing = listing
        self.count = 0
        self.missed = False
        self._workspace = workspace
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()

    @property
    def held(self) -> int:
        """How many pages are in memory."""
        return len(self._pages)

    def refresh(self) -> None:
        """Count again and forget the rows; a busy file keeps the old count. Raises UserError."""
        self._pages.clear()
        self.missed = self._workspace.busy
        if not self.missed:
            self.count = self._workspace.read(listings.count, self.listing)

    def page(self, number: int) -> tuple[Row, ...]:
        """The rows from ``number * PAGE`` on; none while the file is busy. Raises UserError."""
        known = self._pages.get(number)
        if known is not None:
            self._pages.move_to_end(number)
            return known
        if self._workspace.busy:
            self.missed = True
            return ()
        rows = self._workspace.read(listings.page, self.listing, number * PAGE, PAGE)
        self._pages[number] = rows
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return rows

    def row(self, number: int) -> Row | None:
        """One row; None when there is none or it cannot be read now. Raises UserError."""
        if not 0 <= number < self.count:
            return None
        rows = self.page(number // PAGE)
        place = number % PAGE
        return rows[place] if place < len(rows) else None

    def position(self, uid: str) -> int | None:
        """The row number of a record, looked for in what was read, then in the file. Raises UserError."""
        for number, rows in self._pages.items():
            for place, row in enumerate(rows):
                if row.uid == uid:
                    return number * PAGE + place
        if self._workspace.busy:
            return None
        return self._workspace.read(listings.position, self.listing, uid)
