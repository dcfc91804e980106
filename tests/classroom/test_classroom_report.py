"""`quizgame report`: what is named, in which form, and that nothing hostile comes through."""

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from answer_samples import answered
from class_lesson import write_pack
from held_samples import answer, held, item
from report_samples import Class, question, simulated

from quizgame import cli
from quizgame.classroom import results
from quizgame.classroom.reporting import csv_out, grades_out, page
from quizgame.insight.classes.data import data
from quizgame.insight.classes.report import report
from quizgame.insight.classes.views import whole
from quizgame.saves import blocks, tables
from quizgame.saves.players import create
from quizgame.text import ASCII, UNICODE
from quizgame.wrapping import width

HOSTILE = (
    '=HYPERLINK("http://x")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title><b>",
    "&lt;b&gt;",
    "\x1b[2J\u202e",
    "[red]x[/]",
    "'=1",
    'name, with; "comma"\nand line',
)


@pytest.fixture
def saves(tmp_path, monkeypatch):
    folder = tmp_path / "saves"
    folder.mkdir()
    monkeypatch.setenv("QUIZGAME_SAVES", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def lesson(session="2026-11-25-1005", **settings):
    """Ana is right twice, Ben once; Cem answers nothing."""
    made = Class(session, **({"names": "free"} | settings))
    made.join("Ana", "Ben", "Cem")
    made.ask(question(1, because="A word is no check."), Ana="confirmed/sure", Ben="alleged/sure")
    made.reveal()
    made.ask(question(2), Ana="confirmed", Ben="confirmed")
    made.reveal()
    made.end()
    return made


def keep(folder, name, *answers):
    path = create(folder, name)
    made = b"".join(blocks.encode(*tables.to_table(answer)) for answer in answers)
    path.write_bytes(path.read_bytes() + made)
    return path


def run(capsys, *args):
    code = cli.main(["report", *map(str, args)])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def told(capsys, *args):
    code, out, err = run(capsys, *args, "--to", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_without_a_name_the_last_session_is_told(saves, capsys):
    lesson("2026-11-24-0900").keep(saves)
    lesson().keep(saves)
    code, out, err = run(capsys)
    assert (code, err) == (0, "")
    assert out.startswith("Class report: First lesson, 25 November 2026 (2026-11-25-1005)")
    for heading in ("IN SHORT", "ITEMS", "SKILLS AND BELIEFS", "STUDENTS", "HOW WELL"):
        assert heading in out
    assert "A word is no check." in out
    assert re.search(r"^Cem +answered nothing$", out, re.MULTILINE)


def test_the_ways_to_name_a_session_are_one_session(saves, capsys):
    folder = lesson().keep(saves)
    tickets = folder.with_name("tickets")
    tickets.mkdir()
    once = told(capsys, "2026-11-25-1005")
    assert told(capsys, folder, tickets) == once
    for named in (folder, folder / "journal.jsonl", "2026-11-*", "saves/classroom/*"):
        assert told(capsys, named) == once
    assert told(capsys, folder, "2026-11-25-1005", "2026-11-25-*") == once


def test_saves_and_a_session_count_nothing_twice(saves, capsys):
    lesson().keep(saves)
    item = question(1).id
    of_class = answered(item=item, right=True, chosen="confirmed", session="2026-11-25-1005")
    alone = answered("own", right=False, session="alone")
    path = keep(saves, "Ana", of_class, alone)
    copy = saves / "copy-123456.toml"
    copy.write_bytes(path.read_bytes())
    (saves / "keys.toml").write_text("[keys]\n", "utf-8")
    (saves / "ana-000000.notes.toml").write_text("", "utf-8")
    made = told(capsys, "2026-11-25-1005", "saves/*.toml", path)
    (ana,) = [one for one in made["students"] if one["student"] == "Ana"]
    assert (ana["answered"], ana["right"], ana["asked"]) == (3, 2, 3)
    assert ana["self_reported"] == {"right": 0, "answers": 1, "share": 0.0}
    assert [one["origin"] for one in made["sources"]] == ["class", "self-reported"]
    text = " ".join(run(capsys, "2026-11-25-1005", path)[1].split())
    assert "self-reported: 0 of 1" in text
    assert "1 answer is self-reported, 0 of them right." in text


def test_what_cannot_be_read_is_named_and_the_rest_is_told(saves, capsys):
    lesson().keep(saves)
    (saves / "bad-000000.toml").write_text("not a save", "utf-8")
    broken = saves / "classroom" / "2026-11-20-0900"
    broken.mkdir()
    (broken / "journal.jsonl").write_bytes(b"\xff\n")
    named = ("2026-11-25-1005", "saves/*.toml", broken, "2026-01-01-0000", "nothing*", "gone.toml")
    code, out, err = run(capsys, *named)
    assert code == 1
    assert "2026-11-25-1005" in out
    for part in ("bad-000000.toml", "2026-11-20-0900", "2026-01-01-0000", "nothing*", "gone.toml"):
        assert part in err
    assert "Traceback" not in err


@pytest.mark.parametrize("named", [[], ["x"], ["x*"], ["saves"], ["**x"], ["/"], ["a" * 3000]])
def test_nothing_to_tell_is_an_error_with_a_cure(saves, capsys, named):
    code, out, err = run(capsys, *named)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 2


def test_only_notes_are_nothing_to_report(saves, capsys):
    (saves / "keys.toml").write_text("", "utf-8")
    code, out, err = run(capsys, saves / "keys.toml")
    assert (code, out) == (2, "")
    assert "There is nothing to report" in err


def test_a_session_that_goes_on_is_told_so_far(saves, capsys):
    made = lesson()
    made.events.pop()
    made.keep(saves)
    code, out, err = run(capsys)
    assert code == 0
    assert "2026-11-25-1005 is not over" in err
    assert "ITEMS" in out


def test_a_damaged_line_is_named(saves, capsys):
    folder = lesson().keep(saves)
    lines = (folder / "journal.jsonl").read_bytes().splitlines(keepends=True)
    lines[2] = b"garbage\n"
    (folder / "journal.jsonl").write_bytes(b"".join(lines) + b'{"crc":"torn')
    code, out, err = run(capsys)
    assert code == 0
    assert "line 3" in err
    assert "Ana" in out


def test_a_file_is_written_in_the_form_of_its_name_and_never_over_another(saves, capsys, tmp_path):
    lesson().keep(saves)
    for name, begin in (
        ("r.csv", "\ufeffsession,"),
        ("r.html", "<!DOCTYPE html>"),
        ("r.json", "{"),
        ("r.txt", "Class report"),
    ):
        path = tmp_path / name
        code, out, _ = run(capsys, "-o", path)
        assert (code, out.strip()) == (0, f"Written: {path}")
        assert path.read_text("utf-8").startswith(begin)
        path.write_text("mine", "utf-8")
        code, _, err = run(capsys, "-o", path)
        assert (code, path.read_text("utf-8")) == (2, "mine")
        assert "--force" in err
        assert run(capsys, "-o", path, "--force")[0] == 0
        assert path.read_text("utf-8").startswith(begin)


def test_a_form_that_there_is_not_is_no_text_in_disguise(saves, capsys, tmp_path):
    lesson().keep(saves)
    code, out, err = run(capsys, "-o", tmp_path / "r.pdf")
    assert (code, out, (tmp_path / "r.pdf").exists()) == (2, "", False)
    assert "No form of it is called .pdf" in err
    assert run(capsys, "-o", tmp_path / "r.pdf", "--to", "html")[0] == 0


def test_a_roster_gathers_and_names_who_is_not_on_it(saves, capsys, tmp_path):
    lesson().keep(saves)
    lesson("2026-11-26-1005", began="2026-11-26T10:05:00+01:00").keep(saves)
    (tmp_path / "class.csv").write_text("name\nANA\nDora\n", "utf-8")
    made = told(capsys, "2026-11-*", "--roster", "class.csv")
    assert [one["student"] for one in made["students"]] == ["ANA", "Dora", "Ben", "Cem"]
    assert (made["students"][0]["right"], made["students"][0]["asked"]) == (4, 4)
    assert made["unlisted"] == ["Ben", "Cem"]
    assert not made["students"][1]["present"]
    _, out, _ = run(capsys, "2026-11-*", "--roster", "class.csv")
    assert "Not on the roster, or not surely one of it: Ben, Cem." in " ".join(out.split())
    code, out, err = run(capsys, "--roster", "missing.csv")
    assert (code, out) == (2, "")
    assert "missing.csv" in err


def test_the_grade_sheet_is_a_table_too(saves, capsys, tmp_path):
    lesson().keep(saves)
    keep(saves, "Ana", answered("own", right=False, session="alone"))
    (tmp_path / "class.csv").write_text("Ana\nDora\n", "utf-8")
    named = ("2026-11-*", "saves/*.toml", "--roster", "class.csv", "--to", "grades")
    _, out, _ = run(capsys, *named)
    rows = [list(row.values()) for row in csv.DictReader(io.StringIO(out))]
    assert out.splitlines()[0].split(",")[2:6] == [
        "2026-11-25-1005 right",
        "2026-11-25-1005 asked",
        "self-reported right",
        "self-reported asked",
    ]
    assert rows == [
        ["Ana", "1", "2", "2", "0", "1", "2", "3", "0.6667"],
        ["Dora", "1", "", "", "", "", "0", "0", ""],
        ["Ben", "0", "1", "2", "", "", "1", "2", "0.5000"],
        ["Cem", "0", "0", "2", "", "", "0", "2", "0.0000"],
    ]
    path = tmp_path / "grades.csv"
    assert run(capsys, *named, "-o", path)[0] == 0
    assert path.read_text("utf-8").startswith("\ufeffstudent,listed,")


def test_a_private_list_tells_who_had_which_given_name(saves, capsys, tmp_path):
    folders = [
        lesson(f"2026-11-2{day}-1005", names="given", began=f"2026-11-2{day}T10:05:00+01:00").keep(
            saves
        )
        for day in (5, 6)
    ]
    (tmp_path / "class.csv").write_text("Ana López\n", "utf-8")
    apart = told(capsys, "2026-11-*", "--roster", "class.csv")
    assert len(apart["students"]) == 7
    for folder in folders:
        (folder / "names.csv").write_text("name;who\nana;López, Ana\nnobody;Ben\n", "utf-8")
    made = told(capsys, "2026-11-*", "--roster", "class.csv")
    assert (made["students"][0]["student"], made["students"][0]["right"]) == ("Ana López", 4)
    assert {one["name"] for one in made["students"][0]["sessions"]} == {"Ana"}
    (folders[0] / "names.csv").write_text("Ana,Bo\nAna,Cy\n", "utf-8")
    code, out, err = run(capsys, "2026-11-*")
    assert (code, "Ben" in out) == (1, True)
    assert "names.csv:2: Ana is Bo already." in err


def hostile():
    """A report on students and items that are called what could do harm."""
    made = Class(names="free", title=HOSTILE[6], teams=(HOSTILE[0], HOSTILE[7]))
    for name in HOSTILE:
        made.join(name)
    for number, text in enumerate(HOSTILE, 1):
        asked = question(
            number,
            options=("right", text),
            because=text,
            statement=text,
            skill=text if number % 2 else "word",
        )
        made.ask(asked, **dict.fromkeys(HOSTILE, f"{text}/sure"))
        made.reveal()
    made.end()
    return report([results.held(made.events)])


def test_no_cell_of_a_table_is_a_formula():
    rows = list(csv.reader(io.StringIO(csv_out.table(hostile()))))
    assert {len(row) for row in rows} == {len(csv_out.COLUMNS)}
    assert len(rows) == 1 + len(HOSTILE) ** 2
    rows += csv.reader(io.StringIO(grades_out.table(hostile())))
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[=+\-@\t\r]", cell), cell
        assert "\x1b" not in cell
    assert '\'=HYPERLINK("http://x")' in {row[2] for row in rows}


class Walk(HTMLParser):
    """What a page is made of."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text, self.open = set(), set(), [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}
        self.values = [value for _, value in attrs]
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


TAGS = {
    "html", "head", "meta", "title", "style", "body", "section", "article", "h1", "h2", "h3", "p",
    "ul", "li", "b", "span", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "style", "scope"}


def test_no_name_becomes_markup_on_the_page():
    made = page.page(hostile())
    walk = Walk()
    walk.feed(made)
    walk.close()
    assert walk.open == []
    assert walk.tags <= TAGS
    assert {name for _, name in walk.attributes} <= ATTRIBUTES
    assert {tag for tag, name in walk.attributes if name == "style"} == {"span"}
    assert set(re.findall(r'style="([^"]*)"', made)) <= {f"width:{n}%" for n in range(101)}
    text = "".join(walk.text)
    assert "<script>alert(1)</script>" in text
    assert '"><img src=x onerror=alert(1)>' in text
    assert "\x1b" not in made
    assert "\u202e" not in made


def test_the_sheets_before_the_names_name_nobody(saves, capsys):
    made = lesson(names="free")
    made.keep(saves)
    path = keep(saves, "Zora", answered("own", session="alone"))
    _, out, _ = run(capsys, "2026-11-25-1005", path, "--to", "html")
    before, names = out.split('<section class="names">', 1)
    assert re.search("Ana|Ben|Cem|zora", before, re.IGNORECASE) is None
    assert "Zora" in names


def test_the_page_needs_nothing_else():
    made = page.page(hostile())
    assert "<script" not in made
    assert not re.search(r"(?:src|href|url|@import)\s*[=(:]", made.replace("src=x", ""))


@pytest.mark.parametrize("cells", [60, 80, 200])
@pytest.mark.parametrize("type", [UNICODE, ASCII])
def test_the_text_fits_and_shows_nothing_hostile(cells, type):
    every = [
        hostile(),
        report([results.held(simulated(31, [question(n) for n in range(1, 15)]).events)]),
    ]
    for made in every:
        lines = list(whole.text(made, type, cells))
        assert max(map(width, lines)) <= min(cells, whole.WIDEST)
        assert not any("\x1b" in line or "\u202e" in line for line in lines)
        if type is ASCII:
            assert all(line.isascii() for line in lines)


def test_all_forms_tell_the_same_figures():
    made = report([results.held(simulated(33, [question(n) for n in range(1, 5)]).events)])
    known = data(made)
    text = "\n".join(whole.text(made, UNICODE, 80))
    html = page.page(made)
    rows = list(csv.DictReader(io.StringIO(csv_out.table(made))))
    for one in known["items"]:
        share = f"{one['right']} of {one['answers']}"
        assert share in text
        assert share in html
        own = [row for row in rows if row["item"] == one["item"] and row["counts"] == "1"]
        assert (sum(row["right"] == "1" for row in own), len(own)) == (
            one["right"],
            one["answers"],
        )
    for student in known["students"]:
        own = [row for row in rows if row["student"] == student["student"]]
        assert sum(row["right"] == "1" for row in own) == student["right"]
    alpha = f"alpha is {known['measured'][0]['alpha']:.2f}"
    assert alpha in text
    assert alpha in html


def test_the_table_has_a_row_for_who_did_not_answer(saves, capsys):
    made = lesson()
    made.keep(saves)
    _, out, _ = run(capsys, "--to", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    cem = [row for row in rows if row["student"] == "Cem"]
    assert [(row["answered"], row["right"]) for row in cem] == [("0", "")] * 2
    (first, _) = [row for row in rows if row["student"] == "Ana"]
    assert (first["chosen"], first["text"], first["right"], first["confidence"]) == (
        "confirmed",
        "Confirmed",
        "1",
        "sure",
    )
    assert "seconds" not in first


def test_raised_hands_have_a_row_for_each_option_and_no_student():
    counts = ({"alleged": 9, "confirmed": 15}, {"alleged": 20, "confirmed": 4}, {"alleged": 24})
    talked = item(1, hands=counts, counted=2)
    untold = item(2, hands=({"confirmed": 3},), told=False)
    made = report([held([], [talked, untold, item(3)], [])])
    rows = list(csv.DictReader(io.StringIO(csv_out.table(made))))
    seen = [(r["vote"], r["counts"], r["chosen"], r["people"], r["right"]) for r in rows]
    assert seen == [
        ("1", "0", "alleged", "9", "1"),
        ("1", "0", "confirmed", "15", "0"),
        ("2", "1", "alleged", "20", "1"),
        ("2", "1", "confirmed", "4", "0"),
        ("3", "0", "alleged", "24", "1"),
        ("3", "0", "confirmed", "0", "0"),
        ("1", "0", "alleged", "0", "1"),
        ("1", "0", "confirmed", "3", "0"),
        ("", "", "", "0", ""),
    ]
    assert {row["student"] for row in rows} == {""}
    assert {(row["session"], row["origin"]) for row in rows} == {("s1", "class")}


def test_a_session_without_right_or_wrong_has_no_column_of_grades():
    scene = item(9, answers=(), kind="scene", settled="confirmed")
    story = held(["Ana"], [scene], [answer("Ana", scene, "confirmed", right=None)])
    asked = item(1)
    lesson = held(["Ana"], [asked], [answer("Ana", asked, "alleged", session="s2")], "s2")
    head, row = csv.reader(io.StringIO(grades_out.table(report([story, lesson]))))
    assert head == ["student", "listed", "s2 right", "s2 asked", "right", "asked", "share"]
    assert row == ["Ana", "", "1", "1", "1", "1", "1.0000"]


def test_what_only_saves_tell_is_described_by_the_pack(saves, capsys, tmp_path):
    packs = write_pack(tmp_path)
    about = {"status": "confirmed", "line": "Printed"}
    given = [
        answered(item=f"pier/{name}?two-way@gazette", chosen=chosen, right=right, **about)
        for name, chosen, right in (("closing", "alleged", False), ("gone", "confirmed", True))
    ]
    path = keep(saves, "Ana", *given)
    closing, gone = told(capsys, path, "--packs", packs)["items"]
    assert (closing["statement"], closing["key"]) == (
        "The council closes the old pier.", "CONFIRMED",
    )  # fmt: skip
    assert [(one["text"], one["count"]) for one in closing["choices"]] == [
        ("CONFIRMED", 0),
        ("ALLEGED", 1),
    ]
    assert closing["choices"][1]["because"]
    # What the pack does not have (any more) has its line, as without the pack.
    assert (gone["statement"], gone["key"], gone["right"]) == ("Printed", "confirmed", 1)
    assert told(capsys, path, "--packs", tmp_path / "none")["items"][0]["statement"] == "Printed"


def test_a_pack_that_changed_changes_no_result(saves, capsys, tmp_path):
    packs = write_pack(tmp_path)
    kept = answered(item="pier/closing?two-way@gazette", chosen="alleged", right=True)
    (item,) = told(capsys, keep(saves, "Ana", kept), "--packs", packs)["items"]
    assert (item["right"], item["key"]) == (1, "ALLEGED")
    assert [one["right"] for one in item["choices"]] == [False, True]


def test_lessons_of_one_day_and_title_are_told_apart_on_the_page():
    made = report([held(["Ana"], [item(1)], [], session) for session in ("s1", "s2")])
    html = page.page(made)
    assert "First lesson (s1)</span>" in html
    assert "First lesson (s2)</span>" in html
