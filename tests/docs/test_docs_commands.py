"""Every command in the docs runs, and says what the docs say."""

import shlex
import shutil
import subprocess
import sys

import pytest
from docs_reading import DOCS, ROOT, commands, text, write

from quizgame.commands import COMMANDS, WITH_A_SCREEN

PAGES = [str(page.relative_to(ROOT)) for page in DOCS]
WRITTEN = [(page, line) for page in PAGES for line in commands(page) if line.startswith("quizgame")]
WITHOUT_A_SCREEN = {*COMMANDS, "--help", "--version", "--plain"} - WITH_A_SCREEN
NO_TERMINAL = " needs a terminal: "


def run(line, folder):
    command = [sys.executable, "-m", *shlex.split(line)]
    done = subprocess.run(command, cwd=folder, capture_output=True, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with every file that the docs show."""
    made = tmp_path_factory.mktemp("docs")
    for page in PAGES:
        write(page, made)
    return made


@pytest.fixture
def saves(folder, tmp_path, monkeypatch):
    """A folder with the save and the lesson that the docs show, for commands that name them."""
    shutil.copy(folder / "ana-dea210.toml", tmp_path)
    shutil.copytree(folder / "classroom", tmp_path / "classroom")
    monkeypatch.setenv("QUIZGAME_SAVES", str(tmp_path))


def test_there_are_commands_in_the_docs():
    assert {line.split()[1] for _, line in WRITTEN if " " in line} >= set(COMMANDS) - WITH_A_SCREEN


@pytest.mark.parametrize(("page", "line"), sorted(set(WRITTEN)))
def test_the_command_is_understood(page, line, folder, saves):
    code, _, err = run(line, ROOT if page == "README.md" else folder)
    if WITHOUT_A_SCREEN & set(line.split()):
        assert (code, err) == (0, "")
    else:
        assert (code, NO_TERMINAL in err) == (2, True)


def test_a_finding_looks_as_the_docs_show_it(folder):
    pack = folder / "school" / "pack.toml"
    sound = pack.read_text(encoding="utf-8")
    pack.write_text(sound.replace('closes in May".', 'closes in June".'), encoding="utf-8")
    try:
        code, out, _ = run("quizgame check school", folder)
    finally:
        pack.write_text(sound, encoding="utf-8")
    assert code == 1
    assert f"```text\n{out}```" in text("docs/teachers.md")
