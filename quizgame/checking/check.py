"""All findings on a pack: those of loading it, and those of the checker's rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.checking.table import RULES
from quizgame.packs.diagnostics import Problem
from quizgame.packs.locate import located
from quizgame.packs.origins import Origins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.checking.finding import At
    from quizgame.packs.diagnostics import Diagnostic, Where
    from quizgame.packs.load import Loaded
    from quizgame.packs.pack import Pack


def check(loaded: Loaded) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a pack.

    The rules look only at a pack without errors: in a broken one they would find consequences.
    """
    if loaded.pack is None:
        return loaded.diagnostics
    found = located(list(_problems(loaded.pack, loaded)), loaded.parts)
    return (*loaded.diagnostics, *found)


def _problems(pack: Pack, loaded: Loaded) -> Iterator[Problem]:
    origins = Origins(pack, loaded.parts)
    for rule in RULES:
        for finding in rule.find(pack):
            where = _where(finding.at, origins)
            others = tuple(_where(at, origins) for at in finding.others)
            yield Problem(rule.code, finding.message, where, finding.hint, others)


def _where(at: At, origins: Origins) -> Where:
    return replace(origins.where(at.kind, at.id, at.path, at.inside), label=at.label)
