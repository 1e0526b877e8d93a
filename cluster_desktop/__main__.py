"""Starts the program: ``python -m cluster_desktop``."""

import sys

from cluster_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
