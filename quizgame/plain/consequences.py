"""What came of a decision, and how a story ended, in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game.scenarios.consequence import LATE
from quizgame.plain import telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.game.scenarios.consequence import Consequence
    from quizgame.game.scenarios.ending import Ending
    from quizgame.game.scenarios.meters import Change, Meter
    from quizgame.game.scenarios.papers import Paper
    from quizgame.plain.voice import Voice


def consequence(voice: Voice, told: Consequence) -> None:
    """What followed: the verdict if there is one, the reason, the quotes, the meters, the line."""
    if told.right is not None:
        rule = f" {told.rule.question} {told.rule.rule}" if told.rule else ""
        voice.say(("Yes." if told.right else "Not this time.") + rule)
    paragraphs(voice, told.because)
    for one in told.papers:
        paper(voice, one)
    if told.late:
        voice.say(LATE)
    meters(voice, told.meters, told.changes)
    if told.printed:
        voice.say(f"Printed: {told.printed}")


def paper(voice: Voice, shown: Paper) -> None:
    """A quote, and who says it and how where it is marked."""
    telling.evidence(voice, shown.passage)
    if shown.passage.marks:
        named = (("who", shown.source), ("how", shown.cue))
        words = "   ".join(f"{label}: {said}" for label, said in named if said)
        if words:
            voice.say(words, indent=2)


def meters(voice: Voice, every: Sequence[Meter], changes: Iterable[Change] = ()) -> None:
    """Every meter in a word, and which way it moved."""
    moved = {change.name: change.word for change in changes}
    told = [
        f"{meter.name} {meter.word}" + (f", {moved[meter.name]}" if meter.name in moved else "")
        for meter in every
    ]
    if told:
        voice.say("; ".join(told) + ".")


def paragraphs(voice: Voice, text: str) -> None:
    """A text as its author broke it; single line breaks are only layout."""
    for block in text.split("\n\n"):
        if block.strip():
            voice.say(" ".join(block.split()))


def ending(voice: Voice, told: Ending, text: str = "") -> None:
    """How it ended, and each decision beside that of a careful editor.

    Args:
        voice: who says it.
        told: the ending.
        text: what the last scene says, if that is to be heard too.
    """
    voice.heading(f"{told.title}: the end. {told.verdict}".rstrip())
    paragraphs(voice, told.text)
    paragraphs(voice, text)
    meters(voice, told.meters)
    for decided in told.decisions:
        heading = ", ".join(part for part in (decided.time, decided.told.done) if part)
        voice.heading(f"You decided: {heading}")
        consequence(voice, decided.told)
        if decided.was_careful:
            voice.say("A careful editor could have done just this.")
        for other in decided.careful:
            stop = "" if other.text.endswith((".", "!", "?")) else "."
            voice.say(f"A careful editor: {other.text}{stop} {other.because}".rstrip())
