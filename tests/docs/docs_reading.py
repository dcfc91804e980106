"""The docs as data: their files, commands and tables."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("**/*.md")))

_FILE = re.compile(r"^\*\*([\w./-]+)\*\*\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def files(name):
    """The files that a page shows, by their paths."""
    return dict(_FILE.findall(text(name)))


def write(name, folder):
    """Puts the files that a page shows into a folder."""
    shown = files(name)
    for path, content in shown.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="")
    return shown


def commands(name):
    """The lines of shell blocks on a page."""
    lines = [line for block in _BLOCK.findall(text(name)) for line in block.splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def section(name, heading):
    """The part of a page under a heading, up to the next one of any level."""
    found = re.search(
        rf"^#+ {re.escape(heading)}$\n(.*?)(?=^#|\Z)", text(name), re.MULTILINE | re.DOTALL
    )
    assert found, f"{name} has no heading {heading!r}"
    return found[1]


def rows(name, heading):
    """The cells of the table under a heading, without its head."""
    table = [row.split(" | ") for row in _ROW.findall(section(name, heading))]
    assert table, f"{name} has no table under {heading!r}"
    return [[cell.strip() for cell in row] for row in table[1:]]
