"""How far a printer puts things beside their place, measured with a ruler on a test sheet, and what sets it right."""

from dataclasses import asdict, dataclass, replace
from typing import Final

from PySide6.QtPrintSupport import QPrinter

from cluster_desktop.settings import Settings

_KEY: Final = "calibrations"
_MOST_MM: Final = 25.0
_MOST_PERCENT: Final = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What is done to every page on its way to the printer: moved right and down (mm), stretched (percent), turned."""

    x: float = 0.0
    y: float = 0.0
    across: float = 100.0
    down: float = 100.0
    turned: bool = False
    """Whether the page is printed upside down, for blanks that go in with their other edge first."""

    def words(self) -> str:
        """What it does, for people; '' when it does nothing."""
        if self == Calibration():
            return ""
        told = [f"ngang {_signed(self.x)} mm", f"dọc {_signed(self.y)} mm"]
        if (self.across, self.down) != (100.0, 100.0):
            told.append(f"co giãn {_number(self.across)} % × {_number(self.down)} %")
        return ", ".join([*told, *(["in ngược đầu"] if self.turned else [])])


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Millimetres read off a test sheet: edge of the paper to the first mark, and between the two marks."""

    left: float
    top: float
    across: float
    down: float


def from_measures(wanted: Measured, found: Measured, *, turned: bool = False) -> Calibration:
    """What puts the marks where they are wanted, to 0.1 mm and 0.1 %.

    Raises ValueError when the measures are further off than any printer is: then somebody misread the ruler.
    """
    x, across = _correction(wanted.left, wanted.across, found.left, found.across)
    y, down = _correction(wanted.top, wanted.down, found.top, found.down)
    if max(abs(x), abs(y)) > _MOST_MM or max(abs(across - 100), abs(down - 100)) > _MOST_PERCENT:
        raise ValueError(found)
    return Calibration(x=x, y=y, across=across, down=down, turned=turned)


def _correction(start: float, length: float, found_start: float, found_length: float) -> tuple[float, float]:
    """The printer puts p at shift + scale·p; so it must be given (p - shift) / scale."""
    scale = found_length / length
    shift = found_start - scale * start
    return round(-shift / scale, 1) + 0.0, round(100 / scale, 1)


def remembered(settings: Settings, printer: str, tray: QPrinter.PaperSource, paper: str) -> Calibration:
    """What was last measured for this printer, tray and paper."""
    usual = Calibration()
    kept = _kept(settings).get(_name(printer, tray, paper))
    stored = kept if isinstance(kept, dict) else {}
    sound = {key: stored[key] for key, value in asdict(usual).items() if type(stored.get(key)) is type(value)}
    return replace(usual, **sound)


def remember(
    settings: Settings, printer: str, tray: QPrinter.PaperSource, paper: str, calibration: Calibration
) -> None:
    """Keep it for every later print."""
    settings.set(_KEY, {**_kept(settings), _name(printer, tray, paper): asdict(calibration)})


def _kept(settings: Settings) -> dict[str, object]:
    empty: dict[str, object] = {}
    return settings.get(_KEY, empty)


def _name(printer: str, tray: QPrinter.PaperSource, paper: str) -> str:
    return f"{printer}\n{tray.name}\n{paper}"


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{_number(abs(value))}"


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
