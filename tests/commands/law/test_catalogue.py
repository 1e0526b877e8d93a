"""Law and money made one's own: it holds everywhere, can be undone, and goes back to the law."""

import shutil
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.dossiers.dossier import dossier_of
from cluster_desktop.commands.law.catalogue import add_salary, back_to_law, catalogue, law, set_value
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from tests.records.keep_file import RELEASED, kept_file

SALARY = "salary.2019-07-01"


def amount(workspace: Workspace, key: str = SALARY) -> str:
    found = catalogue(workspace).entry(key)
    return "" if found is None else found.shown


@pytest.fixture
def awarded(workspace: Workspace, person: str, unit: str) -> str:
    """A person of the school is CSTĐ cơ sở of 2020; the number of the decision."""
    decision = records.create(
        workspace,
        DecisionDraft(
            number="48/QĐ-TCT",
            decided_on=PartialDate(2020, 12, 20),
            year=2020,
            level="CO_SO",
            unit_uid=unit,
            title="Về",
        ),
    ).uids[0]
    line = AwardDraft(decision_uid=decision, ordinal=1, recipient_kind="CA_NHAN", person_uid=person, award="CSTDCS")
    records.create(workspace, line)
    return decision


def paid(workspace: Workspace, folder: Path) -> str:
    """What the bonus list pays, as its CSV says it."""
    out = folder / "chi thưởng.csv"
    all_documents.write_report(workspace, "bonus-list", out, year=2020)
    return out.read_text("utf-8-sig")


def test_an_own_base_salary_reaches_the_list_by_which_bonus_is_paid_and_goes_again(
    workspace: Workspace, awarded: str, tmp_path: Path
) -> None:
    assert "1490000" in paid(workspace, tmp_path)
    changes = set_value(workspace, SALARY, "1.600.000")
    assert changes.kinds == {"setting"}
    assert "1600000" in paid(workspace, tmp_path)
    undo.undo(workspace)
    assert "1490000" in paid(workspace, tmp_path)
    undo.redo(workspace)
    assert amount(workspace) == "1.600.000"
    back_to_law(workspace, [SALARY])
    assert "1490000" in paid(workspace, tmp_path)
    assert catalogue(workspace) == law()


def test_a_new_base_salary_holds_from_its_day_on(workspace: Workspace) -> None:
    add_salary(workspace, date(2027, 7, 1), "2.800.000")
    table = catalogue(workspace).bonus_table
    assert [table.salary_on(day).amount for day in (date(2027, 6, 30), date(2027, 7, 1))] == [2_530_000, 2_800_000]
    with pytest.raises(errors.Refused, match="Đã có mức lương cơ sở từ 01/07/2027"):
        add_salary(workspace, date(2027, 7, 1), "2.900.000")
    set_value(workspace, "salary.2027-07-01", "2.900.000")
    assert amount(workspace, "salary.2027-07-01") == "2.900.000"
    back_to_law(workspace, ["salary.2027-07-01"])
    assert amount(workspace, "salary.2027-07-01") == ""


def test_what_is_no_value_changes_nothing_and_is_said(workspace: Workspace) -> None:
    with pytest.raises(errors.InvalidDraft, match="dấu chấm giữa các nhóm"):
        set_value(workspace, SALARY, "nhiều")
    with pytest.raises(errors.InvalidDraft, match="phải có giá trị"):
        set_value(workspace, SALARY, "")
    with pytest.raises(errors.RecordMissing):
        set_value(workspace, "salary.không có", "1")
    with pytest.raises(errors.Refused, match="từ 01/04/1993"):
        add_salary(workspace, date(1900, 1, 1), "1.000.000")
    with pytest.raises(errors.InvalidDraft):
        add_salary(workspace, date(2028, 1, 1), "")
    assert catalogue(workspace) == law()


def test_typing_the_value_of_the_law_is_no_own_value(workspace: Workspace) -> None:
    set_value(workspace, SALARY, "1.600.000")
    set_value(workspace, SALARY, "1490000")
    assert not any(entry.own for entry in catalogue(workspace).entries)


def test_all_own_values_go_back_in_one_act(workspace: Workspace) -> None:
    keys = (SALARY, "rule.R2024.TTLDTT.share", "rule.R2024.CSTDCS.vote")
    for key, text in zip(keys, ("1.600.000", "75", "-"), strict=True):
        set_value(workspace, key, text)
    back_to_law(workspace, [entry.key for entry in catalogue(workspace).entries])
    assert catalogue(workspace) == law()
    undo.undo(workspace)
    assert [entry.key for entry in catalogue(workspace).entries if entry.own] != []


SHARE_2025, SHARE_2026 = "rule.R2025.TTLDTT.share", "rule.R2026.TTLDTT.share"


def shares(workspace: Workspace) -> tuple[str, str]:
    """The share under the law of 2025 and that of 2026, which takes it over."""
    return amount(workspace, SHARE_2025), amount(workspace, SHARE_2026)


def test_a_figure_set_for_2026_does_not_change_2025(workspace: Workspace) -> None:
    set_value(workspace, SHARE_2026, "80%")
    assert shares(workspace) == ("70%", "80%")
    undo.undo(workspace)
    assert catalogue(workspace) == law()
    undo.redo(workspace)
    set_value(workspace, SHARE_2025, "75%")
    assert shares(workspace) == ("75%", "80%")
    back_to_law(workspace, [SHARE_2025])
    assert shares(workspace) == ("70%", "80%")


def test_a_figure_of_2025_goes_on_in_2026_until_another_is_set_or_the_law_is_taken_back(workspace: Workspace) -> None:
    set_value(workspace, SHARE_2025, "75%")
    assert shares(workspace) == ("75%", "75%")
    set_value(workspace, SHARE_2026, "70%")  # the value of the law, not what would hold
    assert shares(workspace) == ("75%", "70%")
    undo.undo(workspace)
    back_to_law(workspace, [SHARE_2026])
    assert shares(workspace) == ("75%", "70%")
    found = catalogue(workspace).entry(SHARE_2026)
    assert found is not None
    assert not found.own
    set_value(workspace, SHARE_2026, "75%")
    assert shares(workspace) == ("75%", "75%")
    back_to_law(workspace, [entry.key for entry in catalogue(workspace).entries])
    assert catalogue(workspace) == law()
    set_value(workspace, SHARE_2025, "65%")
    assert shares(workspace) == ("65%", "65%")


def test_taking_all_back_also_forgets_where_the_law_was_set_against_an_own_figure(workspace: Workspace) -> None:
    set_value(workspace, SHARE_2025, "75%")
    back_to_law(workspace, [SHARE_2026])
    back_to_law(workspace, [entry.key for entry in catalogue(workspace).entries])
    set_value(workspace, SHARE_2025, "75%")
    assert shares(workspace) == ("75%", "75%")


def test_the_laws_a_nomination_can_choose_are_those_of_the_file() -> None:
    chosen = KINDS["nomination"].field("regime")
    assert [choice.code for choice in chosen.choices] == [regime.code for regime in law().regimes]
    assert chosen.show("R2024") == "Luật 2022, Nghị định 98/2023"
    assert chosen.parse("Luật 2022, Nghị định 98/2023") == "R2024"
    with pytest.raises(ValueError, match="Hãy chọn một trong: Luật 2003"):
        chosen.parse("R2099")


OLD = {
    "rule.R2014.LDTT.months": "9",
    "rule.R2025.TTLDTT.share": "75%",
    "rule.R2025.CSTDCS.vote": "-",
    "dossier.R2025.GK": "TO_TRINH; Ảnh chân dung",
    "bonus.BK_TINH.2024-01-01.person": "2",
    "bonus.GK.0.person": "0,5",
    "salary.2026-07-01": "2.600.000",
    "salary.2027-01-01": "2.700.000",
    "deadline.CSTDTQ.CSTDTQ": "1/11",
}
"""Figures of an office as workspaces of earlier versions keep them."""


@pytest.mark.parametrize("version", RELEASED)
def test_figures_an_office_set_with_an_earlier_version_hold_as_before(tmp_path: Path, version: int) -> None:
    path = tmp_path / "Sổ cũ.sothidua"
    shutil.copy(kept_file(version), path)
    raw = sqlite3.connect(path)
    with raw:
        raw.executemany("INSERT INTO setting (uid, key, value, sort_key, search_key) VALUES (?, ?, ?, '', '')", _rows())
    raw.close()
    workspace = Workspace.open(path)
    found = catalogue(workspace)
    held = {entry.key: entry.shown for entry in found.entries if entry.own}
    workspace.close()
    assert held == {
        "rule.R2014.LDTT.months": "9",
        "rule.R2025.TTLDTT.share": "75%",
        "rule.R2026.TTLDTT.share": "75%",
        "rule.R2025.CSTDCS.vote": "không quy định",
        "rule.R2026.CSTDCS.vote": "không quy định",
        "dossier.R2025.GK": "Tờ trình; Ảnh chân dung",
        "dossier.R2026.GK": "Tờ trình; Ảnh chân dung",
        "bonus.BK_TINH.2024-01-01.person": "2",
        "bonus.GK.0.person": "0,5",
        "salary.2026-07-01": "2.600.000",
        "salary.2027-01-01": "2.700.000",
        "deadline.CSTDTQ.CSTDTQ": "1/11",
    }
    assert found.bonus_table.salary_on(date(2027, 3, 1)).amount == 2_700_000
    assert found.deadlines(2026)[1][1] == date(2026, 11, 1)


def _rows() -> list[tuple[str, str, str]]:
    return [(f"o-{number}", f"catalogue.{key}", text) for number, (key, text) in enumerate(OLD.items())]


def test_own_parts_of_a_dossier_stand_on_its_cover(workspace: Workspace, person: str) -> None:
    round_uid = records.create(workspace, RoundDraft(name="Tổng kết", year=2024, kind="THUONG_XUYEN")).uids[0]
    draft = NominationDraft(
        round_uid=round_uid, recipient_kind="CA_NHAN", person_uid=person, award="LDTT", state="NHAP"
    )
    uid = records.create(workspace, draft).uids[0]
    set_value(workspace, "dossier.R2024.LDTT", "Tờ trình; Bản tự nhận xét")
    assert [part.name for part in dossier_of(workspace, uid).parts] == ["Tờ trình", "Bản tự nhận xét"]
    assert [part.file for part in dossier_of(workspace, uid).parts] == ["01-To-trinh", ""]
    records.edit(workspace, uid, replace(draft, received_on=PartialDate(2025, 7, 1)))
    assert len(dossier_of(workspace, uid).parts) == 4  # the law of the dossier's day, which the office left alone
