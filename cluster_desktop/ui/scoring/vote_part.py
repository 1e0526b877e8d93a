"""Suy tôn: the vote on the ranked units, and its result as nominations."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget
from typing_extensions import override

from cluster_desktop.commands.scoring.score_vote import VoteCell, nominate_result, nominated_units, rounds_of, set_votes
from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.fields.types import show_points
from cluster_desktop.domain.scoring.score_vote import VOTED_AWARDS, proposed_awards, share, votes_by_unit
from cluster_desktop.domain.scoring.scored_sheet import Side
from cluster_desktop.ui.grid.cell_model import CellLook, TypedCell
from cluster_desktop.ui.grid.cell_table import CellTable
from cluster_desktop.ui.imports.import_lists import import_into_sheet
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import grow
from cluster_desktop.ui.printing.print_chips import ChipChoice, ChoiceChip
from cluster_desktop.ui.scoring.desk import ScoreDesk
from cluster_desktop.ui.scoring.part import ScoringPart, UnitsModel

_HEADINGS: Final = (
    "Hạng", "Đơn vị", "Kết luận", "Phiếu Cờ thi đua", "Tỷ lệ", "Phiếu Bằng khen", "Tỷ lệ", "Đề nghị",
)  # fmt: skip
_WIDTHS: Final = (100, 200, 96, 126, 64, 130, 64, 180)
_UNIT, _POINTS, _RESULT = 1, 2, 7
_VOTES: Final = {3: AwardKind.PROVINCE_FLAG, 5: AwardKind.PROVINCE_MERIT}
_SHARES: Final = {4: AwardKind.PROVINCE_FLAG, 6: AwardKind.PROVINCE_MERIT}
_NOTHING: Final = "Không"
_NAMES: Final[Mapping[str, str]] = {award: award.short for award in VOTED_AWARDS}
_MOST_BALLOTS: Final = 999
NEW_ROUND: Final = "new"


class VoteModel(UnitsModel):
    """A row for each unit, the best first; votes are typed, proposed awards can be changed."""

    HEADINGS = _HEADINGS

    def __init__(self, desk: ScoreDesk) -> None:
        super().__init__(desk)
        self.done: frozenset[tuple[str, str]] = frozenset()
        self.chosen: dict[str, str] = {}
        """The choices by hand: award by unit, '' for nothing."""
        self.votes_total: int | None = None

    def show(self, done: frozenset[tuple[str, str]]) -> None:
        """Show the present sheet; *done* are the nominations there are."""
        units = self._desk.sums.by_rank(self._desk.sheet)
        uids = {unit.uid for unit in units}
        self.done = done
        self.chosen = {uid: award for uid, award in self.chosen.items() if uid in uids}
        self.set_units(units)

    def result(self) -> dict[str, str]:
        """Return award by unit as proposed or chosen, without what is nominated already."""
        proposed = proposed_awards(self._desk.sheet, self._desk.sums) | self.chosen
        return {uid: award for uid, award in proposed.items() if award and (uid, award) not in self.done}

    @override
    def words(self, row: int, column: int) -> str:
        unit = self.units[row]
        if column == 0:
            rank = self._desk.sums.rank(unit.uid, Side.FINAL)
            return rank.words if rank else "–"
        if column == _UNIT:
            return unit.short_name
        if column == _POINTS:
            total = self._desk.sums.total(unit.uid, Side.FINAL)
            return "" if total is None else show_points(total)
        if column == _RESULT:
            return self._result(unit.uid)
        vote = votes_by_unit(self._desk.sheet, _VOTES.get(column) or _SHARES[column]).get(unit.uid)
        if vote is None:
            return ""
        return share(vote) if column in _SHARES else str(vote.votes_for)

    def _result(self, uid: str) -> str:
        done = [_NAMES[award] for award in VOTED_AWARDS if (uid, award) in self.done]
        award = self.result().get(uid, "")
        if award:
            return _NAMES[award]
        return f"Đã đề nghị {', '.join(done)}" if done else _NOTHING

    @override
    def typed(self, row: int, column: int) -> str:
        if column == _RESULT:
            return _NAMES.get(self.result().get(self.units[row].uid, ""), _NOTHING)
        return self.words(row, column)

    @override
    def look(self, row: int, column: int) -> CellLook:
        quiet = column in _SHARES or (column == _RESULT and self.typed(row, column) == _NOTHING)
        proposed = column == _RESULT and not quiet
        return CellLook(
            bold=column == _UNIT or proposed,
            fixed=column not in _VOTES and column != _RESULT,
            quiet=quiet,
            icons=(("trophy", "good"),) if proposed else (),
        )

    @override
    def numeric(self, column: int) -> bool:
        return _POINTS <= column < _RESULT

    @override
    def editable(self, row: int, column: int) -> bool:
        return column in _VOTES or column == _RESULT

    @override
    def choices(self, row: int, column: int) -> Sequence[str]:
        return [_NOTHING, *_NAMES.values()] if column == _RESULT else ()

    @override
    def check(self, row: int, column: int, text: str) -> None:
        if column in _VOTES:
            votes = read_votes(text)
            if votes is not None and self.votes_total is not None and votes > self.votes_total:
                raise ValueError(f"Chỉ có {self.votes_total} phiếu. Hãy sửa số phiếu hoặc tổng số phiếu ở trên.")
        elif text not in (_NOTHING, *_NAMES.values()):
            raise ValueError("Hãy chọn Cờ thi đua, Bằng khen hoặc Không.")

    @override
    def write(self, cells: Sequence[TypedCell]) -> str:
        codes = {words: code for code, words in _NAMES.items()}
        for cell in cells:
            if cell.column == _RESULT:
                self.chosen[self.units[cell.row].uid] = codes.get(cell.text, "")
        votes = [
            VoteCell(self.units[cell.row].uid, _VOTES[cell.column], read_votes(cell.text))
            for cell in cells
            if cell.column in _VOTES
        ]
        return self.save(votes) if votes else ""

    def save(self, votes: Sequence[VoteCell]) -> str:
        """Write votes with the number of ballots; returns '' or the reason why not."""
        return self._desk.do(set_votes, self._desk.sheet.uid, tuple(votes), self.votes_total)


class VotePart(ScoringPart):
    """The number of ballots, the votes, and the round of the result."""

    def __init__(self, desk: ScoreDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Đưa vào đề nghị khen thưởng", "trophy", parent)
        self.model = VoteModel(desk)
        self.table = CellTable(self.model, "Kết quả suy tôn")
        self._shown = ""
        self.ballots = QLineEdit()
        self.ballots.setFixedWidth(64)
        self.ballots.setAccessibleName("Tổng số phiếu")
        self.ballots.editingFinished.connect(self._on_ballots_finished)
        self.round = ChoiceChip("Đợt đề nghị")
        self.round.chosen.connect(self._on_round_chosen)
        self.summary = label("", "quiet", wraps=True)
        come_in = button("Nhập từ tệp…", self.import_table, icon="import", tip="Kết quả suy tôn từ Excel, Word")
        self.arrange(self.table, label("Tổng số phiếu"), self.ballots, self.round, grow(self.summary), come_in)
        self.setTabOrder(self.table, come_in)  # from the table one step back leads to the round, as ever
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(_UNIT, QHeaderView.ResizeMode.Stretch)
        self.model.notice.connect(desk.tell)
        self.model.modelReset.connect(self._on_model_reset)

    def import_table(self) -> None:
        """Bring the votes of a file into the sheet."""
        import_into_sheet(self.desk.operations, "recommendations", self.desk.sheet.uid, self.window())

    @override
    def show_sheet(self) -> None:
        sheet, workspace = self.desk.sheet, self.desk.operations.workspace
        if sheet.uid != self._shown:  # what was chosen or typed for another sheet says nothing about this one
            self.model.chosen.clear()
            self.model.votes_total = None
            self._shown = sheet.uid
        kept = next((vote.votes_total for vote in sheet.votes if vote.votes_total is not None), None)
        self.model.votes_total = kept if kept is not None else self.model.votes_total or len(sheet.units) or None
        self.model.show(workspace.read(nominated_units, sheet.year))
        if not self.ballots.hasFocus():
            self.ballots.setText(str(self.model.votes_total or ""))
        rounds = [ChipChoice(option.uid, option.label) for option in workspace.read(rounds_of, sheet.year)]
        rounds.append(ChipChoice(NEW_ROUND, f"đợt mới “Bình xét, suy tôn … {sheet.year}”"))
        keys = {choice.key for choice in rounds}
        self.round.offer(rounds, self.round.key if self.round.key in keys else rounds[0].key)
        self._show_state()

    def _show_state(self) -> None:
        sheet, result = self.desk.sheet, self.model.result()
        self.action.setEnabled(bool(result))
        awards = ", ".join(f"{sheet.unit(uid).short_name}: {_NAMES[award]}" for uid, award in result.items())
        self.summary.setText(f"Sẽ đề nghị {awards}." if awards else "")
        mine = {unit.uid for unit in sheet.units}
        done = sum(uid in mine and award in VOTED_AWARDS for uid, award in self.model.done)
        if not sheet.locked:
            self.banner.show_text("Nên chốt bảng điểm trước khi bỏ phiếu, để điểm không đổi sau đó.", "caution")
        elif done and not result:
            self.banner.show_text(
                f"Đã có {done} đề nghị cho các đơn vị của cụm trong năm {sheet.year}.",
                "good",
                ("Xem đề nghị", partial(self.record_requested.emit, "nomination", "")),
            )
        else:
            self.banner.hide()

    @override
    def take_step(self) -> None:
        """Nominate each unit for its proposed or chosen award."""
        if not self.save():
            return
        result = self.model.result()
        where = None if self.round.key == NEW_ROUND else self.round.key
        if not self.desk.do(nominate_result, self.desk.sheet, result, where):
            self.model.chosen.clear()

    def _on_round_chosen(self, key: str) -> None:
        self.round.offer(self.round.choices, key)

    def _on_ballots_finished(self) -> None:
        try:
            total = read_votes(self.ballots.text())
        except ValueError as problem:
            self.desk.tell(str(problem), wrong=True)
            return
        if total != self.model.votes_total:
            before, self.model.votes_total = self.model.votes_total, total
            if self.desk.sheet.votes and self.model.save(()):
                self.model.votes_total = before
                self.ballots.setText(str(before or ""))

    def _on_model_reset(self) -> None:
        if self.model.units:
            self.table.setCurrentIndex(self.model.index(0, min(_VOTES)))


def read_votes(text: str) -> int | None:
    """Read a number of ballots; None for ''. Raises ValueError with one sentence."""
    typed = text.strip()
    if not typed:
        return None
    if not typed.isdecimal() or int(typed) > _MOST_BALLOTS:
        raise ValueError(f"“{typed[:20]}” không phải là số phiếu. Gõ số nguyên, ví dụ 7.")
    return int(typed)
