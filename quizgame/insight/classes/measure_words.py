"""How well a set measures, in sentences and rows that hold no foreign text.

The bands for the deviation, α and discrimination are those of Moodle's documentation of its quiz
statistics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.classes.measuring import ENOUGH
from quizgame.insight.classes.words import number
from quizgame.insight.views.rows import GLUE, counted, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.insight.classes.measuring import SetMeasure
    from quizgame.insight.classes.report import Measured, Report

GOOD_ALPHA, WEAK_ALPHA = 0.75, 0.64
GOOD_DISCRIMINATION = 20
NOTE = (
    f"Discrimination is 100 times the correlation of an item with the rest: above "
    f"{GOOD_DISCRIMINATION} whoever knows more is right more often; below 0 look whether the key "
    "is right. Weight is the share of the differences between students that comes from the item, "
    "efficiency its discrimination in per cent of what its difficulty allows, guessing what "
    "somebody would get who knows nothing."
)


def why_not(set_: Measured) -> str:
    """Why a set's statistics are not told."""
    return (
        f"How well the items tell students apart is not told: {counted(set_.attempts, 'student')} "
        f"answered, and below {ENOUGH} such figures are mostly chance."
    )


def left_out(set_: Measured) -> str:
    """How many left something out, which counts as not right; empty for nobody."""
    if not set_.partly:
        return ""
    return f"{set_.partly} of {set_.attempts} left something out, which counts as not right here."


def shape(made: SetMeasure) -> str:
    """The form of the distribution of the results."""
    told = f"Mean {made.mean:.0f}, SD {made.deviation:.0f}"
    if made.skewness is not None and made.kurtosis is not None:
        told += f", skewness {made.skewness:.2f}, kurtosis {made.kurtosis:.2f}"
    if made.error_ratio is not None:
        told += f", error ratio {made.error_ratio:.0f}{GLUE}%"
    return f"{told}. An SD of 12 to 18 is usual."


def reliability(made: SetMeasure) -> str:
    """What α says."""
    if made.alpha is None or made.standard_error is None:
        return "Cronbach's alpha has no meaning here: there is one item, or everybody did alike."
    verdict = (
        "good for a test"
        if made.alpha > GOOD_ALPHA
        else "weak: use it to talk, not to grade"
        if made.alpha < WEAK_ALPHA
        else "fair"
    )
    return (
        f"Cronbach's alpha is {made.alpha:.2f}, which is {verdict}. One student's result is "
        f"uncertain by about {made.standard_error:.0f} points of a hundred."
    )


def rows(made: Report, set_: Measured) -> Iterator[tuple[str, ...]]:
    """For each item its number, SD, weight, discrimination, its range, efficiency, guessing."""
    numbers = {item.item: number for number, item in enumerate(made.items, 1)}
    guessing = {item.item: item.by_guessing for item in made.items}
    measured = set_.measure.items if set_.measure else ()
    for name, one in zip(set_.items, measured, strict=bool(measured)):
        low, high = one.likely or (None, None)
        yield (
            f"{numbers[name]}.",
            number(100 * one.deviation),
            number(one.weight),
            number(one.discrimination),
            f"{number(low)} to {number(high)}" if one.likely else "-",
            number(one.efficiency),
            percent(guessing[name]),
        )
