"""Statuses that are suggested, in the order of the decision rules; skills and speakers."""

import pytest
from drafting_samples import TOWN, statements, suggested

from quizgame.drafting.attributions import attributions
from quizgame.drafting.draft import draft
from quizgame.drafting.speakers import ranked, speakers

STATUSES = {
    # 1: is it known?
    "It is unclear whether the county will help.": "unknown",
    "Police said it was not yet known who had fired.": "unknown",
    # 2: could anything settle it?
    "The mayor said the baths would be better off.": "analysis",
    "The trainer believes his team will win.": "analysis",
    "The club wants more respect.": "analysis",
    "She called it a serious failure.": "analysis",
    "“Who pays for this?” he asked.": "analysis",
    "Holm said the fee was too high.": "analysis",
    "The mayor said the school should move.": "analysis",
    # A plan with an amount or a day can be waited for.
    "The club plans to build 40 flats.": "alleged",
    "The mayor said the baths would close on 3 March.": "alleged",
    # 3: was it checked, done in public, admitted?
    "Auditors found that 90,000 were missing.": "confirmed",
    "A court ruled that the sale was void.": "confirmed",
    "The council approved the sale of the mill.": "confirmed",
    "The council voted for a plan that will cost too much.": "confirmed",
    "The ministry published the report.": "confirmed",
    "The head admitted that he had known of it.": "confirmed",
    # The act is public; what it says is not.
    "The ministry announced that 40 people had left.": "alleged",
    # 4: does somebody reject it?
    "Weir said the mayor had hidden a report. She denied this.": "denied",
    "The club denied that it owed its players wages.": "denied",
    "The club did not deny that it owed wages.": "alleged",
    "The mayor declined to comment.": "alleged",
    "Police said that a man had fallen.": "alleged",
    "A man allegedly fell.": "alleged",
}
SKILLS = {
    "Auditors found that 90,000 were missing.": "scope",
    "The council approved the sale of the mill.": "record",
    "The mayor declined to comment.": "silence",
    "The club denied that it owed wages.": "silence",
    "Baths are sold, mayor says": "headline",
    "The service believes that the man fled.": "belief",
    "According to reports, the man fled.": "shrink",
    "It is said that the man fled.": "shrink",
    "Holm said that the man had apparently fled.": "hedge",
    "Holm said that 40 men had fled.": "number",
    "Holm said that the man fled on Monday.": "date",
    "Holm said that the man was “not well”.": "quote",
    "Holm said that the man fled.": "word",
}


@pytest.mark.parametrize("text", STATUSES)
def test_a_status_is_suggested(text):
    assert suggested(text)[0] == STATUSES[text]


@pytest.mark.parametrize("text", SKILLS)
def test_a_skill_is_suggested(text):
    assert suggested(text)[1] == SKILLS[text]


def test_every_suggestion_says_why():
    (article,) = draft([("town", TOWN)]).articles
    assert len(article.statements) > 8
    assert all(one.suggested.because for one in article.statements)


def test_the_order_of_the_rules_decides():
    """What is not known is no analysis, and a check outranks a denial."""
    assert suggested("It is unclear whether the plan will be a disaster.")[0] == "unknown"
    text = "Auditors found that the wall had cracks. The mayor denied this."
    (article,) = draft([("one", text)]).articles
    assert article.statements[0].suggested.status == "confirmed"


def test_a_denial_is_linked_to_what_it_rejects():
    text = "Weir said the wall had cracks. It rained. The mayor denied any cracks in the wall."
    claim = statements(text)["the wall had cracks"]
    assert claim.suggested.status == "denied"
    # The second statement of the text.
    assert claim.suggested.rejected_by == 1


def test_nobody_denies_himself():
    text = "Weir said the wall had cracks. Weir denied any cracks in the wall."
    assert statements(text)["the wall had cracks"].suggested.status == "alleged"


def test_speakers_are_printed_by_their_names():
    text = (
        "Mayor Ada Brook said it rained. “Often,” Brook said. She added it was wet. "
        "The club's chairwoman, Jo Hart, disagreed. According to the Exton Gazette, it hailed. "
        "Neither Holm nor Reed would comment."
    )
    assert speakers(text, attributions(text)) == [
        "Ada Brook", "Ada Brook", "Ada Brook", "Jo Hart", "Exton Gazette", "Holm and Reed",
    ]  # fmt: skip


def test_who_stands_for_the_noun_before_it():
    text = "The prize went to Mayor Ada Brook, who said it was late. It was a day that nobody knew."
    assert speakers(text, attributions(text))[0] == "Ada Brook"


def test_one_speaker_has_one_spelling():
    text = "Parents said no. It rained, according to the council. But parents said yes."
    assert speakers(text, attributions(text)) == ["Parents", "Council", "Parents"]


def test_speakers_are_ranked_by_how_often_they_speak():
    everybody = ["Brook", "Hart", "officials", "", "Hart", "Reed"]
    assert ranked(everybody) == ["Hart", "Brook", "Reed"]
