"""Whoever follows "Your first pack in ten minutes" gets what the page says, step by step."""

import os
import re
import shlex
import subprocess
import sys

import pytest
from docs_reading import text

from quizgame.checking.check import check
from quizgame.packs.load import load

PAGE = "docs/first-pack.md"
STEP = re.compile(
    r"^\*\*(?P<file>[\w./-]+)\*\*\n\n```\w+\n(?P<content>.*?)^```$"
    r"|^```bash\n(?P<commands>.*?)^```$"
    r"|^```text\n(?P<output>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
STATUSES = re.compile(r"^\| .+ \| `(\w+)` \| .+ \|$", re.MULTILINE)


def run(line, folder):
    """What a command prints; those with a screen only say that they need one."""
    command = shlex.split(line)
    if command[0] != "quizgame":
        return subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=True
        ).stdout
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
    )
    if command[1] in {"preview", "--packs"}:
        assert (done.returncode, " needs a terminal: " in done.stderr) == (2, True)
    else:
        assert (done.returncode, done.stderr) == (0, ""), line
    return done.stdout


@pytest.mark.skipif(os.name != "posix", reason="the page's commands are those of a Unix shell")
def test_the_page_can_be_followed(tmp_path):
    printed, compared = "", 0
    for step in STEP.finditer(text(PAGE)):
        if step["file"]:
            target = tmp_path / step["file"]
            target.write_text(step["content"], encoding="utf-8")
        elif step["commands"]:
            for line in step["commands"].splitlines():
                printed = run(line, tmp_path)
        else:
            assert printed.startswith(step["output"])
            compared += 1
    assert compared == 2
    loaded = load(tmp_path / "market")
    assert check(loaded) == ()
    statuses = [claim.status for claim in loaded.pack.claims.values()]
    assert statuses == STATUSES.findall(text(PAGE))
    assert "the-market-hall-opens-in-june" in loaded.pack.claims
