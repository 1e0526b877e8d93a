"""The profile of an office: its clerk, its unit, the rules of its council. Letterheads belong to units."""

from dataclasses import dataclass
from typing import ClassVar

from cluster_desktop.domain.awards.voting import Share
from cluster_desktop.domain.fields.choices import Word
from cluster_desktop.domain.fields.fields import Draft, choice, reference, text

WHO = "Văn phòng"
COUNCIL = "Hội đồng"
CERTIFICATE = "Giấy khen"


PICTURES = {"emblem": "Biểu trưng của cơ quan", "signature": "Ảnh chữ ký"}
"""Pictures an office may keep for its certificates, by slot."""


class SquareCodeUse(Word):
    """The office's choice to print square codes on certificates."""

    NONE = "KHONG", "Không in mã"
    ALWAYS = "CO", "In mã kiểm tra trên mọi giấy"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OfficeDraft(Draft):
    """What the office that keeps the workspace sets for itself; ``unit_uid`` says which unit is "us"."""

    KIND: ClassVar[str] = "office"
    clerk: str | None = text(
        "Người nhập liệu", wide=True, part=WHO, help="Tên này ghi trong lịch sử thay đổi của từng bản ghi."
    )
    unit_uid: str | None = reference(
        "Đơn vị của văn phòng",
        "unit",
        wide=True,
        part=WHO,
        help="Văn bản mang đầu, địa danh, số và người ký của đơn vị này. Để trống nếu là văn phòng Cụm trưởng.",
    )
    quorum: str | None = choice(
        "Số thành viên phải có mặt", Share, required=True, default=Share.TWO_THIRDS, wide=True, part=COUNCIL
    )
    award_quorum: str | None = choice(
        "Số thành viên phải có mặt khi xét khen thưởng",
        Share,
        required=True,
        default=Share.FOUR_FIFTHS,
        wide=True,
        part=COUNCIL,
        help="Theo quy chế của Hội đồng; chương trình nhắc, không ngăn.",
    )
    usual_share: str | None = choice(
        "Tỷ lệ phiếu khi luật không quy định",
        Share,
        required=True,
        default=Share.HALF,
        wide=True,
        part=COUNCIL,
        help="Ví dụ Lao động tiên tiến, Giấy khen; tính trên tổng số thành viên Hội đồng.",
    )
    code: str | None = choice(
        "Mã kiểm tra trên giấy khen",
        SquareCodeUse,
        required=True,
        default=SquareCodeUse.NONE,
        wide=True,
        part=CERTIFICATE,
        help="Mã vuông (QR) chứa lời trên giấy, có chữ ký của sổ; trang In ấn kiểm tra được, không cần mạng.",
    )
