"""The files of the sample: the article's facts, name parts, titles, and the plan of the sample year."""

import json
import tomllib
from functools import cache
from typing import Any, Final

from cluster_desktop import resources
from cluster_desktop.domain.fields import vocabulary

FOLDER: Final = "sample"
ETHNICITIES: Final = {choice.label: choice.code for choice in vocabulary.ETHNIC_GROUPS}


@cache
def facts() -> dict[str, Any]:
    """What the cluster's own article states. Raises ResourceMissing."""
    found: dict[str, Any] = json.loads(resources.read_text(FOLDER, "facts.json"))
    return found


@cache
def table(name: str) -> dict[str, Any]:
    """The contents of one TOML file of the sample. Raises ResourceMissing."""
    return tomllib.loads(resources.read_text(FOLDER, f"{name}.toml"))


def fact_events(kind: str, level: str | None = None) -> list[dict[str, Any]]:
    """The events of the article of one type (and level), in the order in which it tells them."""
    events: list[dict[str, Any]] = facts()["events"]
    return [event for event in events if event["type"] == kind and event.get("level") == level]
