"""The key a book signs its certificates with, and the keys of other books it trusts."""

import json
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.printing.certificate_code import key_print, show_print
from cluster_desktop.records.models import Change, Setting

SEED_KEY: Final = "signing.seed"
"""The setting with the secret of this book's key; it is shown nowhere and goes into no other file."""
_KNOWN: Final = "signing.known."


@dataclass(frozen=True, slots=True)
class KnownKey:
    """The public key of another book and what its office is called."""

    public: bytes
    name: str

    @property
    def shown(self) -> str:
        """The key's name as people read it to each other."""
        return show_print(key_print(self.public))


def own_seed(session: Session) -> bytes | None:
    """The secret of this book's key, 32 bytes. A key that was undone is found again in the journal, never replaced."""
    kept = select(Setting.value).where(Setting.key == SEED_KEY, Setting.value != "")
    value = session.scalars(kept).first() or _undone_seed(session)
    return bytes.fromhex(value) if value else None


def _undone_seed(session: Session) -> str | None:
    noted = select(Change.new).where(Change.table_name == "setting", Change.new.contains(SEED_KEY, autoescape=True))
    for text in session.scalars(noted.order_by(Change.id)):
        values = json.loads(text or "null")
        if isinstance(values, dict) and values.get("key") == SEED_KEY:
            return str(values["value"])
    return None


def known_setting(key_print: bytes) -> str:
    """The name of the setting that holds another book's key."""
    return f"{_KNOWN}{key_print.hex()}"


def known_setting_value(key: KnownKey) -> str:
    """What that setting holds."""
    return f"{key.public.hex()} {key.name}"


def known_key(session: Session, key_print: bytes) -> KnownKey | None:
    """Another book's key that this book trusts; None for one it has never been given."""
    wanted = select(Setting.value).where(Setting.key == known_setting(key_print))
    value = session.scalars(wanted).first()
    if not value:
        return None
    public, _blank, name = value.partition(" ")
    return KnownKey(bytes.fromhex(public), name)
