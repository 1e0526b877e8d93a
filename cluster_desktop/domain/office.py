"""What an office says about itself: who types, which unit it is, the form of its papers."""

from dataclasses import dataclass
from typing import ClassVar

from cluster_desktop.domain.fields import Choice, Draft, choice, reference, text

FORMS = (
    Choice("NHA_NUOC", "Thể thức Nhà nước (Nghị định 30/2020)", ("Nhà nước",)),
    Choice("DANG", "Thể thức văn bản của Đảng", ("Đảng",)),
)
CODES = (Choice("KHONG", "Không in mã"), Choice("CO", "In mã kiểm tra trên mọi giấy"))
WHO = "Văn phòng"
PAPER = "Giấy tờ"
CERTIFICATE = "Giấy khen"


PICTURES = {"emblem": "Biểu trưng của cơ quan", "signature": "Ảnh chữ ký"}
"""Pictures an office may keep for its certificates, by slot."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
        "Thể thức văn bản", FORMS, required=True, default="NHA_NUOC", wide=True, part=PAPER, width=30
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
        help="Nghị định 98/2023 ghi “Số sổ vàng”; nơi khác ghi “Vào sổ khen thưởng số”.",
    )
    code: str | None = choice(
        "Mã kiểm tra trên giấy khen",
        CODES,
        required=True,
        default="KHONG",
        wide=True,
        part=CERTIFICATE,
        help="Mã vuông (QR) chứa lời trên giấy, có chữ ký của sổ; trang In ấn kiểm tra được, không cần mạng.",
    )
