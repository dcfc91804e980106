"""Positions: the characters that are pointed at are the thing that is named."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.packs.files import Source
from quizgame.packs.locate import places
from quizgame.packs.parts import Part
from quizgame.packs.scanner import Scanner, offset_in_string

REPOSITORY = Path(__file__).resolve().parents[2]

BARE = st.text("abc-_1", min_size=1, max_size=3)
SPACE = st.sampled_from(["", " ", "\t", "  "])
BREAK = st.sampled_from(["", " ", "\n", ' # a comment, with ] and } and "\n', "\r\n"])
CHARS = st.sampled_from([*"ab \"'\\#[]{}=,é日\N{GRINNING FACE}", "\n", "\t"])


@st.composite
def strings(draw):
    """A text written in one of TOML's four ways."""
    chars = draw(st.lists(CHARS, max_size=8))
    value = "".join(chars)
    styles = ["basic", "long"]
    if "'" not in value:
        styles.append("literal-long")
        if "\n" not in value:
            styles.append("literal")
    style = draw(st.sampled_from(styles))
    first = draw(st.sampled_from(["", "\n", "\r\n"]))
    if style == "literal":
        return f"'{value}'"
    if style == "literal-long":
        return f"'''{first}{value}'''" if first or value[:1] != "\n" else f"'''\n{value}'''"
    escaped = "".join(draw(st.sampled_from(_ways(char, style))) for char in chars)
    if style == "basic":
        return f'"{escaped}"'
    fold = draw(st.sampled_from(["", "\\\n  \n\t", "\\ \r\n "]))
    return f'"""{first or chr(10)}{escaped}{fold}"""'


def _ways(char, style):
    always = [f"\\U{ord(char):08x}", *([f"\\u{ord(char):04x}"] if ord(char) < 0x10000 else [])]
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
    if char in short:
        raw = ["\n", "\r\n"] if style == "long" and char == "\n" else []
        return [short[char], *always, *raw]
    return [char, *always]


SCALARS = strings() | st.sampled_from(
    ["1", "-0.5", "nan", "inf", "true", "2024-10-25", "2024-10-25 10:00:00", "10:00:00", "0xff"]
)


@st.composite
def values(draw, depth=2):
    kind = draw(st.sampled_from(["scalar"] * 3 + (["array", "table"] if depth else [])))
    if kind == "scalar":
        return draw(SCALARS)
    if kind == "array":
        items = draw(st.lists(values(depth=depth - 1), max_size=3))
        gaps = [draw(BREAK) for _ in range(len(items) + 1)]
        inner = ",".join(gap + item for gap, item in zip(gaps, items, strict=False))
        return f"[{inner}{gaps[-1]}]"
    keys = draw(st.lists(BARE, max_size=3, unique=True))
    pairs = [f"{draw(SPACE)}{key} = {draw(values(depth=depth - 1))}" for key in keys]
    return "{" + ",".join(pairs) + "}"


@st.composite
def documents(draw):
    """A TOML document with tables, arrays of tables, sub-tables, dotted and quoted keys."""
    lines = []
    for name in draw(st.lists(st.sampled_from(["[[claim]]", "[[ claim ]]", "[pack]"]), max_size=5)):
        if name == "[pack]" and "[pack]" in lines:
            continue
        lines.append(draw(SPACE) + name)
        keys = draw(st.lists(BARE, max_size=3, unique=True))
        lines += [f'"{key}"{draw(SPACE)}={draw(values())} # [[claim]]' for key in keys]
        if draw(st.booleans()):
            lines.append(f"x1.y.'z' = {draw(values())}")
        if "claim" in name:
            for _ in range(draw(st.integers(0, 2))):
                lines += ["  [[claim.quote]]", f"text = {draw(values())}"]
    return "\n".join(lines)


def paths(value, path=()):
    """Every way into the parsed data, with what stands there."""
    yield path, value
    steps = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    for step in steps:
        inner = value[step]
        yield from paths(inner, (*path, step))


def agrees(text, data, found):
    for path, value in paths(data):
        if not path:
            continue
        place = found[path]
        raw, key = text[slice(*place.value)], text[slice(*place.key)]
        if isinstance(path[-1], str):
            assert tomllib.loads(f"{key} = 1") == {path[-1]: 1} or raw.startswith("[")
        if not isinstance(value, (dict, list)) or raw[0] == "{":
            assert repr(tomllib.loads(f"x = {raw}")["x"]) == repr(value)


@given(documents())
def test_the_scanner_agrees_with_the_parser(text):
    try:
        data = tomllib.loads(text)
    except ValueError:
        return
    scanner = Scanner(text, [path for path, _ in paths(data)])
    scanner.run()
    agrees(text, data, scanner.places)


@given(documents())
def test_looking_in_a_piece_finds_the_same(text):
    try:
        data = tomllib.loads(text)
    except ValueError:
        return
    part = Part(0, Source(Path("x.toml"), text), data)
    agrees(text, data, places(part, [path for path, _ in paths(data)]))


@given(strings())
def test_a_character_of_a_text_is_found_as_it_is_written(raw):
    value = tomllib.loads(f"x = {raw}")["x"]
    for index in range(len(value)):
        offset = offset_in_string(raw, index)
        quotes = raw[:3] if raw[:3] in {'"""', "'''"} else raw[0]
        head = tomllib.loads(f"x = {raw[:offset]}{quotes}")["x"]
        assert head == value[:index]


@pytest.mark.parametrize("path", sorted((REPOSITORY / "content").rglob("*.toml")), ids=str)
def test_the_shipped_pack(path):
    text = path.read_bytes().decode()
    data = tomllib.loads(text)
    part = Part(0, Source(path, text), data)
    agrees(text, data, places(part, [path for path, _ in paths(data)]))


def test_a_header_within_a_text_does_not_mislead():
    text = "[[claim]]\ntext = '''\n[[claim]]\nid = 1\n'''\n[[claim]]\nid = 2\n"
    data = tomllib.loads(text)
    part = Part(0, Source(Path("x.toml"), text), data)
    place = places(part, [("claim", 1, "id")])["claim", 1, "id"]
    assert text[: place.value[0]].count("\n") == 6
