"""Several programs on one save, some of which die while they write."""

import os
import signal
import tomllib

import pytest
from saves_samples import answer, block, fork, number_of, wait

from quizgame.saves.appending import append
from quizgame.saves.errors import NameTaken, NotSaved
from quizgame.saves.players import create, players, rename
from quizgame.saves.reading import read

pytestmark = pytest.mark.usefixtures("forks")

EACH = 150


def test_two_writers_readers_that_repair_and_writers_that_die(save):
    def writer(first):
        return lambda: [append(save, answer(n), wait=60) for n in range(first, first + EACH)] and 0

    def reader():
        seen = ()
        while len(seen) < 2 * EACH:
            now = read(save).records
            if now[: len(seen)] != seen:
                return 1
            seen = now
        return 0

    def repairer(first):
        def repair():
            for number in range(first, first + 30):
                read(save)
                append(save, answer(number), wait=60)

        return repair

    doomed = block(answer(99_999))

    def mortal():
        write = os.write

        def cut(fd, data):
            if len(data) < len(doomed):
                return write(fd, data)  # what another left behind, on its way to be set aside
            write(fd, doomed[: len(doomed) // 2])
            return os.kill(os.getpid(), signal.SIGKILL)

        os.write = cut
        append(save, answer(99_999), wait=60)

    children = [fork(writer(1000)), fork(writer(2000)), fork(repairer(3000)), fork(reader)]
    for _ in range(40):
        assert wait(fork(mortal)) == -signal.SIGKILL
    assert [wait(child) for child in children] == [0, 0, 0, 0]
    append(save, answer(1))
    found = read(save)
    numbers = [number_of(record) for record in found.records]
    assert found.notices == ()
    for first, count in ((1000, EACH), (2000, EACH), (3000, 30)):
        assert [n for n in numbers if first <= n < first + 1000] == list(
            range(first, first + count)
        )
    assert len(numbers) == 2 * EACH + 30 + 1
    tomllib.loads(save.read_text())
    torn = save.with_name(f"{save.name}.torn").read_bytes()
    assert torn == doomed[: len(doomed) // 2] * 40


def test_many_who_want_one_name_get_it_once(tmp_path):
    def ask():
        try:
            create(tmp_path, "Ana")
        except NameTaken:
            return 1
        return 0

    children = [fork(ask) for _ in range(12)]
    codes = sorted(wait(child) for child in children)
    assert codes == [0] + [1] * 11
    assert [player.name for player in players(tmp_path)] == ["Ana"]


def test_two_who_take_one_name_by_renaming_get_it_once(tmp_path):
    paths = [create(tmp_path) for _ in range(8)]

    def take(path):
        def ask():
            try:
                rename(path, "Ana")
            except NameTaken:
                return 1
            return 0

        return ask

    children = [fork(take(path)) for path in paths]
    assert sorted(wait(child) for child in children) == [0] + [1] * 7
    assert sorted(player.name for player in players(tmp_path)) == [""] * 7 + ["Ana"]


def test_a_rename_while_another_program_plays_costs_nothing(save):
    """The other program is told so with its first answer after that, and is right until then."""
    back, forth = os.pipe()
    ours = read(save).id

    def play():
        for number in range(100_000):
            try:
                append(save, answer(number), player=ours, wait=60)
            except NotSaved as error:
                return 0 if "moved" in str(error) else 1
            os.write(forth, b"%d\n" % number)
        return 2

    child = fork(play)
    os.close(forth)
    with os.fdopen(back, "rb") as pipe:
        told = [pipe.readline() for _ in range(20)]
        moved = rename(save, "Bea")
        create(save.parent, "Ana")
        told += pipe.readlines()
    assert wait(child) == 0
    found = [number_of(r) for r in read(moved).records if hasattr(r, "item")]
    assert found == [int(line) for line in told]
    assert read(save).records == ()
