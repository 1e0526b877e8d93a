"""The cluster's event log: what took place, who hosted, papers, results, gifts, participants, photos."""

from dataclasses import dataclass

from cluster_desktop.domain.events.vocabulary import (
    ATTENDEE_ROLES,
    GENRES,
    GIFT_RECIPIENTS,
    AttachmentKind,
    EventKind,
    EventLevel,
    Prize,
)
from cluster_desktop.domain.fields.fields import (
    Draft,
    choice,
    computed,
    date,
    integer,
    long_text,
    money,
    reference,
    suggestion,
    text,
    year,
    yes_no,
)
from cluster_desktop.domain.fields.types import Integer, Money, Year
from cluster_desktop.domain.people.people import BORN
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import fold
from cluster_desktop.errors import Problem

_PURPOSES = {"signs_pledge": "giao uoc", "closes_year": "tong ket"}
WHAT = "Sự kiện"
OWN = "Nội dung riêng"
MONEY = "Kinh phí, ghi chú"
_OF_EVENT = computed("year", "Năm", Year(), width=7, listed=False)
"""The year of the event that a record belongs to, which tells events of one name apart."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EventDraft(
    Draft,
    kind="event",
    label="sự kiện",
    title=("title",),
    sort=("starts_on", "title"),
    derived=(computed("papers", "Số tham luận", Integer(), width=9, heading="Tham luận"),),
):
    """One event of the log; fields that belong to some kinds only name them in ``shown_when``."""

    kind: str | None = choice(
        "Loại sự kiện",
        EventKind,
        aliases="Loại hình|Loại hoạt động|Loại, cấp|Loại sự kiện, cấp",
        required=True,
        listed=True,
        width=18,
        heading="Loại",
        part=WHAT,
    )
    title: str | None = text(
        "Tên, chủ đề",
        aliases="Tên sự kiện|Chủ đề|Tên hoạt động|Nội dung|Tên sự kiện, chủ đề|Tên hoạt động, sự kiện|Hoạt động",
        required=True,
        listed=True,
        width=52,
        wide=True,
        max_length=500,
        part=WHAT,
    )
    year: int | None = year("Năm", required=True, listed=True, filterable=True, part=WHAT)
    level: str | None = choice("Cấp", EventLevel, listed=True, width=11, part=WHAT)
    starts_on: PartialDate | None = date(
        "Ngày bắt đầu", aliases="Thời gian|Ngày tổ chức|Ngày, tháng", heading="Ngày", listed=True, part=WHAT
    )
    ends_on: PartialDate | None = date("Ngày kết thúc", part=WHAT)
    host_uid: str | None = reference(
        "Đơn vị đăng cai",
        "unit",
        aliases="Đơn vị chủ trì|Đơn vị tổ chức|Đăng cai|Đơn vị|Đăng cai, phối hợp",
        heading="Đăng cai",
        listed=True,
        filterable=True,
        wide=True,
        part=WHAT,
    )
    co_hosts: str | None = text(
        "Cơ quan khác phối hợp",
        aliases="Đơn vị phối hợp|Phối hợp|Cơ quan phối hợp",
        wide=True,
        width=24,
        max_length=500,
        part=WHAT,
        help="Cơ quan ngoài sổ, như Tỉnh đoàn; đơn vị của Cụm ghi ở thẻ Đơn vị phối hợp.",
    )
    place: str | None = text(
        "Địa điểm",
        aliases="Nơi tổ chức",
        listed=True,
        width=34,
        wide=True,
        max_length=300,
        part=WHAT,
        help="Ghi theo tên gọi vào thời điểm đó.",
    )
    chair: str | None = text("Chủ trì", wide=True, width=22, part=WHAT)
    attendance: int | None = integer(
        "Số người dự", aliases="Số đại biểu|Số lượng tham gia|Số người tham gia|Số người", listed=True, part=WHAT
    )
    paper_count: int | None = integer(
        "Tổng số tham luận (khi chưa ghi từng bài)",
        part=WHAT,
        help="Khi chỉ biết tổng số. Ghi đủ từng bài ở thẻ Tham luận thì số này tự bỏ.",
    )
    movement_uid: str | None = reference("Thuộc phong trào", "movement", wide=True, part=WHAT)
    organisers: str | None = text(
        "Cơ quan chủ trì, phối hợp",
        wide=True,
        max_length=500,
        part=OWN,
        shown_when=("kind", (EventKind.WORKSHOP, EventKind.CONTEST)),
    )
    proceedings: bool | None = yes_no("Có kỷ yếu", part=OWN, shown_when=("kind", (EventKind.WORKSHOP,)))
    beneficiaries: str | None = suggestion(
        "Đối tượng, quỹ được tặng",
        GIFT_RECIPIENTS,
        aliases="Đối tượng thăm, tặng quà|Đối tượng|Quỹ được ủng hộ",
        wide=True,
        width=26,
        part=OWN,
        shown_when=("kind", (EventKind.CHARITY, EventKind.DONATION)),
    )
    launched_by: str | None = text(
        "Cơ quan phát động", wide=True, part=OWN, shown_when=("kind", (EventKind.MOVEMENT, EventKind.DONATION))
    )
    registered_groups: int | None = integer("Số tập thể đăng ký", part=OWN, shown_when=("kind", (EventKind.MOVEMENT,)))
    registered_people: int | None = integer("Số cá nhân đăng ký", part=OWN, shown_when=("kind", (EventKind.MOVEMENT,)))
    signs_pledge: bool | None = yes_no(
        "Ký giao ước thi đua",
        part=OWN,
        shown_when=("kind", (EventKind.MEETING,)),
        help="Chọn “Có” thì trang Tổng quan tính bước ký giao ước của năm.",
    )
    closes_year: bool | None = yes_no(
        "Tổng kết năm",
        part=OWN,
        shown_when=("kind", (EventKind.MEETING,)),
        help="Chọn “Có” thì trang Tổng quan tính bước tổng kết của năm.",
    )
    documents: str | None = long_text(
        "Tài liệu, biên bản, quyết định",
        aliases="Văn bản|Số, ngày văn bản|Kế hoạch, công văn|Văn bản, kế hoạch|Số văn bản|Văn bản số",
        part=OWN,
        shown_when=("kind", (EventKind.MEETING,)),
    )
    cost_planned: int | None = money(
        "Kinh phí dự toán (đồng)", aliases="Dự toán|Kinh phí dự kiến|Kinh phí dự toán", part=MONEY
    )
    cost_spent: int | None = money(
        "Kinh phí thực chi (đồng)",
        aliases="Kinh phí|Kinh phí (đồng)|Kinh phí thực hiện|Tổng kinh phí|Chi phí|Kinh phí thực chi|Đã chi",
        part=MONEY,
    )
    summary: str | None = long_text("Diễn biến, kết quả, sơ kết, tổng kết", aliases="Kết quả", part=MONEY)
    news: str | None = long_text("Tin, bài đã đưa", part=MONEY, help="Tên báo, đài, trang tin và ngày đưa.")
    note: str | None = long_text("Ghi chú", part=MONEY)

    def problems(self) -> tuple[Problem, ...]:
        """Check that dates come in order and lie in the event's year."""
        problems = []
        if self.starts_on and self.ends_on and self.ends_on.latest < self.starts_on.earliest:
            problems.append(Problem("ends_on", f"Ngày kết thúc phải từ {self.starts_on.show()} trở đi."))
        if self.starts_on and self.year and self.starts_on.year != self.year:
            problems.append(Problem("starts_on", f"Ngày bắt đầu phải thuộc năm {self.year}."))
        return tuple(problems)


def kind_in(title: str) -> str | None:
    """Read the kind of an event out of the first words of its title, for a table that has no column for it."""
    words = f"{fold(title)} "
    named = {fold(word): kind for kind in EventKind for word in (kind.label, *kind.aliases)}
    first = [word for word in named if words.startswith(f"{word} ")]
    return named[max(first, key=len)] if first else None


def purposes_in(title: str) -> dict[str, bool]:
    """Read what a meeting is for out of its title, for a table that has no column for it: field keys and True."""
    words = fold(title)
    return {key: True for key, sign in _PURPOSES.items() if sign in words}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PaperDraft(Draft, kind="paper", label="tham luận", title=("title",), owners=("event_uid",), derived=(_OF_EVENT,)):
    """A paper (tham luận) of a workshop."""

    event_uid: str | None = reference("Hội thảo", "event", required=True)
    title: str | None = text("Tên tham luận", required=True, listed=True, width=44, wide=True, max_length=500)
    author: str | None = text("Tác giả", listed=True, width=22, wide=True)
    person_uid: str | None = reference(
        "Tác giả trong danh sách cán bộ", "person", heading="Cán bộ", listed=True, wide=True
    )
    unit_uid: str | None = reference("Đơn vị", "unit", listed=True, width=14, wide=True)
    printed: bool | None = yes_no("In kỷ yếu", listed=True)
    presented: bool | None = yes_no("Trình bày", listed=True)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ResultDraft(
    Draft,
    kind="result",
    label="kết quả",
    title=("discipline",),
    sort=("discipline", "prize"),
    owners=("event_uid",),
    derived=(_OF_EVENT,),
):
    """A sports result, a performance or a contest prize."""

    event_uid: str | None = reference("Sự kiện", "event", required=True)
    discipline: str | None = text(
        "Môn, nội dung thi", required=True, listed=True, width=24, wide=True, help="Ví dụ bóng chuyền hơi, tốp ca."
    )
    performer: str | None = text("Đội, người tham gia", listed=True, width=22, wide=True)
    unit_uid: str | None = reference("Đơn vị", "unit", listed=True, width=14, wide=True)
    person_uid: str | None = reference(
        "Người trong danh sách cán bộ", "person", heading="Cán bộ", listed=True, wide=True
    )
    work: str | None = text("Bài giảng, tiết mục", wide=True, width=28, max_length=300)
    genre: str | None = suggestion("Thể loại", GENRES, width=14, help="Của tiết mục văn nghệ.")
    prize: str | None = choice("Kết quả", Prize, listed=True, width=16)
    score: str | None = text("Điểm, thành tích", listed=True, width=12, max_length=40)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GiftDraft(
    Draft,
    kind="gift",
    label="quà tặng",
    title=("description",),
    owners=("event_uid",),
    derived=(computed("worth", "Tổng tiền", Money(), width=14), _OF_EVENT),
    lead=("description", "unit_uid", "quantity", "unit_value", "worth"),
):
    """Gifts given at a charity visit, or money given to a fund, by the unit that contributed them.

    They are worth their quantity times the value of one, unless the paper names another sum.
    """

    event_uid: str | None = reference("Sự kiện", "event", required=True)
    description: str | None = text("Quà, khoản ủng hộ", required=True, listed=True, width=28, wide=True)
    unit_uid: str | None = reference("Đơn vị đóng góp", "unit", listed=True, width=16, wide=True)
    quantity: int | None = integer("Số suất", listed=True, width=8)
    unit_value: int | None = money("Giá trị một suất (đồng)", heading="Mỗi suất", listed=True)
    amount: int | None = money(
        "Tổng tiền ghi riêng (đồng)",
        heading="Tổng tiền ghi riêng",
        help="Để trống thì bằng số suất nhân giá trị một suất; ghi khi chỉ biết tổng tiền hoặc tổng khác.",
    )


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CoHostDraft(
    Draft, kind="co_host", label="đơn vị phối hợp", title=("unit_uid",), owners=("event_uid",), derived=(_OF_EVENT,)
):
    """A unit of the book that holds an event together with its host."""

    event_uid: str | None = reference("Sự kiện", "event", required=True)
    unit_uid: str | None = reference("Đơn vị", "unit", required=True, listed=True, width=20, wide=True)
    note: str | None = text("Phần việc", listed=True, width=28, wide=True, help="Ví dụ phụ trách nội dung hội thảo.")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ParticipantDraft(
    Draft,
    kind="participant",
    label="đơn vị tham gia",
    title=("unit_uid",),
    owners=("event_uid",),
    derived=(_OF_EVENT,),
):
    """The number of people of a unit who took part."""

    event_uid: str | None = reference("Sự kiện", "event", required=True)
    unit_uid: str | None = reference("Đơn vị", "unit", required=True, listed=True, width=20, wide=True)
    people: int | None = integer("Số người", listed=True)
    note: str | None = text("Ghi chú", listed=True, width=28, wide=True)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AttendeeDraft(
    Draft,
    kind="attendee",
    label="người tham gia",
    title=("person_uid",),
    sort=("role", "person_uid"),
    owners=("event_uid", "person_uid"),
    derived=(_OF_EVENT, BORN),
):
    """A person of the roster who took part, and as what."""

    event_uid: str | None = reference("Sự kiện", "event", required=True)
    person_uid: str | None = reference("Cán bộ", "person", required=True, listed=True, width=24, wide=True)
    role: str | None = suggestion("Tham gia với tư cách", ATTENDEE_ROLES, listed=True, width=20, wide=True)
    note: str | None = text("Ghi chú", listed=True, width=28, wide=True)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ExpenseDraft(
    Draft, kind="expense", label="khoản chi", title=("description",), owners=("event_uid",), derived=(_OF_EVENT,)
):
    """A cost of an event, planned and spent, with the source of the money."""

    event_uid: str | None = reference("Sự kiện", "event", required=True)
    description: str | None = text("Khoản chi", required=True, listed=True, width=28, wide=True)
    source: str | None = text("Nguồn kinh phí", listed=True, width=22, wide=True)
    planned: int | None = money("Dự toán (đồng)", heading="Dự toán", listed=True)
    spent: int | None = money("Thực chi (đồng)", heading="Thực chi", listed=True)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AttachmentDraft(
    Draft,
    kind="attachment",
    label="ảnh, tệp",
    title=("caption",),
    sort=("position", "file_name"),
    owners=(
        *("event_uid", "person_uid", "nomination_uid", "score_uid", "decision_uid"),
        *("session_uid", "movement_uid", "cluster_uid", "pledge_target_uid", "handover_item_uid"),
    ),
):
    """A photo or file kept inside the workspace and shown with what it belongs to."""

    event_uid: str | None = reference("Sự kiện", "event")
    person_uid: str | None = reference("Cán bộ", "person")
    nomination_uid: str | None = reference("Đề nghị", "nomination")
    score_uid: str | None = reference("Điểm chấm", "score")
    decision_uid: str | None = reference("Quyết định", "decision")
    session_uid: str | None = reference("Phiên họp Hội đồng", "council_session")
    movement_uid: str | None = reference("Phong trào", "movement")
    cluster_uid: str | None = reference("Cụm, khối", "cluster")
    pledge_target_uid: str | None = reference("Chỉ tiêu giao ước", "pledge_target")
    handover_item_uid: str | None = reference("Nội dung bàn giao", "handover_item")
    kind: str | None = choice("Loại", AttachmentKind, required=True, default=AttachmentKind.PHOTO, listed=True)
    file_name: str | None = text("Tên tệp", required=True, listed=True, width=26, wide=True)
    caption: str | None = text("Chú thích", listed=True, width=48, wide=True, max_length=500)
    credit: str | None = text("Tác giả ảnh", listed=True, width=30, wide=True)
    position: int | None = integer("Thứ tự", width=7, help="Số nhỏ đứng trước.")
    sha256: str | None = text("Mã nội dung", required=True, max_length=64)
