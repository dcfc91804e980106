"""`quizgame draft`, from the articles to a pack that can be played."""

import json
import re
import tomllib

import pytest
from drafting_samples import RETOLD, TOWN
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgame import cli
from quizgame.checking.check import check
from quizgame.drafting.draft import draft
from quizgame.drafting.pack_files import files
from quizgame.packs import slurs
from quizgame.packs.load import load
from quizgame.packs.toml_text import basic, comment, literal, short

KEYS = {"sentence", "source", "cue", "content", "hedges", "suggests", "because"}
STATUSES = {"confirmed", "alleged", "denied", "analysis", "unknown"}


@pytest.fixture
def town(tmp_path):
    path = tmp_path / "town.txt"
    path.write_text(TOWN, encoding="utf-8")
    return path


def run(capsys, *args):
    code = cli.main(["draft", *map(str, args)])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def decide(folder):
    """Takes every suggestion, as an author who agrees with all of them would."""
    for path in folder.glob("claims-*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("# status = ", "status = "), encoding="utf-8")


def test_one_article_is_a_list(town, capsys):
    code, out, err = run(capsys, town, "--json")
    assert (code, err) == (0, "")
    listed = json.loads(out)
    assert len(listed) > 8
    for one in listed:
        assert set(one) == KEYS
        assert one["suggests"] in STATUSES
        for begin, end in [one["sentence"], *one["source"], *one["cue"], *one["content"]]:
            assert TOWN[begin:end] == TOWN[begin:end].strip() != ""
    assert TOWN[slice(*listed[0]["source"][0])] == "Mayor Ada Brook"


def test_offsets_count_the_raw_text(tmp_path, capsys):
    text = "\ufeff" + TOWN.replace("\n", "\r\n")
    path = tmp_path / "town.txt"
    path.write_bytes(text.encode())
    _, out, _ = run(capsys, path, "--json")
    with path.open(encoding="utf-8", newline="") as file:
        raw = file.read()
    assert raw == text
    assert raw[slice(*json.loads(out)[0]["cue"][0])] == "said"


def test_several_articles_are_an_object(town, tmp_path, capsys):
    other = tmp_path / "herald.txt"
    other.write_text(RETOLD, encoding="utf-8")
    value = json.loads(run(capsys, town, other, "--json")[1])
    assert [one["name"] for one in value["articles"]] == ["town", "herald"]
    assert value["versions"]


def test_the_report_is_readable(town, tmp_path, capsys):
    other = tmp_path / "herald.txt"
    other.write_text(RETOLD, encoding="utf-8")
    code, out, _ = run(capsys, town, other)
    assert code == 0
    assert "town: 10 attributed statements" in out
    assert "Ada Brook · alleged? (date)" in out
    assert "numbers: 90,000 / 80,000" in out
    assert "One report, told 2 times: town, herald." in out
    assert max(map(len, out.splitlines())) <= 78


def test_the_report_cleans_what_it_shows(tmp_path, capsys):
    path = tmp_path / "odd.txt"
    path.write_text("The \x1b[31mmayor\x1b[0m said it [b]rained[/b].", encoding="utf-8")
    code, out, _ = run(capsys, path)
    assert code == 0
    assert "\x1b" not in out
    assert "[b]rained[/b]" in out


def test_a_pack_waits_for_decisions_and_then_plays(town, tmp_path, capsys):
    folder = tmp_path / "pack"
    code, out, _ = run(capsys, town, "-o", folder)
    assert code == 0
    assert str(folder / "pack.toml") in out
    assert (folder / "articles" / "town.txt").read_text(encoding="utf-8") == TOWN
    undecided = load(folder)
    assert undecided.pack is None
    assert {one.code for one in undecided.diagnostics} == {"K108"}
    decide(folder)
    decided = load(folder)
    assert decided.diagnostics == ()
    assert [one for one in check(decided) if one.severity == "error"] == []
    assert decided.pack.articles["town"].title == "River baths may close"
    claims = (folder / "claims-town.toml").read_text(encoding="utf-8")
    assert claims.count("# Said in public?") == 1
    # The denial is quoted with the claim that it rejects, and drafted no second time.
    denied = [one for one in decided.pack.claims.values() if one.status == "denied"]
    assert [[quote.role for quote in one.quotes] for one in denied] == [["asserts", "rejects"]]
    assert len(decided.pack.claims) == 9
    assert "# published = 2026-11-12" in (folder / "pack.toml").read_text(encoding="utf-8")


def test_versions_become_quotes_of_one_claim(town, tmp_path, capsys):
    other = tmp_path / "herald.txt"
    other.write_text(RETOLD, encoding="utf-8")
    folder = tmp_path / "pack"
    run(capsys, town, other, "-o", folder)
    assert "# It differs in numbers: 90,000 / 80,000" in (folder / "claims-town.toml").read_text(
        encoding="utf-8"
    )
    decide(folder)
    pack = load(folder).pack
    assert {article.report for article in pack.articles.values()} == {"report-1"}
    assert {"town", "herald"} in [
        {quote.article for quote in claim.quotes} for claim in pack.claims.values()
    ]


def test_nothing_is_overwritten(town, tmp_path, capsys):
    folder = tmp_path / "pack"
    folder.mkdir()
    mine = folder / "claims-town.toml"
    mine.write_text("# mine", encoding="utf-8")
    code, _, err = run(capsys, town, "-o", folder)
    assert code == 2
    assert "claims-town.toml is there already" in err
    assert mine.read_text(encoding="utf-8") == "# mine"
    assert list(folder.iterdir()) == [mine]


def test_an_article_in_the_folder_stays_where_it_is(tmp_path, capsys):
    folder = tmp_path / "pack"
    folder.mkdir()
    inside = folder / "town.txt"
    inside.write_text(TOWN, encoding="utf-8")
    assert run(capsys, inside, "-o", folder)[0] == 0
    assert not (folder / "articles").exists()
    data = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    assert data["article"][0]["file"] == "town.txt"


def test_two_articles_of_one_name(town, tmp_path, capsys):
    other = tmp_path / "other" / "town.txt"
    other.parent.mkdir()
    other.write_text(RETOLD, encoding="utf-8")
    folder = tmp_path / "pack"
    assert run(capsys, town, other, "-o", folder)[0] == 0
    decide(folder)
    assert set(load(folder).pack.articles) == {"town", "town-2"}


def test_a_folder_that_cannot_be_made(town, tmp_path, capsys):
    code, _, err = run(capsys, town, "-o", town / "pack")
    assert code == 2
    assert "Nothing was written" in err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"caf\xe9 said the mayor", "not UTF-8"),
        ("The mayor said no.".encode("utf-16"), "UTF-16"),
        (b"", "no words"),
        (b" \n\t...\n", "no words"),
        (b"\x7fELF\x02\x01\x01\x00\x00 said", "no text"),
        (b"The mayor\x01\x02 said no.", "control characters"),
        (b"The mayor said no. " * 60_000, "more than 1,000,000"),
    ],
    ids=["latin-1", "utf-16", "empty", "blank", "binary", "controls", "huge"],
)
def test_what_is_no_article_is_refused(tmp_path, capsys, content, message):
    path = tmp_path / "x.txt"
    path.write_bytes(content)
    code, out, err = run(capsys, path, "--json")
    assert (code, out) == (2, "")
    assert message in err
    assert str(path) in err


def test_a_file_that_is_not_there(tmp_path, capsys):
    for path in (tmp_path / "none.txt", tmp_path):
        code, _, err = run(capsys, path)
        assert code == 2
        assert "An article cannot be drafted" in err


def test_an_article_without_statements(tmp_path, capsys):
    path = tmp_path / "quiet.txt"
    path.write_text("The baths opened in 1931.", encoding="utf-8")
    assert json.loads(run(capsys, path, "--json")[1]) == []
    code, out, _ = run(capsys, path)
    assert (code, "quiet: 0 attributed statements" in out) == (0, True)


def test_a_slur_is_never_shown(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(slurs, "pattern", lambda: re.compile("zork"))
    path = tmp_path / "x.txt"
    path.write_text(
        "The mayor said the zork fell. Weir said the old wall was wet.", encoding="utf-8"
    )
    _, out, _ = run(capsys, path)
    assert "zork" not in out
    folder = tmp_path / "pack"
    run(capsys, path, "-o", folder)
    text = (folder / "claims-x.toml").read_text(encoding="utf-8")
    assert "zork" not in text
    assert "# Line 1 is left out" in text
    assert "The old wall was wet." in text


PIECES = st.lists(
    st.sampled_from(
        [
            *('The mayor said "no".', "Weir denied '''that''' it rained.", "“A\\”, he said."),
            *("According to \x1b[0m them, {x} fell.", "Per said it's wet'", "Ada's claim that # x"),
            *("\n", "\r\n", " ", "#", "'''", '"""', "\\", "\u2028", "\u202e", "[[claim]]"),
        ]
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PIECES)
def test_whatever_stands_in_an_article_the_quotes_are_verbatim(tmp_path_factory, pieces):
    text = "".join(pieces)
    made = files(draft([("x", text)]), "Odd \x1b name", ["x.txt"])
    for content in made.values():
        decided = tomllib.loads(content.replace("# status = ", "status = "))
        for claim in decided.get("claim", []):
            assert claim["status"] in STATUSES
            for quote in claim["quote"]:
                assert quote["text"] in text
                for key in ("source", "cue"):
                    assert quote.get(key, "") in quote["text"]
                assert all(hedge in quote["text"] for hedge in quote.get("hedges", []))


@given(st.text())
def test_any_text_survives_as_toml(text):
    for written in (literal(text), basic(text), short(text)):
        assert tomllib.loads(f"x = {written}")["x"] == text
    assert tomllib.loads(f"# {comment(text)}\nx = 1") == {"x": 1}
