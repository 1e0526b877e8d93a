"""The printers of this computer: their abilities, and the last choices for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from cluster_desktop import errors
from cluster_desktop.settings import Settings

_KEY: Final = "printers"
_Choice = TypeVar("_Choice", QPrinter.DuplexMode, QPrinter.PaperSource)

SIDES: Final = {
    QPrinter.DuplexMode.DuplexNone: "Một mặt",
    QPrinter.DuplexMode.DuplexLongSide: "Hai mặt, lật theo cạnh dài",
    QPrinter.DuplexMode.DuplexShortSide: "Hai mặt, lật theo cạnh ngắn",
}
TRAYS: Final = {
    QPrinter.PaperSource.Auto: "Máy in tự chọn",
    QPrinter.PaperSource.Manual: "Khay tay (giấy dày, phôi)",
    QPrinter.PaperSource.Upper: "Khay trên",
    QPrinter.PaperSource.Middle: "Khay giữa",
    QPrinter.PaperSource.Lower: "Khay dưới",
    QPrinter.PaperSource.Cassette: "Khay kéo",
    QPrinter.PaperSource.LargeCapacity: "Khay nhiều giấy",
    QPrinter.PaperSource.LargeFormat: "Khay giấy khổ lớn",
    QPrinter.PaperSource.SmallFormat: "Khay giấy khổ nhỏ",
    QPrinter.PaperSource.Envelope: "Khay phong bì",
    QPrinter.PaperSource.EnvelopeManual: "Khay tay cho phong bì",
    QPrinter.PaperSource.Tractor: "Giấy liên tục",
}


@dataclass(frozen=True, slots=True)
class Printer:
    """The abilities of a printer: sides to print on and trays to take paper from, the default ones first."""

    name: str
    sides: tuple[QPrinter.DuplexMode, ...] = (QPrinter.DuplexMode.DuplexNone,)
    trays: tuple[QPrinter.PaperSource, ...] = (QPrinter.PaperSource.Auto,)


@dataclass(frozen=True, slots=True)
class Feed:
    """The way of sheets through a printer."""

    sides: QPrinter.DuplexMode = QPrinter.DuplexMode.DuplexNone
    tray: QPrinter.PaperSource = QPrinter.PaperSource.Auto


def printer_names() -> tuple[str, ...]:
    """Return the printers of this computer, the default one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name.casefold())))


def abilities(name: str) -> Printer:
    """Ask the printer of this name for its abilities; for a network printer that may take a moment."""
    info = QPrinterInfo.printerInfo(name)
    offered = set(info.supportedDuplexModes())
    sides = tuple(mode for mode in SIDES if mode in offered or mode is QPrinter.DuplexMode.DuplexNone)
    own_trays = set(_trays(QPrinter(info)))
    trays = tuple(tray for tray in TRAYS if tray in own_trays or tray is QPrinter.PaperSource.Auto)
    return Printer(name, sides, trays)


def open_printer(name: str) -> QPrinter:
    """Open the printer at its own resolution. Call in the window's thread. Raises Refused when it is gone."""
    if name not in QPrinterInfo.availablePrinterNames():
        raise errors.Refused(f"Máy tính không còn máy in “{name}”. Hãy chọn máy in khác.")
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def remembered_feed(settings: Settings, printer: str, paper: str) -> Feed:
    """Return the last feed of *paper* through this printer; at first one-sided from any tray."""
    usual = Feed()
    match settings.table(_KEY).get(f"{printer}\n{paper}"):
        case [str(sides), str(tray)]:
            return Feed(_by_name(SIDES, sides, usual.sides), _by_name(TRAYS, tray, usual.tray))
    return usual


def remember_feed(settings: Settings, printer: str, paper: str, feed: Feed) -> None:
    """Keep the feed of *paper* through this printer for the next time."""
    settings.set(_KEY, {**settings.table(_KEY), f"{printer}\n{paper}": [feed.sides.name, feed.tray.name]})


def _by_name(words: Mapping[_Choice, str], name: str, usual: _Choice) -> _Choice:
    return next((choice for choice in words if choice.name == name), usual)


def _trays(printer: QPrinter) -> Sequence[QPrinter.PaperSource]:
    """Return the trays, which only Windows names; a driver with numbers unknown to Qt has none."""
    ask = getattr(printer, "supportedPaperSources", None)
    try:
        return ask() if ask is not None else ()
    except (TypeError, ValueError):
        return ()
