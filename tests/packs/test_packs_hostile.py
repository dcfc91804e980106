"""Nothing in a pack raises: whatever the files hold, it is a finding, and can be shown."""

import json
import time
import tomllib
from pathlib import Path

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packs_samples import CLAIM, GAZETTE, HEAD, MINIMAL, QUESTION, write

from quizgame.checking.check import check
from quizgame.packs import library, render
from quizgame.packs.load import load

REPOSITORY = Path(__file__).resolve().parents[2]
# Without its scenarios, which the checker plays to all their ends: that takes seconds each time.
SHIPPED = sorted((REPOSITORY / "content").glob("*/*.toml"))

quick = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def survives(folder, toml, **parts):
    """Loads and shows whatever was found."""
    loaded = load(write(folder, toml, **parts))
    found = check(loaded)
    assert (loaded.pack is None) == any(one.severity == "error" for one in loaded.diagnostics)
    for one in found:
        text = render.text(one)
        assert text.isprintable() or not {c for c in text if ord(c) < 32} - {"\n"}
        assert "\n" not in one.message
        json.dumps(render.data(one))
        assert one.spot.line >= 1
        assert one.spot.column >= 1
        assert (one.spot.end_line, one.spot.end_column) >= (one.spot.line, one.spot.column)
    library.find([folder])
    return found


@quick
@given(raw=st.binary(max_size=300))
def test_random_bytes(tmp_path, raw):
    survives(tmp_path, raw)
    survives(tmp_path, HEAD.encode() + raw)


@quick
@given(
    text=st.text("abc=[]{}\"'#.,-_0123456789\n\r\t \\uUT:é日\N{GRINNING FACE}\0\x1b", max_size=80)
)
def test_random_characters(tmp_path, text):
    survives(tmp_path, MINIMAL + text)


WORDS = """
id text status quote article claim question wrong answer ask set items scenario scene choice goes
needs effect meters start event chance format pack title file outlet published role who source cue
hedges level sensitive claims contrast also_accept x
"""
KEYS = st.sampled_from(WORDS.split())
ODD = st.sampled_from(
    [float("nan"), float("inf"), -(2**80), 2**70, 10**4000, "", " ", "\x1c", "\0"]
)
DATES = st.dates() | st.times() | st.datetimes()
VALUES = st.recursive(
    st.text(max_size=5) | st.integers() | st.floats() | st.booleans() | DATES | ODD
    | st.sampled_from(["canteen", "gazette", "alleged", "gym", "wire", ">=40"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@quick
@given(data=st.dictionaries(KEYS | st.text(max_size=3), VALUES, max_size=6))
def test_random_documents(tmp_path, data):
    toml = tomli_w.dumps(data)
    survives(tmp_path, toml)
    survives(tmp_path, MINIMAL, part=toml)


def _graft(data, path, value):
    """The data with another value, or with one value less, at a place."""
    for step in path[:-1]:
        data = data[step]
    if value is None:
        del data[path[-1]]
    else:
        data[path[-1]] = value


def _paths(value, path=()):
    steps = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    for step in steps:
        yield (*path, step)
        yield from _paths(value[step], (*path, step))


@pytest.fixture(scope="module")
def shipped():
    """The shipped pack as one file, whose articles are found by name."""
    data = {}
    for path in SHIPPED:
        for key, value in tomllib.loads(path.read_text("utf-8")).items():
            data[key] = data[key] + value if key in data else value
    return data


@settings(quick, max_examples=25)
@given(draw=st.data())
def test_the_shipped_pack_with_a_value_changed(tmp_path, shipped, draw):
    data = tomllib.loads(tomli_w.dumps(shipped))
    ways = list(_paths(data))
    for _ in range(draw.draw(st.integers(1, 3))):
        path = draw.draw(st.sampled_from(ways))
        try:
            _graft(data, path, draw.draw(st.none() | VALUES))
        except (KeyError, IndexError, TypeError):
            continue
    survives(tmp_path, tomli_w.dumps(data))


@settings(quick, max_examples=25)
@given(draw=st.data())
def test_the_shipped_pack_with_characters_changed(tmp_path, draw):
    parts = {path.stem: path.read_text("utf-8") for path in SHIPPED}
    name = draw.draw(st.sampled_from(sorted(parts)))
    text = parts[name]
    for _ in range(draw.draw(st.integers(1, 4))):
        at = draw.draw(st.integers(0, len(text)))
        cut = draw.draw(st.integers(0, 12))
        text = text[:at] + draw.draw(st.text("[]{}=\"'\n#a.é", max_size=3)) + text[at + cut :]
    parts[name] = text
    survives(tmp_path, parts.pop("pack"), **parts)


@pytest.mark.parametrize(
    "toml",
    [
        "x = " + "[" * 100_000,
        "x = " + "{a=" * 100_000,
        "x = " + "[" * 300 + "]" * 300,
        "x = " + "{a=" * 240 + "1" + "}" * 240,
        ".".join("a" * 1000) + " = 1",
        ".".join("a" * 500_000) + " = 1",
        "x = {" + ".".join("a" * 500_000) + " = 1}",
        "[" + ".".join("a" * 1000) + "]",
        "[[claim]]\ntext = " + "[" * 200 + "]" * 200,
        "x = " + "1" * 100_000,
        "x = 0x" + "f" * 100_000,
        "[[claim]]\nlevel = 0x" + "f" * 100_000,
        "[[claim]]\nlevel = nan\ntext = inf\nstatus = -inf",
        "[[claim]]\nlevel = 1e400",
        "x = 99999-99-99",
        "x = 0000-00-00T99:99:99+99:99",
        '"" = 1\n[""]\n"\\u0000" = 2',
        'x = "\\ud800"',
        'x = "\\U00110000"',
        "claim = 1\nquestion = [1]\nset = [[]]\nscenario = {}\narticle = 'x'",
        "pack = []\nformat = {}",
        "claim = [" + "1," * 3000 + "]",
        "[[claim]]\n" * 3000,
    ],
    ids=lambda toml: toml[:12].replace("\n", " "),
)
def test_what_parsers_stumble_over(tmp_path, toml):
    assert survives(tmp_path, toml + "\n" + MINIMAL)
    survives(tmp_path, MINIMAL, part=toml)


def test_a_file_of_30_mb_on_one_line_is_refused_in_seconds(tmp_path):
    start = time.perf_counter()
    (found,) = survives(
        tmp_path, MINIMAL.replace("The canteen closes in May.", "x" * 30_000_000, 1)
    )
    assert found.code == "K104"
    assert len(found.spot.source) < 1000
    assert time.perf_counter() - start < 60


def test_a_file_of_100_mb_is_not_even_read(tmp_path):
    folder = write(tmp_path)
    with (folder / "long.toml").open("wb") as file:
        file.write(b'x = "')
        file.truncate(100_000_000)
    (found,) = load(folder).diagnostics
    assert found.code == "F103"


def test_millions_of_values_are_one_finding(tmp_path):
    found = survives(tmp_path, MINIMAL, part="claim = [" + "1," * 2_100_000 + "]")
    assert [one.code for one in found] == ["F103"]


def test_thousands_of_findings_take_seconds(tmp_path):
    claims = "".join(
        CLAIM.replace('"canteen"', f'"c{n}"').replace("status", f'contrast = "d{n}"\nstatuss')
        for n in range(2000)
    )
    start = time.perf_counter()
    found = survives(tmp_path, HEAD + GAZETTE + claims + QUESTION)
    assert len(found) == 6000
    assert time.perf_counter() - start < 60
