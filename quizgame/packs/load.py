"""A pack from disk: everything that is wrong with it in one go, or the pack."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.packs import codes
from quizgame.packs.diagnostics import Problem
from quizgame.packs.files import PACK_FILE, Source, gather, read
from quizgame.packs.locate import located
from quizgame.packs.references import references
from quizgame.packs.resolve import Resolver
from quizgame.packs.syntax import parse
from quizgame.packs.validate import validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from quizgame.packs.diagnostics import Diagnostic
    from quizgame.packs.pack import Pack
    from quizgame.packs.parts import Part

_HIDING = {code for code in codes.CODES if code.code[0] in "FT"} - {codes.BOM, codes.NO_ARTICLE}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a pack.

    Attributes:
        pack: None if anything is wrong with it that is more than a warning.
        diagnostics: everything that is wrong with it.
        parts: its files, for those who look up where something is written.
    """

    path: Path
    pack: Pack | None
    diagnostics: tuple[Diagnostic, ...]
    parts: tuple[Part, ...]


def load(path: Path, instead: Mapping[Path, str] | None = None) -> Loaded:
    """Loads the pack in a folder with a `pack.toml` (naming that means the folder), or in one file.

    Whatever the files hold, nothing is raised: it is a finding.

    Args:
        path: the folder or the file.
        instead: for some of the pack's files, a text that is read in place of what they hold.
    """
    if path.name == PACK_FILE:
        path = path.parent
    with _collector_paused():
        parts, problems = _parts(path, instead or {})
        # What an unreadable part defines is not unknown.
        complete = not problems or not any(problem.code in _HIDING for problem in problems)
        resolver = Resolver(parts, path if path.is_dir() else path.parent, complete=complete)
        pack = resolver.pack()
        problems += resolver.problems
        if complete:
            problems += references(pack, parts)
    playable = not any(problem.code.severity == "error" for problem in problems)
    found = tuple(located(problems, parts))
    return Loaded(path, pack if playable else None, found, tuple(parts))


def _parts(path: Path, instead: Mapping[Path, str]) -> tuple[list[Part], list[Problem]]:
    paths, problems = gather(path)
    parts: list[Part] = []
    for file in paths:
        source, found = (Source(file, instead[file]), []) if file in instead else read(file)
        problems += found
        if source is None:
            continue
        data = parse(source)
        if isinstance(data, Problem):
            problems.append(data)
            continue
        part, found = validate(len(parts), source, data, main=file is paths[0])
        parts.append(part)
        problems += found
    return parts, problems


@contextmanager
def _collector_paused() -> Iterator[None]:
    """A load makes very many objects and no garbage, among which the collector would search."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
