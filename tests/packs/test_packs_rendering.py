import json

import pytest
from packs_samples import CLAIM, GAZETTE, HEAD, write

from quizgame.packs import render
from quizgame.packs.load import load


def shown(folder, toml):
    return [render.text(one, folder) for one in load(write(folder, toml)).diagnostics]


def test_a_finding_as_a_person_reads_it(tmp_path):
    (text,) = shown(tmp_path, HEAD + GAZETTE + CLAIM.replace("two", "three"))
    assert text.split("\n") == [
        "error[Q101]: this quote differs from the article `gazette`",
        "  --> pack.toml:16:25",
        "   |",
        "16 | quote = '''According to three teachers, the canteen \"closes in May\".'''",
        "   |                         ^^^^^ here it begins to differ",
        "  ::: gazette.txt:3:14",
        "   |",
        " 3 | According to two teachers, the canteen “closes in May”. The head denies it.",
        "   |              --- what the article prints",
        "   = help: Write `two` in place of `three`.",
    ]


def test_what_commands_a_terminal_is_not_passed_on(tmp_path):
    key = "\x1b[31m\u202ered"
    toml = HEAD + f'"\\u001b[31m{key[5:]}" = 1\n"a\u200b\u009b" = 2\n'
    text = "\n".join(shown(tmp_path, toml))
    assert "red" in text
    assert not {char for char in text if ord(char) < 32} - {"\n"}
    assert not set("\u202e\u200b\u009b") & set(text)


def test_the_caret_stands_under_wide_characters(tmp_path):
    (text,) = shown(tmp_path, HEAD + "w = '日本' 1")
    line, carets = text.split("\n")[3:5]
    # Each of the two signs takes two columns of the terminal.
    assert carets.index("^") == line.index("' 1") + 2


@pytest.mark.parametrize("at", [0, 50, 5_000, 99_000])
def test_a_very_long_line_is_cut_around_the_place(tmp_path, at):
    words = "a " * 50_000
    toml = (
        HEAD
        + GAZETTE
        + CLAIM.replace("status", f"lifts = '{words}'\nwhy = '{words[:at]}', x = 1\nstatus")
    )
    text = shown(tmp_path, toml)[0]
    assert max(map(len, text.split("\n"))) < 200
    line, carets = text.split("\n")[3:5]
    assert line[carets.index("^")] == ","


def test_as_data(tmp_path):
    (one,) = load(write(tmp_path, HEAD + GAZETTE + CLAIM.replace("two", "three"))).diagnostics
    data = json.loads(json.dumps(render.data(one)))
    assert (data["code"], data["severity"], data["line"], data["column"]) == (
        "Q101",
        "error",
        16,
        25,
    )
    assert (data["end_line"], data["end_column"]) == (16, 30)
    assert data["others"][0]["path"].endswith("gazette.txt")
