"""Read command lines as Python does, with its help and its complaints in Vietnamese."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, NoReturn

from typing_extensions import override

from cluster_desktop.domain.text.dates import DateProblem, PartialDate, parse_date

PROGRAM: Final = "sothidua.cmd" if getattr(sys, "frozen", False) else "cluster-desktop"
"""The name to type: the installed program has a file of its own for consoles."""
_COMPLAINTS: Final = (
    (r"argument ([^:]+): ", r"“\1”: "),
    (r"the following arguments are required: (.+)", r"còn thiếu \1"),
    (r"one of the arguments (.+) is required", r"cần một trong các mục \1"),
    (r"unrecognized arguments: (.+)", r"thừa mục \1"),
    (r"invalid choice: '?(.*?)'? \(choose from (.+)\)", r"không có “\1”, hãy chọn một trong: \2"),
    (r"expected (?:one|at least one) argument", "thiếu giá trị sau mục này"),
    (r"not allowed with argument (.+)", r"không đi cùng \1"),
    (r"ignored explicit argument '?(.*?)'?$", r"mục này không nhận giá trị “\1”"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 chưa rõ là mục nào: \2"),
)
"""The complaints of Python about wrong words, and those of this program."""
_WIDTH: Final = 100


def _in_vietnamese(complaint: str) -> str:
    for pattern, words in _COMPLAINTS:
        complaint = re.sub(pattern, words, complaint)
    return complaint.replace("'", "")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose examples keep their lines."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=_WIDTH)

    @override
    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that answers wrong words with one Vietnamese sentence and exit code 2."""

    def __init__(self, **words: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **words)
        self._positionals.title = "Cần có"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="xem cách dùng rồi thoát")

    @override
    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Read options without a value first: Python takes no more values behind an option among them."""
        if self._subparsers is not None or args is None:
            return super().parse_known_args(args, namespace)
        flags = {name for action in self._actions if action.nargs == 0 for name in action.option_strings}
        end = args.index("--") if "--" in args else len(args)  # behind it everything is a value
        return super().parse_known_args(
            [*sorted(args[:end], key=lambda word: word not in flags), *args[end:]], namespace
        )

    @override
    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"Lệnh chưa đúng: {_in_vietnamese(message)}. Gõ “{self.prog} --help” để xem cách dùng.\n")
        sys.exit(2)


Act = Callable[[argparse.Namespace], None]
"""The function that carries a command out."""
Command = Callable[[str, Act, str, str], Parser]
"""Adds a command: its name, its act, what it does in words, an example of what stands behind its name."""


def add_file(sub: Parser, words: str = "tệp sổ (.sothidua)") -> None:
    """Add the workspace file to a command."""
    sub.add_argument("file", type=Path, metavar="TỆP", help=words)


def day(text: str) -> PartialDate:
    """Read a day, a month or a year of an option. Raises ArgumentTypeError."""
    try:
        return parse_date(text)
    except DateProblem as problem:
        raise argparse.ArgumentTypeError(str(problem).rstrip(".")) from problem


def asked_as_json(sub: Parser) -> None:
    """Add the workspace to read and the option of JSON."""
    add_file(sub)
    sub.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def may_overwrite(sub: Parser) -> None:
    """Add the option that lets a file of the same name be replaced."""
    sub.add_argument("--overwrite", action="store_true", help="ghi đè tệp cùng tên; không ghi mục này thì từ chối")
