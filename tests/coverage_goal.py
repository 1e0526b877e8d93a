"""Holds the measured coverage to its goal, and names the files that few tests reach."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from coverage import Coverage

GOAL: Final = 95.0
"""Lines and branches of the whole program that the tests run, in percent."""
LEAST: Final = 95.0
"""What it may not sink below: threads and waits move the share by a tenth or two from run to run."""
NAMED_BELOW: Final = 90.0
"""A file with less is named."""


def report() -> dict[str, Any]:
    """What the last test run measured, as coverage tells it."""
    coverage = Coverage()
    coverage.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "coverage.json")
        coverage.json_report(outfile=str(path))
        measured: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return measured


def main() -> int:
    """Print the share and the files that lie low; 1 when the share is below the least."""
    measured = report()
    for name, file in sorted(measured["files"].items()):
        share = file["summary"]["percent_covered"]
        if share < NAMED_BELOW:
            print(f"  {share:5.1f} %  {name}")
    share = measured["totals"]["percent_covered"]
    print(f"{share:.1f} % of lines and branches are run by tests; the goal is {GOAL:.0f} %.")
    return 0 if share >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
