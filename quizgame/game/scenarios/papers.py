"""What lies on the desk: quotes of claims, each from its article, in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game.asking import Passage, passage
from quizgame.packs.cited import cited, day, split
from quizgame.packs.scenes import claims_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.game.scenarios.moves import Arrival
    from quizgame.game.scenarios.run import Run
    from quizgame.packs.models import Scenario
    from quizgame.packs.pack import Pack


@dataclass(frozen=True, slots=True)
class Paper:
    """A quote on the desk; no status is told, which is for the player to find.

    Attributes:
        claim: the id of the claim.
        about: what it is about: the claim's headline, which fits a line, with a capital.
        source: the words in the passage that name the speaker; empty if none are marked.
        cue: the words that tell how the speaker knows or says it; empty if none are marked.
        brought: what brought it, an ask or an event in words; empty if it lay there.
    """

    claim: str
    about: str
    passage: Passage
    source: str = ""
    cue: str = ""
    brought: str = ""


def paper(
    pack: Pack, run: Run, scene: str, reference: str, brought: str = "", *, marked: bool = False
) -> Paper:
    """What a reference names on the day of a scene; marks come with explanations only."""
    at = run.plan.scenes[scene]
    claim, quote = cited(pack, reference, day(run.plan.scenario, at, pack))
    shown = passage(pack, quote, marked=marked)
    # The headline of what is not known goes on from "Not known:" elsewhere.
    about = claim.headline[:1].upper() + claim.headline[1:]
    return Paper(claim.id, about, shown, quote.source, quote.cue, brought)


def on_desk(pack: Pack, run: Run) -> tuple[Paper, ...]:
    """What lies on the desk of the open scene, and what was brought there since it opened."""
    return _once(_by_scene(pack, run)[-1])


def in_drawer(pack: Pack, run: Run) -> tuple[Paper, ...]:
    """What earlier desks held, without what lies on the desk now."""
    *earlier, here = _by_scene(pack, run)
    lying = set(map(_key, here))
    papers = _once(one for papers in earlier for one in papers)
    return tuple(one for one in papers if _key(one) not in lying)


def is_sensitive(pack: Pack, scenario: Scenario) -> bool:
    """Whether a claim that the scenario shows somewhere is marked as sensitive."""
    return any(pack.claims[split(named)[0]].sensitive for named, _ in claims_named(scenario))


def _by_scene(pack: Pack, run: Run) -> list[list[Paper]]:
    """For each scene of the run, in order, what lay there and what was brought."""
    scenes = [_found(pack, run, run.opening)]
    for turn in run.turns:
        ask = run.plan.ask(turn.move.scene, turn.move.id) if turn.move.kind == "ask" else None
        if ask and ask.brings:
            scenes[-1].append(paper(pack, run, turn.move.scene, ask.brings, ask.text))
        if turn.decided:
            scenes.append(_found(pack, run, turn.arrival))
    return scenes


def _found(pack: Pack, run: Run, arrival: Arrival) -> list[Paper]:
    """What lies on a desk when its scene opens."""
    scene = arrival.state.scene
    found = [paper(pack, run, scene, name) for name in run.plan.scenes[scene].desk]
    for happening in arrival.happenings:
        event = run.plan.events[happening.event]
        if event.brings:
            found.append(paper(pack, run, scene, event.brings, event.text))
    return found


def _key(one: Paper) -> tuple[str, str]:
    return one.claim, one.passage.text


def _once(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Each quote once, where it was first."""
    first: dict[tuple[str, str], Paper] = {}
    for one in papers:
        first.setdefault(_key(one), one)
    return tuple(first.values())
