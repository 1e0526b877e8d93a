"""Every kind of record by key, collected from the drafts."""

import dataclasses

from cluster_desktop.domain.awards import councils, nominations
from cluster_desktop.domain.events import events
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.fields.record_kind import RecordKind
from cluster_desktop.domain.people import career, people
from cluster_desktop.domain.scoring import scoring
from cluster_desktop.domain.units import units
from cluster_desktop.domain.year import year_plan

_MODULES = (units, career, people, year_plan, councils, nominations, events, scoring)


def _collected() -> dict[str, RecordKind]:
    """The kinds in the order of their modules, each behind those its records point to."""
    drafts = [draft for module in _MODULES for draft in vars(module).values() if isinstance(draft, type)]
    kinds = [
        RecordKind(key=draft.KIND, draft=draft, **draft.WORDS)
        for draft in drafts
        if issubclass(draft, Draft) and draft.WORDS
    ]
    waiting = {kind.key: kind for kind in kinds}
    ready: dict[str, RecordKind] = {}

    def put(kind: RecordKind) -> None:
        for item in dataclasses.fields(kind.draft):  # their descriptions are made when somebody asks for them
            if (before := waiting.pop(item.metadata["type"].refers_to, None)) is not None:
                put(before)
        ready[kind.key] = kind

    while waiting:
        put(waiting.pop(next(iter(waiting))))
    return ready


KINDS = _collected()


def owned_kinds(key: str) -> tuple[tuple[RecordKind, str], ...]:
    """The kinds that live inside records of kind *key*, each with its owning reference field."""
    return tuple(
        (kind, owner) for kind in KINDS.values() for owner in kind.owners if kind.field(owner).refers_to == key
    )
