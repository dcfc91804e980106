"""The first prompt, which nothing waits for, and then the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame import places
from quizgame.game.opening import WORDS
from quizgame.plain.prompts import listen
from quizgame.plain.voice import HomeError, QuitError, standard
from quizgame.saves.names import any_saves

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from quizgame.plain.voice import Voice

_ABOUT = (
    "The game asks, and you type a letter, a number or a word, and Enter. "
    "Every answer is saved at once."
)


def run(
    *,
    packs: Sequence[Path],
    saves: Path | None,
    player: str | None,
    pack: str | None,
    seed: int | None,
    ascii: bool,
) -> int:
    """Plays until the player leaves or the input has come to an end.

    Returns:
        The exit code.

    Raises:
        QuizgameError: packs or the save could not be opened, or answers not be saved.
    """
    voice = standard(ascii=ascii)
    try:
        goes_home = _welcome(voice, new=not any_saves(places.saves(saves).path))
    except QuitError:
        voice.say("Nothing was answered.")
        return 0
    # 150 ms of imports and reading, which the first prompt does not wait for.
    from quizgame.plain.game import Game, local_now
    from quizgame.play.opening import open_desk

    desk = open_desk(packs=packs, saves=saves, name=player, pack=pack, seed=seed, now=local_now)
    Game(voice, desk).run(at_home=goes_home)
    desk.player.flush()
    return 0


def _welcome(voice: Voice, *, new: bool) -> bool:
    """Says what the game is, and tells whether the player wants to go home at once.

    What else is typed before anything was asked is kept for what asks next.
    """
    voice.say("CONFIRMED or ALLEGED? The line mode: ? helps at any prompt, quit leaves.")
    if new:
        voice.say()
        for line in WORDS:
            words = line.lstrip()
            voice.say(words, indent=len(line) - len(words))
        voice.say()
    try:
        heard = listen(voice, "Enter begins" if new else "Enter goes on", about=_ABOUT)
    except HomeError:
        return True
    if heard:
        voice.put_back(heard)
    return False
