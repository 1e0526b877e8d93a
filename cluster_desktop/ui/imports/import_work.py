"""The work of an import that runs in the background: reading, comparing with the workspace, keeping what is left."""

from pathlib import Path

from cluster_desktop.commands.imports import importing, tables
from cluster_desktop.commands.imports.plan import ImportPlan, Shared
from cluster_desktop.commands.imports.tables import ImportTables
from cluster_desktop.domain.record_kinds.import_kinds import ImportKind
from cluster_desktop.exchange.tables.tables import TableGuess
from cluster_desktop.ui.kit.operations import Operations, WorkProgress


def read_file(operations: Operations, kind: ImportKind, path: Path, progress: WorkProgress) -> ImportTables:
    """Read a file and find its tables."""
    progress.report(0, 0, path.name)
    return tables.read_tables(operations.workspace, kind, path, progress)


def compare(operations: Operations, read: ImportTables, shared: Shared, progress: WorkProgress) -> ImportPlan:
    """Compare the tables with the workspace."""
    return importing.plan_file(operations.workspace, read, shared, progress)


def save_rest(read: ImportTables, plan: ImportPlan, path: Path, progress: WorkProgress) -> Path:
    """Keep the rows that stay out in a book of their own."""
    progress.report(0, 0, path.name)
    tables.save_rest(read, plan, path)
    return path


def table_words(read: ImportTables, guess: TableGuess) -> str:
    """The words for a table: where it stands, and how many records it holds."""
    return f"{read.label(guess)} · {read.count(guess)} dòng"
