"""UTF-8 text read as Western letters is mended to the letter; proper text is never touched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster_desktop.exchange.letters.misread_text import looks_misread, mend_misread

TEXTS = (
    "Nguyễn Thị Thắm",
    "Hoàng Văn Đệ",
    "LƯƠNG THỊ MỸ",
    "Phó Trưởng phòng – “A”…",
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠạẶặỲỳỸỹỴỵ",
)
PROPER = (
    *TEXTS,
    "XÃ HỘI, XÃ… và xã – XÃ",
    "LÊ THỊ XÃ",
    "Élève très âgé, naïf; señor, Müller, Größe, Ångström, Æsir",
    "LÊ VĂN BẰNG, √2, ƒ(x), 3·5, Ă…",
    "50 µm ± 3 °C « guillemets » © ® §",
    "NguyÔn ThÞ Th¾m, Hoµng V¨n §Ö",
    "Nguyeãn Vaên Hieäp, CHÆ ÑAÏO, NGHÆ",
)


def misread(text: str, page: str) -> str:
    """The text as a code page shows its UTF-8, with the control characters of Latin-1 for octets it leaves out."""
    return "".join(bytes([octet]).decode(page, "ignore") or chr(octet) for octet in text.encode())


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("page", ["cp1252", "latin-1", "cp1258", "mac_roman"])
def test_misread_text_is_mended_also_twice_over(text: str, page: str) -> None:
    once = misread(text, page)
    assert once != text
    assert looks_misread(once)
    assert mend_misread(once) == text
    assert mend_misread(misread(once, page)) == text


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("page", ["cp1252", "latin-1"])
def test_decomposed_letters_are_mended_too(text: str, page: str) -> None:
    assert mend_misread(misread(unicodedata.normalize("NFD", text), page)) == text


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Nguy&#7877;n", "Nguyễn"), ("L&#xF2; V&#259;n", "Lò Văn"), ("A &amp; B", "A & B"), ("R&D; số 5", "R&D; số 5")],
)
def test_numbers_of_letters_as_web_pages_write_them(written: str, meant: str) -> None:
    assert mend_misread(written) == (meant if "#" in written else written)


@pytest.mark.parametrize("text", PROPER)
def test_proper_text_stays(text: str) -> None:
    assert mend_misread(text) == text
    decomposed = unicodedata.normalize("NFD", text)
    assert mend_misread(decomposed) == decomposed
    assert not looks_misread(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("HoÃ ng VÄƒn", "Hoàng Văn"),
        ("Há»\x8d vÃ tÃªn", "Họ và tên"),
        ("Há»\x8d vÃ  tÃªn", "Họ và tên"),
        ("Gia LÃ", "Gia LÃ"),
        ("huyá»‡n gia lÃ", "huyện gia là"),
        ("gia lÃ", "gia là"),
        ("HoĂ ng", "Hoàng"),
        ("nhÃ khoa há", "nhà khoa há"),
        ("LÆ¯Æ NG", "LƯƠNG"),
        ("MÃ", "MÃ"),
    ],
)
def test_a_hard_space_that_went_lost(written: str, meant: str) -> None:
    assert " ".join(mend_misread(written).split()) == meant


@pytest.mark.parametrize("text", ["Nguyá»?n", "Há» và", "VÄ?n Ä", "â€ A"])
def test_what_cannot_be_mended_is_seen(text: str) -> None:
    assert looks_misread(mend_misread(text)) or "?" in text


@given(st.text(alphabet="aăâáàảãạấầẩẫậđeêioôơuưyếềểễệịọộợụựỳỹ ABCĐNH.,-", max_size=40))
def test_any_vietnamese_text_comes_back(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert mend_misread(text) == text
    assert mend_misread(misread(text, "latin-1")) == text
