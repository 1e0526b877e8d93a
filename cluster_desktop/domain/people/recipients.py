"""The recipients of registrations, nominations and awards: a person, a department or a unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cluster_desktop.domain.fields.fields import computed
from cluster_desktop.domain.fields.types import Name, Reference
from cluster_desktop.domain.people.vocabulary import RecipientKind

REFERENCES: Final[Mapping[str, str]] = {
    RecipientKind.PERSON: "person_uid",
    RecipientKind.DEPARTMENT: "department_uid",
    RecipientKind.UNIT: "unit_uid",
}
"""The field that names a recipient, by its kind."""

OF_PERSON, OF_DEPARTMENT, OF_UNIT = (("recipient_kind", (kind,)) for kind in RecipientKind)
"""When the field of each applies."""
RECIPIENT_COLUMNS: Final = (
    computed("recipient", "Cá nhân, tập thể", Name(), width=18),
    computed("recipient_unit", "Đơn vị", Reference("unit"), width=10, filterable=True),
)
"""The columns that show the recipient in lists of registrations, nominations and awards."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One recipient by its kind (a :class:`RecipientKind`) and uid."""

    kind: str
    uid: str

    @classmethod
    def of(cls, record: str, uid: str) -> "Recipient":
        """Name the record of that kind ("person", "department", "unit") as a recipient."""
        return cls(next(kind for kind, key in REFERENCES.items() if key == f"{record}_uid"), uid)

    @property
    def references(self) -> dict[str, Any]:
        """The fields of a draft that name this recipient and nobody else."""
        return {key: self.uid if kind == self.kind else None for kind, key in REFERENCES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A recipient that can be chosen, in words; ``detail`` tells them from others of that name."""

    recipient: Recipient
    name: str
    detail: str = ""
    unit_uid: str = ""
    unit: str = ""
    left: str = ""
    """How and when somebody left within the year; '' for everybody else."""

    @property
    def words(self) -> str:
        """The name with what tells it from others."""
        return " · ".join(part for part in (self.name, self.detail, self.left) if part)


def recipient_of(values: Mapping[str, object]) -> Recipient:
    """The recipient that a registration, nomination or award names by its kind."""
    kind = str(values["recipient_kind"])
    return Recipient(kind, str(values[REFERENCES[kind]]))
