"""What is said about packs that were checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.packs import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from quizgame.packs.diagnostics import Diagnostic
    from quizgame.packs.pack import Pack


@dataclass(frozen=True, slots=True)
class Checked:
    """A pack and all that was found; `pack` is None if it cannot be played."""

    path: Path
    pack: Pack | None
    diagnostics: tuple[Diagnostic, ...]


def passes(checked: Sequence[Checked], *, strict: bool) -> bool:
    """Whether nothing was found that counts: errors, and in a strict check warnings too."""
    counted = {"error", "warning"} if strict else {"error"}
    return not any(found.severity in counted for one in checked for found in one.diagnostics)


def text(checked: Sequence[Checked], base: Path | None = None) -> Iterator[str]:
    """The findings, then a line that sums up; paths are shown from `base` on."""
    for one in checked:
        for diagnostic in one.diagnostics:
            yield render.text(diagnostic, base) + "\n"
    yield summary(checked)


def summary(checked: Sequence[Checked]) -> str:
    """2 packs, 47 claims, 18 questions: no findings."""
    packs = [one.pack for one in checked if one.pack]
    counts = [
        counted(len(checked), "pack"),
        counted(sum(len(pack.claims) for pack in packs), "claim"),
        counted(sum(len(pack.questions) for pack in packs), "question"),
    ]
    scenarios = sum(len(pack.scenarios) for pack in packs)
    counts += [counted(scenarios, "scenario")] if scenarios else []
    return f"{', '.join(counts)}: {findings(checked)}"


def findings(checked: Sequence[Checked]) -> str:
    """3 errors, 1 note; or "no findings"."""
    severities = _severities(checked)
    return ", ".join(counted(n, kind) for kind, n in severities.items() if n) or "no findings"


def _severities(checked: Sequence[Checked]) -> dict[str, int]:
    found = Counter(one.severity for each in checked for one in each.diagnostics)
    return {kind: found[kind] for kind in ("error", "warning", "note")}


def counted(number: int, what: str) -> str:
    """1 claim, 2 claims."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def data(checked: Sequence[Checked]) -> dict[str, object]:
    """The same for programs."""
    return {
        "packs": [
            {
                "path": str(one.path),
                "id": one.pack.id if one.pack else None,
                "playable": one.pack is not None,
                "claims": len(one.pack.claims) if one.pack else 0,
                "questions": len(one.pack.questions) if one.pack else 0,
            }
            for one in checked
        ],
        "findings": [render.data(found) for one in checked for found in one.diagnostics],
        "counts": _severities(checked),
    }
