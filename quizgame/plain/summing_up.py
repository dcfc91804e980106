"""After a round: one true sentence, what was printed, the misses again on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.errors import QuizgameError
from quizgame.game import confidence, layout, skills
from quizgame.game.comparing import compare, sentences
from quizgame.game.front_page import front_page
from quizgame.game.summary import summarise
from quizgame.plain import telling
from quizgame.plain.prompts import Way, pick
from quizgame.play.reviewing import review, statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.plain.game import Game
    from quizgame.play.sitting import Sitting
    from quizgame.saves.records import Answer


def sum_up(game: Game, sitting: Sitting) -> None:
    """Tells what a round showed, and explains answers again until Enter goes on."""
    voice = game.voice
    voice.heading(summarise(sitting.given))
    voice.tell(_compared(game, sitting))
    sure = confidence.in_words(sitting.given)
    if sure:
        made = sitting.points()
        voice.say(f"{sure} Points for saying how sure: {made.points} of at most {made.most}.")
    printed = front_page([answer for answer in sitting.given if answer.right])
    if not printed.empty:
        voice.heading("Printed in this round:")
        telling.page(voice, printed)
    listed = [answer for answer in sitting.given if sitting.exam or not answer.right]
    if listed:
        _again(game, sitting, listed)


def _compared(game: Game, sitting: Sitting) -> list[str]:
    """The test after beside the one before; nothing for other rounds."""
    before = game.desk.dealer.answers_before(sitting) if game.desk.dealer else []
    return sentences(compare(before, sitting.given)) if before and sitting.given else []


def _again(game: Game, sitting: Sitting, listed: Sequence[Answer]) -> None:
    voice = game.voice
    if sitting.exam:
        voice.heading("Every answer; a number explains it:")
    else:
        voice.heading("Misses come back as corrections; a number explains one again:")
    ways = [Way(str(n), _entry(sitting, answer)) for n, answer in enumerate(listed, 1)]
    for way in ways:
        voice.say(f"{way.key}  {way.text}")
    while key := pick(voice, "A number, or Enter to go on", [Way("", "go on"), *ways]):
        try:
            explained = review(sitting.pack, listed[int(key) - 1])
        except QuizgameError as error:
            game.complain(error)
            continue
        voice.say()
        telling.parts(voice, layout.first_view(explained, rows=1000))
        voice.say()
        telling.parts(voice, layout.more(explained))


def _entry(sitting: Sitting, answer: Answer) -> str:
    asked = statement(sitting.pack, answer)
    if sitting.exam:
        return f"{'Yes' if answer.right else 'Not this time'}: {asked}"
    words = skills.words(answer.skill)
    what = answer.line or asked
    return f"{what} ({words.question})" if words else what
