"""The save in the docs is one, and its keys are those that are written."""

import re
import subprocess
import sys
from dataclasses import fields

from docs_reading import files, rows, text, write

from quizgame.saves.names import file_name
from quizgame.saves.reading import read
from quizgame.saves.records import Answer, Round, Setting, Step

PAGE = "docs/formats/saves.md"


def test_the_example_is_a_sound_save(tmp_path):
    (name,) = write(PAGE, tmp_path)
    save = read(tmp_path / name)
    assert (save.name, save.notices) == ("Ana", ())
    assert [type(record) for record in save.records] == [Round, Answer, Setting, Step, Step]
    assert name == file_name(save.name)


def test_the_program_that_checks_a_save_finds_damage(tmp_path):
    (name, content), *_ = files(PAGE).items()
    program = re.search(r"```python\n(.*?)```", text(PAGE), re.DOTALL)[1]
    path = tmp_path / name
    path.write_text(content.replace("right = true", "right = false"), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, check=True)
    words = [line.split()[0] for line in done.stdout.decode().splitlines()]
    assert words == ["sound", "sound", "damaged", "sound", "sound", "sound"]


def test_every_key_of_a_record_is_told():
    kinds = {"answer": Answer, "round": Round, "setting": Setting, "step": Step}
    for heading, record in kinds.items():
        told = [row[0].strip("`") for row in rows(PAGE, f"`[[{heading}]]`")]
        assert told[: len(fields(record))] == [field.name for field in fields(record)]
