"""Build the sample workspace: one file, one act, the same contents every time."""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Final

from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.domain.awards.voting import Share
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.units.office import PREFIX
from cluster_desktop.sample.awards import Nominating, add_rounds, nominate
from cluster_desktop.sample.batch import Batch, Progress
from cluster_desktop.sample.councils import add_sessions
from cluster_desktop.sample.decisions import add_article_awards, decide
from cluster_desktop.sample.dossiers import add_dossier
from cluster_desktop.sample.events import Log, add_charity, add_exchanges, add_workshops
from cluster_desktop.sample.gatherings import add_gatherings
from cluster_desktop.sample.people import add_people
from cluster_desktop.sample.photos import add_photos
from cluster_desktop.sample.planning import add_planning
from cluster_desktop.sample.roster import Member, roster
from cluster_desktop.sample.schools import add_cluster, add_movements, add_schools, schools
from cluster_desktop.sample.scores import add_scores
from cluster_desktop.sample.summary import write_summary
from cluster_desktop.sample.unit_ratings import add_unit_ratings
from cluster_desktop.sample.year_plan import add_pledge, add_registrations
from cluster_desktop.sample.years import add_disciplines, add_initiatives, add_ratings

_SEED: Final = "Cụm thi đua số 2"


def build_sample(path: Path, progress: Progress | None = None) -> Workspace:
    """Create the sample workspace at *path* and give it open; of a failure nothing is left behind.

    *progress* is told the records written, their number and what is being done; what it raises stops
    the work. Raises CannotWrite when the file exists or the folder cannot be written.
    """
    workspace = Workspace.create(path)
    try:
        batch = _sample()
        with workspace.changing("Lập sổ mẫu", undoable=False) as session:
            batch.write(session, progress)
            write_summary(session, 2020)
            put(session, f"{PREFIX}usual_share", Share.TWO_THIRDS)
    except BaseException:
        workspace.close()
        path.unlink(missing_ok=True)
        raise
    return workspace


def _sample() -> Batch:
    batch = Batch()
    all_schools = schools()
    members = roster(_random("roster"), all_schools)
    cluster = add_cluster(batch, all_schools)
    add_schools(batch, all_schools, _rectors(members))
    movements = add_movements(batch)
    drafts = add_people(batch, _random("people"), members)
    add_ratings(batch, members, drafts)
    add_unit_ratings(batch, _random("unit ratings"), all_schools)
    initiatives = add_initiatives(batch, _random("initiatives"), members)
    add_disciplines(batch, members)
    add_pledge(batch, movements)
    _add_awards(Nominating(batch, _random("votes"), all_schools, members), movements, initiatives)
    _add_events(Log(batch, _random("events"), all_schools, members, movements))
    add_scores(batch, _random("scores"), all_schools, cluster)
    return batch


def _random(part: str) -> Random:
    """A source of chance of its own for each part, so that a change in one leaves the others as they are."""
    return Random(f"{_SEED}: {part}")


def _rectors(members: list[Member]) -> dict[str, str]:
    return {member.school.code: member.full_name for member in members if member.position == "Hiệu trưởng"}


def _add_awards(work: Nominating, movements: tuple[str, ...], initiatives: Mapping[tuple[str, int], str]) -> None:
    add_article_awards(work.batch, work.schools)
    add_rounds(work, movements)
    add_registrations(work)
    add_sessions(work)
    nominate(work)
    add_dossier(work, initiatives)
    decide(work)


def _add_events(log: Log) -> None:
    add_workshops(log)
    add_charity(log)
    add_exchanges(log)
    add_gatherings(log)
    add_photos(log)
    add_planning(log)
