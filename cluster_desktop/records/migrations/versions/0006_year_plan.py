"""Registrations, pledge, milestones, council sessions, dossier items, classes of units, more about events."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "handover_item",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=True),
        sa.Column("done_on", sa.String(length=10), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_handover_item")),
    )
    op.create_index(op.f("ix_handover_item_year"), "handover_item", ["year"], unique=False)
    op.create_table(
        "milestone",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("due_on", sa.String(length=10), nullable=False),
        sa.Column("done_on", sa.String(length=10), nullable=True),
        sa.Column("unit_uid", sa.String(length=36), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_milestone_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_milestone")),
    )
    op.create_index(op.f("ix_milestone_unit_uid"), "milestone", ["unit_uid"], unique=False)
    op.create_index(op.f("ix_milestone_year"), "milestone", ["year"], unique=False)
    op.create_table(
        "pledge_target",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("movement_uid", sa.String(length=36), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["movement_uid"], ["movement.uid"], name=op.f("fk_pledge_target_movement_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_pledge_target")),
    )
    op.create_index(op.f("ix_pledge_target_movement_uid"), "pledge_target", ["movement_uid"], unique=False)
    op.create_index(op.f("ix_pledge_target_year"), "pledge_target", ["year"], unique=False)
    op.create_table(
        "council_session",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("round_uid", sa.String(length=36), nullable=True),
        sa.Column("unit_uid", sa.String(length=36), nullable=True),
        sa.Column("held_on", sa.String(length=10), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("members_total", sa.Integer(), nullable=True),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.Column("opinions", sa.String(), nullable=True),
        sa.Column("conclusion", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["round_uid"], ["round.uid"], name=op.f("fk_council_session_round_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_council_session_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_council_session")),
    )
    op.create_index(op.f("ix_council_session_round_uid"), "council_session", ["round_uid"], unique=False)
    op.create_index(op.f("ix_council_session_unit_uid"), "council_session", ["unit_uid"], unique=False)
    op.create_index(op.f("ix_council_session_year"), "council_session", ["year"], unique=False)
    op.create_table(
        "expense",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("event_uid", sa.String(length=36), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("planned", sa.Integer(), nullable=True),
        sa.Column("spent", sa.Integer(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_uid"], ["event.uid"], name=op.f("fk_expense_event_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_expense")),
    )
    op.create_index(op.f("ix_expense_event_uid"), "expense", ["event_uid"], unique=False)
    op.create_table(
        "unit_rating",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=False),
        sa.Column("department_uid", sa.String(length=36), nullable=True),
        sa.Column("quality", sa.String(), nullable=False),
        sa.Column("party_quality", sa.String(), nullable=True),
        sa.Column("union_quality", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["department_uid"], ["department.uid"], name=op.f("fk_unit_rating_department_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_unit_rating_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_unit_rating")),
    )
    op.create_index(op.f("ix_unit_rating_department_uid"), "unit_rating", ["department_uid"], unique=False)
    op.create_index(op.f("ix_unit_rating_unit_uid"), "unit_rating", ["unit_uid"], unique=False)
    op.create_index(op.f("ix_unit_rating_year"), "unit_rating", ["year"], unique=False)
    op.create_table(
        "attendee",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("event_uid", sa.String(length=36), nullable=False),
        sa.Column("person_uid", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_uid"], ["event.uid"], name=op.f("fk_attendee_event_uid")),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_attendee_person_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_attendee")),
    )
    op.create_index(op.f("ix_attendee_event_uid"), "attendee", ["event_uid"], unique=False)
    op.create_index(op.f("ix_attendee_person_uid"), "attendee", ["person_uid"], unique=False)
    op.create_table(
        "council_member",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_uid", sa.String(length=36), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("person_uid", sa.String(length=36), nullable=True),
        sa.Column("office", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("attendance", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_council_member_person_uid")),
        sa.ForeignKeyConstraint(["session_uid"], ["council_session.uid"], name=op.f("fk_council_member_session_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_council_member")),
    )
    op.create_index(op.f("ix_council_member_person_uid"), "council_member", ["person_uid"], unique=False)
    op.create_index(op.f("ix_council_member_session_uid"), "council_member", ["session_uid"], unique=False)
    op.create_table(
        "registration",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("recipient_kind", sa.String(), nullable=False),
        sa.Column("person_uid", sa.String(length=36), nullable=True),
        sa.Column("department_uid", sa.String(length=36), nullable=True),
        sa.Column("unit_uid", sa.String(length=36), nullable=True),
        sa.Column("award", sa.String(), nullable=False),
        sa.Column("registered_on", sa.String(length=10), nullable=True),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["department_uid"], ["department.uid"], name=op.f("fk_registration_department_uid")),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_registration_person_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_registration_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_registration")),
    )
    op.create_index(op.f("ix_registration_department_uid"), "registration", ["department_uid"], unique=False)
    op.create_index(op.f("ix_registration_person_uid"), "registration", ["person_uid"], unique=False)
    op.create_index(op.f("ix_registration_unit_uid"), "registration", ["unit_uid"], unique=False)
    op.create_index(op.f("ix_registration_year"), "registration", ["year"], unique=False)
    op.create_table(
        "dossier_item",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("nomination_uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["nomination_uid"], ["nomination.uid"], name=op.f("fk_dossier_item_nomination_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_dossier_item")),
    )
    op.create_index(op.f("ix_dossier_item_nomination_uid"), "dossier_item", ["nomination_uid"], unique=False)
    op.create_table(
        "initiative_use",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("nomination_uid", sa.String(length=36), nullable=False),
        sa.Column("initiative_uid", sa.String(length=36), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["initiative_uid"], ["initiative.uid"], name=op.f("fk_initiative_use_initiative_uid")),
        sa.ForeignKeyConstraint(["nomination_uid"], ["nomination.uid"], name=op.f("fk_initiative_use_nomination_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_initiative_use")),
    )
    op.create_index(op.f("ix_initiative_use_initiative_uid"), "initiative_use", ["initiative_uid"], unique=False)
    op.create_index(op.f("ix_initiative_use_nomination_uid"), "initiative_use", ["nomination_uid"], unique=False)
