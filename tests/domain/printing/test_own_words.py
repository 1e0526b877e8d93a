"""What an office may write into a document: how it is kept, what is refused, how it takes the place of the model."""

import unicodedata

import pytest

from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.printing.own_words import (
    OfficeWords,
    WordsPart,
    WordsPlace,
    WordsProblem,
    bare,
    ready_words,
    year_of_key,
)

PLACE = WordsPlace("submission", "u1", 2025)


def office(**own: str) -> OfficeWords:
    return OfficeWords(PLACE, "Trường Chính trị", {part: own[part] for part in WordsPart if part in own})


def test_words_are_kept_composed_and_without_empty_edges() -> None:
    typed = unicodedata.normalize("NFD", "\n  Như trên;  \nLưu:  VT.\n\n")
    assert ready_words(WordsPart.RECIPIENTS, typed) == "Như trên;\nLưu: VT."
    assert ready_words(WordsPart.RECIPIENTS, " \n\t ") == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Kế hoạch năm {năm}", "ô điền “{năm}” mà chương trình không biết"),
        ("Kế hoạch {ten_don_vi}", "ô điền “{ten_don_vi}” mà chương trình không biết"),
        ("Kế hoạch {}", "ô điền “{}” mà chương trình không biết"),
        ("Kế hoạch {nam", "dấu ngoặc nhọn thiếu cặp"),
        ("Kế hoạch nam}", "dấu ngoặc nhọn thiếu cặp"),
        ("{{nam}}", "dấu ngoặc nhọn thiếu cặp"),
    ],
)
def test_a_broken_filling_is_one_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(WordsProblem) as problem:
        ready_words(WordsPart.COMPETENCE, typed)
    assert sentence in str(problem.value)
    assert "{nam}" in str(problem.value)


def test_each_part_has_as_many_letters_as_leave_room_for_the_rest() -> None:
    assert ready_words(WordsPart.RECIPIENTS, "â" * 2_000) == "â" * 2_000
    with pytest.raises(WordsProblem, match="“Nơi nhận” dài 2001 chữ, nhiều nhất là 2000"):
        ready_words(WordsPart.RECIPIENTS, "â" * 2_001)
    with pytest.raises(WordsProblem, match="nhiều nhất là 300"):
        ready_words(WordsPart.SIGNER, "H" * 2_000)
    assert ready_words(WordsPart.PLANS, "{tự do} " * 1_000)  # running text of a year is nobody's pattern


def test_what_is_empty_follows_the_model_and_what_the_document_has_is_noted() -> None:
    assert office(recipients="-;\n . ").lines(WordsPart.RECIPIENTS, ("Lưu: VT",)) == ("Lưu: VT",)
    words = office(recipients="")
    assert words.lines(WordsPart.RECIPIENTS, ("Như trên", "Lưu: VT")) == ("Như trên", "Lưu: VT")
    assert words.wording is not None
    assert dict(words.wording.models) == {WordsPart.RECIPIENTS: ("Như trên", "Lưu: VT")}
    assert words.wording.model(WordsPart.RECIPIENTS) == "Như trên\nLưu: VT"
    assert OfficeWords().wording is None


def test_bases_are_whole_phrases_with_those_of_competence_first() -> None:
    model = ("Căn cứ Luật Thi đua, khen thưởng", "Theo đề nghị của Hội đồng")
    own = office(competence="- Quyết định số 5 của Tỉnh ủy;\ncăn cứ Quy chế làm việc.")
    assert own.bases(model) == ("Căn cứ Quyết định số 5 của Tỉnh ủy", "căn cứ Quy chế làm việc", *model)
    assert office(bases="Xét công văn số 7;").bases(model) == ("Xét công văn số 7",)


def test_year_and_issuer_are_filled_in() -> None:
    words = office(bases="Kế hoạch năm {nam} của {don_vi}")
    assert words.bases(()) == ("Căn cứ Kế hoạch năm 2025 của Trường Chính trị",)


def test_another_title_never_stands_over_the_name_of_the_model() -> None:
    model = (("Hiệu trưởng",), "Lò Thị Ơn")
    assert office().signing(*model) == model
    deputy = office(signer="KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG")
    assert deputy.signing(*model) == (("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"), ROOM)
    named = office(signer="KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG", signer_name="Giàng A Páo")
    assert named.signing(*model) == (("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"), "Giàng A Páo")
    assert office(signer="HIỆU TRƯỞNG").signing(*model)[1] == "Lò Thị Ơn"
    assert office(signer_name="Giàng A Páo").signing(*model) == (("Hiệu trưởng",), "Giàng A Páo")


def test_what_holds_for_a_year_is_kept_apart_from_what_holds_for_all() -> None:
    assert PLACE.key(WordsPart.RECIPIENTS) == "words.submission.u1.recipients"
    assert WordsPlace("annual-summary", "", 2020).key(WordsPart.RECIPIENTS) == "words.annual-summary.cluster.recipients"
    assert WordsPlace("annual-summary", "", 2020).key(WordsPart.PLANS) == "summary.2020.plans"
    assert PLACE.key(WordsPart.SIGNER) == "words.submission.u1.2025.signer"
    assert PLACE.key(WordsPart.BASES) == "words.submission.u1.2025.bases"
    assert PLACE.key(WordsPart.COMPETENCE) == "words.submission.u1.competence"


def test_the_year_of_words_is_read_from_where_they_are_kept() -> None:
    summary = WordsPlace("annual-summary", "", 2020)
    for part, year in ((WordsPart.PLANS, 2020), (WordsPart.SIGNER, 2020), (WordsPart.RECIPIENTS, None)):
        assert year_of_key(summary.key(part)) == year
    assert year_of_key(PLACE.key(WordsPart.BASES)) == 2025
    for other in ("closed_year.2020", "number.u1.2020.TTr.submission.2020", "office.clerk", ""):
        assert year_of_key(other) is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- Như trên;", "Như trên"),
        ("Như trên", "Như trên"),
        ("+ Lưu: VT, TCHC.", "Lưu: VT, TCHC"),
        ("xem xét, quyết định./.", "xem xét, quyết định"),
        ("- ;", ""),
        ("Nghị định số 98/2023/NĐ-CP;", "Nghị định số 98/2023/NĐ-CP"),
    ],
)
def test_a_line_of_a_list_comes_without_its_signs(line: str, words: str) -> None:
    assert bare(line) == words
