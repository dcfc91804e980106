"""A code's page, and the list of codes, as text for a terminal."""

from __future__ import annotations

from difflib import get_close_matches
from textwrap import indent, wrap
from typing import TYPE_CHECKING

from quizgame.checking.pages import FAMILIES, every_code, family, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.checking.pages import Page
    from quizgame.packs.codes import Code

_WIDTH = 88
_MEANS = {
    "error": "error: the pack cannot be played",
    "warning": "warning: advice; fails only a strict check",
    "note": "note: a gap; fails nothing",
}


def find(code: str) -> Code | None:
    """The code that is written so, in capitals or not."""
    return next((one for one in every_code() if one.code == code.upper()), None)


def guess(written: str) -> str:
    """What may be meant by something that is no code."""
    known = [one.code for one in every_code()]
    words = [one.code for one in every_code() if written.casefold() in one.title.casefold()]
    close = words[:5] if len(written) > 2 else []
    close = close or get_close_matches(written.upper(), known, 1, 0.5)
    if close:
        return f"Did you mean {' or '.join(f'`{code}`' for code in close)}?"
    return "`quizgame explain` lists every code."


def text(code: Code) -> Iterator[str]:
    """What, why, an example, the cure."""
    told = page(code)
    yield f"{code.code}: {code.title}"
    yield _MEANS[code.severity]
    yield ""
    yield from wrap(told.why, _WIDTH)
    yield ""
    yield f"For example{repeated(told)}:"
    yield ""
    yield indent(told.bad, "    ")
    yield "Mended:"
    yield ""
    yield indent(told.good, "    ")
    yield f"Cure: {code.cure}"


def repeated(told: Page) -> str:
    """How often the example must stand there, where it takes more than one."""
    return f" ({told.repeat} times like this)" if told.repeat > 1 else ""


def listing() -> Iterator[str]:
    """Every code with its title, by family."""
    for name, title in FAMILIES.items():
        yield f"{title}"
        for code in every_code():
            if family(code.code) == name:
                yield f"  {code.code}  {code.severity:<8} {code.title}"
        yield ""
    yield "`quizgame explain CODE` tells why, shows an example, and what to do."


def data(code: Code) -> dict[str, object]:
    """A page for programs."""
    told = page(code)
    return {
        "code": code.code,
        "severity": code.severity,
        "title": code.title,
        "why": told.why,
        "example": told.bad,
        "mended": told.good,
        "cure": code.cure,
    }
