"""An earlier decision explained again, outside of its run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import skills
from quizgame.game.asking import passage
from quizgame.game.explanation import Explanation
from quizgame.game.history import subject
from quizgame.game.items import unknown
from quizgame.packs.cited import cited, day

if TYPE_CHECKING:
    from quizgame.packs.models import ChoiceTable, Scenario, SceneTable
    from quizgame.packs.pack import Pack

_RULE = "The author of the scenario judges this decision by its rule and its quotes."


def decision(pack: Pack, item: str, chosen: str) -> Explanation:
    """The explanation of a decision that counted as an answer.

    Args:
        pack: the pack of the scenario.
        item: `pack/scenario?decision@scene`.
        chosen: the id of the choice.

    Raises:
        UnknownItemError: the pack does not have the scenario, the scene or the choice any longer.
    """
    scenario = pack.scenarios.get(subject(item).partition("/")[2])
    scenes = scenario.scene if scenario else ()
    scene = next((one for one in scenes if one.id == item.partition("@")[2]), None)
    choice = next((c for c in scene.choice if c.id == chosen), None) if scene else None
    if scenario is None or scene is None or choice is None or choice.judges is None:
        raise unknown(item, pack)
    return _explained(pack, scenario, scene, choice)


def _explained(
    pack: Pack, scenario: Scenario, scene: SceneTable, choice: ChoiceTable
) -> Explanation:
    on = day(scenario, scene, pack)
    quotes = [cited(pack, name, on)[1] for name in choice.claims]
    judges = choice.judges
    assert judges is not None
    return Explanation(
        right=judges.right,
        verdict=("Yes. " if judges.right else "Not this time. ") + choice.text,
        statement=scenario.title,
        status=None,
        passages=tuple(passage(pack, quote, marked=True) for quote in quotes),
        who=", ".join(dict.fromkeys(q.source for q in quotes if q.source)),
        how=", ".join(dict.fromkeys(q.cue for q in quotes if q.cue)),
        small=tuple(dict.fromkeys(hedge for q in quotes for hedge in q.hedges)),
        skill=skills.words(judges.skill),
        why=choice.because,
        printed=choice.prints,
        because="",
        lifts="",
        others=(),
        independence="",
        decided=_RULE,
    )
