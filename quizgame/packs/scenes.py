"""The ids within a scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.packs import codes
from quizgame.packs.diagnostics import KeyPath, Problem, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.packs.models import Effect, Needs, Scenario
    from quizgame.packs.names import Guesser

Named = tuple[str, KeyPath]
"""An id, and where it is named."""


LISTS = {
    "chose": "choice",
    "asked": "ask",
    "happened": "event",
    "any": "choice, ask or event",
    "none": "choice, ask or event",
}
"""The words of `needs` that take a list of ids instead of a comparison, and what they list.

All of those under `chose`, `asked` and `happened`; at least one under `any`; none under `none`.
"""

Use = tuple[str, str, KeyPath]
"""What kind of thing is named, its id, and where it is named."""


def claims_named(scenario: Scenario) -> Iterator[Named]:
    """Every `claim` or `claim@quote` that a scenario puts on a desk, brings or explains with."""
    for at, scene in enumerate(scenario.scene):
        yield from ((name, ("scene", at, "desk", n)) for n, name in enumerate(scene.desk))
        for n, ask in enumerate(scene.asks):
            if ask.brings is not None:
                yield ask.brings, ("scene", at, "asks", n, "brings")
        for n, choice in enumerate(scene.choice):
            path = ("scene", at, "choice", n, "claims")
            yield from ((name, (*path, m)) for m, name in enumerate(choice.claims))
    for at, event in enumerate(scenario.event):
        if event.brings is not None:
            yield event.brings, ("event", at, "brings")


def within(scenario: Scenario, part: int, index: int, guess: Guesser) -> Iterator[Problem]:
    """A problem for each id that the scenario names and does not have, and for misshapen needs.

    `index` is the scenario's position among those of the file.
    """
    ids = {
        "scene": dict.fromkeys(scene.id for scene in scenario.scene),
        "choice": dict.fromkeys(c.id for scene in scenario.scene for c in scene.choice),
        "ask": dict.fromkeys(ask.id for scene in scenario.scene for ask in scene.asks),
        "event": dict.fromkeys(event.id for event in scenario.event),
        "meter": dict.fromkeys(scenario.meters),
    }
    ids["choice, ask or event"] = ids["choice"] | ids["ask"] | ids["event"]
    for what, name, path in (*_scenes_named(scenario), *_conditions(scenario)):
        if name not in ids[what]:
            where = Where(part, ("scenario", index, *path), "key" if what == "meter" else "value")
            message = f"this scenario has no {what} `{name}`"
            yield Problem(_UNKNOWN[what], message, where, guess(name, ids[what]))
    yield from _careful(scenario, part, index, guess)
    yield from _misshapen(scenario, part, index)
    for what, named in _ids(scenario):
        yield from _twice(what, named, part, index)


_UNKNOWN = {
    "scene": codes.UNKNOWN_SCENE,
    "choice": codes.UNKNOWN_CHOICE,
    "meter": codes.UNKNOWN_METER,
    "ask": codes.UNKNOWN_ASK,
    "event": codes.UNKNOWN_EVENT,
    "choice, ask or event": codes.UNKNOWN_CHOICE,
}


def _careful(scenario: Scenario, part: int, index: int, guess: Guesser) -> Iterator[Problem]:
    """What a careful editor takes is a choice of the same scene."""
    for at, scene in enumerate(scenario.scene):
        known = dict.fromkeys(choice.id for choice in scene.choice)
        for n, name in enumerate(scene.careful):
            if name not in known:
                where = Where(part, ("scenario", index, "scene", at, "careful", n))
                message = f"the scene `{scene.id}` has no choice `{name}`"
                yield Problem(codes.UNKNOWN_CHOICE, message, where, guess(name, known))


def _twice(what: str, ids: Iterable[Named], part: int, index: int) -> Iterator[Problem]:
    first: dict[str, KeyPath] = {}
    for name, path in ids:
        if name not in first:
            first[name] = path
            continue
        where = Where(part, ("scenario", index, *path), label="used again here")
        other = Where(part, ("scenario", index, *first[name]), label="first used here")
        message = f"the {what} id `{name}` is used twice in this scenario"
        yield Problem(codes.DUPLICATE_ID, message, where, others=(other,))


def _ids(scenario: Scenario) -> Iterator[tuple[str, Iterable[Named]]]:
    """What has ids that must differ; an ask may come again in another scene."""
    scenes = list(enumerate(scenario.scene))
    yield "scene", ((scene.id, ("scene", at, "id")) for at, scene in scenes)
    yield (
        "choice",
        (
            (choice.id, ("scene", at, "choice", n, "id"))
            for at, scene in scenes
            for n, choice in enumerate(scene.choice)
        ),
    )
    for at, scene in scenes:
        yield "ask", ((ask.id, ("scene", at, "asks", n, "id")) for n, ask in enumerate(scene.asks))
    yield "event", ((event.id, ("event", at, "id")) for at, event in enumerate(scenario.event))


def _scenes_named(scenario: Scenario) -> Iterator[Use]:
    yield "scene", scenario.start, ("start",)
    for at, scene in enumerate(scenario.scene):
        if scene.late is not None:
            yield "scene", scene.late, ("scene", at, "late")
        for n, choice in enumerate(scene.choice):
            yield "scene", choice.goes, ("scene", at, "choice", n, "goes")
        for n, other in enumerate(scene.instead):
            yield "scene", other.goes, ("scene", at, "instead", n, "goes")
    for at, event in enumerate(scenario.event):
        yield from (
            ("scene", name, ("event", at, "scenes", n)) for n, name in enumerate(event.scenes)
        )


def _tables(scenario: Scenario) -> Iterator[tuple[Needs, Effect, str, KeyPath]]:
    """What each choice, ask and event needs and changes; the key of the change, and the path."""
    for at, scene in enumerate(scenario.scene):
        for n, choice in enumerate(scene.choice):
            yield choice.needs, choice.effect, "effect", ("scene", at, "choice", n)
        for n, ask in enumerate(scene.asks):
            yield {}, ask.cost, "cost", ("scene", at, "asks", n)
        for n, other in enumerate(scene.instead):
            yield other.needs, {}, "effect", ("scene", at, "instead", n)
    for at, event in enumerate(scenario.event):
        yield event.needs, event.effect, "effect", ("event", at)


def _conditions(scenario: Scenario) -> Iterator[Use]:
    """Every meter, choice, ask and event that is named where something needs or changes it."""
    for needs, effect, key, path in _tables(scenario):
        yield from (("meter", name, (*path, key, name)) for name in effect)
        for word, value in needs.items():
            if word not in LISTS:
                yield "meter", word, (*path, "needs", word)
            elif not isinstance(value, str):
                listed = ((LISTS[word], name, n) for n, name in enumerate(value))
                yield from ((what, name, (*path, "needs", word, n)) for what, name, n in listed)


def _misshapen(scenario: Scenario, part: int, index: int) -> Iterator[Problem]:
    """A meter takes a comparison, a list of ids its own word; no meter has the name of a list."""
    words = ", ".join(f"`{word}`" for word in LISTS)
    for name in scenario.meters:
        if name in LISTS:
            where = Where(part, ("scenario", index, "meters", name), "key")
            message = f"no meter can be called `{name}`, which has a meaning in `needs`"
            yield Problem(codes.NOT_ALLOWED, message, where, "Give the meter another name.")
    for needs, _, _, path in _tables(scenario):
        for word, value in needs.items():
            if (word in LISTS) == isinstance(value, str):
                where = Where(part, ("scenario", index, *path, "needs", word))
                message = f"`{word}` takes {'a list of ids' if word in LISTS else 'a comparison'}"
                hint = f'Meters are compared, like `">=40"`; {words} take lists of ids.'
                yield Problem(codes.NOT_ALLOWED, message, where, hint)
