"""The verbs of the teacher in words, each behind its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from quizgame.classroom.state import Phase

if TYPE_CHECKING:
    from quizgame.classroom.wire.incoming import VerbName
    from quizgame.classroom.wire.outgoing import HostView

EXTENSION = 30
"""Seconds by which a press of a key extends a question."""

_WORDS: dict[VerbName, str] = {
    "begin": "begin",
    "next": "next question",
    "open": "take answers now",
    "lock": "lock the answers",
    "reveal": "reveal",
    "discuss": "talk it over, then vote again",
    "board": "print it on the front page",
    "skip": "pass it over",
    "pause": "pause",
    "continue": "go on",
    "extend": f"{EXTENSION} s more",
    "hands": "type the hands",
    "settle": "settle the tie",
    "close": "close the door",
    "admit": "open the door",
    "end": "end the lesson",
}


_LEADS_ON = frozenset(
    {"begin", "next", "open", "lock", "reveal", "discuss", "board", "settle", "continue", "end"}
)


def first(view: HostView) -> VerbName | None:
    """What Enter does: the most likely verb that leads on; behind the last question the end."""
    likely = next((verb for verb in view.verbs if verb in _LEADS_ON), None)
    common = view.common
    is_last = common.ending is not None or common.number == common.total
    return "end" if likely == "next" and is_last and "end" in view.verbs else likely


def words(verb: VerbName, view: HostView) -> str:
    """What a verb does at this moment; empty for one that the screen has no word for."""
    if verb == "open" and view.common.phase == Phase.DISCUSS:
        return "vote again"
    if verb == "reveal" and view.common.scene:
        return "go on with what most want"
    if verb == "hands" and view.tallies and view.tallies[-1].stored:
        return "type the hands again"
    return _WORDS.get(verb, "")


def _verb(key: str, verb: str, description: str) -> Binding:
    return Binding(key, f"do('{verb}')", description, id=f"lesson.{verb}", priority=True)


VERBS = (
    _verb("r", "reveal", "reveal"),
    _verb("p", "pause", "pause"),
    _verb("p", "continue", "go on"),
    _verb("x", "extend", f"{EXTENSION} s more"),
    _verb("d", "discuss", "talk it over"),
    _verb("l", "lock", "lock"),
    _verb("h", "hands", "hands"),
    _verb("s", "skip", "pass it over"),
    _verb("b", "board", "front page"),
    _verb("g", "next", "next"),
    _verb("o", "open", "take answers"),
    _verb("w", "close", "close the door"),
    _verb("w", "admit", "open the door"),
    _verb("e", "end", "end"),
)
"""The keys of the verbs, those that are wanted most first."""
