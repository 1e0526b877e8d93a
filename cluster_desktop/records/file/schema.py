"""Bring a workspace file to the present schema with Alembic, on the file's own connection."""

from pathlib import Path

from sqlalchemy import Connection, text

from cluster_desktop import errors

APPLICATION_ID = 0x53544431  # "STD1": marks the file as ours for the operating system and for us
_MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"


def newest() -> int:
    """The schema number of the last migration step."""
    return max(_steps())


def check_version(application_id: int, version: int, name: str) -> None:
    """Raise NotAWorkspace, WorkspaceNewer or WorkspaceOlder for the file *name* whose numbers are not ours."""
    if application_id != APPLICATION_ID:
        raise errors.NotAWorkspace(f"“{name}” không phải là sổ thi đua (.sothidua). Hãy chọn tệp khác.")
    if version > newest():
        raise errors.WorkspaceNewer(
            f"“{name}” được ghi bằng phiên bản mới hơn của chương trình. "
            "Hãy cài bản mới nhất rồi làm lại; tệp không bị thay đổi."
        )
    if version < min(_steps()):
        raise errors.WorkspaceOlder(
            f"“{name}” là bản dùng thử rất cũ mà chương trình không còn đọc được. "
            "Hãy chọn tệp khác hoặc một bản sao lưu mới hơn; tệp không bị thay đổi."
        )


def _steps() -> list[int]:
    """The schema numbers that the files of the migration steps bear."""
    return [int(file.name[:4]) for file in _MIGRATIONS.glob("versions/[0-9]*.py")]


def upgrade(connection: Connection) -> None:
    """Run the missing migration steps inside the connection's transaction and stamp the file."""
    from alembic import command  # a fifth of a second that a file of the present schema need not wait for
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.execute(text(f"PRAGMA user_version = {newest()}"))
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
