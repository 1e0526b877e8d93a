"""The pinned lists name every package once, with hashes, and no place to fetch it from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
GROUPS = ("runtime", "test", "build", "mutants")
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)((?: --hash=sha256:[0-9a-f]{64})+)$")


def logical_lines(group: str) -> list[str]:
    text = (ROOT / "requirements" / f"{group}.txt").read_text(encoding="utf-8")
    without_comments = re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)
    return [" ".join(line.split()) for line in without_comments.replace("\\\n", "").splitlines() if line.strip()]


def pins(group: str) -> dict[str, str]:
    found = [PINNED.match(line) for line in logical_lines(group)]
    return {match[1]: match[2] for match in found if match}


def wanted(group: str) -> list[Requirement]:
    lines = (ROOT / "requirements" / f"{group}.in").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-c "))]


def project() -> dict[str, list[str]]:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {"runtime": table["dependencies"], "test": table["optional-dependencies"]["dev"]}


@pytest.mark.parametrize(("group", "least"), [("runtime", 10), ("test", 10), ("build", 5), ("mutants", 1)])
def test_every_line_is_a_pin_with_hashes(group: str, least: int) -> None:
    lines = logical_lines(group)
    assert len(lines) > least
    assert [line for line in lines if not PINNED.match(line)] == []


@pytest.mark.parametrize(
    "name", ["runtime.in", "runtime.txt", "test.in", "test.txt", "build.in", "build.txt", "mutants.in", "mutants.txt"]
)
def test_no_list_says_where_to_fetch_from(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert re.findall(r"://|--(?:extra-)?index-url|--find-links|--trusted-host", text) == []


@pytest.mark.parametrize("group", GROUPS)
def test_the_pins_are_what_was_asked_for(group: str) -> None:
    pinned = pins(group)
    unmet = [
        str(asked)
        for asked in wanted(group)
        if not asked.specifier.contains(pinned.get(canonicalize_name(asked.name), "0"))
    ]
    assert unmet == []


@pytest.mark.parametrize("group", ["runtime", "test"])
def test_the_package_asks_for_the_same(group: str) -> None:
    assert {str(asked) for asked in wanted(group)} == {str(Requirement(line)) for line in project()[group]}


def test_a_package_in_both_lists_has_one_version() -> None:
    runtime, test = pins("runtime"), pins("test")
    assert {name for name in runtime.keys() & test.keys() if runtime[name] != test[name]} == set()


def test_windows_has_what_only_it_needs() -> None:
    assert "colorama" in pins("test")
    assert {"pefile", "pywin32-ctypes"} <= pins("build").keys()
