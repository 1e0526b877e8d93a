"""Many are chosen at once; who had left is chosen alone."""

from datetime import date

from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.awards.recipient_picker import RecipientPicker


def test_choosing_all_passes_over_who_left_within_the_year(qtbot: QtBot, workspace: Workspace, unit: str) -> None:
    here = records.create(workspace, PersonDraft(full_name="Lò Văn An", unit_uid=unit)).uids[0]
    left = PersonDraft(full_name="Lò Văn Bình", unit_uid=unit, status="NGHI_HUU", left_on=PartialDate(2020, 9, 1))
    gone = records.create(workspace, left).uids[0]
    picker = RecipientPicker(workspace, date(2020, 12, 31), unit)
    qtbot.addWidget(picker)
    words = [picker.list.item(place).text() for place in range(picker.list.count())]
    assert words == ["Lò Văn An", "Lò Văn Bình · nghỉ hưu ngày 01/09/2020"]
    picker.tick_all()
    assert [recipient.uid for recipient in picker.chosen()] == [here]
    picker.list.tick({*picker.list.values()})
    assert [recipient.uid for recipient in picker.chosen()] == [here, gone]
    picker.tick_all()
    assert [recipient.uid for recipient in picker.chosen()] == [here, gone]
