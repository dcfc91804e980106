"""GIFT as exercises: multiple choice, missing word, and true or false.

What has no one right answer among several (matching, numbers, essays, several right answers) cannot
be asked by this game, and is named as left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quizgame.exchange import markup
from quizgame.exchange.exercises import Exercise, Option
from quizgame.exchange.gift_out import rule
from quizgame.exchange.gift_text import brackets, split, unescape
from quizgame.exchange.incoming import Intake

if TYPE_CHECKING:
    from collections.abc import Iterator

_CATEGORY = re.compile(r"\s*\$CATEGORY:\s*(.*)")
_FORMAT = re.compile(r"\s*\[(html|plain|markdown|moodle)\]")
_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_TITLE = re.compile(r"\s*::((?:\\.|(?!::).)*)::", re.DOTALL)
_TRUE, _FALSE = {"T", "TRUE"}, {"F", "FALSE"}
_TOP = re.compile(r"^\$\w+\$(?:/top)?/?")
_HTML = re.compile("[<&]")
_GAP = "_____"


class _Block(NamedTuple):
    """Lines between blank ones: the text, its comments, and where it begins."""

    text: str
    comments: str
    line: int


def read_gift(source: str, file: str) -> Intake:
    """The exercises of a GIFT file.

    Args:
        source: the file's text.
        file: what places are named after.
    """
    intake = Intake()
    category = ""
    for block in _blocks(source):
        text = block.text
        if found := _CATEGORY.match(text):
            category = _title(found[1])
            text = text[found.end() :]
        if text.strip():
            _Question(block, f"{file}:{block.line}", intake, category).read(text)
    return intake


def _title(category: str) -> str:
    """The last part of a category's path; two slashes stand for one that belongs to a name."""
    path = _TOP.sub("", unescape(category.strip()))
    parts = path.replace("//", "\0").split("/")
    return parts[-1].replace("\0", "/").strip()


def _blocks(source: str) -> Iterator[_Block]:
    lines: list[str] = []
    comments: list[str] = []
    begin = 0
    for number, line in enumerate([*source.splitlines(), ""], 1):
        if line.strip().startswith("//"):
            comments.append(line)
        elif line.strip():
            begin = begin or number
            lines.append(line)
        else:
            if lines:
                yield _Block("\n".join(lines), "\n".join(comments), begin)
            lines, comments, begin = [], [], 0


@dataclass
class _Question:
    """One question being read."""

    block: _Block
    place: str
    intake: Intake
    category: str

    def read(self, text: str) -> None:
        """Takes it, or drops it with the reason."""
        title = ""
        if found := _TITLE.match(text):
            title, text = unescape(found[1]).strip(), text[found.end() :]
        before, *rest = split(text, "{")
        if not rest:
            self.intake.drop(self.place, "it has no answers in { }")
            return
        inside, *after = split("".join(rest)[1:], "}")
        if not after:
            self.intake.drop(self.place, "its { is never closed")
            return
        if len(split("".join(after), "{")) > 1:
            self.intake.drop(self.place, "another { follows: a blank line ends a question")
            return
        stem = self._stem(before, "".join(after)[1:])
        told, answers = _general_feedback(inside)
        options = self._options(answers.strip())
        if options:
            self._take(title, stem, told, options)

    def _stem(self, before: str, after: str) -> markup.Stem:
        if after.strip():
            before = f"{before.rstrip()} {_GAP} {after.strip()}"
        source, is_html = _formatted(before)
        return markup.read_stem(source) if is_html else markup.Stem(source, ())

    def _take(self, title: str, stem: markup.Stem, told: str, options: tuple[Option, ...]) -> None:
        known = brackets(self.block.comments)
        own = (value.partition("=") for name, value in known if name == "option")
        ids = {text: id for id, _, text in own}
        options = tuple(Option(o.text, o.feedback, ids.get(o.text, "")) for o in options)
        tags = tuple(value for name, value in known if name == "tag")
        why = "\n".join(line for line in told.split("\n") if line and line != rule(tags))
        name = next((value for key, value in known if key == "id"), title)
        exercise = Exercise(name, stem.ask, options, stem.evidence, why, tags)
        self.intake.take(exercise, self.place, self.category)

    def _options(self, answers: str) -> tuple[Option, ...]:
        """The options, the right one first; none if the question was dropped."""
        first, *feedback = split(answers, "#")
        if first.strip().upper() in _TRUE | _FALSE:
            return _true_or_false(first.strip().upper() in _TRUE, feedback)
        before, *pieces = split(answers, "=~")
        if why := _no_choice(answers, before, pieces):
            self.intake.drop(self.place, why)
            return ()
        right: list[Option] = []
        wrong: list[Option] = []
        for piece in pieces:
            option, credit = _weighed(piece)
            if credit == 100:
                right.append(option)
            else:
                wrong.append(option)
                if credit > 0:
                    what = f'the credit of {credit:g} % for "{option.text}" was left out'
                    self.intake.lose(self.place, what)
        if len(right) != 1:
            self.intake.drop(self.place, f"it has {len(right) or 'no'} right answers, not one")
            return ()
        return (*right, *wrong)


def _no_choice(answers: str, before: str, pieces: list[str]) -> str:
    """Why these answers are no multiple choice; empty if they are."""
    if not answers:
        return "it is an essay"
    if answers.startswith("#"):
        return "it asks for a number"
    if not pieces or before.strip():
        return "its answers are not understood"
    if any(piece[0] == "~" for piece in pieces):
        return ""
    if any("->" in piece for piece in pieces):
        return "it is a matching question"
    return "it asks for a word, and has no wrong answers"


def _weighed(piece: str) -> tuple[Option, float]:
    """An option, and its share of the mark in per cent."""
    credit = 100.0 if piece[0] == "=" else 0.0
    text = piece[1:]
    if found := _WEIGHT.match(text):
        credit, text = float(found[1]), text[found.end() :]
    said, *feedback = split(text, "#")
    return Option(_plain(said), _plain("".join(feedback)[1:])), credit


def _true_or_false(is_true: bool, feedback: list[str]) -> tuple[Option, ...]:
    """GIFT gives the feedback on the wrong answer first, then that on the right one."""
    wrong, right = (*(_plain(piece[1:]) for piece in feedback), "", "")[:2]
    names = ("True", "False") if is_true else ("False", "True")
    return Option(names[0], right), Option(names[1], wrong)


def _general_feedback(inside: str) -> tuple[str, str]:
    """What is told after every answer, and the answers without it."""
    found = re.search(r"(?<!\\)(?:\\\\)*####", inside)
    if not found:
        return "", inside
    return _plain(inside[found.end() :]), inside[: found.end() - 4]


def _plain(source: str) -> str:
    text, is_html = _formatted(source)
    return markup.read_text(text) if is_html and _HTML.search(text) else text


def _formatted(source: str) -> tuple[str, bool]:
    """The text without its mark of a format, and whether it is HTML; GIFT's default is."""
    found = _FORMAT.match(source)
    kind = found[1] if found else "moodle"
    text = re.sub(r"[ \t]*\n[ \t]*", " ", source[found.end() if found else 0 :]).strip()
    return unescape(text), kind in {"html", "moodle"}
