"""The dossier of a nomination lists its parts and says what is missing of each."""

import pytest

from cluster_desktop.domain.awards.dossiers import Checklist, DossierPart, OwnItem, PartKind, parts_of
from cluster_desktop.domain.awards.nominees import Nominee


def nominee(
    achievement: str = "", votes: int | None = None, initiatives: tuple[str, ...] = (), state: str = "DE_NGHI"
) -> Nominee:
    return Nominee(
        uid="1",
        name="Lò Thị Ơn",
        person=True,
        unit="",
        award="CSTDCS",
        award_name="",
        state=state,
        achievement=achievement,
        votes_for=votes,
        initiatives=initiatives,
    )


@pytest.mark.parametrize(
    ("part", "bare", "whole"),
    [
        (PartKind.REPORT, "nội dung báo cáo thành tích", nominee("Dạy giỏi")),
        (PartKind.SUBMISSION, "sự đồng ý của Hội đồng", nominee(state="DONG_Y")),
        (PartKind.MINUTES, "kết quả họp xét của Hội đồng", nominee(state="KHONG_DAT")),
        (PartKind.MINUTES_WITH_VOTE, "kết quả bỏ phiếu của Hội đồng", nominee(votes=0)),
        (PartKind.INITIATIVES, "sáng kiến, đề tài của năm", nominee(initiatives=("Đổi mới",))),
    ],
)
def test_a_part_is_missing_until_what_it_rests_on_is_recorded(part: PartKind, bare: str, whole: Nominee) -> None:
    assert [line.missing for line in parts_of(nominee(), (part,))] == [bare]
    assert [line.missing for line in parts_of(whole, (part,))] == [""]


def test_parts_the_program_makes_have_their_files_and_others_have_none() -> None:
    parts = parts_of(nominee(), (*PartKind, "Bản photo bằng"), ("anh-1",))
    assert [(part.name, part.file) for part in parts] == [
        ("Tờ trình", "01-To-trinh"),
        ("Báo cáo thành tích", "02-Bao-cao-thanh-tich"),
        ("Biên bản họp Hội đồng", "03-Bien-ban-Hoi-dong"),
        ("Biên bản họp Hội đồng, kết quả bỏ phiếu", "03-Bien-ban-Hoi-dong"),
        ("Danh sách trích ngang", "04-Danh-sach-trich-ngang"),
        ("Chứng nhận sáng kiến, đề tài", ""),
        ("Xác nhận hiệu quả, phạm vi ảnh hưởng của sáng kiến, đề tài", ""),
        ("Bản photo bằng", ""),
        ("Minh chứng: anh-1", "anh-1"),
    ]
    assert [part.missing for part in parts[4:]] == ["", "sáng kiến, đề tài của năm", "", "", ""]


def test_initiatives_are_counted_where_there_are_any() -> None:
    names = [part.name for part in parts_of(nominee(initiatives=("A", "B")), (PartKind.INITIATIVES, PartKind.REPORT))]
    assert names == ["Chứng nhận sáng kiến, đề tài (2)", "Báo cáo thành tích"]


@pytest.mark.parametrize(
    ("state", "note", "missing", "remark"),
    [
        ("THIEU", "", "chưa có", ""),
        ("THIEU", "chờ Sở", "chờ Sở", ""),
        ("CO", "chờ Sở", "", "Có"),
        ("KHONG_CAN", "", "", "Không cần"),
    ],
)
def test_a_paper_of_the_office_is_there_or_missing_or_not_needed(
    state: str, note: str, missing: str, remark: str
) -> None:
    item = OwnItem(uid="1", name="Bản cam kết", state=state, note=note)
    assert item.part == DossierPart(name="Bản cam kết", missing=missing, remark=remark)


def test_what_is_missing_is_counted_over_parts_and_papers() -> None:
    items = tuple(OwnItem(uid=state, name="", state=state) for state in ("THIEU", "CO", "KHONG_CAN"))
    parts = (DossierPart(name="a", missing="chưa có"), DossierPart(name="b"))
    whole = Checklist(nomination_uid="1", person_uid="", parts=parts, items=items, uses=(), files=())
    assert whole.missing == 2
