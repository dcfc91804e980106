"""The schema for editors says yes and no to the same packs as the game's own models."""

from copy import deepcopy
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import ValidationError

from quizgame.packs import models
from quizgame.packs.schema import of_model, schema

PASSAGE = {
    "id": "one", "article": "gazette", "text": "The canteen closes.", "role": "repeats",
    "status": "denied", "who": "Two teachers", "source": "two teachers", "cue": "told",
    "hedges": ["may"], "exact": ["closes"], "retold": ["may"], "means": "It closes.",
}  # fmt: skip
CLAIM = {
    "id": "closes", "text": "The canteen closes.", "status": "alleged", "quote": [PASSAGE],
    "headline": "Canteen closes", "skill": "word", "topic": "canteen", "why": "A word.",
    "lifts": "A notice.", "contrast": "opens", "also_accept": ["denied"], "sensitive": True,
    "level": 2,
}  # fmt: skip
QUESTION = {
    "id": "what", "ask": "What?", "answer": {"text": "That", "id": "that", "because": "So."},
    "wrong": ["This", {"text": "Those", "because": "No."}], "claims": ["closes"],
    "quote": "The canteen closes.", "skill": "scope", "why": "So.", "sensitive": False, "level": 1,
    "tags": ["News"],
}  # fmt: skip
CHOICE = {
    "id": "run", "text": "Run it", "prints": "It closes", "effect": {"trust": -5},
    "judges": {"skill": "word", "right": False}, "because": "A word.", "goes": "end",
    "claims": ["closes@one"],
    "needs": {"trust": ">=40", "chose": ["run"]},
}  # fmt: skip
SCENE = {
    "id": "wire", "time": "00:40", "date": date(2026, 11, 14), "text": "Night.",
    "desk": ["closes", "closes@one"], "deadline": 3, "careful": ["run"],
    "instead": [{"needs": {"any": ["run"]}, "goes": "end"}],
    "asks": [{"id": "call", "text": "Call", "cost": {"trust": -1}, "brings": "closes",
              "nothing": "No answer."}],
    "choice": [CHOICE], "late": "end", "ending": "", "grade": "fair",
}  # fmt: skip
EVENT = {
    "id": "rain", "text": "It rains.", "chance": 0.25, "scenes": ["wire"],
    "needs": {"trust": "< 50"}, "effect": {"trust": 3}, "brings": "closes",
}  # fmt: skip
FULL = {
    "format": 1,
    "pack": {
        "id": "school", "title": "School", "as_of": date(2026, 11, 14), "summary": "S.",
        "level": "14+", "language": "en", "content_note": "None.", "parties": ["Head"],
    },
    "article": [{
        "id": "gazette", "file": "gazette.txt", "outlet": "Gazette", "title": "T.",
        "published": date(2026, 11, 12), "dated": "in November", "report": "one",
        "wording": "translated",
    }],
    "claim": [CLAIM, {"text": "It opens.", "status": "unknown", "quote": "It opens."}],
    "question": [QUESTION, {**QUESTION, "answer": "That", "quote": [PASSAGE]}],
    "set": [{"id": "first", "title": "First", "summary": "S.", "items": ["closes", "what"],
             "test": "before"}],
    "course": [{"id": "days", "title": "Days", "summary": "S.", "parts": ["first"]}],
    "left_out": [{"article": "gazette", "text": "By a reporter.", "because": "A byline."}],
    "scenario": [{
        "id": "desk", "title": "Desk", "summary": "S.", "as_of": date(2026, 11, 14),
        "start": "wire", "undo": False, "meters": {"trust": 50}, "scene": [SCENE],
        "event": [EVENT],
    }],
}  # fmt: skip
PART = {key: value for key, value in FULL.items() if key not in {"format", "pack"}}
TABLES = [value for value in vars(models).values() if isinstance(value, type)]
TABLES = [one for one in TABLES if issubclass(one, models.Table) and one is not models.Table]


def as_json(value):
    """The value as a reader of JSON gets it: dates are texts."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return str(value) if isinstance(value, (date, time)) else value


def verdicts(data, *, part=False):
    """What the model and the schema say."""
    model = models.PartFile if part else models.PackFile
    try:
        model.model_validate(deepcopy(data))
        fits = True
    except ValidationError:
        fits = False
    return fits, SCHEMAS[part].is_valid(as_json(data))


SCHEMAS = {part: Draft7Validator(schema(part=part)) for part in (False, True)}


def paths(value, path=()):
    steps = value if isinstance(value, dict) else range(len(value) if type(value) is list else 0)
    for step in steps:
        yield (*path, step)
        yield from paths(value[step], (*path, step))


def test_the_sample_has_every_key():
    named = {path[-1] for path in paths(FULL) if isinstance(path[-1], str)}
    assert named >= {name for table in TABLES for name in table.model_fields}
    assert verdicts(FULL) == (True, True)
    assert verdicts(PART, part=True) == (True, True)


def test_each_file_has_its_own_schema():
    assert verdicts(PART) == (False, False)
    assert verdicts(FULL, part=True) == (False, False)


@pytest.mark.parametrize("path", list(paths(FULL)), ids=lambda path: ".".join(map(str, path)))
def test_a_key_left_out_or_misspelt(path):
    data = deepcopy(FULL)
    table = data
    for step in path[:-1]:
        table = table[step]
    value = table.pop(path[-1])
    assert len(set(verdicts(data))) == 1
    if isinstance(path[-1], str):
        table[f"{path[-1]}x"] = value
        assert len(set(verdicts(data))) == 1


NAMES = st.sampled_from(["id", "text", "quote", "trust", "chose", "x", "Trust!", "wrong"])
# Neither dates nor whole numbers with a point: JSON cannot tell these from others.
PLAIN = (
    st.sampled_from(["", " ", "alleged", "asserts", "word", ">=40", ">= 40", "40", "a-b", "A b"])
    | st.integers(-120, 120)
    | st.sampled_from([2**70, 0.25, 1.5, -0.5, True, False])
    | st.sampled_from(["x" * 64, "x" * 65, "y" * 20_000, "y" * 20_001])
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)
PATHS = list(paths(FULL))


@settings(max_examples=250)
@given(changes=st.lists(st.tuples(st.sampled_from(PATHS), VALUES), min_size=1, max_size=2))
def test_a_value_changed(changes):
    data = deepcopy(FULL)
    for path, value in changes:
        table = data
        try:
            for step in path[:-1]:
                table = table[step]
            if isinstance(table, (dict, list)):
                table[path[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue
    fits, valid = verdicts(data)
    assert fits == valid


@pytest.mark.parametrize(
    "value", [date(2026, 1, 2), datetime(2026, 1, 2, 3), time(1, 2), "soon", 2026, [], {}]
)
def test_a_date_is_a_date_and_nothing_else(value):
    fits, valid = verdicts(FULL | {"pack": FULL["pack"] | {"as_of": value}})
    assert fits == valid == (type(value) is date)


def nodes(node):
    yield node
    for key, value in node.items():
        if key in {"properties", "patternProperties"}:
            yield from (found for inner in value.values() for found in nodes(inner))
        elif key == "items":
            yield from nodes(value)


@pytest.mark.parametrize("part", [False, True], ids=["pack", "part"])
def test_it_is_flat_and_every_key_is_described(part):
    Draft7Validator.check_schema(schema(part=part))
    found = list(nodes(schema(part=part)))
    assert len(found) > 100
    for node in found:
        assert node.keys().isdisjoint({"$ref", "oneOf", "anyOf", "allOf", "$defs"})
        assert all(inner.get("description") for inner in node.get("properties", {}).values())


def test_a_table_alone_has_the_keys_of_its_model():
    for table in TABLES:
        assert list(of_model(table)["properties"]) == list(table.model_fields)
