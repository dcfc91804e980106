"""A teacher's list: every dialect that spreadsheets write, and errors that name the line."""

from argparse import ArgumentParser
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.classroom import matching, roster
from quizgame.classroom.allowances import allowance
from quizgame.classroom.lesson import Pupil
from quizgame.commands import host, hosting
from quizgame.errors import QuizgameError, UsageError

WANTED = (Pupil("Jörg Weiß", "Red", 1.5), Pupil("Ana López", "Blue", 1.0))
LINES = ("name,team,extra time", "Jörg Weiß,Red,1.5", "Ana López,Blue,")


def read(text, encoding="utf-8"):
    return roster.read(text.encode(encoding), "list.csv")


def refused(text):
    with pytest.raises(QuizgameError) as raised:
        read(text) if isinstance(text, str) else roster.read(text, "list.csv")
    assert raised.value.hint
    return f"{raised.value.title}: {raised.value.message} {raised.value.hint}"


def names_of(text):
    return [pupil.name for pupil in read(text)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("headings", [True, False])
def test_every_dialect_gives_the_same_list(separator, end, encoding, headings):
    lines = LINES if headings else LINES[1:]
    text = end.join(line.replace(",", separator) for line in lines) + end
    assert read(text, encoding) == WANTED


@pytest.mark.parametrize(
    "text",
    [
        'sep=;\nname;team;extra time\n"Jörg Weiß";Red;1,5\nAna López;Blue;\n',
        "Extra time,Name,E-mail,Team\nx1.5,Jörg Weiß,a@b,Red\n,Ana López,,Blue\n",
        "Nachname;Vorname;Gruppe;Zeit\nWeiß;Jörg;Red;+50 %\nLópez;Ana;Blue;\n",
        "Name;Vorname;Team;Extra time\nWeiß;Jörg;Red;50%\nLópez;Ana;Blue;1\n",
        "Name;Surname;Team;Extra time\nJörg;Weiß;Red;1.5 x\nAna;López;Blue;\n",
        "Student's full name,Team (colour),Extra time (x)\nJörg Weiß,Red,1.5\nAna López,Blue,\n",
        "Student's last name,Student's first name,Team:,Additional time %\n"
        "Weiß,Jörg,Red,50%\nLópez,Ana,Blue,\n",
        "\n\nname,team,extra_time,,\n\n Jörg  Weiß , Red ,× 1.5,,\n\nAna López,Blue,,,\n,,,\n",
    ],
)
def test_other_headings_orders_and_ways_to_write_extra_time(text):
    assert read(text) == WANTED


def test_names_alone_are_enough():
    assert read("Jörg Weiß\nAna López\n") == (Pupil("Jörg Weiß"), Pupil("Ana López"))
    assert names_of('"Weiß, Jörg"\n"López, Ana"\n') == ["Weiß, Jörg", "López, Ana"]
    assert names_of('"O""Hara, Ana"\n\'=Ben\n') == ['O"Hara, Ana', "=Ben"]


def test_a_team_may_be_a_number_and_a_name_longer_than_a_nickname():
    long = "Maximiliane von Schwarzenberg-Sonnental"
    assert read(f"Ana,1\n{long},2\nBen,1") == (
        Pupil("Ana", "1"),
        Pupil(long, "2"),
        Pupil("Ben", "1"),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "list.csv has no line"),
        ("\n , \n", "list.csv has no line"),
        ("name,team\n", "headings alone"),
        ("team,extra time\nRed,1\n", "list.csv:1: no heading says `name`"),
        ("name,student\nA,B\n", "list.csv:1: two headings mean the name"),
        ("name,team\nAna,Red\n,Blue\n", "list.csv:3: the line has no name"),
        (
            "name\nAna\n\nWeiß, Jörg\n",
            'list.csv:4: "Jörg" stands under no heading'.replace('"J', '" J'),
        ),
        ("name,extra time\nAna,lots\n", 'list.csv:2: "lots" does not say'),
        ("name,extra time\nAna,0.5\n", 'list.csv:2: "0.5" does not say'),
        ("name,extra time\nAna,25\n", 'list.csv:2: "25" does not say'),
        ("name,extra time\nAna,125 %\n", 'list.csv:2: "125 %" does not say'),
        ("name,extra time\nAna,none\n", "`no limit`"),
        ("name\nAna\nBen\nana\n", "list.csv:4: ana stands in line 2 already"),
        ("name\n" + "x" * 41, "list.csv:2: It takes 41 columns"),
        ("name\n\u200b\n", "list.csv:2: Nothing of it can be shown"),
        ('name\n"Ana"x\n', "list.csv:2: "),
        ('name\n"Ana\n', "list.csv:"),
        ("Weiß,Jörg\nLópez,Ana\nRoss,Ben\n", '"Jörg" looks like first names'),
        ("Ana,1.5\nBen,\n", '"1.5" looks like extra time'),
        ("n\0ame", "no text"),
        (b"PK\x03\x04" + bytes(50), "Save it as CSV"),
        (b"\xff\xfe\x00", "no text"),
        (b"a\x81b", "no text"),
        (b"a" * (1 << 20) + b"a", "too large"),
        ("a\n" + "\n".join(f"n{n}" for n in range(1001)), "1,002 students"),
        ("name\n" + "x" * 200_000, "list.csv:2: "),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_cure(text, told):
    assert told in refused(text)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"no\.csv"):
        roster.load(tmp_path / "no.csv")
    (tmp_path / "list.csv").write_text("Ana\n", "utf-8")
    assert roster.load(tmp_path / "list.csv") == (Pupil("Ana"),)


@given(st.binary(max_size=80))
def test_no_bytes_make_more_than_an_error(data):
    try:
        pupils = roster.read(data, "list.csv")
    except QuizgameError as error:
        cure, pupils = error.hint, ()
    assert pupils or cure
    assert all(pupil.name and pupil.allowance >= 1 for pupil in pupils)


@pytest.mark.parametrize(
    ("text", "much"),
    [
        ("", 1), ("1", 1), ("1.5", 1.5), ("1,25", 1.25), ("x2", 2), ("2 ×", 2), ("* 3", 3),
        ("10", 10), ("25%", 1.25), ("+50 %", 1.5), ("+150%", 2.5), ("No limit", inf),
        ("unlimited", inf),
    ],
)  # fmt: skip
def test_extra_time_is_understood(text, much):
    assert allowance(text) == much


@pytest.mark.parametrize("text", ["0", "0.9", "11", "-1", "nan", "1e3", "none", "no", "yes", "x"])
def test_extra_time_that_could_mean_two_things_is_not_guessed(text):
    with pytest.raises(UsageError):
        allowance(text)


CLASS = tuple(
    Pupil(name)
    for name in (
        "Jörg Müller",
        "Weiß, Ana",
        "Anne-Marie O'Neil",
        "李小龙",
        "Łukasz Żak",
        "Søren Dal",
    )
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Jörg Müller", 0), ("jorg muller", 0), ("MÜLLER, JÖRG", 0), ("Joerg  Mueller", 0),
        ("ana weiss", 1), ("Ana Weiß", 1), ("anne marie oneil", 2), ("O’Neil, Anne-Marie", 2),
        ("李小龙", 3), ("lukasz zak", 4), ("Soren Dal", 5), ("soeren dal", 5),
    ],
)  # fmt: skip
def test_matching_forgives_case_accents_order_and_spaces(typed, meant):
    assert matching.find(typed, CLASS) is CLASS[meant]


@pytest.mark.parametrize("typed", ["", " ", "Jörg", "Müller", "Ana Weiß Müller", "-", "\u0301"])
def test_nobody_is_guessed(typed):
    with pytest.raises(UsageError, match="not on the list"):
        matching.find(typed, CLASS)


def test_between_two_none_is_picked_and_neither_is_told():
    alike = (Pupil("Jörg Weiss"), Pupil("Jorg Weiß"), Pupil("Wei Li"), Pupil("Li Wei"))
    for typed in ("weiss jorg", "WEIß, jôrg", "wei, li"):
        with pytest.raises(UsageError, match="more than one") as raised:
            matching.find(typed, alike)
        assert "Wei" not in f"{raised.value} {raised.value.hint}"
    for pupil in alike:
        assert matching.find(pupil.name, alike) is pupil
    assert matching.find("wei li", alike) is alike[2]


def test_the_teams_of_a_roster_are_those_of_the_lesson(tmp_path):
    file = tmp_path / "class.csv"
    file.write_text("name,team\nAda,Red\nBo,Blue\nCy,Red\nDi,\n", "utf-8")
    parser = ArgumentParser()
    host.options(parser)
    settings = hosting.settings_of(parser.parse_args(["--roster", str(file)]))
    assert settings.teams == ("Red", "Blue")
    settings = hosting.settings_of(parser.parse_args(["--roster", str(file), "--teams", "A,B"]))
    assert settings.teams == ("A", "B")
