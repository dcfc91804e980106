"""Which options of `quizgame host` do not go together: what would have no effect is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from quizgame.classroom.lesson import Settings

BEGINS = (
    "pack", "set", "scenario", "names", "roster", "seconds", "no_confidence", "speed", "own_pace",
    "teams", "hands", "most", "no_text_here", "no_text_there",
)  # fmt: skip
"""The options that say how a new session is; one that was begun has its own."""

_PLACE = ("port", "address")


class _Pair(NamedTuple):
    """Two options that do not go together, and why."""

    one: str
    other: str
    why: str


_PAIRS = (
    _Pair("roster", "names", "With --roster students join with a name that stands on it."),
    *(
        _Pair("hands", name, "With --hands nobody joins: the teacher counts what the class says.")
        for name in (
            "own_pace", "roster", "names", "most", "teams", "speed", "no_confidence", "no_text_here"
        )
    ),
    _Pair("own_pace", "speed", "At their own pace nobody is timed."),
    _Pair("own_pace", "seconds", "At their own pace nobody is timed."),
    _Pair(
        "own_pace",
        "no_text_here",
        "At their own pace everybody has another question: no wall can show them all.",
    ),
    _Pair("no_text_here", "no_text_there", "Nobody could read what is asked."),
    _Pair("scenario", "own_pace", "A class decides together what to do in a scenario."),
    _Pair("scenario", "speed", "In a scenario nothing is right or wrong, and there are no points."),
    _Pair("scenario", "teams", "In a scenario nothing is right or wrong, and there are no points."),
    *(
        _Pair("wall", name, "--wall shows a lesson that runs, as that lesson is.")
        for name in ("headless", "resume", *_PLACE, *BEGINS)
    ),
    *(
        _Pair("do", name, "--do tells a lesson that runs what to do, and ends.")
        for name in ("headless", "wall", *_PLACE, *BEGINS)
    ),
    *(
        _Pair("resume", name, "A lesson that was begun stays as it is.")
        for name in BEGINS
    ),
)  # fmt: skip


def expect_fitting(args: Namespace) -> None:
    """Refuses options of which one leaves nothing for the other to do.

    Raises:
        UsageError: the first two that do not go together, why, and what to leave out.
    """
    for one, other, why in _PAIRS:
        if _is_given(args, one) and _is_given(args, other):
            raise UsageError(
                f"{_flag(one)} and {_flag(other)} do not go together",
                why,
                f"Leave out {_flag(one)} or {_flag(other)}.",
            )


def expect_limit(settings: Settings) -> None:
    """Refuses points for speed where no question has a limit.

    Raises:
        UsageError: why.
    """
    if settings.speed and settings.seconds is None:
        raise UsageError(
            "--speed needs a limit",
            "Whether an answer came soon is measured by the seconds that a question is open.",
            "Leave out --speed, or `--seconds none`.",
        )


def _is_given(args: Namespace, name: str) -> bool:
    value = getattr(args, name, None)
    meant = value is not None and value is not False and value != []
    if name in {"seconds", "speed"}:
        return meant and str(value).casefold().rstrip("% ") not in {"none", "0"}
    return meant


def _flag(name: str) -> str:
    return "PACK" if name == "pack" else f"--{name.replace('_', '-')}"
