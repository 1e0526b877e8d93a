"""Labels, tags, rules and buttons in the program's few styles."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from cluster_desktop.ui.kit import icons, theme


def label(text: str, role: str = "", *, wraps: bool = False, buddy: QWidget | None = None) -> QLabel:
    """A label in a role of the style sheet: title, record, section, label, hint, quiet, error.

    The letter after "&" in *text* leads to the field *buddy*.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wraps)
    if buddy is not None:
        made.setBuddy(buddy)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def put_on_ground(widget: QWidget, role: str = "surface") -> None:
    """Let a widget have the ground that the style sheet gives its role."""
    widget.setProperty("role", role)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def tip(text: str) -> str:
    """*text* as a tooltip that Qt does not take for markup."""
    return f"<span>{escape(text)}</span>".replace("\n", "<br>") if "<" in text else text


def rule(*, upright: bool = False) -> QFrame:
    """A thin line between parts."""
    line = QFrame()
    line.setProperty("role", "upright" if upright else "rule")
    return line


def button(text: str, on_click: Callable[[], object], *, kind: str = "", icon: str = "", tip: str = "") -> QPushButton:
    """A push button; *kind* is primary, quiet, link or '' for an ordinary one."""
    made = QPushButton(text)
    if kind:
        made.setProperty("kind", kind)
    if icon:
        made.setIcon(icons.icon(icon, "on_accent" if kind == "primary" else "text"))
        made.setIconSize(QSize(16, 16))
    if tip:
        made.setToolTip(tip)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    made.clicked.connect(on_click)
    return made


def icon_button(icon: str, name: str, on_click: Callable[[], object] | None = None) -> QToolButton:
    """A square button with an icon only; *name* is its tooltip and its name for screen readers."""
    made = QToolButton()
    made.setProperty("kind", "icon")
    made.setIcon(icons.icon(icon))
    made.setIconSize(QSize(16, 16))
    made.setFixedSize(theme.CONTROL, theme.CONTROL)
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if on_click is not None:
        made.clicked.connect(on_click)
    return made


def action(parent: QWidget, text: str, on_trigger: Callable[[], object], *, icon: str = "", keys: str = "") -> QAction:
    """An action of a menu or a button, with its keyboard short cut."""
    made = QAction(text, parent)
    made.triggered.connect(on_trigger)
    if icon:
        made.setIcon(icons.icon(icon))
    if keys:
        made.setShortcut(keys)
    return made


class IconLabel(QWidget):
    """An icon beside words; drawn anew for each scheme and each screen. The words beside it carry its meaning."""

    def __init__(self, name: str = "", size: int = 16, token: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token = name, token
        self.setFixedSize(size, size)

    def set_icon(self, name: str, token: str = "text") -> None:
        """Show another icon, or none for ''."""
        self._name, self._token = name, token
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, icons.pixmap(self._name, self.width(), self._token, self.devicePixelRatioF()))


class TagLabel(QWidget):
    """A short word on a quiet coloured ground; the word itself says the state, not the colour."""

    def __init__(self, text: str, tone: str = "quiet", tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._tone = tone
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tag(self, text: str, tone: str, tip: str = "") -> None:
        """Say something else."""
        self._text, self._tone = text, tone
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word that is shown."""
        return self._text

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 14, metrics.height() + 6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        front, ground = theme.tone_colours(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setPen(front)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
