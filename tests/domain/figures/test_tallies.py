"""Records are counted under words in the order of a vocabulary, and what nobody recorded comes last."""

from dataclasses import dataclass
from datetime import date

import pytest

from cluster_desktop.domain.events.vocabulary import Prize
from cluster_desktop.domain.figures.count import Count, amount, chained, count, in_lines, joined, source_of, tell
from cluster_desktop.domain.figures.figures import AwardFacts, PersonFacts, award_figures, staff_statistics
from cluster_desktop.domain.figures.tallies import Tally, by_name, labels, parted, words
from cluster_desktop.domain.text.dates import PartialDate, parse_date

ON = date(2020, 12, 31)


@dataclass(frozen=True)
class Item:
    uid: str


ITEMS = tuple(Item(uid) for uid in "abcde")


def shown(order: tuple[str, ...] = (), kept: tuple[str, ...] = ()) -> dict[str, str]:
    parts = parted(ITEMS, ["Ba", "Nhất", "Chưa ghi nhận", "Nhất", "Ất"], kept, order)
    return {word: "".join(item.uid for item in members) for word, members in parts.items()}


def test_words_stand_in_their_order_then_by_the_alphabet_and_the_unrecorded_last() -> None:
    assert list(shown().items()) == [("Ất", "e"), ("Ba", "a"), ("Nhất", "bd"), ("Chưa ghi nhận", "c")]
    assert list(shown(order=("Nhất", "Nhì", "Ba"))) == ["Nhất", "Ba", "Ất", "Chưa ghi nhận"]
    assert list(shown(order=("Chưa ghi nhận", "Nhất"))) == ["Nhất", "Ất", "Ba", "Chưa ghi nhận"]


def test_words_nobody_has_stay_only_where_they_are_kept() -> None:
    assert shown(kept=("Nhì",))["Nhì"] == ""
    assert list(shown(kept=("Nhì",))) == ["Nhì", "Ất", "Ba", "Nhất", "Chưa ghi nhận"]
    assert list(parted((), (), kept=("Nhì", "Chưa ghi nhận"))) == ["Nhì", "Chưa ghi nhận"]


def test_groups_of_names_begin_with_those_of_the_report() -> None:
    names = dict(zip("abcde", ("Sơn La", "Điện Biên", None, "Hà Nội", "Sơn La"), strict=True))
    groups = by_name(ITEMS, lambda item: names[item.uid], ("Sơn La", "Lào Cai"))
    assert [(name, "".join(item.uid for item in members)) for name, members in groups.items()] == [
        ("Sơn La", "ae"),
        ("Lào Cai", ""),
        ("Điện Biên", "b"),
        ("Hà Nội", "d"),
        ("Chưa ghi nhận", "c"),
    ]


def test_a_figure_is_named_by_its_word_and_what_it_is_part_of() -> None:
    assert [Tally("person", (), "Lào Cai").name(word) for word in ("", "Nữ")] == ["Lào Cai", "Lào Cai – Nữ"]
    assert [Tally("person", ()).name(word) for word in ("", "Nữ")] == ["Tất cả", "Nữ"]


def test_codes_become_words_and_unknown_ones_stand_for_themselves() -> None:
    assert list(words(Prize, ("NHAT", None, "DAC_BIET"))) == ["Giải Nhất", "Chưa ghi nhận", "DAC_BIET"]
    assert labels(Prize)[:2] == ("Giải Nhất", "Giải Nhì")


def test_sums_keep_what_each_record_adds_and_leave_out_those_that_add_nothing() -> None:
    papers = amount("Tham luận", "event", "tham luận", zip(ITEMS, (15, None, 0, 6, 1), strict=True))
    assert (papers, papers.source.uids, papers.source.amounts) == (22, ("a", "d", "e"), (15, 6, 1))
    assert papers.source.sentence == "Tham luận: 22 tham luận"
    whole = joined("Cả", (papers, count("Một", "event", ITEMS[:2])))
    assert whole.source.words == "tham luận"
    assert (whole, whole.source.uids, whole.source.amounts) == (24, ("a", "d", "e", "a", "b"), (15, 6, 1, 1, 1))
    plain = joined("Cả", (count("Một", "event", ITEMS[:2]), count("Hai", "event", ITEMS[2:3])))
    assert (plain, plain.source.amounts, plain.source.words) == (3, (), "sự kiện")


def test_a_text_keeps_its_figures_where_it_is_put_together_and_broken_into_lines() -> None:
    five, twelve = count("Năm", "person", ITEMS), amount("Mười hai", "event", "đồng", [(ITEMS[0], 12)])
    text = tell("có {five} người, {twelve} đồng, {name}", five=five, twelve=twelve, name="Ơn")
    assert text == "có 05 người, 12 đồng, Ơn"
    assert [text[mark.start : mark.end] for mark in text.marks] == ["05", "12"]
    line = chained("; ", [text, "không", text])
    assert line == f"{text}; không; {text}"
    assert [line[mark.start : mark.end] for mark in line.marks] == ["05", "12", "05", "12"]
    lines = in_lines(text, ["có 05", "người, 1", "2 đồng, Ơn"])
    assert [[part[mark.start : mark.end] for mark in getattr(part, "marks", ())] for part in lines] == [
        ["05"],
        ["1"],
        ["2"],
    ]
    assert in_lines("không có số", ["không", "có số"]) == ["không", "có số"]


def test_a_cell_with_one_figure_knows_its_source() -> None:
    five = count("Năm", "person", ITEMS)
    assert source_of(five) is five.source
    assert source_of(tell("{five} người", five=five)) is five.source
    assert source_of(tell("{five}/{five}", five=five)) is None
    assert source_of("05") is source_of(5) is None
    assert isinstance(five.named("Khác"), Count)
    assert five.named("Khác").source.sentence == "Khác: 5 người"


@pytest.mark.parametrize(
    ("born", "band"),
    [
        ("01/01/1990", "Dưới 31"),  # 30
        ("31/12/1989", "31-40"),  # 31 that day
        ("01/01/1989", "31-40"),
        ("01/01/1980", "31-40"),  # 40
        ("31/12/1979", "41-50"),
        ("01/01/1970", "41-50"),
        ("31/12/1969", "51-60"),
        ("01/01/1960", "51-60"),
        ("31/12/1959", "Trên 60"),
        ("2021", "Chưa ghi nhận"),
        ("", "Chưa ghi nhận"),
    ],
)
def test_ages_are_counted_in_bands(born: str, band: str) -> None:
    figures = staff_statistics([PersonFacts(uid="a", birth_date=parse_date(born) if born else None)], ON)
    assert {word for word, number in figures.by_age_band.items() if number} == {band}


def test_who_joins_the_party_on_that_day_is_a_member_and_the_day_after_is_not() -> None:
    days = (PartialDate(2020, 12, 31), PartialDate(2021, 1, 1), PartialDate(2020, 12), None)
    people = [PersonFacts(uid=uid, party_joined=day) for uid, day in zip("abcd", days, strict=True)]
    figures = staff_statistics(people, ON)
    assert figures.party.source.uids == ("a", "c")
    assert list(figures.by_party.items()) == [("Đảng viên", 2), ("Chưa vào Đảng hoặc chưa ghi nhận", 2)]


def test_minorities_are_all_but_kinh_foreigners_and_the_unrecorded() -> None:
    people = [
        PersonFacts(uid=uid, ethnicity=code) for uid, code in (("a", "01"), ("b", "08"), ("c", "55"), ("d", None))
    ]
    assert staff_statistics(people, ON).minority.source.uids == ("b",)


def test_units_are_counted_with_those_nobody_works_in_and_without_the_unrecorded() -> None:
    people = [
        PersonFacts(uid="a", unit="Sơn La", unit_uid="u1", gender="NU", degree="CAO_DANG", sample_note="mẫu"),
        PersonFacts(uid="b", degree="TIEN_SI", political_theory="SO_CAP"),
        PersonFacts(uid="c", unit="Nơi khác"),
    ]
    figures = staff_statistics(people, ON, {"Lào Cai": "u2", "Sơn La": "u1"})
    assert [(group.name, int(group.total), int(group.women), group.samples) for group in figures.units] == [
        ("Lào Cai", 0, 0, 0),
        ("Sơn La", 1, 1, 1),
        ("Nơi khác", 1, 0, 0),
        ("Chưa ghi nhận", 1, 0, 0),
    ]
    assert figures.unit_count.source.uids == ("u2", "u1", "Nơi khác")
    assert list(figures.by_degree.items()) == [
        ("Tiến sĩ", 1),
        ("Thạc sĩ", 0),
        ("Cử nhân", 0),
        ("Trình độ khác", 1),
        ("Chưa ghi nhận", 1),
    ]
    assert list(figures.by_political_theory) == ["Cao cấp", "Cử nhân", "Trung cấp", "Sơ cấp", "Chưa ghi nhận"]
    assert list(figures.degree_by_theory) == ["Tiến sĩ", "Thạc sĩ", "Cử nhân", "Trình độ khác", "Chưa ghi nhận"]
    assert figures.samples == 1


def award(uid: str, **values: object) -> AwardFacts:
    return AwardFacts(uid=uid, recipient="", **({"award": "LDTT"} | values))  # type: ignore[arg-type]


def test_revoked_awards_are_counted_apart() -> None:
    awards = [
        award("a", level="CO_SO", year=2020, decision_number="48/QĐ", decision_uid="d1", unit="Lào Cai"),
        award("b", level="TINH", year=2019, award="BK_TINH", recipient_kind="DON_VI", decision_number="9/QĐ"),
        award("c", level="TINH", decision_number="9/QĐ", revoked=True),
        award("d", award="LA", decision_number="9/QĐ", decided_on=PartialDate(2020), sample_note="mẫu"),
        award("e", award="LDTT", recipient_kind="KHOA_PHONG"),
    ]
    figures = award_figures(awards, ("Lào Cai",))
    assert (figures.total.source.uids, figures.revoked.source.uids) == (("a", "b", "d", "e"), ("c",))
    assert figures.decisions == 3  # 48, and two numbered 9 of different days
    assert figures.samples == 1
    assert list(figures.by_recipient.items()) == [("Cá nhân", 2), ("Tập thể", 2)]
    assert list(figures.by_level.items()) == [("Cơ sở (Hiệu trưởng)", 1), ("Tỉnh", 1), ("Chưa ghi nhận", 2)]
    assert list(figures.by_kind.items()) == [
        ("Lao động tiên tiến", 2),
        ("Bằng khen của Bộ, ban, ngành, tỉnh", 1),
        ("LA", 1),
    ]
    assert list(figures.by_year.items()) == [("2019", 1), ("2020", 1), ("Chưa ghi nhận", 2)]
    assert dict(figures.by_level_and_year["Tỉnh"]) == {"2019": 1, "2020": 0, "Chưa ghi nhận": 0}
    assert list(figures.by_unit.items()) == [("Lào Cai", 1), ("Chưa ghi nhận", 3)]
    assert award("f", award="LA").name == "LA"
    assert award("g", award_name="Chiến sĩ").name == "Chiến sĩ"
