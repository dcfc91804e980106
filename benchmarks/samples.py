"""What is measured with: a player who has answered a lot, and a pack of many questions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count, cycle, islice
from typing import TYPE_CHECKING

from benchmarks.measure import ROOT
from quizgame.game import items, printing
from quizgame.game.kinds import two_way
from quizgame.packs.load import load
from quizgame.saves import blocks, tables
from quizgame.saves.head import new_head
from quizgame.saves.names import file_name
from quizgame.saves.records import Answer, Round

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizgame.packs.pack import Pack
    from quizgame.saves.records import Record

SHIPPED = ROOT / "content" / "october-2024"
MANY = 10_000
NAME = "Ana"
_BEGIN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
_ROUND = 6


def shipped() -> Pack:
    """The pack that ships with the game."""
    pack = load(SHIPPED).pack
    assert pack is not None
    return pack


def save(folder: Path, answers: int) -> Path:
    """A save with so many answers, in rounds of six."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file_name(NAME)
    written = (blocks.encode(*tables.to_table(record)) for record in records(answers))
    path.write_bytes(new_head(NAME, _BEGIN) + b"".join(written))
    return path


def records(answers: int) -> Iterator[Record]:
    """Rounds and their answers, a minute apart."""
    pack = shipped()
    asked = cycle(two_way.items(pack))
    minutes = (_BEGIN + timedelta(minutes=n) for n in count())
    for number in range(0, answers, _ROUND):
        drawn = list(islice(asked, min(_ROUND, answers - number)))
        yield Round(
            id=f"round-{number}",
            pack=pack.id,
            name="round",
            title=pack.title,
            items=tuple(map(str, drawn)),
            seed=number,
            session="s",
            at=next(minutes),
        )
        for place, item in enumerate(drawn):
            yield answer(pack, item, f"round-{number}", number + place, next(minutes))


def answer(pack: Pack, item: items.Item, begun: str, number: int, at: datetime) -> Answer:
    """One answer; two of three are right."""
    claim, quote = items.claim_of(pack, item)
    return Answer(
        item=str(item),
        quote=quote.id,
        chosen="alleged",
        right=number % 3 > 0,
        status=quote.status,
        skill=claim.skill or "",
        article=quote.article,
        confidence="fairly",
        seconds=4.5,
        session="s",
        round=begun,
        line=printing.line(claim, quote),
        at=at,
        options=2,
    )


def pack_of(questions: int, path: Path) -> Path:
    """A pack of so many multiple-choice questions in a single file."""
    head = 'format = 1\n[pack]\nid = "many"\ntitle = "Many questions"\n'
    path.write_text(head + "".join(map(_question, range(questions))), encoding="utf-8")
    return path


def _question(number: int) -> str:
    return f"""
[[question]]
id = "question-{number}"
ask = "What does sentence {number} of the report rest on?"
answer = "The word of a minister, number {number}"
wrong = [
  {{ text = "A check by reporters, number {number}", because = "No reporter checked it." }},
  {{ text = "A public vote, number {number}", because = "Nobody voted on it." }},
  {{ text = "A signed document, number {number}", because = "Nothing was signed." }},
]
skill = "word"
why = "High office is still a word."
level = {number % 5 + 1}
"""
