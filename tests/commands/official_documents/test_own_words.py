"""The office's own words in official papers: bases, addressee, distribution list, closing words, signer."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES, as_pdf, compose, write_report
from cluster_desktop.commands.official_documents.closing_years import close_year
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.commands.official_documents.usual_wording import usual_wording
from cluster_desktop.commands.records import undo
from cluster_desktop.commands.settings.own_words import save_own_words
from cluster_desktop.documents.content.content import Document, Paragraph, Recipients, SignatureBlock, Tone
from cluster_desktop.domain.printing.own_words import OwnWording, WordsPart
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import lists
from cluster_desktop.records.queries.printing.own_words import documents_with_own_words, own_words
from tests.documents.paper import page_count, words
from tests.records.every_kind import one_of_each


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "mẫu.sothidua"
    path.write_bytes(sample_file.read_bytes())
    opened = Workspace.open(path)
    yield opened
    opened.close()


def unit_of(workspace: Workspace, code: str) -> str:
    return workspace.read(lists.unit_uid, code)


def submission_of(workspace: Workspace, code: str) -> Document:
    return compose(workspace, "submission", year=2020, unit_uid=unit_of(workspace, code))


def wording_of(document: Document) -> OwnWording:
    assert document.wording is not None
    return document.wording


def recipients_of(document: Document) -> tuple[str, ...]:
    left = next(block for block in document.blocks if isinstance(block, SignatureBlock)).left
    assert isinstance(left, Recipients)
    return left.listed


def toned(document: Document, tone: Tone) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph) and block.tone is tone]


def test_own_words_stand_in_the_papers_of_that_unit_only(sample: Workspace) -> None:
    before = submission_of(sample, "LAOCAI")
    model = toned(before, Tone.BASIS)
    texts = {
        WordsPart.COMPETENCE: "Quyết định số 20-QĐ/TU của Tỉnh ủy",
        WordsPart.ADDRESSEE: "Kính gửi: Trưởng Ban Tổ chức Tỉnh ủy.",
        WordsPart.CLOSING: "Kính trình xem xét.",
        WordsPart.RECIPIENTS: "Như trên\n- Lưu: VT, TCHC.",
        WordsPart.SIGNER: "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG",
        WordsPart.SIGNER_NAME: "Giàng A Páo",
    }
    save_own_words(sample, wording_of(before), "Tờ trình", texts)
    after = submission_of(sample, "LAOCAI")
    assert toned(after, Tone.ADDRESS) == ["Kính gửi: Trưởng Ban Tổ chức Tỉnh ủy"]
    assert toned(after, Tone.BASIS) == ["Căn cứ Quyết định số 20-QĐ/TU của Tỉnh ủy;", *model]
    assert "Kính trình xem xét./." in toned(after, Tone.BODY)
    assert recipients_of(after) == ("- Như trên;", "- Lưu: VT, TCHC.")
    signed = next(block for block in after.blocks if isinstance(block, SignatureBlock)).right
    assert (signed.office, signed.name) == (("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"), "Giàng A Páo")
    assert any("kính đề nghị Trưởng Ban Tổ chức Tỉnh ủy xét" in text for text in toned(after, Tone.BODY))
    earlier = compose(sample, "submission", year=2019, unit_uid=unit_of(sample, "LAOCAI"))
    assert recipients_of(earlier) == ("- Như trên;", "- Lưu: VT, TCHC.")
    signed = next(block for block in earlier.blocks if isinstance(block, SignatureBlock)).right
    assert signed.name != "Giàng A Páo"  # who signs in one year is not put below the papers of another
    others = submission_of(sample, "SONLA")
    assert toned(others, Tone.ADDRESS) == ["Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Sơn La"]
    assert recipients_of(others) == recipients_of(before)
    assert sample.read(documents_with_own_words) == {"submission"}
    undo.undo(sample)
    assert submission_of(sample, "LAOCAI").blocks == before.blocks


def test_what_says_the_same_as_the_model_follows_the_model(sample: Workspace) -> None:
    wording = wording_of(submission_of(sample, "LAOCAI"))
    save_own_words(sample, wording, "Tờ trình", {WordsPart.RECIPIENTS: f"  {wording.model(WordsPart.RECIPIENTS)}\n"})
    assert sample.read(own_words, wording.place) == {}
    save_own_words(sample, wording, "Tờ trình", {WordsPart.RECIPIENTS: "Lưu: VT"})
    save_own_words(sample, wording, "Tờ trình", {WordsPart.RECIPIENTS: ""})
    assert sample.read(own_words, wording.place) == {}


def test_a_broken_filling_is_refused_and_nothing_is_kept(sample: Workspace) -> None:
    wording = wording_of(submission_of(sample, "LAOCAI"))
    texts = {WordsPart.RECIPIENTS: "Lưu: VT", WordsPart.COMPETENCE: "Kế hoạch {năm}"}
    with pytest.raises(errors.Refused, match="Chỉ dùng {nam} và {don_vi}"):
        save_own_words(sample, wording, "Tờ trình", texts)
    assert sample.read(own_words, wording.place) == {}


def test_several_addressees_stand_a_line_each(sample: Workspace) -> None:
    wording = wording_of(submission_of(sample, "LAOCAI"))
    save_own_words(sample, wording, "Tờ trình", {WordsPart.ADDRESSEE: "Sở Nội vụ;\n\n- Ban Tổ chức Tỉnh ủy"})
    assert toned(submission_of(sample, "LAOCAI"), Tone.ADDRESS) == ["Kính gửi:\n- Sở Nội vụ;\n- Ban Tổ chức Tỉnh ủy."]


def test_words_for_the_decision_and_the_cluster_s_summary(sample: Workspace) -> None:
    request = Request(year=2020)
    decision = sample.read(usual_wording, PRINTABLES["decision"], Request(unit_uid=unit_of(sample, "LAOCAI")))
    assert decision.place.unit_uid == unit_of(sample, "LAOCAI")
    assert WordsPart.SIGNER not in decision.models  # a decision is signed by whom its record names
    summary = sample.read(usual_wording, PRINTABLES["annual-summary"], request)
    assert summary.place.unit_uid == ""
    assert {WordsPart.PLANS, WordsPart.CLOSING, WordsPart.RECIPIENTS, WordsPart.SIGNER} <= set(summary.models)
    save_own_words(sample, summary, "Báo cáo", {WordsPart.CLOSING: "Báo cáo của {don_vi} năm {nam}"})
    document = compose(sample, "annual-summary", year=2019)
    assert f"Báo cáo của {summary.scope} năm 2019./." in toned(document, Tone.BODY)
    with pytest.raises(errors.Refused, match="không có lời nào"):
        sample.read(usual_wording, PRINTABLES["ballot"], request)


def test_the_words_of_a_closed_year_stay_as_they_are(sample: Workspace) -> None:
    summary = sample.read(usual_wording, PRINTABLES["annual-summary"], Request(year=2018))
    save_own_words(sample, summary, "Báo cáo", {WordsPart.PLANS: "Đổi mới."})
    close_year(sample, 2018)
    for part in (WordsPart.PLANS, WordsPart.SIGNER):
        with pytest.raises(errors.Refused, match="Năm 2018 đã chốt"):
            save_own_words(sample, summary, "Báo cáo", {part: "Khác."})
    save_own_words(sample, summary, "Báo cáo", {WordsPart.RECIPIENTS: "Lưu: VT"})
    assert sample.read(own_words, summary.place) == {WordsPart.PLANS: "Đổi mới.", WordsPart.RECIPIENTS: "Lưu: VT"}


UGLY = (
    unicodedata.normalize("NFD", 'Kế hoạch số 5 của Ủy ban; “<b>&"</b>”'),
    "Ấ" * 2_000,
    "từ " * 600,
    "\n\n\u200b\n \n",
    "-;.\n--\n;",
)


@pytest.mark.no_cover  # long, and the same lines are measured elsewhere
@pytest.mark.parametrize("text", UGLY, ids=("marks", "one word", "many words", "nothing", "signs"))
def test_ugly_words_give_every_document_on_pages_that_hold_them(
    workspace: Workspace, tmp_path: Path, text: str
) -> None:
    uids = one_of_each(workspace)
    asked = {"year": 2020, "unit_uid": uids["unit"], "decision_uid": uids["decision"]}
    worded = 0
    for key in PRINTABLES:
        wording = compose(workspace, key, **asked).wording
        if wording is None:  # a decision of another body: only its list is printed
            continue
        worded += 1
        save_own_words(workspace, wording, "Văn bản", {part: text[: part.limit] for part in wording.models})
        pdf, _spots = as_pdf(compose(workspace, key, **asked))
        assert 1 <= page_count(pdf) <= 30
        for suffix in (".docx", ".xlsx"):
            write_report(workspace, key, tmp_path / f"giấy{suffix}", **asked)
        if "<b>" in text and WordsPart.RECIPIENTS in wording.models:
            shown = " ".join(words(pdf, page) for page in range(page_count(pdf)))
            assert "<b>&" in shown
            assert "Kế hoạch số 5" in shown
    assert worded >= len(PRINTABLES) - 1
