"""Rows of a listing in pages, read when they come into sight; the page unused longest is dropped first.

The first page is read alone. Later pages need the order of all rows, which is then kept unless it is too long: SQLite
needs as much time to skip the rows before a page as to order all of them.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.rows import Listing, Row

PAGE: Final = 200
KEPT: Final = 64
ORDERED: Final = 200_000
"""As many rows at most whose order is kept, some 90 bytes each."""


class RowPages:
    """The rows of one listing. While another thread holds the file nothing is read and ``missed`` is set."""

    def __init__(self, workspace: Workspace, listing: Listing) -> None:
        self.listing = listing
        self.count = 0
        self.missed = False
        self._workspace = workspace
        self.pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._order: Sequence[str] = ()
        """The uids of all rows, once somebody went beyond the first page."""

    def refresh(self) -> None:
        """Count again and forget the rows; a busy file keeps the old count. Raises UserError."""
        self.pages.clear()
        self._order = ()
        self.missed = self._workspace.busy
        if self.missed:
            return
        if listings.looks_at_each(self.listing):
            self.count = len(self._ordered())
        else:
            self.count = self._workspace.read(listings.count, self.listing)

    def page(self, number: int) -> tuple[Row, ...]:
        """Return the rows from ``number * PAGE`` on; none while the file is busy. Raises UserError."""
        rows = self.pages.get(number)
        if rows is not None:
            self.pages.move_to_end(number)
            return rows
        if self._workspace.busy:
            self.missed = True
            return ()
        rows = self._read(number)
        self.pages[number] = rows
        if len(self.pages) > KEPT:
            self.pages.popitem(last=False)
        return rows

    def _read(self, number: int) -> tuple[Row, ...]:
        first = number * PAGE
        if self._order or (number and self.count <= ORDERED):
            uids = self._ordered()[first : first + PAGE]
            return self._workspace.read(listings.rows_of, self.listing.kind, uids)
        return self._workspace.read(listings.page, self.listing, first, PAGE)

    def _ordered(self) -> Sequence[str]:
        if not self._order:
            self._order = self._workspace.read(listings.order, self.listing)
        return self._order

    def row(self, number: int) -> Row | None:
        """Return one row; None when there is none or it cannot be read now. Raises UserError."""
        if not 0 <= number < self.count:
            return None
        rows = self.page(number // PAGE)
        place = number % PAGE
        return rows[place] if place < len(rows) else None

    def position(self, uid: str) -> int | None:
        """Return the row number of a record, searched in memory, then in the file. Raises UserError."""
        for number, rows in self.pages.items():
            for place, row in enumerate(rows):
                if row.uid == uid:
                    return number * PAGE + place
        if self._workspace.busy:
            return None
        if self.count > ORDERED:
            return self._workspace.read(listings.position, self.listing, uid)
        uids = self._ordered()
        return uids.index(uid) if uid in uids else None
