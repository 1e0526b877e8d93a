"""The square code of a certificate: its words, the sheet, whose key signed them; as text and back.

The text is ``STD1:`` and then letters that scanners and messengers leave alone: no blank, ``*``, ``%`` or ``$``.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PREFIX: Final = "STD1:"
KEY_PREFIX: Final = "STDK1:"
FIELDS: Final = {
    "authority": "Người quyết định",
    "recipient_prefix": "Xưng hô",
    "recipient_name": "Người, tập thể được khen",
    "recipient_description": "Chức danh, đơn vị",
    "citation": "Thành tích",
    "award_name": "Danh hiệu, hình thức",
    "decision_number": "Số quyết định",
    "decision_date": "Ngày quyết định",
    "golden_book": "Số sổ",
    "date_line": "Nơi, ngày ký",
    "signer_title": "Chức vụ người ký",
    "signer_name": "Người ký",
    "sample_mark": "Ghi chú",
}
"""The words that are signed, in their order, with what they are called; a new order needs a new prefix."""

_LETTERS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+-./:"
_BASE: Final = len(_LETTERS)
_PRINT: Final = 8
_SIGNATURE: Final = 64
_KEY: Final = 32
_LARGEST: Final = 8192
"""Bytes of words; more is no certificate."""
_USUAL: Final = (
    "Dữ liệu mẫu – không có giá trị khen thưởng phó hiệu trưởng ban giám hiệu tập thể khoa phòng lý luận cơ sở "
    "nhà nước và pháp luật xây dựng đảng quản lý đào tạo nghiên cứu khoa học tổ chức hành chính thông tin tư liệu "
    "Học viện Chính trị quốc gia Hồ Chí Minh Ủy ban nhân dân tỉnh GIÁM ĐỐC HỌC VIỆN CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH "
    "Hà Giang Cao Bằng Bắc Kạn Tuyên Quang Thái Nguyên Yên Bái Phú Thọ Điện Biên Lai Châu Sơn La Hòa Bình Lạng Sơn "
    "HÀ GIANG CAO BẰNG BẮC KẠN TUYÊN QUANG THÁI NGUYÊN YÊN BÁI PHÚ THỌ ĐIỆN BIÊN LAI CHÂU SƠN LA HÒA BÌNH LẠNG SƠN "
    "nghiên cứu thực tế, tổng kết thực tiễn, giảng dạy và học tập, dạy tốt, học tốt, hoạt động thiện nguyện, xây dựng "
    "nông thôn mới, phòng, chống dịch bệnh, chuyển đổi số, cải cách hành chính, công tác đoàn thể, công tác tổ chức, "
    "Đã có nhiều đóng góp trong giao lưu thể thao, văn nghệ của Cụm thi đua số "
    "đổi mới phương pháp giảng dạy, nâng cao chất lượng đào tạo trung cấp lý luận chính trị - hành chính và bồi dưỡng "
    "cán bộ cơ sở năm học 2020 - 2021, góp phần hoàn thành nhiệm vụ chính trị của nhà trường "
    "Chiến sĩ thi đua cơ sở Tập thể Lao động tiên tiến Lao động tiên tiến Giấy khen Bằng khen "
    "Đã đạt danh hiệu “Đã có tham luận “tại Hội thảo khoa học “ Đạt Giải Nhất Giải Nhì Giải Ba giai đoạn "
    "Đã hoàn thành tốt nhiệm vụ Đã hoàn thành xuất sắc nhiệm vụ, có sáng kiến được công nhận năm "
    "Đã có thành tích xuất sắc trong phong trào thi đua năm "
    '["HIỆU TRƯỞNG TRƯỜNG CHÍNH TRỊ TỈNH ","Ông","Bà","Tập thể","Đồng chí","Giảng viên chính ","Phó Trưởng khoa '
    '","Trưởng phòng ","Giảng viên Khoa , Trường Chính trị tỉnh ","/QĐ-TCT","ngày 05 tháng 01 năm 2021","01",", '
    'ngày 05 tháng 01 năm 202","KT. HIỆU TRƯỞNG\\nPHÓ HIỆU TRƯỞNG","HIỆU TRƯỞNG","Nguyễn Văn ","Nguyễn Thị "]'
).encode()
"""The usual words of certificates; a dictionary of them makes the code smaller and may never change for this prefix."""


class NotACode(ValueError):
    """The text is something else."""


class BrokenCode(ValueError):
    """The text begins like a code of ours but is not whole."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code taken apart; nothing in it has been checked yet."""

    sheet: str
    words: Mapping[str, str]
    key_print: bytes
    signature: bytes

    @property
    def message(self) -> bytes:
        """The bytes that were signed."""
        return message(self.words, self.sheet)


def message(words: Mapping[str, str], sheet: str) -> bytes:
    """The bytes that are signed: always the same for the same words and sheet."""
    values = [*(words.get(key, "") for key in FIELDS), sheet]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def code_text(signed: bytes, key_print: bytes, signature: bytes) -> str:
    """The text of a code for a message, the 8 bytes that name the key, and the 64 of the signature."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zlib.Z_DEFAULT_STRATEGY, _USUAL)
    return PREFIX + _lettered(key_print + signature + packer.compress(signed) + packer.flush())


def read_code(text: str) -> Code:
    """Take a code apart; blanks and line ends in it do not matter. Raises NotACode or BrokenCode."""
    if not is_code(text):
        raise NotACode(text[:40])
    data = _bytes("".join(text.split()).upper().removeprefix(PREFIX))
    packed = data[_PRINT + _SIGNATURE :]
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS, zdict=_USUAL)
    try:
        values = json.loads(unpacker.decompress(packed, _LARGEST))
    except (zlib.error, ValueError) as error:
        raise BrokenCode(text[:40]) from error
    whole = (
        isinstance(values, list) and len(values) == len(FIELDS) + 1 and all(isinstance(value, str) for value in values)
    )
    if not whole or not unpacker.eof:
        raise BrokenCode(text[:40])
    *words, sheet = values
    return Code(sheet, dict(zip(FIELDS, words, strict=True)), data[:_PRINT], data[_PRINT : _PRINT + _SIGNATURE])


def is_code(text: str) -> bool:
    """Check that a text begins like a code of this program."""
    return "".join(text.split()).upper().startswith(PREFIX)


def is_key(text: str) -> bool:
    """Check that a text begins like the public key of a workspace."""
    return "".join(text.split()).upper().startswith(KEY_PREFIX)


def key_text(public: bytes, name: str) -> str:
    """A public key of 32 bytes with its office's name, to be sent to another office."""
    return KEY_PREFIX + _lettered(public + name.encode())


def read_key(text: str) -> tuple[bytes, str]:
    """The public key and the name in a text. Raises NotACode or BrokenCode."""
    if not is_key(text):
        raise NotACode(text[:40])
    data = _bytes("".join(text.split()).upper().removeprefix(KEY_PREFIX))
    try:
        name = data[_KEY:].decode()
    except UnicodeDecodeError as error:
        raise BrokenCode(text[:40]) from error
    if len(data) < _KEY or not name.isprintable():
        raise BrokenCode(text[:40])
    return data[:_KEY], name


def key_print(public: bytes) -> bytes:
    """The 8 bytes that name a public key."""
    return hashlib.sha256(public).digest()[:_PRINT]


def show_print(key_print: bytes) -> str:
    """The name of a key as people read it to each other: "1A2B-3C4D-5E6F-7081"."""
    digits = key_print.hex().upper()
    return "-".join(digits[place : place + 4] for place in range(0, len(digits), 4))


def _lettered(data: bytes) -> str:
    """Three letters for two bytes, two for a single one."""
    output: list[str] = []
    for place in range(0, len(data), 2):
        pair = data[place : place + 2]
        number, letters = int.from_bytes(pair), len(pair) + 1
        for _letter in range(letters):
            number, rest = divmod(number, _BASE)
            output.append(_LETTERS[rest])
    return "".join(output)


def _bytes(letters: str) -> bytes:
    data = bytearray()
    for place in range(0, len(letters), 3):
        part = letters[place : place + 3]
        number = 0
        for letter in reversed(part):
            digit = _LETTERS.find(letter)
            if digit < 0:
                raise BrokenCode(letter)
            number = number * _BASE + digit
        size = len(part) - 1
        if size == 0 or number >= 256**size:
            raise BrokenCode(part)
        data += number.to_bytes(size)
    return bytes(data)
