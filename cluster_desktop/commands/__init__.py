"""Acts of a user, one function each, the same for the window and the command line."""

from collections.abc import Sequence

from cluster_desktop.domain.awards.nominations import REGIMES
from cluster_desktop.domain.fields.choices import PlainChoice


def _regimes() -> Sequence[PlainChoice]:
    from cluster_desktop.commands.law.catalogue import law  # not for the first window

    return [PlainChoice(regime.code, regime.name) for regime in law().regimes]


REGIMES.source = _regimes
