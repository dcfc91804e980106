"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser


def packs(parser: ArgumentParser) -> None:
    """`--packs`: where packs are looked for."""
    places = "where packs are looked for, instead of the usual places"
    parser.add_argument(
        "--packs", nargs="+", action="extend", type=Path, default=[], metavar="PATH", help=places
    )


def saves(parser: ArgumentParser) -> None:
    """`--saves`: where progress is kept."""
    parser.add_argument("--saves", type=Path, metavar="DIR", help="where progress is kept")


def json(parser: ArgumentParser) -> None:
    """`--json`: data instead of text."""
    parser.add_argument("--json", action="store_true", help="print data for programs")
