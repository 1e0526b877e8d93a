"""What the sample year begins with: what the cluster pledges, and who registers for what."""

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.year.year_plan import PledgeTargetDraft, RegistrationDraft
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.awards import Nominating, recipients_of
from cluster_desktop.sample.batch import Batch
from cluster_desktop.sample.roster import NOW


def add_pledge(batch: Batch, movements: tuple[str, ...]) -> None:
    """Take in the targets of the sample year, with what came of them."""
    for place, told in enumerate(sources.table("year")["target"], start=1):
        draft = PledgeTargetDraft(
            year=NOW,
            position=place,
            title=told["title"],
            target=told["target"],
            result=told.get("result"),
            movement_uid=movements[told["movement"]] if "movement" in told else None,
        )
        batch.add(draft, sample=notes.PLEDGE)


def add_registrations(work: Nominating) -> None:
    """Take in the registrations of January; one school has sent none yet."""
    plan = sources.table("year")
    for told in plan["registration"]:
        for recipient in recipients_of(work, told):
            draft = RegistrationDraft(
                year=NOW,
                award=told["award"],
                registered_on=PartialDate.from_iso(plan["registered_on"]),
                target=told.get("target"),
                **recipient.uids,
            )
            work.batch.add(draft, sample=notes.REGISTRATION)
