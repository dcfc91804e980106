"""A player's records: in memory at once, on disk in order, never twice, never lost."""

from threading import Thread

import pytest
from answer_samples import answered
from play_samples import NOON, SMALL, dealer, play

from quizgame.play import player as player_module
from quizgame.play.player import CONFIDENCE, FIRST_SESSION, Player
from quizgame.saves.errors import NameTaken, NotSaved
from quizgame.saves.players import create, players
from quizgame.saves.reading import read
from quizgame.saves.records import Round, Setting


@pytest.fixture
def player(tmp_path):
    return Player(tmp_path, read(create(tmp_path, "Ana")))


def setting(key="theme", value="dark"):
    return Setting(key=key, value=value, session="s", at=NOON)


def begun(id="r1", items=("small/a?two-way@x", "small/b?two-way@x"), name="round"):
    return Round(
        id=id, pack="small", name=name, title="", items=items, seed=1, session="s", at=NOON
    )


def on_disk(player):
    return list(read(player.path).records)


RECORDS = [begun(), answered("c0"), setting(), answered("c1"), answered("c2", right=False)]


def test_what_is_kept_is_remembered_at_once(player):
    for record in RECORDS:
        player.keep(record)
    assert [a.item for a in player.answers] == [RECORDS[n].item for n in (1, 3, 4)]
    assert player.rounds == [RECORDS[0]]
    assert player.settings == {"theme": "dark"}
    assert player.unsaved == 5
    assert on_disk(player) == []


def test_flushing_writes_in_order_and_once(player):
    for record in RECORDS:
        player.keep(record)
    player.flush()
    assert player.unsaved == 0
    assert on_disk(player) == RECORDS
    player.flush()
    assert on_disk(player) == RECORDS


def test_what_was_saved_is_there_again(player):
    for record in RECORDS:
        player.keep(record)
    player.flush()
    again = Player(player.folder, read(player.path))
    assert (again.answers, again.rounds) == (player.answers, player.rounds)
    assert (again.settings, again.name, again.id) == (player.settings, "Ana", player.id)
    assert again.unsaved == 0


def test_a_new_player_s_file_is_made_with_the_first_record(tmp_path):
    player = Player(tmp_path / "saves")
    player.flush()
    assert player.path is None
    assert not (tmp_path / "saves").exists()
    player.keep(answered())
    player.flush()
    assert on_disk(player) == player.answers
    assert player.id == read(player.path).id != ""
    assert len(players(player.folder)) == 1


@pytest.mark.parametrize("failing", range(len(RECORDS)))
def test_after_a_failure_the_rest_waits_and_is_written_in_order(player, monkeypatch, failing):
    calls = []

    def append(path, record, **named):
        calls.append(record)
        if len(calls) == failing + 1:
            raise NotSaved("Not saved", "The disk is full.", "Make room.")
        really(path, record, **named)

    really = player_module.append
    monkeypatch.setattr(player_module, "append", append)
    for record in RECORDS:
        player.keep(record)
    with pytest.raises(NotSaved):
        player.flush()
    assert player.unsaved == len(RECORDS) - failing
    assert on_disk(player) == RECORDS[:failing]
    assert len(player.answers) == 3
    later = answered("c9")
    player.keep(later)
    player.flush()
    assert player.unsaved == 0
    assert on_disk(player) == [*RECORDS, later]


def test_a_file_that_cannot_be_made_loses_nothing(tmp_path):
    in_the_way = tmp_path / "saves"
    in_the_way.write_text("")
    player = Player(in_the_way)
    player.keep(answered())
    with pytest.raises(NotSaved):
        player.flush()
    assert player.unsaved == 1
    in_the_way.unlink()
    player.flush()
    assert on_disk(player) == player.answers


def test_a_failure_after_the_file_was_made_makes_no_second_one(tmp_path, monkeypatch):
    def append(*_args, **_named):
        raise NotSaved("Not saved", "", "")

    player = Player(tmp_path)
    player.keep(answered())
    with monkeypatch.context() as broken:
        broken.setattr(player_module, "append", append)
        for _ in range(3):
            with pytest.raises(NotSaved):
                player.flush()
    player.flush()
    assert len(players(tmp_path)) == 1
    assert on_disk(player) == player.answers


def test_a_journal_that_took_the_place_is_not_written_to(player):
    stranger = create(player.folder, "Bea")
    stranger.replace(player.path)
    player.keep(answered())
    with pytest.raises(NotSaved):
        player.flush()
    assert player.unsaved == 1
    assert on_disk(player) == []


def test_flushing_from_several_threads_writes_nothing_twice(player):
    records = [answered(f"c{n}") for n in range(12)]
    threads = [Thread(target=player.flush) for _ in range(4)]
    for record in records:
        player.keep(record)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    player.flush()
    assert on_disk(player) == records


# Names


def test_a_name_gives_the_file_its_name(player):
    before = player.path
    player.keep(answered())
    player.rename("Bea")
    player.flush()
    assert player.name == read(player.path).name == "Bea"
    assert player.path.name.startswith("bea-")
    assert not before.exists()
    assert answered() in on_disk(player)
    assert [file.name for file in players(player.folder)] == ["Bea"]


def test_naming_somebody_new_makes_the_save(tmp_path):
    player = Player(tmp_path)
    player.keep(answered())
    player.rename("Ana")
    assert read(player.path).name == "Ana"
    player.flush()
    assert on_disk(player) == [answered()]
    assert len(players(tmp_path)) == 1


@pytest.mark.parametrize("with_save", [True, False])
def test_a_name_that_is_taken_changes_nothing(tmp_path, with_save):
    create(tmp_path, "Bea")
    player = Player(tmp_path, read(create(tmp_path, "Ana")) if with_save else None)
    before = (player.name, player.path)
    with pytest.raises(NameTaken):
        player.rename("Bea")
    assert (player.name, player.path) == before
    player.keep(answered())
    player.flush()
    assert on_disk(player) == [answered()]


# Rounds


def test_before_the_first_round(player):
    assert player.open_round() is None
    assert player.rounds_played() == player.days() == 0


def test_a_round_is_open_until_all_is_answered(player):
    player.keep(begun())
    for number in range(2):
        assert player.open_round() == (begun(), player.answers)
        assert player.rounds_played() == 0
        player.keep(answered(f"c{number}"))
    assert player.open_round() is None
    assert player.rounds_played() == 1


def test_only_the_last_round_is_open(player):
    player.keep(begun("r1"))
    player.keep(begun("r2"))
    assert player.open_round() == (begun("r2"), [])
    assert player.rounds_played() == 1


def test_answers_of_other_rounds_do_not_count(player):
    player.keep(begun("r2"))
    player.keep(answered(round="r1"))
    player.keep(answered(round=""))
    assert player.open_round() == (begun("r2"), [])


def test_a_round_without_items_is_done(player):
    player.keep(begun(items=()))
    assert player.open_round() is None


def test_a_first_session_is_no_round(player):
    player.keep(begun("r0", name=FIRST_SESSION))
    assert player.open_round() is not None
    assert player.rounds_played() == 0
    player.keep(begun("r1", items=()))
    assert player.rounds_played() == 1


def test_days_are_the_player_s_own(player):
    for at in (NOON, NOON.replace(hour=23), NOON.replace(day=5, hour=0)):
        player.keep(answered(at=at))
    assert player.days() == 2


def test_confidence_is_asked_from_the_second_round_on(player):
    asked = []
    for seed in range(3):
        sitting = dealer(player, SMALL, seed).new_round()
        asked.append(sitting.asks_confidence)
        play(sitting)
    assert asked == [False, True, True]
    player.keep(setting(CONFIDENCE, False))
    assert not dealer(player).new_round().asks_confidence
    player.keep(setting(CONFIDENCE, True))
    assert dealer(player).new_round().asks_confidence
