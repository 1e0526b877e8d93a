"""Where the program starts: a word the command line knows runs there, everything else opens the window."""

import sys
from pathlib import Path

_COMMANDS = (
    *("demo", "new", "import", "report", "certificates", "search"),
    *("backup", "restore", "check", "history", "list"),
)
_WORDS = frozenset((*_COMMANDS, "--version", "--help", "-h"))


def main(arguments: list[str] | None = None) -> int:
    """Run the program; gives its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in _WORDS:
        from cluster_desktop import cli

        return cli.run(words)
    from cluster_desktop.ui.start import run_window

    return run_window([Path(word) for word in words if not word.startswith("-")])
