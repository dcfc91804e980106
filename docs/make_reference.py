"""Makes the reference pages in docs/formats from the code: the keys of the format.

Run it from a checkout, in the environment of the tests: `python docs/make_reference.py`. A test
compares the pages with what it makes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgame.packs import models, schema

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).resolve().parent / "formats"

TABLES: tuple[tuple[str, type[models.Table]], ...] = (
    ("The file", models.PackFile),
    ("`[pack]`", models.PackTable),
    ("`[[article]]`", models.ArticleTable),
    ("`[[claim]]`", models.ClaimTable),
    ("`[[claim.quote]]` and `[[question.quote]]`", models.QuoteTable),
    ("`[[question]]`", models.QuestionTable),
    ("An option of a question", models.OptionTable),
    ("`[[set]]`", models.SetTable),
    ("`[[left_out]]`", models.LeftOutTable),
    ("`[[scenario]]`", models.Scenario),
    ("`[[scenario.scene]]`", models.SceneTable),
    ("`asks` of a scene", models.AskTable),
    ("`[[scenario.scene.choice]]`", models.ChoiceTable),
    ("`judges` of a choice", models.JudgesTable),
    ("`instead` of a scene", models.InsteadTable),
    ("`[[scenario.event]]`", models.EventTable),
)
"""Every table of the format, under the heading that it has on the page."""

KEYS = """\
# Every key of the pack format

Made by `docs/make_reference.py` from the models that the game reads packs with. What the tables are
for, and a pack that uses them, is in [the pack format](packs.md).

"Left out" tells what happens without the key: **required** means that the pack cannot be played, a
value is the default, "`--fix` writes it" means that `quizgame check --fix` does, and "–" that it
stays empty.
"""


def main() -> None:
    """Writes every page."""
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def pages() -> dict[str, str]:
    """The pages by their names."""
    return {"keys.md": "".join(keys())}


def keys() -> Iterator[str]:
    """The page on the keys, piece by piece."""
    yield KEYS
    for heading, model in TABLES:
        yield f"\n## {heading}\n\n| key | left out | value | what it is |\n|---|---|---|---|\n"
        made = schema.of_model(model)
        for name, node in made["properties"].items():
            left_out = _left_out(model, name, node, required=name in made["required"])
            yield f"| `{name}` | {left_out} | {_value(node)} | {node['description']} |\n"


def _left_out(model: type[models.Table], name: str, node: schema.Schema, *, required: bool) -> str:
    if required:
        return "**required**"
    if (model, name) in models.WRITTEN_BY_FIX:
        return "`--fix` writes it"
    default = node.get("default")
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return "–" if default is None else f"`{default}`"


def _value(node: dict[str, Any]) -> str:
    """What may stand there, in words."""
    if "enum" in node:
        return ", ".join(f"`{word}`" for word in node["enum"])
    types = node["type"] if isinstance(node["type"], list) else [node["type"]]
    return " or ".join(_one(kind, node) for kind in types)


def _one(kind: str, node: dict[str, Any]) -> str:
    match kind:
        case "string" if node.get("format") == "date":
            return "date"
        case "string":
            return "id" if node.get("pattern", "").startswith("^[a-z0-9-]") else "text"
        case "integer" | "number":
            return _number(node)
        case "boolean":
            return "`true` or `false`"
        case "array" if node["items"].get("type") == "object":
            return "tables"
        case "array":
            return f"list: {_value(node['items'])}"
    return "table"


def _number(node: dict[str, Any]) -> str:
    least = node.get("minimum", node.get("exclusiveMinimum"))
    most = node.get("maximum")
    return f"{least}" if least == most else f"{least} to {most}"


if __name__ == "__main__":
    main()
