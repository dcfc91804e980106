"""What somebody believes who gives a passage another status than its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.text import STATUSES

if TYPE_CHECKING:
    from quizgame.packs.pack import Status

_CHOSEN = {
    "confirmed": "Takes as settled what nobody neutral checked and nobody did in public.",
    "denied": "Sees a denial where none stands.",
    "analysis": "Takes for opinion what is a matter of fact.",
    "unknown": "Takes doubt for a passage that says that it is not known.",
}
"""By the status that was chosen."""

_ALLEGED: dict[Status, str] = {
    "confirmed": "Puts a name in front of what was checked, or done in public.",
    "denied": "Looks past who rejects it in the same article.",
    "analysis": "Takes for checkable what nothing could settle that day.",
    "unknown": "Looks past that the passage itself says that it is not known.",
}
"""Where `alleged` was chosen: by the status that was missed."""


def misreading(chosen: str, status: Status | None) -> str:
    """The misconception behind a wrong answer; empty where the answer is no status.

    Args:
        chosen: the wrong answer.
        status: the status of the key.
    """
    if status is None or chosen not in STATUSES:
        return ""
    return _ALLEGED[status] if chosen == "alleged" else _CHOSEN[chosen]
