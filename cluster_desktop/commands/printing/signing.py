"""Create the key of a workspace, exchange public keys with other offices, and sign certificates."""

from dataclasses import replace

from nacl.signing import SigningKey
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificates import Certificates
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.domain.printing.certificate_code import (
    BrokenCode,
    NotACode,
    code_text,
    key_print,
    key_text,
    message,
    read_key,
)
from cluster_desktop.domain.units.office import SquareCodeUse
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.printing.signing import (
    SEED_KEY,
    TrustedKey,
    own_seed,
    trusted_key_setting,
    trusted_key_value,
)
from cluster_desktop.records.queries.units.office import home_unit, office


def make_key(workspace: Workspace) -> Changes:
    """Create this workspace's own key (Ed25519), unless it has or had one before."""
    with workspace.changing("Tạo khóa ký giấy của sổ") as session:
        put(session, SEED_KEY, (own_seed(session) or bytes(SigningKey.generate())).hex())
        return session.changes()


def own_key(workspace: Workspace) -> SigningKey:
    """Read this workspace's key, created now where there is none."""
    seed = workspace.read(own_seed)
    if seed is None:
        make_key(workspace)
        seed = workspace.read(own_seed)
    return SigningKey(seed or b"")


def signed(workspace: Workspace, batch: Certificates) -> Certificates:
    """Give each certificate its code: words and sheet, signed by this workspace."""
    key = own_key(workspace)
    named = key_print(bytes(key.verify_key))
    contents = []
    for content in batch.contents:
        words = message(content.values(), content.sheet)
        contents.append(replace(content, code=code_text(words, named, key.sign(words).signature)))
    return replace(batch, contents=tuple(contents))


def wants_codes(workspace: Workspace) -> bool:
    """Check whether the office prints a code on all its certificates."""
    return workspace.read(office).code == SquareCodeUse.ALWAYS


def own_key_text(workspace: Workspace) -> str:
    """Write this workspace's public key as a text for offices that check its certificates."""
    return key_text(bytes(own_key(workspace).verify_key), workspace.read(_own_name))


def _own_name(session: Session) -> str:
    home = home_unit(session)
    return home.name if home else office(session).clerk or ""


def read_public_key(text: str) -> TrustedKey:
    """Read the key in a text that another office sent. Raises Refused for anything else."""
    try:
        return TrustedKey(*read_key(text))
    except (NotACode, BrokenCode) as error:
        raise errors.Refused(
            "Đây không phải khóa công khai của một sổ. Hãy chép lại cả đoạn bắt đầu bằng STDK1:."
        ) from error


def trust_key(workspace: Workspace, key: TrustedKey) -> Changes:
    """Accept certificates signed with this key of another office from now on."""
    with workspace.changing(f"Nhận khóa của {key.name or 'sổ khác'}") as session:
        put(session, trusted_key_setting(key_print(key.public)), trusted_key_value(key))
        return session.changes()
