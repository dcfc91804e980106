"""What can stand in a folder instead of a good file."""

import os

import pytest
from packs_samples import MINIMAL, QUESTION, codes, marked, write

from quizgame import places
from quizgame.packs.files import LARGEST
from quizgame.packs.load import load


def only(folder):
    (found,) = load(folder).diagnostics
    return found


def test_no_such_file(tmp_path):
    found = only(tmp_path / "nowhere")
    assert found.code == "F101"
    assert "nowhere" in found.message


def test_a_folder_without_a_pack(tmp_path):
    found = only(tmp_path)
    assert found.code == "F106"
    assert found.spot.path == tmp_path


def test_a_folder_that_is_named_like_a_part(tmp_path):
    folder = write(tmp_path)
    (folder / "x.toml").mkdir()
    found = only(folder)
    assert found.code == "F102"
    assert "a folder" in found.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(write(tmp_path) / "x.toml")
    assert only(tmp_path).code == "F102"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_as_an_article(tmp_path):
    folder = write(tmp_path)
    (folder / "gazette.txt").unlink()
    os.mkfifo(folder / "gazette.txt")
    assert only(folder).code == "F109"


def test_a_link_to_itself(tmp_path):
    (write(tmp_path) / "x.toml").symlink_to(tmp_path / "x.toml")
    assert only(tmp_path).code == "F101"


def test_a_link_to_the_folder_above_is_not_followed(tmp_path):
    (write(tmp_path) / "loop").symlink_to(tmp_path)
    assert load(tmp_path).diagnostics == ()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_without_permission(tmp_path):
    (write(tmp_path, q=QUESTION) / "q.toml").chmod(0)
    assert only(tmp_path).code == "F101"


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    with (write(tmp_path) / "x.toml").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert only(tmp_path).code == "F103"


def test_bytes_that_are_no_utf8_are_shown(tmp_path):
    found = only(write(tmp_path, MINIMAL.encode().replace(b"canteen closes", b"caf\xe9 closes", 1)))
    assert found.code == "F104"
    assert "0xe9" in found.message
    assert found.spot.source == 'text = "The caf� closes in May."'
    assert found.spot.column == found.spot.source.index("�") + 1


def test_utf16_is_called_by_its_name(tmp_path):
    found = only(write(tmp_path, MINIMAL.encode("utf-16")))
    assert found.code == "F104"
    assert "UTF-16" in found.message


def test_a_byte_order_mark_does_not_hide_the_other_findings(tmp_path):
    toml = b"\xef\xbb\xbf" + MINIMAL.replace('"alleged"', '"x"').encode()
    assert codes(load(write(tmp_path, toml)).diagnostics) == ["F105", "K104"]


def test_nul_bytes(tmp_path):
    assert only(write(tmp_path, MINIMAL.replace("May", "M\0y", 1))).code == "T101"


def article(toml_name):
    return MINIMAL.replace('"gazette.txt"', toml_name)


@pytest.mark.parametrize(
    "name", ['"a\\u0000b"', '"gone.txt"', '"' + "x" * 5000 + '"', '"sub/../.."']
)
def test_articles_with_odd_names(tmp_path, name):
    (found,) = load(write(tmp_path / "pack", article(name))).diagnostics
    assert found.code in {"F107", "F108", "F109"}
    assert marked(found.spot) == name


@pytest.mark.parametrize("how", ["relative", "absolute", "link"])
def test_an_article_outside_is_not_read(tmp_path, how):
    (tmp_path / "secret.txt").write_text("According to two teachers")
    folder = tmp_path / "pack"
    name = {"relative": "../secret.txt", "absolute": str(tmp_path / "secret.txt"), "link": "l.txt"}
    write(folder, article(f"'{name[how]}'"))
    (folder / "l.txt").symlink_to("../secret.txt")
    found = only(folder)
    assert found.code == "F108"
    assert "secret" in found.message or how == "link"


def test_an_article_in_a_known_folder_may_be_named_by_its_way(tmp_path, monkeypatch):
    shelf = tmp_path / "shelf"
    monkeypatch.setattr(places, "articles", lambda: iter([places.Place(shelf, "a test")]))
    folder = write(tmp_path / "pack", article("'../shelf/gazette.txt'"))
    shelf.mkdir()
    (folder / "gazette.txt").rename(shelf / "gazette.txt")
    assert load(folder).diagnostics == ()


def test_an_article_that_is_no_text(tmp_path):
    folder = write(tmp_path)
    (folder / "gazette.txt").write_bytes(b"According \xff")
    found = only(folder)
    assert found.code == "F109"
    assert marked(found.spot) == '"gazette.txt"'
    assert found.others[0].path.name == "gazette.txt"
    assert found.others[0].column == 11
