"""A writer that is killed, at every point and at any moment, loses nothing that it acknowledged."""

import os
import random
import signal
import time
import tomllib

import pytest
from saves_samples import answer, block, contents, fork, number_of, wait

from quizgame.saves.appending import append
from quizgame.saves.notes import note
from quizgame.saves.players import create, players, rename
from quizgame.saves.reading import read

pytestmark = pytest.mark.usefixtures("forks")

CALLS = ("open", "write", "fsync", "ftruncate", "rename", "unlink", "close", "lseek", "read")


def numbers(path):
    return [number_of(record) for record in read(path).records]


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def killed_at(point, moment, action):
    """Do `action` in a child that kills itself at its `point`-th call; whether it came to that."""

    def child():
        left = [point]
        for name in CALLS:
            setattr(os, name, deadly(name, getattr(os, name), left, moment))
        action()

    code = wait(fork(child))
    assert code in (0, -signal.SIGKILL)
    return code != 0


def deadly(name, call, left, moment):
    def calling(*args, **kwargs):
        left[0] -= 1
        if left[0]:
            return call(*args, **kwargs)
        if moment == "during" and name == "write":
            call(args[0], bytes(args[1])[: len(args[1]) // 2])
        elif moment == "after":
            call(*args, **kwargs)
        return die()

    return calling


def every_kill(restore, action):
    """After each possible kill of `action`, done afresh each time."""
    for moment in ("before", "during", "after"):
        point = 1
        restore()
        while killed_at(point, moment, action):
            yield moment, point
            restore()
            point += 1
        assert point > 8
        restore()


def restorer(folder):
    """A function that makes a folder what it is now."""
    before = contents(folder)

    def restore():
        for path in folder.iterdir():
            path.unlink()
        for name, data in before.items():
            (folder / name).write_bytes(data)

    return restore


@pytest.mark.parametrize("cut", [None, 60, -2])
@pytest.mark.parametrize("earlier", [0, 3])
def test_an_append_killed_at_every_point(save, cut, earlier):
    for number in range(earlier):
        append(save, answer(number))
    torn = block(answer(8))[:cut] if cut else b""
    with save.open("ab") as file:
        file.write(torn)
    kept = list(range(earlier))
    for _ in every_kill(restorer(save.parent), lambda: append(save, answer(9))):
        assert numbers(save) in (kept, [*kept, 9])
        had = numbers(save)
        append(save, answer(10))
        assert numbers(save) == [*had, 10]
        assert read(save).notices == ()
        assert len(tomllib.loads(save.read_text())["answer"]) == len(had) + 1
        aside = contents(save.parent).get(f"{save.name}.torn", b"")
        assert torn in aside


def test_making_a_player_killed_at_every_point(tmp_path):
    make = lambda: create(tmp_path, "Bea")  # noqa: E731
    create(tmp_path, "Ana")
    for _ in every_kill(restorer(tmp_path), make):
        found = {player.name: player for player in players(tmp_path)}
        assert all(not player.problem for player in found.values())
        path = found["Bea"].path if "Bea" in found else make()
        append(path, answer(1))
        assert numbers(path) == [1]
        assert {player.name for player in players(tmp_path)} == {"Ana", "Bea"}


def test_renaming_killed_at_every_point(played):
    folder = played.parent
    note(played, item="i", quote="q", status="s", rule="r", at=answer().at)
    for _ in every_kill(restorer(folder), lambda: rename(played, "Bea")):
        (player,) = players(folder)
        assert player.name in ("Ana", "Bea")
        assert numbers_of_answers(player.path) == [0, 1, 2]
        path = rename(player.path, "Bea")
        append(path, answer(3))
        assert numbers_of_answers(path) == [0, 1, 2, 3]
        assert [listed.name for listed in players(folder)] == ["Bea"]
        assert len(list(folder.glob("*.notes.toml"))) == 1


def numbers_of_answers(path):
    return [number_of(record) for record in read(path).records if hasattr(record, "item")]


def test_a_note_killed_at_every_point(played):
    at = answer().at

    def write():
        note(played, item="i", quote="q", status="s", rule="r", at=at)

    for _ in every_kill(restorer(played.parent), write):
        write()
        (notes,) = played.parent.glob("*.notes.toml")
        assert len(tomllib.loads(notes.read_text())["note"]) in (1, 2)
        assert numbers(played) == [0, 1, 2]


KILLS = 300


def test_a_writer_killed_at_random_moments(save):
    """Each child appends as fast as it can; it is killed after a few answers, at any moment."""
    chance = random.Random(4)
    acknowledged = []
    for life in range(KILLS):
        answers, extra = chance.randrange(1, 5), chance.random() * 0.001
        acknowledged += a_short_life(save, life * 1000, answers, extra)
    found = numbers(save)
    assert len(set(found)) == len(found)
    assert [number for number in found if number in set(acknowledged)] == acknowledged
    # One may be on the disk before it could be acknowledged, no more.
    assert len(found) - len(acknowledged) <= KILLS
    assert len(acknowledged) >= KILLS
    append(save, answer(1))
    tomllib.loads(save.read_text())


def a_short_life(save, first, answers, extra):
    back, forth = os.pipe()

    def play():
        for number in range(first, first + 1000):
            append(save, answer(number))
            os.write(forth, b"%d\n" % number)

    pid = fork(play)
    os.close(forth)
    with os.fdopen(back, "rb") as pipe:
        told = [pipe.readline() for _ in range(answers)]
        until = time.perf_counter() + extra
        while time.perf_counter() < until:
            pass
        os.kill(pid, signal.SIGKILL)
        assert wait(pid) == -signal.SIGKILL
        told += pipe.readlines()
    return [int(line) for line in told if line.endswith(b"\n")]
