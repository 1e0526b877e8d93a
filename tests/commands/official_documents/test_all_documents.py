"""Every document is composed from a book with nothing, one of everything, and the sample; adding one is one file."""

import json
import os
import pkgutil
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands import official_documents
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES, as_pdf, compose, write_report
from cluster_desktop.commands.official_documents.printable import Printable, Question, Request
from cluster_desktop.commands.printing.showcase import subject_of
from cluster_desktop.documents.pictures.page_pictures import Preview
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.printing.numbering import NumberedDocument
from tests.records.every_kind import one_of_each

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

NEW = '''"""The names of the units."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.commands.official_documents.office_frames import figures_frame_of
from cluster_desktop.commands.official_documents.printable import YEAR, DocumentGroup, Printable, Request, DocumentScope
from cluster_desktop.documents.content.content import Document, Paragraph
from cluster_desktop.records.models import Unit


def _compose(session: Session, request: Request) -> Document:
    names = session.scalars(select(Unit.name)).all()
    lines = [Paragraph(f"Đơn vị: {name}") for name in names]
    return figures_frame_of(session, request).of_figures("Tên đơn vị", str(request.year), lines, {"units": len(names)})


DOCUMENT = Printable(
    "unit-names",
    "Tên các đơn vị",
    "table",
    _compose,
    scope=DocumentScope.CLUSTER,
    group=DocumentGroup.REPORTS,
    asks=YEAR,
)
'''
WINDOW = """
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS
print(*(item.title for item in PRINT_ITEMS), sep="\\n")
"""


@pytest.fixture
def sample(sample_file: Path) -> Iterator[Workspace]:
    opened = Workspace.open(sample_file)
    yield opened
    opened.close()


def asked_of(document: Printable, uids: Mapping[str, object]) -> dict[str, object]:
    """The answers to what the document asks, as far as *uids* has them."""
    answers = {
        Question.YEAR: ("year", 2020),
        Question.UNIT: ("unit_uid", uids.get("unit")),
        Question.PERSON: ("person_uid", uids.get("person")),
        Question.DECISION: ("decision_uid", uids.get("decision")),
        Question.SESSION: ("session_uid", uids.get("council_session")),
    }
    return dict(answers[question] for question in document.asks)


def pages(workspace: Workspace, document: Printable, uids: Mapping[str, object]) -> int:
    pdf, _spots = as_pdf(compose(workspace, document.key, **asked_of(document, uids)))
    with Preview(pdf) as preview:
        return preview.page_count


@pytest.mark.parametrize("document", PRINTABLES.values(), ids=PRINTABLES)
def test_a_book_without_records_gives_the_document_or_says_what_to_choose(
    workspace: Workspace, document: Printable
) -> None:
    if document.needs is None:
        assert pages(workspace, document, {}) >= 1
    else:
        with pytest.raises(errors.Refused, match="Hãy chọn"):
            pages(workspace, document, {})


@pytest.mark.parametrize("document", PRINTABLES.values(), ids=PRINTABLES)
def test_one_of_everything_is_enough_for_the_document(
    workspace: Workspace, tmp_path: Path, document: Printable
) -> None:
    uids = one_of_each(workspace)
    assert pages(workspace, document, uids) >= 1
    for suffix in (".docx", ".xlsx", ".json"):
        path = tmp_path / f"giấy{suffix}"
        write_report(workspace, document.key, path, **asked_of(document, uids))
        assert path.stat().st_size > 0


@pytest.mark.parametrize("document", PRINTABLES.values(), ids=PRINTABLES)
def test_the_sample_gives_the_document(sample: Workspace, document: Printable) -> None:
    subject = subject_of(sample)
    assert subject is not None
    uids = {key.removesuffix("_uid"): value for key, value in subject.items()}
    assert pages(sample, document, uids) >= 1


def test_every_module_with_a_document_is_in_the_list() -> None:
    names = {module.name for module in pkgutil.iter_modules(official_documents.__path__)}
    sources = {name: Path(official_documents.__path__[0], f"{name}.py").read_text(encoding="utf-8") for name in names}
    assert sum("\nDOCUMENT = " in source for source in sources.values()) == len(PRINTABLES)


def test_documents_of_one_symbol_share_a_series_and_those_of_the_cluster_have_no_unit() -> None:
    minutes = [document for document in PRINTABLES.values() if document.symbol == "BB"]
    assert {document.key for document in minutes} == {"council-minutes", "score-minutes", "handover-minutes"}
    submission = PRINTABLES["submission"]
    request = Request(year=2024, unit_uid="u", about="n")
    assert submission.number_in_series(request) == NumberedDocument("submission", "TTr", 2024, "u", "n")
    assert PRINTABLES["annual-summary"].number_in_series(request).unit_uid == ""


def run(program: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONPATH": str(program),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=program,
        check=False,
    )


def test_a_new_document_is_one_file_and_one_line(tmp_path: Path, workspace: Workspace) -> None:
    one_of_each(workspace)
    workspace.close()
    program = tmp_path / "chương trình"
    for name in ("cluster_desktop", "resources"):
        shutil.copytree(ROOT / name, program / name, ignore=shutil.ignore_patterns("__pycache__"))
    room = program / "cluster_desktop/commands/official_documents"
    (room / "unit_names.py").write_text(NEW, encoding="utf-8")
    listing = room / "all_documents.py"
    text = listing.read_text(encoding="utf-8")
    assert text.count('    "staff_list",\n') == 1
    listing.write_text(text.replace('    "staff_list",\n', '    "staff_list",\n    "unit_names",\n'), encoding="utf-8")

    out = tmp_path / "tên.json"
    written = run(
        program,
        "-m",
        "cluster_desktop",
        "report",
        str(workspace.path),
        "unit-names",
        "--year",
        "2024",
        "--out",
        str(out),
    )
    assert (written.returncode, written.stderr) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8"))["units"] == 1
    assert "unit-names" in run(program, "-m", "cluster_desktop", "report", "--help").stdout
    assert "Tên các đơn vị" in run(program, "-m", "cluster_desktop", "list", str(workspace.path), "reports").stdout
    assert "Tên các đơn vị" in run(program, "-c", WINDOW).stdout.splitlines()
