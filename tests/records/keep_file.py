"""Write the workspace file that is kept for the present schema; run once before each release that changes it.

    python -m tests.records.keep_file

It holds a record of every kind, something in the trash, a printing, a setting, and an act that was undone.
"""

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from cluster_desktop.commands.printing import certificates, printings
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.settings import office
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.file import schema
from cluster_desktop.records.file.workspace import Workspace
from tests.records.every_kind import one_of_each

FOLDER = Path(__file__).resolve().parents[1] / "files"
CLERK = "Hoàng Lan"
RELEASED = (5, 8)
"""The schemas of which a file is kept."""
_PAGE = 512  # bytes; many small tables then take little room


def kept_file(version: int) -> Path:
    """Where the kept file of a schema lies."""
    return FOLDER / f"workspace-schema-{version}.sothidua"


def fill(workspace: Workspace) -> None:
    """A little of everything."""
    workspace.who = CLERK
    uids = one_of_each(workspace)
    office.save_office(workspace, OfficeDraft(clerk=CLERK))
    printings.remember(workspace, certificates.certificates_of(workspace, uids["decision"]))
    gone = records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=uids["unit"])).uids
    records.delete(workspace, "person", gone)
    records.create(workspace, PersonDraft(full_name="Giàng A Páo", unit_uid=uids["unit"]))
    undo.undo(workspace)


def main() -> None:
    with TemporaryDirectory() as folder:
        made = Path(folder) / "Sổ.sothidua"
        workspace = Workspace.create(made)
        fill(workspace)
        workspace.close()
        raw = sqlite3.connect(made)
        raw.execute(f"PRAGMA page_size = {_PAGE}")
        raw.execute("VACUUM")
        raw.close()
        kept_file(schema.newest()).write_bytes(made.read_bytes())


if __name__ == "__main__":
    main()
