"""The lists of words in `lists/`: text files in which a line with # in front is a comment."""

from __future__ import annotations

from functools import cache
from importlib import resources


def lines(name: str) -> list[str]:
    """The lines of a list, without comments and empty lines."""
    file = resources.files(__package__).joinpath("lists", f"{name}.txt")
    found = map(str.strip, file.read_text("utf-8").splitlines())
    return [line for line in found if line and not line.startswith("#")]


@cache
def groups(name: str) -> dict[str, list[str]]:
    """The lines of a list by the headings in brackets above them."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in lines(name):
        if line.startswith("["):
            heading = line.strip("[]")
        else:
            found.setdefault(heading, []).append(line)
    return found


def listed(heading: str) -> frozenset[str]:
    """The words under a heading of `words.txt`."""
    return frozenset(word for line in groups("words")[heading] for word in line.split())


def any_of(heading: str) -> str:
    """A regular expression for whatever stands under a heading of `signs.txt`."""
    return "|".join(line.replace("'", "['’]") for line in groups("signs")[heading])
