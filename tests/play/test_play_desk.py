"""The desk: which pack and which player lie ready, and what is said if they cannot."""

import os

import pytest
from answer_samples import answered
from play_samples import NOON, now, play, write_pack

from quizgame.errors import UsageError
from quizgame.packs.library import find
from quizgame.play.desk import Desk
from quizgame.play.opening import open_desk
from quizgame.play.player import FIRST_SESSION, Player
from quizgame.saves.errors import NameTaken, SaveError, UnreadableSave
from quizgame.saves.players import create, players
from quizgame.saves.reading import read


@pytest.fixture
def shelf(tmp_path):
    """A folder of two packs, the second of them broken."""
    folder = tmp_path / "packs"
    write_pack(folder / "b-school", "school")
    write_pack(folder / "c-broken", "broken", 'format = 1\n[pack]\nid = "broken"\n')
    write_pack(folder / "d-club", "club")
    return folder


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "saves"


@pytest.fixture
def desk(shelf, folder):
    return Desk(find([shelf]), folder, Player(folder), now, 1)


def opened(shelf, folder, **changes):
    wanted = {"packs": [shelf], "saves": folder, "name": None, "pack": None, "seed": 1, "now": now}
    return open_desk(**(wanted | changes))


# Packs


def test_the_first_pack_that_can_be_played(desk):
    assert desk.dealer is None
    desk.use()
    assert desk.pack.id == "school"
    assert desk.notices == []
    assert desk.dealer.pack is desk.pack


def test_a_broken_pack_is_told_and_passed_over(shelf, folder):
    write_pack(shelf / "a-broken", "also-broken", "format = 1\n[pack")
    desk = Desk(find([shelf]), folder, Player(folder), now)
    desk.use()
    assert desk.pack.id == "school"
    (notice,) = desk.notices
    assert str(shelf / "a-broken") in notice
    assert "quizgame check" in notice


def test_no_pack_at_all(tmp_path, folder):
    desk = Desk(find([tmp_path / "nowhere"]), folder, Player(folder), now)
    desk.use()
    assert desk.pack is desk.dealer is None
    assert "quizgame where" in desk.notices[-1]


def test_a_pack_by_its_id(desk):
    desk.use("club")
    assert desk.pack.id == "club"
    before = desk.pack
    desk.use("club")
    assert desk.pack is before


def test_a_pack_that_is_not_there(desk):
    desk.use()
    with pytest.raises(UsageError, match="No such pack") as error:
        desk.use("clob")
    assert "clob" in error.value.message
    assert "school, broken, club" in error.value.hint
    assert desk.pack.id == "school"


def test_a_pack_with_errors(desk):
    desk.use()
    with pytest.raises(UsageError, match="cannot be played") as error:
        desk.use("broken")
    assert "quizgame check" in error.value.message
    assert desk.pack.id == "school"


def test_what_has_been_judged_in_a_pack(desk):
    desk.use()
    for item in ("school/canteen?two-way@gazette", "club/other?two-way@x", "school-2/a?choice"):
        desk.player.keep(answered(item=item))
    assert desk.judged(desk.pack) == {"canteen"}


# A round that was left


def test_a_round_is_resumed_in_its_own_pack(desk):
    desk.use("club")
    left = desk.dealer.new_round()
    desk.use("school")
    resumed = desk.resume()
    assert resumed.round == left.round
    assert resumed.pack.id == "club"
    assert desk.pack.id == "school"


def test_nothing_to_resume(desk):
    desk.use()
    assert desk.resume() is None
    play(desk.dealer.new_round())
    assert desk.resume() is None


def test_the_pack_of_a_left_round_is_gone(desk, shelf, folder):
    desk.use("club")
    desk.dealer.new_round()
    other = Desk(find([shelf / "b-school"]), folder, desk.player, now)
    other.use()
    with pytest.raises(UsageError, match="No such pack"):
        other.resume()


# First session


def test_everybody_needs_a_first_session_once(desk):
    desk.use()
    assert desk.needs_first_session()
    sitting = desk.dealer.first_session()
    assert sitting.round.name == FIRST_SESSION
    assert not desk.needs_first_session()


def test_who_has_answered_anything_needs_none(desk):
    desk.player.keep(answered())
    assert not desk.needs_first_session()


# Players


def test_a_new_player_gets_a_save(desk):
    desk.make("Ana")
    assert desk.player.name == "Ana"
    assert [file.name for file in desk.players()] == ["Ana"]
    with pytest.raises(NameTaken):
        desk.make("Ana")
    assert desk.player.name == "Ana"


def test_seats_can_be_changed(desk):
    desk.make("Ana")
    desk.player.keep(answered())
    desk.player.flush()
    ana = desk.player.path
    desk.seat(None)
    assert (desk.player.name, desk.player.answers, desk.player.path) == ("", [], None)
    desk.seat(ana)
    assert desk.player.answers == [answered()]


def test_a_save_that_cannot_be_read_seats_nobody(desk, tmp_path):
    desk.make("Ana")
    garbage = tmp_path / "garbage.toml"
    garbage.write_text("no save")
    for path in (garbage, tmp_path / "gone.toml"):
        with pytest.raises(SaveError):
            desk.seat(path)
    assert desk.player.name == "Ana"


def test_a_choice_is_kept(desk):
    desk.choose("theme", "dark")
    desk.choose("sensitive", False)
    desk.player.flush()
    saved = read(desk.player.path)
    assert saved.settings == {"theme": "dark", "sensitive": False}
    assert saved.records[0].at == NOON
    assert {record.session for record in saved.records} == {desk_session(desk)}


def desk_session(desk):
    desk.use()
    return desk.dealer.session


def test_a_doubt_is_kept_beside_the_save(desk):
    desk.use()
    sitting = desk.dealer.new_round()
    asked = sitting.next()
    told = sitting.answer("alleged", "", 1)
    path = desk.note(asked.item, told, "The canteen is closed already.")
    assert desk.player.unsaved == 0
    assert path.parent == desk.player.path.parent
    noted = path.read_text("utf-8")
    assert "The canteen is closed already." in noted
    assert asked.item in noted


# Opening


def test_opening_for_somebody_new(shelf, folder):
    desk = opened(shelf, folder)
    assert (desk.player.name, desk.player.path, desk.pack.id) == ("", None, "school")
    assert desk.folder == folder
    assert not folder.exists()


def test_opening_for_whoever_played_last(shelf, folder):
    for name in ("Ana", "Bea"):
        create(folder, name)
    _touch(folder, "Ana", 2_000_000_000)
    assert opened(shelf, folder).player.name == "Ana"
    _touch(folder, "Bea", 2_000_000_001)
    assert opened(shelf, folder).player.name == "Bea"


def _touch(folder, name, seconds):
    path = next(file.path for file in players(folder) if file.name == name)
    os.utime(path, (seconds, seconds))


def test_opening_for_a_name(shelf, folder):
    desk = opened(shelf, folder, name="  Ana\u202e ")
    assert desk.player.name == "Ana"
    desk.player.keep(answered())
    desk.player.flush()
    create(folder, "Bea")
    again = opened(shelf, folder, name="Ana")
    assert again.player.answers == [answered()]
    assert len(players(folder)) == 2


def test_names_that_differ_in_case_are_two_players(shelf, folder):
    opened(shelf, folder, name="Ana")
    opened(shelf, folder, name="ana")
    assert {file.name for file in players(folder)} == {"Ana", "ana"}


def test_a_name_that_cannot_be_shown(shelf, folder):
    with pytest.raises(UsageError):
        opened(shelf, folder, name="\u200b")


def test_a_named_save_that_is_broken_is_left_alone(shelf, folder):
    path = create(folder, "Ana")
    path.write_text("no save")
    with pytest.raises(SaveError):
        opened(shelf, folder, name="Ana")
    assert path.read_text() == "no save"


def test_a_broken_save_is_told_and_passed_over(shelf, folder):
    create(folder, "Ana")
    (folder / "broken.toml").write_text("no save")
    _touch(folder, "broken", 2_000_000_000)
    desk = opened(shelf, folder)
    assert desk.player.name == "Ana"
    (notice,) = desk.notices
    assert str(folder / "broken.toml") in notice


def test_only_broken_saves(shelf, folder):
    folder.mkdir()
    (folder / "broken.toml").write_text("no save")
    desk = opened(shelf, folder)
    assert (desk.player.name, desk.player.path) == ("", None)
    assert len(desk.notices) == 1


def test_a_folder_of_saves_that_is_none(shelf, folder):
    folder.write_text("")
    with pytest.raises(UnreadableSave):
        opened(shelf, folder)


def test_opening_with_a_pack(shelf, folder):
    assert opened(shelf, folder, pack="club").pack.id == "club"
    with pytest.raises(UsageError):
        opened(shelf, folder, pack="none")


def test_the_shipped_pack_is_found(home):
    desk = open_desk(packs=[], saves=None, name=None, pack=None, seed=None, now=now)
    assert desk.pack.id == "october-2024"
    assert desk.folder == home / "saves"
    assert desk.notices == []
    assert len(desk.dealer.first_session().round.items) == 4
