"""Check offline that a certificate is genuine: its code against the keys and the register of this workspace."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey
from sqlalchemy.orm import Session

from cluster_desktop.commands.printing.certificates import words_now
from cluster_desktop.commands.printing.printings import differences
from cluster_desktop.documents.pictures.square_codes import Progress, codes_in_file
from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.domain.printing.certificate_code import (
    FIELDS,
    PREFIX,
    BrokenCode,
    Code,
    NotACode,
    is_code,
    key_print,
    read_code,
    show_print,
)
from cluster_desktop.domain.text.dates import show_day
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Award
from cluster_desktop.records.queries.printing.printings import PrintedSheet, sheet_with_serial
from cluster_desktop.records.queries.printing.signing import own_seed, trusted_key


class CodeOutcome(Enum):
    """The result of checking a code."""

    GENUINE = "genuine"
    VOID = "void"
    """Signed by this workspace, which has since made the sheet void or revoked the award."""
    UNKNOWN_KEY = "unknown-key"
    ALTERED = "altered"
    BROKEN = "broken"
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeVerdict:
    """A plain sentence, the words of the code by their names, and the notes of this workspace."""

    outcome: CodeOutcome
    sentence: str
    words: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    key: str = ""
    notes: tuple[str, ...] = ()


_NOT_OURS = "Đây không phải mã kiểm tra của Sổ Thi Đua (mã của ta bắt đầu bằng {prefix})."
_BROKEN = "Mã bị thiếu hoặc chép sai chữ nên không đọc được. Hãy quét lại và chép cả đoạn."
_ALTERED = "KHÔNG ĐÚNG: chữ ký không khớp. Lời trong mã đã bị sửa, hoặc mã bị làm giả."
_VOID = "KHÔNG CÒN GIÁ TRỊ: giấy do chính sổ này ký nhưng nay không còn hiệu lực."
_GENUINE = "ĐÚNG: giấy do chính sổ này ký, lời trên giấy còn nguyên."
_UNREADABLE = (
    "Không tìm thấy mã kiểm tra đọc được. Hãy chụp thẳng, đủ sáng, chỉ lấy phần mã, hoặc dán chữ từ điện thoại."
)
_UNKNOWN = (
    "Chưa kiểm được: giấy do một sổ khác ký, khóa {key}. "
    "Hãy xin khóa công khai của cơ quan ấy (STDK1:…) rồi dán vào đây để nhận."
)


def verify_file(workspace: Workspace, path: Path, progress: Progress | None = None) -> tuple[CodeVerdict, ...]:
    """Check every code on the pages of a picture or PDF; those of others count only where none is ours.

    Raises FileMissing and its kin, CannotRead for a file that is no picture.
    """
    codes = codes_in_file(path, progress)
    if not codes:
        return (CodeVerdict(outcome=CodeOutcome.UNREADABLE, sentence=_UNREADABLE),)
    return tuple(verify_text(workspace, text) for text in [*filter(is_code, codes)] or codes)


def verify_text(workspace: Workspace, text: str) -> CodeVerdict:
    """Check the text of a code, as a telephone or a scanner read it."""
    try:
        code = read_code(text)
    except NotACode:
        return CodeVerdict(outcome=CodeOutcome.FOREIGN, sentence=_NOT_OURS.format(prefix=PREFIX))
    except BrokenCode:
        return CodeVerdict(outcome=CodeOutcome.BROKEN, sentence=_BROKEN)
    own, key, name = workspace.read(_signer, code.key_print)
    words = {FIELDS[word]: value for word, value in code.words.items() if value}
    shown = show_print(code.key_print)
    verdict = partial(CodeVerdict, words=words, sheet=code.sheet, key=shown)
    if key is None:
        return verdict(outcome=CodeOutcome.UNKNOWN_KEY, sentence=_UNKNOWN.format(key=shown))
    try:
        key.verify(code.message, code.signature)
    except BadSignatureError:
        return verdict(outcome=CodeOutcome.ALTERED, sentence=_ALTERED)
    if not own:
        sentence = f"ĐÚNG: giấy do {name or 'một sổ đã nhận khóa'} ký, khóa {shown}. Sổ này không giữ sổ in của nơi đó."
        return verdict(outcome=CodeOutcome.GENUINE, sentence=sentence)
    sheet = workspace.read(sheet_with_serial, code.sheet) if code.sheet else None
    ended = workspace.read(_ended, sheet) if sheet else ()
    if ended:
        return verdict(outcome=CodeOutcome.VOID, sentence=_VOID, notes=ended)
    return verdict(outcome=CodeOutcome.GENUINE, sentence=_GENUINE, notes=tuple(_noted(workspace, code, sheet)))


def _signer(session: Session, named: bytes) -> tuple[bool, VerifyKey | None, str]:
    """Find a key by its print: whether it is this workspace's own, the key, and whose it is."""
    seed = own_seed(session)
    own = SigningKey(seed).verify_key if seed else None
    if own is not None and key_print(bytes(own)) == named:
        return True, own, ""
    other = trusted_key(session, named)
    return (False, VerifyKey(other.public), other.name) if other else (False, None, "")


def _ended(session: Session, sheet: PrintedSheet) -> tuple[str, ...]:
    """Give the reasons why a sheet is no longer valid."""
    reasons: list[str] = []
    award = session.get(Award, sheet.award_uid)
    if sheet.ended_at:
        reasons.append(f"Tờ này đã bị hủy ngày {show_day(sheet.ended_at)}: {sheet.ended_because}.")
    if award is None or award.deleted_at is not None:
        reasons.append("Khen thưởng này đã bị xóa khỏi sổ.")
    elif award.state == AwardState.REVOKED:
        reasons.append(f"Khen thưởng này đã bị thu hồi: {award.revoked_because or 'không ghi lý do'}.")
    return tuple(reasons)


def _noted(workspace: Workspace, code: Code, sheet: PrintedSheet | None) -> Iterator[str]:
    """Describe a valid sheet as the register has it."""
    if not code.sheet:
        yield "Giấy chứng nhận của sự kiện không ghi trong sổ khen thưởng."
    elif sheet is None:
        yield "Sổ khen thưởng không ghi lần in tờ này; có thể tờ in ra từ bản chưa ghi nhớ."
    else:
        yield f"Sổ khen thưởng có tờ này, in ngày {show_day(sheet.printed_at)}."
        today = words_now(workspace, sheet.award_uid)
        changed = differences(sheet, today) if today else ()
        if changed:
            yield f"Từ ngày in, trong sổ đã sửa: {', '.join(changed).lower()}."
