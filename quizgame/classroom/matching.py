"""Which line of the roster a typed name means: spelling is forgiven, and nobody guessed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from quizgame.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quizgame.classroom.lesson import Pupil

# Letters that Unicode does not take apart, and how they are written without them.
_WRITTEN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_HINT = "Type first and last name as your teacher's list has them, or ask your teacher."


def find(typed: str, roster: Sequence[Pupil]) -> Pupil:
    """The one student who is meant: exactly, or but for case, accents, order and spaces.

    "müller, jorg" and "Joerg  Mueller" find Jörg Müller. No message tells a name of the list.

    Raises:
        UsageError: nobody is meant, or it could be more than one.
    """
    for same in (_exactly, _without_case, _loosely):
        wanted = same(typed)
        found = [pupil for pupil in roster if wanted & same(pupil.name)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError("This could be more than one", "Two on the list are alike.", _HINT)
    raise UsageError("This name is not on the list", "Nobody on it has this name.", _HINT)


def _exactly(name: str) -> set[str]:
    return _some(" ".join(unicodedata.normalize("NFKC", name).split()))


def _without_case(name: str) -> set[str]:
    return {exact.casefold() for exact in _exactly(name)}


def _loosely(name: str) -> set[str]:
    """The words of a name in alphabetical order, without accents; umlauts in both ways."""
    lower = unicodedata.normalize("NFKC", name).casefold()
    respelled: tuple[Callable[[str], str], ...] = (str, lambda text: text.translate(_UMLAUTS))
    return set().union(*(_some(_in_order(respell(lower))) for respell in respelled))


def _in_order(name: str) -> str:
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name).translate(_WRITTEN))
    letters = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(sorted(re.findall(r"[^\W_]+", letters)))


def _some(key: str) -> set[str]:
    """Nothing is like nothing else."""
    return {key} if key else set()
