"""Old TCVN3 and VNI lists become readable; Unicode Vietnamese and other languages are never touched."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster_desktop import resources
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.people.vocabulary import JOB_TITLES, POSITIONS
from cluster_desktop.exchange.letters.legacy_text import Encoding, decode, looks_legacy
from cluster_desktop.exchange.tables.raw_rows import read_rows
from cluster_desktop.exchange.tables.tables import with_encoding
from tests.exchange.reading import FIELDS, excel, rows_from, see

TABLES = json.loads(resources.read_text("legacy_encodings.json"))
SELF_TESTS = [
    (Encoding(name), case[name], case["unicode"], "font" in case)
    for case in TABLES["_meta"]["self_tests"]
    for name in ("tcvn3", "vni")
    if name in case
]
PROSE = (
    "Hà Giang, Thanh Hóa, Hòa Bình",
    "Tòng Thị Pành, Lý Á Tòng, Vù Á Sèo",
    "Trường Chính trị tỉnh Lào Cai đạt danh hiệu Tập thể Lao động tiên tiến",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Élève à l'école française, très âgé et naïf",
    "Müller, Jäger, Weiß, Köln, Größe, Straße",
    "José Peña, año, señor, mañana, corazón",
    "50 µm ± 3 °C « guillemets » © ® §",
    "",
)


@pytest.mark.parametrize(("name", "written", "meant", "capitals"), SELF_TESTS)
def test_the_cases_that_come_with_the_code_tables(name: Encoding, written: str, meant: str, capitals: bool) -> None:
    read = decode(written, name)
    assert (read.upper() if capitals else read) == unicodedata.normalize("NFC", meant)
    assert looks_legacy(written) == name
    assert looks_legacy(meant) is None
    assert decode(meant, name) == meant


@pytest.mark.parametrize("text", PROSE)
def test_proper_text_is_not_suspected(text: str) -> None:
    assert looks_legacy(text) is None
    assert looks_legacy(unicodedata.normalize("NFD", text)) is None


def test_every_word_the_program_knows_is_left_alone() -> None:
    labels = [choice.label for item in fields_of(PersonDraft) for choice in item.choices]
    words = [*labels, *POSITIONS, *JOB_TITLES, *(item.label for item in FIELDS)]
    assert [word for word in words if looks_legacy(word)] == []
    assert looks_legacy("\n".join(words)) is None


@given(st.text(), st.sampled_from(Encoding))
def test_ascii_passes_and_nothing_raises(text: str, name: Encoding) -> None:
    plain = text.encode("ascii", "ignore").decode()
    assert decode(plain, name) == plain
    assert isinstance(decode(text, name), str)
    assert looks_legacy(plain) is None


def test_the_soft_hyphen_and_the_greek_mu() -> None:
    assert decode("Tr\u00ad\u00eang", Encoding.TCVN3) == "Trường"
    assert decode("H\u03bc Giang", Encoding.TCVN3) == decode("H\u00b5 Giang", Encoding.TCVN3) == "Hà Giang"


def old_list(path: Path) -> Path:
    rows = [
        ("TT", "Hä vµ tªn", "Ngµy sinh", "N÷", "D©n téc", "Chøc vô"),
        (1, "NguyÔn ThÞ ¸nh", "2/9/1956", "x", "Kinh", "Hiªu tr­ëng"),
        (2, "Hoµng V¨n §øc", 1960, None, "Nïng", "Phã HiÖu tr­ëng"),
        ("Tæng céng: 2 ng­êi",),
    ]
    return excel(path, lambda page, day: rows_from(page, 0, rows))


def test_an_old_list_is_read_in_its_encoding(tmp_path: Path) -> None:
    seen = see(old_list(tmp_path / "cũ.xlsx"))
    assert seen.guess.headings[:3] == ("TT", "Họ và tên", "Ngày sinh")
    assert seen.column("full_name") == ["Nguyễn Thị Ánh", "Hoàng Văn Đức"]
    assert seen.shown("birth_date") == ["02/09/1956", "1960"]
    assert seen.column("gender") == ["Nữ", None]
    assert seen.shown("ethnicity") == ["Kinh", "Nùng"]
    assert seen.column("position")[1] == "Phó Hiệu trưởng"
    assert seen.guess.skipped[3] == "dòng tổng cộng"


def test_the_encoding_can_be_switched(tmp_path: Path) -> None:
    seen = see(old_list(tmp_path / "cũ.xlsx"))
    plain = with_encoding(seen.guess, Encoding.UNICODE)
    assert plain.headings[1] == "Hä vµ tªn"
    for encoding in (Encoding.AUTO, Encoding.TCVN3):
        again = with_encoding(plain, encoding)
        assert read_rows(again.read_sheet, again, FIELDS) == seen.rows
        assert again.uses == seen.guess.uses


def test_unicode_rows_added_to_an_old_list_stay_as_they_are(tmp_path: Path) -> None:
    rows = [("TT", "Hä vµ tªn", "Quª qu¸n")]
    rows += [(str(number), "NguyÔn V¨n HiÖp", "TØnh L¹ng S¬n") for number in range(1, 30)]
    rows.append(("30", "Trần Thị Hường", "Tỉnh Lạng Sơn"))
    seen = see(excel(tmp_path / "cũ.xlsx", lambda page, day: rows_from(page, 0, rows)))
    assert seen.column("full_name")[28:] == ["Nguyễn Văn Hiệp", "Trần Thị Hường"]
    assert set(seen.column("home_town")) == {"Tỉnh Lạng Sơn"}


def test_a_vni_list(tmp_path: Path) -> None:
    rows = [("STT", "Hoï vaø teân", "Ngaøy sinh"), (1, "Nguyeãn Vaên Hieäp", "1976")]
    seen = see(excel(tmp_path / "vni.xlsx", lambda page, day: rows_from(page, 0, rows)))
    assert seen.column("full_name") == ["Nguyễn Văn Hiệp"]
