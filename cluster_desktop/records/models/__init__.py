"""One mapped class per table: columns only, no behaviour."""

from cluster_desktop.records.models.awards import Award, Decision, Nomination, Printing, Round
from cluster_desktop.records.models.events import (
    Attachment,
    Event,
    Gift,
    Paper,
    Participant,
    Result,
)
from cluster_desktop.records.models.journal import About, Act, Blob, Change
from cluster_desktop.records.models.people import Discipline, Initiative, Person, Rating
from cluster_desktop.records.models.record import Base, NfcText, PartialDateText, Record
from cluster_desktop.records.models.settings import Setting
from cluster_desktop.records.models.units import (
    Cluster,
    Department,
    FormerName,
    Membership,
    Movement,
    Unit,
)

RECORD_TABLES: dict[str, type[Record]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in sorted(Base.registry.mappers, key=str)
    if issubclass(mapper.class_, Record)
}

__all__ = [
    "RECORD_TABLES",
    "About",
    "Act",
    "Attachment",
    "Award",
    "Base",
    "Blob",
    "Change",
    "Cluster",
    "Decision",
    "Department",
    "Discipline",
    "Event",
    "FormerName",
    "Gift",
    "Initiative",
    "Membership",
    "Movement",
    "NfcText",
    "Nomination",
    "Paper",
    "PartialDateText",
    "Participant",
    "Person",
    "Printing",
    "Rating",
    "Record",
    "Result",
    "Round",
    "Setting",
    "Unit",
]
