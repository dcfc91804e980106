"""`quizgame new`: a pack that plays at once, and nothing overwritten."""

import os
import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgame import cli, places
from quizgame.checking.check import check
from quizgame.errors import UsageError
from quizgame.game.kinds import KINDS
from quizgame.packs.beginning import begin
from quizgame.packs.guesses import guess
from quizgame.packs.load import load

ARTICLE = (
    "Town Mirror\nCanteen stays open\n\n12 November 2026\nThe head says “no”.\r\n© 2026 The Mirror"
)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mirror.txt").write_bytes(ARTICLE.encode())
    return tmp_path


def new(capsys, *args):
    code = cli.main(["new", *map(str, args)])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_a_new_pack_plays_at_once_and_passes_a_strict_check(here, capsys):
    code, out, err = new(capsys, "school-paper")
    assert (code, err) == (0, "")
    assert "quizgame preview school-paper" in out
    loaded = load(here / "school-paper")
    assert check(loaded) == ()
    pack = loaded.pack
    assert (pack.id, pack.title) == ("school-paper", "School paper")
    assert "first-session" in pack.sets
    assert {quote.status for c in pack.claims.values() for quote in c.quotes} >= {
        *("confirmed", "alleged", "denied", "analysis")
    }
    assert all(list(KINDS[kind].items(pack)) for kind in ("two-way", "five-way", "choice"))


def test_the_example_can_be_deleted(here, capsys):
    new(capsys, "school")
    for name in ("example.toml", "example.txt"):
        (here / "school" / name).unlink()
    assert [one.code for one in check(load(here / "school"))] == ["C606"]


def test_editors_find_the_schemas_that_the_files_name(here, capsys):
    new(capsys, "school", "--article", "mirror.txt")
    for name in ("pack.toml", "example.toml"):
        first = (here / "school" / name).read_text(encoding="utf-8").split("\n")[0]
        path = here / "school" / first.removeprefix("#:schema ./")
        assert '"$schema"' in path.read_text(encoding="utf-8")


def test_articles_are_copied_as_they_are_and_guesses_stand_in_comments(here, capsys):
    code, _, _ = new(capsys, "school", "--article", "mirror.txt")
    assert code == 0
    assert (here / "school" / "mirror.txt").read_bytes() == ARTICLE.encode()
    toml = (here / "school" / "pack.toml").read_text(encoding="utf-8")
    assert 'Perhaps "The Mirror"?' in toml
    assert '# title = "Town Mirror"' in toml
    assert "# published = 2026-11-12   # line 4: 12 November 2026\n" in toml
    (table,) = tomllib.loads(toml)["article"]
    assert table == {
        "id": "mirror",
        "file": "mirror.txt",
        "outlet": "to be filled in",
        "dated": "to be filled in",
    }
    assert {one.code for one in check(load(here / "school"))} == {"C404"}
    assert cli.main(["check", "school", "--strict"]) == 0


def test_articles_that_the_pack_may_read_stay_where_they_are(here, capsys, monkeypatch):
    shelf = here / "shelf"
    shelf.mkdir()
    (shelf / "known.txt").write_text("A known article, that is long enough.")
    monkeypatch.setattr(places, "articles", lambda: iter([places.Place(shelf, "a test")]))
    (here / "school").mkdir()
    (here / "school" / "inside.txt").write_text("Another one, in the folder.")
    new(capsys, "school", "--article", shelf / "known.txt", here / "school" / "inside.txt")
    loaded = load(here / "school")
    assert loaded.pack.articles["known"].text == "A known article, that is long enough."
    assert loaded.pack.articles["inside"].text == "Another one, in the folder."
    assert not (here / "school" / "known.txt").exists()


def test_articles_of_one_name_and_names_that_would_be_read_as_packs(here, capsys):
    for name in ("a/x.txt", "b/x.txt", "b/x.toml", "example.txt", "b/.hidden", "b/long name é.md"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(f"[text] of {name}")
    files = ["a/x.txt", "b/x.txt", "b/x.toml", "example.txt", "b/.hidden", "b/long name é.md"]
    code, _, err = new(capsys, "school", "--article", *files)
    assert (code, err) == (0, "")
    loaded = load(here / "school")
    texts = [article.text for article in loaded.pack.articles.values()]
    assert [text for text in texts if text.startswith("[text]")] == [
        f"[text] of {name}" for name in files
    ]


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["pack.toml", "example.txt", "schema/pack.json", "mirror.txt"])
def test_nothing_is_overwritten(here, capsys, name):
    (here / "school" / name).parent.mkdir(parents=True)
    (here / "school" / name).write_text("mine")
    before = everything(here)
    code, out, err = new(capsys, "school", "--article", "mirror.txt")
    assert (code, out) == (2, "")
    assert f"{name} is there already" in err.replace(os.sep, "/")
    assert everything(here) == before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.txt", None, "cannot be read"),
        ("latin.txt", "é".encode("latin-1"), "not UTF-8"),
        ("empty.txt", b" \n", "is empty"),
        (".", None, "a folder"),
    ],
)
def test_an_article_that_cannot_be_used_leaves_nothing_behind(here, capsys, name, content, said):
    if content is not None:
        (here / name).write_bytes(content)
    code, out, err = new(capsys, "school", "--article", "mirror.txt", name)
    assert (code, out) == (2, "")
    assert said in err
    assert not (here / "school").exists()


def test_a_folder_that_cannot_be_made(here, capsys):
    code, _, err = new(capsys, "mirror.txt")
    assert code == 2
    assert "Nothing was written" in err
    code, _, err = new(capsys, "mirror.txt/school")
    assert code == 2


@pytest.mark.skipif(os.name != "posix", reason="needs links")
@pytest.mark.parametrize("name", ["loop", "loop/school"])
def test_links_that_lead_in_a_circle(here, capsys, name):
    (here / "loop").symlink_to("loop")
    code, _, err = new(capsys, name, "--article", "mirror.txt")
    assert (code, "Nothing was written" in err) == (2, True)
    code, _, err = new(capsys, "school", "--article", "loop")
    assert (code, "cannot be used" in err) == (2, True)


def test_what_was_begun_is_taken_back(here, monkeypatch):
    from quizgame.packs import skeleton

    real = skeleton.files
    monkeypatch.setattr(skeleton, "files", lambda *args: {**real(*args), "pack.toml/folder": "x"})
    with pytest.raises(UsageError):
        begin(here / "far" / "school")
    assert not (here / "far").exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(
    name=st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), max_size=20),
    text=st.text("a'\"\\\n\r\t\x1b#é©12. -/May", min_size=1, max_size=60),
)
def test_any_name_and_any_article_make_a_pack_that_loads(tmp_path_factory, name, text):
    root = tmp_path_factory.mktemp("new")
    folder = root / (name if name.strip(". ") and len(name.encode()) < 200 else "x")
    (root / "article.txt").write_bytes(text.encode())
    if not text.strip():
        with pytest.raises(UsageError):
            begin(folder, [root / "article.txt"])
        return
    begin(folder, [root / "article.txt"])
    loaded = load(folder)
    assert loaded.pack is not None, loaded.diagnostics
    assert {one.severity for one in check(loaded)} <= {"note"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x\n25.10.2024, 04:30", "2024-10-25"),
        ("12:08 PM EDT, October 29, 2024", "2024-10-29"),
        ("On 3 Oct. 2024", "2024-10-03"),
        ("2024-02-31 then 2024-03-01", "2024-03-01"),
        ("In 2024 nothing", "None"),
    ],
)
def test_dates_are_found(text, found):
    assert str(guess(text).date) == found


def test_a_title_is_the_first_line_however_lines_end():
    assert guess("Town Mirror\r\nThe mayor spoke.\r\n").title == "Town Mirror"


def test_the_last_paper_that_is_named_is_guessed():
    assert guess("© Agency | 12\ntext\n© conflict.example\n").outlet == "conflict.example"
    assert guess("see pic.twitter.com/x and gazette.example.org").outlet == "gazette.example.org"
    assert guess("A first sentence that is no title.").title == ""
