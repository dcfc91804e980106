"""What a hostile pack writes never reaches the terminal as a command."""

from __future__ import annotations

import re

import pytest
from tui_hostile import COMMANDS, write_hostile


@pytest.fixture
def packs(tmp_path):
    return write_hostile(tmp_path)


OWN = (b"\x1b[?1049l", b"\x1b[2J")


def test_a_terminal_gets_nothing_hostile(start):
    game = start()
    game.wait("Enter begins")
    game.press("\r")
    game.wait("1 of 2")
    for key, words in (
        ("c", "Not this time."),
        ("o", "Enter next"),
        ("r", "next mark"),
        ("]", "next mark"),
    ):
        game.press(key)
        game.wait(words)
    game.back("next mark", "Enter next")
    for key, words in (
        ("!", "The rule that decided"),
        ("\r", "Noted in"),
        ("\r", "2 of 2"),
        ("a", "Enter next"),
        ("\r", "Esc not now"),
    ):
        game.press(key)
        game.wait(words)
    game.back("Esc not now", "of 2.")
    game.back("of 2.", "CONFIRMED or ALLEGED?")
    for key, words in (("b", "Summary [/b]"), ("f", "FRONT PAGE"), ("r", "Other [/b]")):
        game.press(key)
        game.wait(words)
        game.back(words, "CONFIRMED or ALLEGED?", "Enter go")
    game.press("q")
    assert game.end() == 0
    # The shape of the mouse's pointer is Textual's own word to the terminal.
    sent = re.sub(r"\x1b\]22;[a-z]*\x07", "", game.sent.decode("utf-8"))
    for part in COMMANDS.split("\x1b")[1:]:
        whole = f"\x1b{part}".rstrip("\x00\x07\x08\x7f\r\x0b\x0c\x85\x9c")
        if whole.encode() not in OWN and len(whole) > 2:
            assert whole not in sent, ascii(whole)
    assert "\x1b]52" not in sent
    assert "\x1b]8;;http" not in sent
    for char in "\x9b\x9d\x9c\x85\x07\x00\u202e\u202d\u2066\u2067\u200e\u200f\u061c":
        assert char not in sent, ascii(char)
    assert sent.count("\x1b[?1049l") <= 1
