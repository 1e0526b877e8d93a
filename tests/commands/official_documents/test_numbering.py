"""Numbers of papers: a series for each kind and year or term, none twice, on the paper in the office's form."""

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.official_documents.numbering import give_number, proposed_number
from cluster_desktop.commands.records import undo
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Unit
from cluster_desktop.records.queries.printing.numbering import NumberedDocument

SUBMISSION = NumberedDocument("submission", "TTr", 2020)


def number_on(workspace: Workspace, name: str, year: int, unit: str | None = None) -> str:
    heading = all_documents.compose(workspace, name, year=year, unit_uid=unit).heading
    assert heading is not None
    return heading.number


def test_the_next_number_is_proposed_and_printed(workspace: Workspace) -> None:
    assert number_on(workspace, "submission", 2020) == "Số: ……/TTr-CTĐ"
    assert proposed_number(workspace, SUBMISSION) == 1
    give_number(workspace, SUBMISSION, 5)
    assert number_on(workspace, "submission", 2020) == "Số: 05/TTr-CTĐ"
    assert proposed_number(workspace, SUBMISSION) == 5
    assert number_on(workspace, "council-minutes", 2020) == "Số: ……/BB-CTĐ"
    undo.undo(workspace)
    assert number_on(workspace, "submission", 2020) == "Số: ……/TTr-CTĐ"


def test_each_kind_year_and_unit_has_a_series_of_its_own(workspace: Workspace, unit: str) -> None:
    give_number(workspace, SUBMISSION, 3)
    for other in (
        NumberedDocument("annual-summary", "BC", 2020),
        NumberedDocument("submission", "TTr", 2021),
        NumberedDocument("submission", "TTr", 2020, unit),
    ):
        assert proposed_number(workspace, other) == 1
        give_number(workspace, other, 3)
    assert number_on(workspace, "submission", 2020, unit) == "Số: 03/TTr-TCT"
    assert number_on(workspace, "annual-summary", 2020) == "Số: 03/BC-CTĐ"


def test_in_the_form_of_the_party_a_series_runs_through_the_term_and_gives_no_number_twice(
    workspace: Workspace, unit: str
) -> None:
    with workspace.changing("Thể thức của Đảng") as session:
        home = session.get_one(Unit, unit)
        home.form, home.abbreviation = "DANG", "ĐU"
    give_number(workspace, NumberedDocument("submission", "TTr", 2020, unit), 7)
    next_year = NumberedDocument("submission", "TTr", 2024, unit)
    assert proposed_number(workspace, next_year) == 8
    with pytest.raises(errors.Refused, match="Số 07 đã cấp cho Tờ trình năm 2020. Số tiếp theo là 08"):
        give_number(workspace, next_year, 7)
    give_number(workspace, next_year, 8)
    assert number_on(workspace, "submission", 2024) == "Số 08-TTr/ĐU"
    assert proposed_number(workspace, NumberedDocument("submission", "TTr", 2025, unit)) == 1


def test_a_number_can_be_taken_away_and_given_again(workspace: Workspace) -> None:
    give_number(workspace, SUBMISSION, 4)
    give_number(workspace, SUBMISSION, 0)
    assert number_on(workspace, "submission", 2020) == "Số: ……/TTr-CTĐ"
    give_number(workspace, SUBMISSION, 4)
    assert number_on(workspace, "submission", 2020) == "Số: 04/TTr-CTĐ"


def test_the_minutes_of_a_hand_over_stand_in_the_series_of_minutes(workspace: Workspace) -> None:
    assert number_on(workspace, "handover-minutes", 2020) == "Số: ……/BB-CTĐ"
    give_number(workspace, NumberedDocument("score-minutes", "BB", 2020), 1)
    handover = NumberedDocument("handover-minutes", "BB", 2020)
    assert proposed_number(workspace, handover) == 2
    with pytest.raises(errors.Refused, match="Số 01 đã cấp cho Biên bản bình xét, suy tôn năm 2020"):
        give_number(workspace, handover, 1)
    give_number(workspace, handover, 2)
    assert number_on(workspace, "handover-minutes", 2020) == "Số: 02/BB-CTĐ"
