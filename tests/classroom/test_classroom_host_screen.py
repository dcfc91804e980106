"""What `quizgame host` says where there is nothing to show."""

from argparse import Namespace

import pytest

from quizgame.classroom import folder
from quizgame.classroom.errors import NoHub, NoSession
from quizgame.commands.host_screen import run_wall


def test_a_wall_without_a_lesson_says_what_to_do(tmp_path):
    with pytest.raises(NoSession) as caught:
        run_wall(Namespace(saves=tmp_path, wall="", ascii=False))
    assert "`quizgame host`" in caught.value.hint


def test_a_wall_of_a_lesson_that_does_not_run_says_how_to_take_it_up(tmp_path):
    session = "2031-03-04-1200"
    where = folder.root(tmp_path) / session
    where.mkdir(parents=True)
    (where / "journal.jsonl").touch()
    with pytest.raises(NoHub) as caught:
        run_wall(Namespace(saves=tmp_path, wall=session, ascii=False))
    assert f"`quizgame host --resume {session}`" in caught.value.hint
