"""A player's doubts reach the teacher."""

import tomllib

import pytest
from saves_samples import answer, contents

from quizgame.saves import blocks
from quizgame.saves.errors import NotSaved
from quizgame.saves.notes import note
from quizgame.saves.reading import read

AT = answer().at


def doubt(path, text=""):
    return note(
        path,
        item="p/c?two-way@q",
        quote='He said\n"so"',
        status="alleged",
        rule="word",
        text=text,
        at=AT,
    )


def test_notes_lie_beside_the_save(played):
    before = played.read_bytes()
    path = doubt(played, "But it was checked.")
    assert doubt(played) == path
    assert path.name == played.name.replace(".toml", ".notes.toml")
    said = tomllib.loads(path.read_text())
    assert said["player"]["name"] == "Ana"
    assert [made["text"] for made in said["note"]] == ["But it was checked.", ""]
    first = said["note"][0]
    del first["end"]
    assert first == {
        "item": "p/c?two-way@q",
        "quote": 'He said\n"so"',
        "status": "alleged",
        "rule": "word",
        "text": "But it was checked.",
        "at": AT,
    }
    assert played.read_bytes() == before


def test_notes_belong_to_the_player(played):
    path = doubt(played)
    assert read(path).id == read(played).id


def test_torn_notes_are_set_aside(played):
    path = doubt(played)
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    doubt(played, "again")
    assert len(tomllib.loads(path.read_text())["note"]) == 1
    assert path.with_name(f"{path.name}.torn").exists()


def test_notes_that_cannot_be_read_are_left_alone(played):
    path = doubt(played)
    path.write_bytes(b"mine")
    before = contents(played.parent)
    with pytest.raises(NotSaved) as refused:
        doubt(played)
    assert str(path) in refused.value.message
    assert contents(played.parent) == before


def test_a_note_without_a_save_is_not_made(tmp_path):
    with pytest.raises(NotSaved):
        doubt(tmp_path / "gone.toml")
    assert contents(tmp_path) == {}


def test_a_note_is_one_block_more(played):
    path = doubt(played)
    before = path.read_bytes()
    doubt(played)
    added = path.read_bytes().removeprefix(before)
    (piece,) = blocks.split(added, 0)
    assert piece.state == "sound"
