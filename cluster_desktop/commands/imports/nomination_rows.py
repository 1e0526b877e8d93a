"""What a list says of a nomination beside recipient and award: its round, the council's session, how far it came."""

from collections.abc import Mapping
from dataclasses import dataclass

from cluster_desktop.commands.imports.existing import ExistingRecords
from cluster_desktop.commands.imports.parents import Parents
from cluster_desktop.commands.imports.placing import Placing, Values
from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.fields.fields import Value


@dataclass
class NominationRows:
    """The rows of a list of nominations, as far as they say what the book files them under."""

    placing: Placing

    def __post_init__(self) -> None:
        self.parents: Parents = self.placing.parents
        self.existing: ExistingRecords = self.placing.existing

    def values(self, texts: Mapping[str, str], values: Values, state: Value, year: int | None) -> Values:
        """Find round and session of a nomination with these *values*, and the state it may come in with.

        A decision alone decides a nomination: a list of decided ones brings those the council agreed to, and what is
        decided here stays so. Raises InvalidDraft.
        """
        found: Values = {"round_uid": self._round(texts.get("round_uid", ""), values, year)}
        if texts.get("session_uid"):
            in_year = self.parents.years.get(str(found["round_uid"]), year)
            session = self.placing.named.find("council_session", texts["session_uid"], in_year, "session_uid")
            found["session_uid"] = session
        uid = self.existing.find({**values, **found})
        held = self.existing.values_of(uid).get("state") if uid else None
        if held == NominationState.DECIDED or (held is not None and state == NominationState.DECIDED):
            found["state"] = None
        elif state == NominationState.DECIDED:
            found["state"] = NominationState.ACCEPTED
        return found

    def _round(self, words: str, values: Values, year: int | None) -> str:
        """Choose the round of a nomination; without a choice that of the year which has it already."""
        if not (words or self.parents.shared.round_uid or self.parents.shared.round_name):
            for uid in self.parents.rounds_of(year):
                if self.existing.find({**values, "round_uid": uid}) is not None:
                    return uid
        return self.parents.round(year, words)
