import gc
from datetime import date

import pytest
from packs_samples import ARTICLE, CLAIM, GAZETTE, HEAD, MINIMAL, QUESTION, codes, write

from quizgame import places
from quizgame.packs.load import load
from quizgame.packs.pack import Option


def loaded(folder, toml=MINIMAL, **parts):
    result = load(write(folder, toml, **parts))
    assert result.diagnostics == ()
    assert result.pack is not None
    return result.pack


def test_the_least_that_plays(tmp_path):
    pack = loaded(tmp_path, MINIMAL.replace('id = "canteen"\n', ""))
    claim = pack.claims["the-canteen-closes-in-may"]
    assert claim.headline == claim.text == "The canteen closes in May."
    (quote,) = claim.quotes
    assert (quote.id, quote.article, quote.status, quote.role) == (
        "gazette",
        "gazette",
        "alleged",
        "asserts",
    )
    begin, end = quote.at
    assert ARTICLE[begin:end] == "According to two teachers, the canteen “closes in May”."


def test_an_article_keeps_its_raw_text_and_tells_its_date(tmp_path):
    article = loaded(tmp_path).articles["gazette"]
    assert article.text == ARTICLE
    assert article.published == date(2026, 11, 12)
    assert article.dated == "12 November 2026"


@pytest.mark.parametrize(
    ("date_lines", "dated"),
    [
        ("published = 2024-10-05", "5 October 2024"),
        ('dated = "about 18 October 2024"', "about 18 October 2024"),
        ('published = 2024-10-05\ndated = "in autumn"', "in autumn"),
        ("", "date not printed"),
    ],
)
def test_the_authors_words_come_before_the_date(tmp_path, date_lines, dated):
    toml = MINIMAL.replace("published = 2026-11-12", date_lines)
    assert loaded(tmp_path, toml).articles["gazette"].dated == dated


def test_line_ends_of_articles_are_not_translated(tmp_path):
    folder = write(tmp_path)
    (folder / "gazette.txt").write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    assert load(folder).pack.articles["gazette"].text == ARTICLE.replace("\n", "\r\n")


def test_parts_are_read_in_order_wherever_they_are(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.toml").write_text(QUESTION.replace('"gym"', '"third"'))
    pack = loaded(tmp_path, HEAD + GAZETTE, z=QUESTION.replace('"gym"', '"last"'), a=QUESTION)
    assert list(pack.questions) == ["gym", "third", "last"]


def test_a_pack_may_be_a_single_file(tmp_path):
    write(tmp_path)
    (tmp_path / "pack.toml").rename(tmp_path / "one.toml")
    assert load(tmp_path / "one.toml").pack.id == "school"


def test_naming_pack_toml_means_its_folder(tmp_path):
    write(tmp_path, questions=QUESTION)
    assert list(load(tmp_path / "pack.toml").pack.questions) == ["gym"]


def test_an_editors_files_are_no_parts(tmp_path):
    folder = write(tmp_path)
    (folder / ".#pack.toml").symlink_to("nowhere")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.toml").write_text("nonsense")
    assert load(folder).diagnostics == ()


def test_ids_made_from_texts_avoid_each_other_and_the_given_ones(tmp_path):
    claim = CLAIM.replace('id = "canteen"\n', "")
    given = CLAIM.replace('"canteen"\n', '"the-canteen-closes-in-may-2"\n')
    pack = loaded(tmp_path, HEAD + GAZETTE + claim * 3 + given)
    assert list(pack.claims) == [
        "the-canteen-closes-in-may",
        "the-canteen-closes-in-may-3",
        "the-canteen-closes-in-may-4",
        "the-canteen-closes-in-may-2",
    ]


def test_a_text_without_latin_letters_still_gets_an_id(tmp_path):
    claim = CLAIM.replace('id = "canteen"\n', "").replace("The canteen closes in May.", "Столовая")
    assert list(loaded(tmp_path, HEAD + GAZETTE + claim).claims) == ["claim"]


def test_two_quotes_from_one_article_have_different_ids(tmp_path):
    quote = "[[claim.quote]]\ntext = '''the canteen “closes in May”'''\n"
    claim = CLAIM[: CLAIM.index("quote")] + quote * 2 + quote + 'id = "own"\nstatus = "denied"\n'
    quotes = loaded(tmp_path, HEAD + GAZETTE + claim).claims["canteen"].quotes
    assert [quote.id for quote in quotes] == ["gazette", "gazette-2", "own"]
    assert [quote.status for quote in quotes] == ["alleged", "alleged", "denied"]


def test_space_around_a_quote_is_layout(tmp_path):
    toml = MINIMAL.replace("'''According", "'''\n  According").replace("May\".'''", "May\".\n'''")
    assert loaded(tmp_path, toml).claims["canteen"].quotes[0].at is not None


def test_an_option_is_known_by_its_id_or_by_its_text(tmp_path):
    toml = MINIMAL + QUESTION.replace(
        '"A canteen"', '{ text = "A canteen", id = "food", because = "No." }'
    )
    question = loaded(tmp_path, toml).questions["gym"]
    assert question.answer == Option("A gym", "A gym")
    assert question.wrong == (Option("food", "A canteen", "No."), Option("A pool", "A pool"))


def test_a_question_may_stand_on_claims(tmp_path):
    question = QUESTION[: QUESTION.index("quote")] + 'claims = ["canteen"]\n'
    assert loaded(tmp_path, MINIMAL + question).questions["gym"].claims == ("canteen",)


def test_scenarios_and_sets(tmp_path):
    toml = """
    [[set]]
    id = "first"
    title = "First"
    items = ["canteen", "canteen?two-way", "canteen@gazette", "canteen?five-way@gazette", "gym"]
    [[scenario]]
    id = "desk"
    title = "The desk"
    start = "wire"
    meters = { trust = 50 }
      [[scenario.scene]]
      id = "wire"
      desk = ["canteen"]
      asks = [ { id = "call", text = "Call", cost = { trust = -5 }, brings = "canteen" } ]
        [[scenario.scene.choice]]
        id = "run"
        text = "Run it"
        needs = { trust = ">=40", chose = ["run"] }
        goes = "end"
      [[scenario.scene]]
      id = "end"
      ending = "Printed."
      grade = "fair"
      [[scenario.event]]
      id = "phone"
      text = "The phone rings."
      chance = 0.25
      scenes = ["wire"]
    """
    pack = loaded(tmp_path, MINIMAL + QUESTION + toml)
    assert pack.sets["first"].items[-1] == "gym"
    assert pack.scenarios["desk"].scene[0].choice[0].needs == {"trust": ">=40", "chose": ("run",)}


def test_an_article_is_found_by_its_name_in_a_known_folder(tmp_path, monkeypatch):
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    monkeypatch.setattr(places, "articles", lambda: iter([places.Place(shelf, "a test")]))
    folder = write(tmp_path / "pack", MINIMAL.replace('"gazette.txt"', '"../../far/gazette.txt"'))
    (folder / "gazette.txt").rename(shelf / "gazette.txt")
    result = load(folder)
    assert result.diagnostics == ()
    assert result.pack.articles["gazette"].text == ARTICLE


def test_without_its_article_a_pack_plays_on_its_quotes(tmp_path):
    folder = write(tmp_path)
    (folder / "gazette.txt").unlink()
    result = load(folder)
    assert codes(result.diagnostics) == ["F107"]
    assert result.diagnostics[0].severity == "warning"
    assert result.pack.articles["gazette"].text is None
    assert result.pack.claims["canteen"].quotes[0].at is None


def test_the_collector_runs_again_after_a_load(tmp_path):
    write(tmp_path)
    load(tmp_path)
    assert gc.isenabled()
    gc.disable()
    try:
        load(tmp_path)
        assert not gc.isenabled()
    finally:
        gc.enable()
