"""A document as text that can be kept and compared: every word and figure of it in order, and nothing of its ink."""

import dataclasses
import difflib
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from cluster_desktop.documents.content.content import Document
from cluster_desktop.domain.text.dates import PartialDate

_SHOWN = 80  # letters of a difference


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two compositions differ: the words that were there and those that are; '' for none."""

    before: str
    after: str

    @property
    def sentence(self) -> str:
        """Say what stands there now instead of what stood there."""
        if not self.before:
            return f"Thêm “{self.after}”"
        return f"“{self.before}” nay là “{self.after}”" if self.after else f"Bỏ “{self.before}”"


def composition(document: Document) -> str:
    """The words and figures of a document in order, as JSON text; equal for documents that say the same."""
    return json.dumps(list(_words(document)), ensure_ascii=False)


def differences(kept: str, now: str) -> tuple[Difference, ...]:
    """Every place where the composition *now* says something else than the one that was *kept*."""
    if kept == now:
        return ()
    old, new = json.loads(kept), json.loads(now)
    places = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        Difference(_short(old[first:last]), _short(new[start:end]))
        for what, first, last, start, end in places
        if what != "equal"
    )


def _short(words: list[str]) -> str:
    text = " · ".join(words)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _words(part: Any) -> Iterator[str]:
    """The leaves of a part of the content, in the order of its fields."""
    if part is None or part == "" or isinstance(part, (bool, Enum)):
        return
    if isinstance(part, PartialDate):
        yield part.show()
    elif isinstance(part, bytes):
        yield hashlib.sha256(part).hexdigest()
    elif dataclasses.is_dataclass(part):
        again = {"data"} if isinstance(part, Document) else set()  # the same figures once more, for programs
        for field in dataclasses.fields(part):
            if field.name not in again:
                yield from _words(getattr(part, field.name))
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(part, (list, tuple)):
        for each in part:
            yield from _words(each)
    elif isinstance(part, float):
        return  # a measure of the page
    else:
        yield str(part)
