"""What is written is read back, by us and by any TOML parser."""

import tomllib
import zlib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saves_samples import NOON, answer, answers, block, records

from quizgame.saves import blocks, tables
from quizgame.saves.appending import append
from quizgame.saves.head import new_head, read_head
from quizgame.saves.players import create
from quizgame.saves.reading import read
from quizgame.saves.records import Setting


@settings(deadline=None, database=None)
@given(st.lists(records, max_size=6))
def test_what_is_appended_is_read_in_order_and_is_toml(made):
    with TemporaryDirectory() as folder:
        path = create(Path(folder), "Ana")
        for record in made:
            append(path, record)
        save = read(path)
        whole = tomllib.loads(path.read_bytes().decode())
    assert save.records == tuple(made)
    assert save.notices == ()
    assert save.settings == {r.key: r.value for r in made if isinstance(r, Setting)}
    for kind, cls in tables._KINDS.items():
        said = [tables.to_record(kind, table, {}) for table in whole.get(kind, [])]
        assert said == [record for record in made if isinstance(record, cls)]


@settings(deadline=None, database=None, max_examples=200)
@given(answers)
def test_a_block_is_one_line_a_value(record):
    lines = block(record).split(b"\n")
    assert lines[:2] == [b"", b"[[answer]]"]
    assert lines[-1] == b""
    assert len(lines) == 4 + 14
    assert sum(line.startswith((b"[", b"end = ")) for line in lines) == 2


def test_a_save_of_an_earlier_version_has_no_options():
    kind, table = tables.to_table(answer(options=5))
    assert tables.to_record(kind, table, {}).options == 5
    del table["options"]
    assert tables.to_record(kind, table, {}) == answer(options=0)
    assert tables.to_record(kind, table | {"options": "5"}, {}) is None


def test_the_checksum_covers_the_block_up_to_its_end_line():
    data = block(answer())
    body, _, end = data.removeprefix(b"\n").rpartition(b'end = "')
    assert end == b'%08x"\n' % zlib.crc32(body)


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb"])
def test_a_lone_surrogate_becomes_a_replacement_character(save, text):
    append(save, answer(line=text))
    (record,) = read(save).records
    assert record.line == "".join("�" if "\ud800" <= c <= "\udfff" else c for c in text)


def test_an_offset_with_seconds_is_written_as_utc(save):
    made = answer(at=datetime(1900, 1, 1, tzinfo=timezone(timedelta(minutes=53, seconds=28))))
    append(save, made)
    (record,) = read(save).records
    assert record.at == made.at
    assert record.at.utcoffset() == timedelta()


def test_a_time_without_offset_is_a_mistake_of_the_program(save):
    with pytest.raises(ValueError, match="offset"):
        append(save, answer(at=NOON.replace(tzinfo=None)))
    assert read(save).records == ()


def test_the_offset_is_kept(played):
    assert {record.at.utcoffset() for record in read(played).records} == {timedelta(hours=2)}


def test_equal_strings_share_memory(played):
    first, second, _ = read(played).records
    assert first.line is second.line


@settings(deadline=None, database=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_head_round_trips(name):
    head = read_head(new_head(name, NOON), Path("x"))
    assert (head.name, head.created, head.changed) == (name, NOON, False)
    assert len(head.id) == 12


def test_times_with_a_whole_offset_stay():
    assert blocks.in_whole_minutes(NOON) is NOON
    assert blocks.in_whole_minutes(NOON.astimezone(UTC)).utcoffset() == timedelta()
