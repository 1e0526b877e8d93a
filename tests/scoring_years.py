"""A cluster of a few schools with a score sheet, for the tests of scoring."""

from cluster_desktop.commands.records import records
from cluster_desktop.commands.scoring import score_sheets, scoring
from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet, Side
from cluster_desktop.domain.units.units import ClusterDraft, MembershipDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.scoring.scoring import scored_sheet, sheet_uid
from tests.beginnings import done_once

SCHOOLS = ("Cao Bằng", "Điện Biên", "Lào Cai")
YEAR = 2021


def add_cluster(workspace: Workspace, schools: tuple[str, ...] = SCHOOLS, year: int = YEAR) -> str:
    """A cluster with these schools as its members; its uid."""
    cluster = records.create(workspace, ClusterDraft(name="Cụm thi đua số 2")).uids[0]
    for place, name in enumerate(schools):
        draft = UnitDraft(code=f"TCT{place}", name=f"Trường Chính trị tỉnh {name}", short_name=name)
        unit = records.create(workspace, draft).uids[0]
        records.create(workspace, MembershipDraft(cluster_uid=cluster, unit_uid=unit, year=year))
    return cluster


def example_sheet(workspace: Workspace, year: int = YEAR) -> ScoredSheet:
    """The sheet of the cluster, begun with the example criteria."""

    def start(book: Workspace) -> None:
        score_sheets.start_example(book, add_cluster(book, year=year), year)

    done_once(workspace, ("example sheet", year), start)
    return sheet_of(workspace, year)


def sheet_of(workspace: Workspace, year: int = YEAR) -> ScoredSheet:
    """The sheet of a year as it stands now."""
    uid = workspace.read(sheet_uid, year)
    assert uid is not None
    found = workspace.read(scored_sheet, uid)
    assert found is not None
    return found


def score_everything(workspace: Workspace, sheet: ScoredSheet, taken: dict[str, int]) -> None:
    """Give every unit the maximum of each criterion; *taken* hundredths are taken from its first one."""
    first = sheet.scored_lines[0].uid
    cells = [
        scoring.ScoreCell(
            line.uid,
            unit.uid,
            side,
            (line.maximum or 0) - (taken.get(unit.short_name, 0) if line.uid == first else 0),
        )
        for line in sheet.lines
        if line.due
        for unit in sheet.units
        for side in Side
    ]
    scoring.set_scores(workspace, sheet.uid, cells)
