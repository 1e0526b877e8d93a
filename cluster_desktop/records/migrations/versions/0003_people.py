"""The staff roster, its search index, and yearly records."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# The index follows the names by trigger, once folded (đ included) and once with their marks.
_ADD = "INSERT INTO person_search(rowid, search_key, marked_key) VALUES (new.rowid, new.search_key, new.marked_key);"
_REMOVE = (
    "INSERT INTO person_search(person_search, rowid, search_key, marked_key) "
    "VALUES ('delete', old.rowid, old.search_key, old.marked_key);"
)


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "person",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("birth_date", sa.String(length=10), nullable=True),
        sa.Column("gender", sa.String(), nullable=True),
        sa.Column("ethnicity", sa.String(), nullable=True),
        sa.Column("religion", sa.String(), nullable=True),
        sa.Column("unit_uid", sa.String(length=36), nullable=False),
        sa.Column("department_uid", sa.String(length=36), nullable=True),
        sa.Column("position", sa.String(), nullable=True),
        sa.Column("job_title", sa.String(), nullable=True),
        sa.Column("employment", sa.String(), nullable=True),
        sa.Column("joined_unit", sa.String(length=10), nullable=True),
        sa.Column("party_joined", sa.String(length=10), nullable=True),
        sa.Column("party_official", sa.String(length=10), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("left_on", sa.String(length=10), nullable=True),
        sa.Column("degree", sa.String(), nullable=True),
        sa.Column("specialty", sa.String(), nullable=True),
        sa.Column("academic_title", sa.String(), nullable=True),
        sa.Column("political_theory", sa.String(), nullable=True),
        sa.Column("state_management", sa.String(), nullable=True),
        sa.Column("foreign_language", sa.String(), nullable=True),
        sa.Column("computing", sa.String(), nullable=True),
        sa.Column("home_town", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("other_name", sa.String(), nullable=True),
        sa.Column("identity_number", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.Column("marked_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["department_uid"], ["department.uid"], name=op.f("fk_person_department_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_person_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_department_uid"), "person", ["department_uid"], unique=False)
    op.create_index("ix_person_list", "person", ["deleted_at", "sort_key", "uid"], unique=False)
    op.create_index(op.f("ix_person_unit_uid"), "person", ["unit_uid"], unique=False)
    op.create_table(
        "discipline",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("person_uid", sa.String(length=36), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("decided_on", sa.String(length=10), nullable=False),
        sa.Column("ended_on", sa.String(length=10), nullable=True),
        sa.Column("decision_number", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_discipline_person_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_discipline")),
    )
    op.create_index(op.f("ix_discipline_person_uid"), "discipline", ["person_uid"], unique=False)
    op.create_table(
        "initiative",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("person_uid", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("decision_number", sa.String(), nullable=True),
        sa.Column("decided_on", sa.String(length=10), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_initiative_person_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_initiative")),
    )
    op.create_index(op.f("ix_initiative_person_uid"), "initiative", ["person_uid"], unique=False)
    op.create_index(op.f("ix_initiative_year"), "initiative", ["year"], unique=False)
    op.create_table(
        "rating",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("person_uid", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quality", sa.String(), nullable=False),
        sa.Column("party_quality", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_rating_person_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_rating")),
    )
    op.create_index(op.f("ix_rating_person_uid"), "rating", ["person_uid"], unique=False)
    op.create_index(op.f("ix_rating_year"), "rating", ["year"], unique=False)

    op.execute(
        "CREATE VIRTUAL TABLE person_search USING fts5("
        "search_key, marked_key, content='person', content_rowid='rowid', "
        "tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"
    )
    for name, when, body in (
        ("added", "AFTER INSERT", _ADD),
        ("removed", "AFTER DELETE", _REMOVE),
        ("changed", "AFTER UPDATE OF search_key, marked_key", _REMOVE + _ADD),
    ):
        op.execute(f"CREATE TRIGGER person_search_{name} {when} ON person BEGIN {body} END")
