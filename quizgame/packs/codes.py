"""What can be wrong with a pack: a code for each kind of finding, which never changes its meaning.

F: files and articles. T: TOML. K: keys and values. R: ids and references. Q: quotes. The checker's
own codes (C) are in `quizgame.checking.table`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding.

    Attributes:
        severity: a pack with an error cannot be played; a warning fails only a strict check; a
            note never does.
        cure: what to do, where the finding itself knows nothing more exact.
    """

    code: str
    title: str
    severity: Severity
    cure: str


UNREADABLE = Code("F101", "a file cannot be read", "error", "Check the name and the permissions.")
NOT_A_FILE = Code("F102", "not a regular file", "error", "Give it another name, or remove it.")
TOO_LARGE = Code("F103", "a file is too large", "error", "Split the pack into several files.")
NOT_UTF8 = Code("F104", "a file is not UTF-8", "error", "Save it as UTF-8 in your editor.")
BOM = Code(
    "F105",
    "a byte-order mark stands before the text",
    "error",
    'Save the file as "UTF-8", not as "UTF-8 with BOM".',
)
NO_PACK = Code("F106", "no pack here", "error", "A pack is a folder with a `pack.toml` in it.")
NO_ARTICLE = Code(
    "F107",
    "an article is not at hand",
    "warning",
    "Its quotes cannot be proved. Put the file into the pack's folder.",
)
ARTICLE_OUTSIDE = Code(
    "F108",
    "an article lies outside the pack",
    "error",
    "Copy it into the pack's folder, or into a known articles folder (`quizgame where`).",
)
ARTICLE_UNREADABLE = Code(
    "F109", "an article cannot be read", "error", "It must be a plain text file in UTF-8."
)

SYNTAX = Code("T101", "not valid TOML", "error", "Mend the line that is shown.")
INLINE_NEWLINE = Code(
    "T102",
    "a line break inside { }",
    "error",
    "Keep everything between { and } on one line, or write a table of its own.",
)
QUOTE_IN_QUOTE = Code(
    "T103",
    "a quotation mark inside a quoted text",
    "error",
    "Write the whole text between ''' and ''': then quotation marks may stand in it.",
)
UNCLOSED = Code(
    "T104", "a text is not closed", "error", "Write '''…''' around a text with line breaks."
)
TWICE = Code("T105", "a key or table is given twice", "error", "Remove one of the two.")
LONG_NUMBER = Code("T106", "a number is too long", "error", "Write a shorter number.")
TOO_DEEP = Code("T107", "brackets are nested too deeply", "error", "Remove the brackets.")

UNKNOWN_KEY = Code("K101", "an unknown key", "error", "Remove it, or mend its spelling.")
MISSING_KEY = Code("K102", "a key is missing", "error", "Add it.")
WRONG_TYPE = Code("K103", "a value of the wrong type", "error", "Write the value as shown.")
NOT_ALLOWED = Code("K104", "a value that is not allowed", "error", "Change the value.")
MISPLACED = Code(
    "K105", "a key in the wrong table", "error", "Move it above the table that it stands in."
)
NEWER = Code("K106", "a newer pack format", "error", "Update the game.")
BRACKETS = Code("K107", "the wrong brackets around a table's name", "error", "Mend the brackets.")
UNDECIDED = Code(
    "K108", "a status that is not decided", "error", "Decide it, then remove the `#` before it."
)

DUPLICATE_ID = Code(
    "R101", "an id is used twice", "error", "Give one of them another id; ids are permanent."
)
UNKNOWN_ARTICLE = Code("R102", "an unknown article", "error", "Use the id of an [[article]].")
UNKNOWN_CLAIM = Code("R103", "an unknown claim", "error", "Use the id of a [[claim]].")
UNKNOWN_ITEM = Code("R104", "an unknown item", "error", "Use the id of a claim or a question.")
BAD_ITEM = Code(
    "R105",
    "an item that cannot be asked",
    "error",
    "Items are `claim`, `claim?kind`, `claim@quote`, `claim?kind@quote` or `question`.",
)
UNKNOWN_QUOTE = Code(
    "R106", "an unknown quote", "error", "Use the id of a quote; by default its article's id."
)
WHICH_ARTICLE = Code(
    "R107", "a quote without its article", "error", 'Add `article = "…"` to the quote.'
)
SAME_OPTION = Code(
    "R108", "two options with one id", "error", "Every option needs its own text, or its own id."
)
UNKNOWN_SCENE = Code("R109", "an unknown scene", "error", "Use the id of a [[scenario.scene]].")
UNKNOWN_METER = Code("R110", "an unknown meter", "error", "Declare it in `meters`.")
UNKNOWN_CHOICE = Code(
    "R111", "an unknown choice", "error", "Use the id of a choice of this scenario."
)
UNKNOWN_ASK = Code(
    "R112", "an unknown ask", "error", "Use the id of one of the `asks` of this scenario."
)
UNKNOWN_EVENT = Code(
    "R113", "an unknown event", "error", "Use the id of a [[scenario.event]] of this scenario."
)
UNKNOWN_SET = Code("R120", "an unknown set", "error", "Use the id of a [[set]].")

NOT_VERBATIM = Code(
    "Q101",
    "a quote differs from its article",
    "error",
    "Copy the passage from the article, character by character.",
)
NOT_FOUND = Code(
    "Q102", "a quote is not in its article", "error", "Copy the passage from the article."
)
NOT_IN_QUOTE = Code(
    "Q103",
    "words to mark are not in the quote",
    "error",
    "`source`, `cue` and `hedges` are copied from the quote's text.",
)

CODES = tuple(value for value in list(globals().values()) if isinstance(value, Code))
"""All of the above, in order."""
