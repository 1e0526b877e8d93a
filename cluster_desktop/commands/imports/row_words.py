"""Take apart cells that say several things at once, before their fields are read."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cluster_desktop import errors
from cluster_desktop.commands.records.lookup import Lookup, key_of
from cluster_desktop.domain.awards.decision_names import NO_NUMBER
from cluster_desktop.domain.awards.decision_words import read_decision
from cluster_desktop.domain.awards.nominations import AwardDraft
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.fields.fields import Draft, Value, fields_of, read_texts
from cluster_desktop.domain.record_kinds.import_kinds import NAME, PLACE, RECIPIENT, REVOKED, ImportKind, RowSubject
from cluster_desktop.domain.text.date_words import read_span
from cluster_desktop.domain.text.dates import DateProblem
from cluster_desktop.domain.text.names import fold, nfc, unify_tones
from cluster_desktop.exchange.tables.group_words import may_be_a_person

_ADDRESS: Final = re.compile(
    r"^(?:(?:ông|bà|đồng chí|đ/c|đ\.c|pgs|gs|ts|ths|thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ|cn|bs|ks)(?:\.\s*|\s+|:\s*))+",
    re.IGNORECASE,
)
_COLLECTIVES: Final = (
    *("tập thể ", "khoa ", "phòng ", "ban ", "tổ ", "trung tâm ", "bộ môn ", "văn phòng", "trường ", "đơn vị "),
    *("học viện ", "chi bộ ", "đảng bộ ", "đảng ủy ", "công đoàn", "đoàn thanh niên", "đoàn trường", "đoàn cơ sở"),
    *("chi đoàn", "liên chi đoàn", "chi hội", "hội đồng ", "hội cựu", "hội sinh viên", "lớp ", "đội ", "câu lạc bộ"),
    *("nhóm ", "bộ phận ", "liên đoàn", "tap the "),
)
_AND: Final = re.compile(r"\s*[,;\n/&+]\s*|\s+và\s+|\s+[-–]\s+")
_LEADING_NUMBER: Final = re.compile(r"^\s*[-–•]?\s*(?:\d{1,2}\s*[.)]\s*)?")
_BRACKETS: Final = re.compile(r"\([^()]*\)?")
_AFTER_NAME: Final = re.compile(r"\s*[,;(]\s*|\s+[-–]\s+")
_PARTS: Final = re.compile(r"\s*[,;\n]\s*|\s+[-–]\s+")
_NOT_A_NAME: Final = re.compile(
    r"(khoa|phong|ban|to|trung tam|truong|pho|giang vien|chuyen vien|nhan vien|sinh|hieu truong|bi thu|ke toan|van thu"
    r"|vien chuc|giao vien|lai xe|thu ki|thu quy|chu tich|\d)\b"
)
_DEPARTMENTS: Final = ("khoa ", "phòng ", "ban ", "tổ ", "trung tâm ", "bộ môn ", "văn phòng")
_VOTES: Final = re.compile(r"(\d+)\s*(?:/|trên|tren)\s*(\d+)(?:\s*phiếu)?")
_DAY: Final = re.compile(r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4}|\d{1,2}\s*[/.\-]\s*\d{4}|\d{4}")
_AROUND: Final = " .,;*"  # a star refers to a note below the table
_GENDERS: Final = {"nam": "Nam", "nu": "Nữ"}
_AFTER_KIND: Final = ("\n", ";", ",", " - ", " – ")
_LEVEL: Final = next(item for item in fields_of(EventDraft) if item.key == "level")
_HOSTS: Final = re.compile(r"\s*[;\n]\s*")
_PARTS_OR_AND: Final = re.compile(r"\s*,\s*|\s+(?:và|phối hợp với|phối hợp)\s+")
_WITH: Final = re.compile(r"(?:đơn vị )?phối hợp(?: với)?\s*:?\s*", re.IGNORECASE)
_TAKEN_BACK: Final = re.compile(r"(?:đã )?thu hồi(?: ngày ([\d/.\-]+))?[\s:,;.]*(.*)", re.IGNORECASE | re.DOTALL)
_TAKEN: Final = "Đã thu hồi"
_FILES: Final = re.compile(r"\(?\d+ tệp đính kèm\)?")
_HOST: Final = "host_uid"
_CO_HOSTS: Final = "co_hosts"
_UNIT: Final = "unit_uid"
_DEPARTMENT: Final = "department_uid"


def read_values(draft: type[Draft], texts: Mapping[str, str]) -> dict[str, Value]:
    """Read the texts of a draft's fields. Raises InvalidDraft."""
    values, problems = read_texts(draft, texts)
    if problems:
        raise errors.InvalidDraft(problems)
    return values


def read_extra(kind: ImportKind, key: str, texts: Mapping[str, str]) -> int | None:
    """Read a number that no field of a record holds; None where the table says none. Raises InvalidDraft."""
    item = next(item for item in kind.fields if item.key == key)
    try:
        value = item.parse(texts.get(key, ""))
    except ValueError as problem:
        raise errors.invalid(key, str(problem)) from problem
    return value if isinstance(value, int) else None


@dataclass(frozen=True, slots=True)
class RowWords:
    """The rules for the cells of one kind of table, with the units of the workspace."""

    kind: ImportKind
    lookup: Lookup
    unit_uid: str | None = None

    def clear(self, texts: Mapping[str, str], inherited: Collection[str] = ()) -> dict[str, str]:
        """Part the texts by field so that each says one thing; a row's own words outweigh the *inherited* ones.

        Raises InvalidDraft for a day that is none.
        """
        clear = dict(texts)
        if self.kind.about in (RowSubject.PERSON, RowSubject.RECIPIENT):
            self._name(clear, RECIPIENT if RECIPIENT in clear else NAME)
            _birth(clear)
            self._place(clear, inherited)
        if self.kind.draft is EventDraft:
            _kind_and_level(clear)
            self._hosts(clear)
        if self.kind.about is RowSubject.CRITERION:
            _without_files(clear)
        if self.kind.draft is AwardDraft:
            _revoked(clear)
        _votes(clear)
        try:
            _decision(clear)
            _days(clear)
        except DateProblem as problem:
            key = "starts_on" if "starts_on" in clear else "decided_on"
            raise errors.invalid(key, str(problem)) from problem
        return clear

    def _name(self, texts: dict[str, str], key: str) -> None:
        """Part "Ông Nguyễn Văn Hiệp, Trưởng khoa", or a name over its post, into name and place of work."""
        lines = [line for line in (nfc(line) for line in texts.get(key, "").split("\n")) if line]
        if not lines:
            return
        while len(lines) > 1 and not _NOT_A_NAME.match(fold(lines[1]).lstrip("-( ")):
            lines[:2] = [f"{lines[0]} {lines[1]}"]
        first = _ADDRESS.sub("", lines[0])
        name, *rest = self._collective(first) if key == RECIPIENT and looks_collective(first) else _after_name(first)
        rest = [part for part in (*rest, *lines[1:]) if part]
        if key_of(lines[0]) in self.lookup.units or key_of(lines[0]) in self.lookup.homes:
            name, rest = lines[0], lines[1:]
        texts[key] = name.strip(_AROUND)
        rest = [part for part in rest if not _born(texts, part.strip(" ()"))]
        if rest and PLACE not in texts:
            texts[PLACE] = "\n".join(part.strip(" )") for part in rest)

    def _collective(self, line: str) -> list[str]:
        """Part "Khoa Nhà nước, pháp luật, Trường Chính trị tỉnh Lào Cai" where its school begins, not at each comma."""
        for cut in _AFTER_NAME.finditer(line):
            rest = line[cut.end() :]
            if "(" in cut.group() or self.lookup.unit_within(_AFTER_NAME.split(rest)[0]) is not None:
                return [line[: cut.start()], rest]
        return [line]

    def _place(self, texts: dict[str, str], inherited: Collection[str]) -> None:
        """Part "Phó trưởng khoa, Khoa Xây dựng Đảng, Trường Chính trị tỉnh Lào Cai" into its three parts."""
        if not texts.get(PLACE):
            return
        parts = [part for part in _PARTS.split(texts[PLACE]) if part]
        above = texts.pop(_DEPARTMENT, "") if _DEPARTMENT in inherited else ""
        named = next(filter(None, map(self.lookup.unit_within, reversed(parts))), None)
        if _UNIT in inherited and named is not None and named != self._unit(texts):
            texts[_UNIT], above = self.lookup.labels[named], ""
        self._take_place(texts, parts)
        if above:
            texts.setdefault(_DEPARTMENT, above)

    def _take_place(self, texts: dict[str, str], parts: Sequence[str]) -> None:
        posts: list[str] = []
        for part in reversed(parts):
            unit = self.lookup.unit_within(part)
            if _UNIT not in texts and unit is not None:
                texts[_UNIT] = self.lookup.labels[unit]
            elif unit is None and not self._takes_department(texts, part):
                posts.append(part)
        if posts and "position" not in texts:
            texts["position"] = ", ".join(reversed(posts))

    def _takes_department(self, texts: dict[str, str], part: str) -> bool:
        """Take the department a part names; False when it names a post too."""
        unit = self._unit(texts)
        if _DEPARTMENT in texts:
            return False
        if unify_tones(nfc(part)).lower().startswith(_DEPARTMENTS) or self.lookup.department(unit, part):
            texts[_DEPARTMENT] = part
            return True
        inside = self.lookup.department_within(unit, part) if unit else None
        if inside is not None:
            texts[_DEPARTMENT] = self.lookup.labels[inside]
        return False

    def _hosts(self, texts: dict[str, str]) -> None:
        """Part "Trường A; Trường B": the first unit hosts, the others go along with it."""
        words = texts.get(_HOST, "")
        if not words or key_of(words) in self.lookup.units:
            return
        for parted in (_HOSTS, _PARTS_OR_AND):
            host, *others = [part for part in parted.split(words, maxsplit=1) if part]
            if others and (parted is _HOSTS or key_of(host) in self.lookup.units):
                texts[_HOST] = host
                texts.setdefault(_CO_HOSTS, _WITH.sub("", others[0]).strip())
                break
        if _WITH.match(texts[_HOST]):
            texts.setdefault(_CO_HOSTS, _WITH.sub("", texts.pop(_HOST)).strip())

    def _unit(self, texts: Mapping[str, str]) -> str | None:
        try:
            return self.lookup.unit(texts[_UNIT]) if _UNIT in texts else self.unit_uid
        except errors.InvalidDraft:
            return None


def authors_in(words: str) -> tuple[str, ...]:
    """The people whom a cell names together: "Trần Văn Hải, Lý Thị Mỷ và Vàng A Páo"; none where it names one.

    Raises InvalidDraft where other words stand between them, so that nobody knows to whom these belong.
    """
    parts = [_ADDRESS.sub("", _LEADING_NUMBER.sub("", nfc(part))) for part in _AND.split(words) if part.strip()]
    parts = [_BRACKETS.sub("", part).strip(_AROUND) for part in parts]
    people = [part for part in parts if may_be_a_person(part) and not _NOT_A_NAME.match(fold(part))]
    if len(people) < 2:
        return ()
    if len(people) < len(parts):
        raise errors.invalid(NAME, f"Ô ghi nhiều người: {', '.join(people)}. Hãy ghi mỗi người một dòng.")
    return tuple(dict.fromkeys(people))


def looks_collective(name: str) -> bool:
    """Check for the words that names of collectives begin with."""
    return unify_tones(name).lower().startswith(_COLLECTIVES)


def _after_name(line: str) -> list[str]:
    return _AFTER_NAME.split(line, maxsplit=1)


def _born(texts: dict[str, str], part: str) -> bool:
    """Take words after a name as its birth date ("sinh ngày 02/09/1976", "1976"); False for others."""
    day = _DAY.search(part)
    if day is None or not (day.group() == part or fold(part).startswith("sinh")):
        return False
    texts.setdefault("birth_date", day.group())
    return True


def _birth(texts: dict[str, str]) -> None:
    """Part a birth date from the gender under it."""
    words = nfc(texts.get("birth_date", ""))
    day = _DAY.search(words)
    if day is None and fold(words) in _GENDERS:
        texts.setdefault("gender", _GENDERS[fold(texts.pop("birth_date"))])
    if day is None:
        return
    rest = fold(words[: day.start()] + words[day.end() :]).strip(" ,;()-")
    if rest in _GENDERS:
        texts["birth_date"] = day.group()
        texts.setdefault("gender", _GENDERS[rest])


def _kind_and_level(texts: dict[str, str]) -> None:
    """Part "Hội thảo khoa học" over "Cấp Cụm" into the kind of an event and its level."""
    words = texts.get("kind", "")
    for mark in _AFTER_KIND:
        kind, _, level = words.rpartition(mark)
        if kind and "level" not in texts and _names_level(level):
            texts.update(kind=kind, level=level)


def _names_level(words: str) -> bool:
    try:
        return _LEVEL.parse(words) is not None
    except ValueError:
        return False


def _without_files(texts: dict[str, str]) -> None:
    """Clear evidence of the number of files that are kept elsewhere."""
    if "evidence" in texts:
        texts["evidence"] = _FILES.sub("", texts["evidence"]).strip()


def _revoked(texts: dict[str, str]) -> None:
    """Read "Đã thu hồi ngày 05/03/2021: khai man thành tích"; other remarks say nothing of an award."""
    match = _TAKEN_BACK.match(texts.pop(REVOKED, ""))
    if match:
        texts.setdefault("state", _TAKEN)
        for key, text in zip(("revoked_on", "revoked_because"), match.groups(), strict=True):
            if text:
                texts.setdefault(key, text.strip())


def _votes(texts: dict[str, str]) -> None:
    """Part "9/11" into nine votes of eleven."""
    match = _VOTES.fullmatch(nfc(texts.get("votes_for", "")))
    if match:
        texts["votes_for"] = match.group(1)
        texts.setdefault("votes_total", match.group(2))


def _decision(texts: dict[str, str]) -> None:
    """Part number, day and issuer of a decision in one cell."""
    key = next((key for key in ("number", "decision_number") if texts.get(key)), "")
    if not key:
        return
    decision = read_decision(texts[key])
    unnumbered = not decision.number and decision.decided_on is not None and fold(texts[key]).startswith("quyet dinh")
    texts[key] = NO_NUMBER if unnumbered else decision.number
    if decision.decided_on is not None:
        texts.setdefault("decided_on", decision.decided_on.show())
    if decision.issuer:
        texts.setdefault("issuer", decision.issuer)


def _days(texts: dict[str, str]) -> None:
    """Part the days of an event in one cell."""
    if texts.get("starts_on"):
        first, last = read_span(texts["starts_on"])
        texts["starts_on"] = first.show()
        if last is not None:
            texts.setdefault("ends_on", last.show())
