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


def claims_named(scenario: Scenario) -> Iterator[Named]:
    """Every claim that a scenario puts on a desk or brings."""
    for at, scene in enumerate(scenario.scene):
        yield from ((name, ("scene", at, "desk", n)) for n, name in enumerate(scene.desk))
        for n, ask in enumerate(scene.asks):
            if ask.brings is not None:
                yield ask.brings, ("scene", at, "asks", n, "brings")
    for at, event in enumerate(scenario.event):
        if event.brings is not None:
            yield event.brings, ("event", at, "brings")


def within(scenario: Scenario, part: int, index: int, guess: Guesser) -> Iterator[Problem]:
    """A problem for each scene, meter or choice that the scenario names and does not have.

    `index` is the scenario's position among those of the file.
    """
    scenes = dict.fromkeys(scene.id for scene in scenario.scene)
    choices = dict.fromkeys(choice.id for scene in scenario.scene for choice in scene.choice)
    for what, code, known, named in (
        ("scene", codes.UNKNOWN_SCENE, scenes, _scenes_named(scenario)),
        ("choice", codes.UNKNOWN_CHOICE, choices, _choices_named(scenario)),
        ("meter", codes.UNKNOWN_METER, scenario.meters, _meters_named(scenario)),
    ):
        for name, path in named:
            if name not in known:
                of = Where(part, ("scenario", index, *path), "key" if what == "meter" else "value")
                message = f"this scenario has no {what} `{name}`"
                yield Problem(code, message, of, guess(name, known))
    yield from _twice("scene", _scene_ids(scenario), part, index)
    yield from _twice("choice", _choice_ids(scenario), part, index)


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


def _scene_ids(scenario: Scenario) -> Iterator[Named]:
    yield from ((scene.id, ("scene", at, "id")) for at, scene in enumerate(scenario.scene))


def _choice_ids(scenario: Scenario) -> Iterator[Named]:
    for at, scene in enumerate(scenario.scene):
        yield from (
            (choice.id, ("scene", at, "choice", n, "id")) for n, choice in enumerate(scene.choice)
        )


def _scenes_named(scenario: Scenario) -> Iterator[Named]:
    yield scenario.start, ("start",)
    for at, scene in enumerate(scenario.scene):
        if scene.late is not None:
            yield scene.late, ("scene", at, "late")
        for n, choice in enumerate(scene.choice):
            yield choice.goes, ("scene", at, "choice", n, "goes")
    for at, event in enumerate(scenario.event):
        yield from ((name, ("event", at, "scenes", n)) for n, name in enumerate(event.scenes))


def _tables(scenario: Scenario) -> Iterator[tuple[Needs, Effect, str, KeyPath]]:
    """What each choice, ask and event needs and changes; the key of the change, and the path."""
    for at, scene in enumerate(scenario.scene):
        for n, choice in enumerate(scene.choice):
            yield choice.needs, choice.effect, "effect", ("scene", at, "choice", n)
        for n, ask in enumerate(scene.asks):
            yield {}, ask.cost, "cost", ("scene", at, "asks", n)
    for at, event in enumerate(scenario.event):
        yield event.needs, event.effect, "effect", ("event", at)


def _meters_named(scenario: Scenario) -> Iterator[Named]:
    for needs, effect, key, path in _tables(scenario):
        yield from ((name, (*path, key, name)) for name in effect)
        yield from ((name, (*path, "needs", name)) for name in needs if name != "chose")


def _choices_named(scenario: Scenario) -> Iterator[Named]:
    for needs, _, _, path in _tables(scenario):
        chose = needs.get("chose", ())
        for n, name in enumerate(chose if isinstance(chose, tuple) else ()):
            yield name, (*path, "needs", "chose", n)
