"""A small pack, saves and helpers for the tests of the screens."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from textual import events
from textual.keys import _character_to_key

from quizgame.saves.appending import append
from quizgame.saves.players import create
from quizgame.saves.records import Answer, Round, Setting
from quizgame.tui.app import QuizApp
from quizgame.tui.options import Options

NOON = datetime(2031, 3, 4, 12, 0, tzinfo=timezone(timedelta(hours=2)))
PATIENCE = 10.0

ARTICLES = {
    "gazette": """The ferry and the fog

The council voted on Monday evening to close the old pier, by nine votes to two.
According to the harbour office, the ferry "carried 40 passengers" when it turned back.
The pilot said that he had seen no light on the breakwater. The harbour office denies it.
A new timetable begins in May, two members of the council told this paper.

Divers from the university measured the wreck at 14 metres; it is the trawler Anna.
Nobody could say on Tuesday who had switched off the lamp.
""",
    "courier": """Fog stops ferry

The ferry with 40 passengers turned back in the fog.
The insurers believe that the lamp had failed days before. Its failure shows how little the town
spends on its harbour, says a historian of shipping.
""",
}

PACK = """
format = 1

[pack]
id = "harbour"
title = "The ferry and the fog"
as_of = 2031-03-04
summary = "What two papers confirm of a night in March, and what they only allege."
content_note = "A shipwreck; nobody is hurt."

[[article]]
id = "gazette"
file = "gazette.txt"
outlet = "Harbour Gazette"
title = "The ferry and the fog"
published = 2031-03-03

[[article]]
id = "courier"
file = "courier.txt"
outlet = "Coast Courier"
published = 2031-03-04
wording = "translated"

[[claim]]
id = "wreck"
text = "The wreck at 14 metres is the trawler Anna."
headline = "Wreck is the trawler Anna"
status = "confirmed"
skill = "scope"
why = "Divers who take no side measured it and named it."
  [[claim.quote]]
  article = "gazette"
  text = "Divers from the university measured the wreck at 14 metres; it is the trawler Anna."
  role = "checks"
  who = "University divers"
  source = "Divers from the university"
  cue = "measured"

[[claim]]
id = "passengers"
text = "The ferry carried 40 passengers."
headline = "Ferry carried 40"
status = "alleged"
skill = "word"
why = "Only the harbour office counted them, and nobody else has seen the list."
lifts = "The passenger list, or somebody who was on board."
  [[claim.quote]]
  article = "gazette"
  text = 'According to the harbour office, the ferry "carried 40 passengers" when it turned back.'
  who = "Harbour office"
  source = "the harbour office"
  cue = "According to"
  [[claim.quote]]
  article = "courier"
  text = "The ferry with 40 passengers turned back in the fog."

[[claim]]
id = "pier"
text = "The council closes the old pier."
headline = "Council closes old pier"
status = "confirmed"
skill = "record"
why = "A vote in public needs no witness."
  [[claim.quote]]
  article = "gazette"
  text = "The council voted on Monday evening to close the old pier, by nine votes to two."
  who = "The council"
  source = "The council"
  cue = "voted"

[[claim]]
id = "lamp-dark"
text = "There was no light on the breakwater."
headline = "Breakwater was dark"
status = "denied"
skill = "word"
why = "The pilot says so, and the harbour office denies it."
  [[claim.quote]]
  article = "gazette"
  text = "The pilot said that he had seen no light on the breakwater."
  who = "The pilot"
  source = "The pilot"
  cue = "said"
  [[claim.quote]]
  id = "denial"
  article = "gazette"
  text = "The harbour office denies it."
  role = "rejects"
  who = "Harbour office"
  source = "The harbour office"
  cue = "denies"

[[claim]]
id = "timetable"
text = "A new timetable begins in May."
headline = "New timetable in May"
status = "alleged"
skill = "word"
why = "Two members say so; the council has decided nothing."
  [[claim.quote]]
  article = "gazette"
  text = "A new timetable begins in May, two members of the council told this paper."
  who = "Two councillors"
  source = "two members of the council"
  cue = "told this paper"

[[claim]]
id = "lamp-failed"
text = "The lamp had failed days before."
headline = "Lamp failed days before"
status = "alleged"
skill = "belief"
why = "The insurers believe it; they were not there."
  [[claim.quote]]
  article = "courier"
  text = "The insurers believe that the lamp had failed days before."
  who = "The insurers"
  source = "The insurers"
  cue = "believe"
  hedges = ["days before"]

[[claim]]
id = "thrift"
text = "The town spends too little on its harbour."
headline = "Town spends too little"
status = "analysis"
skill = "belief"
why = "What it means is somebody's reading."
  [[claim.quote]]
  article = "courier"
  text = '''Its failure shows how little the town
spends on its harbour, says a historian of shipping.'''
  who = "A historian"
  source = "a historian of shipping"
  cue = "says"

[[claim]]
id = "switched-off"
text = "Somebody switched off the lamp."
headline = "Who switched off the lamp"
status = "unknown"
skill = "silence"
why = "The paper says that nobody could tell."
  [[claim.quote]]
  article = "gazette"
  text = "Nobody could say on Tuesday who had switched off the lamp."

[[question]]
id = "what-divers-did"
ask = "What did the divers establish?"
answer = "Which ship lies there"
wrong = [
  { text = "Why it sank", because = "Nothing in the passage tells a cause." },
  "Who switched off the lamp",
]
claims = ["wreck"]
skill = "scope"
why = "They measured the wreck and named it, no more."

[[set]]
id = "first-session"
title = "Your first front page"
items = ["wreck", "passengers", "pier", "passengers@courier"]

[[set]]
id = "every-kind"
title = "Every kind of question"
items = ["what-divers-did", "passengers?source@gazette", "thrift?five-way", "timetable"]
"""

SECOND = """
format = 1

[pack]
id = "school-paper"
title = "The school paper"

[[article]]
id = "paper"
file = "paper.txt"
outlet = "School Paper"
published = 2031-02-01

[[claim]]
text = "The canteen closes in May."
status = "alleged"
quote = "According to two teachers, the canteen closes in May."
"""

LINE = "Harbour office: Ferry carried 40"
EVERY_KIND = (
    "harbour/what-divers-did?choice",
    "harbour/passengers?source@gazette",
    "harbour/thrift?five-way@courier",
    "harbour/timetable?two-way@gazette",
)


def write_packs(folder: Path) -> Path:
    """A folder with one pack that has its articles."""
    pack = folder / "packs" / "harbour"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text(PACK, encoding="utf-8")
    for name, text in ARTICLES.items():
        (pack / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder / "packs"


def write_second(packs: Path) -> None:
    """A second pack, which can be played."""
    folder = packs / "school"
    folder.mkdir()
    (folder / "pack.toml").write_text(SECOND, encoding="utf-8")
    (folder / "paper.txt").write_text(
        "According to two teachers, the canteen closes in May.\n", encoding="utf-8"
    )


def write_broken(packs: Path) -> None:
    """A pack that cannot be played."""
    folder = packs / "torn"
    folder.mkdir()
    (folder / "pack.toml").write_text('format = 1\n[pack]\nid = "torn"\ntitle = ', encoding="utf-8")


def begun(number: int, items: tuple[str, ...], name: str = "round", **changes) -> Round:
    """A round that can be told from every other by its number."""
    values = {"pack": "harbour", "title": "The ferry and the fog", "seed": 7, "session": "s"}
    return Round(id=f"r{number}", name=name, items=items, at=NOON, **{**values, **changes})


def given(number: int, item: str, **changes) -> Answer:
    """An answer to an item of that round; wrong unless told otherwise."""
    values = {
        "quote": "gazette",
        "chosen": "confirmed",
        "right": False,
        "status": "alleged",
        "skill": "word",
        "article": "gazette",
        "confidence": "",
        "seconds": 4.0,
        "session": "s",
        "line": LINE,
        "at": NOON - timedelta(days=1),
    }
    return Answer(item=item, round=f"r{number}", **{**values, **changes})


def write_save(folder: Path, name: str = "Ana", records=(), *, rounds: int = 1) -> Path:
    """A save with a first session and so many rounds of one answer, then further records."""
    path = create(folder, name)
    item = "harbour/passengers?two-way@gazette"
    for number in range(rounds + 1):
        append(path, begun(number, (item,), "round" if number else "first-session"))
        append(path, given(number, item))
    for record in records:
        append(path, record)
    return path


def setting(key: str, value: str | int | bool) -> Setting:
    return Setting(key=key, value=value, session="s", at=NOON)


def game(packs: Path, saves: Path, **options) -> QuizApp:
    """The game with its clock stopped and its chance fixed."""
    values = {"packs": (packs,), "saves": saves, "seed": 5}
    app = QuizApp(Options(**{**values, **options}), now=lambda: NOON)
    app.animation_level = "none"
    return app


def send(app: QuizApp, *keys: str) -> None:
    """Keys as a terminal sends them, without waiting for anything."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        char = key if len(key) == 1 else {"space": " ", "enter": "\r"}.get(key)
        app.post_message(events.Key(name, char))


def write(app: QuizApp, text: str) -> None:
    """Text typed letter by letter."""
    send(app, *("space" if char == " " else char for char in text))


def rows(app: QuizApp) -> list[str]:
    """What the screen shows, row by row."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def shown(app: QuizApp) -> str:
    """What the screen shows."""
    return "\n".join(rows(app))


async def until(app: QuizApp, *wanted, gone: str = "") -> str:
    """Waits until the screen shows every text, or every condition holds; gives the screen."""
    deadline = time.monotonic() + PATIENCE
    while True:
        text = shown(app) if app.screen_stack else ""
        flat = " ".join(text.split())
        done = all(one() if callable(one) else one in text or one in flat for one in wanted)
        if done and not (gone and gone in text):
            return text
        if app._exception:
            raise app._exception
        if time.monotonic() > deadline:
            raise AssertionError(f"{wanted} never came, or {gone!r} never went:\n{text}")
        await asyncio.sleep(0.005)


async def still(app: QuizApp) -> str:
    """What the screen shows once it has not changed for a while."""
    text, since = shown(app), time.monotonic()
    while time.monotonic() - since < 0.08:
        await asyncio.sleep(0.01)
        if shown(app) != text:
            text, since = shown(app), time.monotonic()
    return text


def kept(folder: Path) -> str:
    """Every save in the folder, as text."""
    files = [path for path in sorted(folder.glob("*.toml")) if ".notes" not in path.name]
    return "".join(path.read_text(encoding="utf-8") for path in files)
