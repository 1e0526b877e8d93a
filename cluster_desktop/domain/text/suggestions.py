"""Suggestions for a code or a number that does not exist: those most like what was typed."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from cluster_desktop.domain.text.names import fold

_MOST: Final = 3
_LEAST: Final = 0.5  # of 1, as difflib measures


def like(typed: str, candidates: Sequence[str]) -> tuple[str, ...]:
    """Find *candidates* that *typed* begins or nearly is, marks and capitals apart: the best first, three at most."""
    asked = fold(typed)
    if same := [candidate for candidate in candidates if fold(candidate) == asked]:
        return tuple(same[:_MOST])
    begun = [candidate for candidate in candidates if asked and fold(candidate).startswith(asked)]
    by_fold = {fold(candidate): candidate for candidate in candidates}
    near = [by_fold[key] for key in get_close_matches(asked, list(by_fold), _MOST, _LEAST)]
    return tuple(dict.fromkeys((*begun, *near)))[:_MOST]


def meant(typed: str, candidates: Sequence[str]) -> str:
    """ " Có phải “48/QĐ-TCT”?" to stand inside a sentence; '' when nothing is like it."""
    matches = like(typed, candidates)
    return f" Có phải {' hay '.join(f'“{match}”' for match in matches)}?" if matches else ""
