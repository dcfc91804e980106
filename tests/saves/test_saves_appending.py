"""An append is whole and on the disk, or it has not been."""

import errno
import os
import tempfile
import tomllib
from pathlib import Path

import pytest
from saves_samples import answer, block, contents, fork, number_of, wait

from quizgame.saves import blocks, disk, locks
from quizgame.saves.appending import append
from quizgame.saves.errors import NotSaved
from quizgame.saves.locks import lock_path, locked
from quizgame.saves.players import create
from quizgame.saves.reading import read


def numbers(path):
    return [number_of(record) for record in read(path).records]


def test_an_append_adds_one_block_and_nothing_else(played):
    before = contents(played.parent)
    append(played, answer(3))
    before[played.name] += block(answer(3))
    assert contents(played.parent) == before


@pytest.mark.parametrize("answers", [1, 3])
def test_a_block_torn_at_any_byte_is_set_aside_and_costs_nothing_else(save, answers):
    for number in range(answers):
        append(save, answer(number))
    whole = save.read_bytes()
    last = len(block(answer(answers - 1)))
    kept = list(range(answers - 1))
    parsed = 0
    for length in range(len(whole) - last, len(whole)):
        save.write_bytes(whole[:length])
        torn = whole[len(whole) - last : length]
        parsed += is_toml(save)
        # Only the newline is missing: the checksum says that the block is whole.
        done = [answers - 1] if length == len(whole) - 1 else []
        assert numbers(save) == kept + done
        assert bool(read(save).notices) == bool(torn.strip() and not done)
        append(save, answer(7))
        found = read(save)
        assert [number_of(record) for record in found.records] == [*kept, *done, 7]
        assert found.notices == ()
        assert is_toml(save)
        aside = save.with_name(f"{save.name}.torn")
        if torn.strip() and not done:
            assert aside.read_bytes() == torn
            aside.unlink()
        assert not aside.exists()
    assert parsed > 13  # also what still parsed was torn


def is_toml(path):
    try:
        tomllib.loads(path.read_text())
    except tomllib.TOMLDecodeError:
        return False
    return True


def test_what_was_torn_earlier_stays(played):
    for word in (b"\n[[answer]]\nfirst", b"\n[[answer]]\nsecond"):
        with played.open("ab") as file:
            file.write(word)
        append(played, answer(3))
    aside = played.with_name(f"{played.name}.torn").read_bytes()
    assert aside == b"\n[[answer]]\nfirst\n[[answer]]\nsecond"


@pytest.mark.parametrize("torn", [b"x" * 50_000, bytes(100_000), b"\n" * 30_000 + b"["])
def test_a_long_torn_tail_is_set_aside_whole(played, torn):
    with played.open("ab") as file:
        file.write(torn)
    append(played, answer(3))
    assert numbers(played) == [0, 1, 2, 3]
    assert played.with_name(f"{played.name}.torn").read_bytes() == torn


def test_a_block_longer_than_one_look_is_found(save):
    for number in range(3):
        append(save, answer(number, line="word " * 20_000))
    append(save, answer(3, line='\nend = "00000000"\n' * 2000))
    append(save, answer(4))
    assert numbers(save) == [0, 1, 2, 3, 4]
    assert read(save).notices == ()


def test_a_key_that_ends_like_end_is_not_taken_for_it(save, monkeypatch):
    # The look from the file's end may begin in the middle of such a line.
    table = {"weekend": "12345678", "tail": "x" * 60}
    whole = save.read_bytes() + blocks.encode("step", table).rpartition(b"end = ")[0]
    for look in range(60, 120):
        monkeypatch.setattr("quizgame.saves.appending._TAIL", look)
        save.write_bytes(whole)
        append(save, answer(0))
        assert numbers(save) == [0]
        assert read(save).notices == ()


@pytest.mark.parametrize("most", [1, 7, 100])
def test_short_writes_are_continued(played, monkeypatch, most):
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, bytes(data[:most])))
    append(played, answer(3))
    assert numbers(played) == [0, 1, 2, 3]


@pytest.mark.parametrize("torn", [b"", b"\n[[answer]]\nitem"])
def test_an_append_looks_at_the_ends_only(save, monkeypatch, torn):
    def looked():
        with save.open("ab") as file:
            file.write(torn)
        seen = []
        read_bytes = os.read
        with monkeypatch.context() as patch:
            patch.setattr(os, "read", lambda fd, n: seen.append(n) or read_bytes(fd, n))
            append(save, answer(1))
        return sum(seen)

    for number in range(20):
        append(save, answer(number))
    short = looked()
    with save.open("ab") as file:
        file.write(block(answer(2)) * 5000)
    assert looked() == short < 10_000


# Errors


FAILURES = [
    (errno.ENOSPC, "full", "Make room"),
    (errno.EDQUOT, "full", "Make room"),
    (errno.EIO, "could not be written", "Try again"),
    (errno.EROFS, "read-only", "--saves"),
    (errno.EACCES, "may not be written", "--saves"),
    (errno.EFBIG, "limit", "limit"),
]


def failing(name, code, partly=None):
    """An `os` function that does a part of its work, if told to, and fails."""

    def fail(fd, *args):
        if partly is not None:
            partly(fd, bytes(args[0][:100]))
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("torn", [b"", b"\n[[answer]]\nitem"])
@pytest.mark.parametrize(("code", "message", "hint"), FAILURES)
@pytest.mark.parametrize("name", ["open", "write", "fsync"])
def test_an_error_takes_back_what_was_written(played, monkeypatch, name, code, message, hint, torn):
    with played.open("ab") as file:
        file.write(torn)
    partly = os.write if name == "write" else None
    with monkeypatch.context() as patch:
        patch.setattr(os, name, failing(name, code, partly))
        with pytest.raises(NotSaved) as refused:
            append(played, answer(9))
    assert refused.value.title == "Not saved"
    assert message in refused.value.message
    assert str(played) in refused.value.message
    assert hint in refused.value.hint
    assert numbers(played) == [0, 1, 2]
    append(played, answer(3))
    assert numbers(played) == [0, 1, 2, 3]


def test_an_interrupted_append_is_taken_back(played, monkeypatch):
    before = contents(played.parent)

    def interrupt(fd):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(disk, "flush", interrupt)
        with pytest.raises(KeyboardInterrupt):
            append(played, answer(9))
    assert contents(played.parent) == before


def test_what_cannot_be_taken_back_is_no_record(played, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing("write", errno.EIO, os.write))
        patch.setattr(os, "ftruncate", failing("ftruncate", errno.EIO))
        with pytest.raises(NotSaved):
            append(played, answer(9))
    assert numbers(played) == [0, 1, 2]
    append(played, answer(3))
    assert numbers(played) == [0, 1, 2, 3]


def test_another_program_that_hangs_is_told(played):
    with locked(played), pytest.raises(NotSaved, match="Another program") as refused:
        append(played, answer(9), wait=0.02)
    assert "other window" in refused.value.hint
    append(played, answer(3))
    assert numbers(played) == [0, 1, 2, 3]


def test_a_lock_that_was_left_behind_holds_nobody(played):
    lock_path(played).write_bytes(b"anything")
    append(played, answer(3))
    assert numbers(played) == [0, 1, 2, 3]


def test_a_lock_that_is_removed_while_somebody_waits_for_it_is_taken_anew(played, monkeypatch):
    """Who renamed the save removes its lock; who then makes one must not meet who waited."""
    try_lock, lock = locks._try_lock, lock_path(played)
    removed = []

    def remove_first(fd):
        if not removed:
            removed.append(lock.unlink())
        try_lock(fd)

    lock.touch()
    monkeypatch.setattr(locks, "_try_lock", remove_first)
    with locked(played), pytest.raises(TimeoutError), locked(played, wait=0):
        pass
    assert removed


def test_another_players_journal_in_the_place_is_not_touched(played):
    ours = read(played).id
    played.rename(played.with_name("kept.toml"))
    create(played.parent, "Ana2").rename(played)
    before = contents(played.parent)
    with pytest.raises(NotSaved, match="another player"):
        append(played, answer(9), player=ours)
    assert contents(played.parent) == before
    append(played, answer(0), player=read(played).id)


# Without permission, as nobody in particular: root may write anywhere.


@pytest.fixture
def public_folder():
    """A folder that every user of the machine can get to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def as_nobody(action):
    """The title and message of what `action` is refused with, for somebody without rights."""
    back, forth = os.pipe()

    def refused():
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        try:
            action()
        except NotSaved as error:
            os.write(forth, f"{error.title}: {error.message} {error.hint}".encode())
            return 3
        return 4

    code = wait(fork(refused))
    os.close(forth)
    with os.fdopen(back, "rb") as pipe:
        return code, pipe.read().decode()


@pytest.mark.usefixtures("forks")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555)])
def test_without_permission_nothing_is_saved_and_it_is_told(public_folder, file_mode, folder_mode):
    path = create(public_folder, "Ana")
    append(path, answer(0))
    lock_path(path).unlink()
    path.chmod(file_mode)
    public_folder.chmod(folder_mode)
    before = contents(public_folder)
    code, told = as_nobody(lambda: append(path, answer(1)))
    assert code == 3
    assert "may not be written" in told
    assert "--saves" in told
    assert contents(public_folder) == before
    assert numbers(path) == [0]


@pytest.mark.usefixtures("forks")
def test_no_player_is_made_in_a_folder_that_may_not_be_written(public_folder):
    public_folder.chmod(0o555)
    code, told = as_nobody(lambda: create(public_folder / "saves", "Ana"))
    assert code == 3
    assert "may not be written" in told
    assert list(public_folder.iterdir()) == []
