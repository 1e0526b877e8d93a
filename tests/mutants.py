"""Changes the program in one place at a time and tells which changes no test notices.

``python run.py mutants domain 100`` copies the project into build/mutants, measures there which tests run
which lines of the program (kept until a file changes), then tries a sample of changes in the room, each with
the tests that run the changed line, those of the same room first. The same seed gives the same sample.
"""

import ast
import hashlib
import itertools
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from coverage import CoverageData

ROOT: Final = Path(__file__).resolve().parents[1]
WORK: Final = ROOT / "build" / "mutants"
COPIED: Final = ("cluster_desktop", "resources", "installer", "tests", "docs", "requirements")
FILES: Final = ("pyproject.toml", "run.py", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE")
SLOW: Final = ("tests/ui", "tests/flows/test_kill.py", "tests/benchmarks", "tests/test_requirements.py")
"""Tests that take long and look at no rule: the screen is tried by hand, kills are apart."""
LOOKS: Final = ("wide", "width")
"""Arguments of a field that say how much room it takes on the screen: judged by eye, on the pictures."""
LEAST_SECONDS: Final = 120
"""With one second more for each test. After so long a mutant counts as noticed: it made something endless."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the *occurrence*-th place in *file* (below the project) where *operator* applies, on *line*."""

    file: str
    operator: str
    occurrence: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant: ``noticed`` by a failing test, or not by any of ``tests`` tests."""

    mutant: Mutant
    noticed: bool
    tests: int


def main(words: Sequence[str]) -> int:
    """Try a sample of mutants of one room; 0 when they could be tried, whatever came of it."""
    room, count, seed = words[0], int(words[1]) if len(words) > 1 else 100, words[2] if len(words) > 2 else "1"
    copies = [copied(WORK / str(number)) for number in (1, 2)]
    tests_of_line = measured(copies[0])
    sites = [places for file in sorted((ROOT / "cluster_desktop" / room).rglob("*.py")) for places in by_place(file)]
    chance = random.Random(seed)
    sample = [chance.choice(places) for places in chance.sample(sites, min(count, len(sites)))]
    idle: SimpleQueue[Path] = SimpleQueue()
    for copy in copies:
        idle.put(copy)

    def tried(mutant: Mutant) -> Outcome:
        copy = idle.get()
        try:
            return outcome(copy, mutant, tests_of_line.get((mutant.file, mutant.line), set()))
        finally:
            idle.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        noticed = sum(told(outcome) for outcome in pool.map(tried, sample))
    print(f"{room}: {noticed} of {len(sample)} changes noticed, sampled from {len(sites)} places")
    return 0


def copied(folder: Path) -> Path:
    """A fresh copy of the project in *folder*."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


def measured(folder: Path) -> dict[tuple[str, int], set[str]]:
    """Which tests run which line of the program, by (file below the project, line)."""
    kept = WORK / f"measured-{state_of_files(folder)}.coverage"
    if not kept.exists():
        covering = ["--cov=cluster_desktop", "--cov-context=test", "--cov-report="]
        slow = [f"--ignore={name}" for name in SLOW]
        done = pytest(folder, ["-n", "2", *covering, *slow, "tests"])
        if done.returncode:
            raise SystemExit(f"The tests fail before anything is changed:\n{done.stdout[-2000:]}")
        shutil.move(folder / ".coverage", kept)
    data = CoverageData(str(kept))
    data.read()
    lines: dict[tuple[str, int], set[str]] = {}
    for path in data.measured_files():  # relative to the project, as pyproject.toml asks
        name = Path(path).as_posix()
        for line, contexts in data.contexts_by_lineno(path).items():
            lines[name, line] = {context.rsplit("|", 1)[0] for context in contexts if context}
    return lines


def state_of_files(folder: Path) -> str:
    """A short name for what stands in the Python files and tables of a copy; another one after any change."""
    state = hashlib.sha256()
    for file in sorted(file for name in COPIED for file in (folder / name).rglob("*") if file.is_file()):
        state.update(str(file.relative_to(folder)).encode() + file.read_bytes())
    return state.hexdigest()[:16]


def by_place(path: Path) -> Iterator[list[Mutant]]:
    """The mutants of a file, those of one place together, but of annotations, which change nothing at run time."""
    tree = get_ast(path.read_text(encoding="utf-8"))
    passed_over = without_behaviour(path)
    name = path.relative_to(ROOT).as_posix()
    mutants = []
    for operator_name in operator_names():
        if operator_name.endswith(("RemoveDecorator", "VariableReplacer", "VariableInserter")):
            continue
        operator = get_operator(operator_name)()
        positions = [place for node in ast_nodes(tree) for place in operator.mutation_positions(node)]
        for occurrence, ((line, column), _end) in enumerate(positions):
            if not any(first <= (line, column) < last for first, last in passed_over):
                mutants.append(Mutant(name, operator_name, occurrence, line, column))
    mutants.sort(key=lambda mutant: (mutant.line, mutant.column))
    for _place, group in itertools.groupby(mutants, lambda mutant: (mutant.line, mutant.column)):
        yield list(group)


def without_behaviour(path: Path) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where annotations, marks of classes and sizes on the screen stand, as (first, behind the last) positions."""
    places: list[ast.expr | None] = []
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            places.append(node.returns)
        elif isinstance(node, ast.arg | ast.AnnAssign):
            places.append(node.annotation)
        elif isinstance(node, ast.ClassDef):
            places.extend(node.decorator_list)  # frozen or not, no test of behaviour can tell
        elif isinstance(node, ast.keyword) and node.arg in LOOKS:
            places.append(node.value)
    lines = text.encode().splitlines()  # columns of ast are bytes, those of mutants letters

    def position(line: int, column: int) -> tuple[int, int]:
        return line, len(lines[line - 1][:column].decode())

    return [
        (position(place.lineno, place.col_offset), position(place.end_lineno or 1, place.end_col_offset or 0))
        for place in places
        if place
    ]


def outcome(folder: Path, mutant: Mutant, tests: set[str]) -> Outcome:
    """Try one mutant in a copy of the project, which is as before afterwards."""
    file = folder / mutant.file
    before = file.read_text(encoding="utf-8")
    after = mutate_code(before, get_operator(mutant.operator)(), mutant.occurrence)
    chosen = nearest_first(tests, mutant.file) if tests else mirrors(folder, mutant.file)
    listed = folder / "chosen-tests.txt"
    listed.write_text("\n".join(chosen), encoding="utf-8")
    seconds = LEAST_SECONDS + len(chosen) if tests else 10 * LEAST_SECONDS
    try:
        file.write_text(after, encoding="utf-8")
        noticed = pytest(folder, ["-x", "-n", "0", f"@{listed}"], seconds).returncode != 0
    except subprocess.TimeoutExpired:
        noticed = True
    finally:
        file.write_text(before, encoding="utf-8")
    return Outcome(mutant, noticed, len(chosen))


def nearest_first(tests: Collection[str], file: str) -> list[str]:
    """Tests in the order in which they are likely to notice: of the same room, of the same floor, the others."""
    floor, *room = Path(file).parts[1:-1] or ("",)
    near = str(Path("tests", floor, *room[:1]).as_posix())

    def distance(test: str) -> tuple[bool, bool, str]:
        return not test.startswith(near + "/"), not test.startswith(f"tests/{floor}/"), test

    return sorted(tests, key=distance)


def mirrors(folder: Path, file: str) -> list[str]:
    """The tests for a line that runs when its module is imported: of its floor, and of its room on every floor."""
    floor, *room = Path(file).parts[1:-1] or ("",)
    own = folder / "tests" / floor
    same = [place for place in folder.glob(f"tests/*/{room[0]}") if room and place.parent.name not in ("ui", floor)]
    return [str(place.relative_to(folder)) for place in [own, *sorted(same)] if place.is_dir()] or ["tests/domain"]


def pytest(folder: Path, words: Sequence[str], seconds: float | None = None) -> subprocess.CompletedProcess[str]:
    """Run tests in a copy of the project. Raises TimeoutExpired."""
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=seconds, check=False
    )


def told(outcome: Outcome) -> bool:
    """Name a change that nothing noticed, with the line it stands on, as soon as it is tried."""
    if not outcome.noticed:
        mutant = outcome.mutant
        line = (ROOT / mutant.file).read_text(encoding="utf-8").splitlines()[mutant.line - 1].strip()
        place = f"{mutant.file}:{mutant.line}:{mutant.column}"
        print(f"{place} {mutant.operator.removeprefix('core/')} ({outcome.tests} tests)\n    {line}", flush=True)
    return outcome.noticed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
