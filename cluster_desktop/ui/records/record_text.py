"""A page of text about a record, beside it, that can be selected and copied."""

from PySide6.QtWidgets import QTextBrowser, QWidget

from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.layouts import Space


class RecordText(QTextBrowser):
    """A page of text; a subclass names the changes it ``concerns`` and returns its ``html``."""

    def __init__(self, workspace: Workspace, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._uid = ""
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(Space.LARGE)
        theme.watcher().changed.connect(self._on_scheme_changed)

    def show_record(self, row: Row) -> None:
        """Show the page of a record."""
        self._uid = row.uid
        self.reread(None)

    def reread(self, changes: Changes | None) -> None:
        """Read again what the changes concern; a busy file keeps the page as it is."""
        if self._uid and not self._workspace.busy and (changes is None or self.concerns(changes)):
            self.setHtml(self.html())

    def concerns(self, changes: Changes) -> bool:
        """Tell if the changes alter the page."""
        raise NotImplementedError

    def html(self) -> str:
        """Return the text, in the colours of the present scheme."""
        raise NotImplementedError

    def _on_scheme_changed(self) -> None:
        self.reread(None)
