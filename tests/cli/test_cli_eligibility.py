"""Who may be proposed, asked without a screen."""

import json
from pathlib import Path

import pytest

from cluster_desktop import cli


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert cli.run(["eligibility", *words, "--json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_the_command_line_tells_verdict_law_and_regime(sample_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, str(sample_file), "--year", "2020", "--title", "cstdcs", "--unit", "LAOCAI")
    assert len(found) == len({one["uid"] for one in found})
    for one in found:
        assert {"uid", "name", "title", "verdict", "regime", "rules"} <= set(one)
        assert one["verdict"] in ("PASS", "FAIL", "NEEDS_HUMAN")
        assert (one["title"], one["regime"]) == ("CSTDCS", "R2017")
        assert isinstance(one["rules"], list)
        assert all({"rule", "verdict", "reason", "law"} <= set(rule) for rule in one["rules"])
    assert sum(one["verdict"] == "PASS" for one in found) == 5
    everything = asked(capsys, str(sample_file), "--year", "2020", "--title", "all", "--unit", "LAOCAI")
    assert {one["title"] for one in everything} > {"LDTT", "TTLDXS", "CO_TINH", "HCLD1"}


def test_an_unknown_title_is_refused_in_one_sentence(sample_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["eligibility", str(sample_file), "--year", "2020", "--title", "ABC", "--json"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Không có danh hiệu mã “ABC”.")
