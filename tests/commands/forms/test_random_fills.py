"""Whatever is filled into a form comes back exactly: those changes, and no others."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Date, Integer, OneOf, Points, Suggestion, Text
from cluster_desktop.domain.record_kinds.form_kinds import FORM_KINDS
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.forms.form_files import HEADING, ReturnedForm, bring_in, changes, make

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere
YEARS = {"staff": 2020, "ratings": 2020, "registrations": 2020, "events": 2019, "scores": 2020}
UNIT = "LAOCAI"
TEXTS = (
    *("<b>&\"'", "Dòng có, phẩy; và chấm.", "1+1=2", "0123", "1976", "02/09/1976", "H'Mông K’Ho", "Ă" * 60),
    *("Trần Văn Hải, Trưởng khoa", "-5", "dấu ' nháy", "😀", "x", "Không"),
)
NOT_FILLED = frozenset({"kind", "status", "left_on", "full_name", "recipient", "title", "code", "ends_on"})
"""What names a row, and what other fields depend on."""


@pytest.fixture
def book(tmp_path: Path, sample_file: Path) -> Workspace:
    path = Path(shutil.copy(sample_file, tmp_path / "Sổ.sothidua"))
    raw = sqlite3.connect(path)
    raw.execute("UPDATE score_sheet SET state = 'DANG_CHAM', locked_on = NULL WHERE year = 2020")
    raw.commit()
    raw.close()
    return Workspace.open(path)


def typed(item: Field, draw: random.Random) -> tuple[object, str]:
    """What somebody types into a cell of a field, and the words in which the book shows it."""
    kind = item.type
    if isinstance(kind, OneOf):
        choice = draw.choice(list(item.choices))
        return draw.choice([choice.label, choice.label.upper()]), choice.label
    if isinstance(kind, Date):
        day, month = draw.randint(1, 28), draw.randint(1, 12)
        shown = f"{day:02d}/{month:02d}/2019"
        return draw.choice([shown, f"{day}/{month}/2019", f"ngày {day} tháng {month} năm 2019"]), shown
    if isinstance(kind, Points):
        quarters = draw.randint(0, 4)
        return quarters / 4, ("0", "0,25", "0,5", "0,75", "1")[quarters]
    if isinstance(kind, Integer):
        number = draw.randint(1, 300)
        return draw.choice([number, str(number)]), str(number)
    if isinstance(kind, Suggestion):
        word = draw.choice(list(item.choices)).label
        return word, word
    assert isinstance(kind, Text)
    words = draw.choice(TEXTS)
    return words, words


def allowed(kind: str, item: Field, collective: bool) -> bool:
    if item.key in NOT_FILLED | FORM_KINDS[kind].known or item.refers_to or item.shown_when:
        return False
    return item.key != "award" or not collective


@pytest.mark.parametrize("kind", ["events", "scores", "registrations", "ratings"])
@pytest.mark.parametrize("seed", range(3))
def test_what_is_filled_in_comes_back(book: Workspace, tmp_path: Path, kind: str, seed: int) -> None:
    draw = random.Random(f"{kind} {seed}")
    returned = ReturnedForm(make(book, kind, UNIT, YEARS[kind], tmp_path / "biểu.xlsx"))
    fields = {item.column_heading: item for item in FORM_KINDS[kind].fields() if allowed(kind, item, True)}
    wanted: dict[tuple[int, str], str] = {}
    rows = [row[0].row for row in returned.page.iter_rows(min_row=HEADING + 1) if row[-1].value and row[1].value]
    for row in draw.sample(rows, min(len(rows), 12)):
        if not returned.page.cell(row, returned.headings["TT"]).value:
            continue
        for heading in draw.sample(sorted(fields), draw.randint(1, min(3, len(fields)))):
            before = returned.page.cell(row, returned.headings[heading]).value
            if kind == "registrations" and not _registered(returned, row):
                continue
            if kind == "ratings" and not returned.page.cell(row, returned.headings["Xếp loại chất lượng"]).value:
                continue
            if kind == "scores" and not returned.page.cell(row, returned.headings["Tự chấm"]).value:
                continue
            value, shown = typed(fields[heading], draw)
            returned.put(row, heading, value)
            if shown != _as_shown(before):
                wanted[row, fields[heading].label] = shown
    done = bring_in(book, kind, returned.save())
    found = {(each.row, one.label): one.after for each in done.changed for one in each.changes}
    assert found == wanted
    assert done.added == ()


def _registered(returned: ReturnedForm, row: int) -> bool:
    return bool(returned.page.cell(row, returned.headings["Danh hiệu đăng ký"]).value)


def _as_shown(before: object) -> str:
    return str(before).replace(".", ",") if isinstance(before, float) else "" if before is None else str(before)


def test_a_whole_roster_filled_in_comes_back(book: Workspace, tmp_path: Path) -> None:
    """Fields without days change as typed; those with days change as of today."""
    draw = random.Random(7)
    returned = ReturnedForm(make(book, "staff", UNIT, 2020, tmp_path / "biểu.xlsx", sensitive=True))
    free: dict[str, Callable[[], tuple[str, str]]] = {
        "Dân tộc": lambda: _one_of("ethnicity", draw),
        "Giới tính": lambda: _one_of("gender", draw),
        "Ngày tuyển dụng": lambda: (f"{draw.randint(1, 9)}/1996", ""),
        "Số CCCD": lambda: (f"0{draw.randint(10**10, 10**11 - 1)}", ""),
        "Điện thoại": lambda: (f"09{draw.randint(10**7, 10**8 - 1)}", ""),
        "Ghi chú": lambda: (draw.choice(TEXTS), ""),
    }
    wanted: dict[tuple[int, str], str] = {}
    rows = [row[0].row for row in returned.page.iter_rows(min_row=HEADING + 1) if row[1].value]
    for row in rows:
        heading = draw.choice(sorted(free))
        before = _as_shown(returned.page.cell(row, returned.headings[heading]).value)
        value, shown = free[heading]()
        shown = shown or (f"0{value}" if heading == "Ngày tuyển dụng" else value)
        returned.put(row, heading, value)
        if shown != before:
            wanted[row, heading] = shown
    people = book.read(listing.count, Listing(kind="person"))
    done = bring_in(book, "staff", returned.save())
    assert {(each.row, one.label): one.after for each in done.changed for one in each.changes} == wanted
    assert book.read(listing.count, Listing(kind="person")) == people
    assert len(changes(done)) > 20


def _one_of(key: str, draw: random.Random) -> tuple[str, str]:
    item = next(item for item in FORM_KINDS["staff"].fields(sensitive=True) if item.key == key)
    label = draw.choice(list(item.choices)).label
    return label, label
