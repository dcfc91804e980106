"""A small scenario on a small pack, and random ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from pack_samples import GAZETTE, HERALD, claim, pack, quote

from quizgame.game.scenarios.plan import plan_of
from quizgame.game.scenarios.run import Move, begin, take
from quizgame.packs.models import Scenario

LATER = replace(HERALD, published=date(2026, 5, 3), dated="3 May 2026")
POOL = claim(
    "pool",
    quotes=[
        quote("The mayor says that the pool closes."),
        quote("The herald heard of a closed pool.", article="herald"),
    ],
)
VOTE = claim(
    "vote",
    "confirmed",
    [quote("The council voted on Monday.", status="confirmed", source="The council", cue="voted")],
    skill="record",
)
PACK = pack(POOL, VOTE, GAZETTE, LATER, as_of=date(2026, 5, 9))

TABLE = {
    "id": "desk",
    "title": "The desk",
    "as_of": date(2026, 5, 1),
    "start": "wire",
    "meters": {"trust": 50, "reach": 50},
    "scene": [
        {
            "id": "wire",
            "time": "08:00",
            "text": "A line comes in.",
            "desk": ["pool"],
            "deadline": 1,
            "late": "gone",
            "careful": ["named", "wait"],
            "asks": [
                {"id": "clerk", "text": "Call the clerk", "cost": {"reach": -5}, "brings": "vote"},
                {"id": "guard", "text": "Call the guard", "cost": {"reach": -5}, "nothing": "No."},
            ],
            "choice": [
                {
                    "id": "flat",
                    "text": "Print it flat",
                    "prints": "Pool closes",
                    "judges": {"skill": "word", "right": False},
                    "effect": {"trust": -30, "reach": 20},
                    "because": "It was the mayor's word.",
                    "claims": ["pool"],
                    "goes": "noon",
                },
                {
                    "id": "named",
                    "text": "Print it with the name",
                    "prints": "Mayor: pool closes",
                    "judges": {"skill": "word", "right": True},
                    "effect": {"trust": 10},
                    "because": "The name stands in front.",
                    "claims": ["pool"],
                    "goes": "noon",
                },
                {"id": "wait", "text": "Wait", "effect": {"reach": -60}, "goes": "noon"},
                {
                    "id": "both",
                    "text": "Print the vote too",
                    "prints": "Council has voted",
                    "needs": {"asked": ["clerk"]},
                    "goes": "good",
                },
            ],
        },
        {
            "id": "noon",
            "time": "12:00",
            "text": "Noon.",
            "date": date(2026, 5, 3),
            "desk": ["pool@herald"],
            "choice": [
                {"id": "stand", "text": "Stand by it", "needs": {"trust": ">=40"}, "goes": "good"},
                {"id": "correct", "text": "Correct it", "prints": "We were wrong", "goes": "good"},
            ],
        },
        {"id": "gone", "time": "09:00", "ending": "The page is gone.", "grade": "weak"},
        {
            "id": "good",
            "ending": "It holds.",
            "grade": "strong",
            "instead": [{"needs": {"trust": "<40"}, "goes": "thin"}],
        },
        {"id": "thin", "ending": "It hardly holds.", "grade": "fair"},
    ],
    "event": [
        {
            "id": "ring",
            "text": "The mayor rings.",
            "chance": 0.5,
            "scenes": ["noon"],
            "needs": {"none": ["wait"]},
            "effect": {"trust": -5},
            "brings": "vote",
        }
    ],
}


def scenario(**changes) -> Scenario:
    """The small scenario, with other values at its top."""
    return Scenario.model_validate({**TABLE, **changes})


def run_of(*ids: str, seed: int = 1, of: Scenario | None = None):
    """A run in which these choices and asks were made; `undo` takes back."""
    run = begin(plan_of(of or scenario()), seed)
    for one in ids:
        run = take(run, move(run, one))
    return run


def move(run, one: str) -> Move:
    """What an id of the open scene means."""
    if one == "undo":
        return Move("undo", run.state.scene)
    kind = "ask" if run.plan.ask(run.state.scene, one) else "choose"
    return Move(kind, run.state.scene, one)


def moves_of(run) -> list[Move]:
    """Everything that can be done now."""
    from quizgame.game.scenarios import moves

    found = [Move("choose", run.state.scene, c.id) for c in moves.choices(run.plan, run.state)]
    found += [Move("ask", run.state.scene, a.id) for a in moves.asks(run.plan, run.state)]
    return found + ([Move("undo", run.state.scene)] if run.undoes else [])


def _ids(prefix: str, most: int):
    return st.integers(0, most).map(lambda n: f"{prefix}{n}")


@st.composite
def scenarios(draw, scenes: int = 5):
    """Scenarios of every shape that loads: loops, needs that cannot hold, scenes nobody reaches."""
    names = [f"s{n}" for n in range(draw(st.integers(1, scenes)))]
    meters = [f"m{n}" for n in range(draw(st.integers(0, 3)))]
    choices = [f"{name}-c{n}" for name in names for n in range(draw(st.integers(0, 3)))]
    asks = [f"{name}-a{n}" for name in names for n in range(draw(st.integers(0, 2)))]
    events = [f"e{n}" for n in range(draw(st.integers(0, 2)))]
    effect = (
        st.dictionaries(st.sampled_from(meters), st.integers(-100, 100)) if meters else st.just({})
    )
    past = {"chose": choices, "asked": asks, "happened": events}
    past["any"] = past["none"] = [*choices, *asks, *events]
    compared = st.builds("{}{}".format, st.sampled_from((">=", "<=", "<", ">", "==")),
                         st.integers(0, 110))  # fmt: skip
    conditions = [st.tuples(st.sampled_from(meters), compared)] if meters else []
    conditions += [
        st.tuples(st.just(word), st.lists(st.sampled_from(ids), max_size=2))
        for word, ids in past.items()
        if ids
    ]
    needs = st.lists(st.one_of(conditions), max_size=2).map(dict) if conditions else st.just({})
    scene = st.sampled_from(names)

    def one(name):
        ends = draw(st.integers(0, 3)) == 0
        table = {
            "id": name,
            "time": draw(st.sampled_from(["", "08:00"])),
            "choice": [
                {"id": c, "text": c, "effect": draw(effect), "needs": draw(needs),
                 "goes": draw(scene), "prints": draw(st.sampled_from(["", "A line"])),
                 "claims": draw(st.sampled_from([[], ["pool"]]))}
                for c in choices if c.startswith(f"{name}-")
            ],
            "asks": [
                {"id": a, "text": a, "cost": draw(effect),
                 **draw(st.sampled_from([{}, {"brings": "vote"}]))}
                for a in asks if a.startswith(f"{name}-")
            ],
            "desk": draw(st.sampled_from([[], ["pool"]])),
            "instead": draw(st.lists(st.fixed_dictionaries({"needs": needs, "goes": scene}),
                                     max_size=1)),
        }  # fmt: skip
        if ends:
            table |= {"ending": "The end.", "grade": "fair"}
        if draw(st.booleans()):
            table["deadline"] = draw(st.integers(1, 2))
        if draw(st.booleans()):
            table["late"] = draw(scene)
        return table

    return Scenario.model_validate(
        {
            "id": "random",
            "title": "Random",
            "start": draw(scene),
            "undo": draw(st.booleans()),
            "meters": {name: draw(st.integers(0, 100)) for name in meters},
            "scene": [one(name) for name in names],
            "event": [
                {"id": e, "text": e, "scenes": draw(st.lists(scene, max_size=2)),
                 "needs": draw(needs), "effect": draw(effect),
                 "chance": draw(st.sampled_from([0.5, 1.0]))}
                for e in events
            ],
        }
    )  # fmt: skip
