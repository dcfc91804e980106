"""From the options of `quizgame host` to a session."""

from __future__ import annotations

from datetime import datetime
from ipaddress import ip_address
from typing import TYPE_CHECKING

from quizgame import places
from quizgame.classroom import folder, opening, roster
from quizgame.classroom.errors import SessionError
from quizgame.classroom.lesson import MOST_SPEED, Settings
from quizgame.classroom.limits import MARGIN
from quizgame.classroom.material.choosing import choose
from quizgame.commands.hosting_sense import expect_limit
from quizgame.errors import UsageError
from quizgame.nicknames import clean_name

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from quizgame.classroom.folder import Folder

_USUAL = Settings()
_LONGEST = 3600
_MOST_TEAMS = 12
_MOST_STUDENTS = 2000


def saves(args: Namespace) -> Path:
    """The folder of saves."""
    return places.saves(args.saves).path


def session(args: Namespace) -> tuple[Folder, bool]:
    """The session that is meant, and whether it is a new one, which is begun here.

    Raises:
        UsageError: the options do not fit.
        QuizgameError: what is hosted cannot be, or there is no such session.
    """
    _expect_a_place(args)
    if args.resume is None:
        return _begun(args), True
    found = folder.to_resume(saves(args), args.resume)
    if not found.lives() and opening.is_over(found):
        raise SessionError(
            "This lesson is over",
            f"Session {found.session} was ended.",
            f"`quizgame report {found.session}` tells how it went; `quizgame host` begins anew.",
        )
    return found, False


def _begun(args: Namespace) -> Folder:
    settings = settings_of(args)
    hosted = choose(args.packs, args.pack, set=args.set, scenario=args.scenario)
    return opening.begin(saves(args), hosted, settings, datetime.now().astimezone())


def settings_of(args: Namespace) -> Settings:
    """How the options want the lesson to be run.

    Raises:
        UsageError: one of them cannot be meant.
    """
    pupils = roster.load(args.roster) if args.roster else ()
    settings = Settings(
        names="roster" if pupils else args.names or "given",
        roster=pupils,
        pace="own" if args.own_pace else "class",
        seconds=_seconds(args.seconds, usual=None if args.hands else _USUAL.seconds),
        confidence=not args.no_confidence,
        speed=_speed(args.speed),
        teams=_teams(args.teams) or tuple(dict.fromkeys(one.team for one in pupils if one.team)),
        hands=args.hands,
        text_here=not args.no_text_here,
        text_there=not args.no_text_there,
        most=_most(args.most, len(pupils)),
    )
    expect_limit(settings)
    return settings


def _seconds(text: str | None, usual: float | None) -> float | None:
    """How long a question is open. Counting hands takes as long as it takes."""
    if text is None:
        return usual
    if text.casefold() == "none":
        return None
    return float(_number(text, "--seconds", 5, _LONGEST, " or none"))


def _speed(text: str | None) -> float:
    if text is None:
        return 0.0
    percent = _number(text.rstrip("% "), "--speed", 0, int(100 * MOST_SPEED), " percent")
    return percent / 100


def _most(given: int | None, pupils: int) -> int:
    if given is None:
        return pupils + MARGIN if pupils else _USUAL.most
    return _number(str(given), "--most", 1, _MOST_STUDENTS)


def _number(text: str, option: str, least: int, most: int, unit: str = "") -> int:
    usable = text.isascii() and text.isdecimal() and len(text) <= 5
    if not usable or not least <= int(text) <= most:
        raise UsageError(
            "This number cannot be meant",
            f'{option} is "{text[:40]}".',
            f"Give a whole number from {least} to {most}{unit}.",
        )
    return int(text)


def _teams(text: str | None) -> tuple[str, ...]:
    if text is None:
        return ()
    names = tuple(clean_name(one) for one in text.split(",") if one.strip())
    if len({name.casefold() for name in names}) != len(names) or not 2 <= len(names) <= _MOST_TEAMS:
        raise UsageError(
            "These are no teams",
            f'--teams is "{text[:60]}".',
            f"Give 2 to {_MOST_TEAMS} different names with commas between: --teams Red,Blue.",
        )
    return names


def _expect_a_place(args: Namespace) -> None:
    if args.port is not None and not 0 <= args.port <= 65535:
        raise UsageError("This is no port", f"--port is {args.port}.", "Give one up to 65535.")
    if args.address is None:
        return
    try:
        ip_address(args.address)
    except ValueError as error:
        raise UsageError(
            "This is no address",
            f'--address is "{args.address[:60]}".',
            "Give one of this computer's, which `quizgame doctor` tells, or 0.0.0.0 for all.",
        ) from error
