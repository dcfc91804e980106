"""How a class has voted: a bar for each option, the second vote beside the first.

Nothing depends on colour: counts and shares are numbers, and the right option is named in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quizgame.tui.widgets.paper import Para, para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.classroom.wire.outgoing import Bar, Tally
    from quizgame.game.asking import Asked
    from quizgame.text import Typography

MOST = 8
"""The most options that are drawn: where words are marked there can be as many as students."""

_REASONS = 3
_LABEL = 26
"""The widest label that stands before its bar; a wider one stands above it."""
_FIGURES = 11
"""Columns for the count and the share behind a bar."""
_BAR = (6, 30)
_GAP = 3
_INDENT = Content("  ")
_HANG = Content("    ")


def bars(tallies: Sequence[Tally], asked: Asked | None, type: Typography, width: int) -> list[Para]:
    """The bars of every vote, their options numbered as asked; nothing before the key is told."""
    told = [tally for tally in tallies if tally.bars]
    if not told:
        return []
    every = _rows(told)
    numbers = {c.id: c.slot for c in asked.choices if c.slot.isdigit()} if asked else {}
    labels = [_label(row, numbers, type) for row in every[:MOST]]
    wide = max(label.cell_length for label in labels)
    # Above their bars the labels leave all the width to these.
    beside = wide <= _LABEL and width >= 2 + wide + _GAP + len(told) * (_BAR[0] + _FIGURES + _GAP)
    lead = wide + _GAP if beside else 2
    room = (width - 2 - lead) // len(told) - _FIGURES - _GAP
    cells = max(_BAR[0], min(_BAR[1], room))
    shown = [_names(told, lead + 2, cells)] if len(told) > 1 else []
    for label, row in zip(labels, every, strict=False):
        drawn = Content("   ").join(
            _drawn(bar, tally, type, cells) for bar, tally in zip(row, told, strict=True)
        )
        if beside:
            name = label.pad_right(lead - label.cell_length)
            shown.append(Para(Content(""), Content.assemble("  ", name, drawn)))
        else:
            shown += [Para(label, _INDENT, _HANG), Para(Content(""), _HANG + drawn)]
    if (more := len(every) - MOST) > 0:
        shown.append(para(f"and {more} more", "$foreground-muted", indent=2))
    return shown


def _rows(told: Sequence[Tally]) -> list[list[Bar | None]]:
    """For each option its bar in each vote, the options of the last vote first."""
    order = dict.fromkeys(bar.option for tally in reversed(told) for bar in tally.bars)
    by_option = [{bar.option: bar for bar in tally.bars} for tally in told]
    return [[bars.get(option) for bars in by_option] for option in order]


def _label(row: Sequence[Bar | None], numbers: dict[str, str], type: Typography) -> Content:
    bar = next(bar for bar in row if bar)
    sign = type.sign(bar.option) or numbers.get(bar.option, "")
    name = type.line(f"{sign} {bar.text}" if sign else bar.text)
    if not bar.right:
        return Content(name)
    return Content.assemble((name, "bold"), ("  right", "bold $accent"))


def _drawn(bar: Bar | None, tally: Tally, type: Typography, cells: int) -> Content:
    count = bar.count if bar else 0
    total = sum(bar.count for bar in tally.bars)
    share = count / total if total else 0.0
    full = min(cells, round(share * cells) or (1 if count else 0))
    figures = f"{count:>4} {round(100 * share):>3} %  "
    return Content.assemble(
        (type.full * full, "$accent"),
        (type.empty * (cells - full), "$foreground-muted"),
        (figures[:_FIGURES].ljust(_FIGURES), "bold" if bar and bar.right else ""),
    )


def _names(told: Sequence[Tally], lead: int, cells: int) -> Para:
    names = ("first vote", "second vote")
    column = cells + _FIGURES + _GAP
    line = "".join(f"{name:<{column}}" for name in names[: len(told)])
    return Para(Content(""), Content.styled(" " * lead + line, "$foreground-muted"))


def in_words(tallies: Sequence[Tally]) -> list[Para]:
    """How many were right, what a second vote changed, and who was sure and was not right."""
    told = [tally for tally in tallies if tally.bars and tally.right is not None]
    if not told:
        return []
    many = [_right(tally) for tally in told]
    if len(many) == 1:
        words = f"{many[0][0]} of {many[0][1]} right."
    else:
        words = f"{many[0][0]} of {many[0][1]} right, then {many[1][0]} of {many[1][1]}."
    sure = sum(bar.confident for bar in told[-1].bars if not bar.right)
    if sure:
        words += f" {sure} {'was' if sure == 1 else 'were'} sure, and not right."
    return [para(words, "bold", indent=2)]


def _right(tally: Tally) -> tuple[int, int]:
    return sum(b.count for b in tally.bars if b.right), sum(b.count for b in tally.bars)


def misconceptions(tallies: Sequence[Tally], type: Typography) -> list[Para]:
    """Why what was chosen is wrong, where the author says so; the most frequent reasons first."""
    told = next((tally for tally in reversed(tallies) if tally.bars), None)
    because: dict[str, list[Bar]] = {}
    for bar in told.bars if told else ():
        if bar.count and bar.because and not bar.right:
            because.setdefault(bar.because, []).append(bar)
    most = sorted(because.items(), key=lambda one: -sum(bar.count for bar in one[1]))
    shown = []
    for reason, chosen in most[:_REASONS]:
        names = ", ".join(bar.text for bar in chosen)
        name = Content.styled(type.line(f"{names}: "), "bold")
        shown.append(Para(name + Content(type.line(reason)), _INDENT, _HANG))
    return shown
