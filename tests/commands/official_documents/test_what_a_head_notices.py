"""What a head of office notices when every paper lies on the table: order, names, and what says nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.records import records
from cluster_desktop.documents.content.content import (
    Distributions,
    Document,
    Figures,
    Paragraph,
    Picture,
    Pictures,
    SignatureBlock,
    Signer,
    Table,
)
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.units.units import DepartmentDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import lists


@pytest.fixture
def sample(sample_file: Path) -> Iterator[Workspace]:
    opened = Workspace.open(sample_file)
    yield opened
    opened.close()


def words(paper: Document) -> str:
    return "\n".join(block.words for block in paper.blocks if isinstance(block, Paragraph))


def charts(paper: Document) -> dict[str, list[str]]:
    """The names of the parts of every chart, by its title."""
    drawn = [each for block in paper.blocks if isinstance(block, Distributions) for each in block.distributions]
    return {each.title: list(each.parts) for each in drawn}


def first_figure(paper: Document) -> tuple[str, str]:
    figure = next(block for block in paper.blocks if isinstance(block, Figures)).figures[0]
    return str(figure.value), figure.detail


def signed_left(paper: Document) -> Signer:
    left = [block.left for block in paper.blocks if isinstance(block, SignatureBlock)][-1]
    assert isinstance(left, Signer)
    return left


def test_a_list_of_staff_begins_with_who_leads_and_is_signed_as_a_list(workspace: Workspace, unit: str) -> None:
    department = DepartmentDraft(unit_uid=unit, name="Ban Giám hiệu", kind="BAN_GIAM_HIEU")
    board = records.create(workspace, department).uids[0]
    for name, position in (
        ("Lò Văn Ân", "Phó Hiệu trưởng"),
        ("Bế Thị Dợ", "Phó Hiệu trưởng"),
        ("Vàng Seo Ý", "Hiệu trưởng"),
    ):
        draft = PersonDraft(full_name=name, unit_uid=unit, department_uid=board, position=position)
        records.create(workspace, draft)
    paper = compose(workspace, "staff-list", unit_uid=unit)
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert [row[1] for row in table.rows] == ["Vàng Seo Ý", "Lò Văn Ân", "Bế Thị Dợ"]
    assert signed_left(paper).office == ("Người lập danh sách",)


def test_a_paper_of_one_school_has_no_rows_of_nought_for_the_others(sample: Workspace) -> None:
    home = sample.read(lists.unit_uid, "LAOCAI")
    register = charts(compose(sample, "award-register", year=2020, unit_uid=home))
    assert "Theo đơn vị" not in register
    assert "Theo danh hiệu, hình thức" in register
    log = charts(compose(sample, "event-log", year=2020, unit_uid=home))
    assert log["Theo đơn vị đăng cai"] == ["Trường Chính trị tỉnh Lai Châu"]
    assert len(charts(compose(sample, "event-log", year=2020, whole=True))["Theo đơn vị đăng cai"]) >= 7
    assert first_figure(compose(sample, "staff-statistics", year=2020, unit_uid=home)) == ("46", "")
    assert first_figure(compose(sample, "staff-statistics", year=2020, whole=True)) == ("314", "07 đơn vị")


def test_a_summary_shows_pictures_of_its_own_year_and_says_of_which_year_others_are(sample: Workspace) -> None:
    def captions(year: int) -> list[str]:
        blocks = compose(sample, "annual-summary", year=year).blocks
        shown: list[Picture] = [each for block in blocks if isinstance(block, Pictures) for each in block.pictures]
        return [picture.caption for picture in shown]

    of_2020 = captions(2020)
    assert sum("năm 2019" in caption for caption in of_2020) == 2
    assert not any("năm 2019" in caption for caption in captions(2019))
    assert captions(2026) == []


def test_roles_in_the_cluster_are_written_in_capitals(sample: Workspace) -> None:
    said = words(compose(sample, "annual-summary", year=2020))
    assert "Năm 2020: Trường Chính trị tỉnh Sơn La (Cụm trưởng); " in said


def printed_headings(table: Table) -> list[str]:
    return [column.heading for column in table.columns if column.printed]


def test_a_column_that_tells_nothing_of_anybody_is_left_out(sample: Workspace) -> None:
    def units(year: int) -> list[str]:
        blocks = compose(sample, "annual-summary", year=year).blocks
        return printed_headings(next(block for block in blocks if isinstance(block, Table)))

    assert units(2020)[:3] == ["TT", "Đơn vị", "Vai trò"]
    assert units(2026)[:3] == ["TT", "Đơn vị", "Khoa"]
    home = sample.read(lists.unit_uid, "LAOCAI")
    ballots = [
        block for block in compose(sample, "ballot", year=2020, unit_uid=home).blocks if isinstance(block, Table)
    ]
    told = {"Chức vụ, đơn vị" in printed_headings(ballot): [row[1] for row in ballot.rows] for ballot in ballots}
    assert "Khoa Xây dựng Đảng" in told[False]
    assert "Sùng Thị Chá" in told[True]


def test_a_score_sheet_is_signed_for_the_whole_name_of_who_scored_it(sample: Workspace) -> None:
    home = sample.read(lists.unit_uid, "LANGSON")
    paper = compose(sample, "score-sheet", year=2020, unit_uid=home)
    assert signed_left(paper).office == ("Đại diện đơn vị chấm chéo", "Trường Chính trị tỉnh Điện Biên")
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert [row[1] for row in table.totals] == ["Tổng điểm", "Xếp hạng (trên 07 đơn vị)"]


def test_whom_gifts_went_to_begins_with_a_capital_on_every_paper(workspace: Workspace, unit: str) -> None:
    place = "thôn Nà Mạ, xã Trường Hà"
    whom = "gia đình chính sách"
    draft = EventDraft(kind="THIEN_NGUYEN", title="Tặng quà", year=2020, host_uid=unit, place=place, beneficiaries=whom)
    records.create(workspace, draft)
    cells = [
        str(cell)
        for key in ("annual-summary", "event-log")
        for block in compose(workspace, key, year=2020).blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    ]
    assert sum(cell.startswith("Gia đình chính sách") for cell in cells) == 2
    # The log is read back by the next office, so a place stands in it as it was typed.
    assert [cell for cell in cells if cell.endswith("xã Trường Hà")] == ["Thôn Nà Mạ, xã Trường Hà", place]


def test_a_pledge_of_one_school_speaks_of_one(workspace: Workspace, unit: str) -> None:
    said = words(compose(workspace, "pledge", year=2020))
    assert "Đơn vị phát động, đăng ký thi đua từ đầu năm; tự chấm điểm và bình xét vào cuối năm." in said
    assert "ĐẠI DIỆN ĐƠN VỊ KÝ GIAO ƯỚC" in said
    assert "giúp đỡ nhau" not in said


def test_minutes_end_at_an_hour_and_a_minute_on_both_papers(workspace: Workspace) -> None:
    for key in ("score-minutes", "council-minutes"):
        assert "kết thúc vào hồi …… giờ …… phút cùng ngày./." in words(compose(workspace, key, year=2020))
