"""Made-up people, awards and events in the numbers of the cluster's own article."""

import datetime
from itertools import cycle, islice

from cluster_desktop.documents.content.content import Recipients, Signer, StateHeading
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.domain.events.event_figures import EventFacts
from cluster_desktop.domain.figures.figures import AwardFacts, PersonFacts
from cluster_desktop.domain.text.dates import PartialDate

UNITS = (
    "Trường Chính trị tỉnh Lào Cai",
    "Trường Chính trị tỉnh Điện Biên",
    "Trường Chính trị tỉnh Lai Châu",
    "Trường Chính trị tỉnh Sơn La",
    "Trường Chính trị tỉnh Hà Giang",
    "Trường Chính trị Hoàng Văn Thụ tỉnh Lạng Sơn",
    "Trường Chính trị Hoàng Đình Giong tỉnh Cao Bằng",
)
DEPARTMENTS = ("Ban Giám hiệu", "Khoa Xây dựng Đảng", "Khoa Lý luận cơ sở", "Phòng Quản lý đào tạo")
ON = datetime.date(2020, 12, 31)
FRAME = DocumentFrame(
    heading=StateHeading(
        superior="Tỉnh ủy Lào Cai",
        organ="Trường Chính trị",
        number="Số: 05/BC-TCT",
        place="Lào Cai",
        dated=datetime.date(2021, 1, 5),
    ),
    scope="Cụm thi đua số 2",
    author="Trường Chính trị tỉnh Lào Cai",
    signer=Signer(("Hiệu trưởng",), "Nguyễn Văn An"),
    left=Recipients(("Vụ Các trường chính trị;", "Các đơn vị thành viên;", "Lưu: VT, TCHC.")),
)
_NAMES = ("Nguyễn Văn Hiệp", "Giàng A Páo", "Lò Thị Ơn", "Vàng Thị Dợ", "Hoàng Đình Thắng", "Sìn Mẩy")
_ETHNIC = ("01", "02", "01", "03", "01", "08", "09", "07", "01", "06", "25", "36", "54", None)
_THEORIES = (("CAO_CAP", 145), ("CU_NHAN", 5), ("TRUNG_CAP", 79), (None, 85))
_DEGREES = (("TIEN_SI", 5), ("THAC_SI", 174), ("CU_NHAN", 103), ("CAO_DANG", 20), ("KHAC", 12))


def staff(sample_note: str | None = None) -> tuple[PersonFacts, ...]:
    """314 people whose totals are the article's: 5/174/103/32 and 145/5/79/85."""
    degrees = [code for code, count in _DEGREES for _ in range(count)]
    theories = [code for code, count in _THEORIES for _ in range(count)]
    return tuple(
        PersonFacts(
            uid=str(number),
            unit=UNITS[number * number % 7],
            unit_code=f"U{number % 7}",
            department=DEPARTMENTS[number % 4],
            gender="NU" if number % 5 < 2 else "NAM",
            ethnicity=_ETHNIC[number % len(_ETHNIC)],
            degree=degrees[number],
            political_theory=theories[number * 5 % 314],
            birth_date=PartialDate(1958 + number * 7 % 40) if number % 9 else None,
            party_joined=PartialDate(1995 + number % 26, 3) if number % 6 else None,
            sample_note=sample_note,
        )
        for number in range(314)
    )


def awards(count: int = 48, sample_note: str | None = None) -> tuple[AwardFacts, ...]:
    """*count* lines of two decisions, persons and collectives."""
    codes = islice(cycle(("LDTT", "LDTT", "CSTDCS", "GK")), count)
    return tuple(
        AwardFacts(
            uid=str(number),
            recipient=DEPARTMENTS[1] if number % 11 == 10 else _NAMES[number % len(_NAMES)],
            recipient_kind="KHOA_PHONG" if number % 11 == 10 else "CA_NHAN",
            description=f"Giảng viên, {DEPARTMENTS[number % 4]}",
            unit=UNITS[number % 7],
            award="TTLDTT" if number % 11 == 10 else code,
            citation="Đã có thành tích xuất sắc trong phong trào thi đua năm 2020",
            level="CO_SO",
            year=2020,
            decision_number="48/QĐ-TCT" if number % 3 else "07/QĐ-TCT",
            decided_on=PartialDate(2021, 1, 5),
            issuer=UNITS[0],
            ordinal=number + 1,
            certificate_number=f"{number + 1:02d}",
            revoked=number == 7,
            revoked_because="kê khai sai thành tích" if number == 7 else "",
            sample_note=sample_note,
        )
        for number, code in enumerate(codes)
    )


def events() -> tuple[EventFacts, ...]:
    """17 events: 3 workshops of the cluster with 50 papers, 2 joint ones, 4 charity visits, 8 others."""
    workshop = "Nâng cao chất lượng nghiên cứu khoa học, nghiên cứu thực tế tại các trường chính trị tỉnh"
    found = [
        EventFacts(uid=f"w{n}", kind="HOI_THAO", level="CUM", title=workshop, papers=papers, people=60 + n,
                   year=2017 + n, starts_on=PartialDate(2017 + n, 9), host=UNITS[n], place=f"tỉnh {n}")
        for n, papers in enumerate((17, 18, 15))
    ]  # fmt: skip
    found += [
        EventFacts(uid=f"j{n}", kind="HOI_THAO", level="LIEN_TRUONG", papers=4, year=2018 + n, host=UNITS[0],
                   title="Học tập tác phẩm “Sửa đổi lối làm việc” của Chủ tịch Hồ Chí Minh",
                   co_hosts=UNITS[2], sample_note="năm tổ chức là dữ liệu mẫu")
        for n in range(2)
    ]  # fmt: skip
    found += [
        EventFacts(uid=f"c{n}", kind="THIEN_NGUYEN", title="Thăm, tặng quà học sinh nghèo vượt khó",
                   year=2017 + n, starts_on=PartialDate(2017 + n, 8, 21), host=UNITS[5 - n],
                   place="Trường THCS xã Sa Pả, huyện Sa Pa, tỉnh Lào Cai", people=90,
                   beneficiaries="học sinh nghèo vượt khó", gifts=20, gift_amount=10_000_000)
        for n in range(4)
    ]  # fmt: skip
    found += [
        EventFacts(uid=f"s{n}", kind=kind, level="CUM", title=f"Giao lưu của Cụm năm {2017 + n // 2}",
                   year=2017 + n // 2, starts_on=PartialDate(2017 + n // 2, 8, 22), host=UNITS[n % 7],
                   place="thành phố Lào Cai, tỉnh Lào Cai", people=140,
                   results="Nhất bóng chuyền hơi: Sơn La\nNhất kéo co: Điện Biên")
        for n, kind in enumerate(("THE_THAO", "VAN_NGHE") * 4)
    ]  # fmt: skip
    return tuple(found)
