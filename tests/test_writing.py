"""Files that a person asked for: all of them or none."""

import os

import pytest

from quizgame import writing
from quizgame.errors import UsageError


def everything(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}


def test_files_are_written_with_their_folders(tmp_path):
    writing.write({tmp_path / "a" / "b.txt": "é\r\n", tmp_path / "c.bin": b"\xff"})
    assert everything(tmp_path) == {"a/b.txt": "é\r\n".encode(), "c.bin": b"\xff"}


@pytest.mark.parametrize("last", ["in-the-way.txt", "in-the-way.txt/below.txt", "x" * 300])
def test_what_was_made_is_taken_back_where_a_later_one_fails(tmp_path, last):
    (tmp_path / "in-the-way.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="Nothing was written"):
        writing.write({tmp_path / "new" / "folder" / "one.txt": "1", tmp_path / last: "2"})
    assert everything(tmp_path) == {"in-the-way.txt": b"mine"}
    assert not (tmp_path / "new").exists()


def test_a_file_that_comes_meanwhile_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(os.path, "lexists", lambda _path: False)
    (tmp_path / "a.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(writing.AlreadyThereError) as told:
        writing.write({tmp_path / "0.txt": "0", tmp_path / "a.txt": "2"}, hint="Take another.")
    assert str(tmp_path / "a.txt") in told.value.message
    assert told.value.hint == "Take another."
    assert everything(tmp_path) == {"a.txt": b"mine"}


def test_replacing_leaves_the_old_file_where_the_new_one_fails(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    writing.write({path: "newer"}, over=True)
    assert path.read_text(encoding="utf-8") == "newer"

    def full(self, _data):
        self.touch()
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(type(path), "write_bytes", full)
    with pytest.raises(UsageError, match="No space left"):
        writing.write({path: "newest"}, over=True)
    monkeypatch.undo()
    assert everything(tmp_path) == {"a.txt": b"newer"}


@pytest.mark.skipif(os.name != "posix", reason="needs links and devices")
def test_links_and_devices_stay_what_they_are(tmp_path):
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    (tmp_path / "null.txt").symlink_to("/dev/null")
    writing.write({tmp_path / "link.txt": "new", tmp_path / "null.txt": "gone"}, over=True)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "null.txt").resolve().is_char_device()
