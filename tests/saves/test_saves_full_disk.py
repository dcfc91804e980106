"""A disk that is full, or may not be written to, costs nothing that was saved."""

import os
import shutil
import subprocess
import sys
from functools import partial

import pytest
from saves_samples import answer, block, contents, fork, number_of, wait

from quizgame.saves.appending import append
from quizgame.saves.errors import NotSaved
from quizgame.saves.notes import note
from quizgame.saves.players import create, players, rename
from quizgame.saves.reading import read

if sys.platform == "win32":
    pytest.skip("needs limits and mounts of a POSIX system", allow_module_level=True)

import resource


def numbers(path):
    return [number_of(record) for record in read(path).records]


def refused(action):
    try:
        action()
    except NotSaved as error:
        return error.message
    return ""


@pytest.mark.parametrize("torn", [b"", b"\n[[answer]]\nitem"])
def test_a_file_that_may_not_grow_keeps_what_it_has(played, torn):
    """Every limit between the file's length and that length with one more block."""
    size, more = played.stat().st_size, len(block(answer(9)))
    with played.open("ab") as file:
        file.write(torn)

    def fill():
        for limit in range(size, size + more):
            _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
            if "limit" not in refused(lambda: append(played, answer(9))):
                return 1
            if played.stat().st_size != size:
                return 2
        return 0

    assert wait(fork(fill)) == 0
    assert numbers(played) == [0, 1, 2]
    append(played, answer(3))
    assert numbers(played) == [0, 1, 2, 3]


@pytest.fixture
def small_disk(tmp_path):
    """A file system with room for about a hundred blocks."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True
    )
    if mounted.returncode:
        pytest.skip(f"cannot mount a small disk: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_told_and_costs_nothing(small_disk):
    path = create(small_disk, "Ana")
    number = 0
    while not (told := refused(partial(append, path, answer(number)))):
        number += 1
    assert "disk is full" in told
    assert 50 < number < 500
    before = contents(small_disk)
    assert refused(lambda: append(path, answer(number)))
    assert refused(lambda: create(small_disk, "Bea"))
    at = answer().at
    assert refused(lambda: note(path, item="i", quote="q", status="s", rule="r", at=at))
    assert contents(small_disk) == before
    assert numbers(path) == list(range(number))
    assert [player.name for player in players(small_disk)] == ["Ana"]


def test_room_again_means_saved_again(small_disk):
    path = create(small_disk, "Ana")
    append(path, answer(0))
    with path.open("ab") as file:
        file.write(block(answer(1))[:100])
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file:
        while not full(file):
            pass
    before = contents(small_disk)
    while not refused(lambda: append(path, answer(2))):
        # The rest of the last page of the file is still free.
        before = contents(small_disk)
    assert numbers(path)[0] == 0
    assert contents(small_disk) == before
    filler.unlink()
    had = numbers(path)
    append(path, answer(5))
    assert numbers(path) == [*had, 5]


def full(file):
    try:
        return not file.write(bytes(512))
    except OSError:
        return True


def test_a_read_only_disk_is_told(small_disk):
    path = create(small_disk, "Ana")
    append(path, answer(0))
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    before = contents(small_disk)
    for action in (
        lambda: append(path, answer(1)),
        lambda: create(small_disk, "Bea"),
        lambda: rename(path, "Bea"),
    ):
        assert "read-only" in refused(action)
    assert contents(small_disk) == before
    assert numbers(path) == [0]
