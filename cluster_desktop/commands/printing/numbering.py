"""Give papers their numbers, none twice in a series."""

from cluster_desktop import errors
from cluster_desktop.commands.printing.papers import NAMES
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.domain.printing.numbering import next_number
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.printing.numbering import NumberedPaper, number_of, numbers_of, series_key


def proposed_number(workspace: Workspace, paper: NumberedPaper) -> int:
    """The number the paper has, or the next one of its series."""
    return workspace.read(number_of, paper) or next_number(workspace.read(numbers_of, paper))


def give_number(workspace: Workspace, paper: NumberedPaper, number: int) -> Changes:
    """Give a paper its number; 0 takes the number away. Raises Refused when another paper of the series has it."""
    used = workspace.read(numbers_of, paper)
    holder = next((own for own, each in used.items() if each == number and own != paper.own), None)
    if number and holder is not None:
        name, year, *about = holder.split(".", 2)
        told = f"{NAMES.get(name, name)} năm {year}" + (" của một hồ sơ, phiên họp" if about else "")
        raise errors.Refused(f"Số {number:02d} đã cấp cho {told}. Số tiếp theo là {next_number(used):02d}.")
    with workspace.changing(f"Cấp số {number:02d} cho {NAMES[paper.paper]}") as session:
        put(session, series_key(session, paper) + paper.own, str(number))
        return session.changes()
