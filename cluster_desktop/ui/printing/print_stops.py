"""Prints of event certificates that stopped half-way; no register covers them, so this computer remembers."""

from typing import Final

from cluster_desktop.settings import Settings

_KEY: Final = "stopped_prints"


def stopped_at(event_uid: str) -> int:
    """Return how many certificates of the event came out before the printer stopped; 0 when nothing is left."""
    number = Settings.load().table(_KEY).get(event_uid, 0)
    return number if isinstance(number, int) and number > 0 else 0


def note_stop(event_uid: str, came_out: int) -> None:
    """Remember how many came out; 0 forgets it, because all did or all are to be printed again."""
    settings = Settings.load()
    stops = {**settings.table(_KEY)}
    stops.pop(event_uid, None)
    if came_out:
        stops[event_uid] = came_out
    settings.set(_KEY, stops)
