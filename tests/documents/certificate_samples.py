"""Made-up certificates the paper tests print."""

import datetime
from typing import Any

from cluster_desktop.documents.certificates.certificates import CertificateContent

LONG_NAME = " ".join(["Nguyễn Thị Hoàng Phương Thảo Nguyên Bích Ngọc Khánh Linh"] * 4)[:200].strip()
CITATION = (
    "Đã có thành tích xuất sắc trong phong trào thi đua “Dạy tốt, học tốt, nghiên cứu khoa học, "
    "nghiên cứu thực tế, tổng kết thực tiễn đạt hiệu quả, chất lượng cao” năm 2020"
)
NAMES = (
    "Nông Văn Hiệp",
    "Giàng A Páo",
    "Vàng Thị Dợ",
    "Lò Văn Ơn",
    "Lý A",
    "Đặng Thị Ước",
    "Nguyễn Quỳnh Mỹ Duệ",
)


def certificate(name: str = "Nông Văn Hiệp", **changes: Any) -> CertificateContent:
    """A whole certificate of merit for *name*; *changes* replace any of its parts."""
    parts: dict[str, Any] = {
        "layout": "giay-khen",
        "authority": "Hiệu trưởng Trường Chính trị Hoàng Văn Thụ tỉnh Lạng Sơn",
        "recipient_prefix": "Đồng chí",
        "recipient_name": name,
        "recipient_description": "Giảng viên Khoa Xây dựng Đảng, Trường Chính trị tỉnh Lạng Sơn",
        "citation": CITATION,
        "award_name": "Lao động tiên tiến",
        "decision_number": "48/QĐ-TCT",
        "decision_date": datetime.date(2021, 1, 5),
        "golden_book": "03",
        "date_line": "Lạng Sơn, ngày 05 tháng 01 năm 2021",
        "signer_title": "Hiệu trưởng",
        "signer_name": "Hoàng Thị Bích Ngọc",
    }
    return CertificateContent(**(parts | changes))


def batch(count: int) -> list[CertificateContent]:
    """*count* certificates of one decision with differing names, units, praise and ordinals."""
    return [
        certificate(
            f"{NAMES[index % len(NAMES)]} {NAMES[index // 7 % len(NAMES)]}",
            recipient_description=f"Giảng viên tổ {index % 5 + 1}, Trường Chính trị tỉnh Lào Cai",
            citation=f"{CITATION} (quyển số {index % 11 + 1})",
            golden_book=f"{index + 1:02d}",
        )
        for index in range(count)
    ]
