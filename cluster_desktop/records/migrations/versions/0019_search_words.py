"""Records are found with i for y and without an apostrophe; their keys are written anew after the last step."""

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Change no table: ``records/search_keys.py`` writes the keys of whatever file was upgraded."""
