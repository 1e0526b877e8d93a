"""Build the sample workspace: one file, one act, the same contents every time."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from cluster_desktop.commands.law.catalogue import law
from cluster_desktop.commands.scoring.score_sheets import criterion_draft, example_lines, sheet_name
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.commands.units.handover import usual_items
from cluster_desktop.commands.year.milestones import usual_milestones
from cluster_desktop.domain.awards.voting import Share
from cluster_desktop.domain.printing.own_words import WordsPart, WordsPlace
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.year.deadlines import moved
from cluster_desktop.domain.year.year_plan import HandoverItemDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.units.office import PREFIX
from cluster_desktop.sample.batch import Batch, Progress
from cluster_desktop.sample.tables import TableReader


def build_sample(path: Path, progress: Progress | None = None) -> Workspace:
    """Create the sample workspace at *path* and give it open; of a failure nothing is left behind.

    *progress* is told the records written, their number and what is being done; what it raises stops
    the work. Raises CannotWrite when the file exists or the folder cannot be written.
    """
    workspace = Workspace.create(path)
    try:
        batch = Batch()
        year = _collect(TableReader(batch))
        # A clerk's acts would be thousands of lines of history, each checked against all records before it.
        with workspace.changing("Lập sổ mẫu", undoable=False) as session:
            batch.write(session, progress)
            _set(session, year)
    except BaseException:
        workspace.close()
        path.unlink(missing_ok=True)
        raise
    return workspace


def _collect(reader: TableReader) -> dict[str, Any]:
    """Read all files, and ask the program for the lists that it offers a clerk; gives the plan of the sample year."""
    for name in ("cluster", "staff", "awards", "events"):
        reader.read(name)
    sheets = reader.read("score_sheets")
    for sheet in sheets["score_sheet"]:
        _add_criteria(reader, sheet["year"], sheets["marks"]["all"])
    reader.read("scores")
    year = reader.read("year")
    _add_milestones(reader, year["milestones"])
    _add_handover(reader, year["handover"])
    return year


def _add_criteria(reader: TableReader, year: int, mark: str) -> None:
    sheet = reader.uid("score_sheet", sheet_name(year))
    uids: dict[str | None, str] = {}
    for position, line in enumerate(example_lines(), start=1):
        draft = criterion_draft(replace(line, parent_uid=uids.get(line.parent_uid)), sheet, position)
        uids[line.uid] = reader.add(draft, f"{year} {line.title}", mark)


def _add_milestones(reader: TableReader, plan: dict[str, Any]) -> None:
    """The usual dates of the sample year, done, and of the next one, which is being planned."""
    for draft in usual_milestones(plan["year"], law()):
        done = plan["done"].get(draft.stage)
        kept = replace(draft, done_on=PartialDate.from_iso(done) if done else draft.due_on)
        later = replace(draft, year=plan["year"] + 1, due_on=draft.due_on and moved(draft.due_on, 1))
        for milestone in (kept, later):
            reader.add(milestone, f"{milestone.year} {milestone.title}", plan["mark"])


def _add_handover(reader: TableReader, plan: dict[str, Any]) -> None:
    day = PartialDate.from_iso(plan["on"])
    for place, title in enumerate(usual_items(plan["year"]), start=1):
        done = place in plan["done"]
        draft = HandoverItemDraft(
            year=plan["year"], position=place, title=title, done=done, done_on=day if done else None
        )
        reader.add(draft, title, plan["mark"])


def _set(session: Session, year: dict[str, Any]) -> None:
    """Keep what the cluster's office wrote into its annual summary, and how votes are usually counted."""
    place = WordsPlace("annual-summary", "", year["summary"]["year"])
    for part, text in year["summary"]["texts"].items():
        put(session, place.key(WordsPart[part.upper()]), text.strip())
    put(session, f"{PREFIX}usual_share", Share.TWO_THIRDS)
