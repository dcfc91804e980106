import os

import pytest
from saves_samples import answer

from quizgame.saves.appending import append
from quizgame.saves.players import create


@pytest.fixture
def save(tmp_path):
    """The path of an empty save."""
    return create(tmp_path, "Ana")


@pytest.fixture
def played(save):
    """The path of a save with three answers."""
    for number in range(3):
        append(save, answer(number))
    return save


@pytest.fixture
def forks():
    if not hasattr(os, "fork"):
        pytest.skip("needs os.fork, which Windows does not have")
