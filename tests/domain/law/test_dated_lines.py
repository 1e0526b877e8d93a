"""The file of the law as its editors change it: what a line does, and the sentence for each line that cannot be."""

from datetime import date

import pytest

from cluster_desktop import resources
from cluster_desktop.domain.law.catalogue import Catalogue, Law, with_own
from cluster_desktop.domain.law.catalogue_file import parse_catalogue
from cluster_desktop.domain.law.regimes import Certainty, regime_for
from cluster_desktop.errors import ResourceWrong

BEFORE_2026, IN_2026, IN_2027 = date(2026, 9, 30), date(2026, 12, 31), date(2027, 12, 31)


def edited(before: str, after: str) -> Catalogue:
    """The catalogue of the file with one place changed."""
    text = resources.read_text("law", "catalogue.toml")
    assert text.count(before) == 1
    return parse_catalogue(text.replace(before, after))


def with_line(rule: str, line: str) -> Catalogue:
    """The catalogue with a line more at the end of a rule."""
    head = f'key = "{rule}"\n'
    block = head + resources.read_text("law", "catalogue.toml").partition(head)[2].partition("\n\n")[0]
    return edited(block, f"{block}\n{line}")


def on(catalogue: Catalogue, day: date, chosen: str = "") -> Law:
    choice = regime_for(catalogue.regimes, day.year, received=day, chosen=chosen)
    return catalogue.law(choice.regime, choice.day)


# --- what a line does ---


def test_a_line_holds_from_its_day_on_and_says_only_what_it_changes() -> None:
    new = with_line("CSTDT.years", "2027-01-01 = { value = 4 }")
    assert [on(new, day).rules["CSTDT.years"].value for day in (BEFORE_2026, IN_2026, IN_2027)] == [3, 3, 4]
    assert on(new, IN_2027).rules["CSTDT.years"].basis == "Luật Thi đua, khen thưởng 2022, Điều 22"
    assert on(new, IN_2027).achievement_years("CSTDT") == 4
    assert on(new, IN_2027, chosen="R2025").rules["CSTDT.years"].value == 3
    assert on(new, BEFORE_2026, chosen="R2026").rules["CSTDT.years"].value == 3
    assert on(new, IN_2027, chosen="R2026").rules["CSTDT.years"].value == 4


def test_a_line_under_a_law_nobody_has_read_is_a_line_that_was_read() -> None:
    line = '2026-10-01 = { value = 4, basis = "Nghị định mới", certain = "C" }'
    rules = on(with_line("CSTDT.years", line), IN_2026).rules
    assert (rules["CSTDT.years"].value, rules["CSTDT.years"].sureness) == (4, Certainty.CERTAIN)
    assert rules["CSTDT.initiative"].sureness is Certainty.UNSURE
    later = on(with_line("CSTDT.years", "2027-01-01 = { value = 4 }"), IN_2027).rules
    assert later["CSTDT.initiative"].sureness is Certainty.UNSURE


def test_a_rule_goes_and_comes_back() -> None:
    new = with_line("ANY.dissolved", "2026-10-01 = { in_force = false }\n2027-01-01 = { in_force = true }")
    assert ["ANY.dissolved" in on(new, day).rules for day in (BEFORE_2026, IN_2026, IN_2027)] == [True, False, True]
    codes = [[rule.code for rule in on(new, day).rules_for("TTLDTT", "C")] for day in (IN_2026, IN_2027)]
    assert codes[1] == [codes[0][0], "ANY.dissolved", *codes[0][1:]]


def test_a_coefficient_a_deadline_and_a_form_change_by_a_line_too() -> None:
    bonus = edited("HCSV.person.base", "LDTT.person.2027-01-01 = { value = 0.5 }\nHCSV.person.base").bonus_table
    assert [str(bonus.coefficient_on("LDTT", day, collective=False)) for day in (IN_2026, IN_2027)] == ["0.3", "0.5"]
    assert bonus.coefficient_on("LDTT", IN_2027, collective=True) is None
    due = edited(
        "[deadline.CO_CP]\n", "2027-01-01 = { day = 1 }\n\n[deadline.CO_CP]\n".replace("day = 1", 'value = "1/11"')
    )
    days = [{entry.key: day for entry, day in due.deadlines(year)} for year in (2026, 2027)]
    assert days[0]["deadline.CSTDTQ.CSTDTQ"] == date(2027, 12, 31)
    assert days[1]["deadline.CSTDTQ.CSTDTQ.2027-01-01"] == date(2027, 11, 1)
    assert [len(year) for year in days] == [5, 5]
    form = edited('2026-10-01 = { decree = ""', '2026-10-01 = { decree = "Nghị định mới"').report_forms[-1]
    assert (form.decree, form.organisations_apart) == ("Nghị định mới", True)


def test_a_new_regime_is_a_table_and_inherits_every_rule() -> None:
    regime = '[regime.R2028]\nname = "Luật 2027"\nsince = 2028-01-01\ncertain = "C"\nbasis = ["Luật 2027"]\n\n'
    new = edited("# Base salary (", f"{regime}# Base salary (")
    own = with_own(new, {"rule.R2026.CSTDT.years": "5"})
    assert [on(own, day).rules["CSTDT.years"].value for day in (IN_2026, IN_2027, date(2028, 6, 1))] == [5, 5, 3]
    assert on(new, date(2028, 6, 1)).rules["CSTDT.initiative"].sureness is Certainty.CERTAIN
    assert on(new, date(2028, 6, 1)).name == "Luật 2027"


# --- an office's own figures, each for its time ---


def test_a_figure_set_for_2026_leaves_2025_alone_and_goes_on_until_the_law_says_more() -> None:
    new = with_line("CSTDT.years", "2027-01-01 = { value = 4 }")
    own = with_own(new, {"rule.R2026.CSTDT.years": "5", "rule.R2026.CSTDTQ.titles": "7"})
    assert [on(own, day).rules["CSTDT.years"].value for day in (BEFORE_2026, IN_2026, IN_2027)] == [3, 5, 4]
    assert [on(own, day).rules["CSTDTQ.titles"].value for day in (BEFORE_2026, IN_2026, IN_2027)] == [6, 7, 7]
    assert [on(own, day).rules["CSTDTQ.titles"].own for day in (BEFORE_2026, IN_2026, IN_2027)] == [False, True, True]
    own = with_own(new, {"rule.2027-01-01.CSTDT.years": "5", "rule.2027-01-01.CSTDTQ.titles": "7"})
    assert [on(own, day).rules["CSTDTQ.titles"].value for day in (BEFORE_2026, IN_2026, IN_2027)] == [6, 6, 7]
    assert [on(own, day).rules["CSTDT.years"].value for day in (BEFORE_2026, IN_2026, IN_2027)] == [3, 3, 5]


# --- lines that cannot be ---


@pytest.mark.parametrize(
    ("rule", "line", "words"),
    [
        ("CSTDT.years", "2024-01-01 = { value = 4 }", "Mỗi ngày, mỗi tên chỉ ghi một lần"),
        ("CSTDT.years", "2023-01-01 = { value = 4 }", "“rule CSTDT.years”: dòng “2023-01-01” trùng ngày hoặc đứng sau"),
        ("CSTDT.years", "20240101 = { value = 4 }", "trùng ngày"),
        ("CSTDT.years", "2027-13-01 = { value = 4 }", "không có gì gọi là “2027-13-01”"),
        ("CSTDT.years", "valeu = 4", "không có gì gọi là “valeu”"),
        ("CSTDT.years", "2027-01-01 = { valeu = 4 }", "dòng “2027-01-01” chỉ ghi được above, basis, certain"),
        ("CSTDT.years", "2027-01-01 = 4", "dòng “2027-01-01” chỉ ghi được"),
        ("CSTDT.years", "2027-01-01 = {}", "dòng “2027-01-01” chỉ ghi được"),
        ("CSTDT.years", '2027-01-01 = { value = "bốn" }', "“rule CSTDT.years, 2027-01-01”: “bốn” không phải giá trị"),
        ("CSTDT.years", "2027-01-01 = { value = true }", "“True” không phải giá trị kiểu “integer”"),
        ("CSTDT.years", "2027-01-01 = { value = 4.5 }", "số nguyên"),
        ("CSTDT.years", "2027-01-01 = { value = -4 }", "nhỏ hơn hoặc lớn hơn"),
        ("CSTDT.years", '2027-01-01 = { certain = "X" }', "“certain” là C"),
        ("CSTDT.years", '2027-01-01 = { basis = "" }', "thiếu căn cứ"),
        ("CSTDT.years", '2027-01-01 = { above = "có" }', "là true hoặc false"),
        ("CSTDCS.cap", "2027-01-01 = { value = 150 }", "Tỷ lệ từ 1 đến 100"),
        ("CSTDCS.rounding", '2027-01-01 = { value = "-" }', "không phải giá trị kiểu “rounding”"),
        ("LDTT.class", '2027-01-01 = { value = "GIOI" }', "không phải giá trị kiểu “quality”"),
        ("LDTT.registration", "2027-01-01 = { value = 1 }", "không phải giá trị kiểu “yes_no”"),
        ("ANY.once", "2027-01-01 = { value = 1 }", "không phải giá trị kiểu “fact”"),
        ("CSTDT.years", 'of = "C"', "“of” phải là P"),
        ("CSTDT.years", "of = 5", "“of” phải là P"),
        ("CSTDT.years", 'of = "X"', "“of” phải là P"),
    ],
)
def test_a_line_that_cannot_be_is_refused_with_its_place_and_what_is_right(rule: str, line: str, words: str) -> None:
    with pytest.raises(ResourceWrong) as refused:
        with_line(rule, line)
    assert words in refused.value.sentence
    assert "catalogue.toml" in refused.value.sentence


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('key = "CSTDT.years"', 'key = "CSTDT.yeers"', "“rule CSTDT.yeers”: không có hàm nào xét"),
        ('key = "CSTDT.years"', 'key = "CSTDTQ.titles"', "có hai mục cùng tên"),
        ('key = "CSTDT.years"\nname', 'key = "CSTDT.years"\nlabel', "thiếu tên “name”"),
        ('awards = ["CSTDT", "CSTDTQ", "AHLD"]', 'awards = ["CSTDT", "CSTD9"]', "không có danh hiệu, hình thức nào"),
        ('awards = ["CO_TINH", "CO_CP"]\n', 'awards = ["CO_XA"]\n', "không có danh hiệu, hình thức nào là “CO_XA”"),
        (
            '2025-07-01 = { basis = "Thông tư',
            '2010-01-01 = { basis = "Thông tư',
            "trước quy định đầu tiên (2014-06-01)",
        ),
        ('"Thông tư số 15/2025/TT-BNV", certain = "C" }', '"TT", certain = "C", in_force = false }', "không bao giờ"),
        ('2025-07-01 = { basis = "Thông tư số 15/2025/TT-BNV", certain = "C" }', "", "không có dòng nào"),
        ("[regime.R2026]\n", '[regime.R2026]\ncopies = "R2025"\n', "“regime R2026”: thiếu hoặc thừa một mục"),
        ("since = 2026-10-01", "since = 2025-07-01", "xếp từ cũ đến mới"),
        ("since = 2026-10-01", 'since = "2026"', "“regime R2026”: “since” không đúng kiểu"),
        ("since = 2026-10-01", "since = 2026-10-01T07:00:00", "“since” không đúng kiểu"),
        (
            'basis = [\n  "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; Luật số',
            'basis = "a"\nx = ["',
            "không đúng kiểu",
        ),
        ("2014-07-01 = {", "base = {", "“since” không đúng kiểu"),
        ('kind = "rounding"', 'kind = ["rounding"]', "kiểu “kind” không phải"),
        ("[salary]", "[luong]", "phải có đủ và chỉ có các phần"),
        ("LDTT.person.base = { value = 0.3 }", 'LDTT.person.base = { certain = "C" }', "không phải giá trị"),
        ("LDTT.person.base = { value = 0.3 }", "LDTT.person = 0.3", "“bonus LDTT person”: không có dòng nào"),
        ("LDTT.person.base = { value = 0.3 }", "LDTT.people.base = { value = 0.3 }", "person hoặc collective"),
        ("HCSV.person.base", "LDTT.collective.base = { value = 1 }\nHCSV.person.base", "“bonus LDTT collective”: danh"),
        ("LDTT.person.base", "LDT.person.base", "“bonus LDT”"),
        ("2013-07-01 = {", "base = {", "mức lương nào cũng có ngày áp dụng"),
        ('value = "31/12+1"', 'value = "31/2"', "Gõ ngày/tháng"),
        ("[regime.R2026]", "[regime.R2026", "sai cú pháp TOML"),
    ],
)
def test_a_file_that_cannot_be_is_refused_in_one_sentence(before: str, after: str, words: str) -> None:
    with pytest.raises(ResourceWrong) as refused:
        edited(before, after)
    assert words in refused.value.sentence
