"""`check --fix`: what it mends, what it leaves alone, and that nothing can get lost."""

import os
import stat
import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packs_samples import CLAIM, GAZETTE, HEAD, MINIMAL, QUESTION, codes, write

from quizgame.checking.check import check
from quizgame.packs.editing import NotWritten, edited, rewritten
from quizgame.packs.load import load
from quizgame.packs.mending import mend
from quizgame.packs.toml_text import short
from quizgame.packs.typography import as_printed

ARTICLE = (
    "According to two teachers, the canteen “closes in May” – or later, said the\nhead’s office…\n"
    "It costs 3\N{NO-BREAK SPACE}million. It costs 4 million, or it costs 4\tmillion.\n"
)
AS_PRINTED = {
    'the canteen "closes in May"': "the canteen “closes in May”",
    "the canteen 'closes in May' - or later": "the canteen “closes in May” – or later",
    "said the head's office...": "said the\nhead’s office…",
    "  costs 3 million. ": "  costs 3\N{NO-BREAK SPACE}million. ",
    "costs 4 million": "costs 4 million",
}


@pytest.mark.parametrize("text", AS_PRINTED)
def test_marks_spaces_and_dashes_become_those_in_print(text):
    assert as_printed(text, ARTICLE) == AS_PRINTED[text]


@pytest.mark.parametrize("text", ["the canteen closes", "costs  4 million", "", " ", "zebra"])
def test_what_is_not_there_or_not_only_once_is_left_alone(text):
    assert as_printed(text, ARTICLE) is None


def mended(folder):
    """The pack's main file after it was mended; what changed, in words."""
    done = mend(folder)
    done.write()
    text = (folder / "pack.toml").read_bytes().decode()
    return text, sorted((done.line(one), one.what) for one in done.changes)


def test_ids_are_written_and_everything_else_stays(tmp_path):
    toml = (
        "# mine\n" + HEAD + GAZETTE + CLAIM.replace('id = "canteen"\n', "# no id yet\n")
        + QUESTION.replace('id = "gym"\n', "") + "# the end"
    )  # fmt: skip
    folder = write(tmp_path, toml)
    before = load(folder).pack
    text, changes = mended(folder)
    assert changes == [
        (14, 'id = "the-canteen-closes-in-may"'),
        (18, "quotation marks as printed"),
        (21, 'id = "what-did-the-council-vote-on"'),
    ]
    lines = text.split("\n")
    assert [line for line in lines if line[:3] == "id " and "-" in line] == [
        'id = "the-canteen-closes-in-may"',
        'id = "what-did-the-council-vote-on"',
    ]
    kept = [line for line in lines if not line.startswith(("id = ", "quote"))]
    old = toml.split("\n")
    assert kept == [line for line in old if not line.startswith(("id = ", "quote"))]
    after = load(folder)
    assert (list(after.pack.claims), list(after.pack.questions)) == (
        list(before.claims),
        list(before.questions),
    )
    assert mended(folder) == (text, [])


def test_second_quotes_of_an_article_get_ids_wherever_they_stand(tmp_path):
    quotes = (
        '[[claim]]\nid = "x"\ntext = "X"\nstatus = "alleged"\n'
        "  [[claim.quote]]   # one\n  text = '''two teachers, the canteen'''\n"
        "  [[claim.quote]]\n  text = '''The council voted on Friday'''"
    )
    asks = '[[question]]\nid = "y"\nask = "Y?"\nanswer = "1"\nwrong = ["2"]\n'
    inline = 'quote = [{text = "The head denies it."}, { text = "School news." }]\n'
    folder = write(tmp_path, HEAD + GAZETTE + asks + inline + quotes)
    text, changes = mended(folder)
    assert [what for _, what in changes] == ['id = "gazette-2"'] * 2
    assert '{ id = "gazette-2", text = "School news." }' in text
    assert text.endswith(
        "  [[claim.quote]]\n  id = \"gazette-2\"\n  text = '''The council voted on Friday'''"
    )


def test_inexact_quotes_become_exact_and_then_ids_are_written(tmp_path):
    toml = HEAD + GAZETTE + CLAIM.replace('id = "canteen"\n', "").replace("to two", "to\ntwo")
    folder = write(tmp_path, toml, more="[[left_out]]\ntext = 'School  news.'\nbecause = 'So.'\n")
    assert codes(load(folder).diagnostics) == ["Q101", "Q102"]
    text, changes = mended(folder)
    assert load(folder).diagnostics == ()
    assert 'id = "the-canteen-closes-in-may"' in text
    assert "text = 'School news.'" in (folder / "more.toml").read_text()
    assert len(changes) == 3


def test_with_other_errors_no_id_is_made_up(tmp_path):
    toml = MINIMAL.replace('id = "canteen"\n', "").replace('"alleged"', '"allegd"')
    text, changes = mended(write(tmp_path, toml))
    assert [what for _, what in changes] == ["quotation marks as printed"]
    assert "allegd" in text


def test_windows_line_ends_and_a_byte_order_mark(tmp_path):
    toml = MINIMAL.replace('id = "canteen"\n', "").replace("\n", "\r\n")
    folder = write(tmp_path, b"\xef\xbb\xbf" + toml.encode())
    text, changes = mended(folder)
    assert changes[0] == (1, "byte-order mark removed")
    assert text.count("\n") == text.count("\r\n") == toml.count("\n") + 1
    assert load(folder).diagnostics == ()


def test_a_passage_over_two_lines_gets_the_line_ends_of_its_file(tmp_path):
    toml = HEAD + GAZETTE + CLAIM.replace("quote = '''", "quote = '''School  news.\n")
    folder = write(tmp_path, toml.replace("\n", "\r\n").encode())
    text, _ = mended(folder)
    assert "School news.\r\n\r\nAccording" in text
    assert text.count("\n") == text.count("\r\n")


@pytest.mark.skipif(os.name != "posix", reason="needs links and modes")
def test_links_and_modes_stay(tmp_path):
    folder = write(tmp_path / "pack", MINIMAL.replace('id = "canteen"\n', ""))
    real = tmp_path / "real.toml"
    (folder / "pack.toml").rename(real)
    real.chmod(0o640)
    (folder / "pack.toml").symlink_to(real)
    mended(folder)
    assert (folder / "pack.toml").is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert b'id = "the-canteen' in real.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pack", "real.toml"]


def test_a_file_that_was_saved_meanwhile_is_left_alone(tmp_path):
    folder = write(tmp_path, MINIMAL.replace('id = "canteen"\n', ""))
    done = mend(folder)
    (folder / "pack.toml").write_text("# somebody else's work\n")
    with pytest.raises(NotWritten):
        done.write()
    assert (folder / "pack.toml").read_text() == "# somebody else's work\n"


@given(text=st.text(alphabet="a'\"\\\n\t é\u00a0“\x1b#", min_size=1, max_size=20))
def test_a_short_text_as_toml_is_that_text(text):
    assert tomllib.loads(f"x = {short(text)}")["x"] == text


@given(
    old=st.text(alphabet="ab'\" \n“\\", max_size=12),
    new=st.text(alphabet="ab'\" \n“\\", max_size=12),
    marks=st.sampled_from(["'", "'''", '"', '"""', "'''\n"]),
)
def test_a_text_that_is_rewritten_has_its_new_value(old, new, marks):
    raw = f"{marks}{old}{marks.strip()}"
    try:
        value = tomllib.loads(f"x = {raw}")["x"]
    except tomllib.TOMLDecodeError:
        return
    assert tomllib.loads(f"x = {rewritten(raw, value, new)}") == {"x": new}


def test_an_edit_that_would_change_more_is_refused():
    from quizgame.packs.editing import Edit

    text = 'a = "1"\nb = "2"\n'
    assert edited(text, [Edit((4, 7), '"3"', ("a",), "3", "")]) == 'a = "3"\nb = "2"\n'
    assert edited(text, [Edit((4, 15), '"3"', ("a",), "3", "")]) is None
    assert edited(text, [Edit((4, 7), "'", ("a",), "3", "")]) is None


SIGNS = str.maketrans({"“": '"', "”": '"', "–": "-", "\n": " "})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.data())
def test_any_passage_with_other_signs_is_mended_and_no_comment_is_lost(tmp_path, data):
    from packs_samples import ARTICLE

    begin = data.draw(st.integers(0, len(ARTICLE) - 20))
    passage = ARTICLE[begin : begin + data.draw(st.integers(15, 60))].strip()
    comment = data.draw(st.sampled_from(["", "# a comment", "   # one = 'x'"]))
    toml = HEAD + GAZETTE + f"[[claim]] {comment}\ntext = 'X'\nstatus = 'alleged'\n"
    toml += f"quote = {short(passage.translate(SIGNS))} {comment}\n"
    folder = write(tmp_path, toml)
    text, _ = mended(folder)
    assert text.count("#") == toml.count("#")
    pack = load(folder).pack
    assert pack.claims["x"].quotes[0].text in ARTICLE
    assert [one.code for one in check(load(folder)) if one.severity == "error"] == []


NO_ID = CLAIM.replace('id = "canteen"\n', "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    junk=st.text("[]{}=\"'\n\r\t#., abc“”é-\x00\ud7ff", max_size=40),
    at=st.integers(0, len(HEAD + GAZETTE + NO_ID)),
)
def test_whatever_a_pack_holds_mending_makes_it_no_worse(tmp_path, junk, at):
    toml = HEAD + GAZETTE + NO_ID
    folder = write(tmp_path, (toml[:at] + junk + toml[at:]).encode())
    before = [one.code for one in load(folder).diagnostics if one.severity == "error"]
    done = mend(folder)
    done.write()
    after = [one.code for one in load(folder).diagnostics if one.severity == "error"]
    assert not [code for code in after if code not in before]
    assert len(after) <= len(before)


@pytest.mark.parametrize(
    "toml", ["x = " + "[" * 5000, "[[claim]]\nlevel = nan\nquote = 5", "= \x00"]
)
def test_what_cannot_be_read_is_left_alone(tmp_path, toml):
    folder = write(tmp_path, toml)
    done = mend(folder)
    assert (done.texts, done.changes) == ({}, [])
