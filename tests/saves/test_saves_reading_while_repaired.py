"""Reading a save whose torn end is being repaired by another program at that very moment."""

import io
from pathlib import Path

import pytest
from saves_samples import answer, block, number_of

from quizgame.saves.reading import read


class Shifting(io.BytesIO):
    """A file that holds something else at each reading from its start."""

    def __init__(self, *contents):
        super().__init__(contents[0])
        self._contents = list(contents)

    def seek(self, to):
        if len(self._contents) > 1:
            self._contents.pop(0)
        self.__init__(*self._contents)
        return super().seek(to)


@pytest.fixture
def shifting(save, monkeypatch):
    head = save.read_bytes()

    def become(*tails):
        contents = [head, *(head + tail for tail in tails)]
        monkeypatch.setattr(Path, "open", lambda path, mode: Shifting(*contents))
        return save

    return become


def numbers(save):
    found = read(save)
    assert found.notices == ()
    return [number_of(record) for record in found.records]


FIRST, SECOND = block(answer(1)), block(answer(2))
HALF = FIRST[: len(FIRST) // 2]


def test_a_reading_that_joins_before_and_after_is_not_believed(shifting):
    joined = HALF + SECOND[len(HALF) :]
    save = shifting(joined + FIRST, SECOND + FIRST, SECOND + FIRST)
    assert numbers(save) == [2, 1]


def test_a_file_that_has_only_grown_is_believed(shifting):
    assert numbers(shifting(FIRST, FIRST + SECOND)) == [1, 2]


def test_a_file_that_never_holds_still_is_read_all_the_same(shifting):
    save = shifting(*(SECOND if n % 2 else FIRST for n in range(40)))
    assert numbers(save) in ([1], [2])
