"""Every code of loading: what triggers it, where it points, what it advises."""

import pytest
from packs_samples import CLAIM, GAZETTE, HEAD, MINIMAL, QUESTION, codes, marked, write

from quizgame.packs.codes import CODES
from quizgame.packs.load import load

QUOTES = CLAIM[: CLAIM.index("quote =")] + "[[claim.quote]]\ntext = '''the canteen'''\n"
SET = '[[set]]\nid = "s"\ntitle = "S"\nitems = [{}]\n'
COURSE = '[[course]]\nid = "c"\ntitle = "C"\nparts = [{}]\n'
SCENARIO = """
[[scenario]]
id = "desk"
title = "The desk"
start = "wire"
meters = { trust = 50 }
  [[scenario.scene]]
  id = "wire"
    [[scenario.scene.choice]]
    id = "run"
    text = "Run it"
    goes = "wire"
"""
ASK = '{ id = "call", text = "Call" }'


def scene(line: str) -> str:
    return SCENARIO.replace('id = "wire"', f'id = "wire"\n{line}')


def claim(old: str, new: str) -> str:
    return HEAD + GAZETTE + CLAIM.replace(old, new)


# The code, the pack, what the finding points at, and a part of its advice.
FINDINGS = [
    ("T101", HEAD + "x = 2024-02-30", "2024-02-30", "2024-10-25"),
    ("T101", HEAD + "x = 2024-10-32", "2024-10-32", "2024-10-25"),
    ("T101", HEAD + "x = 25.10.2024", "25.10.2024", "2024-10-25"),
    ("T101", HEAD + "x=25 October 2024", "25 October 2024", "2024-10-25"),
    ("T101", HEAD + "x = 1.2.3", ".", "Mend"),
    ("T101", HEAD + "x = 1 1", "1", "Mend"),
    ("T101", HEAD + "x: 1", ":", 'key = "value"'),
    ("T101", HEAD + "x = “a”", "“", "'''"),
    ("T101", HEAD + 'x = "C:\\q"', "\\", "'''"),
    ("T101", HEAD + "x = [1, 2", "[", "bracket"),
    ("T101", HEAD + "x = alleged", "a", "'''"),
    ("T102", HEAD + "x = { a = 1,\n b = 2 }", "{", "one line"),
    ("T102", HEAD + "x = [ { a = 1\n } ]", "{", "one line"),
    ("T103", HEAD + 'x = "He said "no" to me"', '"', "'''"),
    ("T103", HEAD + "x = ['don't']", "'", "'''"),
    ("T104", HEAD + 'x = "one\ntwo"', '"', "'''"),
    ("T104", HEAD + "x = '''one\ntwo", "'''", "where it ends"),
    ("T105", HEAD + 'title = "again"\nx = 1', "title", "Remove"),
    ("T105", HEAD + "[pack]\n", "[pack]", "Remove"),
    ("T106", HEAD + "x = " + "9" * 5000, "9" * 5000, "shorter"),
    ("T107", HEAD + "x = " + "[" * 5000, "[", "Remove"),
    ("K101", claim("status", 'headlin = "x"\nstatus'), "headlin", "`headline`"),
    ("K101", MINIMAL + "[[claims]]\n", "claims", "`claim`"),
    ("K101", MINIMAL + "[[scene]]\n", "scene", "[[scenario.scene]]"),
    ("K102", claim('status = "alleged"\n', ""), "[[claim]]", 'status = "alleged"'),
    ("K102", MINIMAL.replace("format = 1\n", ""), "", "format = 1"),
    ("K102", GAZETTE.replace("\n[[", "format = 1\n[["), "", "[pack]"),
    ("K102", MINIMAL + '[[set]]\nid = "s"\ntitle = "S"', "[[set]]", "items"),
    ("K103", claim('"alleged"\n', '"alleged"\nsensitive = "yes"\n'), '"yes"', "`true` or"),
    ("K103", MINIMAL.replace("2026-11-12", '"2026-11-12"'), '"2026-11-12"', "2024-10-25"),
    ("K103", MINIMAL.replace("2026-11-12", "2026-11-12T10:00:00"), "2026-11-12T10:00:00", "time"),
    ("K103", MINIMAL + "[[set]]\nid='s'\ntitle='S'\nitems = 'a'\n", "'a'", "a list"),
    ("K103", HEAD + GAZETTE + CLAIM[: CLAIM.index("quote")] + "quote = 7", "7", "or a table"),
    ("K104", claim("alleged", "allegd"), '"allegd"', "`alleged`"),
    ("K104", claim('"The canteen closes in May."', '" "'), '" "', "Write something"),
    ("K104", claim('"canteen"', '"The Canteen"'), '"The Canteen"', "`the-canteen`"),
    ("K104", claim("status", "level = 6\nstatus"), "6", "number"),
    ("K104", MINIMAL + QUESTION.replace('"A pool"', '"1","2","3","4"'), None, "at most 4"),
    ("K104", MINIMAL + QUESTION.replace('"A canteen", "A pool"', ""), "[]", "at least one"),
    ("K104", MINIMAL + SCENARIO.replace("50", "500"), "500", "number"),
    ("K104", MINIMAL + SCENARIO.replace("trust = 50", '"a b" = 5'), '"a b"', "`a-b`"),
    ("K105", HEAD + GAZETTE + QUOTES + 'why = "x"\n', "why", "above line 16"),
    ("K105", "[pack]\nformat = 1\n" + MINIMAL.split("[pack]")[1], None, "above line 1"),
    ("K106", MINIMAL.replace("format = 1", "format = 2"), "2", "Update"),
    (
        "K107",
        MINIMAL + QUESTION.replace("[[question]]", "[question]"),
        "[question]",
        "[[question]]",
    ),
    ("K107", MINIMAL.replace("[pack]", "[[pack]]"), "[[pack]]", "[pack]"),
    ("K108", claim("status", "# status"), 'status = "alleged"', "remove the `#`"),
    (
        "K108",
        HEAD + GAZETTE + QUOTES.replace("status", "  #status") + "\n[[claim]]\nid = 'x'\n"
        "text = 'X'\nstatus = 'unknown'\nquote = 'the canteen'\n# status = 'alleged'",
        'status = "alleged"',
        "passage",
    ),
    ("R101", MINIMAL + QUESTION.replace('"gym"', '"canteen"'), '"canteen"', "permanent"),
    ("R101", MINIMAL.replace(GAZETTE, GAZETTE * 2), '"gazette"', "permanent"),
    ("R102", HEAD + GAZETTE + QUOTES + 'article = "gazete"', '"gazete"', "`gazette`"),
    ("R103", claim("status", 'contrast = "cantin"\nstatus'), '"cantin"', "`canteen`"),
    ("R103", MINIMAL + QUESTION + 'claims = ["canteen", "x"]', '"x"', "[[claim]]"),
    ("R104", MINIMAL + SET.format('"canteen", "kanteen"'), '"kanteen"', "`canteen`"),
    ("R105", MINIMAL + SET.format('"canteen?"'), '"canteen?"', "claim?kind"),
    ("R105", MINIMAL + SET.format('"canteen?two"'), '"canteen?two"', "two-way"),
    ("R105", MINIMAL + SET.format('"canteen?source"'), '"canteen?source"', "who"),
    ("R105", MINIMAL + QUESTION + SET.format('"gym?two-way"'), '"gym?two-way"', "`gym`"),
    (
        "R105",
        claim("alleged", "analysis") + SET.format('"canteen?two-way"'),
        '"canteen?two-way"',
        "five-way",
    ),
    ("R106", MINIMAL + SET.format('"canteen@gazete"'), '"canteen@gazete"', "`gazette`"),
    ("R107", HEAD + CLAIM, None, "Add an [[article]]"),
    (
        "R107",
        HEAD + GAZETTE + GAZETTE.replace('"gazette"', '"other"') + QUOTES,
        "[[claim.quote]]",
        "article =",
    ),
    ("R108", MINIMAL + QUESTION.replace("A pool", "A gym"), '"A gym"', "own"),
    ("R109", MINIMAL + SCENARIO.replace('goes = "wire"', 'goes = "wires"'), '"wires"', "`wire`"),
    ("R110", MINIMAL + SCENARIO + "effect = { trusts = 5 }", "trusts", "`trust`"),
    ("R111", MINIMAL + SCENARIO + 'needs = { chose = ["runn"] }', '"runn"', "`run`"),
    ("R112", MINIMAL + SCENARIO + 'needs = { asked = ["cal"] }', '"cal"', "asks"),
    ("R113", MINIMAL + SCENARIO + 'needs = { happened = ["bell"] }', '"bell"', "event"),
    ("R111", MINIMAL + SCENARIO + 'needs = { none = ["runn"] }', '"runn"', "`run`"),
    ("R111", MINIMAL + scene('careful = ["runn"]'), '"runn"', "`run`"),
    ("R109", MINIMAL + scene('instead = [{ needs = {}, goes = "x" }]'), '"x"', "scene"),
    ("R103", MINIMAL + scene('desk = ["cantin@gazette"]'), '"cantin@gazette"', "`canteen`"),
    ("R106", MINIMAL + scene('desk = ["canteen@gazete"]'), '"canteen@gazete"', "`gazette`"),
    ("R103", MINIMAL + SCENARIO + 'claims = ["cantin"]', '"cantin"', "`canteen`"),
    ("K104", MINIMAL + scene('desk = ["canteen@"]'), '"canteen@"', "after an @"),
    ("K104", MINIMAL + SCENARIO.replace("trust", "chose"), "chose", "another name"),
    ("K104", MINIMAL + SCENARIO + 'needs = { chose = ">=40" }', '">=40"', "lists of ids"),
    ("K104", MINIMAL + SCENARIO + 'needs = { trust = ["run"] }', '["run"]', "compared"),
    ("R101", MINIMAL + scene("asks = [" + ASK + ", " + ASK + "]"), '"call"', "permanent"),
    ("R101", MINIMAL + SCENARIO + SCENARIO[SCENARIO.index("  [[") :], '"wire"', "permanent"),
    ("R120", MINIMAL + SET.format('"canteen"') + COURSE.format('"s", "t"'), '"t"', "[[set]]"),
    ("R101", MINIMAL + SET.format('"canteen"') + COURSE.format('"s"') * 2, '"c"', "permanent"),
    ("K104", MINIMAL + COURSE.format(""), "[]", "at least one"),
    ("K104", MINIMAL + SET.format('"canteen"') + "test = 'soon'", "'soon'", "before, after"),
    ("Q101", claim("two teachers", "three teachers"), "three", "`two` in place of `three`"),
    ("Q101", claim("two teachers", "two old teachers"), "old", "Remove `old`"),
    ("Q101", claim("two teachers", "teachers"), None, "Insert `two`"),
    ("Q101", claim("According to", "according to"), "according", "Write `According`"),
    (
        "Q102",
        claim("According to two teachers, the canteen", "Zebras in zoos sleep like other animals"),
        None,
        "Copy",
    ),
    ("Q103", HEAD + GAZETTE + QUOTES + 'source = "a cook"', '"a cook"', "copied"),
    ("Q103", HEAD + GAZETTE + QUOTES + 'hedges = ["the", "may"]', '"may"', "copied"),
]


def _ids(rows):
    return [f"{row[0]}-{number}" for number, row in enumerate(rows)]


@pytest.mark.parametrize(("code", "toml", "place", "hint"), FINDINGS, ids=_ids(FINDINGS))
def test_a_finding(tmp_path, code, toml, place, hint):
    result = load(write(tmp_path, toml))
    found = [one for one in result.diagnostics if one.code == code]
    assert found, result.diagnostics
    assert result.pack is None
    if place is not None:
        assert place in [marked(one.spot) for one in found]
    assert any(hint in one.hint for one in found), [one.hint for one in found]


ON_DISK = {"F101", "F102", "F103", "F104", "F105", "F106", "F107", "F108", "F109"}


def test_every_code_has_a_test():
    assert {code.code for code in CODES} == {row[0] for row in FINDINGS} | ON_DISK
    assert all(code.cure and code.title for code in CODES)


# These must be all that is said: one cause, one finding.
ALONE = [row for row in FINDINGS if row[0] not in {"R101", "K102", "K107"}]


@pytest.mark.parametrize(("code", "toml", "place", "hint"), ALONE, ids=_ids(ALONE))
def test_one_cause_gives_one_finding(tmp_path, code, toml, place, hint):
    found = codes(load(write(tmp_path, toml)).diagnostics)
    assert found == [code]


def test_all_problems_of_all_files_in_one_run(tmp_path):
    folder = write(
        tmp_path,
        HEAD + GAZETTE + CLAIM.replace("alleged", "x").replace("two teachers", "six teachers"),
        a="x = [1",
        b=QUESTION.replace('"A gym"', "1"),
        c=SET.format('"nothing"'),
    )
    found = load(folder).diagnostics
    # The unreadable part may define `nothing`, so that it is not called unknown.
    assert sorted(codes(found)) == ["K103", "K104", "Q101", "T101"]


def test_a_table_with_a_mistake_is_still_known_to_others(tmp_path):
    folder = write(tmp_path, claim("alleged", "x") + SET.format('"canteen"'))
    assert codes(load(folder).diagnostics) == ["K104"]


def test_a_missing_key_that_slipped_into_the_quote(tmp_path):
    quotes = QUOTES.replace('status = "alleged"\n', "") + 'status = "alleged"\n'
    (found,) = load(write(tmp_path, HEAD + GAZETTE + quotes)).diagnostics
    assert found.code == "K102"
    assert marked(found.others[0]) == "status"
    assert f"line {found.others[0].line}" in found.hint


def test_the_second_of_two_equal_ids_is_marked_and_the_first_shown(tmp_path):
    (found,) = load(write(tmp_path, MINIMAL, more=CLAIM)).diagnostics
    assert found.spot.path.name == "more.toml"
    assert [other.path.name for other in found.others] == ["pack.toml"]


def test_a_quote_from_another_article_is_told_where_it_stands(tmp_path):
    second = GAZETTE.replace('"gazette"', '"mirror"').replace("gazette.txt", "mirror.txt")
    (tmp_path / "mirror.txt").write_text("The canteen is closed, says the Mirror.")
    quotes = QUOTES + 'article = "mirror"\n'
    (found,) = load(write(tmp_path, HEAD + GAZETTE + second + quotes)).diagnostics
    assert (found.code, found.hint) == ("Q102", 'Write `article = "gazette"`.')


def test_an_article_whose_name_is_misspelt_is_guessed(tmp_path):
    toml = MINIMAL.replace('"gazette.txt"', '"texts/gazete.txt"')
    folder = write(tmp_path, toml)
    (folder / "texts").mkdir()
    (folder / "gazette.txt").rename(folder / "texts" / "gazette.txt")
    (found,) = load(folder).diagnostics
    assert (found.code, found.hint) == ("F107", "Did you mean `texts/gazette.txt`?")


def test_a_quote_without_its_article_is_told_where_it_stands(tmp_path):
    second = GAZETTE.replace('"gazette"', '"mirror"').replace("gazette.txt", "mirror.txt")
    (tmp_path / "mirror.txt").write_text("The canteen is closed, says the Mirror.")
    (found,) = load(write(tmp_path, HEAD + GAZETTE + second + CLAIM)).diagnostics
    assert found.code == "R107"
    assert found.hint.startswith("It stands in `gazette`.")
    assert 'article = "gazette"' in found.hint
