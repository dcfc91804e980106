"""An article read paragraph by paragraph, searched, and with its told sentences in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game.reading import read
from quizgame.packs.quotes import fold
from quizgame.plain.prompts import Way, listen

if TYPE_CHECKING:
    from quizgame.game.reading import Passage
    from quizgame.packs.pack import Pack, Span
    from quizgame.plain.voice import Voice

_WAYS = (
    Way("", "the next paragraph"),
    Way("-", "the one before"),
    Way("all", "the whole article"),
    Way("/word", "search for a word; / alone finds the next place"),
    Way("]", "the next sentence that you have judged"),
    Way("x", "close the article"),
)


class Reader:
    """One article at one paragraph."""

    def __init__(
        self,
        voice: Voice,
        pack: Pack,
        article: str,
        at: Span | None,
        judged: frozenset[str],
        *,
        told: bool = True,
    ) -> None:
        """A reader that begins at a span of the article, or at its beginning.

        Args:
            voice: who reads.
            pack: where the article comes from.
            article: its id.
            at: the passage to begin at.
            judged: the claims whose sentences may be named without giving a key away.
            told: whether the key of the passage is known already.
        """
        self.voice = voice
        self.article = pack.articles[article]
        self.text, self.passages = read(pack, article, at if told else None, judged)
        self.spans = _paragraphs(self.text)
        self._wanted = ""
        self._here = self._paragraph_of(at[0]) if at else 0

    def run(self) -> None:
        """Reads until the article is closed, or its end is passed."""
        place = ", ".join(part for part in (self.article.outlet, self.article.dated) if part)
        self.voice.heading(f"{self.article.title or 'An article'}. {place}.")
        if not self.spans:
            self.voice.say("The article is not at hand, and no sentence of it was quoted.")
            return
        self._tell(self._here)
        while self._moved(listen(self.voice, "Enter goes on, x closes, ? helps", _WAYS)):
            pass

    def _moved(self, heard: str) -> bool:
        """Follows what was typed; False closes the article."""
        match heard.casefold():
            case "x":
                return False
            case "":
                return self._go(self._here + 1)
            case "-":
                return self._go(max(0, self._here - 1))
            case "all":
                for number in range(len(self.spans)):
                    self._tell(number)
            case "]":
                self._next_mark()
            case said if said.startswith("/"):
                self._search(heard[1:].strip())
            case _:
                self.voice.say(
                    "Type Enter alone, -, all, /word, ] or x; or ? for help, home, quit."
                )
        return True

    def _go(self, number: int) -> bool:
        if number >= len(self.spans):
            self.voice.say("The end of the article.")
            return False
        self._tell(number)
        return True

    def _tell(self, number: int) -> None:
        self._here = number
        begin, end = self.spans[number]
        self.voice.say()
        self.voice.say(self.text[begin:end])
        for passage in self._inside(begin, end):
            self.voice.say(f'"{self.text[slice(*passage.span)]}"', indent=2)
            self.voice.say(passage.note, indent=4)

    def _inside(self, begin: int, end: int) -> list[Passage]:
        return [passage for passage in self.passages if begin <= passage.span[0] < end]

    def _next_mark(self) -> None:
        after = self.spans[self._here][1]
        later = [p for p in self.passages if p.span[0] >= after] or self.passages
        if later:
            self._tell(self._paragraph_of(later[0].span[0]))
        else:
            self.voice.say("You have judged no sentence of this article yet.")

    def _search(self, wanted: str) -> None:
        self._wanted = wanted or self._wanted
        if not self._wanted:
            self.voice.say("Type the word behind the /, such as /uniforms.")
            return
        text, part = fold(self.text).lower(), fold(self._wanted).lower()
        after = self.spans[self._here][1] if not wanted else 0
        begin = text.find(part, after)
        begin = text.find(part) if begin < 0 else begin
        if begin < 0:
            self.voice.say(f'Not in this article: "{self._wanted}".')
        else:
            self._tell(self._paragraph_of(begin))

    def _paragraph_of(self, offset: int) -> int:
        later = (n for n, (_, end) in enumerate(self.spans) if offset < end)
        return next(later, max(0, len(self.spans) - 1))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines of a text that hold something."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((begin, begin + len(line)))
        begin += len(line) + 1
    return spans
