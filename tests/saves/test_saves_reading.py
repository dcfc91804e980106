"""Saves that are damaged, older, newer, edited by hand, or none at all."""

import os
import random
import sys
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saves_samples import answer, block, contents, number_of

from quizgame.saves import blocks
from quizgame.saves.appending import append
from quizgame.saves.errors import NewerSave, NotSaved, UnreadableSave
from quizgame.saves.formats import FORMATS, Formats
from quizgame.saves.glance import glance
from quizgame.saves.players import players
from quizgame.saves.reading import read
from quizgame.saves.records import Answer, Setting


def edit(path, old, new, count=1):
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, count))


def numbers(path):
    return [number_of(record) for record in read(path).records]


def test_a_new_save_is_empty(save):
    found = read(save)
    assert (found.name, found.records, found.notices) == ("Ana", (), ())
    assert found.created.tzinfo
    assert found.path == save


def test_reading_writes_nothing(played):
    with played.open("ab") as file:
        file.write(b"\n[[answer]]\nitem =")
    before = contents(played.parent)
    read(played)
    players(played.parent)
    glance(played)
    assert contents(played.parent) == before


def test_a_damaged_block_is_passed_over_and_named_by_its_line(played):
    edit(played, b"claim-1?", b"claim-7?")
    found = read(played)
    assert [number_of(record) for record in found.records] == [0, 2]
    line = played.read_text().split("\n").index("[[answer]]", 12) + 1
    assert len(found.notices) == 1
    assert f"Line {line}:" in found.notices[0]
    assert "[[answer]]" in played.read_text().split("\n")[line - 1]


@pytest.mark.parametrize("what", [b"\x00", b"\xff", b'"', b"\n", b"[[", b'\nend = "00000000"\n'])
def test_any_byte_of_the_middle_may_be_hurt(played, what):
    data = played.read_bytes()
    begin = data.index(b"\n[[answer]]\n", data.index(b"[[answer]]"))
    end = data.rindex(b"\n[[answer]]")
    for at in range(begin + 1, end - 1):
        played.write_bytes(data[:at] + what + data[at + 1 :])
        found = read(played)
        kept = [number_of(record) for record in found.records]
        # A wound in the blank line between, or one that leaves the block as it was, costs nothing.
        assert kept in ([0, 2], [0, 1, 2])
        assert found.notices or kept == [0, 1, 2]


def test_many_damaged_blocks_are_told_with_their_lines(save):
    with save.open("ab") as file:
        for number in range(2000):
            file.write(block(answer(number)).replace(b"scope", b"cope!"))
    lines = save.read_text().split("\n")
    notices = read(save).notices
    assert len(notices) == 2000
    assert lines[int(notices[1500].split()[1].rstrip(":")) - 1] == "[[answer]]"


def test_a_block_without_its_beginning_is_told(played):
    edit(played, b'[[answer]]\nitem = "five-articles/claim-1?', b'item = "five-articles/claim-1?')
    assert numbers(played) == [0, 2]
    assert len(read(played).notices) == 1


def test_unknown_kinds_and_keys_are_passed_over(played):
    table = {"scene": "wire", "choice": "run-it"}
    with played.open("ab") as file:
        file.write(blocks.encode("spell", table) * 3)
        kind, body = (
            "answer",
            {**tomllib.loads(block(answer(9)).decode())["answer"][0], "mood": "calm"},
        )
        del body["end"]
        file.write(blocks.encode(kind, body))
    append(played, answer(10))
    found = read(played)
    assert [number_of(record) for record in found.records] == [0, 1, 2, 9, 10]
    assert len(found.notices) == 1
    assert "3 entries" in found.notices[0]
    assert "spell" in found.notices[0]


@pytest.mark.parametrize(
    "change",
    [
        {"right": 1},
        {"right": "yes"},
        {"seconds": "long"},
        {"at": 3},
        {"at": tomllib.loads("x = 2026-01-01T00:00:00")["x"]},
        {"item": ["a"]},
        {"item": None},
    ],
)
def test_a_sound_block_with_senseless_values_is_passed_over(played, change):
    table = tomllib.loads(block(answer(9)).decode())["answer"][0] | change
    del table["end"]
    table = {key: value for key, value in table.items() if value is not None}
    with played.open("ab") as file:
        file.write(blocks.encode("answer", table))
    found = read(played)
    assert [number_of(record) for record in found.records] == [0, 1, 2]
    assert len(found.notices) == 1


@pytest.mark.parametrize(
    "body",
    [b"[[answer]]\nitem = \n", b"[[ANSWER]]\n", b"[[a]] x\n", b"[[answer]]\n" + b"\xff\n",
     b"[[answer]]\nx = " + b"[" * 100_000 + b"\n", b"[[answer]]\nx = " + b"9" * 5000 + b"\n"],
)  # fmt: skip
def test_a_checksum_does_not_make_sense_of_nonsense(played, body):
    with played.open("ab") as file:
        file.write(b"\n" + blocks.close(body))
    assert numbers(played) == [0, 1, 2]
    assert len(read(played).notices) == 1
    append(played, answer(3))
    assert numbers(played) == [0, 1, 2, 3]


def test_a_whole_number_of_seconds_counts_and_an_unknown_confidence_is_none(save):
    table = tomllib.loads(block(answer(9)).decode())["answer"][0] | {
        "seconds": 3,
        "confidence": "!",
    }
    del table["end"]
    with save.open("ab") as file:
        file.write(blocks.encode("answer", table))
    (record,) = read(save).records
    assert (record.seconds, record.confidence) == (3.0, "")
    assert isinstance(record.seconds, float)


def test_comments_and_blank_lines_are_allowed(played):
    edit(played, b"\n\n[[answer]]", b"\n\n# the teacher was here\n\n\n[[answer]]", 3)
    with played.open("ab") as file:
        file.write(b"\n# and here\n\n  # and here")
    append(played, answer(3))
    assert numbers(played) == [0, 1, 2, 3]
    assert read(played).notices == ()
    assert not list(played.parent.glob("*.torn"))


def test_an_editor_may_take_the_last_newline(played):
    played.write_bytes(played.read_bytes().rstrip(b"\n"))
    assert numbers(played) == [0, 1, 2]
    append(played, answer(3))
    assert numbers(played) == [0, 1, 2, 3]
    tomllib.loads(played.read_text())


def test_an_editor_may_change_line_ends_and_add_a_byte_order_mark(played):
    played.write_bytes(b"\xef\xbb\xbf" + played.read_bytes().replace(b"\n", b"\r\n"))
    append(played, answer(3))
    found = read(played)
    assert found.name == "Ana"
    assert [number_of(record) for record in found.records] == [0, 1, 2, 3]
    assert found.notices == ()


def test_a_head_changed_by_hand_is_used_and_told(played):
    edit(played, b'name = "Ana"', b'name = "Anna"')
    found = read(played)
    assert found.name == "Anna"
    assert "changed by hand" in found.notices[0]
    append(played, answer(3))
    assert numbers(played) == [0, 1, 2, 3]


@pytest.mark.parametrize("head", [b"format = 1\n[player]\n", b"format = 1\n[player]\nname = 'B'"])
def test_a_head_made_by_hand_will_do(tmp_path, head):
    path = tmp_path / "b.toml"
    path.write_bytes(head)
    append(path, answer(0))
    append(path, answer(1))
    assert numbers(path) == [0, 1]
    assert read(path).notices == ()


def test_the_last_value_of_a_setting_counts(save):
    for value in ("dark", True, 3):
        append(save, Setting(key="theme", value=value, session="s", at=answer().at))
    assert read(save).settings == {"theme": 3}


# Formats


def test_a_newer_save_is_refused_with_the_cure(played):
    edit(played, b"format = 1", b"format = 2")
    before = contents(played.parent)
    with pytest.raises(NewerSave) as refused:
        read(played)
    assert str(played) in refused.value.message
    assert "Update" in refused.value.hint
    with pytest.raises(NotSaved) as not_saved:
        append(played, answer(9))
    assert "Update" in not_saved.value.hint
    assert contents(played.parent) == before
    (listed,) = players(played.parent)
    assert isinstance(listed.problem, NewerSave)


def lift_1(kind, table):
    return (
        ("answer", {**table, "line": table["line"].upper()}) if kind == "answer" else (kind, table)
    )


def lift_2(kind, table):
    if kind == "player":
        return kind, {**table, "name": f"{table['name']}!"}
    return kind, {**table, "session": "lifted"}


THREE = Formats(current=3, upcasts={1: lift_1, 2: lift_2})


def test_an_older_save_is_lifted_step_by_step_and_not_rewritten(played):
    before = played.read_bytes()
    found = read(played, THREE)
    assert played.read_bytes() == before
    assert found.name == "Ana!" == glance(played, THREE).name
    assert {record.session for record in found.records} == {"lifted"}
    assert found.records[0].line == answer().line.upper()


def test_what_a_newer_version_adds_to_an_older_save_says_its_format(played):
    append(played, answer(3, session="new"), formats=THREE)
    assert [record.session for record in read(played, THREE).records] == ["lifted"] * 3 + ["new"]
    older = read(played)
    assert [number_of(record) for record in older.records] == [0, 1, 2]
    assert "later version" in older.notices[0]
    assert read(played).path.read_text().count("format = 3") == 1


def test_a_format_that_never_was_is_unreadable(played):
    edit(played, b"format = 1", b"format = 0")
    with pytest.raises(UnreadableSave) as refused:
        read(played)
    assert not isinstance(refused.value, NewerSave)


def test_every_older_format_has_its_step():
    assert all(FORMATS.knows(number) for number in range(1, FORMATS.current + 1))


# Garbage


GARBAGE = {
    "empty": b"",
    "zeros": bytes(5000),
    "random": random.Random(1).randbytes(5000),
    "text": b"Dear diary,\n",
    "toml": b"a = 1\n",
    "list": b"format = [1]\n[player]\n",
    "float": b"format = 1.0\n[player]\n",
    "true": b"format = true\n[player]\n",
    "no player": b"format = 1\n",
    "player": b"format = 1\nplayer = 3\n",
    "deep": b"format = " + b"[" * 50_000,
    "huge number": b"format = " + b"9" * 5000 + b"\n[player]\n",
    "huge line": b"x" * 3_000_000,
    "huge comment": b"#" * 100_000 + b"\nformat = 1\n[player]\n",
    "blocks only": block(answer(0)) * 3,
    "cut head": b'# A\nformat = 1\n\n[player]\nid = "28a7',
}


@pytest.mark.parametrize("data", GARBAGE.values(), ids=GARBAGE.keys())
def test_garbage_is_told_listed_and_left_alone(tmp_path, data):
    path = tmp_path / "ana-123456.toml"
    path.write_bytes(data)
    with pytest.raises(UnreadableSave) as refused:
        read(path)
    assert str(path) in refused.value.message
    assert refused.value.hint
    with pytest.raises(NotSaved):
        append(path, answer(0))
    (listed,) = players(tmp_path)
    assert listed.problem
    assert contents(tmp_path) == {path.name: data}


def test_a_folder_or_a_pipe_in_its_place_is_told(tmp_path):
    (tmp_path / "folder.toml").mkdir()
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe.toml")
        (tmp_path / "nowhere.toml").symlink_to("gone")
    for listed in players(tmp_path):
        assert listed.problem
        with pytest.raises(UnreadableSave):
            read(listed.path)
        with pytest.raises(NotSaved):
            append(listed.path, answer(0))


def test_a_missing_save_is_told(tmp_path):
    with pytest.raises(UnreadableSave):
        read(tmp_path / "gone.toml")
    with pytest.raises(NotSaved, match="moved"):
        append(tmp_path / "gone.toml", answer(0))
    assert list(tmp_path.iterdir()) == []


HEAD = b'format = 1\n[player]\nname = "A"\n'
PARTS = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [block(answer(1)), HEAD, b"\n[[answer]]\n", b'end = "00000000"\n', b"\r\n", b"# "]
    ),
)


@settings(deadline=None, database=None, max_examples=300)
@given(parts=st.lists(PARTS, max_size=8), headed=st.booleans())
def test_no_bytes_make_reading_or_appending_fail_in_another_way(tmp_path_factory, parts, headed):
    folder = tmp_path_factory.mktemp("any")
    path = folder / "any.toml"
    data = HEAD * headed + b"".join(parts)
    path.write_bytes(data)
    try:
        before = read(path)
    except UnreadableSave:
        with pytest.raises(NotSaved):
            append(path, answer(5))
        assert contents(folder) == {"any.toml": data}
        return
    assert glance(path).name == before.name
    append(path, answer(5))
    after = read(path)
    assert after.records == (*before.records, answer(5))
    assert all(isinstance(record, Answer) for record in after.records)
    torn = contents(folder).get("any.toml.torn", b"")
    kept = path.read_bytes().removesuffix(block(answer(5)))
    assert kept + torn == data
