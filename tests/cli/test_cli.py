"""The command line as a script uses it: exit codes, one sentence on stderr, JSON that says the same as the window."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.cli.acts import SAMPLE_NAME
from cluster_desktop.records.file.workspace import Workspace


def test_the_demo_makes_the_workspace_and_its_documents(demo: Path) -> None:
    names = {path.name for path in demo.iterdir()}
    assert SAMPLE_NAME in names
    for report in ("staff-statistics", "award-register", "event-log"):
        assert {f"{report}.pdf", f"{report}.xlsx", f"{report}.json"} <= names
    assert "giay-khen 48-QĐ-TCT.pdf" in names
    assert any(name.startswith("chien-si-thi-dua-co-so ") for name in names)
    assert any(name.startswith("lao-dong-tien-tien ") for name in names)


def test_staff_statistics_give_the_figures_of_the_article(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "x.json"
    assert run("report", sample, "staff-statistics", "--out", out).code == 0
    figures = json.loads(out.read_text(encoding="utf-8"))
    assert figures["total"] == 314
    assert figures["by_degree"] == {"Tiến sĩ": 5, "Thạc sĩ": 174, "Cử nhân": 103, "Trình độ khác": 32}
    assert figures["by_political_theory"] == {
        "Cao cấp": 145,
        "Cử nhân": 5,
        "Trung cấp": 79,
        "Chưa ghi nhận": 85,
    }
    assert sum(figures["by_unit"].values()) == 314
    assert len(figures["by_unit"]) == 7


def test_the_event_log_gives_the_figures_of_the_article(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "x.json"
    assert run("report", sample, "event-log", "--out", out).code == 0
    figures = json.loads(out.read_text(encoding="utf-8"))
    wanted = ("cluster_workshops", "cluster_workshop_papers", "joint_workshops", "charity_visits")
    assert [figures[key] for key in wanted] == [3, 50, 2, 4]


def test_lists_are_json_with_english_keys(sample: Path, run: Any) -> None:
    people = run("list", sample, "people", "--json").json()
    assert len(people) == 316  # with two who left before
    assert {
        "uid",
        "name",
        "birth_date",
        "unit",
        "department",
        "position",
        "degree",
        "political_theory",
    } <= set(people[0])
    decisions = {row["number"]: row for row in run("list", sample, "decisions", "--json").json()}
    assert decisions["48/QĐ-TCT"]["recipients"] == 48
    awards = run("list", sample, "awards", "--json").json()
    assert {row["recipient_kind"] for row in awards} == {"person", "collective"}
    assert len(run("list", sample, "units", "--json").json()) == 7
    for what in ("nominations", "events", "reports"):
        assert run("list", sample, what, "--json").json()


def test_search_needs_no_marks(sample: Path, run: Any) -> None:
    person = run("list", sample, "people", "--json").json()[0]
    found = run("search", sample, person["name"].split()[-1].lower(), "--json").json()
    assert person["uid"] in {item["uid"] for item in found}
    assert {"uid", "kind", "name"} <= set(found[0])


def test_nominations_name_who_is_in_doubt_and_take_new_people_when_told(sample: Path, tmp_path: Path, run: Any) -> None:
    table = tmp_path / "ds.csv"
    table.write_text("Họ và tên,Ngày sinh,Danh hiệu\nGiàng Mí Vừ,1990,LĐTT\nGiàng Mí Vừ,1990,GK\n", encoding="utf-8")
    words = ("import", "nominations", sample, table, "--unit", "LAOCAI", "--year", "2021", "--round", "Đợt thử")
    refused = run(*words, "--json")
    assert refused.code == 1
    problems = json.loads(refused.out)["problems"]
    assert [(problem["row"], problem["column"]) for problem in problems] == [
        (2, "Họ và tên, tên tập thể"),
        (3, "Họ và tên, tên tập thể"),
    ]
    assert "Chưa có “Giàng Mí Vừ”" in problems[0]["message"]
    seen = run(*words, "--new-people", "--dry-run", "--json").json()
    made = {kind: count for kind, count in seen["created"].items() if count}
    assert (seen["added"], made) == (2, {"person": 1, "round": 1})
    done = run(*words, "--new-people", "--json").json()
    assert (done["read"], done["added"], done["changed"], done["unchanged"], done["problems"]) == (2, 2, 0, 0, [])
    again = run(*words, "--json").json()
    assert (again["added"], again["unchanged"]) == (0, 2)
    rounds = {row["round"] for row in run("list", sample, "nominations", "--json").json() if row["year"] == 2021}
    assert "Đợt thử" in rounds


def test_the_list_of_a_decision_comes_in_by_its_number(sample: Path, tmp_path: Path, run: Any) -> None:
    person = next(row for row in run("list", sample, "people", "--json").json() if row["unit_code"] == "LAOCAI")
    table = tmp_path / "ds.csv"
    table.write_text(f"Họ và tên,Ngày QĐ,Danh hiệu\n{person['name']},05/03/2021,Kỷ niệm chương\n", encoding="utf-8")
    words = (
        "import",
        "awards",
        sample,
        table,
        "--unit",
        "LAOCAI",
        "--year",
        "2020",
        "--decision",
        "77/QĐ-HV",
        "--json",
    )
    assert run(*words).json()["created"]["decision"] == 1
    award = next(row for row in run("list", sample, "awards", "--json").json() if row["decision_number"] == "77/QĐ-HV")
    assert (award["recipient"], award["award_code"], award["year"]) == (person["name"], "KNC", 2020)


def test_a_certificate_is_checked_by_picture_and_by_text(sample: Path, tmp_path: Path, run: Any) -> None:
    each = tmp_path / "từng người"
    words = ("--decision", "203/QĐ-TCT", "--code", "--each", "--names", "{so}", "--out", each)
    assert run("certificates", sample, *words).code == 0
    (verdict,) = run("verify", sample, each / "01.pdf", "--json").json()
    assert verdict["outcome"] == "genuine"
    assert verdict["words"]["Số quyết định"] == "203/QĐ-TCT"
    wrong = run("verify", sample, "STD1:KHÔNG")
    assert (wrong.code, wrong.out.strip()) == (
        1,
        "Mã bị thiếu hoặc chép sai chữ nên không đọc được. Hãy quét lại và chép cả đoạn.",
    )
    assert run("verify", sample, tmp_path / "không có.png").err == (
        f"Không tìm thấy “{tmp_path / 'không có.png'}”. Hãy kiểm tra lại tên và thư mục.\n"
    )


def test_certificates_of_a_decision(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "gk.pdf"
    assert run("certificates", sample, "--decision", "48/QĐ-TCT", "--out", out).code == 0
    assert out.read_bytes().startswith(b"%PDF")
    each = tmp_path / "từng người"
    assert run("certificates", sample, "--decision", "48/QĐ-TCT", "--each", "--out", each).code == 0
    assert len(list(each.glob("*.pdf"))) == 48


def test_staff_import_tells_what_it_did(tmp_path: Path, run: Any) -> None:
    file, table = tmp_path / "mới.sothidua", tmp_path / "ds.csv"
    assert run("new", file).code == 0
    table.write_text("Họ và tên;Ngày sinh;Đơn vị\nGiàng A Páo;2/9/1976;Lào Cai\n", encoding="utf-8")
    refused = run("import", "staff", file, table, "--json")
    assert refused.code == 1
    assert len(json.loads(refused.out)["problems"]) == 1
    assert refused.err.count("\n") == 1
    assert run("list", file, "people", "--json").json() == []


def test_a_roster_that_names_a_mover_says_who_could_be_meant(sample: Path, tmp_path: Path, run: Any) -> None:
    person = next(row for row in run("list", sample, "people", "--json").json() if row["unit_code"] == "LAOCAI")
    table = tmp_path / "ds.csv"
    table.write_text(f"Họ và tên;Ngày sinh\n{person['name']};{person['birth_date']}\n", encoding="utf-8")
    refused = run("import", "staff", sample, table, "--unit", "SONLA", "--year", "2020", "--json")
    assert refused.code == 1
    (problem,) = json.loads(refused.out)["problems"]
    assert problem["row"] == 2
    assert f"“{person['name']}” có thể là: {person['name']} (" in problem["message"]
    assert "hoặc nhập trong cửa sổ để chọn" in problem["message"]
    assert len(run("list", sample, "people", "--json").json()) == 316


def test_a_roster_the_program_wrote_changes_nothing_when_it_comes_back(sample: Path, tmp_path: Path, run: Any) -> None:
    table = tmp_path / "danh sách.xlsx"
    assert run("report", sample, "staff-list", "--unit", "LAOCAI", "--out", table).code == 0
    told = json.loads(run("import", "staff", sample, table, "--unit", "LAOCAI", "--dry-run", "--json").out)
    assert (told["read"], told["unchanged"] > 0) == (told["unchanged"] + len(told["skipped"]), True)


def test_import_into_the_sample_twice(sample: Path, tmp_path: Path, run: Any) -> None:
    table = tmp_path / "ds.csv"
    table.write_text(
        "DANH SÁCH CÁN BỘ\n\nTT,Ho va ten,Ngày sinh,Khoa/Phòng\n1,Giàng A Páo Mới,02/09/1976,Khoa Xây dựng Đảng\n",
        encoding="utf-8",
    )
    first = run("import", "staff", sample, table, "--unit", "LAOCAI", "--json").json()
    assert (first["read"], first["added"], first["problems"]) == (1, 1, [])
    second = run("import", "staff", sample, table, "--unit", "LAOCAI", "--json").json()
    assert (second["added"], second["changed"], second["unchanged"]) == (0, 0, 1)
    assert len(run("list", sample, "people", "--json").json()) == 317


def test_backup_restore_check_history(sample: Path, tmp_path: Path, run: Any) -> None:
    folder = tmp_path / "sao lưu"
    assert run("backup", sample, folder).code == 0
    kept = next(folder.glob("*.sothidua"))
    target = tmp_path / "khôi phục.sothidua"
    assert run("restore", kept, target).code == 0
    assert run("check", target, "--json").json() == {"ok": True, "problems": []}
    uid = run("list", target, "people", "--json").json()[0]["uid"]
    lines = run("history", target, uid, "--json").json()
    assert {"at", "who", "act", "field", "old", "new"} <= set(lines[0])


def test_restore_over_a_damaged_book_and_into_a_folder_that_is_gone(sample: Path, tmp_path: Path, run: Any) -> None:
    damaged = tmp_path / "hỏng.sothidua"
    damaged.write_bytes(sample.read_bytes()[:9000])
    done = run("restore", sample, damaged)
    assert done.code == 0
    (kept,) = tmp_path.glob("hỏng (bị hỏng) *.sothidua")
    assert kept.name in done.out
    assert kept.stat().st_size == 9000
    assert run("check", damaged, "--json").json() == {"ok": True, "problems": []}
    assert run("restore", sample, tmp_path / "đã xóa" / "sổ.sothidua").code == 0
    assert run("check", tmp_path / "đã xóa" / "sổ.sothidua", "--json").json()["ok"]


@pytest.mark.parametrize(
    "words",
    [
        ("report", "{file}", "staff-statistics", "--out", "{folder}/x.xyz"),
        ("report", "{file}", "staff-statistics", "--out", "{folder}/không có/x.pdf"),
        ("certificates", "{file}", "--decision", "999/QĐ", "--out", "{folder}/x.pdf"),
        (
            "certificates",
            "{file}",
            "--decision",
            "48/QĐ-TCT",
            "--layout",
            "khong-co",
            "--out",
            "{folder}/x.pdf",
        ),
        ("list", "{folder}/không có.sothidua", "people"),
        ("check", "{folder}/văn bản.sothidua"),
        ("history", "{file}", "không-có"),
        ("new", "{file}"),
        ("import", "staff", "{file}", "{folder}/giả.xlsx"),
        ("import", "staff", "{file}", "{folder}/không có.xlsx"),
        ("report", "{file}", "staff-statistics", "--unit", "KHONGCO", "--out", "{folder}/x.pdf"),
    ],
)
def test_failures_are_one_sentence_and_leave_nothing(
    sample: Path, tmp_path: Path, run: Any, words: tuple[str, ...]
) -> None:
    (tmp_path / "văn bản.sothidua").write_text("đây là văn bản", encoding="utf-8")
    (tmp_path / "giả.xlsx").write_bytes(b"%PDF-1.4 not a table")
    before = sorted(path.name for path in tmp_path.iterdir())
    outcome = run(*(word.format(file=sample, folder=tmp_path) for word in words))
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1
    assert "Traceback" not in outcome.err
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "words",
    [
        ("report",),
        ("list", "x", "nonsense"),
        ("demo",),
        ("reprot", "x", "staff-list"),
        ("import", "staff"),
        ("list", "x", "units", "--much"),
        ("certificates", "x", "--out", "y"),
        ("report", "x", "staff-list", "--out"),
        ("certificates", "x", "--decision", "1", "--event", "2", "--out", "y"),
    ],
)
def test_wrong_words_are_wrong_usage(run: Any, words: tuple[str, ...]) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert outcome.err.startswith("Lệnh chưa đúng")
    assert not re.search("argument|required|choice|choose", outcome.err), "a clerk reads no English"


def test_an_open_workspace_is_refused_in_words(sample: Path, run: Any) -> None:
    workspace = Workspace.open(sample)
    try:
        outcome = run("list", sample, "people")
    finally:
        workspace.close()
    assert outcome.code == 1
    assert "đang được mở" in outcome.err
