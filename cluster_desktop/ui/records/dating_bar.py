"""The question below a person's form when a post or a degree is changed: something new since a day, or a slip?"""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from cluster_desktop import errors
from cluster_desktop.commands.records.careers import StandingPost, standing_post, when_emptied
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.timeline import POST
from cluster_desktop.domain.text.dates import DateProblem, PartialDate, parse_date
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.stints import TRAINED
from cluster_desktop.ui.kit.labels import label, rule
from cluster_desktop.ui.kit.layouts import BAR, Space, grow, in_column, in_row, stretch

_WIDTH = 104  # px of a field that holds a day


class _Group(QWidget):
    """One question: from a day on, or put right; ``entered`` when Enter is pressed in the day."""

    entered = Signal()
    last_day: ClassVar[str] = ""
    """The day typed last since the program was opened, which the next question begins with."""

    def __init__(self, since: str, slip: str, *, may_be_empty: bool = False) -> None:
        super().__init__()
        self._slip = slip
        self._may_be_empty = may_be_empty
        self.since = QRadioButton(since)
        self.slip = QRadioButton(slip)
        self.day = QLineEdit()
        self.day.setFixedWidth(_WIDTH)
        self.day.setAccessibleName(since)
        self.later = label("", "hint", wraps=True)
        self.problem = label("", "error", wraps=True)
        choices = QButtonGroup(self)
        choices.addButton(self.since)
        choices.addButton(self.slip)
        first = in_row(self.since, self.day, grow(self.later), space=Space.SMALL)
        in_column(first, self.problem, in_row(self.slip, stretch()), on=self, space=Space.NONE)
        self.since.clicked.connect(self._on_since_clicked)
        self.day.textEdited.connect(self._on_day_edited)
        self.day.returnPressed.connect(self.entered)

    def begin(self, *, change: bool, day: str) -> None:
        """Preset the answer for a change that has just been typed."""
        (self.since if change else self.slip).setChecked(True)
        self.day.setText(day)
        self.problem.clear()

    def tell(self, said_on: str, later: str) -> None:
        """Say of which line a slip would be put right, and what goes on holding after the change."""
        self.slip.setText(f"{self._slip} (từ {said_on})" if said_on else self._slip)
        self.later.setText(later)

    def tell_gone(self, sentence: str) -> None:
        """Say what goes where a level was emptied, which nothing is asked about; '' where something was typed."""
        for asking in (self.since, self.day, self.later, self.problem):
            asking.setVisible(not sentence)
        if sentence:
            self.slip.setChecked(True)
        self.slip.setText(sentence or self._slip)

    def dating(self) -> Dating:
        """The answer. Raises InvalidDraft for a day that is none, which stands below it too."""
        if self.slip.isChecked():
            return Dating(Way.CORRECTION)
        text = self.day.text().strip()
        if not text and self._may_be_empty:
            return Dating()
        try:
            day = parse_date(text)
        except DateProblem as problem:
            sentence = str(problem) if text else "Hãy gõ ngày bắt đầu thay đổi."
            self.problem.setText(sentence)
            self.day.setFocus(Qt.FocusReason.TabFocusReason)
            raise errors.invalid("", sentence) from problem
        _Group.last_day = text
        return Dating(Way.CHANGE, day.iso)

    def _on_since_clicked(self) -> None:
        self.day.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_day_edited(self) -> None:
        self.since.setChecked(True)
        self.problem.clear()


class DatingBar(QWidget):
    """Asks about the dated fields that differ from what is stored; hidden while none does. ``entered``: Enter saves."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.post = _Group("Thay đổi từ &ngày", "&Sửa chỗ ghi sai")
        self.training = _Group("Mới &đạt, ngày hoặc năm", "Sửa chỗ &ghi sai", may_be_empty=True)
        self._asked: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
        self._gone: frozenset[str] = frozenset()
        in_column(rule(), in_column(self.post, self.training, margins=BAR), on=self, space=Space.NONE)
        for group in (self.post, self.training):
            group.entered.connect(self.entered)
        self.hide()

    def ask(self, workspace: Workspace, uid: str, stored: Mapping[str, Value], typed: Mapping[str, Value]) -> None:
        """Ask about what is *typed* over what is *stored* of somebody; what was empty is filled in unasked."""
        changed = {key for key in (*POST, *TRAINED) if key in typed and typed[key] != stored[key]}
        asked = {key for key in changed if stored[key] is not None}
        groups = frozenset(asked & set(POST)), frozenset(asked & {"degree", "political_theory", "academic_title"})
        if groups != self._asked and any(groups) and not workspace.busy:
            self._begin(workspace.read(standing_post, uid, groups[0]), groups, stored, typed)
        self._asked = groups
        gone = frozenset(key for key in groups[1] if typed[key] is None)
        if gone != self._gone and not workspace.busy:
            whole = gone == groups[1]
            self.training.tell_gone(_gone_words(workspace, uid, gone) if whole else "")
            self._gone = gone
        self.post.setVisible(bool(groups[0]))
        self.training.setVisible(bool(groups[1]))
        self.setVisible(any(groups))

    def _begin(
        self,
        standing: StandingPost,
        groups: tuple[frozenset[str], frozenset[str]],
        stored: Mapping[str, Value],
        typed: Mapping[str, Value],
    ) -> None:
        today = _shown(standing.today)
        posts, training = groups
        if posts - self._asked[0]:
            change = any(standing.is_change(key, stored[key], typed[key]) for key in posts)
            self.post.begin(change=change, day=_Group.last_day or today)
        later = "; ".join(f"{words} từ {_shown(day)}" for words, day in standing.later)
        self.post.tell(_shown(standing.said_on), f"Sau đó giữ: {later}." if later else "")
        if training - self._asked[1]:
            risen = any(standing.has_risen(key, stored[key], typed[key]) for key in training)
            self.training.begin(change=risen, day="" if risen else today)

    def dating(self) -> Dating:
        """The answers. Raises InvalidDraft for a day that is none."""
        posts, training = self._asked
        answer = self.post.dating() if posts else Dating()
        # A level that was empty before is filled in: the day of the post says nothing of it.
        return answer.with_training(self.training.dating() if training else Dating())


def _gone_words(workspace: Workspace, uid: str, keys: Iterable[str]) -> str:
    """What emptying these levels does, as the clerk would see it after saving."""
    sentences = []
    for key in sorted(keys):
        gone, below = workspace.read(when_emptied, uid, key)
        sentences.append(f"Bỏ {gone}; sau đó tính {below}" if below else f"Bỏ {gone}")
    return "; ".join(sentences)


def _shown(day: str) -> str:
    return PartialDate.from_iso(day).show() if day else ""
