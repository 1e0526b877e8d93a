"""Numbers of papers and certificates, the words of a certificate, the forms of reports."""

import hashlib
import re
from datetime import date
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.domain.printing import certificate_series, numbering
from cluster_desktop.domain.printing.certification import (
    DecisionFacts,
    RecipientFacts,
    authority,
    date_line,
    description,
    prefix,
    sheet_serial,
    signature_title,
)
from cluster_desktop.domain.printing.document_facts import HandoverFacts, Party, proposal
from cluster_desktop.domain.printing.report_forms import ReportForm, form_on
from cluster_desktop.domain.text.dates import PartialDate


@pytest.mark.parametrize(
    ("pattern", "number", "shown"),
    [
        ("{so:03d}/GK-TCT", 7, "007/GK-TCT"),
        ("{so:3d}/GK", 7, "007/GK"),
        ("{so:03d}/GK-TCT", 1234, "1234/GK-TCT"),
        ("{so}", 7, "7"),
        (" GK-{nam}-{so:02d}/{nam} ", 7, "GK-2020-07/2020"),
    ],
)
def test_a_certificate_is_numbered_by_its_pattern(pattern: str, number: int, shown: str) -> None:
    series = certificate_series.series_of(pattern, 2020)
    assert series.show(number) == shown
    assert series.value(shown) == number


@pytest.mark.parametrize("text", ["007/BK", "GK-007", "/GK-TCT", "a/GK-TCT", "-7/GK-TCT", "٧/GK-TCT", "007/GK-TCT/"])
def test_a_number_of_another_series_has_no_value_in_this_one(text: str) -> None:
    assert certificate_series.series_of("{so:03d}/GK-TCT", 2020).value(text) is None


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("GK-TCT", "đúng một lần"),
        ("{so}/{so}", "đúng một lần"),
        ("{so:0}/GK", "đúng một lần"),
        ("{so}/{ten}", "mục lạ"),
        ("{so}}", "mục lạ"),
        ("{so}{", "mục lạ"),
        ("{so}" + "a" * 51, "dài quá"),
    ],
)
def test_a_pattern_that_cannot_count_is_refused(pattern: str, words: str) -> None:
    with pytest.raises(errors.Refused, match=words):
        certificate_series.series_of(pattern, 2020)


def test_a_pattern_may_have_fifty_letters_beside_its_number() -> None:
    assert certificate_series.series_of("a" * 20 + "{so}" + "b" * 30, 2020).show(1) == "a" * 20 + "1" + "b" * 30


def test_the_next_number_follows_the_highest_and_gaps_are_below_it() -> None:
    assert [certificate_series.next_after(used) for used in ((), (1, 2), (5, 2))] == [1, 3, 6]
    assert [certificate_series.gaps(used) for used in ((), (1,), (2,), (5, 2, 1))] == [(), (), (1,), (3, 4)]
    assert [numbering.next_number(used) for used in ({}, {"a": 4, "b": 2})] == [1, 5]


@pytest.mark.parametrize(
    ("year", "term"), [(2019, "2015-2020"), (2020, "2020-2025"), (2024, "2020-2025"), (2025, "2025-2030")]
)
def test_papers_of_the_party_are_numbered_through_a_term(year: int, term: str) -> None:
    assert numbering.series_of(year, party=True) == term
    assert numbering.series_of(year, party=False) == str(year)


def decision(**values: Any) -> DecisionFacts:
    usual: dict[str, Any] = {
        "uid": "d",
        "number": "48/QĐ-TCT",
        "decided_on": PartialDate(2021, 1, 5),
        "year": 2020,
        "title": "Về khen thưởng",
        "issuer": "Trường Chính trị tỉnh Lào Cai",
        "head_title": "Hiệu trưởng",
        "signer_title": "Hiệu trưởng",
        "signer_name": "Lò Thị Ơn",
        "place": "Lào Cai",
        "sample": False,
    }
    return DecisionFacts(**(usual | values))


@pytest.mark.parametrize(
    ("signer", "head", "title"),
    [
        ("Hiệu trưởng", "Hiệu trưởng", "HIỆU TRƯỞNG"),
        ("Phó Hiệu trưởng", "Hiệu trưởng", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"),
        ("Trưởng phòng", "Hiệu trưởng", "TRƯỞNG PHÒNG"),
        ("Phó Hiệu trưởng", "phó hiệu trưởng", "PHÓ HIỆU TRƯỞNG"),
        ("Phó Hiệu trưởng", "", "PHÓ HIỆU TRƯỞNG"),
        ("", "Hiệu trưởng", "HIỆU TRƯỞNG"),
        ("", "", ""),
    ],
)
def test_a_deputy_signs_for_the_head(signer: str, head: str, title: str) -> None:
    assert signature_title(decision(signer_title=signer, head_title=head)) == title


def test_the_office_that_decides_and_the_day_stand_in_words() -> None:
    assert authority(decision()) == "HIỆU TRƯỞNG TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI"
    assert authority(decision(head_title="")) == "TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI"
    assert date_line(decision()) == "Lào Cai, ngày 05 tháng 01 năm 2021"
    assert date_line(decision(place="")) == "ngày 05 tháng 01 năm 2021"


def recipient(position: str = "", department: str = "", unit: str = "Trường", **values: Any) -> RecipientFacts:
    usual: dict[str, Any] = {"uid": "a", "ordinal": 1, "award": "GK", "award_name": "", "collective": False}
    usual |= {"name": "Lò Thị Ơn", "citation": "", "sample": False}
    return RecipientFacts(position=position, department=department, unit=unit, **(usual | values))


@pytest.mark.parametrize(
    ("position", "department", "words"),
    [
        ("Giảng viên", "Khoa Xây dựng Đảng", "Giảng viên Khoa Xây dựng Đảng, Trường"),
        ("Trưởng khoa", "Khoa Xây dựng Đảng", "Trưởng khoa Xây dựng Đảng, Trường"),
        ("Phó Trưởng phòng", "Phòng Đào tạo", "Phó Trưởng phòng Đào tạo, Trường"),
        ("Hiệu trưởng", "Ban Giám hiệu", "Hiệu trưởng, Trường"),
        ("", "Khoa Xây dựng Đảng", "Khoa Xây dựng Đảng, Trường"),
        ("Giảng viên", "", "Giảng viên, Trường"),
        ("", "", "Trường"),
    ],
)
def test_position_and_place_of_work_are_said_once(position: str, department: str, words: str) -> None:
    assert description(recipient(position, department)) == words


def test_a_collective_is_described_by_its_unit_unless_it_is_the_unit() -> None:
    faculty = recipient(name="Khoa Dân vận", collective=True, position="Giảng viên")
    assert (description(faculty), prefix(faculty)) == ("Trường", "Tập thể")
    assert description(recipient(name="Trường", collective=True)) == ""
    assert (description(recipient("Giảng viên", unit="")), prefix(recipient())) == ("Giảng viên", "Đồng chí")


def test_every_sheet_has_a_serial_of_its_own() -> None:
    serials = {sheet_serial("book", award, printed) for award in ("a", "b") for printed in (0, 1, 2)}
    assert len(serials) == 6
    assert sheet_serial("book", "a", 0) == sheet_serial("book", "a", 0) != sheet_serial("other", "a", 0)
    bits = f"{int(hashlib.sha256(b'book a 0').hexdigest(), 16):0256b}"
    first_forty = [int(bits[place : place + 5], 2) for place in range(0, 40, 5)]
    spelt = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[number] for number in first_forty)
    assert sheet_serial("book", "a", 0) == f"{spelt[:4]}-{spelt[4:]}"  # sheets that are out keep their serial
    letters = "".join(sheet_serial("book", str(number), 0) for number in range(200))
    assert all(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", serial) for serial in serials)
    assert set(letters) == set("0123456789ABCDEFGHJKMNPQRSTVWXYZ-")


def test_a_report_names_what_is_proposed() -> None:
    assert proposal("CSTDCS", 2020) == "danh hiệu Chiến sĩ thi đua cơ sở năm 2020"
    assert proposal("GK", 2020) == "Giấy khen năm 2020"
    assert proposal("GK", None) == "Giấy khen"


OLD = ReportForm(
    since=date(2017, 10, 1),
    decree="Nghị định số 91/2017/NĐ-CP",
    person="02",
    collective="01",
    organisations_apart=False,
)
NEW = ReportForm(
    since=date(2025, 7, 1), decree="Nghị định số 152/2025/NĐ-CP", person="05", collective="", organisations_apart=True
)


@pytest.mark.parametrize(
    ("day", "form"),
    [
        (date(2010, 1, 1), OLD),
        (date(2017, 10, 1), OLD),
        (date(2025, 6, 30), OLD),
        (date(2025, 7, 1), NEW),
        (date(2030, 1, 1), NEW),
    ],
)
def test_a_report_takes_the_form_of_its_day(day: date, form: ReportForm) -> None:
    assert form_on((NEW, OLD), day) is form


def test_a_form_is_named_where_its_number_is_known() -> None:
    assert NEW.reference(person=True) == "Theo Mẫu số 05, Nghị định số 152/2025/NĐ-CP"
    assert NEW.reference(person=False) == ""
    assert OLD.reference(person=False) == "Theo Mẫu số 01, Nghị định số 91/2017/NĐ-CP"


def test_a_hand_over_is_real_unless_it_says_otherwise() -> None:
    facts = HandoverFacts(year=2020, cluster="Cụm", giver=Party(), taker=Party(), done_on=None, items=())
    assert (facts.sample, facts.giver.office) == (False, "")
