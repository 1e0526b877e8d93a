"""Whose document it is: each carries the letterhead, place, signer and number of its own unit or of its cluster.

Documents are walked through units, years and profiles (empty, half, full) of three books: an empty one, one school with
one of everything, and the sample. Lào Cai is "us", with every word of its letterhead one that nobody else has.
"""

import dataclasses
import io
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image
from sqlalchemy import select

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES, as_pdf, compose
from cluster_desktop.commands.official_documents.printable import DocumentScope, Printable, Question
from cluster_desktop.commands.printing.certificates import certificates_of
from cluster_desktop.commands.records import records
from cluster_desktop.commands.settings.office import save_office
from cluster_desktop.commands.settings.office_pictures import keep_picture
from cluster_desktop.documents.content.content import Document, SignatureBlock, Signer
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Decision, Person, Unit
from cluster_desktop.records.queries.lists import listing, lists
from tests.records.every_kind import one_of_each

FULL: Final = {
    "superior": 'Tỉnh ủy <b>Thượng</b> & "Hạ"',
    "issuer": "Trường Hoàng Liên Sơn",
    "place": "Phan Si Păng",
    "abbreviation": "TCTHLS",
    "signer_title": "Phó Hiệu trưởng phụ trách",
    "signer_name": "Vàng Seo Phử",
    "golden_book": "Sổ Hoàng Liên số",
}
THEIRS: Final = {
    "superior": "Tỉnh ủy Quản Bạ",
    "issuer": "Trường Lũng Cú",
    "place": "Đồng Văn",
    "abbreviation": "TCTLCU",
    "signer_title": "Phó Hiệu trưởng",
    "signer_name": "Sùng Đại Hùng",
    "golden_book": "Sổ Lũng Cú số",
}
HALF: Final = {"place": FULL["place"], "signer_name": FULL["signer_name"]}
PROFILES: Final[Mapping[str, Mapping[str, str]]] = {"empty": {}, "half": HALF, "full": FULL}
YEARS: Final = (2018, 2020, None)
DOTS: Final = "……"
COUNCIL: Final = "Hội đồng Thi đua - Khen thưởng"


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample as the office of Lào Cai keeps it; each test writes its own profile."""
    path = tmp_path_factory.mktemp("whose") / "mẫu.sothidua"
    shutil.copy(sample_file, path)
    opened = Workspace.open(path)
    yield opened
    opened.close()


def unit_of(workspace: Workspace, code: str) -> str:
    return workspace.read(lists.unit_uid, code)


def set_profile(workspace: Workspace, uid: str, words: Mapping[str, str]) -> None:
    """Give a unit these words of a letterhead and no others."""
    row = workspace.read(listing.find, "unit", uid)
    kept = {key: row.values[key] for key in UnitDraft().values()}
    values: dict[str, Any] = kept | dict.fromkeys(FULL) | dict(words)
    records.edit(workspace, uid, UnitDraft(**values))


def we_are(workspace: Workspace, uid: str | None, words: Mapping[str, str] = FULL) -> None:
    save_office(workspace, OfficeDraft(unit_uid=uid))
    if uid:
        set_profile(workspace, uid, words)


def texts(thing: object) -> Iterator[str]:
    """Every text in a document, wherever it stands."""
    if isinstance(thing, str):
        yield unicodedata.normalize("NFC", thing)
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        for field in dataclasses.fields(thing):
            yield from texts(getattr(thing, field.name))
    elif isinstance(thing, Mapping):
        yield from texts(tuple(thing.values()))
    elif isinstance(thing, tuple | list | frozenset):
        for part in thing:
            yield from texts(part)


def foreign_words(document: object) -> list[str]:
    """The words of Lào Cai's letterhead that stand in a document."""
    there = "\n".join(texts(document)).lower()
    return [word for word in FULL.values() if word.lower() in there]


def letterhead(document: Printable, paper: Document) -> tuple[str, str, str]:
    """The body above, the organ and the place of a paper; a council writes below the name of its school."""
    assert paper.heading is not None
    head = paper.heading
    if document.key == "head-submission":
        assert head.organ == COUNCIL
        return "", head.superior, head.place
    return head.superior, head.organ, head.place


def signers(document: Document) -> list[Signer]:
    return [block.right for block in document.blocks if isinstance(block, SignatureBlock) and block.right.office]


def asked(document: Printable, unit: str | None, year: int | None, **about: str | None) -> dict[str, object]:
    answers = {Question.YEAR: ("year", year), Question.UNIT: ("unit_uid", unit)} | {
        question: (f"{question.value}_uid", about.get(question.value))
        for question in (Question.PERSON, Question.DECISION)
    }
    return dict(answers[question] for question in document.asks if question in answers)


def about(workspace: Workspace, unit: str) -> dict[str, str | None]:
    """A person and a decision of the unit, where it has any."""
    person = workspace.read(lambda s: s.scalars(select(Person.uid).where(Person.unit_uid == unit)).first())
    decision = workspace.read(lambda s: s.scalars(select(Decision.uid).where(Decision.unit_uid == unit)).first())
    return {"person": person, "decision": decision}


def composed(workspace: Workspace, document: Printable, unit: str, year: int | None) -> Document | None:
    """The document of a unit; None where it has no decision to print, or no part in the score sheet."""
    chosen = about(workspace, unit)
    if document.needs is Question.DECISION and chosen["decision"] is None:
        return None
    return compose(workspace, document.key, **asked(document, unit, year, **chosen))


@pytest.mark.parametrize("document", PRINTABLES.values(), ids=PRINTABLES)
def test_a_document_says_whose_it_is_and_asks_for_a_unit_only_then(document: Printable) -> None:
    assert (document.scope is DocumentScope.UNIT) == (Question.UNIT in document.asks)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("document", PRINTABLES.values(), ids=PRINTABLES)
def test_a_document_of_another_unit_has_nothing_of_ours(sample: Workspace, document: Printable, profile: str) -> None:
    we_are(sample, unit_of(sample, "LAOCAI"))
    other = unit_of(sample, "HAGIANG")
    set_profile(sample, other, {key: THEIRS[key] for key in PROFILES[profile]})
    for year in YEARS:
        paper = composed(sample, document, other, year)
        if paper is None:
            continue
        assert foreign_words(paper) == []
        assert paper.heading is not None
        if document.scope is DocumentScope.UNIT:
            organ = THEIRS["issuer"] if profile == "full" else "Trường Chính trị tỉnh Hà Giang"
            own_place = document.key == "decision"  # the decision says itself where it was issued
            place = "Hà Giang" if profile == "empty" or own_place else THEIRS["place"]
            assert letterhead(document, paper)[1:] == (organ, place)


@pytest.mark.parametrize("document", PRINTABLES.values(), ids=PRINTABLES)
def test_ours_is_asked_for_by_asking_for_nobody(sample: Workspace, document: Printable) -> None:
    home = unit_of(sample, "LAOCAI")
    we_are(sample, home)
    for year in YEARS:
        chosen = about(sample, home)
        paper = compose(sample, document.key, **asked(document, None, year, **chosen))
        assert paper.heading is not None
        if document.scope is DocumentScope.UNIT:
            place = "Lào Cai" if document.key == "decision" else FULL["place"]
            above, organ, there = letterhead(document, paper)
            assert (organ, there) == (FULL["issuer"], place)
            assert above == ("" if document.key == "head-submission" else FULL["superior"])
        else:
            assert paper.heading.organ == "Cụm thi đua số 2"


@pytest.mark.parametrize("document", PRINTABLES.values(), ids=PRINTABLES)
def test_a_document_of_the_cluster_is_the_cluster_s_and_signed_by_its_head_of_that_year(
    sample: Workspace, document: Printable
) -> None:
    we_are(sample, unit_of(sample, "LAOCAI"))
    if document.needs is not None:
        return
    whole = {"whole": True} if document.scope is DocumentScope.UNIT else {}
    for year, head, place in ((2018, "Tẩn Tiến Pết", "Cao Bằng"), (2020, "Điêu Minh Lả", "Sơn La")):
        paper = compose(sample, document.key, **asked(document, None, year), **whole)
        assert foreign_words(paper) == []
        assert paper.heading is not None
        assert paper.heading.organ == "Cụm thi đua số 2"
        if Question.YEAR not in document.asks:  # the roster is of today, when nobody has been named yet
            assert DOTS in paper.heading.place
            continue
        assert paper.heading.place == place
        for signer in signers(paper)[-1:]:
            titles = " / ".join(signer.office).lower()
            if "cụm trưởng" in titles:
                assert signer.name == head
            else:  # a pledge is signed by every unit, a ballot by nobody, minutes by chair and secretary
                assert document.key in ("pledge", "ballot", "council-minutes", "handover-minutes")


@pytest.mark.parametrize("document", PRINTABLES.values(), ids=PRINTABLES)
def test_an_empty_book_leaves_room_and_no_head_signs_without_a_name(workspace: Workspace, document: Printable) -> None:
    if document.needs is not None:
        with pytest.raises(errors.Refused, match="Hãy chọn"):
            compose(workspace, document.key, **asked(document, None, 2024))
        return
    for year in YEARS:
        paper = compose(workspace, document.key, **asked(document, None, year))
        assert paper.heading is not None
        assert DOTS in paper.heading.organ
        assert DOTS in paper.heading.place
        assert not any("hiệu trưởng" in " ".join(signer.office).lower() for signer in signers(paper))


@pytest.mark.parametrize("document", PRINTABLES.values(), ids=PRINTABLES)
@pytest.mark.parametrize("decomposed", [False, True], ids=["NFC", "NFD"])
def test_a_fresh_book_of_one_school_has_its_letterhead(
    workspace: Workspace, document: Printable, decomposed: bool
) -> None:
    uids = one_of_each(workspace, decomposed=decomposed)
    set_profile(workspace, uids["unit"], {})
    paper = compose(
        workspace, document.key, **asked(document, None, 2020, person=uids["person"], decision=uids["decision"])
    )
    assert paper.heading is not None
    if document.scope is DocumentScope.UNIT:
        assert letterhead(document, paper)[1] == "Trường Chính trị tỉnh Lào Cai"
    else:
        assert paper.heading.organ == "Cụm thi đua các trường chính trị miền núi phía Bắc"
    assert as_pdf(paper)[0].startswith(b"%PDF")


@pytest.mark.parametrize("document", PRINTABLES.values(), ids=PRINTABLES)
def test_long_and_ugly_words_fit_and_stay_words(workspace: Workspace, document: Printable) -> None:
    uids = one_of_each(workspace)
    long = ("Trường <b>&\"' " * 20)[:200].strip()
    set_profile(workspace, uids["unit"], dict.fromkeys(("superior", "issuer", "place", "signer_name"), long))
    paper = compose(
        workspace, document.key, **asked(document, None, 2020, person=uids["person"], decision=uids["decision"])
    )
    assert as_pdf(paper)[0].startswith(b"%PDF")
    if document.scope is DocumentScope.UNIT:
        above, organ, _place = letterhead(document, paper)
        assert organ == long
        assert above == ("" if document.key == "head-submission" else long)


def test_the_academy_s_own_papers_carry_its_name_and_nobody_s_place(sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "mẫu.sothidua"
    shutil.copy(sample_file, path)
    workspace = Workspace.open(path)
    we_are(workspace, unit_of(workspace, "LAOCAI"))
    name = "Học viện Chính trị quốc gia Hồ Chí Minh"
    academy = UnitDraft(code="HVCTQG", name=name, short_name="Học viện", head_title="Giám đốc", abbreviation="HVCTQG")
    uid = records.create(workspace, academy).uids[0]
    for document in PRINTABLES.values():
        if (
            document.scope is DocumentScope.CLUSTER
            or document.needs is Question.DECISION
            or document.key == "score-sheet"
        ):
            continue
        chosen = {"unit_uid": uid, **({"year": 2020} if Question.YEAR in document.asks else {})}
        paper = compose(workspace, document.key, **chosen)
        assert foreign_words(paper) == []
        _above, organ, place = letterhead(document, paper)
        assert organ == name
        assert DOTS in place
        assert not any("hiệu trưởng" in " ".join(signer.office).lower() for signer in signers(paper))
    with pytest.raises(errors.Refused, match="không có trong bảng điểm"):
        compose(workspace, "score-sheet", unit_uid=uid, year=2020)
    workspace.close()


def received(workspace: Workspace) -> str:
    """A decision of the Academy with one line of Lào Cai's people."""
    decision = DecisionDraft(
        number="99/QĐ-HVCTQG",
        decided_on=PartialDate(2021, 3, 4),
        year=2020,
        level="HOC_VIEN",
        issuer="Học viện Chính trị quốc gia Hồ Chí Minh",
        signer_title="Giám đốc",
        signer_name="Nguyễn Xuân Thắng",
        place="Hà Nội",
    )
    uid = records.create(workspace, decision).uids[0]
    person = workspace.read(
        lambda s: s.scalars(
            select(Person.uid).join(Unit, Unit.uid == Person.unit_uid).where(Unit.code == "LAOCAI")
        ).first()
    )
    records.create(workspace, AwardDraft(decision_uid=uid, ordinal=1, person_uid=person, award="BK_TINH"))
    return uid


def test_of_a_decision_from_above_only_the_list_is_printed(workspace: Workspace) -> None:
    school = UnitDraft(code="LAOCAI", name="Trường Chính trị tỉnh Lào Cai", short_name="Lào Cai")
    home = records.create(workspace, school).uids[0]
    set_profile(workspace, home, FULL)
    records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=home))
    uid = received(workspace)
    paper = compose(workspace, "decision", decision_uid=uid)
    assert paper.heading is None
    assert signers(paper) == []
    assert "do Học viện Chính trị quốc gia Hồ Chí Minh ban hành nên chỉ in danh sách" in paper.remark
    assert foreign_words(paper) == []
    assert "Lò Thị Ơn" in list(texts(paper))
    (content,) = certificates_of(workspace, uid).contents
    assert foreign_words(content) == []
    assert "Hà Nội" in content.date_line


def test_a_decision_and_its_certificate_name_one_place(sample: Workspace) -> None:
    home = unit_of(sample, "LAOCAI")
    we_are(sample, home)
    uid = about(sample, home)["decision"]
    assert uid is not None
    for typed, place in ((None, FULL["place"]), ("Lào Cai", "Lào Cai")):
        with sample.changing("Nơi ban hành") as session:
            session.get_one(Decision, uid).place = typed
        paper = compose(sample, "decision", decision_uid=uid)
        assert paper.heading is not None
        assert paper.heading.place == place
        assert certificates_of(sample, uid).contents[0].date_line.startswith(f"{place}, ngày")


def test_certificates_of_another_unit_have_its_words_and_none_of_our_pictures(sample: Workspace) -> None:
    home, other = unit_of(sample, "LAOCAI"), unit_of(sample, "SONLA")
    we_are(sample, home)
    stream = io.BytesIO()
    Image.new("RGBA", (8, 8), (200, 0, 0, 255)).save(stream, "PNG")
    keep_picture(sample, "emblem", stream.getvalue())
    for uid, label, emblem in ((home, FULL["golden_book"], True), (other, "Số sổ vàng", False)):
        decision = about(sample, uid)["decision"]
        assert decision is not None
        content = certificates_of(sample, decision).contents[0]
        assert content.golden_book_label == label
        assert bool(content.emblem) == emblem
        assert [word for word in foreign_words(content) if word != label] == []
