"""The offset of a printer, measured with a ruler on a test sheet, and its correction."""

from dataclasses import asdict, dataclass, replace
from typing import Final

from PySide6.QtPrintSupport import QPrinter

from cluster_desktop.settings import Settings

_KEY: Final = "calibrations"
_MOST_MM: Final = 25.0
_MOST_PERCENT: Final = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The correction of every page on its way to a printer: moved right and down (mm), stretched (percent), turned."""

    x: float = 0.0
    y: float = 0.0
    across: float = 100.0
    down: float = 100.0
    turned: bool = False
    """The page is printed upside down, for blanks that go in with their other edge first."""

    def words(self) -> str:
        """Describe the correction; '' when it does nothing."""
        if self == Calibration():
            return ""
        parts = [f"ngang {_signed(self.x)} mm", f"dọc {_signed(self.y)} mm"]
        if (self.across, self.down) != (100.0, 100.0):
            parts.append(f"co giãn {_number(self.across)}% × {_number(self.down)}%")
        return ", ".join([*parts, *(["in ngược đầu"] if self.turned else [])])


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Millimetres read off a test sheet: edge of the paper to the first mark, and between the two marks."""

    left: float
    top: float
    across: float
    down: float


def from_measures(target: Measured, measured: Measured, *, turned: bool = False) -> Calibration:
    """Return the correction that puts the marks on target, to 0.1 mm and 0.1%.

    Raises ValueError when the measures are further off than any printer is: then the ruler was misread.
    """
    x, across = _correction(target.left, target.across, measured.left, measured.across)
    y, down = _correction(target.top, target.down, measured.top, measured.down)
    if max(abs(x), abs(y)) > _MOST_MM or max(abs(across - 100), abs(down - 100)) > _MOST_PERCENT:
        raise ValueError(measured)
    return Calibration(x=x, y=y, across=across, down=down, turned=turned)


def _correction(start: float, length: float, measured_start: float, measured_length: float) -> tuple[float, float]:
    """Solve for one axis: the printer puts p at shift + scale·p, so it must get (p - shift) / scale."""
    scale = measured_length / length
    shift = measured_start - scale * start
    return round(-shift / scale, 1) + 0.0, round(100 / scale, 1)


def remembered(settings: Settings, printer: str, tray: QPrinter.PaperSource, paper: str) -> Calibration:
    """Return the last correction for this printer, tray and paper."""
    usual = Calibration()
    kept = settings.table(_KEY).get(_name(printer, tray, paper))
    stored = kept if isinstance(kept, dict) else {}
    sound = {key: stored[key] for key, value in asdict(usual).items() if type(stored.get(key)) is type(value)}
    return replace(usual, **sound)


def remember(
    settings: Settings, printer: str, tray: QPrinter.PaperSource, paper: str, calibration: Calibration
) -> None:
    """Keep the correction for every later print."""
    settings.set(_KEY, {**settings.table(_KEY), _name(printer, tray, paper): asdict(calibration)})


def _name(printer: str, tray: QPrinter.PaperSource, paper: str) -> str:
    return f"{printer}\n{tray.name}\n{paper}"


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{_number(abs(value))}"


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
