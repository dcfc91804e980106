"""Small packs on disk, and what was found in them."""

from pathlib import Path

from quizgame.packs.diagnostics import Diagnostic, Spot

ARTICLE = (
    "School news.\n\n"
    "According to two teachers, the canteen “closes in May”. The head denies it.\n"
    "The council voted on Friday to build a gym for $2,000, it said.\n"
)
HEAD = """\
format = 1
[pack]
id = "school"
title = "The school paper"
"""
GAZETTE = """
[[article]]
id = "gazette"
file = "gazette.txt"
outlet = "School Gazette"
published = 2026-11-12
"""
CLAIM = """
[[claim]]
id = "canteen"
text = "The canteen closes in May."
status = "alleged"
quote = '''According to two teachers, the canteen "closes in May".'''
"""
QUESTION = """
[[question]]
id = "gym"
ask = "What did the council vote on?"
answer = "A gym"
wrong = ["A canteen", "A pool"]
quote = '''The council voted on Friday to build a gym'''
"""
MINIMAL = HEAD + GAZETTE + CLAIM


def write(folder: Path, toml: str | bytes = MINIMAL, **parts: str | bytes) -> Path:
    """A pack folder with its article; parts are further files without their `.toml`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "gazette.txt").write_bytes(ARTICLE.encode())
    for name, content in {"pack": toml, **parts}.items():
        raw = content.encode() if isinstance(content, str) else content
        (folder / f"{name}.toml").write_bytes(raw)
    return folder


def marked(spot: Spot) -> str:
    """The author's own characters that a finding points at."""
    text = spot.path.read_bytes().decode()
    lines = text.split("\n")
    begin = sum(len(line) + 1 for line in lines[: spot.line - 1]) + spot.column - 1
    end = sum(len(line) + 1 for line in lines[: spot.end_line - 1]) + spot.end_column - 1
    return text[begin:end]


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in diagnostics]
