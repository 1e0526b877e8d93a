"""The event log."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "event",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(), nullable=True),
        sa.Column("starts_on", sa.String(length=10), nullable=True),
        sa.Column("ends_on", sa.String(length=10), nullable=True),
        sa.Column("host_uid", sa.String(length=36), nullable=True),
        sa.Column("co_hosts", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("chair", sa.String(), nullable=True),
        sa.Column("attendance", sa.Integer(), nullable=True),
        sa.Column("movement_uid", sa.String(length=36), nullable=True),
        sa.Column("organisers", sa.String(), nullable=True),
        sa.Column("proceedings", sa.Boolean(), nullable=True),
        sa.Column("beneficiaries", sa.String(), nullable=True),
        sa.Column("launched_by", sa.String(), nullable=True),
        sa.Column("registered_groups", sa.Integer(), nullable=True),
        sa.Column("registered_people", sa.Integer(), nullable=True),
        sa.Column("documents", sa.String(), nullable=True),
        sa.Column("cost_planned", sa.Integer(), nullable=True),
        sa.Column("cost_spent", sa.Integer(), nullable=True),
        sa.Column("summary", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["host_uid"], ["unit.uid"], name=op.f("fk_event_host_uid")),
        sa.ForeignKeyConstraint(["movement_uid"], ["movement.uid"], name=op.f("fk_event_movement_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_event")),
    )
    op.create_index(op.f("ix_event_host_uid"), "event", ["host_uid"], unique=False)
    op.create_index(op.f("ix_event_movement_uid"), "event", ["movement_uid"], unique=False)
    op.create_index(op.f("ix_event_year"), "event", ["year"], unique=False)
    op.create_table(
        "gift",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("event_uid", sa.String(length=36), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=True),
        sa.Column("unit_value", sa.Integer(), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_uid"], ["event.uid"], name=op.f("fk_gift_event_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_gift_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_gift")),
    )
    op.create_index(op.f("ix_gift_event_uid"), "gift", ["event_uid"], unique=False)
    op.create_index(op.f("ix_gift_unit_uid"), "gift", ["unit_uid"], unique=False)
    op.create_table(
        "participant",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("event_uid", sa.String(length=36), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_uid"], ["event.uid"], name=op.f("fk_participant_event_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_participant_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_participant")),
    )
    op.create_index(op.f("ix_participant_event_uid"), "participant", ["event_uid"], unique=False)
    op.create_index(op.f("ix_participant_unit_uid"), "participant", ["unit_uid"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("event_uid", sa.String(length=36), nullable=True),
        sa.Column("person_uid", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("caption", sa.String(), nullable=True),
        sa.Column("credit", sa.String(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_uid"], ["event.uid"], name=op.f("fk_attachment_event_uid")),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_attachment_person_uid")),
        sa.ForeignKeyConstraint(["sha256"], ["blob.sha256"], name=op.f("fk_attachment_sha256")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_event_uid"), "attachment", ["event_uid"], unique=False)
    op.create_index(op.f("ix_attachment_person_uid"), "attachment", ["person_uid"], unique=False)
    op.create_index(op.f("ix_attachment_sha256"), "attachment", ["sha256"], unique=False)
    op.create_table(
        "paper",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("event_uid", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("person_uid", sa.String(length=36), nullable=True),
        sa.Column("unit_uid", sa.String(length=36), nullable=True),
        sa.Column("printed", sa.Boolean(), nullable=True),
        sa.Column("presented", sa.Boolean(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_uid"], ["event.uid"], name=op.f("fk_paper_event_uid")),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_paper_person_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_paper_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_paper")),
    )
    op.create_index(op.f("ix_paper_event_uid"), "paper", ["event_uid"], unique=False)
    op.create_index(op.f("ix_paper_person_uid"), "paper", ["person_uid"], unique=False)
    op.create_index(op.f("ix_paper_unit_uid"), "paper", ["unit_uid"], unique=False)
    op.create_table(
        "result",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("event_uid", sa.String(length=36), nullable=False),
        sa.Column("discipline", sa.String(), nullable=False),
        sa.Column("performer", sa.String(), nullable=True),
        sa.Column("unit_uid", sa.String(length=36), nullable=True),
        sa.Column("person_uid", sa.String(length=36), nullable=True),
        sa.Column("prize", sa.String(), nullable=True),
        sa.Column("score", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_uid"], ["event.uid"], name=op.f("fk_result_event_uid")),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_result_person_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_result_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_result")),
    )
    op.create_index(op.f("ix_result_event_uid"), "result", ["event_uid"], unique=False)
    op.create_index(op.f("ix_result_person_uid"), "result", ["person_uid"], unique=False)
    op.create_index(op.f("ix_result_unit_uid"), "result", ["unit_uid"], unique=False)
