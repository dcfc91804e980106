"""Joining a lesson in lines: through the door, into the lesson, and out again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from quizgame import places
from quizgame.classroom.attendance import Attendance
from quizgame.classroom.entrance import Entrance
from quizgame.nicknames import clean_name
from quizgame.plain.classroom.afterwards import afterwards
from quizgame.plain.classroom.attending import Attending
from quizgame.plain.classroom.dialogue import Dialogue
from quizgame.plain.classroom.door import Door
from quizgame.plain.ears import Ears
from quizgame.plain.voice import QuitError, standard, standard_input
from quizgame.play.player import Player, player_named

if TYPE_CHECKING:
    from pathlib import Path

    from quizgame.plain.voice import Voice


@dataclass(frozen=True, slots=True)
class Joining:
    """Who joins, and where.

    Attributes:
        saves: the folder of saves, beside which tickets lie.
        code: the code, or an address; empty to be asked for it.
        name: empty to be asked for it, where names are not given.
        people: how many sit at this screen, 1 or 2.
        player: whose save keeps the answers too; None for nobody's.
    """

    saves: Path
    code: str = ""
    name: str = ""
    people: int = 1
    player: Player | None = None


def run(
    *, code: str, name: str, pair: bool, player: str | None, saves: Path | None, ascii: bool
) -> int:
    """Attends a lesson to its end, or until the student leaves.

    Returns:
        0 after the lesson, or if the student left; 1 if the lesson could not be attended.

    Raises:
        QuizgameError: the code leads nowhere and nobody is there to ask, or the save cannot be
            used.
    """
    folder = places.saves(saves).path
    own = player_named(folder, clean_name(player)) if player else None
    joining = Joining(folder, code, name, 2 if pair else 1, own)
    return asyncio.run(_on_standard_streams(joining, ascii=ascii))


async def _on_standard_streams(joining: Joining, *, ascii: bool) -> int:
    return await attend(joining, standard(ascii=ascii), Ears(standard_input()))


async def attend(joining: Joining, voice: Voice, ears: Ears) -> int:
    """Attends a lesson with a voice and ears; gives the exit code.

    Raises:
        QuizgameError: the code leads nowhere and nobody is there to ask, or answers could not be
            saved.
    """
    voice.say("A lesson with the class, line by line: ? helps at any time, quit leaves.")
    entrance = Entrance(joining.saves, _now)
    attendance = Attendance(_now)
    try:
        failed = await _lesson(joining, voice, ears, entrance, attendance)
        if not failed:
            await afterwards(voice, ears, attendance)
    except QuitError:
        failed = attendance.view is None
        voice.say(
            "Nothing was joined."
            if failed
            else "You have left. With the same code you can come back."
        )
    finally:
        entrance.let_go()
        if joining.player:
            joining.player.flush()
    return 1 if failed else 0


async def _lesson(
    joining: Joining, voice: Voice, ears: Ears, entrance: Entrance, attendance: Attendance
) -> bool:
    """Attends until it is over; whether that was for another reason than its end."""
    door = Door(voice, ears, entrance, joining.name, joining.people)
    hello = await door.hello(joining.code)
    while True:
        dialogue = Dialogue(voice, ears)
        attending = Attending(dialogue, ears, entrance, attendance, joining.player)
        await attending.run(hello)
        if attending.refused is None:
            return attending.failed
        other = await door.other(attending.refused)
        if other is None:
            return True
        hello = other


def _now() -> datetime:
    return datetime.now().astimezone()
