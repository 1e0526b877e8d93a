"""Give documents their numbers, none twice in a series."""

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.domain.printing.numbering import next_number
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.printing.numbering import NumberedDocument, number_of, numbers_of, series_key


def proposed_number(workspace: Workspace, document: NumberedDocument) -> int:
    """Read the number of a document, or propose the next of its series."""
    return workspace.read(number_of, document) or next_number(workspace.read(numbers_of, document))


def give_number(workspace: Workspace, document: NumberedDocument, number: int) -> Changes:
    """Give a document its number; 0 takes the number away.

    Raises Refused when another document of the series has it.
    """
    title = PRINTABLES[document.key].title
    with workspace.changing(f"Cấp số {number:02d} cho {title}" if number else f"Bỏ số của {title}") as session:
        put_number(session, document, number)
        return session.changes()


def put_number(session: Session, document: NumberedDocument, number: int) -> None:
    """Give a document its number inside a running act; 0 takes it away. Raises Refused when another one has it."""
    used = numbers_of(session, document)
    holder = next((own for own, each in used.items() if each == number and own != document.own), None)
    if number and holder is not None:
        key, year, *about = holder.split(".", 2)
        title = PRINTABLES[key].title if key in PRINTABLES else key
        words = f"{title} năm {year}" + (" của một hồ sơ, phiên họp" if about else "")
        raise errors.Refused(f"Số {number:02d} đã cấp cho {words}. Số tiếp theo là {next_number(used):02d}.")
    put(session, series_key(session, document) + document.own, str(number))
