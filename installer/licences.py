"""Writes the licences of every package inside the program, and of its fonts and icons, as one text page."""

import sys
from importlib import metadata
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
PACKED = (
    *(
        "PySide6_Essentials",
        "shiboken6",
        "SQLAlchemy",
        "alembic",
        "Mako",
        "MarkupSafe",
        "python-calamine",
        "XlsxWriter",
    ),
    *("python-docx", "lxml", "reportlab", "pillow", "charset-normalizer", "pypdfium2", "PyNaCl", "cffi", "pycparser"),
    *("zxing-cpp", "tomlkit", "platformdirs", "typing_extensions"),
)
RULE = "=" * 78
HEAD = (
    "Sổ Thi Đua dùng những phần mềm, phông chữ và biểu tượng sau, mỗi thứ theo giấy phép của nó.\n"
    "Python 3 (giấy phép PSF) và Qt 6 (LGPL 3, thư viện liên kết động, có thể thay được) đi kèm chương trình."
)


def of_package(name: str) -> str:
    """Name, version, licence words and licence files of an installed package."""
    found = metadata.distribution(name)
    words = next(
        (found.metadata[key] for key in ("License-Expression", "License") if key in found.metadata), "see below"
    )
    parts = [f"{found.metadata['Name']} {found.version}", f"Licence: {words.splitlines()[0]}"]
    for file in found.files or ():
        if any(mark in file.name.upper() for mark in ("LICENSE", "LICENCE", "COPYING", "NOTICE")):
            text = Path(str(found.locate_file(file)))
            if text.is_file() and text.suffix.lower() in ("", ".txt", ".md", ".rst"):
                parts += ["", text.read_text(encoding="utf-8", errors="replace").strip()]
    return "\n".join(parts)


def main(target: Path) -> None:
    """Write the page."""
    pages = [
        HEAD,
        *(of_package(name) for name in PACKED),
    ]
    pages += [
        f"{file.relative_to(RESOURCES)}\n\n{file.read_text(encoding='utf-8', errors='replace').strip()}"
        for file in sorted(RESOURCES.rglob("LICENSE*"))
    ]
    target.write_text(f"\n\n{RULE}\n\n".join(pages) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
