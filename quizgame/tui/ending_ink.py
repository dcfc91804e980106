"""How the end of a scenario is set: the way as a drawn tree, and each decision looked back at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quizgame.tui.story_ink import HEADING, MUTED, meters, paper, paragraphs, printed, verdict
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.game.scenarios.ending import Decided, Ending
    from quizgame.game.scenarios.path import PathLine
    from quizgame.text import Typography

_STYLES = {"taken": "bold", "open": MUTED, "closed": MUTED, "ending": "bold", "scene": HEADING}


def ending(told: Ending, text: str, type: Typography, width: int) -> list[Para]:
    """The end page."""
    shown = [para(told.verdict, HEADING)] if told.verdict else []
    shown += [Para(Content.styled(type.clean(told.text), "bold")), BLANK, *paragraphs(text, type)]
    shown += meters(told.meters, (), type, width)
    shown += [BLANK, para("The way you took", HEADING), *way(told.path, type)]
    if told.decisions:
        shown += [BLANK, para("Your decisions", HEADING)]
    for decision in told.decisions:
        shown += [BLANK, *_decision(decision, type)]
    return shown


def way(path: Sequence[PathLine], type: Typography) -> list[Para]:
    """The path as a tree: a trunk of scenes, a branch for each thing that was or could be done."""
    return [_branch(line, type) for line in path]


def _branch(line: PathLine, type: Typography) -> Para:
    if line.role in {"scene", "ending"}:
        words = line.text
        if line.role == "ending":
            words = f"{type.end} {line.text}" + (f" ({line.leads})" if line.leads else "")
        return Para(
            Content.styled(type.clean(words), _STYLES[line.role]), Content(" "), Content("   ")
        )
    branch = type.last if line.last else type.fork
    stem = " " if line.last else type.trunk
    lead = Content.styled(f" {branch} ", "$accent")
    hang = Content.styled(f" {stem}".ljust(lead.cell_length), "$accent")
    return Para(
        Content.styled(type.clean(_words(line, type)), _STYLES.get(line.role, "")), lead, hang
    )


def _words(line: PathLine, type: Typography) -> str:
    leads = f" ({line.leads})" if line.leads else ""
    match line.role:
        case "taken":
            return f"{type.caret} {line.text}"
        case "asked":
            return f"You asked: {line.text}{leads}"
        case "closed":
            return f"not open to you: {line.text}"
        case "open":
            return f"{line.text} {type.arrow} {line.leads}" if leads else line.text
        case _:
            return f"Meanwhile: {line.text}"


def _decision(decided: Decided, type: Typography) -> list[Para]:
    told = decided.told
    heading = ", ".join(part for part in (decided.time, told.done) if part)
    shown = [Para(Content.styled(type.clean(heading), "bold")), *verdict(told)]
    shown += paragraphs(told.because, type)[:-1]
    for one in told.papers:
        shown += paper(one, type)
    shown += printed(told, type)
    if decided.was_careful:
        shown.append(para("A careful editor could have done just this."))
    for other in decided.careful:
        stop = "" if other.text.endswith((".", "!", "?")) else "."
        words = type.clean(f"{other.text}{stop} {other.because}".rstrip())
        shown.append(Para(Content.assemble(("A careful editor: ", "bold"), words)))
    return shown
