"""Starts the program: ``python -m cluster_desktop``; or the process in which it reads strangers' files."""

import sys

from cluster_desktop.exchange.tables.questions import READ_TABLES


def start() -> int:
    """Run what the command line asks for; gives the exit code. Each is imported alone, to be there at once."""
    if sys.argv[1:] == [READ_TABLES]:
        from cluster_desktop.exchange.tables.file_reading import run_reading

        return run_reading()
    from cluster_desktop.app import main

    return main()


if __name__ == "__main__":
    sys.exit(start())
