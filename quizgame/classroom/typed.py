"""The teacher's verbs as they are typed: `next`, `kick 3`, `allow "Brave Otter" 1.5`."""

from __future__ import annotations

import shlex
from math import isinf
from typing import TYPE_CHECKING, get_args

from quizgame.classroom import hands
from quizgame.classroom.allowances import allowance
from quizgame.classroom.wire.incoming import VerbName
from quizgame.errors import UsageError
from quizgame.packs.names import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.classroom.wire.outgoing import HostView

Fields = dict[str, object]
"""What a `Verb` takes besides its name."""

VERBS: tuple[VerbName, ...] = get_args(VerbName)

_USAGE = {
    "extend": "extend [SECONDS]",
    "hands": "hands OPTION COUNT …",
    "settle": "settle OPTION",
    "kick": "kick STUDENT",
    "readmit": "readmit STUDENT",
    "rename": "rename STUDENT NAME",
    "allow": "allow STUDENT TIMES",
    "team": "team STUDENT TEAM",
}
_COMMANDS = ("status", "stop")
"""What else can be typed, and is no verb: it is neither asked of the lesson nor kept."""
_TITLE = "This cannot be done"


def parse(line: str, view: HostView) -> tuple[VerbName, Fields]:
    """The verb of a line, and its fields.

    Args:
        line: what was typed. A student is a number or a name, in quotation marks if it has spaces;
            an option is its number, its id, or how it begins.
        view: how things stand.

    Raises:
        UsageError: the line is none.
    """
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise UsageError(_TITLE, "A quotation mark is not closed.", "Close it.") from error
    name = words[0].casefold() if words else ""
    verb = next((one for one in VERBS if one == name), None)
    if verb is None:
        guess = did_you_mean(name, VERBS)
        every = ", ".join((*VERBS, *_COMMANDS))
        hint = " ".join(filter(None, (guess, f"There is: {every}.")))
        raise UsageError(_TITLE, f'"{name[:40]}" is no verb.', hint)
    return verb, _fields(verb, words[1:], line, view)


def _fields(verb: VerbName, rest: Sequence[str], line: str, view: HostView) -> Fields:
    match verb, rest:
        case "hands", [_, *_]:
            choices = view.common.asked.choices if view.common.asked else ()
            return {"counts": hands.read(line.strip()[len(verb) :], choices)}
        case "settle", [option]:
            return {"text": _option(option, view)}
        case "extend", [seconds]:
            return {"amount": _seconds(seconds)}
        case "extend", []:
            return {}
        case "kick" | "readmit", [student]:
            return {"student": _student(student, view)}
        case "rename" | "team", [student, *text] if text:
            return {"student": _student(student, view), "text": " ".join(text)}
        case "allow", [student, *times] if times:
            much = allowance(" ".join(times))
            return {"student": _student(student, view), "amount": 0.0 if isinf(much) else much}
        case _ if verb not in _USAGE and not rest:
            return {}
    raise UsageError(_TITLE, f'"{line.strip()[:60]}" is not written so.', _usage(verb))


def _usage(verb: VerbName) -> str:
    return f"Write it like this: {_USAGE.get(verb, verb)}"


def _seconds(text: str) -> float:
    if text.isascii() and text.isdecimal() and len(text) <= 4 and 1 <= int(text) <= 3600:
        return float(text)
    raise UsageError(_TITLE, f'"{text[:40]}" is no time.', "Write seconds, from 1 to 3600.")


def _student(text: str, view: HostView) -> int:
    folded = text.casefold()
    for seat in view.seats:
        if folded in {str(seat.student), seat.name.casefold()}:
            return seat.student
    hint = "Write the number of a student, or the name in quotation marks."
    raise UsageError(_TITLE, f'"{text[:40]}" is nobody here.', hint)


def _option(text: str, view: HostView) -> str:
    folded = text.casefold()
    for number, (option, shown) in enumerate(view.options, 1):
        if folded in {str(number), option.casefold(), shown.casefold()}:
            return option
    begun = [option for option, _ in view.options if option.casefold().startswith(folded)]
    if len(begun) == 1:
        return begun[0]
    listed = ", ".join(f"{n} {shown}" for n, (_, shown) in enumerate(view.options, 1))
    raise UsageError(_TITLE, f'"{text[:40]}" is none of the options.', f"There is: {listed}.")
