"""What the text of an article may tell of its title, its date and its paper. An author decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from quizgame.packs.articles import MONTHS
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEARCHED = 20_000
_LONGEST = 120
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DATES = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)\b"),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})\.? (?P<month>{_MONTH})\.? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}}),? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
    ),
)
_OUTLETS = (
    re.compile(r"©[^\S\n]*(?:\d{4}[^\S\n]+)?([^\W\d_][^\n|·,]{1,40})"),
    re.compile(
        r"\b((?:[a-z0-9-]+\.)+(?:com|org|net|info|news|eu|uk|de|fr|es|it|pl|bg|at|ch|nl))\b"
    ),
)

_SOCIAL = re.compile(r"\b(?:twitter|facebook|instagram|youtube|tiktok)\.com$")


@dataclass(frozen=True, slots=True)
class Guess:
    """What an article seems to be; empty or None where nothing is found.

    Attributes:
        dated: where the date was found: "line 3: 12 November 2026".
    """

    title: str = ""
    outlet: str = ""
    date: date | None = None
    dated: str = ""


def guess(text: str) -> Guess:
    """Reads an article for its first line, a date near its beginning, and its paper."""
    text = text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}")
    lines = (UNICODE.line(line).strip() for line in text[:_SEARCHED].splitlines())
    first = next((line for line in lines if line), "")
    title = first if len(first) <= _LONGEST and first[-1:] != "." else ""
    day, dated = next(_dates(text[:_SEARCHED]), (None, ""))
    return Guess(title, _outlet(text), day, dated)


def _outlet(text: str) -> str:
    """What stands last behind a ©, or else a site; pictures have theirs earlier."""
    for pattern in _OUTLETS:
        found = [UNICODE.line(match[1]).strip() for match in pattern.finditer(text)]
        named = [one for one in found if not _SOCIAL.search(one)]
        if named:
            return named[-1]
    return ""


def _dates(text: str) -> Iterator[tuple[date, str]]:
    found = sorted(
        (match for pattern in _DATES for match in pattern.finditer(text)),
        key=lambda match: match.start(),
    )
    for match in found:
        named = match.groupdict()
        month = _number(named["month"]) if named.get("month") else int(named["number"] or 0)
        try:
            day = date(int(named["year"]), month, int(named["day"]))
        except ValueError:
            continue
        line = text.count("\n", 0, match.start()) + 1
        yield day, f"line {line}: {UNICODE.line(match[0])}"


def _number(month: str) -> int:
    return 1 + [one[:3].lower() for one in MONTHS].index(month[:3].lower())
