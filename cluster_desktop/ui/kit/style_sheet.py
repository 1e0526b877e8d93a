"""The one Qt style sheet of the program: resources/style.qss with the colours of a scheme put in."""

from collections.abc import Mapping
from string import Template

from cluster_desktop import resources


def style_sheet(names: Mapping[str, str], scheme: str) -> str:
    """Return the sheet for a scheme; *names* are its colours as #RRGGBB by token."""
    derived = {
        "accent_strong": "#184D9C" if scheme == "light" else "#A5C8FF",
        "hover": "#E3E7EC" if scheme == "light" else "#2D3135",
        "check": resources.path("icons", f"check-{scheme}.svg").as_posix(),
        "chevron": resources.path("icons", f"chevron-{scheme}.svg").as_posix(),
    }
    return Template(resources.read_text("style.qss")).substitute(names, **derived)
