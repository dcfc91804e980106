"""The format as a JSON Schema, with which editors complete, explain and check what authors write.

It is flat: no `$ref`, no `oneOf`, no `anyOf`. Where a value may be a text or a table, both are told
in one schema, whose keywords each hold for their own type only: an editor then shows the one error
there is, and not one for each way that was not taken.

What JSON cannot tell apart, the schema cannot either: a date from a text of that form, 3.0 from 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgame.packs.models import PackFile, PartFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
"""What editors' TOML extensions read."""

_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_OWN = {"$defs", "title", "default"}


def schema(*, part: bool = False) -> Schema:
    """The schema of a `pack.toml` or a pack in one file; with `part`, of a pack's other files."""
    file = PartFile if part else PackFile
    name = "a part of a quizgame pack" if part else "a quizgame pack"
    return {"$schema": DRAFT, "title": name, **of_model(file)}


def of_model(model: type[BaseModel]) -> Schema:
    """The flat schema of one table."""
    made = model.model_json_schema()
    return _flat(made, made.get("$defs", {}))


def _flat(node: Schema, tables: Mapping[str, Schema]) -> Schema:
    if "$ref" in node:
        target = tables[str(node["$ref"]).rpartition("/")[2]]
        node = target | {key: value for key, value in node.items() if key != "$ref"}
    flat: Schema = {}
    for way in node.get("anyOf", ()):
        if way.get("type") != "null":
            _add(flat, _flat(way, tables))
    for key, value in node.items():
        match key:
            case "properties" | "patternProperties":
                flat[key] = {name: _flat(inner, tables) for name, inner in value.items()}
            case "items":
                flat[key] = _flat(value, tables)
            case "anyOf":
                continue
            case _ if key not in _OWN:
                flat[key] = value
    if node.get("default") not in (None, "", [], {}):
        flat["default"] = node["default"]
    if flat.get("format") == "date":
        flat["pattern"] = _DATE
    if "patternProperties" in flat:
        flat["additionalProperties"] = False
    return flat


def _add(flat: Schema, way: Schema) -> None:
    """Joins another way of writing a value to those that are there; they differ in type."""
    types = [*_listed(flat.get("type", [])), *_listed(way["type"])]
    flat |= way
    flat["type"] = types[0] if len(types) == 1 else types


def _listed(types: str | list[str]) -> list[str]:
    return [types] if isinstance(types, str) else types
