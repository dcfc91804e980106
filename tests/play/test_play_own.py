"""A player's data in other formats: nothing is lost, and nothing is a formula."""

import csv
import io
import json
from dataclasses import fields
from datetime import date, datetime, timedelta
from math import isfinite
from pathlib import Path

import pytest
from answer_samples import NOON, answered
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import text as any_text

from quizgame.errors import UsageError
from quizgame.play import own
from quizgame.saves import blocks, tables
from quizgame.saves.notes import note
from quizgame.saves.players import create
from quizgame.saves.reading import Save, read
from quizgame.saves.records import Answer, Round, Setting, Step
from quizgame.writing import AlreadyThereError

words = any_text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ["=1+1", "@x", "+1", "-1", "\t=1", "'=1", "\n=1", 'a "b", c', "\x1b[2J", "\u202e", "\0"]
)
moments = st.datetimes(
    datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(NOON.tzinfo)
).map(lambda at: at.replace(fold=0))
given_answers = st.builds(
    Answer, item=words, quote=words, chosen=words, right=st.booleans(), status=words, skill=words,
    article=words, confidence=st.sampled_from(["guess", "fairly", "sure", ""]),
    seconds=st.floats(allow_nan=False), session=words, round=words, line=words, at=moments,
)  # fmt: skip
rounds = st.builds(
    Round, id=words, pack=words, name=words, title=words, items=st.lists(words).map(tuple),
    seed=st.integers(), session=words, at=moments,
)  # fmt: skip
steps = st.builds(
    Step, run=words, pack=words, scenario=words, seed=st.integers(), did=words, scene=words,
    chosen=words, line=words, session=words, at=moments,
)  # fmt: skip
set_values = st.builds(
    Setting, key=words, value=words | st.integers() | st.booleans(), session=words, at=moments
)


def save_of(*records, name="Ana", path=Path("nowhere/ana-000000.toml")):
    return Save(path, "1f0c", name, NOON, records, {}, ())


def again(told):
    """The records that the JSON tells of, by kind."""
    for kind in tables.kinds():
        for table in told[f"{kind}s"]:
            yield tables.to_record(kind, table | {"at": datetime.fromisoformat(table["at"])}, {})


@settings(max_examples=50)
@given(st.lists(given_answers | rounds | steps | set_values, max_size=6))
def test_json_holds_every_record_and_they_come_back_as_they_were(records):
    made = own.as_json(save_of(*records))
    assert made.isascii()
    assert "\x1b" not in made
    told = json.loads(made)
    finite = [r for r in records if not isinstance(r, Answer) or isfinite(r.seconds)]
    back = [record for record in again(told) if record]
    assert sorted(map(repr, back)) == sorted(map(repr, finite))
    assert sum(len(told[f"{kind}s"]) for kind in tables.kinds()) == len(records)


@settings(max_examples=50)
@given(st.lists(given_answers | set_values, max_size=6))
def test_a_table_has_a_row_for_each_answer_and_no_formula(records):
    made = own.as_csv(save_of(*records))
    head, *rows = csv.reader(io.StringIO(made, newline=""))
    assert head == [field.name for field in fields(Answer)]
    assert len(rows) == sum(isinstance(record, Answer) for record in records)
    assert all(len(row) == len(head) for row in rows)
    assert made.count("\n") == len(rows) + 1
    for row in rows:
        for name, cell in zip(head, row, strict=True):
            assert name == "seconds" or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert cell.isprintable() or "\u200c" in cell or "\u200d" in cell


def test_the_table_can_be_read_by_people():
    row = own.as_csv(save_of(answered("c0", False, confidence="sure"))).splitlines()[1].split(",")
    assert row[:4] == ["small/c0?two-way@gazette", "gazette", "confirmed", "false"]
    assert row[-2:] == ["2026-05-04T12:00:00+02:00", "0"]


def test_everything_is_everything(tmp_path):
    path = create(tmp_path, "Ana")
    note(path, item="p/c", quote="q", status="alleged", rule="r", text="Is it?", at=NOON)
    told = json.loads(own.export(read(path), "json"))
    assert list(told) == ["format", "player", "answers", "rounds", "settings", "steps", "notes"]
    assert told["player"]["name"] == "Ana"
    assert told["player"]["id"] == read(path).id
    (one,) = told["notes"]
    assert one == {"item": "p/c", "quote": "q", "status": "alleged", "rule": "r", "text": "Is it?",
                   "at": NOON.isoformat()}  # fmt: skip


def test_what_others_put_into_notes_stays_data(tmp_path):
    path = create(tmp_path, "Ana")
    note(path, item="p", quote="", status="", rule="", at=NOON)
    notes = path.with_name(f"{path.stem}.notes.toml")
    odd = blocks.encode("note", {"item": [{"a": float("nan")}], "text": float("inf"), "more": 1})
    notes.write_bytes(notes.read_bytes() + odd)
    told = json.loads(own.export(read(path), "json"))
    assert told["notes"][1] == {"item": "[{'a': nan}]", "text": None}


@pytest.mark.parametrize(("to", "words"), [
    ("svg", "<svg"), ("markdown", "- **Alleged:** Mayor: c2"), ("text", "~ Mayor: c2"),
])  # fmt: skip
def test_the_page_of_a_day(to, words):
    save = save_of(answered("c1"), answered("c2", at=NOON + timedelta(days=1)))
    last = own.export(save, to)
    assert words in last
    assert own.export(save, to, date(2026, 5, 5)) == last
    first = own.export(save, to, date(2026, 5, 4))
    assert "Mayor: c1" in first
    assert "Mayor: c2" not in first


def test_a_day_without_a_page_is_refused():
    with pytest.raises(UsageError, match="2026-05-06") as raised:
        own.export(save_of(answered()), "svg", date(2026, 5, 6))
    assert "2026-05-04" in raised.value.hint
    with pytest.raises(UsageError) as raised:
        own.export(save_of(), "text", date(2026, 5, 6))
    assert raised.value.hint == "Play a round first."
    assert "Nothing is printed yet." in own.export(save_of(), "text")


@pytest.mark.parametrize(("name", "to", "day", "file"), [
    ("Zoë", "svg", date(2031, 3, 4), "zoe-front-page-2031-03-04.svg"),
    ("", "markdown", None, "player-front-page.md"),
    ("../x", "csv", date(2031, 3, 4), "x-answers.csv"),
    ("Ana", "json", None, "ana-everything.json"),
])  # fmt: skip
def test_a_file_is_named_for_what_is_in_it(name, to, day, file):
    assert own.file_name(name, to, day) == file


def test_nothing_is_overwritten_without_being_told(tmp_path):
    path = tmp_path / "a.txt"
    own.write(path, "one")
    with pytest.raises(AlreadyThereError):
        own.write(path, "two")
    assert path.read_text() == "one"
    own.write(path, "two", over=True)
    assert path.read_text() == "two"


@pytest.mark.parametrize("name", ["gone/a.txt", "a\0b.txt", "x" * 300])
def test_a_file_that_cannot_be_written_is_told(tmp_path, name):
    with pytest.raises(UsageError, match="Nothing was written"):
        own.write(tmp_path / name, "x")


def test_a_table_says_to_spreadsheets_how_it_is_written(tmp_path):
    own.write(tmp_path / "a.csv", "ë")
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf\xc3\xab"
