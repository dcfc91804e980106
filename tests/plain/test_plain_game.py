"""The line mode with scripts of answers: every way of playing, and every way of leaving."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgame.saves.records import Round, Step

FIRST = ("", "c", "", "a", "", "c", "", "a", "")
"""The first session, all right."""
COMMAND = [sys.executable, "-m", "quizgame", "play", "--plain", "--player", "Ana", "--seed", "1"]


def test_the_first_session_is_played_explained_and_kept(plays, kept):
    told = plays(*FIRST, "quit")
    assert "It is October 2024." in told
    assert "who: information from Seoul   how: According to" in told
    assert "4 of 4. Every line stands as you printed it." in told
    assert "Duma ratifies the pact with North Korea (CONFIRMED)" in told
    assert told.endswith("Everything is saved.\n")
    assert [answer.right for answer in kept()] == [True] * 4
    assert {answer.seconds for answer in kept()} == {0.0}


def test_home_goes_home_from_the_first_prompt_too(plays):
    told = plays("home", "quit")
    assert "What do you want to do: quit" in told
    assert "Item 1" not in told
    assert "Item 1 of 4." in plays("home", "n", "quit", name="Ben")


def test_somebody_without_a_name_is_asked_for_one(plays, kept, tmp_path):
    told = plays(*FIRST, "\u0301", "Ben", "", "quit", name=None)
    assert "Keep your front page? A nickname is enough." in told
    assert "A name is needed" in told
    assert "Kept for Ben." in told
    assert [path.name[:4] for path in (tmp_path / "saves").glob("*.toml")] == ["ben-"]


def test_a_round_that_was_left_goes_on(plays, kept):
    plays(*FIRST, "n", "s", "home", "quit")
    told = plays("g", "s", "quit")
    assert "Go on: North Korean soldiers in Russia?" in told
    assert "of 6." in told
    assert len(kept(Round)) == 2


def test_the_input_may_end_anywhere_and_what_was_answered_is_kept(plays, kept, tmp_path):
    for number in range(len(FIRST) + 1):
        saves = tmp_path / f"saves-{number}"
        told = plays(*FIRST[:number], saves=saves)
        answered = sum(line in {"c", "a"} for line in FIRST[:number])
        (save,) = saves.glob("*.toml") if number else [None]
        assert save is None or save.read_text("utf-8").count("[[answer]]") == answered
        assert told.rstrip().endswith(("saved.", "waits at home.", "answered."))


def test_a_lesson_and_its_misses(plays, kept):
    told = plays(*FIRST, "b", "3", *("c", "z", "") * 8, "1", "", "1", "", "quit")
    assert "Done in public, or somebody's word?, 8 items." in told
    assert "Misses come back as corrections" in told
    assert told.count("Not this time.") >= 2
    assert "c  4 corrections: " in told


def test_how_sure_is_asked_from_the_second_round_on_and_can_be_switched_off(plays):
    told = plays(*FIRST, "n", *("s",) * 6, "n", "c", "fairly sure", "quit")
    assert "How sure" in told
    plays("", "o", "1", "quit")
    assert "How sure" not in plays("", "n", "c", "a", "1", "quit")


def test_a_test_explains_nothing_before_its_end(plays):
    told = plays(*FIRST, "b", "2", *("c", "1", "v", "s") * 30)
    before, _, after = told.partition("Every answer; a number explains it:")
    asked = before.partition("A test: every explanation comes at its end.")[2]
    assert after
    assert "Kept." in asked
    assert "On that day it was" not in asked


def test_words_are_marked_by_typing_them_or_their_numbers(plays, kept, tmp_path):
    pack = tmp_path / "packs" / "small"
    pack.mkdir(parents=True)
    text = "On Monday the mayor said that the bridge is not safe at all."
    (pack / "paper.txt").write_text(text, "utf-8")
    (pack / "pack.toml").write_text(
        f"""format = 1
[pack]
id = "small"
title = "Small"
[[article]]
id = "paper"
file = "paper.txt"
outlet = "Paper"
published = 2031-01-01
[[claim]]
id = "bridge"
text = "The bridge is not safe."
status = "alleged"
  [[claim.quote]]
  text = '''{text}'''
  who = "The mayor"
  source = "the mayor"
  cue = "said"
[[set]]
id = "first-session"
title = "Marks"
items = ["bridge?cue"]
[[set]]
id = "again"
title = "Again"
items = ["bridge?cue"]
""",
        "utf-8",
    )
    extra = ("--packs", str(pack))
    told = plays("", "said no", "?", "the MAYOR", "o", "", "", "quit", extra=extra)
    assert '"said no" does not stand in the passage like this.' in told
    assert "You marked who says it." in told
    assert '"the mayor" names who says it.' in told
    told = plays("", "b", "2", "w", "99 2", "again", "4 5", "v", "", "quit", extra=extra)
    assert "4 mayor; 5 said;" in told
    assert [(a.chosen, a.right) for a in kept()] == [
        ("the mayor@10", False),
        ("mayor said@14", True),
    ]


def test_a_scenario_is_played_left_and_played_on(plays, kept):
    told = plays(*FIRST, "s", "1", "d", "f", "1", "home", "quit")
    assert "On the desk; d reads it all:" in told
    assert [step.did for step in kept(Step)] == ["begin", "choose"]
    told = plays("s", "1", "u", "1", "", *("1", "") * 5, "w", "", "quit")
    assert "left at" in told
    assert "  you decided: No push yet" in told
    assert '  not taken: Push: "Seoul' in told
    assert ": the end. A " in told
    assert "You decided:" in told
    assert "A careful editor" in told


def test_an_article_is_read_and_searched(plays):
    told = plays(*FIRST, "r", "1", "/Zelensky", "/", "/nowhere", "-", "]", "all", "x", "quit")
    assert "Last news in Fakti" in told
    assert 'Not in this article: "nowhere".' in told
    assert '"According to information from Seoul' in told


def test_a_doubt_is_noted_for_the_teacher(plays, tmp_path):
    told = plays("", "c", "!", "Is it so?", "", "quit")
    (note,) = (tmp_path / "saves").glob("*.notes.toml")
    assert "Noted beside your save" in told
    # The name of the file has chance in it, and the same script is told the same.
    assert note.name not in told
    assert "Is it so?" in note.read_text("utf-8")


def test_progress_is_told_in_words(plays):
    told = plays(*FIRST, "p", "quit")
    assert "What exactly was checked? 2 of the last 2 right" in told
    assert not set("▇▁█│") & set(told)
    assert "Claims printed with a name: 2 of 2." in told
    assert "Facts and claims: Whether you lean" in told
    assert "The bar is" not in told


def test_corrections_in_progress_have_their_status_in_words(plays):
    told = plays("", "a", "", "c", "", "c", "", "a", "", "", "p", "quit")
    listed = told[told.index("2 corrections open") :]
    assert "Footage shows Russia's Eastern Military District (CONFIRMED). What" in " ".join(
        listed.split()
    )
    assert "Seoul: North Koreans given Russian uniforms (ALLEGED)." in listed
    assert not set("✔~◆") & set(listed)


def test_an_ask_does_not_tell_the_scene_twice_unless_it_is_wanted(plays):
    scene = "The night desk, scene 2 of"
    asked = ("s", "1", "1", "", "5", "")
    told = plays(*FIRST, *asked, "home", "quit")
    assert "Your decision: 5" in told
    assert told.count(scene) == 1
    told = plays(*FIRST, *asked, "again", "home", "quit", name="Ben")
    assert told.count(scene) == 2


def test_another_player_sits_down(plays):
    plays(*FIRST, "quit")
    told = plays(*FIRST, "w", "New player", "Ana", "Cem", "quit", name="Ben")
    assert "Kept for Cem." in told
    assert "Ana: plays now" not in told


@pytest.mark.parametrize("width", ["20", "60", "200", "0", "many"])
def test_lines_fit_the_terminal(plays, width):
    most = {"20": 20, "60": 60, "200": 100}.get(width, 80)
    told = plays(*FIRST, "s", "1", "quit", width=width)
    # A prompt and what is typed behind it are one line of the player's own.
    assert [ln for ln in told.splitlines() if len(ln) > most and ": " not in ln] == []


def test_ascii_signs_only(plays):
    assert plays(*FIRST, "n", "s", "quit", extra=("--ascii",)).isascii()


def test_the_same_script_is_told_the_same(plays, tmp_path):
    script = [*FIRST, "n", *("c", "1", "") * 9, "f", "p", "s", "3", "1", "", "quit"]
    one, two = (plays(*script, saves=tmp_path / place) for place in ("one", "two"))
    assert one == two


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([*"acnsbrdfpwoutkgx123?-]!/", "", "home", "all", "again", "v", "10"]),
            st.text(max_size=12).filter(lambda text: not set(text) & set("\r\n\x0b\x0c\x85")),
        ),
        max_size=40,
    )
)
def test_any_lines_at_all_come_to_an_end(plays, tmp_path, lines):
    saves = tmp_path / "any" / str(len(list(tmp_path.glob("any/*"))))
    told = plays("", *lines, saves=saves)
    assert told.rstrip().endswith(("saved.", "waits at home.", "answered."))


def test_a_folder_that_cannot_be_read_is_named(plays, tmp_path, monkeypatch):
    def refuse(folder):
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", refuse)
    told = plays("", "quit", saves=tmp_path, name=None, code=1, extra=("--packs", str(tmp_path)))
    assert "Permission denied" in told


# As a process of its own


def environment():
    return {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}


def test_textual_is_never_loaded(tmp_path):
    program = (
        "import sys; from quizgame.cli import main; code = main(sys.argv[1:]);"
        "sys.exit(code or any(n.partition('.')[0] == 'textual' for n in sys.modules))"
    )
    script = "\n".join([*FIRST, "n", "c", "s", "home", "s", "1", "1", "home", "p", "f", "r", "1"])
    done = subprocess.run(
        [sys.executable, "-c", program, *COMMAND[3:], "--saves", str(tmp_path)],
        input=script,
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def started(tmp_path):
    return subprocess.Popen(
        [*COMMAND, "--saves", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches a whole console there")
def test_ctrl_c_ends_it_and_nothing_is_lost(tmp_path):
    with started(tmp_path) as game:
        game.stdin.write(b"\nc\n\n")
        game.stdin.flush()
        seen = b""
        while b"Item 2 of 4." not in seen:
            seen += game.stdout.read1(65536)
        game.send_signal(signal.SIGINT)
        assert game.wait(20) == 130
        assert game.stderr.read() == b""
    (save,) = tmp_path.glob("*.toml")
    assert save.read_bytes().count(b"[[answer]]") == 1


def test_a_reader_that_goes_away_ends_it(tmp_path):
    with started(tmp_path) as game:
        game.stdout.close()
        game.stdin.write("\n".join(FIRST * 9).encode())
        game.stdin.close()
        assert game.wait(20) == 130
        assert game.stderr.read() == b""


def test_bytes_that_are_no_text_are_answered_like_any_other(tmp_path):
    done = subprocess.run(
        [*COMMAND, "--saves", str(tmp_path)],
        input=b"\n\xff\xfe\x00\nc\n",
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"means nothing here" in done.stdout
