"""Who or what a command line means: found, suggested or refused with the way to find it, never guessed."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.records import records
from cluster_desktop.commands.settings.office import save_office
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists.lists import unit_uid

_ABOUT_ONE = ("decision", "achievement-report", "head-submission")
"""Papers about one decision, person or unit."""
LISTED = ("units", "people", "rounds", "registrations", "nominations", "sessions", "decisions", "awards", "events")


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (("report", "{file}", "achievement-report", "--person", "x", "--out", "{out}"), "list TỆP people"),
        (("report", "{file}", "achievement-report", "--out", "{out}"), "list TỆP people"),
        (("report", "{file}", "council-minutes", "--session", "x", "--out", "{out}"), "list TỆP sessions"),
        (("report", "{file}", "decision", "--decision", "48", "--out", "{out}"), "Có phải “48/QĐ-TCT”?"),
        (("report", "{file}", "decision", "--year", "1990", "--out", "{out}"), "list TỆP decisions"),
        (("certificates", "{file}", "--decision", "48/qđ-tct", "--out", "{out}"), "Có phải “48/QĐ-TCT”?"),
        (("certificates", "{file}", "--event", "x", "--out", "{out}"), "list TỆP events"),
        (("dossier", "{file}", "--nomination", "x", "--out", "{out}"), "list TỆP nominations"),
        (("history", "{file}", "x"), "sessions"),
        (("eligibility", "{file}", "--year", "2020", "--title", "all", "--unit", "LAOCA"), "Có phải “LAOCAI”"),
    ],
)
def test_who_is_not_there_is_told_how_to_be_found(
    sample: Path, tmp_path: Path, run: Any, words: tuple[str, ...], where: str
) -> None:
    out = tmp_path / "x.pdf"
    told = run(*(word.format(file=sample, out=out) for word in words))
    assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
    assert where in told.err
    assert "F5" not in told.err
    assert not out.exists()


def test_what_lies_in_the_trash_is_said_to_lie_there(sample: Path, tmp_path: Path, run: Any) -> None:
    event = run("list", sample, "events", "--json").json()[0]["uid"]
    workspace = Workspace.open(sample)
    records.delete(workspace, "event", [event])
    workspace.close()
    told = run("certificates", sample, "--event", event, "--out", tmp_path / "x.pdf")
    assert (told.code, "thùng rác" in told.err) == (1, True)


@pytest.mark.parametrize("what", LISTED)
def test_every_list_shows_uids_that_history_knows(sample: Path, run: Any, what: str) -> None:
    shown = run("list", sample, what).out.splitlines()[0].split("\t")[0]
    assert shown == run("list", sample, what, "--json").json()[0]["uid"]
    assert run("history", sample, shown.upper()).code == 0


def test_several_sessions_or_decisions_are_offered_and_none_is_taken(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "x.json"
    sessions = run("list", sample, "sessions", "--json").json()
    told = run("report", sample, "council-minutes", "--year", "2020", "--out", out)
    assert told.code == 1
    assert all(one["uid"] in told.err for one in sessions)
    assert run("report", sample, "decision", "--year", "2020", "--out", out).code == 1
    assert not out.exists()


def test_the_only_session_or_decision_of_the_scope_is_taken(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "x.json"
    wanted = next(one for one in run("list", sample, "sessions", "--json").json() if one["unit"] == "Sơn La")
    assert run("report", sample, "council-minutes", "--year", "2020", "--unit", "SONLA", "--out", out).err == ""
    assert json.loads(out.read_text(encoding="utf-8"))["session"]["uid"] == wanted["uid"]
    assert run("report", sample, "decision", "--year", "2018", "--out", out, "--overwrite").code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["number"] == "197/QĐ-TCT"


def test_a_decision_is_known_by_its_uid_too(sample: Path, tmp_path: Path, run: Any) -> None:
    uid = next(one["uid"] for one in run("list", sample, "decisions", "--json").json() if one["recipients"] == 48)
    assert "48 giấy" in run("certificates", sample, "--decision", uid, "--out", tmp_path / "x.pdf").out


def test_a_paper_of_an_empty_year_is_written_and_said_to_be_empty(sample: Path, tmp_path: Path, run: Any) -> None:
    for name in sorted(PRINTABLES.keys() - {"staff-statistics", "staff-list", *_ABOUT_ONE}):
        out = tmp_path / f"{name}.json"
        told = run("report", sample, name, "--year", "1990", "--out", out)
        assert (told.code, out.exists()) == (0, True)
        assert "giấy này trống" in told.err, name
        assert "2020" in told.err, name
    assert run("report", sample, "short-list", "--year", "2020", "--out", tmp_path / "x.json").err == ""


def test_a_list_of_bonuses_is_of_the_year_it_names(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "x.json"
    told = run("report", sample, "bonus-list", "--out", out)
    assert "giấy này trống" in told.err, "of this year, of which the sample knows nothing"
    assert json.loads(out.read_text(encoding="utf-8"))["bonuses"] == []


def test_options_that_change_nothing_are_told(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "x.json"
    told = run("report", sample, "pledge", "--year", "2020", "--unit", "LAOCAI", "--person", "x", "--out", out)
    assert (told.code, told.err) == (0, "Lưu ý: giấy này không dùng --unit, --person nên bỏ qua.\n")
    words = ("--year", "2019", "--decision", "48/QĐ-TCT", "--out", out, "--overwrite")
    told = run("report", sample, "decision", *words)
    assert (told.code, told.err) == (0, "Lưu ý: giấy này không dùng --year nên bỏ qua.\n")


def test_register_and_event_log_are_made_of_several_years(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "x.json"

    def made(name: str, *words: str) -> Any:
        assert run("report", sample, name, *words, "--out", out, "--overwrite").code == 0
        return json.loads(out.read_text(encoding="utf-8"))

    for name, rows in (("award-register", "awards"), ("event-log", "events")):
        years = {row["year"] for row in made(name)[rows]}
        assert years >= {2018, 2019, 2020}
        whole = made(name, "--from", "2018", "--to", "2019")
        single = [made(name, "--year", year) for year in ("2018", "2019")]
        assert (whole["year"], whole["from"], whole["to"]) == (None, 2018, 2019)
        assert whole["total"] == sum(one["total"] for one in single) > 0
        assert [row["uid"] for row in whole[rows]] == [row["uid"] for one in single for row in one[rows]]
        assert {row["year"] for row in made(name, "--from", "2020")[rows]} == {year for year in years if year >= 2020}
        assert {row["year"] for row in made(name, "--to", "2018")[rows]} == {year for year in years if year <= 2018}
        assert made(name, "--from", "2019", "--to", "2019")["year"] == 2019


def test_the_years_stand_in_the_title(sample: Path, tmp_path: Path, run: Any) -> None:
    for name in ("award-register", "event-log"):
        out = tmp_path / f"{name}.docx"
        assert run("report", sample, name, "--from", "2018", "--to", "2020", "--out", out).code == 0
        words = " ".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
        words = words.replace("\N{NO-BREAK SPACE}", " ")
        assert "từ năm 2018 đến năm 2020" in words


def test_years_that_make_no_sense_are_refused(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "x.json"
    for name in sorted(PRINTABLES.keys() - {"award-register", "event-log"}):
        told = run("report", sample, name, "--from", "2018", "--to", "2019", "--out", out)
        assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
        assert "không lập chung cho nhiều năm" in told.err
        assert "award-register, event-log" in told.err
    for words in (("--from", "2020", "--to", "2019"), ("--from", "2018", "--year", "2019"), ("--to", "x")):
        assert run("report", sample, "event-log", *words, "--out", out).code == 2
    assert not out.exists()


def test_kinds_without_a_list_of_their_own_are_listed_with_every_field(sample: Path, run: Any) -> None:
    roles = run("list", sample, "membership", "--json").json()
    assert {row["role"] for row in roles} == {"Cụm trưởng", "Cụm phó", "Thành viên"}
    assert run("show", sample, roles[0]["uid"], "--json").json()["words"]["unit_uid"] == roles[0]["unit_uid"]
    assert run("list", sample, "person").code == 2


def test_of_a_decision_from_above_the_list_is_written_and_a_sentence_says_so(
    sample: Path, tmp_path: Path, run: Any
) -> None:
    told = run("report", sample, "decision", "--decision", "5846/QĐ-HVCTQG", "--out", tmp_path / "x.pdf")
    assert told.code == 0
    assert "Học viện Chính trị quốc gia Hồ Chí Minh ban hành nên chỉ in danh sách" in told.err


def test_a_list_is_ours_until_all_units_are_asked_for(sample: Path, tmp_path: Path, run: Any) -> None:
    opened = Workspace.open(sample)
    save_office(opened, OfficeDraft(unit_uid=opened.read(unit_uid, "LAOCAI")))
    opened.close()
    counted: dict[tuple[str, ...], int] = {}
    for unit in ((), ("--unit", "LAOCAI"), ("--unit", "HAGIANG"), ("--unit", "all")):
        out = tmp_path / f"{len(counted)}.json"
        assert run("report", sample, "staff-list", *unit, "--out", out).code == 0
        counted[unit] = len(json.loads(out.read_text(encoding="utf-8"))["people"])
    assert counted[()] == counted["--unit", "LAOCAI"] < counted["--unit", "all"] == 314
    assert counted["--unit", "HAGIANG"] != counted[()]
