"""The start of the program: a command runs on the command line, everything else opens the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from cluster_desktop.console import join_console
from cluster_desktop.domain.awards.regime_choices import REGIMES
from cluster_desktop.domain.fields.choices import Choice

_COMMANDS = (
    *("demo", "new", "import", "report", "certificates", "verify", "dossier", "eligibility", "search"),
    *("add", "edit", "show", "delete", "undo", "redo"),
    *("backup", "restore", "check", "history", "list"),
)
_SELF_TEST = "--self-test"  # followed by the file for the findings, or by nothing for the console
_WORDS = frozenset((*_COMMANDS, "--version", "--help", "-h"))


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    offer_regimes()
    asks = bool(words) and _is_command(words[0])
    if asks or (words and words[0] == _SELF_TEST):
        join_console()
    if asks:
        return _command(words)
    if words and words[0] == _SELF_TEST:
        from cluster_desktop.ui.window.self_test import run_self_test

        return run_self_test(Path(words[1]) if len(words) > 1 else None)
    from cluster_desktop.ui.window.start import run_window

    return run_window([Path(word) for word in words if not word.startswith("-")])


def offer_regimes() -> None:
    """Let a nomination name the regimes of the law, which are read when they are first needed."""
    REGIMES.source = _regimes


def _regimes() -> Sequence[Choice]:
    from cluster_desktop.commands.law.catalogue import regime_choices  # not for the first window

    return regime_choices()


def _is_command(word: str) -> bool:
    """Tell if the command line has to answer; also for a bare word that is neither a command nor a file."""
    bare = word.replace("-", "").isalnum() and not word.startswith("-")
    return word in _WORDS or (bare and not Path(word).exists())


def _command(words: list[str]) -> int:
    """Run a command line; Ctrl+C while the program is still being loaded ends it as calmly as later."""
    try:
        from cluster_desktop import cli

        return cli.run(words)
    except KeyboardInterrupt:
        return 1
