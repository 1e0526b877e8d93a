"""The printers of this computer: what each can do, and what was last chosen for it."""

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
    """What a printer offers: sides to print on and trays to take paper from, the usual ones first."""

    name: str
    sides: tuple[QPrinter.DuplexMode, ...] = (QPrinter.DuplexMode.DuplexNone,)
    trays: tuple[QPrinter.PaperSource, ...] = (QPrinter.PaperSource.Auto,)


@dataclass(frozen=True, slots=True)
class Feed:
    """How sheets go through a printer."""

    sides: QPrinter.DuplexMode = QPrinter.DuplexMode.DuplexNone
    tray: QPrinter.PaperSource = QPrinter.PaperSource.Auto


def printer_names() -> tuple[str, ...]:
    """The printers of this computer, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name.casefold())))


def abilities(name: str) -> Printer:
    """What the printer of this name says it can do; asking a printer in the network may take a moment."""
    info = QPrinterInfo.printerInfo(name)
    offered = set(info.supportedDuplexModes())
    sides = tuple(mode for mode in SIDES if mode in offered or mode is QPrinter.DuplexMode.DuplexNone)
    known = set(_trays(QPrinter(info)))
    trays = tuple(tray for tray in TRAYS if tray in known or tray is QPrinter.PaperSource.Auto)
    return Printer(name, sides, trays)


def open_printer(name: str) -> QPrinter:
    """The printer at its own resolution. Call in the window's thread. Raises Refused when it is gone."""
    if name not in QPrinterInfo.availablePrinterNames():
        raise errors.Refused(f"Máy tính không còn máy in “{name}”. Hãy chọn máy in khác.")
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def remembered_feed(settings: Settings, printer: str, paper: str) -> Feed:
    """How *paper* went through this printer the last time; one-sided from any tray the first time."""
    usual = Feed()
    match _kept(settings).get(f"{printer}\n{paper}"):
        case [str(sides), str(tray)]:
            return Feed(_named(SIDES, sides, usual.sides), _named(TRAYS, tray, usual.tray))
    return usual


def remember_feed(settings: Settings, printer: str, paper: str, feed: Feed) -> None:
    """Keep how *paper* goes through this printer, for the next time."""
    settings.set(_KEY, {**_kept(settings), f"{printer}\n{paper}": [feed.sides.name, feed.tray.name]})


def _kept(settings: Settings) -> dict[str, object]:
    empty: dict[str, object] = {}
    return settings.get(_KEY, empty)


def _named(words: Mapping[_Choice, str], name: str, usual: _Choice) -> _Choice:
    return next((choice for choice in words if choice.name == name), usual)


def _trays(printer: QPrinter) -> Sequence[QPrinter.PaperSource]:
    """Only Windows tells trays; a driver with numbers of its own, which Qt has no names for, tells none."""
    ask = getattr(printer, "supportedPaperSources", None)
    try:
        return ask() if ask is not None else ()
    except (TypeError, ValueError):
        return ()
