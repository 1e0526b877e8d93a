"""What each picture shows: a name and how to get there. A scene may give the dialog to photograph."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.events.events_page import EventsPage
from cluster_desktop.ui.lists.figure_records import show_figure
from cluster_desktop.ui.overview.overview_page import OverviewPage
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS
from cluster_desktop.ui.printing.print_page import PrintPage
from cluster_desktop.ui.records.sections_page import SectionsPage
from tests.scenes.scene_parts import new, page, printed, record, view
from tests.scenes.scenes_awards import AWARD_SCENES
from tests.scenes.scenes_law import eligibility_of_all, law_and_money
from tests.scenes.scenes_printing import PRINT_SCENES
from tests.scenes.scenes_scoring import SCORING_SCENES
from tests.ui.typing import type_into

if TYPE_CHECKING:
    from tests.screenshots import Studio


def _milestones(studio: "Studio") -> object:
    page = studio.window.show_page("overview")
    if not isinstance(page, OverviewPage):
        raise TypeError("overview")
    return page.show_milestones()


def _event_dialog(dialog: str) -> Callable[["Studio"], object]:
    """A dialog of the event on show: many people, numbers of all units, a photo."""

    def arrange(studio: "Studio") -> object:
        from cluster_desktop.ui.events.attendees import AttendeesDialog
        from cluster_desktop.ui.events.participants import ParticipantsDialog

        record("events", "event", 6, tab="Ảnh, tệp")(studio)
        page = studio.window.show_page("events")
        operations: Any = studio.book.operations
        if not isinstance(page, EventsPage):
            raise TypeError("events")
        shown: Any
        if dialog == "photo":
            tab: Any = page.record.tabs.current_widget()
            shown = tab.show_large(tab.list.item(0).data(256))
        else:
            kinds = {"attendees": AttendeesDialog, "participants": ParticipantsDialog}
            shown = kinds[dialog](operations, page.record.uid, studio.window)
            shown.show()
        return shown

    return arrange


def _unit_act(name: str) -> Callable[["Studio"], object]:
    def arrange(studio: "Studio") -> object:
        page = studio.window.show_page("units")
        if not isinstance(page, SectionsPage):
            raise TypeError("units")
        units: Any = page.section("unit")
        page.choose("unit")
        units.list.view.selectRow(2)
        studio.settle()
        dialog = getattr(units, name)()
        if name == "merge":
            draft = MergerDraft(target_uid=units.list.model.row(0).uid, on=PartialDate(2025, 7, 1), reason="Nghị quyết")
            dialog.form.set_new(draft.values())
            dialog.form.changed.emit()
        return dialog

    return arrange


def _figures(studio: "Studio") -> object:
    """The annual summary with the list of its figures, and above it the records of one."""
    page = studio.window.show_page("print")
    if not isinstance(page, PrintPage):
        raise TypeError("print")
    page.show_item(next(item for item in PRINT_ITEMS if item.key == "annual-summary"))
    studio.settle(1.0)
    page.figures.show()
    page.figures.list.setCurrentRow(6)
    studio.shoot("nguon-so-lieu")
    papers = next(spot.source for spot in page.proof.spots if spot.source.noun) if page.proof is not None else None
    return show_figure(studio.book.operations, papers, page) if papers and studio.book.operations else None


def _editor(studio: "Studio") -> object:
    page = studio.window.show_page("print")
    if not isinstance(page, PrintPage):
        raise TypeError("print")
    page.show_item(PRINT_ITEMS[0])
    studio.settle(1.0)
    editor = page.own_layouts.edit()
    if editor is not None:
        editor.choose("box.signer-title")
    return editor


def _help(studio: "Studio") -> object:
    from cluster_desktop.ui.window.help_window import show_help

    return show_help(studio.window, "people")


def _import(studio: "Studio") -> object:
    from cluster_desktop.domain.record_kinds.import_kinds import STAFF
    from cluster_desktop.ui.imports.import_table import ImportDialog

    table = studio.folder.parent / "danh sách cán bộ.csv"
    table.write_text(
        "DANH SÁCH CÁN BỘ, VIÊN CHỨC\n\nTT,Họ và tên,Ngày sinh,Nam,Nữ,Chức vụ,Trình độ,LLCT\n"
        "1,Giàng A Páo,02/09/1976,x,,Giảng viên,Thạc sỹ,Cao cấp\n2,Lò Thị Ơn,31/02/1980,,x,Văn thư,Cử nhân,\n"
        "3,Vàng Thị Dợ,1990,,x,Chuyên viên,Đại học,Trung cấp\n",
        encoding="utf-8",
    )
    operations: Any = studio.book.operations
    dialog = ImportDialog(operations, STAFF, studio.window)
    dialog.show()
    dialog.read_file(table)
    studio.settle()
    return dialog


def _forms(studio: "Studio") -> object:
    from cluster_desktop.domain.record_kinds.form_kinds import FORM_KINDS
    from cluster_desktop.ui.imports.make_forms import FormsDialog

    operations: Any = studio.book.operations
    dialog = FormsDialog(operations, FORM_KINDS["staff"], 2020, studio.window)
    dialog.show()
    return dialog


def _nominations(studio: "Studio") -> Any:
    """The list of a unit in Word: a person born another day, one nobody knows, several titles in a cell."""
    import docx

    from cluster_desktop.domain.record_kinds.import_kinds import NOMINATIONS
    from cluster_desktop.ui.imports.import_table import ImportDialog

    operations: Any = studio.book.operations
    people = operations.workspace.read(listing.page, Listing(kind="person"), 0, 3)
    rows = (
        ("I. CÁ NHÂN", "", "", ""),
        ("1", people[0].title, "01/01/1950", "CSTĐCS"),
        ("2", people[1].title, people[1].shown["birth_date"], "LĐTT, CSTĐCS"),
        ("3", "Sùng A Dế", "02/09/1990", "Chiến sỹ thi đua cơ sở"),
        ("4", people[2].title, "", "Giấy khen của Hiệu trưởng"),
    )
    document = docx.Document()
    document.add_paragraph("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2020")
    table = document.add_table(len(rows) + 1, 4)
    for place, line in enumerate((("TT", "Họ và tên", "Ngày sinh", "Danh hiệu đề nghị"), *rows)):
        for cell, text in zip(table.rows[place].cells, line, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(1, 3))
    path = studio.folder.parent / "danh sách đề nghị.docx"
    document.save(str(path))
    dialog = ImportDialog(operations, NOMINATIONS, studio.window, year=2020)
    dialog.options.unit.setCurrentIndex(dialog.options.unit.findData(people[0].values["unit_uid"]))
    dialog.show()
    dialog.read_file(path)
    studio.settle()
    return dialog


def _match(studio: "Studio") -> object:
    from cluster_desktop.ui.imports.match_people import MatchPeopleDialog

    dialog = _nominations(studio)
    dialog.match_people()
    return dialog.findChild(MatchPeopleDialog)


def _restore(studio: "Studio") -> object:
    from cluster_desktop.records.file import backup
    from cluster_desktop.ui.window.recovery import choice_for
    from cluster_desktop.ui.window.restore import RestoreDialog, counts_of

    workspace: Any = studio.book.workspace
    backup.back_up(workspace, studio.book.backups)
    choice = choice_for(workspace.path, workspace.path.parent)
    dialog = RestoreDialog(replace(choice, now=counts_of(workspace)), studio.window)
    dialog.show()
    return dialog


def _welcome(studio: "Studio") -> object:
    studio.book.close()
    studio.book.show_welcome()
    return None


def _changed_post(studio: "Studio") -> object:
    """A post typed over another one, with the question since when."""
    record("people", "person", 4, tab="Thông tin chung")(studio)
    people: Any = studio.window.show_page("people")
    type_into(people.record.form, "position", "Trưởng phòng")
    studio.settle()
    studio.shoot("can-bo-thay-doi-hoi")
    people.discard()
    return None


SCENES: dict[str, Callable[["Studio"], object]] = {
    "tong-quan": page("overview"),
    "moc-cua-nam": _milestones,
    "can-bo": record("people", "person", 3),
    "can-bo-tim": record("people", "person", 0, search="hiep"),
    "can-bo-trinh-do": record("people", "person", 5, tab="Trình độ"),
    "can-bo-qua-trinh": record("people", "person", 5, tab="Quá trình công tác"),
    "can-bo-thay-doi": _changed_post,
    "can-bo-lich-su": record("people", "person", 5, tab="Lịch sử"),
    "nguoi-moi": new("people", "person"),
    "don-vi": record("units", "unit", 0),
    "khoa-phong": record("units", "department", 0),
    "vai-tro": record("units", "membership", 0),
    "vai-tro-bang": view("units", "membership", 1),
    "ban-giao": record("units", "handover_item", 0),
    "don-vi-khen-thuong": record("units", "unit", 0, tab="Khen thưởng"),
    "don-vi-tham-gia": record("units", "unit", 0, tab="Tham gia"),
    "don-vi-doi-ten": _unit_act("rename"),
    "don-vi-sap-nhap": _unit_act("merge"),
    "can-bo-tham-gia": record("people", "person", 5, tab="Tham gia"),
    "phong-trao": record("units", "movement", 0),
    "cum": record("units", "cluster", 0),
    "don-vi-moi": new("units", "unit"),
    "su-kien": record("events", "event", 2),
    "su-kien-anh": record("events", "event", 6, tab="Ảnh, tệp"),
    "su-kien-cong": record("events", "event", 4, tab="Cộng"),
    "su-kien-phoi-hop": record("events", "event", 3, tab="Đơn vị phối hợp"),
    "su-kien-qua": record("events", "event", 1, tab="Quà tặng"),
    "su-kien-lich": view("events", "event", 1),
    "su-kien-nam": view("events", "event", 2),
    "su-kien-nguoi": _event_dialog("attendees"),
    "su-kien-don-vi": _event_dialog("participants"),
    "su-kien-xem-anh": _event_dialog("photo"),
    "in-ban-giao": printed("handover-minutes"),
    "su-kien-moi": new("events", "event"),
    **SCORING_SCENES,
    "in-an": page("print"),
    **PRINT_SCENES,
    "sua-mau": _editor,
    "in-danh-sach": printed("short-list"),
    "in-thanh-tich": printed("achievement-report"),
    "in-bang-diem": printed("score-sheet"),
    "in-tong-ket": printed("annual-summary"),
    "ban-ghi-cua-so-lieu": _figures,
    "thiet-lap": page("settings"),
    "luat-muc-tien": law_and_money,
    "tro-giup": _help,
    "nhap-excel": _import,
    "bieu-de-dien": _forms,
    "nhap-de-nghi": _nominations,
    "nguoi-nao": _match,
    "khoi-phuc": _restore,
    **AWARD_SCENES,
    "ai-du-dieu-kien": eligibility_of_all,
    "de-nghi-dieu-kien": record("awards", "nomination", 2, tab="Điều kiện"),
    "chao-mung": _welcome,
}
