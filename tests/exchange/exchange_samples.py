"""Exercises of every shape, and ways to see what a command did."""

from hypothesis import strategies as st

from quizgame.exchange.exercises import Book, Evidence, Exercise, Option
from quizgame.game.skills import SKILLS
from quizgame.text import UNICODE

_SIGNS = "abc =~#{}:\\/%->$[]<>&\"'*_|`+-@,;\t\n1.)é日\N{NO-BREAK SPACE}“”"


def _texts(alphabet=_SIGNS, least=1):
    """Text as packs show it: cleaned, no blank lines, no space at the end of a line."""
    plain = st.text(alphabet, max_size=24) | st.text(max_size=12)
    lines = plain.map(lambda text: [" ".join(line.split()) for line in _shown(text).split("\n")])
    joined = lines.map(lambda found: "\n".join(line for line in found if line))
    return joined.filter(lambda text: len(text) >= least)


def _shown(text):
    return UNICODE.clean(text.encode("utf-8", "replace").decode())


TEXTS = _texts()
LINES = TEXTS.map(lambda text: text.replace("\n", " "))
IDS = st.from_regex(r"[a-z0-9](?:-?[a-z0-9]){0,12}", fullmatch=True)
FEEDBACK = st.just("") | TEXTS
EVIDENCE = st.builds(
    Evidence,
    TEXTS.filter(lambda text: "means: " not in text),
    LINES,
    st.just("") | LINES,
    st.sampled_from(["original", "translated", "reworded"]),
    st.just("") | LINES,
)
TAGS = st.one_of(
    st.sampled_from([f"skill:{name}" for name in SKILLS]),
    st.integers(1, 5).map(lambda level: f"level:{level}"),
    st.just("sensitive"),
    LINES.filter(lambda tag: "," not in tag),
)


@st.composite
def exercises(draw, id=IDS):
    """An exercise whose right option comes first."""
    texts = draw(st.lists(TEXTS, min_size=2, max_size=5, unique=True))
    options = [Option(text, draw(FEEDBACK)) for text in texts]
    if draw(st.booleans()):
        ids = draw(st.lists(IDS, min_size=len(texts), max_size=len(texts), unique=True))
        options = [
            Option(o.text, o.feedback, id if id != o.text else "")
            for o, id in zip(options, ids, strict=True)
        ]
    return Exercise(
        draw(id),
        draw(TEXTS),
        tuple(options),
        tuple(draw(st.lists(EVIDENCE, max_size=2, unique_by=lambda shown: shown.text))),
        draw(st.just("") | TEXTS),
        tuple(draw(st.lists(TAGS, max_size=3, unique=True))),
    )


@st.composite
def books(draw):
    """A few exercises with ids of their own."""
    ids = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    made = tuple(draw(exercises(st.just(id))) for id in ids)
    return Book("a-book", draw(LINES), made)


PLAIN = Exercise(
    id="closing",
    ask="When does the canteen close?",
    options=(Option("In May"), Option("In June", "No paper says so.")),
    evidence=(Evidence('Two teachers say: "It closes in May."', "School Gazette", "12 May"),),
    why="Both teachers say May.",
    tags=("skill:word",),
)
BOOK = Book("canteen", "The canteen", (PLAIN,))
