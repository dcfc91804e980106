"""Every code is explained, and its example is one."""

import pytest
from docs_reading import files

from quizgame.checking import explaining
from quizgame.checking.check import check
from quizgame.checking.pages import FAMILIES, every_code, family, page
from quizgame.packs.load import load

PACK = """\
format = 1
[pack]
id = "canteen"
title = "The canteen"
as_of = 2026-11-14
parties = ["The head's office"]
"""
GAZETTE = """
[[article]]
id = "gazette"
file = "gazette.txt"
outlet = "School Gazette"
published = 2026-11-12

"""
CODES = every_code()
SHOWN = [code for code in CODES if not page(code).sketch]


def found(folder, example, repeat=1):
    """The findings on an example, in the pack and beside the article that it belongs to."""
    for name, text in files("docs/formats/packs.md").items():
        if name.endswith(".txt"):
            (folder / name.partition("/")[2]).write_text(text, encoding="utf-8")
    article = (folder / "gazette.txt").read_text(encoding="utf-8")
    (folder / "gazette-copy.txt").write_text(article, encoding="utf-8")
    toml = "".join(
        example.replace('-1"', f'-{n}"').replace("(1)", f"({n})") for n in range(1, repeat + 1)
    )
    if "format =" not in example:
        toml = PACK + ("" if "[[article]]" in example else GAZETTE) + toml
    (folder / "pack.toml").write_text(toml, encoding="utf-8")
    return check(load(folder))


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_every_code_has_its_page(code):
    told = page(code)
    assert family(code.code) in FAMILIES
    assert min(len(told.why), len(told.bad), len(told.good)) >= 10
    shown = "\n".join(explaining.text(code))
    assert all(part in shown for part in (code.code, code.title, code.severity, code.cure))


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.code)
def test_the_example_is_one_and_mended_it_is_none(tmp_path, code):
    told = page(code)
    assert code.code in {one.code for one in found(tmp_path, told.bad, told.repeat)}
    mended = found(tmp_path, told.good, told.repeat)
    assert code.code not in {one.code for one in mended}
    assert [one for one in mended if one.severity == "error"] == []


def test_few_examples_are_sketches():
    sketches = {code.code for code in CODES} - {code.code for code in SHOWN}
    assert {code for code in sketches if code[0] != "F"} == {
        "T106",
        "T107",
        "C104",
        "C108",
        "C110",
        "C111",
        "C716",
    }


def test_codes_are_found_as_people_write_them():
    assert explaining.find("c204") is explaining.find("C204")
    assert explaining.find("C999") is None
    assert explaining.guess("c2O4") == "Did you mean `C204`?"
    assert "`C112`" in explaining.guess("wrapper")
    assert "lists" in explaining.guess("\x1b")
    assert explaining.data(explaining.find("Q101"))["code"] == "Q101"


def test_the_list_has_every_code():
    listed = "\n".join(explaining.listing())
    assert all(f"{code.code}  {code.severity}" in listed for code in CODES)
