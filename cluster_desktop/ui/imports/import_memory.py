"""Mappings that a person corrected, kept by the table's headings for the next time."""

from cluster_desktop.domain.record_kinds.import_kinds import STAFF, ImportKind
from cluster_desktop.exchange.tables.tables import TableGuess, with_mapping
from cluster_desktop.exchange.tables.uses import possible_uses, use_label
from cluster_desktop.settings import Settings

_KEY = "import_mappings"
_KEPT = 50


def remember_mapping(settings: Settings, guess: TableGuess, kind: ImportKind) -> None:
    """Keep the uses of the columns of a table with these headings."""
    stored = _stored(settings)
    stored.pop(_layout(guess, kind), None)
    stored[_layout(guess, kind)] = {str(column): use_label(use, kind.fields) for column, use in guess.uses.items()}
    settings.set(_KEY, dict(list(stored.items())[-_KEPT:]))


def with_remembered(settings: Settings, guess: TableGuess, kind: ImportKind) -> TableGuess:
    """Return the guess with the uses kept for tables of these headings."""
    kept = _stored(settings).get(_layout(guess, kind), {})
    possible = dict(possible_uses(kind.fields))
    uses = {int(column): possible[words] for column, words in kept.items() if words in possible and column.isdecimal()}
    return with_mapping(guess, uses)


def _layout(guess: TableGuess, kind: ImportKind) -> str:
    return guess.layout if kind is STAFF else f"{kind.key}:{guess.layout}"


def _stored(settings: Settings) -> dict[str, dict[str, str]]:
    return {
        layout: {column: words for column, words in uses.items() if isinstance(words, str)}
        for layout, uses in settings.table(_KEY).items()
        if isinstance(uses, dict)
    }
