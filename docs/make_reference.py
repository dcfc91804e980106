"""Makes the reference pages in docs/formats from the code: keys of the format, rules of the check.

Run it from a checkout, in the environment of the tests: `python docs/make_reference.py`. A test
compares the pages with what it makes.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from quizgame.checking.explaining import repeated
from quizgame.checking.pages import FAMILIES, every_code, family, page
from quizgame.packs import models, schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.checking.pages import Page
    from quizgame.packs.codes import Code

WIDTH = 100
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
    ("`[[course]]`", models.CourseTable),
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

RULES = """\
# Every rule of the check

Made by `docs/make_reference.py` from the rules themselves. `quizgame explain CODE` shows the same
in a terminal, `quizgame explain` the list.

A pack with an **error** cannot be played. A **warning** is advice, and fails only `check --strict`.
A **note** names a gap, and fails nothing. Codes never change their meaning.

The examples belong to a pack with the article `gazette` of [the pack format](packs.md). One rule of
item writing needs no code, as the format leaves no room to break it: where the right option stands
is decided anew each time.
"""


def main() -> None:
    """Writes every page."""
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def pages() -> dict[str, str]:
    """The pages by their names."""
    return {"keys.md": "".join(keys()), "rules.md": "".join(rules())}


def keys() -> Iterator[str]:
    """The page on the keys, piece by piece."""
    yield KEYS
    for heading, model in TABLES:
        yield f"\n## {heading}\n\n| key | left out | value | what it is |\n|---|---|---|---|\n"
        made = schema.of_model(model)
        for name, node in made["properties"].items():
            left_out = _left_out(model, name, node, required=name in made["required"])
            yield f"| `{name}` | {left_out} | {_value(node)} | {node['description']} |\n"


def rules() -> Iterator[str]:
    """The page on the rules, piece by piece."""
    yield RULES
    for name, title in FAMILIES.items():
        codes = [code for code in every_code() if family(code.code) == name]
        yield f"\n## {title}\n\n| code | severity | what is found |\n|---|---|---|\n"
        for code in codes:
            yield f"| [{code.code}](#{code.code.lower()}) | {code.severity} | {code.title} |\n"
        for code in codes:
            yield from _rule(code)


def _rule(code: Code) -> Iterator[str]:
    told = page(code)
    yield f"\n### {code.code}\n\n**{code.severity}**: {code.title}\n\n"
    yield "\n".join(wrap(told.why, WIDTH))
    yield f"\n\nFor example{repeated(told)}:\n\n```{_language(told)}\n{told.bad}```\n"
    yield f"\nMended:\n\n```{_language(told)}\n{told.good}```\n\nCure: {code.cure}\n"


def _language(told: Page) -> str:
    return "text" if told.sketch else "toml"


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
