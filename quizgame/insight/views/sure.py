"""How sure, and how right: confidence against what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight import plots
from quizgame.insight.chance import likely
from quizgame.insight.views.rows import BLANK, Row, counted, drawn, percent

if TYPE_CHECKING:
    from quizgame.insight.calibration import Band, Calibration
    from quizgame.insight.figures import Figures
    from quizgame.insight.views.rows import Sheet

NAMES = {"guess": "a guess", "fairly": "fairly sure", "sure": "sure"}
_WHEN = {"guess": "guessed", "fairly": "were fairly sure", "sure": "were sure"}
_TRUST = {
    "over": "less than",
    "under": "more than",
    "fits": "close to",
}
_LEAD, _END = 14, 20
_NOTE = (
    "An answer earns up to 10 points where sure was right, 0 for a guess, and less than 0 where it "
    "would have been better to call it a guess. The Brier score is the mean squared difference "
    "between what you said and what came, 0 at best. A guess is said to come true once in as many "
    "times as there are options, fairly sure 75 % and sure 95 %."
)


def view(made: Figures, sheet: Sheet) -> list[Row]:
    """A bar for each of the three confidences, what it means, and the figures on demand."""
    seen = made.calibration
    if not seen.answers:
        return [
            Row("Nothing to tell yet."),
            Row(
                "From your second round on you are asked how sure you are. Here will stand how "
                "often you were right when you were sure."
            ),
        ]
    cells = min(40, sheet.width - _LEAD - _END)
    plot = [_band(band, cells, sheet) for band in seen.bands]
    rows = [
        *drawn([*plot, _scale(cells)]),
        Row(
            f"The bar is how often you were right, the {sheet.type.bar} how often you said.",
            "muted",
        ),
        BLANK,
        *words(seen),
    ]
    return rows + (_figures(seen) if sheet.figures else [])


def words(seen: Calibration) -> list[Row]:
    """What the confidences show, the surest first."""
    rows = [Row(sentence(band)) for band in reversed(seen.bands) if band.answers]
    return [Row(rows[0].text, "strong"), *rows[1:], *_overall(seen)]


def sentence(band: Band, who: str = "you") -> str:
    """One confidence in words: "When you were sure: 71 % right, less than the 95 % you said …"."""
    told = f"When {who} {_WHEN[band.name]}: {percent(band.share)} right"
    if band.trust:
        by = "of chance" if band.name == "guess" else f"{who} said"
        told += f", {_TRUST[band.trust]} the {percent(band.said)} {by}"
    return f"{told} ({band.right} of {band.answers})."


def _overall(seen: Calibration) -> list[Row]:
    trusts = {band.trust for band in seen.bands}
    if "over" in trusts and "under" not in trusts:
        return [Row('You promise more than you keep: say "sure" more seldom.')]
    if "under" in trusts and "over" not in trusts:
        return [Row("You know more than you say: be surer.")]
    return []


def _band(band: Band, cells: int, sheet: Sheet) -> str:
    name = f"{NAMES[band.name]:<{_LEAD}}"
    if not band.answers:
        return f"{name}{plots.bar(0, cells, sheet.type)}  not yet"
    drawn_bar = plots.bar(band.share, cells, sheet.type, band.said)
    return f"{name}{drawn_bar}  {percent(band.share):>5}  {band.right} of {band.answers}"


def _scale(cells: int) -> str:
    half = f"{'0':<{cells // 2 - 1}}50"
    return " " * _LEAD + half + f"{'100 %':>{cells - len(half) + 2}}"


def _figures(seen: Calibration) -> list[Row]:
    ranges = [
        f"{NAMES[band.name]} {percent(low)} to {percent(high)}"
        for band in seen.bands
        if band.answers
        for low, high in [likely(band.right, band.answers)]
    ]
    over = f"over {counted(seen.answers, 'answer')}"
    return [
        BLANK,
        Row("Figures", "heading"),
        Row(f"Points {seen.points.points} of {seen.points.most}, {over}."),
        Row(
            f"Brier score {seen.brier:.3f}: reliability {seen.reliability:.3f}, less resolution "
            f"{seen.resolution:.3f}, plus uncertainty {seen.uncertainty:.3f}."
        ),
        Row(f"Said less kept: {seen.overconfidence:+.2f}."),
        Row(f"What chance allows (95 %): {', '.join(ranges)}."),
        Row(_NOTE, "muted"),
    ]
