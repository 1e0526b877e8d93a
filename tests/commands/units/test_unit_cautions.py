"""What a clerk is told before a unit is written: the Party's form, and a second unit when nobody said which is ours."""

from dataclasses import replace

from cluster_desktop.commands.law.cautions import cautions
from cluster_desktop.commands.records import records
from cluster_desktop.commands.settings.office import save_office
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.units.office import home_uid

SCHOOL = UnitDraft(code="SONLA", name="Trường Chính trị tỉnh Sơn La", short_name="Sơn La")
OTHER = UnitDraft(code="HAGIANG", name="Trường Chính trị tỉnh Hà Giang", short_name="Hà Giang")


def test_the_state_s_form_is_the_usual_one_and_choosing_the_party_s_warns_once(workspace: Workspace) -> None:
    assert SCHOOL.form == "NHA_NUOC"
    assert cautions(workspace, SCHOOL) == ()
    uid = records.create(workspace, SCHOOL).uids[0]
    party = replace(SCHOOL, form="DANG")
    (caution,) = cautions(workspace, party, uid)
    assert caution.field == "form"
    assert "chỉ chọn khi tỉnh ủy yêu cầu" in caution.sentence
    records.edit(workspace, uid, party)
    assert cautions(workspace, replace(party, note="Đã rõ"), uid) == ()


def test_a_second_unit_asks_which_one_is_ours(workspace: Workspace) -> None:
    first = records.create(workspace, SCHOOL).uids[0]
    assert workspace.read(home_uid) == first
    (caution,) = cautions(workspace, OTHER)
    assert "Hãy chọn ở Thiết lập, “Đơn vị của văn phòng”." in caution.sentence
    save_office(workspace, OfficeDraft(unit_uid=first))
    assert cautions(workspace, OTHER) == ()
    records.create(workspace, OTHER)
    assert workspace.read(home_uid) == first
