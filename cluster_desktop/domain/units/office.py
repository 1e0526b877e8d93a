"""The profile of an office: its clerk, its unit, the form of its papers."""

from dataclasses import dataclass
from typing import ClassVar

from cluster_desktop.domain.awards.voting import Share
from cluster_desktop.domain.fields.choices import Word
from cluster_desktop.domain.fields.fields import Draft, choice, reference, text

WHO = "Văn phòng"
PAPER = "Giấy tờ"
COUNCIL = "Hội đồng"
CERTIFICATE = "Giấy khen"


PICTURES = {"emblem": "Biểu trưng của cơ quan", "signature": "Ảnh chữ ký"}
"""Pictures an office may keep for its certificates, by slot."""


class PaperForm(Word):
    """The form of official papers: the State's or the Party's."""

    STATE = "NHA_NUOC", "Thể thức Nhà nước (Nghị định 30/2020)", "Nhà nước"
    PARTY = "DANG", "Thể thức văn bản của Đảng", "Đảng"


class SquareCodeUse(Word):
    """The office's choice to print square codes on certificates."""

    NONE = "KHONG", "Không in mã"
    ALWAYS = "CO", "In mã kiểm tra trên mọi giấy"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OfficeDraft(Draft):
    """The office profile of a workspace. Which heading a school uses differs by province: a setting."""

    KIND: ClassVar[str] = "office"
    clerk: str | None = text(
        "Người nhập liệu", wide=True, part=WHO, help="Tên này ghi trong lịch sử thay đổi của từng bản ghi."
    )
    unit_uid: str | None = reference(
        "Đơn vị của văn phòng", "unit", wide=True, part=WHO, help="Để trống nếu là văn phòng Cụm trưởng."
    )
    place: str | None = text("Địa danh ghi trên văn bản", part=WHO)
    form: str | None = choice(
        "Thể thức văn bản",
        PaperForm,
        required=True,
        default=PaperForm.STATE,
        wide=True,
        part=PAPER,
        width=30,
        help="Hướng dẫn 36-HD/VPTW không nêu trường chính trị; chỉ chọn thể thức của Đảng khi tỉnh ủy yêu cầu.",
    )
    superior: str | None = text("Cơ quan chủ quản", wide=True, part=PAPER, help="Dòng đầu bên trái văn bản.")
    issuer: str | None = text("Cơ quan ban hành", wide=True, part=PAPER, help="Dòng thứ hai, in đậm.")
    abbreviation: str | None = text(
        "Chữ viết tắt", part=PAPER, default="TCT", help="Trong số văn bản: “Số: 05/TTr-TCT”; của Đảng: “Số 05-TTr/ĐU”."
    )
    signer_title: str | None = text("Chức vụ người ký", part=PAPER, default="Hiệu trưởng")
    signer_name: str | None = text("Người ký", part=PAPER)
    golden_book: str | None = text(
        "Nhãn số sổ",
        part=CERTIFICATE,
        default="Số sổ vàng",
        help="Có nơi ghi “Vào sổ khen thưởng số”; từ 2026 xem mẫu của Quyết định 01/2026/QĐ-TTg.",
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
