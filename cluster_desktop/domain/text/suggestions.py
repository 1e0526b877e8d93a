"""What somebody may have meant who typed a code or a number that is not there."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from cluster_desktop.domain.text.names import fold

_MOST: Final = 3
_LEAST: Final = 0.5  # of 1, as difflib measures


def like(typed: str, known: Sequence[str]) -> tuple[str, ...]:
    """Those of *known* that *typed* begins or nearly is, marks and capitals apart: the best first, three at most."""
    asked = fold(typed)
    if same := [one for one in known if fold(one) == asked]:
        return tuple(same[:_MOST])
    begun = [one for one in known if asked and fold(one).startswith(asked)]
    by_fold = {fold(one): one for one in known}
    near = [by_fold[key] for key in get_close_matches(asked, list(by_fold), _MOST, _LEAST)]
    return tuple(dict.fromkeys((*begun, *near)))[:_MOST]


def meant(typed: str, known: Sequence[str]) -> str:
    """ " Có phải “48/QĐ-TCT”?" to stand inside a sentence; '' when nothing is like it."""
    found = like(typed, known)
    return f" Có phải {' hay '.join(f'“{one}”' for one in found)}?" if found else ""
