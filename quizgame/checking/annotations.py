"""Findings in the forms that other programs show beside the author's lines: GitHub's, and SARIF."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from quizgame import __version__
from quizgame.checking.pages import every_code, page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from quizgame.checking.report import Checked
    from quizgame.packs.codes import Code
    from quizgame.packs.diagnostics import Diagnostic, Spot

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def github(checked: Sequence[Checked], base: Path) -> Iterator[str]:
    """One workflow command a finding; GitHub shows it at its line. Paths are from `base` on."""
    for one in checked:
        for found in one.diagnostics:
            spot = found.spot
            where = {
                "file": _path(spot.path, base),
                "line": spot.line,
                "endLine": spot.end_line,
                "col": spot.column,
                "endColumn": spot.end_column,
                "title": f"{found.code} {found.message}",
            }
            if spot.line != spot.end_line:
                # GitHub takes columns only where they belong to one line.
                del where["col"], where["endColumn"]
            pairs = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
            text = _escaped(f"{found.message}\n{found.hint}".strip())
            yield f"::{_LEVELS[found.severity]} {pairs}::{text}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _path(path: Path, base: Path) -> str:
    """The path from `base` on, with slashes; whole where it lies elsewhere."""
    path = path.absolute()
    return (path.relative_to(base) if path.is_relative_to(base) else path).as_posix()


def sarif(checked: Sequence[Checked], base: Path) -> dict[str, object]:
    """Every finding as a SARIF 2.1.0 log, with the rules that were broken."""
    found = [one for each in checked for one in each.diagnostics]
    broken = {one.code for one in found}
    rules = [code for code in every_code() if code.code in broken]
    numbers = {code.code: number for number, code in enumerate(rules)}
    driver = {
        "name": "quizgame",
        "version": __version__,
        "rules": [_rule(code) for code in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, numbers[one.code], base) for one in found],
    }
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}


def _rule(code: Code) -> dict[str, object]:
    return {
        "id": code.code,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": page(code).why},
        "help": {"text": code.cure},
        "defaultConfiguration": {"level": code.severity},
    }


def _result(found: Diagnostic, rule: int, base: Path) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": found.severity,
        "message": {"text": f"{found.message}. {found.hint}".strip()},
        "locations": [_location(found.spot, base)],
    }
    if found.others:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": other.label}, **_location(other, base)}
            for number, other in enumerate(found.others, 1)
        ]
    return result


def _location(spot: Spot, base: Path) -> dict[str, object]:
    uri = _path(spot.path, base)
    absolute = uri.startswith("/") or spot.path.drive
    file = spot.path.absolute().as_uri() if absolute else quote(uri)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": file},
            "region": {
                "startLine": spot.line,
                "startColumn": spot.column,
                "endLine": spot.end_line,
                "endColumn": spot.end_column,
            },
        }
    }
