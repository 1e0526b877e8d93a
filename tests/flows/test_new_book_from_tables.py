"""An office begins its book at the command line with nothing but the tables it has."""

from pathlib import Path

import pytest

from tests.cli.command_line import Clerk, CommandLine
from tests.commands.imports.import_files import excel


@pytest.fixture
def clerk(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Clerk:
    run = CommandLine(capsys)
    book = tmp_path / "cụm.sothidua"
    assert run("new", book).code == 0
    return Clerk(run, book)


def bring(clerk: Clerk, kind: str, path: Path, *words: str) -> int:
    """Bring a table in; gives the number of records that were added."""
    told = clerk.run("import", kind, clerk.book, path, "--json", *words).json()
    assert (told["problems"], told["changed"]) == ([], 0), told["problems"]
    assert told["read"] == told["added"] + told["unchanged"] + len(told["skipped"])
    return int(told["added"])


def test_a_book_of_a_cluster_is_begun_from_tables_alone(clerk: Clerk, tmp_path: Path) -> None:
    def table(name: str, *lines: tuple[object, ...]) -> Path:
        return excel(tmp_path / f"{name}.xlsx", *lines)

    clusters = table(
        "cụm", ("Tên cụm, khối", "Loại", "Cơ quan cấp trên"), ("Cụm thi đua số 2", "Cụm thi đua", "Học viện")
    )
    assert bring(clerk, "clusters", clusters) == 1
    schools = ("Trường Chính trị tỉnh Lào Cai", "Trường Chính trị tỉnh Sơn La")
    assert (
        bring(
            clerk, "units", table("trường", ("TT", "Tên trường", "Địa chỉ"), *((1, each, "Phố 1") for each in schools))
        )
        == 2
    )
    assert [unit["code"] for unit in clerk("list", "units", "--json").json()] == ["LAOCAI", "SONLA"]
    faculties = table("khoa", ("Đơn vị", "Tên khoa, phòng"), *((each, "Khoa Xây dựng Đảng") for each in schools))
    assert bring(clerk, "departments", faculties) == 2
    heads = table("hiệu trưởng", ("Tên trường", "Hiệu trưởng", "Từ ngày"), (schools[0], "Khoàng Sừng Xe", "01/9/2015"))
    assert bring(clerk, "unit-heads", heads) == 1
    roles = table(
        "vai trò", ("Đơn vị", "Năm", "Vai trò"), ("Lào Cai", 2020, "Cụm trưởng"), ("Sơn La", 2020, "Thành viên")
    )
    assert bring(clerk, "memberships", roles) == 2
    staff = table(
        "cán bộ",
        ("Họ và tên", "Ngày sinh", "Đơn vị", "Khoa, phòng", "Chức vụ"),
        ("Giàng A Páo", "02/09/1976", "Lào Cai", "Khoa Xây dựng Đảng", "Trưởng khoa"),
        ("Lò Thị Ơn", "1980", "Sơn La", "Khoa Xây dựng Đảng", "Giảng viên"),
    )
    assert bring(clerk, "staff", staff, "--on", "31/12/2020") == 2
    service = table(
        "công tác",
        ("Họ và tên", "Từ ngày", "Chức vụ", "Căn cứ"),
        ("Giàng A Páo", "01/3/2018", "Phó Trưởng khoa", "QĐ 5"),
    )
    assert bring(clerk, "services", service) == 1
    degrees = table("bằng", ("Họ và tên", "Trình độ", "Năm tốt nghiệp"), ("Giàng A Páo", "Thạc sĩ", 2015))
    assert bring(clerk, "qualifications", degrees) == 1
    assert bring(clerk, "movements", table("phong trào", ("Tên phong trào", "Từ năm"), ("Dạy tốt, học tốt", 2018))) == 1
    targets = table("giao ước", ("Nội dung thi đua", "Chỉ tiêu"), ("Dự giờ", "100%"))
    assert bring(clerk, "pledge-targets", targets, "--year", "2020") == 1
    assert bring(clerk, "rounds", table("đợt", ("Tên đợt", "Năm"), ("Tổng kết năm 2020", 2020))) == 1
    sessions = table(
        "họp", ("Tên phiên họp", "Năm", "Ngày họp"), ("Họp một", 2020, "01/12/2020"), ("Họp hai", 2020, "02/12/2020")
    )
    assert bring(clerk, "sessions", sessions) == 2
    members = table("hội đồng", ("TT", "Họ và tên", "Chức vụ"), (1, "Giàng A Páo", "Trưởng khoa"))
    assert "phiên họp" in clerk.run("import", "council-members", clerk.book, members, "--year", "2020").out
    assert bring(clerk, "council-members", members, "--of", "Họp hai") == 1
    criteria = table("tiêu chí", ("TT", "Nội dung tiêu chí", "Điểm tối đa"), ("I", "Đào tạo", None), (1, "Mở lớp", 10))
    assert bring(clerk, "criteria", criteria, "--year", "2020") == 2
    points = table("điểm", ("Nội dung tiêu chí", "Đơn vị", "Kết luận"), ("Mở lớp", "Lào Cai", 9))
    assert bring(clerk, "scores", points, "--year", "2020") == 1
    events = table(
        "sự kiện",
        ("Loại", "Tên hoạt động", "Ngày tổ chức", "Đăng cai", "Tham luận"),
        ("Hội thảo", "Chuyển đổi số", "08/10/2020", "Lào Cai", 12),
    )
    assert bring(clerk, "events", events) == 1
    papers = table("tham luận", ("Tên tham luận", "Tác giả"), ("Bài một", "Giàng A Páo"))
    assert bring(clerk, "papers", papers, "--of", "Chuyển đổi số") == 1
    (event,) = clerk("list", "events", "--json").json()
    assert event["papers"] == 12
    sessions_held = {each["name"]: each["members"] for each in clerk("list", "sessions", "--json").json()}
    assert sessions_held == {"Họp một": None, "Họp hai": 1}
    assert clerk("check").code == 0


def test_of_which_record_a_list_is_has_to_be_one_of_its_kind(clerk: Clerk, tmp_path: Path) -> None:
    table = excel(tmp_path / "a.xlsx", ("Tên tham luận", "Tác giả"), ("Bài một", "Giàng A Páo"))
    missing = clerk.run("import", "papers", clerk.book, table, "--of", "Chuyển đổi số")
    assert (missing.code, "không có sự kiện gọi là “Chuyển đổi số”" in missing.err) == (1, True)
    none = clerk.run("import", "movements", clerk.book, table, "--of", "Chuyển đổi số")
    assert none.err.strip() == (
        "--of không dùng cho danh sách phong trào, vì danh sách này không thuộc về một mục nào."
    )
