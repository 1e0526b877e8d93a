"""Record who came to an event: several people of the roster at once, and the number each unit sent."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from cluster_desktop import errors
from cluster_desktop.commands.records import trash
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.domain.events.events import AttendeeDraft, ParticipantDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.identity import moment
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Attendee, Event, Participant, Person


def add_attendees(workspace: Workspace, event_uid: str, person_uids: Sequence[str], role: str | None) -> Changes:
    """Note that these people took part, as what; those who are noted already stay as they are.

    Raises Refused when nobody new is chosen.
    """
    with workspace.changing(f"Ghi {len(person_uids)} người tham gia") as session:
        living(session, Event, event_uid)
        present = set(session.scalars(select(Attendee.person_uid).where(Attendee.event_uid == event_uid)))
        new = [uid for uid in dict.fromkeys(person_uids) if uid not in present]
        if not new:
            raise errors.Refused("Chưa chọn ai mới. Hãy đánh dấu những người tham gia chưa có trong danh sách.")
        for uid in new:
            living(session, Person, uid)
            add(session, checked(AttendeeDraft(event_uid=event_uid, person_uid=uid, role=role)))
        return session.changes()


def set_participants(workspace: Workspace, event_uid: str, people: Mapping[str, int | None]) -> Changes:
    """Write the number of people each unit sent, in one act; None takes a unit off the list. Raises InvalidDraft."""
    with workspace.changing("Ghi số người theo đơn vị") as session:
        living(session, Event, event_uid)
        listed = session.scalars(select(Participant).where(Participant.event_uid == event_uid))
        by_unit = {participant.unit_uid: participant for participant in listed}
        for unit_uid, number in people.items():
            participant = by_unit.get(unit_uid)
            if number is None:
                if participant is not None:
                    trash.put_away(session, "participant", [participant.uid], moment())
                continue
            draft = checked(ParticipantDraft(event_uid=event_uid, unit_uid=unit_uid, people=number))
            if participant is None:
                add(session, draft)
            else:
                participant.people = draft.people
        return session.changes()
