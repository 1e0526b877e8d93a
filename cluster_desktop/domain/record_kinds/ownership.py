"""The owners of records named beside each other: a department belongs to a unit."""

from collections.abc import Sequence

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.record_kinds.kinds import KINDS


def owner_fields(field: Field, fields: Sequence[Field]) -> tuple[str, ...]:
    """The fields of the same draft that name the owner of what *field* points to.

    A department belongs to a unit, so in a draft that names both only that unit's departments are offered. A record
    that points to one of its own kind says its own owner, not that of the other.
    """
    if not field.refers_to or field in KINDS[field.refers_to].fields:
        return ()
    owners = KINDS[field.refers_to].owners
    return tuple(other.key for other in fields if other.key in owners and other.key != field.key)
