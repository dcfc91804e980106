"""Every rule: a pack that breaks it and nothing else, and the place that is shown."""

from pathlib import Path

import checking_scenarios
import pytest

from quizgame.checking.check import check
from quizgame.checking.report import Checked, passes, summary
from quizgame.checking.table import RULES
from quizgame.packs.items import CLAIM_KINDS, QUESTION_KIND
from quizgame.packs.load import load

REPOSITORY = Path(__file__).resolve().parents[2]
ARTICLE = (
    "According to two teachers, the canteen “closes in May”. The head denies it, she said today.\n"
    "The council voted on Friday to build a gym. " + "A gym is good for all of us. " * 30 + "\n"
    "The japs won the game on Sunday, he said.\n"
)
HEAD = """\
format = 1
[pack]
id = "school"
title = "The school paper"
as_of = 2026-11-20
parties = ["Head"]
[[article]]
id = "gazette"
file = "gazette.txt"
outlet = "School Gazette"
published = 2026-11-12
"""
SAID = "According to two teachers, the canteen"
LONG = "A gym is good for all of us. "
VOTED = "The council voted on Friday"


def claim(name, status="alleged", quote=SAID, more="", text=None):
    return (
        f"[[claim]]\nid = '{name}'\ntext = '{text or name + ' is a claim'}'\nstatus = '{status}'\n"
        f"{more}\nquote = '''{quote}'''\n"
    )


def quotes(name, status, *tables):
    text = "\n".join(f"[[claim.quote]]\n{table}" for table in tables)
    return f"[[claim]]\nid = '{name}'\ntext = '{name} is a claim'\nstatus = '{status}'\n{text}\n"


def question(name, answer="One", wrong=("Two", "Three"), more="", ask=None, quote=SAID):
    options = ", ".join(option if option[0] == "{" else f"'{option}'" for option in wrong)
    return (
        f"[[question]]\nid = '{name}'\nask = '{ask or name + '?'}'\nanswer = '{answer}'\n"
        f"wrong = [{options}]\n{more}\n" + (f"quote = '{quote}'\n" if quote else "")
    )


def article(name, file="gazette.txt", more="published = 2026-11-12"):
    return f"[[article]]\nid = '{name}'\nfile = '{file}'\noutlet = '{name}'\n{more}\n"


def retold(why):
    """A claim in two articles that retell one report."""
    tables = [
        f"text='The council voted. It'\narticle='{name}'\nid='q-{name}'" for name in ("b", "c")
    ]
    text = quotes("a", "confirmed", *tables).replace("status =", f"why = '{why}'\nstatus =")
    return "".join(article(n, "other.txt", "dated='May'\nreport='x'") for n in "bc") + text


def left_out(quote):
    return f"[[left_out]]\ntext = '''{quote}'''\nbecause = 'So.'\n"


def items(*names):
    listed = ", ".join(f"'{name}'" for name in names)
    return f"[[set]]\nid = 'the-set'\ntitle = 'The set'\nitems = [{listed}]\n"


def set_of(name, *names, more=""):
    listed = ", ".join(f"'{one}'" for one in names)
    return f"[[set]]\nid = '{name}'\ntitle = 'A set'\nitems = [{listed}]\n{more}\n"


def course(*parts):
    return f"[[course]]\nid = 'course'\ntitle = 'A course'\nparts = {list(parts)}\n"


def scenario(*scenes, more=""):
    text = "\n".join(f"[[scenario.scene]]\n{scene}" for scene in scenes)
    return f"[[scenario]]\nid = 'desk'\ntitle = 'Desk'\nstart = 'a'\n{more}\n{text}\n"


GOES = "[[scenario.scene.choice]]\nid = '{0}-{1}'\ntext = 'Go'\ngoes = '{1}'"
END = "id = 'end'\nending = 'Done.'\ngrade = 'fair'"
WAY = "id = 'a'\n" + GOES.format("a", "end")

BEFORE, AFTER = 'test = "before"', 'test = "after"'

BROKEN = {
    "C101": (claim("a", text="x" * 91), "x"),
    "C102": (claim("a", more=f"why = '{'x' * 120}yz'"), "yz"),
    "C103": (claim("a", more=f"headline = '{'x' * 60}end'"), "end"),
    "C104": (question("a", quote=LONG * 21), None),
    "C105": (claim("a", quote="two teachers"), "'''two teachers'''"),
    "C106": (claim("a", text="It is so.") + claim("b", text="it is SO"), "'it is SO'"),
    "C107": (question("a", ask="Why?") + question("b", ask="why?"), "'why?'"),
    "C108": (claim("a", quote="\n  The japs won the game on Sunday"), "japs"),
    "C110": (claim("a", quote=LONG * 20, more=f"why = '{'x ' * 59}'"), f"'''{LONG * 20}'''"),
    "C109": (claim("a", text='The "regime" is called a regime'), "regime"),
    "C111": (claim("a", quote="A gym is good for all of us."), None),
    "C112": (claim("a", text="Teachers said that it closes"), "said that"),
    "C201": (question("a", wrong=("Two", "one!")), "'one!'"),
    "C202": (question("a", wrong=("Two",)), "['Two']"),
    "C203": (question("a", wrong=("Two", "None of the above")), "'None of the above'"),
    "C204": ("".join(question(f"q{n}", answer="The longest") for n in range(5)), "'The longest'"),
    "C205": (question("a", answer="One that is much too long"), "'One that is much too long'"),
    "C206": (question("a", ask="What has not closed?"), "not"),
    "C207": (question("a", wrong=("Two", "It never closes")), "never"),
    "C208": (question("a", ask="It is an", answer="Owl", wrong=("Cat", "Dog")), "'It is an'"),
    "C209": (question("a", wrong=("Two", "{ text = 'Six', because = 'six.' }")), "'six.'"),
    "C210": (
        "".join(question(f"q{n}", "One", wrong=("That it", "That he")) for n in range(5)),
        "'One'",
    ),
    "C301": (quotes("a", "confirmed", f"text='{VOTED}'\nrole='checks'\nwho='head'"), "'head'"),
    "C302": (claim("a", status="denied"), "'denied'"),
    "C303": (quotes("a", "alleged", f"text='{VOTED}'\nrole='rejects'"), "'rejects'"),
    "C304": (claim("a", more="contrast = 'b'") + claim("b"), "'b'"),
    "C305": (retold("Two papers say so."), "Two papers"),
    "C306": (article("b", "copy.txt"), None),
    "C307": (article("b", "other.txt", "dated = 'May'\nreport = 'x'"), "'x'"),
    "C308": (quotes("a", "alleged", f"text='{SAID}'\nwho='She'"), "'She'"),
    "C309": (
        quotes("a", "alleged", f"text='{SAID}'\nwho='The head'")
        + quotes("b", "alleged", f"text='{SAID}'\nwho='head'"),
        "'head'",
    ),
    "C310": (claim("a", more="also_accept = ['denied', 'alleged']"), "'alleged'"),
    "C311": (claim("a", more="also_accept = ['confirmed']"), "['confirmed']"),
    "C312": (quotes("a", "alleged", f"text='{SAID} “closes in May”'\nretold=['closes in May']"),
             "'closes in May'"),
    "C313": (quotes("a", "alleged", f"text='{SAID} “closes in May”'\nexact=['closes in May']"),
             "['closes in May']"),
    "C401": (scenario(WAY, END, more="as_of = 2026-11-21"), "2026-11-21"),
    "C402": (article("b", "other.txt", ""), "[[article]]"),
    "C403": (claim("a", more="why = 'It closed in 2027.'"), "2027"),
    "C404": (article("b", "other.txt", "dated = 'to be filled in'"), "'to be filled in'"),
    "C501": (
        "".join(claim(name) for name in "abcd") + items(*"abcd"),
        "['a', 'b', 'c', 'd']",
    ),
    "C502": (claim("a") + items("a", "a?five-way"), "'a?five-way'"),
    "C503": (
        quotes("a", "alleged", f"text='{SAID}'\nwho='Cooks'\nsource='two teachers'")
        + items("a?source"),
        "'a?source'",
    ),
    "C504": ("".join(claim(f"c{n}") for n in range(10)), None),
    "C505": ("".join(claim(f"c{n}", more=f"skill = '{skill}'")
                     for n, skill in enumerate(["word"] * 4 + ["hedge"])), None),
    "C510": (claim("a") + set_of("s", "a", more=BEFORE), '"before"'),
    "C511": (claim("a") + claim("b") + set_of("s", "a", more=BEFORE)
             + set_of("t", "b?five-way", more=AFTER), "['b?five-way']"),
    "C512": (claim("a") + claim("b") + set_of("s", "a", more=BEFORE) + set_of("t", "b", more=AFTER)
             + set_of("u", "a") + course("u"), "'a'"),
    "C513": (claim("a") + set_of("s", "a") + course("s", "s"), "'s'"),
    "C601": (claim("a", more="skill = 'word'") + claim("b"), "[[claim]]"),
    "C602": (question("a", more="why = 'So.'") + question("b"), "[[question]]"),
    "C603": (claim("a", more="lifts = 'A check.'") + claim("b"), "[[claim]]"),
    "C604": (claim("a") + left_out(VOTED) + left_out(LONG * 30)
             + left_out("The japs won the game on Sunday, he said."), '"gazette.txt"'),
    "C605": (question("a", quote=None), "[[question]]"),
    "C606": ("", None),
    **checking_scenarios.BROKEN,
}  # fmt: skip


def checked(folder, toml):
    folder.mkdir(exist_ok=True)
    (folder / "gazette.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "other.txt").write_text("The council voted. It is a long story.", encoding="utf-8")
    (folder / "copy.txt").write_text(ARTICLE[:150] + " So says the Mirror.", encoding="utf-8")
    # Where a rule is about something else, there is still something to play.
    asks = "[[claim]]" in toml or "[[question]]" in toml or not toml
    filler = "" if asks else quotes("z", "alleged", f"text='{SAID}'\narticle='gazette'")
    (folder / "pack.toml").write_text(HEAD + filler + toml, encoding="utf-8")
    loaded = load(folder)
    assert loaded.diagnostics == ()
    return Checked(folder, loaded.pack, check(loaded))


def marked(spot):
    line = spot.path.read_text("utf-8").split("\n")[spot.line - 1]
    return line[spot.column - 1 : spot.end_column - 1]


@pytest.mark.parametrize("code", BROKEN)
def test_a_pack_that_breaks_one_rule(tmp_path, code):
    toml, place = BROKEN[code]
    found = checked(tmp_path, toml).diagnostics
    assert [one.code for one in found] == [code]
    if place is not None:
        assert marked(found[0].spot) == place
    assert found[0].hint
    assert found[0].severity == {rule.code.code: rule.code.severity for rule in RULES}[code]


def test_every_rule_has_its_test_and_its_own_code():
    listed = [rule.code.code for rule in RULES]
    assert len(set(listed)) == len(listed)
    assert set(BROKEN) == set(listed)


def test_the_minimal_pack_is_clean(tmp_path):
    one = checked(tmp_path, claim("a"))
    assert one.diagnostics == ()
    assert passes([one], strict=True)


GOOD = [
    claim("a", text="x" * 90, more=f"why = '{'x' * 120}'\nheadline = '{'y' * 60}'"),
    claim("a", text="x" * 80),
    claim("a", text='He calls it a "regime"'),
    "".join(question(f"q{n}", answer="The longest") for n in range(4)),
    claim("a", text="Teachers \"said that\" in public"),
    claim("a", quote="to build a gym. A gym is good for all of us."),
    question("a", answer="One of the teachers there", wrong=("Two of them", "Three of them")),
    question("a", ask="What has NOT closed?") + question("b", ask="Why has it not closed?"),
    question("a", ask="Who \"has not confirmed\" it?"),
    question("a", wrong=("Two", 'Who "never" came')),
    question("a", answer="Never", wrong=("Always", "At times")),
    question("a", ask="What is the canteen?", answer="A canteen", wrong=("The canteen", "A room")),
    question("a", ask="It is a/an", answer="Owl", wrong=("Cat", "Dog")),
    question("a", wrong=("Two", "{ text = 'Six', because = 'Six are not named.' }")),
    "".join(question(f"q{n}", wrong=("That it", "That he")) for n in range(4)),
    retold("Two papers, and one report: one source."),
    article("b", "other.txt"),
    "".join(article(name, "other.txt", "dated='May'\nreport='x'") for name in "bc"),
    quotes("a", "alleged", f"text='{SAID}'\nwho='Two teachers'")
    + quotes("b", "alleged", f"text='{SAID}'\nwho='Teachers'"),
    claim("a", more="also_accept = ['denied', 'analysis']"),
    claim("a", more="why = 'It closed in 2025, not in 2026.'"),
    quotes("a", "confirmed", f"text='{VOTED}'\nrole='checks'\nwho='The council'"),
    quotes("a", "denied", f"text='{SAID}'", "text='The head denies it, she'\nrole='rejects'"),
    claim("a", more="contrast = 'b'") + claim("b", more="contrast = 'a'"),
    claim("a") + claim("b", "confirmed") + claim("c") + claim("d", "confirmed") + items(*"abcd"),
    claim("a") + claim("b", "analysis") + claim("c") + items("a", "b", "c"),
    claim("a") + claim("b") + claim("c") + set_of("s", "a", more=BEFORE) + set_of("u", "c")
    + set_of("t", "b", more=AFTER) + course("u", "s"),
    *checking_scenarios.GOOD,
]  # fmt: skip


@pytest.mark.parametrize("toml", GOOD, ids=range(len(GOOD)))
def test_what_the_rules_leave_alone(tmp_path, toml):
    assert checked(tmp_path, toml).diagnostics == ()


def test_an_article_later_than_the_pack(tmp_path):
    toml = article("b", "other.txt", "published=2027-01-01")
    (found,) = checked(tmp_path, toml).diagnostics
    assert found.code == "C401"
    assert marked(found.spot) == "2027-01-01"


def test_a_broken_pack_is_told_only_what_broke_it(tmp_path):
    (tmp_path / "pack.toml").write_text(HEAD + claim("a", status="x", text="y" * 100))
    (tmp_path / "gazette.txt").write_text(ARTICLE, encoding="utf-8")
    assert [one.code for one in check(load(tmp_path))] == ["K104"]


def test_the_shipped_packs_are_clean():
    shipped = sorted((REPOSITORY / "content").glob("*/pack.toml"))
    assert shipped
    for path in shipped:
        assert check(load(path)) == ()


def test_the_kinds_that_sets_may_name_are_the_games():
    from quizgame.game.kinds import KINDS

    assert set(KINDS) == {*CLAIM_KINDS, QUESTION_KIND}


def test_the_closing_line_and_what_counts(tmp_path):
    good = checked(tmp_path / "good", claim("a") + question("q"))
    warned = checked(tmp_path / "warned", claim("a", text="x" * 91))
    noted = checked(tmp_path / "noted", claim("a", more="skill = 'word'") + claim("b"))
    assert summary([good]) == "1 pack, 1 claim, 1 question: no findings"
    assert summary([good, warned]) == "2 packs, 2 claims, 1 question: 1 warning"
    assert [passes([one], strict=False) for one in (good, warned, noted)] == [True, True, True]
    assert [passes([one], strict=True) for one in (good, warned, noted)] == [True, False, True]
