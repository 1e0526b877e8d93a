"""Run the program without a screen: the same commands as in the window, for scripts and for checks."""

from cluster_desktop.cli.running import run

__all__ = ["run"]
