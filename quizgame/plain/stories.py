"""Scenarios: the clock, the desk, the story, what can be decided, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game.front_page import front_page
from quizgame.plain import consequences, telling
from quizgame.plain.prompts import Way, pick, show
from quizgame.play.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.game.scenarios.meters import Change
    from quizgame.game.scenarios.path import PathLine
    from quizgame.game.scenarios.scene import SceneView
    from quizgame.plain.game import Game
    from quizgame.plain.voice import Voice
    from quizgame.play.newsroom import Newsroom
    from quizgame.play.shift import Shift

AGAIN = "again"


def stories(game: Game, newsroom: Newsroom) -> None:
    """Lists the scenarios; plays the one that is chosen from where it was left."""
    every = newsroom.assignments()
    game.voice.heading("Scenarios")
    ways = [Way("", "back")]
    for number, one in enumerate(every, 1):
        notes = [part for part in (standing(one), one.scenario.summary) if part]
        ways.append(Way(str(number), one.scenario.title, ". ".join(notes)))
    show(game.voice, ways[1:])
    key = pick(game.voice, "Which one; Enter goes back", ways)
    if key:
        chosen = every[int(key) - 1].scenario.id
        play(game, newsroom.resume(chosen) or newsroom.start(chosen))


def play(game: Game, shift: Shift) -> None:
    """Plays a run to its end; each step is saved at once.

    Raises:
        HomeError: the player goes home; the story waits there.
        QuitError: the player leaves, or the input has come to an end.
    """
    game.save()
    if shift.passed:
        game.voice.say("This scenario has changed: it goes on where it still fits.")
    is_new = True
    while not shift.run.ended:
        view = shift.view()
        if is_new:
            _scene(game.voice, view)
        if view.stuck and not view.undoes:
            game.voice.say("The story has no way on from here.")
            return
        _move(game, shift, view)
        # What an ask leaves as it was need not be heard twice.
        is_new = shift.run.ended or shift.view().number != view.number
    _ending(game, shift)


def _scene(voice: Voice, view: SceneView) -> None:
    voice.heading(f"{view.title}, scene {view.number} of {view.most}.")
    when = ", ".join(part for part in (view.time, view.day) if part)
    if when:
        voice.say(f"{when}.")
    consequences.meters(voice, view.meters)
    voice.say()
    for happened in view.happened:
        voice.say(_with_changes(happened.text, happened.changes))
    consequences.paragraphs(voice, view.text)
    if view.desk:
        voice.heading("On the desk; d reads it all:")
        for paper in view.desk:
            voice.say(f"{paper.passage.outlet}: {paper.about}", indent=2)


def _move(game: Game, shift: Shift, view: SceneView) -> None:
    """Asks until a decision or an ask is made, or the last one is taken back."""
    ways = _offer(game.voice, view)
    while True:
        key = pick(game.voice, "Your decision", ways)
        if key == "d":
            _papers(game.voice, view)
        elif key == "f":
            game.show_page()
        elif key == AGAIN:
            _scene(game.voice, view)
            _offer(game.voice, view)
        elif key == "u":
            shift.undo()
            game.save()
            game.voice.say("Taken back.")
            return
        else:
            _make(game, shift, view, int(key))
            return


def _offer(voice: Voice, view: SceneView) -> list[Way]:
    """Says what can be decided and asked, and gives it with all else that can be typed."""
    decisions = [Way(str(n), one.text) for n, one in enumerate(view.decisions, 1)]
    first = len(decisions) + 1
    questions = [
        Way(str(n), one.text, _changes(one.costs)) for n, one in enumerate(view.questions, first)
    ]
    voice.heading("What do you do?")
    show(voice, decisions)
    if questions:
        voice.say(_how_many(view))
        show(voice, questions)
    aside = [
        Way("d", "read what lies on the desk"),
        Way("f", "your front page"),
        Way(AGAIN, "hear the scene again"),
    ]
    if view.undoes:
        aside.append(Way("u", "take the last decision back"))
    return [*decisions, *questions, *aside]


def _make(game: Game, shift: Shift, view: SceneView, number: int) -> None:
    place = number - 1
    if place < len(view.decisions):
        told = shift.choose(view.decisions[place].id)
    else:
        told = shift.ask(view.questions[place - len(view.decisions)].id)
    game.save()
    game.voice.say()
    consequences.consequence(game.voice, told)
    ways = [Way("", "go on")]
    if told.papers:
        ways.append(Way("r", "read the article"))
    while pick(game.voice, "Enter goes on", ways) == "r":
        passage = told.papers[0].passage
        game.read(shift.pack, passage.article, passage.at, told=False)


def _how_many(view: SceneView) -> str:
    if view.left is None:
        return "Or ask first:"
    if view.left == 0:
        return "Time is up. Whatever you ask now, the page closes without you:"
    many = "1 question fits" if view.left == 1 else f"{view.left} questions fit"
    return f"Or ask first; {many}:"


def _papers(voice: Voice, view: SceneView) -> None:
    for heading, papers in (("On the desk", view.desk), ("From earlier desks", view.drawer)):
        if papers:
            voice.heading(heading)
        for paper in papers:
            voice.say(f"{paper.about}")
            consequences.paper(voice, paper)


def _with_changes(text: str, changes: Iterable[Change]) -> str:
    moved = _changes(changes)
    return f"{text} ({moved})" if moved else text


def _changes(changes: Iterable[Change]) -> str:
    return ", ".join(f"{change.name} {change.word}" for change in changes)


def _ending(game: Game, shift: Shift) -> None:
    """How it ended, what was printed, and on demand the way."""
    told, voice = shift.ending(), game.voice
    consequences.ending(voice, told, shift.view().text)
    steps = [step for step in shift.player.printed() if step.run == shift.id]
    answers = [answer for answer in shift.player.answers if answer.round == shift.id]
    made = front_page(answers, steps)
    if not made.empty:
        voice.heading("Printed in this story:")
        telling.page(voice, made)
    ways = [Way("", "home"), Way("w", "your way, and the ways that you did not take")]
    while pick(voice, "Enter goes home; w tells your way", ways):
        _way(voice, told.path)


def _way(voice: Voice, path: Iterable[PathLine]) -> None:
    """Scene by scene what happened, what was done, and what could have been done."""
    voice.heading("Your way, and the ways that you did not take:")
    for line in path:
        leads = f" ({line.leads})" if line.leads else ""
        match line.role:
            case "scene":
                voice.say(f"{line.text}:")
            case "ending":
                voice.say(f"The end: {line.text}")
            case "happened":
                voice.say(f"meanwhile: {line.text}", indent=2)
            case "asked":
                voice.say(f"you asked: {line.text}{leads}", indent=2)
            case "taken":
                voice.say(f"you decided: {line.text}", indent=2)
            case "closed":
                voice.say(f"not open to you: {line.text}", indent=2)
            case _:
                to = f" (leads to {line.leads})" if line.leads else ""
                voice.say(f"not taken: {line.text}{to}", indent=2)
