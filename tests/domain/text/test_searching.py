"""Texts are found as people type them, and nobody else with them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster_desktop.domain.text.names import fold
from cluster_desktop.domain.text.searching import match_rank, match_spans, same_words

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵbcdđghklmnpqrstvx"
tokens = st.text(st.sampled_from(LETTERS + LETTERS.upper()), min_size=1, max_size=8)
vietnamese = st.lists(tokens, min_size=1, max_size=5).map(" ".join)
anything = st.text(
    st.one_of(st.characters(), st.sampled_from(LETTERS + "qiiyhk''’`-.- \u00a0\u200b\u200d\ufe0f\u0301\u0323😀👩"))
)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


class TestMatch:
    @pytest.mark.parametrize(
        ("query", "text", "rank"),
        [
            ("đặng văn hòa", "Đặng Văn Hoà", 0),
            ("Hoà", "Nguyễn Thị Hòa", 1),
            ("văn hiệp", "Nguyễn Văn Hiệp", 1),
            ("Hiệp Nguyễn", "Nguyễn Văn Hiệp", 1),
            ("dang", "Đặng Thị Mai", 2),
            ("dieu", "Lò Văn Điều", 2),
            ("Đặng", "Đăng Thị Mai", 2),
            ("hie ng", "Nguyễn Văn Hiệp", 2),
            ("36/vptw", "Hướng dẫn số 36-HD/VPTW", 1),
            ("4567", "001085014567", 3),
            ("567", "001085014567", 3),
            ("67", "001085014567", None),
            ("oan", "Hoàng Lan", 3),
            ("an", "Hoàng Lan", None),
            ("mai", "Đặng Thị Lan", None),
            ("đặng x", "Đặng Thị Lan", None),
            ("", "Đặng", None),
            ("  ", "Đặng", None),
            ("mai", "", None),
            ("quí", "Trần Quý", 1),
            ("quy", "Trần Quí", 2),
            ("qui", "Trần Quý", 2),
            ("Lí Thị Mĩ", "Lý Thị Mỹ", 0),
            ("sỹ", "Nguyễn Sĩ", 1),
            ("kĩ thuật", "Phòng Kỹ thuật", 1),
            ("i tế", "Trạm Y tế", 1),
            ("li", "Nguyễn Linh", 1),
            ("ly", "Nguyễn Linh", None),
            ("tay", "Lê Tài", None),
            ("thúy", "Lê Thúi", None),
            ("hhen", "H'Hen Niê", 1),
            ("H’Hen", "H`Hen Niê", 1),
            ("hen", "HʼHen Niê", 1),
            ("h hen", "H'Hen Niê", 1),
            ("hmong", "Người H'Mông", 2),
            ("hmông", "Người H’Mông", 1),
            ("H'Mông", "Người Hmông", 1),
            ("h.mông", "Người H'Mông", 1),
            ("kbroi", "K'Broi", 1),
            ("kroi", "K'Broi", None),
            ("ede", "Người Ê-đê", 2),
            ("ê đê", "Người Ê-đê", 1),
            ("ê-đê", "Người Êđê", 1),
            ("co ho", "Cơ-ho", 2),
            ("'", "Hà", None),
            ("Nguyeenx", "Nguyễn Văn Hiệp", 1),
            ("nguyeenx vawn hieepj", "Nguyễn Văn Hiệp", 0),
            ("dduwcs", "Trần Đức", 1),
            ("dduwcs", "Trần Dực", 2),
            ("dduwcs", "Trần Đua", None),
            ("bana", "Ban Giám hiệu", None),
            ("TW", "Tuấn", None),
            ("alex", "Alexandre", 1),
            ("class", "Cla", None),
        ],
    )
    def test_rank(self, query: str, text: str, rank: int | None) -> None:
        assert match_rank(query, text) == rank
        assert match_rank(nfd(query), nfd(text)) == rank

    def test_same_marks_come_before_other_marks(self) -> None:
        people = ["Dặng An", "Đăng An", "Đặng An", "Dang An"]
        ranked = sorted(people, key=lambda name: match_rank("Đặng", name) or 0)
        assert ranked[0] == "Đặng An"

    @given(vietnamese)
    def test_every_text_finds_itself_with_and_without_marks(self, text: str) -> None:
        assert match_rank(text, text) == 0
        assert match_rank(fold(text), text) is not None

    @pytest.mark.parametrize(
        ("query", "text", "lit"),
        [
            ("dang", "Lê Đặng Đăng", ["Đặng", "Đăng"]),
            ("ng hie", "Nguyễn Văn Hiệp", ["Ng", "Hiệ"]),
            ("thuy", "Trần Thị  Thuỷ", ["Thuỷ"]),
            ("n ngu", "Nguyễn Nam", ["Ngu", "N"]),
            ("4567", "001085014567", ["4567"]),
            ("VAN HIỆP", "Văn\u00a0Hiệp", ["Văn", "Hiệp"]),
            ("hiep", nfd("Hiệp An"), [nfd("Hiệp")]),
            ("🎉", "Mừng 🎉 nhé", ["🎉"]),
            ("67", "001085014567", []),
            ("oan", "Hoàng Mai", ["oàn"]),
            ("lan", "Hoàng Mai", []),
            ("ly", "Lí Linh", ["Lí"]),
            ("hhen", "Lê H'Hen", ["H'Hen"]),
            ("hhe", "Lê H’Hen", ["H’He"]),
            ("hen", "Lê H'Hen", ["Hen"]),
            ("ede", "Người Ê-đê", ["Ê-đê"]),
            ("nguyeenx", "Lê Nguyên", ["Nguyên"]),
            ("quí", "Hạng quý", ["quý"]),
            ("", "Hoàng Mai", []),
        ],
    )
    def test_spans(self, query: str, text: str, lit: list[str]) -> None:
        assert [text[start:end] for start, end in match_spans(query, text)] == lit

    @given(anything, anything)
    def test_spans_lie_in_the_text_and_exist_only_for_a_match(self, query: str, text: str) -> None:
        flat = [place for span in match_spans(query, text) for place in span]
        assert flat == sorted(set(flat))
        assert all(0 <= place <= len(text) for place in flat)
        assert bool(flat) == (match_rank(query, text) is not None)

    @given(vietnamese, st.integers(1, 4))
    def test_the_beginning_of_a_name_lights_up_at_the_beginning(self, name: str, size: int) -> None:
        query = fold(name.split()[0][:size])
        start, end = match_spans(query, name)[0]
        assert start == 0
        assert fold(name[:end]).startswith(query)


@pytest.mark.parametrize(
    ("typed", "text", "same"),
    [
        ("lai chau", "Lai Châu", True),
        ("LÍ THỊ MĨ", "Lý Thị Mỹ", True),
        ("hhen nie", "H'Hen Niê", True),
        ("Lai Chaau", "Lai Châu", True),
        ("laif chaau", "Lai Châu", True),
        ("lai", "Lai Châu", False),
        ("tây", "Tài", False),
        ("lai chau ", nfd("Lai Châu"), True),
        ("", "Lai Châu", False),
    ],
)
def test_the_very_words(typed: str, text: str, same: bool) -> None:
    assert same_words(typed, text) is same
