"""Players are listed, made and renamed; no file is ever written over."""

import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saves_samples import answer, block, contents, number_of

from quizgame.saves import disk, names
from quizgame.saves.appending import append
from quizgame.saves.errors import NameTaken, NotSaved, UnreadableSave
from quizgame.saves.glance import glance
from quizgame.saves.notes import note
from quizgame.saves.players import create, players, rename
from quizgame.saves.reading import read
from quizgame.saves.records import Setting

NAMES = ["..", ".", "a/b", "a\\b", "CON", "nul", "Com1", "LPT9", "Ana", "ana", "ANA", "李小龙",
         "Jörg Müller", "x" * 200, "é" * 200, "-", "'\"", "a:b", "~", "👩‍👩‍👧", "unnamed", "keys",
         "ß", "notes", " ", "%", "$HOME", "a.notes"]  # fmt: skip
RESERVED = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}


def test_every_name_has_its_own_plain_file(tmp_path):
    paths = {name: create(tmp_path, name) for name in NAMES}
    assert len({str(path).lower() for path in paths.values()}) == len(NAMES)
    assert {player.name: player.path for player in players(tmp_path)} == paths
    for name, path in paths.items():
        assert path.parent == tmp_path
        assert re.fullmatch(r"[a-z0-9-]{1,30}-[0-9a-f]{6}\.toml", path.name)
        append(path, answer(1))
        assert read(path).name == name


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Jörg Müller", "jorg-muller"), ("李小龙", "player"), ("CON", "player"), ("..", "player"),
     ("a/b", "a-b"), ("x" * 200, "x" * 30), ("Ana", "ana"), ("y" * 29 + " z", "y" * 29)],
)  # fmt: skip
def test_a_file_name_can_be_read(name, slug):
    assert names.slug(name) == slug


@settings(deadline=None, database=None)
@given(st.text())
def test_any_name_makes_a_file_name_that_every_system_takes(name):
    file = names.file_name(name)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,30}-[0-9a-f]{6}\.toml", file)
    assert names.slug(name) not in RESERVED
    assert file == names.file_name(name)


def test_a_taken_name_is_told_and_nothing_changes(played):
    before = contents(played.parent)
    with pytest.raises(NameTaken) as taken:
        create(played.parent, "Ana")
    assert str(played) in taken.value.message
    assert taken.value.hint
    assert contents(played.parent) == before


@pytest.mark.parametrize("data", [b"", b"garbage", bytes(3000)])
def test_something_else_in_the_place_is_not_written_over(tmp_path, data):
    path = tmp_path / names.file_name("Ana")
    path.write_bytes(data)
    other = create(tmp_path, "Bea")
    before = contents(tmp_path)
    with pytest.raises(NameTaken):
        create(tmp_path, "Ana")
    with pytest.raises(NameTaken):
        rename(other, "Ana")
    assert contents(tmp_path) == before


def test_the_folder_is_made(tmp_path):
    path = create(tmp_path / "deep" / "saves", "Ana")
    assert read(path).name == "Ana"
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_in_the_folders_place_is_told(tmp_path):
    (tmp_path / "saves").write_text("mine")
    with pytest.raises(NotSaved, match="in the way"):
        create(tmp_path / "saves", "Ana")
    with pytest.raises(UnreadableSave):
        players(tmp_path / "saves")
    assert (tmp_path / "saves").read_text() == "mine"


def test_players_without_a_name_are_all_different(tmp_path):
    paths = {create(tmp_path) for _ in range(20)}
    assert len(paths) == 20
    assert all(re.fullmatch(r"unnamed-[0-9a-f]{6}\.toml", path.name) for path in paths)
    assert {player.name for player in players(tmp_path)} == {""}


def test_an_unnamed_file_that_is_there_already_is_not_taken(tmp_path, monkeypatch):
    given_names = iter(["unnamed-000001.toml", "unnamed-000001.toml", "unnamed-000002.toml"])
    monkeypatch.setattr("quizgame.saves.players.unnamed_file_name", lambda: next(given_names))
    assert [create(tmp_path).name[-11:] for _ in range(2)] == ["000001.toml", "000002.toml"]


# Listing


def test_the_last_played_is_listed_first(tmp_path):
    for age, name in enumerate(["Ana", "Bea", "Cem"]):
        os.utime(create(tmp_path, name), (1e9 - age, 1e9 - age))
    os.utime(tmp_path / names.file_name("Cem"))
    listed = players(tmp_path)
    assert [player.name for player in listed] == ["Cem", "Ana", "Bea"]
    assert listed[1].modified.timestamp() == 1e9
    assert listed[1].modified.tzinfo


def test_only_saves_are_listed(played):
    note(played, item="i", quote="q", status="s", rule="r", at=answer().at)
    for name in ("keys.toml", ".hidden.toml", "README.md", f"{played.name}.torn"):
        (played.parent / name).write_text("other")
    assert [player.path for player in players(played.parent)] == [played]


def test_a_missing_folder_has_no_players(tmp_path):
    assert players(tmp_path / "none") == []
    assert not (tmp_path / "none").exists()


def test_the_name_in_the_list_is_the_last_that_was_given(played):
    at = answer().at
    for name in ("Bea", "Cem"):
        append(played, Setting(key="name", value=name, session="s", at=at))
    with played.open("ab") as file:
        damaged = Setting(key="name", value="Dan", session="s", at=at)
        file.write(block(damaged).replace(b"Dan", b"Eve"))
        file.write(block(Setting(key="name", value=3, session="s", at=at)))
        file.write(block(answer(4, line='\nkey = "name"\nvalue = "Fay"\n')) * 50)
        file.write(block(damaged)[:50])
    (player,) = players(played.parent)
    assert player.name == "Cem"


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_save_that_is_moved_while_the_list_is_made_is_left_out(tmp_path, monkeypatch, when):
    kept, gone = create(tmp_path, "Ana"), create(tmp_path, "Bea")

    def move_away(path):
        if path != gone:
            return glance(path)
        seen = glance(path) if when == "after" else None
        path.unlink()
        return seen or glance(path)

    monkeypatch.setattr("quizgame.saves.listing.glance", move_away)
    assert [player.path for player in players(tmp_path)] == [kept]


@settings(deadline=None, database=None, max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(["name", "theme"]), st.text("ab\n\"'\x1b", max_size=4))))
def test_list_and_save_agree_on_the_name(tmp_path_factory, made):
    path = create(tmp_path_factory.mktemp("saves"), "Ana")
    for key, value in made:
        append(path, Setting(key=key, value=value, session="", at=answer().at))
    (player,) = players(path.parent)
    assert player.name == read(path).name


# Renaming


def test_a_renamed_player_keeps_everything(played):
    ours = read(played).id
    note(played, item="i", quote="q", status="s", rule="r", at=answer().at)
    with played.open("ab") as file:
        file.write(b"[[torn")
    moved = rename(played, "Bea")
    assert moved == played.with_name(names.file_name("Bea"))
    found = read(moved)
    assert (found.id, found.name) == (ours, "Bea")
    assert [number_of(r) for r in found.records[:3]] == [0, 1, 2]
    assert sorted(contents(played.parent)) == sorted(
        [moved.name, f"{moved.name}.torn", names.notes_name(moved.name)]
    )
    assert not played.with_name(f"{played.name}.lock").exists()


def test_whoever_holds_the_old_path_is_told(played):
    moved = rename(played, "Bea")
    at = answer().at
    for late in (
        lambda: append(played, answer(9)),
        lambda: note(played, item="i", quote="q", status="s", rule="r", at=at),
        lambda: rename(played, "Cem"),
    ):
        with pytest.raises(NotSaved, match="moved") as refused:
            late()
        assert "Choose the player again" in refused.value.hint
    assert set(contents(played.parent)) == {moved.name}


def test_a_new_player_in_the_old_place_is_not_mistaken(played):
    ours = read(played).id
    rename(played, "Bea")
    assert create(played.parent, "Ana") == played
    for late in (
        lambda: append(played, answer(9), player=ours),
        lambda: note(played, item="", quote="", status="", rule="", at=answer().at, player=ours),
    ):
        with pytest.raises(NotSaved, match="another player"):
            late()
    assert read(played).records == ()


def test_an_unnamed_player_gets_a_name(tmp_path):
    path = create(tmp_path)
    append(path, answer(1))
    moved = rename(path, "李小龙")
    assert [player.name for player in players(tmp_path)] == ["李小龙"]
    assert [file.name for file in tmp_path.iterdir()] == [moved.name]


def test_a_name_is_not_taken_twice(tmp_path):
    ana, bea = create(tmp_path, "Ana"), create(tmp_path, "Bea")
    before = contents(tmp_path)
    for path, name in ((ana, "Bea"), (bea, "Ana")):
        with pytest.raises(NameTaken):
            rename(path, name)
    assert contents(tmp_path) == before
    assert rename(ana, "ana") != ana


def test_a_name_that_a_file_elsewhere_carries_is_taken_too(tmp_path):
    create(tmp_path, "Ana").rename(tmp_path / "backup.toml")
    with pytest.raises(NameTaken):
        create(tmp_path, "Ana")
    with pytest.raises(NameTaken):
        rename(create(tmp_path), "Ana")


def test_the_same_name_again_changes_nothing(played):
    before = contents(played.parent)
    assert rename(played, "Ana") == played
    assert contents(played.parent) == before


def test_a_file_that_cannot_be_moved_stays_with_the_new_name_inside(played, monkeypatch):
    def refuse(old, new):
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "move", refuse)
        assert rename(played, "Bea") == played
    assert [player.name for player in players(played.parent)] == ["Bea"]
    assert rename(played, "Bea") == played.with_name(names.file_name("Bea"))


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot flush a folder")
def test_a_folder_that_cannot_be_flushed_does_not_hide_what_was_done(tmp_path, monkeypatch):
    opened = os.open

    def refuse_folders(path, *args):
        if path == tmp_path:
            raise PermissionError(13, "Permission denied")
        return opened(path, *args)

    monkeypatch.setattr(os, "open", refuse_folders)
    moved = rename(create(tmp_path, "Ana"), "Bea")
    assert [file.name for file in tmp_path.iterdir()] == [moved.name]


@pytest.mark.parametrize("data", [b"", b"format = 9\n[player]\n"])
def test_what_cannot_be_read_is_not_renamed(tmp_path, data):
    path = tmp_path / "old-123456.toml"
    path.write_bytes(data)
    with pytest.raises(NotSaved):
        rename(path, "Ana")
    assert contents(tmp_path) == {path.name: data}


def test_a_file_that_appears_is_not_written_over(tmp_path):
    mine = tmp_path / "mine"
    mine.write_text("mine")
    with pytest.raises(FileExistsError):
        disk.make(mine, b"other")
    assert contents(tmp_path) == {"mine": b"mine"}
