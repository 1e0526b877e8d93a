"""Headings as offices really write them: abbreviated, without marks or spaces, numbered, in English, with remarks."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.exchange.tables.headings import HeadingWords
from cluster_desktop.exchange.tables.raw_rows import read_rows
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from cluster_desktop.exchange.tables.tables import find_tables
from tests.exchange.foreign_tables import foreign
from tests.exchange.reading import Seen, excel, rows_from, see

SPELLINGS = {
    "full_name": (
        *("HỌ VÀ TÊN", "Ho va ten", "hoten", "HọvàTên", "ho_ten", "Họ &\ntên", "Họ, tên", "1. Họ và tên", "(2) HỌ TÊN"),
        *("Họ và tên (chữ in hoa)", "Họ và tên khai sinh (viết chữ in hoa có dấu)", "Họ tên CBVC", "Full name"),
        *("Họ và tên cán bộ, viên chức", "Họ, chữ đệm và tên", "Họ tên giảng viên", "Ông/Bà", "Họ và tên đảng viên"),
    ),
    "birth_date": (
        *("NGAY SINH", "ngaysinh", "NgàySinh", "Ngày,\ntháng,\nnăm sinh", "Năm sinh (dd/mm/yyyy)", "NTNS", "DOB"),
        *("Sinh ngày", "Ngày/tháng/năm sinh", "3) Sinh ngày", "Date of birth", "Tháng, năm sinh"),
    ),
    "gender": ("Giới tính", "gioitinh", "GT", "Nam/Nữ", "Giới", "Gender", "SEX"),
    "ethnicity": ("dantoc", "DAN TOC", "Thành phần dân tộc", "Dân tộc (ghi rõ)"),
    "unit_uid": (
        "Nơi công tác",
        "Cơ quan, đơn vị công tác",
        "Tên trường",
        "Đơn vị công tác",
        "noicongtac",
        "NƠI LÀM VIỆC",
    ),
    "department_uid": ("Phòng ban", "phongban", "Phòng/ban", "Khoa, phòng, ban", "KHOA/PHÒNG", "Bộ phận", "Tổ bộ môn"),
    "position": (
        "chucvu",
        "CHỨC VỤ",
        "Chức vụ chính quyền",
        "Chức vụ, chức danh hiện nay",
        "Vị trí việc làm",
        "Position",
    ),
    "job_title": ("CDNN", "Ngạch/CDNN", "Chức danh nghề nghiệp viên chức", "Ngạch công chức", "Hạng CDNN"),
    "recruited_on": ("Ngày vào ngành", "Tháng, năm tuyển dụng", "Ngày được tuyển dụng", "Ngày vào biên chế"),
    "joined_unit": ("Ngày về đơn vị", "Ngày vào cơ quan hiện đang công tác", "Ngày về trường"),
    "party_joined": (
        *(
            "Ngày kết nạp",
            "Ngày vào Đảng",
            "ngayvaodang",
            "NGÀY VÀO ĐẢNG CSVN",
            "Ngày vào Đảng (dự bị)",
            "Năm vào Đảng",
        ),
        *("Ngày vào ĐCSVN", "Ngày, tháng, năm vào Đảng", "Ngày kết nạp Đảng viên", "Ngày dự bị"),
    ),
    "party_official": (
        *("Ngày chính thức", "Ngày vào Đảng chính thức", "Ngày vào Đảng (chính thức)", "Ngày kết nạp (chính thức)"),
        *("NGÀY CÔNG NHẬN CHÍNH THỨC", "Ngày chuyển chính thức", "ngaychinhthuc"),
    ),
    "degree": ("trinhdo", "Trình độ đào tạo", "TĐCM", "Trình độ CMNV", "Bằng cấp chuyên môn", "Trình độ (cao nhất)"),
    "specialty": ("Chuyên ngành", "chuyennganh", "Ngành đào tạo", "Ngành, chuyên ngành đào tạo"),
    "political_theory": (
        "LLCT",
        "TĐLLCT",
        "Lí luận chính trị",
        "Trình độ lý luận CT",
        "Trình độ chính trị",
        "lyluanchinhtri",
    ),
    "state_management": ("QLNN", "Trình độ QLNN", "Bồi dưỡng quản lý nhà nước"),
    "foreign_language": ("Ngoại ngữ", "Trình độ ngoại ngữ", "Tiếng Anh"),
    "computing": ("Tin học", "Trình độ tin học", "CNTT"),
    "home_town": ("Nguyên quán", "Quê quán (xã, huyện, tỉnh)", "quequan", "QUÊ", "Hometown"),
    "address": ("HKTT", "Địa chỉ thường trú", "Nơi cư trú", "Chỗ ở hiện nay", "diachi", "Hộ khẩu thường trú"),
    "identity_number": (
        *("Căn cước công dân", "Số căn cước", "So CCCD", "CMND/CCCD", "Số CMTND", "Số định danh cá nhân", "ID number"),
        *("Số CMND (CCCD)", "Mã định danh", "cancuoccongdan", "Số thẻ căn cước"),
    ),
    "phone": (
        "Số ĐT",
        "SĐT",
        "sodienthoai",
        "ĐT di động",
        "Điện thoại (Zalo)",
        "Mobile",
        "Số điện thoại liên hệ",
        "ĐTDĐ",
    ),
    "email": ("E-mail", "EMAIL", "Địa chỉ e-mail", "Hòm thư điện tử", "Email công vụ"),
    "note": ("ghichu", "GHI CHÚ", "Note"),
}
OTHER = (
    *("Ngày nghỉ hưu dự kiến", "Ngày nghỉ hưu (dự kiến)", "Chức vụ Đảng", "Chức vụ đoàn thể", "Họ và tên vợ (chồng)"),
    *("Ngày cấp CCCD", "Nơi cấp CCCD", "Số CCCD ngày cấp", "Trình độ văn hóa", "Ngày sinh của con", "Họ tên cha"),
    *("Hệ số lương", "Mã ngạch", "Bậc", "Số sổ BHXH", "Khoa học", "Năm", "Ngày nâng lương", "Chức vụ quy hoạch"),
    *("Nơi sinh", "Chức vụ kiêm nhiệm", "Địa chỉ người thân", "Trình độ giáo dục phổ thông"),
)


@pytest.mark.parametrize(
    ("heading", "key"), [(heading, key) for key, spellings in SPELLINGS.items() for heading in spellings]
)
def test_a_heading_of_a_roster(heading: str, key: str) -> None:
    found = HeadingWords(IMPORT_KINDS["staff"].fields).match(heading)
    assert found is not None
    assert found.field.key == key


@pytest.mark.parametrize("heading", OTHER)
def test_a_heading_of_something_else(heading: str) -> None:
    assert HeadingWords(IMPORT_KINDS["staff"].fields).match(heading) is None


@pytest.mark.parametrize(
    ("kind", "heading", "key"),
    [
        ("awards", "Nơi công tác", "place"),
        ("awards", "DHTĐ, HTKT", "award"),
        ("awards", "Họ và tên/Tên tập thể", "recipient"),
        ("awards", "Số, ngày QĐ", "number"),
        ("awards", "Ngày ký QĐ", "decided_on"),
        ("nominations", "Họ và tên, chức vụ, đơn vị công tác", "recipient"),
        ("ratings", "Kết quả xếp loại chất lượng", "quality"),
        ("ratings", "Xếp loại chất lượng đảng viên", "party_quality"),
        ("initiatives", "Nhóm tác giả", "full_name"),
        ("initiatives", "Tên SKKN", "title"),
    ],
)
def test_headings_of_other_lists(kind: str, heading: str, key: str) -> None:
    found = HeadingWords(IMPORT_KINDS[kind].fields).match(heading)
    assert found is not None
    assert found.field.key.startswith(key)


@pytest.mark.parametrize("kind", IMPORT_KINDS)
def test_no_heading_means_two_fields(kind: str) -> None:
    """What a field is called in one kind of table may not be swallowed by another field of that kind."""
    fields = IMPORT_KINDS[kind].fields
    words = HeadingWords(fields)
    for item in fields:
        found = words.match(item.label)
        assert found is None or found.field.key == item.key or item.label in found.field.headings, item.label


def table(tmp_path: Path, *rows: Sequence[object]) -> Seen:
    return see(excel(tmp_path / "bảng.xlsx", lambda page, day: rows_from(page, 0, rows)))


def test_headings_without_spaces_bring_every_field() -> None:
    seen = see(foreign("25"))
    assert seen.column("full_name") == ["Nông Văn Phách", "Bế Thị Lan"]
    assert seen.shown("birth_date") == ["02/09/1976", "05/03/1980"]
    assert seen.values("gender") == ["NAM", "NU"]
    assert seen.shown("ethnicity") == ["Tày", "Nùng"]
    assert seen.column("position") == ["Giảng viên", "Kế toán"]
    assert seen.values("degree") == ["THAC_SI", "CU_NHAN"]


def test_the_day_of_full_membership() -> None:
    seen = see(foreign("29"))
    assert seen.shown("party_official") == ["19/05/2001", "03/02/2006"]
    assert seen.shown("party_joined") == ["", ""]


def test_the_day_of_retiring_to_come_is_not_the_day_of_leaving() -> None:
    seen = see(foreign("61"))
    assert seen.column("left_on") == [None, None]
    assert "Ngày nghỉ hưu dự kiến" in [seen.guess.headings[column] for column in seen.guess.unused]


# --- columns that only begin like known ones ---


def test_columns_of_something_else_are_left_out_with_a_remark() -> None:
    seen = see(foreign("27"))
    assert seen.column("full_name") == ["Nông Văn Phách", "Bế Thị Lan"]
    assert {key for row in seen.rows for key in row.texts} == {"full_name", "birth_date"}
    for heading in ("Tình trạng hôn nhân", "Đối tượng chính sách"):
        assert any(heading in remark for remark in seen.guess.remarks)


def test_a_column_that_begins_like_a_known_one_and_says_the_same_is_read(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        ("STT", "Họ và tên", "Trình độ chuyên môn tốt nghiệp"),
        (1, "Vi Thị Hà", "Thạc sĩ"),
        (2, "Lô Văn Nghị", "Đại học"),
        (3, "Bế Thị Lan", "12/12"),
    )
    assert seen.column("degree") == ["Thạc sĩ", "Đại học", "12/12"]  # one wrong cell is a problem, not another column
    assert seen.guess.remarks == ()


def test_days_that_nobody_can_read_stay_to_be_mended(tmp_path: Path) -> None:
    rows = [(number, "Vi Thị Hà", "hôm qua") for number in range(1, 5)]
    seen = table(tmp_path, ("STT", "Họ và tên", "Ngày sinh"), *rows)
    assert seen.column("birth_date") == ["hôm qua"] * 4


def test_of_two_columns_the_one_named_like_the_field_is_used(tmp_path: Path) -> None:
    seen = table(
        tmp_path, ("STT", "Họ và tên", "HKTT", "Nơi ở hiện nay"), (1, "Vi Thị Hà", "Bảo Lạc", "phường Hợp Giang")
    )
    assert seen.column("address") == ["phường Hợp Giang"]
    assert "HKTT" in seen.guess.remarks[0]


# --- columns of marks ---


def test_quality_classes_as_headings(tmp_path: Path) -> None:
    rows = [
        ("STT", "Họ và tên", "HTXSNV", "HTTNV", "HTNV", "KHTNV"),
        (1, "Vi Thị Hà", "x"),
        (2, "Lô Văn Nghị", None, "x"),
        (3, "Bế Thị Lan", None, None, None, "x"),
    ]
    kind = IMPORT_KINDS["ratings"]
    (sheet,) = read_workbook(excel(tmp_path / "xl.xlsx", lambda page, day: rows_from(page, 0, rows)))
    (guess,) = find_tables([sheet], kind.fields_anchored("full_name"))
    assert [row.texts.get("quality") for row in read_rows(sheet, guess, kind.fields)] == [
        "Hoàn thành xuất sắc nhiệm vụ",
        "Hoàn thành tốt nhiệm vụ",
        "Không hoàn thành nhiệm vụ",
    ]


def test_degrees_with_dots_and_groups_by_other_names() -> None:
    seen = see(foreign("60"))
    assert seen.column("full_name") == ["Nông Văn Phách", "Bế Thị Lan", "Vàng A Lử", "Lục Văn Chài"]
    assert seen.values("degree") == ["THAC_SI", "TIEN_SI", "THAC_SI", "CU_NHAN"]
    assert seen.values("political_theory") == ["CAO_CAP", "CAO_CAP", "TRUNG_CAP", "TRUNG_CAP"]
    assert seen.shown("ethnicity") == ["Tày", "Nùng", "Mông", "Sán Chay"]


@pytest.mark.parametrize(
    ("key", "words", "code"),
    [
        *(("degree", text, "THAC_SI") for text in ("ThS.", "Th.S", "TH. S", "Thạc sỹ", "th sĩ", "THẠC SĨ.")),
        *(("degree", text, "TIEN_SI") for text in ("TS.", "T.S", "Tiến sỹ", "TSKH")),
        *(("degree", text, "CU_NHAN") for text in ("Đ.H", "ĐH", "C.N", "Kỹ sư", "ĐHSP")),
        *(
            ("political_theory", text, "CAO_CAP")
            for text in ("CC.", "CCLLCT", "Cao cấp LLCT - HC", "Cao cấp chính trị")
        ),
        *(("political_theory", text, "TRUNG_CAP") for text in ("TC LLCT", "T.C", "Trung cấp LLCT-HC")),
        *(("employment", text, "NGUOI_LAO_DONG") for text in ("HĐ 111", "HĐLĐ", "Hợp đồng lao động")),
    ],
)
def test_words_of_vocabularies_as_offices_write_them(tmp_path: Path, key: str, words: str, code: str) -> None:
    headings = {"degree": "Trình độ", "political_theory": "LLCT", "employment": "Loại lao động"}
    assert table(tmp_path, ("Họ và tên", headings[key]), ("Vi Thị Hà", words)).values(key) == [code]
