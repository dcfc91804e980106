"""A made-up article, and the means to look at what was found in it."""

from quizgame.drafting import signs
from quizgame.drafting.attributions import attributions
from quizgame.drafting.draft import draft

TOWN = """\
River baths may close

12 November 2026

Mayor Ada Brook said on Tuesday that the river baths would close unless the town found 200,000.
The opposition leader, Dan Weir, accused the mayor of hiding a report. She denied this.

According to two members of the building committee, an engineer saw cracks last autumn.
The engineer declined to comment. It is unclear whether the county will help.

The council voted on Monday and approved the sale of the old mill.
The county's auditors found that 90,000 were missing from the account.
“No swimmer in this town wants a dry pool,” Ms Brook added. “But we have no choice.”
"""

RETOLD = """\
Baths to shut

Ada Brook, the mayor, said that the river baths might close unless the town found up to 200,000.
An engineer saw cracks last autumn, two members of the building committee told the Gazette.
“No swimmer in this town likes a dry pool,” Brook said.
The county's auditors found that 80,000 were missing from the account.
"""


def words(text, spans):
    """The words of some spans, with a bar between them."""
    return " | ".join(text[begin:end] for begin, end in spans)


def parts(sentence):
    """Source, cue and content of the only statement in a sentence."""
    (one,) = attributions(sentence)
    return tuple(words(sentence, spans) for spans in (one.source, one.cue, one.content))


def statements(text):
    """The statements of an article, by what they say."""
    (article,) = draft([("town", text)]).articles
    return {signs.content(text, one.found): one for one in article.statements}


def suggested(sentence):
    """The status suggested for the last statement of a text, and its skill."""
    (article,) = draft([("one", sentence)]).articles
    last = article.statements[-1].suggested
    return last.status, last.skill
