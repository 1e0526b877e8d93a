"""Certificates for prizes and papers of an event: who gets one, what it says, who signs, what is remembered."""

import io
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificate_files import print_certificates
from cluster_desktop.commands.printing.certificates import certificates_of_event
from cluster_desktop.commands.records import records
from cluster_desktop.domain.events.events import EventDraft, PaperDraft, ResultDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import FormerNameDraft, UnitDraft, UnitHeadDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.events.event_recipients import events_with_certificates
from tests.documents import paper


@pytest.fixture
def host(workspace: Workspace) -> str:
    """A school that had another name when it hosted."""
    draft = UnitDraft(
        code="SONLA",
        name="Trường Chính trị tỉnh Sơn La",
        short_name="Sơn La",
        province="Sơn La",
        head_title="Hiệu trưởng",
    )
    uid = records.create(workspace, draft).uids[0]
    records.create(workspace, UnitHeadDraft(unit_uid=uid, name="Điêu Minh Lả"))
    old = FormerNameDraft(unit_uid=uid, name="Trường Đảng Sơn La", valid_to=PartialDate(2019, 12, 31))
    records.create(workspace, old)
    return uid


@pytest.fixture
def games(workspace: Workspace, host: str) -> str:
    draft = EventDraft(
        kind="THE_THAO",
        title="Giao lưu thể thao <Cụm> năm 2019",
        year=2019,
        starts_on=PartialDate(2019, 8, 22),
        ends_on=PartialDate(2019, 8, 23),
        host_uid=host,
    )
    return records.create(workspace, draft).uids[0]


def test_prizes_in_their_order_and_nobody_who_only_took_part(
    workspace: Workspace, games: str, host: str, person: str
) -> None:
    for prize, performer in (("BA", "Đội Hà Giang"), ("NHAT", "Đội Sơn La"), ("THAM_GIA", "Đội Lào Cai")):
        draft = ResultDraft(event_uid=games, discipline="bóng chuyền hơi", performer=performer, prize=prize)
        records.create(workspace, draft)
    records.create(workspace, ResultDraft(event_uid=games, discipline="cờ tướng", person_uid=person, prize="NHI"))
    contents = certificates_of_event(workspace, games).contents
    assert [(one.recipient_prefix, one.recipient_name) for one in contents] == [
        ("Tập thể", "Đội Sơn La"),
        ("Tập thể", "Đội Hà Giang"),
        ("Đồng chí", "Nguyễn Văn Hiệp"),
    ]
    assert contents[0].citation == "Đạt Giải Nhất bóng chuyền hơi\nGiao lưu thể thao <Cụm> năm 2019"
    assert contents[0].authority == "HIỆU TRƯỞNG TRƯỜNG ĐẢNG SƠN LA"
    assert (contents[0].date_line, contents[0].signer_name) == ("Sơn La, ngày 23 tháng 8 năm 2019", "Điêu Minh Lả")


def test_papers_of_a_workshop_and_their_print(workspace: Workspace, host: str, person: str, tmp_path: Path) -> None:
    draft = EventDraft(kind="HOI_THAO", title="Giảng dạy hôm nay", year=2020, host_uid=host)
    workshop = records.create(workspace, draft).uids[0]
    records.create(workspace, PaperDraft(event_uid=workshop, title="Bài giảng hay", person_uid=person))
    batch = certificates_of_event(workspace, workshop)
    stream = io.BytesIO()
    print_certificates(workspace, batch, stream)
    assert paper.page_count(stream.getvalue()) == 1
    text = paper.words(stream.getvalue())
    assert "GIẤY CHỨNG NHẬN" in text
    assert "Có tham luận “Bài giảng hay” tại Hội thảo khoa học “Giảng dạy hôm nay”" in text
    assert "Số quyết định" not in text
    assert workspace.read(lambda session: [one.sheets for one in events_with_certificates(session)]) == [1]


def test_an_event_without_prizes_or_papers_says_so(workspace: Workspace, games: str) -> None:
    assert workspace.read(events_with_certificates) == ()
    with pytest.raises(errors.DocumentError, match="chưa có giải hay tham luận nào. Hãy ghi kết quả"):
        certificates_of_event(workspace, games)
    with pytest.raises(errors.RecordMissing):
        certificates_of_event(workspace, "không có")
