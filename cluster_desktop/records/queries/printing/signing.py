"""The key a workspace signs its certificates with, and the keys of other workspaces it trusts."""

import json
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.printing.certificate_code import key_print, show_print
from cluster_desktop.records.models import Change, Setting

SEED_KEY: Final = "signing.seed"
"""The setting with the secret of this book's key; it is shown nowhere and goes into no other file."""
_TRUSTED: Final = "signing.known."


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """The public key of another workspace and the name of its office."""

    public: bytes
    name: str

    @property
    def shown(self) -> str:
        """The key's name as people read it to each other."""
        return show_print(key_print(self.public))


def own_seed(session: Session) -> bytes | None:
    """The secret of this workspace's key, 32 bytes. An undone key is read from the journal again, never replaced."""
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


def trusted_key_setting(key_print: bytes) -> str:
    """The name of the setting that holds another workspace's key."""
    return f"{_TRUSTED}{key_print.hex()}"


def trusted_key_value(key: TrustedKey) -> str:
    """Value of that setting: the public key in hexadecimal, and its name."""
    return f"{key.public.hex()} {key.name}"


def trusted_key(session: Session, key_print: bytes) -> TrustedKey | None:
    """The key of another workspace that this one trusts; None for any other."""
    statement = select(Setting.value).where(Setting.key == trusted_key_setting(key_print))
    value = session.scalars(statement).first()
    if not value:
        return None
    public, _blank, name = value.partition(" ")
    return TrustedKey(bytes.fromhex(public), name)
