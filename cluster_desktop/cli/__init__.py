"""The program without a screen: the same commands as the window, for scripts and for checks."""

from cluster_desktop.cli.running import run

__all__ = ["run"]
