"""Deleting leaves nothing of a player, and nobody else's data are touched."""

import os
import sys

import pytest
from saves_samples import NOON, answer

from quizgame.saves.appending import append
from quizgame.saves.deleting import delete, files_of
from quizgame.saves.errors import NotDeleted, NotSaved
from quizgame.saves.locks import locked
from quizgame.saves.notes import note, notes_of
from quizgame.saves.players import create, players
from quizgame.saves.reading import read


@pytest.fixture
def ana(tmp_path):
    """A save with everything that can lie beside one."""
    path = create(tmp_path, "Ana")
    append(path, answer(1))
    doubt(path)
    for name in (f"{path.name}.torn", f"{path.stem}.notes.toml.torn", f".{path.name}.0badcafe",
                 f"{path.stem}.notes.toml.lock"):  # fmt: skip
        (tmp_path / name).write_text("left", encoding="utf-8")
    return path


def doubt(path, text="Is it?"):
    return note(path, item="p/c", quote="q", status="alleged", rule="r", text=text, at=NOON)


def test_everything_of_one_player_goes_and_nothing_of_another(ana, tmp_path):
    ben = create(tmp_path, "Ben")
    append(ben, answer(2))
    doubt(ben)
    other = {path: path.read_bytes() for path in tmp_path.iterdir() if path.name.startswith("ben")}
    expected = files_of(ana)
    assert len(expected) == 5
    assert expected[-1] == ana
    assert delete(ana, read(ana).id) == expected
    assert not [path.name for path in tmp_path.iterdir() if "ana-" in path.name]
    assert {path: path.read_bytes() for path in other} == other
    assert [player.name for player in players(tmp_path)] == ["Ben"]


def test_another_players_save_at_the_path_is_not_touched(ana):
    before = ana.read_bytes()
    with pytest.raises(NotDeleted, match="another player"):
        delete(ana, "somebody else")
    assert ana.read_bytes() == before
    assert len(files_of(ana)) == 5


def test_a_save_that_cannot_be_read_can_be_deleted(tmp_path):
    path = tmp_path / "ben-000000.toml"
    path.write_text("no journal", encoding="utf-8")
    assert delete(path) == [path]
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_still_plays_is_told_that_the_save_is_gone(ana):
    ident = read(ana).id
    delete(ana, ident)
    with pytest.raises(NotSaved):
        append(ana, answer(3), player=ident)
    assert not ana.exists()


def test_a_save_that_is_being_written_is_left_alone(ana):
    with locked(ana), pytest.raises(NotDeleted, match="another program"):
        delete(ana, wait=0)
    assert len(files_of(ana)) == 5


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder to guard")
def test_what_may_not_be_deleted_stays_and_is_named(ana, tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(NotDeleted) as raised:
            delete(ana)
    finally:
        tmp_path.chmod(0o700)
    assert ana.name in raised.value.message or "lock" in raised.value.message
    assert ana.exists()


def test_what_is_gone_before_an_error_is_told(ana, tmp_path):
    (tmp_path / f"{ana.name}.torn").unlink()
    (tmp_path / f"{ana.name}.torn").mkdir()
    with pytest.raises(NotDeleted, match=r"Gone are: \.ana-dea210\.toml\.0badcafe\."):
        delete(ana)
    assert ana.exists()


def test_a_link_is_deleted_and_not_what_it_leads_to(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    real = create(elsewhere, "Ana")
    link = tmp_path / real.name
    link.symlink_to(real)
    assert delete(link, read(real).id) == [link]
    assert real.exists()


def test_notes_can_be_read_again(ana):
    doubt(ana, 'A "second"\nline')
    assert [one["text"] for one in notes_of(ana)] == ["Is it?", 'A "second"\nline']
    assert notes_of(ana)[0]["at"] == NOON
    assert notes_of(ana.with_name("nobody-000000.toml")) == []
