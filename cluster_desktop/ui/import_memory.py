"""Mappings that a person corrected, kept by the table's headings for the next time."""

from collections.abc import Sequence

from cluster_desktop.domain.fields import Field
from cluster_desktop.exchange.tables import TableGuess, with_mapping
from cluster_desktop.exchange.uses import possible_uses, use_label
from cluster_desktop.settings import Settings

_KEY = "import_mappings"
_KEPT = 50


def remember_mapping(settings: Settings, guess: TableGuess, fields: Sequence[Field]) -> None:
    """Keep what each column of a table with these headings is used for."""
    stored = _stored(settings)
    stored.pop(guess.layout, None)
    stored[guess.layout] = {str(column): use_label(use, fields) for column, use in guess.uses.items()}
    settings.set(_KEY, dict(list(stored.items())[-_KEPT:]))


def with_remembered(settings: Settings, guess: TableGuess, fields: Sequence[Field]) -> TableGuess:
    """The guess with what was kept for tables of these headings."""
    kept = _stored(settings).get(guess.layout, {})
    known = dict(possible_uses(fields))
    uses = {int(column): known[words] for column, words in kept.items() if words in known}
    return with_mapping(guess, uses)


def _stored(settings: Settings) -> dict[str, dict[str, str]]:
    empty: dict[str, dict[str, str]] = {}
    kept = settings.get(_KEY, empty)
    return {layout: dict(uses) for layout, uses in kept.items()}
