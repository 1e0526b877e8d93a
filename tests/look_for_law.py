"""Judge somebody for two years and read the law card; run by test_one_line_of_law.py.

    python look_for_law.py WORKSPACE

Prints JSON. Which program is looked at is for PYTHONPATH to say.
"""

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

import cluster_desktop
from cluster_desktop.commands.law.eligibility import eligibility
from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.law.catalogue_values import Group
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.law.law_card import LawCard
from cluster_desktop.ui.law.law_model import CERTAIN, VALUE

RULE = "CSTDT.years"


def fighter(workspace: Workspace, first: int, last: int) -> str:
    """Somebody who was CSTĐ cơ sở of each year; the uid."""
    school = f"T{first}{last}"
    unit = records.create(workspace, UnitDraft(code=school, name=f"Trường {school}", short_name=school))
    person = records.create(workspace, PersonDraft(full_name="Lò Văn Ơn", unit_uid=unit.uids[0])).uids[0]
    for year in range(first, last + 1):
        decision = DecisionDraft(
            number=f"{school}/{year}",
            decided_on=PartialDate(year, 12, 20),
            year=year,
            level="CO_SO",
            unit_uid=unit.uids[0],
            title="Về khen thưởng",
        )
        uid = records.create(workspace, decision).uids[0]
        line = AwardDraft(decision_uid=uid, ordinal=1, recipient_kind="CA_NHAN", person_uid=person, award="CSTDCS")
        records.create(workspace, line)
    return person


def verdict(workspace: Workspace, person: str, year: int) -> list[str]:
    """What the rule says of them: verdict, law, certainty."""
    (judged,) = [one for one in eligibility(workspace, year, "CSTDT") if one.candidate.uid == person]
    (found,) = [one for one in judged.findings if one.rule == RULE]
    return [found.verdict.value, found.law, found.certain.value]


def on_the_card(workspace: Workspace) -> dict[str, list[str]]:
    """The value and the certainty of the rule under every law the card offers."""
    window = QWidget()
    card = LawCard(Operations(workspace, window))
    card.groups.setCurrentIndex(card.groups.findData(Group.RULE))
    seen = {}
    for place in range(card.laws.count()):
        card.laws.setCurrentIndex(place)
        rows = range(card.model.rowCount())
        keys = [line.entry.key if line.entry else "" for line in map(card.model.line, rows)]
        row = next(row for row in rows if keys[row].endswith(f".{RULE}"))
        cells = [card.model.data(card.model.index(row, column)) for column in (VALUE, CERTAIN)]
        seen[card.laws.itemText(place)] = cells
    return seen


def main(path: Path) -> None:
    application = QApplication([])
    workspace = Workspace.create(path)
    three = {year: fighter(workspace, year - 2, year) for year in (2026, 2027)}
    verdicts = {year: verdict(workspace, person, year) for year, person in three.items()}
    four = verdict(workspace, fighter(workspace, 2024, 2027), 2027)
    seen: dict[str, Any] = {"program": cluster_desktop.__file__, "verdicts": verdicts, "four": four}
    seen["card"] = on_the_card(workspace)
    workspace.close()
    application.quit()
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
