"""Service and training with their days; what a book says of people today becomes their first lines."""

import datetime
import uuid
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
_AT_WORK, _BEGAN, _SEEN = "DANG_CONG_TAC", "TU_NGAY", "TINH_DEN"
_POST = ("unit_uid", "department_uid", "position", "job_title", "employment", "status")
_TRAINING = {"CHUYEN_MON": "degree", "LY_LUAN": "political_theory", "HOC_HAM": "academic_title"}
_BASIS = "Số liệu có trong sổ khi nâng cấp"
_COLUMNS = ("uid", "deleted_at", "sample_note", *_POST, "joined_unit", "left_on", *_TRAINING.values(), "specialty")


def upgrade() -> None:
    """Add the tables, and state in them what stands on each person."""
    _add_tables()
    link = op.get_bind()
    last_act = link.execute(sa.text("SELECT max(at) FROM act")).scalar()
    yesterday = (datetime.date.today() - datetime.timedelta(days=1)).isoformat()
    seen_on = min(str(last_act or yesterday)[:10], yesterday)
    service: list[dict[str, Any]] = []
    training: list[dict[str, Any]] = []
    columns = ", ".join(_COLUMNS)
    for row in link.execute(sa.text(f"SELECT {columns} FROM person")).mappings().all():
        person = dict(row)
        owner = {"person_uid": person["uid"], "deleted_at": person["deleted_at"], "sample_note": person["sample_note"]}
        keys = {"sort_key": "", "search_key": ""}
        service += [{"uid": str(uuid.uuid4()), **owner, **keys, **line} for line in _service(person, seen_on)]
        training += [{"uid": str(uuid.uuid4()), **owner, **keys, **line} for line in _training(person, seen_on)]
    for name, lines in (("service", service), ("qualification", training)):
        if lines:
            link.execute(sa.insert(sa.table(name, *map(sa.column, lines[0]))), lines)
    if last_act is not None:
        _close_the_way_back(link)


def _service(person: dict[str, Any], seen_on: str) -> list[dict[str, Any]]:
    """How it stood when the book was last written to, and the days of coming and leaving as far as they are known."""
    seen = {key: person[key] for key in _POST if person[key] is not None}
    began: dict[str, dict[str, Any]] = {}
    left, joined, note = person["left_on"], person["joined_unit"], None
    if person["status"] != _AT_WORK and left:
        left = max(left, joined or "")  # "2020" after "2020-05": nobody leaves before they came
        began[left] = {"status": seen["status"]}
        seen["status"] = _AT_WORK
        seen_on = min(seen_on, _day_before(left))
    elif left:
        shown = "/".join(reversed(left.split("-")))
        note = f"Sổ ghi ngày thôi công tác {shown} nhưng tình trạng là đang công tác."
    if joined:
        there = began.setdefault(joined, {})
        there["unit_uid"] = seen.pop("unit_uid")
        if seen["status"] == _AT_WORK:
            status = seen.pop("status")
            there.setdefault("status", status)
    lines: list[tuple[str, str, dict[str, Any], str | None]] = [
        (day, _BEGAN, said, None) for day, said in began.items()
    ]
    if seen or note:
        lines.append((seen_on, _SEEN, seen, note))
    return [
        {
            "day": day,
            "how": how,
            "said": ",".join(said),
            **dict.fromkeys(_POST),
            **said,
            "basis": _BASIS,
            "note": remark,
        }
        for day, how, said, remark in lines
    ]


def _training(person: dict[str, Any], seen_on: str) -> list[dict[str, Any]]:
    lines = []
    for kind, column in _TRAINING.items():
        specialty = person["specialty"] if column == "degree" else None
        if person[column] is not None or specialty is not None:
            lines.append({"kind": kind, "value": person[column], "specialty": specialty, "seen_on": seen_on})
    return lines


def _day_before(day: str) -> str:
    """The last day before a partial date."""
    year, month, date = (*map(int, day.split("-")), 1, 1)[:3]
    return (datetime.date(year, month, date) - datetime.timedelta(days=1)).isoformat()


def _close_the_way_back(link: sa.Connection) -> None:
    """Acts of before wrote the columns that follow from the new lines now, so they are not taken back any more."""
    link.execute(sa.text("UPDATE act SET dropped = 1 WHERE undone = 1"))
    number = link.execute(sa.text("SELECT max(number) FROM act")).scalar_one() + 1
    uid = link.execute(sa.text("SELECT value FROM about WHERE key = 'uid'")).scalar_one()
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    act = {"number": number, "origin_number": number, "workspace_uid": uid, "at": now, "who": "", "kind": "do"}
    act |= {"label": "Nâng cấp sổ: quá trình công tác, trình độ", "undone": False, "dropped": False, "undoable": False}
    link.execute(sa.insert(sa.table("act", *map(sa.column, act))), [act])


def _add_tables() -> None:
    op.create_table(
        "qualification",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("person_uid", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("specialty", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("attained_on", sa.String(length=10), nullable=True),
        sa.Column("seen_on", sa.String(length=10), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_qualification_person_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_qualification")),
    )
    with op.batch_alter_table("qualification") as batch_op:
        batch_op.create_index(batch_op.f("ix_qualification_person_uid"), ["person_uid"], unique=False)

    op.create_table(
        "service",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("person_uid", sa.String(length=36), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=True),
        sa.Column("department_uid", sa.String(length=36), nullable=True),
        sa.Column("position", sa.String(), nullable=True),
        sa.Column("job_title", sa.String(), nullable=True),
        sa.Column("employment", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["department_uid"], ["department.uid"], name=op.f("fk_service_department_uid")),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_service_person_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_service_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_service")),
    )
    with op.batch_alter_table("service") as batch_op:
        batch_op.create_index(batch_op.f("ix_service_department_uid"), ["department_uid"], unique=False)
        batch_op.create_index(batch_op.f("ix_service_person_uid"), ["person_uid"], unique=False)
        batch_op.create_index(batch_op.f("ix_service_unit_uid"), ["unit_uid"], unique=False)

    op.create_table(
        "stint",
        sa.Column("person_uid", sa.String(length=36), nullable=False),
        sa.Column("from_on", sa.String(), nullable=False),
        sa.Column("until_on", sa.String(), nullable=False),
        sa.Column("unit_uid", sa.String(), nullable=False),
        sa.Column("department_uid", sa.String(), nullable=True),
        sa.Column("position", sa.String(), nullable=True),
        sa.Column("job_title", sa.String(), nullable=True),
        sa.Column("employment", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("degree", sa.String(), nullable=True),
        sa.Column("specialty", sa.String(), nullable=True),
        sa.Column("political_theory", sa.String(), nullable=True),
        sa.Column("academic_title", sa.String(), nullable=True),
        sa.Column("guessed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_stint_person_uid"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_uid", "from_on", name=op.f("pk_stint")),
    )
    with op.batch_alter_table("stint") as batch_op:
        batch_op.create_index("ix_stint_day", ["from_on", "until_on"], unique=False)
