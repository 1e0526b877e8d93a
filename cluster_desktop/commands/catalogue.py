"""The catalogue of the law as the program ships it."""

import tomllib
from functools import cache

from cluster_desktop import resources
from cluster_desktop.domain.regimes import Regime


@cache
def regimes() -> tuple[Regime, ...]:
    """Every regime, in the order of their days. Raises ResourceMissing."""
    found = tomllib.loads(resources.read_text("catalogue.toml"))["regime"]
    return tuple(
        Regime(code=entry["code"], since=entry["since"], basis=tuple(entry["basis"]), certain=entry["certain"])
        for entry in found
    )
