"""One mapped class per table: columns only, no behaviour."""

from cluster_desktop.records.models.awards import (
    Award,
    Decision,
    DossierItem,
    InitiativeUse,
    Nomination,
    Printing,
    Round,
)
from cluster_desktop.records.models.councils import CouncilMember, CouncilSession
from cluster_desktop.records.models.documents import IssuedDocument
from cluster_desktop.records.models.events import (
    Attachment,
    Attendee,
    CoHost,
    Event,
    Expense,
    Gift,
    Paper,
    Participant,
    Result,
)
from cluster_desktop.records.models.journal import About, Act, Blob, Change
from cluster_desktop.records.models.people import Discipline, Initiative, Person, Qualification, Rating, Service, Stint
from cluster_desktop.records.models.record import Base, NfcText, PartialDateText, Record
from cluster_desktop.records.models.scoring import Criterion, Recommendation, Score, ScoreSheet
from cluster_desktop.records.models.settings import Setting
from cluster_desktop.records.models.units import (
    Cluster,
    Department,
    FormerName,
    Membership,
    Movement,
    Unit,
    UnitHead,
    UnitRating,
)
from cluster_desktop.records.models.year_plan import HandoverItem, Milestone, PledgeTarget, Registration

RECORD_TABLES: dict[str, type[Record]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in sorted(Base.registry.mappers, key=str)
    if issubclass(mapper.class_, Record)
}
