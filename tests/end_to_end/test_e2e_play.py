"""A student at a keyboard: the first session, a round, killed and resumed, and every way out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from e2e_game import COMMAND, ESCAPES, SGR, Game

from quizgame.saves.players import players

ENTER = "\r"


def first_session(game: Game, name: str = "Ana") -> None:
    """From the opening to the summary."""
    game.wait("Enter begins")
    game.press(ENTER)
    for number, key in enumerate("cacc", 1):
        game.wait(f"{number} of 4", "how do you print this?")
        game.press(key)
        game.wait(f"saved   {number} of 4", "next")
        game.press(ENTER)
    game.wait("A nickname is enough")
    game.press(name + ENTER)
    game.wait("3 of 4.", "Printed in this round", "saved")


def test_a_first_session_and_a_round(start):
    game = start("--seed", "3")
    first_session(game)
    game.press("n")
    game.wait("1 of 6", "how do you print this?")
    for number in range(1, 7):
        game.wait(f"{number} of 6", "how do you print this?")
        game.press("a")
        game.wait(f"{number} of 6", "Enter next", "saved")
        game.press(ENTER)
    game.wait("of 6.", "new round")
    game.back("of 6.", "Ana, day 1", "New round")
    game.press("q")
    assert game.end() == 0
    assert game.is_restored()
    assert len(game.answers()) == 10
    assert [player.name for player in players(game.saves)] == ["Ana"]


@pytest.mark.parametrize("after", [1, 3])
def test_killed_in_the_middle_of_a_round_it_goes_on_where_it_was(start, after):
    game = start()
    game.press(ENTER)
    for number in range(1, after + 1):
        game.wait(f"{number} of 4", "how do you print this?")
        game.press("c")
        game.wait(f"saved   {number} of 4")
        if number < after:
            game.press(ENTER)
    game.kill()
    assert len(game.answers()) == after
    game = start()
    game.wait("Go on", f"{after + 1} of 4")
    game.press("g")
    game.wait(f"{after + 1} of 4", "how do you print this?")
    for number in range(after + 1, 5):
        game.wait(f"{number} of 4", "how do you print this?")
        game.press("c")
        game.wait(f"saved   {number} of 4")
        game.press(ENTER)
    game.wait("A nickname is enough")
    game.back("A nickname is enough", "Printed in this round")
    game.press("q")
    assert game.end() == 0
    items = [answer.item for answer in game.answers()]
    assert len(items) == len(set(items)) == 4


@pytest.mark.parametrize("keys", ["q", "\x03", "\x11"], ids=["q", "Ctrl-C", "Ctrl-Q"])
def test_ways_out(start, keys):
    game = start()
    game.press(ENTER)
    game.wait("1 of 4", "how do you print this?")
    game.press("c")
    game.wait("Enter next")
    game.press(keys)
    assert game.end() == 0
    assert game.is_restored()
    assert len(game.answers()) == 1


@pytest.mark.parametrize("keys", ["\x03", "\x11"], ids=["Ctrl-C", "Ctrl-Q"])
def test_ways_out_while_a_name_is_typed(start, keys):
    game = start()
    first_session(game)
    game.back("3 of 4.", "New round")
    game.press("we")
    game.wait("under the new name")
    game.press("q")
    game.wait("  q")
    game.press(keys)
    assert game.end() == 0
    assert game.is_restored()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order(start, number):
    game = start()
    game.press(ENTER)
    game.wait("1 of 4", "how do you print this?")
    game.press("c")
    game.wait("saved   1 of 4")
    game.signal(number)
    assert game.end() == 0
    assert game.is_restored()
    assert len(game.answers()) == 1


STUCK = """
import sys
from quizgame import cli
from quizgame.tui import app
app.GRACE = 0.5
app.QuizApp.exit = lambda self, *args, **kwargs: None
sys.exit(cli.main())
"""


def test_a_game_that_cannot_close_its_pages_ends_all_the_same(start):
    game = start(command=(sys.executable, "-c", STUCK))
    game.press(ENTER)
    game.wait("1 of 4", "how do you print this?")
    game.press("c")
    game.wait("saved   1 of 4")
    os.kill(game.pid, signal.SIGTERM)
    assert game.end() == 1
    assert len(game.answers()) == 1


def test_a_closed_window_ends_it_and_keeps_everything(start):
    game = start()
    game.press(ENTER)
    game.wait("1 of 4", "how do you print this?")
    game.press("c")
    game.wait("saved   1 of 4")
    game.close()
    game.gone()
    assert len(game.answers()) == 1


def test_keys_typed_before_the_first_frame_are_kept(start):
    game = start()
    game.press(f"{ENTER}c{ENTER}a{ENTER}c{ENTER}a{ENTER}Ana{ENTER}\x1b")
    game.wait("Ana, day 1", "New round")
    game.press("q")
    assert game.end() == 0
    assert [answer.right for answer in game.answers()] == [True, True, True, True]


def test_no_color_sends_no_colour(start):
    game = start(env={"NO_COLOR": "1"})
    first_session(game)
    game.back("3 of 4.", "New round")
    for keys, words in (
        ("p", "3 of 4 right"),
        ("r1", "next mark"),
        ("f", "FRONT PAGE"),
        ("?", "Keys here"),
        ("\x10", "Search for commands"),
    ):
        game.wait("w  Players", "Enter go")
        game.press(keys)
        game.wait(words)
        if keys == "r1":
            game.back("next mark", "Coast Courier")
            words = "Coast Courier"
        game.back(words, "w  Players", "Enter go")
    game.press("q")
    assert game.end() == 0
    colours = [code for code in SGR.findall(game.sent) if _has_colour(code)]
    assert colours == []
    assert SGR.search(game.sent), "bold and underline are allowed"


def _has_colour(code: bytes) -> bool:
    numbers = [int(part or 0) for part in code.replace(b":", b";").split(b";")]
    return any(30 <= n <= 38 or 40 <= n <= 48 or 90 <= n <= 107 for n in numbers)


def test_with_colour_it_is_seen(start):
    game = start()
    game.wait("Enter begins")
    assert any(_has_colour(code) for code in SGR.findall(game.sent))
    game.press("q")
    assert game.end() == 0


@pytest.mark.parametrize("how", [("--ascii",), ()], ids=["--ascii", "locale"])
def test_ascii_draws_with_ascii_alone(start, packs, how):
    pack = packs / "harbour" / "pack.toml"
    text = pack.read_text(encoding="utf-8")
    pack.write_text(
        text.replace("The ferry and the fog", "The “ferry” — and the ‘fog’ …"), encoding="utf-8"
    )
    env = {} if how else {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
                          "PYTHONIOENCODING": "ascii"}  # fmt: skip
    game = start(*how, env=env)
    first_session(game)
    game.back("3 of 4.", "New round")
    pages = (
        ("b", "4 items"),
        ("p", "3 of 4 right"),
        ("f", "FRONT PAGE"),
        ("?", "Keys here"),
        ("\x10", "Search"),
    )
    for key, words in pages:
        game.press(key)
        game.wait(words)
        game.back(words, "w  Players", "Enter go")
    game.press("q")
    assert game.end() == 0
    assert ESCAPES.sub(b"", game.sent).decode("utf-8").isascii()


def test_a_window_that_changes_its_size(start):
    game = start()
    game.press(ENTER)
    game.wait("1 of 4", "how do you print this?")
    game.resize(59, 19)
    game.wait("too small")
    game.resize(120, 36)
    game.wait("Your page so far", "1 of 4")
    game.press("c")
    game.wait("Wreck is the trawler Anna", "saved")
    game.resize(60, 20)
    game.wait("Yes.", "Enter next")
    game.press("q")
    assert game.end() == 0


def test_a_terminal_that_cannot_draw_is_told_so(start):
    game = start(env={"TERM": "dumb"})
    assert game.end() == 2
    assert "cannot show a whole screen" in " ".join(game.text.split())
    assert b"\x1b" not in game.sent


@pytest.mark.parametrize("stream", ["stdin", "stdout"])
def test_without_a_terminal_it_says_what_to_do(packs, stream):
    leader, follower = os.openpty()
    streams = {"stdin": follower, "stdout": follower, stream: subprocess.DEVNULL}
    if stream == "stdout":
        streams["stdout"] = subprocess.PIPE
    done = subprocess.run(
        [*COMMAND, "--packs", packs], **streams, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(follower)
    os.close(leader)
    assert done.returncode == 2
    assert b"needs a terminal" in done.stderr
    assert b"Start `quizgame` in a terminal window" in done.stderr
    assert b"\x1b" not in (done.stdout or b"") + done.stderr


def test_a_screen_that_goes_to_a_file_is_no_game(packs):
    leader, follower = os.openpty()
    done = subprocess.run(
        [*COMMAND, "--packs", packs],
        stdin=follower,
        stdout=follower,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(follower)
    os.close(leader)
    assert done.returncode == 2
    assert b"needs a terminal" in done.stderr
    assert b"\x1b" not in done.stderr


def test_the_console_script_is_the_same_game(start):
    script = os.path.join(os.path.dirname(sys.executable), "quizgame")  # noqa: PTH118, PTH120
    if not os.access(script, os.X_OK):
        pytest.skip("the console script is not installed in this environment")
    game = start(command=(script,))
    game.wait("Enter begins")
    game.press("q")
    assert game.end() == 0
