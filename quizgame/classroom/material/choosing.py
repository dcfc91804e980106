"""What is hosted: the pack, and its set or scenario."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from quizgame.classroom.material.items import item_of
from quizgame.errors import UsageError
from quizgame.game import drawing
from quizgame.packs.library import find
from quizgame.packs.names import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quizgame.packs.library import Entry
    from quizgame.packs.pack import ItemSet, Pack

CLASS_HOUR = "class-hour"
"""The id of the set that is hosted where none is named."""
FIRST_SESSION = "first-session"
"""The id of the set that a new player begins with alone."""


@dataclass(frozen=True, slots=True)
class Hosted:
    """What a lesson asks, as far as the pack goes.

    Attributes:
        path: where the pack was found.
        set: the id of the set; empty for a scenario, and for items that were drawn.
        scenario: the id of the scenario; empty for items.
        items: as `pack/claim?kind@quote`, in order; empty for a scenario.
    """

    pack: Pack
    path: Path
    title: str
    set: str = ""
    scenario: str = ""
    items: tuple[str, ...] = ()


def choose(
    packs: Sequence[Path],
    pack: str | None = None,
    *,
    set: str | None = None,
    scenario: str | None = None,
    seed: int = 0,
) -> Hosted:
    """Finds what is to be hosted.

    A set that is not named is the one called `class-hour`; without one, the first that is neither a
    test nor the first session; else the first. Of a pack without sets a round is drawn that leaves
    out what is sensitive; of one without items the first scenario is played.

    Args:
        packs: places named by hand; empty for the usual ones.
        pack: an id or a path; None for the first that can be played.
        set: the id of a set.
        scenario: the id of a scenario; not together with a set.
        seed: what a drawn round follows from.

    Raises:
        UsageError: there is no such pack, set, scenario or item, or the pack has errors.
    """
    if set and scenario:
        raise UsageError(
            "A set or a scenario",
            f'Both the set "{set}" and the scenario "{scenario}" are named.',
            "Leave one of them out: a lesson plays one.",
        )
    found, loaded = _pack(packs, pack)
    if scenario:
        return _scenario(loaded, found.path, scenario)
    if set or loaded.sets:
        return _set(loaded, found.path, _named(loaded, set) if set else _usual(loaded))
    return _drawn(loaded, found.path, seed)


def _pack(packs: Sequence[Path], pack: str | None) -> tuple[Entry, Pack]:
    if pack is None:
        return _first(packs)
    entry = _at(Path(pack)) if _is_path(pack) else find(packs).get(pack)
    if entry is None:
        raise _no_pack(pack, packs)
    loaded = entry.load().pack
    if loaded is None:
        raise UsageError(
            "This pack cannot be hosted",
            f"The pack in {entry.path} has errors.",
            f"Run `quizgame check {entry.path}` and mend it, or host another.",
        )
    return entry, loaded


def _first(packs: Sequence[Path]) -> tuple[Entry, Pack]:
    for entry in find(packs).visible():
        loaded = entry.load().pack
        if loaded:
            return entry, loaded
    raise UsageError(
        "No pack can be hosted",
        "None was found without errors.",
        "`quizgame where` shows where packs are looked for, `quizgame packs` what was found.",
    )


def _is_path(pack: str) -> bool:
    """Whether a path is meant: an id has neither a slash nor a dot."""
    return any(sign in pack for sign in "/\\.~") or Path(pack).is_dir()


def _at(path: Path) -> Entry | None:
    return next(find([path.expanduser()]).visible(), None)


def _no_pack(pack: str, packs: Sequence[Path]) -> UsageError:
    if _is_path(pack):
        return UsageError(
            "No such pack",
            f"There is no pack at {pack}.",
            "A pack is a folder with a `pack.toml`, or a single `.toml` file.",
        )
    known = [entry.id for entry in find(packs).visible() if entry.id]
    return UsageError("No such pack", f'There is no pack "{pack}".', _hint(pack, known))


def _named(pack: Pack, name: str) -> ItemSet:
    if name in pack.sets:
        return pack.sets[name]
    if name in pack.scenarios:
        raise UsageError(
            "No such set",
            f'"{name}" is a scenario of the pack "{pack.id}", not a set.',
            f"Host it with `--scenario {name}`.",
        )
    raise _missing("set", name, pack, pack.sets)


def _usual(pack: Pack) -> ItemSet:
    if CLASS_HOUR in pack.sets:
        return pack.sets[CLASS_HOUR]
    every = list(pack.sets.values())
    lessons = [one for one in every if one.test is None and one.id != FIRST_SESSION]
    return (lessons or every)[0]


def _set(pack: Pack, path: Path, chosen: ItemSet) -> Hosted:
    items = tuple(dict.fromkeys(str(item_of(pack, one, chosen.id)) for one in chosen.items))
    return Hosted(pack, path, chosen.title, set=chosen.id, items=items)


def _scenario(pack: Pack, path: Path, name: str) -> Hosted:
    if name not in pack.scenarios:
        raise _missing("scenario", name, pack, pack.scenarios)
    return Hosted(pack, path, pack.scenarios[name].title, scenario=name)


def _drawn(pack: Pack, path: Path, seed: int) -> Hosted:
    drawn = drawing.draw_daily(pack, Random(seed))
    if drawn:
        return Hosted(pack, path, pack.title, items=tuple(map(str, drawn)))
    if pack.scenarios:
        return _scenario(pack, path, next(iter(pack.scenarios)))
    raise UsageError(
        "Nothing to host",
        f'The pack "{pack.id}" in {path} has no set, no scenario, and nothing to draw from.',
        "Write claims into it; `quizgame check` tells what is missing.",
    )


def _missing(what: str, name: str, pack: Pack, known: Mapping[str, object]) -> UsageError:
    message = f'The pack "{pack.id}" has no {what} "{name}".'
    return UsageError(f"No such {what}", message, _hint(name, known))


def _hint(name: str, known: Iterable[str]) -> str:
    guess = did_you_mean(name, known)
    return " ".join(part for part in (guess, f"There is: {_listed(known)}.") if part)


def _listed(known: Iterable[str]) -> str:
    return ", ".join(known) or "none"
