"""Labels, tags, rules and buttons in the program's few styles."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from cluster_desktop.ui.kit import icons, theme


def label(text: str, role: str = "", *, wraps: bool = False, buddy: QWidget | None = None) -> QLabel:
    """Create a label in a role of the style sheet: title, record, section, label, hint, quiet, error.

    The letter after "&" in *text* leads to the field *buddy*.
    """
    widget = QLabel(text)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        widget.setProperty("role", role)
    widget.setWordWrap(wraps)
    if buddy is not None:
        widget.setBuddy(buddy)
    return widget


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet depends on."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def put_on_ground(widget: QWidget, role: str = "surface") -> None:
    """Paint a widget with the ground that the style sheet gives its role."""
    widget.setProperty("role", role)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def tip(text: str) -> str:
    """Return *text* as a tooltip that Qt does not take for markup."""
    return f"<span>{escape(text)}</span>".replace("\n", "<br>") if "<" in text else text


def rule(*, upright: bool = False) -> QFrame:
    """Create a thin line between parts."""
    line = QFrame()
    line.setProperty("role", "upright" if upright else "rule")
    return line


class EnterButton(QPushButton):
    """A button that Enter presses while it has the focus; a dialog gives it no Enter from elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def button(text: str, on_click: Callable[[], object], *, kind: str = "", icon: str = "", tip: str = "") -> QPushButton:
    """Create a push button; *kind* is primary, quiet, link or '' for an ordinary one."""
    push = EnterButton(text)
    if kind:
        push.setProperty("kind", kind)
    if icon:
        push.setIcon(icons.icon(icon, "on_accent" if kind == "primary" else "text"))
        push.setIconSize(QSize(16, 16))
    if tip:
        push.setToolTip(tip)
    if kind == "link":
        push.setCursor(Qt.CursorShape.PointingHandCursor)
    push.clicked.connect(on_click)
    return push


def icon_button(icon: str, name: str, on_click: Callable[[], object] | None = None) -> QToolButton:
    """Create a square button with an icon only; *name* is its tooltip and its name for screen readers."""
    tool = QToolButton()
    tool.setProperty("kind", "icon")
    tool.setIcon(icons.icon(icon))
    tool.setIconSize(QSize(16, 16))
    tool.setFixedSize(theme.CONTROL, theme.CONTROL)
    tool.setToolTip(name)
    tool.setAccessibleName(name)
    tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if on_click is not None:
        tool.clicked.connect(on_click)
    return tool


def action(parent: QWidget, text: str, on_trigger: Callable[[], object], *, icon: str = "", keys: str = "") -> QAction:
    """Create an action of a menu or a button, with its keyboard short cut."""
    trigger = QAction(text, parent)
    trigger.triggered.connect(on_trigger)
    if icon:
        trigger.setIcon(icons.icon(icon))
    if keys:
        trigger.setShortcut(keys)
    return trigger


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
    """A short word on a quiet coloured ground; the word itself carries the state, not the colour."""

    def __init__(self, text: str, tone: str = "quiet", tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._tone = tone
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the word on show."""
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
