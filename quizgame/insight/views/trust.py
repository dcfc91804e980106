"""Facts and claims: how well they are told apart, and to which side the verdicts lean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight import plots
from quizgame.insight.chance import Z95
from quizgame.insight.detection import ENOUGH
from quizgame.insight.views.rows import BLANK, Row, drawn, percent

if TYPE_CHECKING:
    from quizgame.insight.detection import Verdicts
    from quizgame.insight.figures import Figures
    from quizgame.insight.views.rows import Sheet

SIGHT = {
    "sharp": "Sharp: you tell facts from claims.",
    "fair": "Fair: mostly you tell facts from claims.",
    "blurred": "Blurred: facts and claims still look much alike to you.",
}
LEAN = {
    "trusting": "Trusting: you print somebody's word as fact more often than the other way round.",
    "suspicious": "Suspicious: you doubt facts more often than you trust mere claims.",
    "even": "You lean to neither side.",
}
ADVICE = {
    "trusting": 'Before "confirmed", ask: who checked it, and does that somebody take a side?',
    "suspicious": 'Before "alleged", ask: was it done in public, or checked by somebody neutral?',
}
_BAR = 24


def view(made: Figures, sheet: Sheet) -> list[Row]:
    """The two-way answers, what they show, and the figures on demand."""
    seen = made.verdicts
    if not seen.answers:
        return [
            Row("Nothing to tell yet."),
            Row('Here will stand how well you tell facts from claims ("confirmed or alleged?").'),
        ]
    rows = [
        *drawn(
            [
                _side("Facts printed as fact", seen.hits, seen.facts, sheet),
                _side("Claims printed with a name", seen.rejections, seen.claims, sheet),
            ]
        ),
        BLANK,
        *words(seen),
    ]
    return rows + (_figures(seen) if sheet.figures else [])


def words(seen: Verdicts) -> list[Row]:
    """What the two-way answers show, in words."""
    if seen.sight is None or seen.lean is None:
        told = f"Whether you lean to one side is told from {ENOUGH} such answers on"
        return [Row(f"{told}; there are {seen.answers}.")]
    rows = [Row(SIGHT[seen.sight], "strong"), Row(LEAN[seen.lean], "strong")]
    return rows + ([Row(ADVICE[seen.lean])] if seen.lean in ADVICE else [])


def _side(what: str, right: int, answers: int, sheet: Sheet) -> str:
    share = right / answers if answers else 0.0
    drawn_bar = plots.bar(share, min(_BAR, sheet.width - 46), sheet.type)
    told = f"{percent(share):>6}  {right} of {answers}" if answers else "  none yet"
    return f"{what:<28}{drawn_bar}{told}"


def _figures(seen: Verdicts) -> list[Row]:
    reach = Z95 * seen.error_of_d_prime
    return [
        BLANK,
        Row("Figures", "heading"),
        Row(f"d' {_with_range(seen.d_prime, reach)}"),
        Row(f"c {_with_range(seen.c, reach / 2)}"),
        Row(
            "d' is 0 for somebody who guesses, and 1.68 for somebody without a lean who is right "
            "eight times in ten. c is below 0 for the trusting and above 0 for the suspicious. "
            "Half an answer is added to each side, so that few answers do not look like certainty.",
            "muted",
        ),
    ]


def _with_range(value: float, reach: float) -> str:
    return f"{value:+.2f} (95 %: {value - reach:+.2f} to {value + reach:+.2f})"
