"""What the system sees: one block is written, flushed, and only then acknowledged."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from saves_samples import answer, block

from quizgame.saves.appending import append
from quizgame.saves.players import create

STRACE = shutil.which("strace")
CALLS = "write,pwrite64,writev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,unlink"
APPEND = """
import sys; from pathlib import Path
from saves_samples import answer
from quizgame.saves.appending import append
append(Path(sys.argv[1]), answer(7))
sys.stdout.write("acknowledged"); sys.stdout.flush()
"""
CREATE = """
import sys; from pathlib import Path
from quizgame.saves.players import create
create(Path(sys.argv[1]), "Bea")
sys.stdout.write("acknowledged"); sys.stdout.flush()
"""
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)", re.MULTILINE)


def traced(program, target, log):
    """The calls of a program that concern files in the target's folder, or standard output."""
    if not STRACE:
        pytest.skip("strace is not installed")
    environ = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [STRACE, "-f", "-y", "-s", "60", "-o", log, "-e", f"trace={CALLS}"]
    done = subprocess.run(
        [*command, sys.executable, "-c", program, target], capture_output=True, env=environ
    )
    if b"ptrace" in done.stderr or b"PTRACE" in done.stderr:
        pytest.skip("strace may not trace here")
    assert done.stdout == b"acknowledged", done.stderr.decode()
    folder = str(log.parent / "saves")
    return [
        (call, args, int(result))
        for call, args, result in CALL.findall(log.read_text())
        if folder in args or args.startswith("1<")
    ]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "saves"


def test_an_append_writes_one_block_flushes_it_and_then_says_so(folder, tmp_path):
    path = create(folder, "Ana")
    append(path, answer(0))
    calls = traced(APPEND, path, tmp_path / "log")
    assert [(call, result) for call, _, result in calls] == [
        ("write", len(block(answer(7)))),
        ("fsync", 0),
        ("write", len("acknowledged")),
    ]
    assert all(f"<{path}>" in args for _, args, _ in calls[:2])
    assert calls[2][1].startswith("1<")


def test_a_torn_tail_is_safe_elsewhere_before_it_is_cut_off(folder, tmp_path):
    path = create(folder, "Ana")
    with path.open("ab") as file:
        file.write(b"[[answer]]\nitem")
    calls = traced(APPEND, path, tmp_path / "log")
    assert [(call, re.search(r"<(.*?)>", args)[1]) for call, args, _ in calls[:-1]] == [
        ("write", f"{path}.torn"),
        ("fsync", f"{path}.torn"),
        ("fsync", str(folder)),
        ("ftruncate", str(path)),
        ("write", str(path)),
        ("fsync", str(path)),
    ]
    assert calls[-1][1].startswith("1<")


def test_a_new_save_is_whole_and_its_folder_flushed_before_it_is_told(folder, tmp_path):
    create(folder, "Ana")
    calls = traced(CREATE, folder, tmp_path / "log")
    assert [call for call, *_ in calls] == ["write", "fsync", "rename", "fsync", "unlink", "write"]
    assert f"<{folder}>" in calls[3][1]
    assert ".lock" in calls[4][1]
