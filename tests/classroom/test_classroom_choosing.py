"""What is hosted where a teacher names much, little, or something that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgame.classroom.material.choosing import choose
from quizgame.errors import UsageError
from quizgame.game.grading import grade, skill_of
from quizgame.game.items import is_sensitive, parse

CONTENT = Path(__file__).parents[2] / "content"
ARTICLE = 'The mayor says so. The council voted. According to two teachers, it "closes in May".'
HEAD = """format = 1
[pack]
id = "{id}"
title = "A paper"
[[article]]
id = "gazette"
file = "gazette.txt"
outlet = "Gazette"
published = 2026-05-01
"""
CLAIM = """[[claim]]
id = "{id}"
text = "It is {id}."
status = "{status}"
sensitive = {sensitive}
quote = '''{quote}'''
"""
CLAIMS = (
    CLAIM.format(id="so", status="alleged", quote="The mayor says so.", sensitive="true")
    + CLAIM.format(id="vote", status="confirmed", quote="The council voted.", sensitive="false")
    + CLAIM.format(id="may", status="alleged", quote='it "closes in May"', sensitive="false")
)
STORY = """[[scenario]]
id = "desk"
title = "The desk"
start = "wire"
  [[scenario.scene]]
  id = "wire"
  text = "A line."
    [[scenario.scene.choice]]
    id = "run"
    text = "Run it"
    goes = "end"
  [[scenario.scene]]
  id = "end"
  ending = "The end."
"""


def a_set(id, items='"vote"', more=""):
    return f'[[set]]\nid = "{id}"\ntitle = "Set {id}"\nitems = [{items}]\n{more}\n'


@pytest.fixture
def write(tmp_path):
    """Writes a pack of these parts into a folder of its own."""

    def written(*parts, id="paper"):
        folder = tmp_path / id
        folder.mkdir()
        (folder / "gazette.txt").write_text(ARTICLE)
        (folder / "pack.toml").write_text(HEAD.format(id=id) + "".join(parts))
        return folder

    return written


def test_a_pack_is_found_by_its_id_and_by_its_path(write):
    folder = write(CLAIMS, a_set("one"))
    for hosted in (
        choose((folder.parent,), "paper"),
        choose((), str(folder)),
        choose((), str(folder / "pack.toml")),
        choose((folder,)),
    ):
        assert (hosted.pack.id, hosted.path) == ("paper", folder)
        assert (hosted.set, hosted.title, hosted.scenario) == ("one", "Set one", "")
        assert hosted.items == ("paper/vote?two-way@gazette",)


@pytest.mark.parametrize(
    ("sets", "chosen"),
    [
        (("first-session", "lesson", "class-hour"), "class-hour"),
        (("first-session", "before", "lesson"), "lesson"),
        (("first-session", "before"), "first-session"),
        (("before",), "before"),
    ],
)
def test_the_set_for_a_class_hour_comes_first_then_one_that_is_no_test(write, sets, chosen):
    parts = [a_set(id, more='test = "before"' if id == "before" else "") for id in sets]
    assert choose((write(CLAIMS, *parts),)).set == chosen


def test_a_set_and_a_scenario_are_chosen_by_id(write):
    folder = write(CLAIMS, a_set("one"), a_set("two", '"may", "so"'), STORY)
    two = choose((folder,), set="two")
    assert two.items == ("paper/may?two-way@gazette", "paper/so?two-way@gazette")
    desk = choose((folder,), scenario="desk")
    assert (desk.set, desk.scenario, desk.title, desk.items) == ("", "desk", "The desk", ())


def test_of_a_pack_without_sets_a_round_is_drawn_without_what_is_sensitive(write):
    folder = write(CLAIMS)
    hosted = choose((folder,), seed=3)
    assert hosted.items
    assert hosted == choose((folder,), seed=3)
    assert not any("/so?" in item for item in hosted.items)


def test_a_pack_of_one_scenario_hosts_it(write):
    assert choose((write(STORY),)).scenario == "desk"


@pytest.mark.parametrize(
    ("asked", "title", "named"),
    [
        ({"pack": "papre"}, "No such pack", ("papre", "`paper`")),
        ({"pack": "./nowhere"}, "No such pack", ("nowhere", "pack.toml")),
        ({"set": "oen"}, "No such set", ("oen", "`one`", "one, two")),
        ({"set": "desk"}, "No such set", ("--scenario desk",)),
        ({"scenario": "dusk"}, "No such scenario", ("dusk", "`desk`")),
        ({"set": "one", "scenario": "desk"}, "A set or a scenario", ("Leave one",)),
        ({"set": "two"}, "An item cannot be asked", ('"may?cue"', '"two"', "--set")),
    ],
)
def test_what_is_not_there_is_named_with_what_is(write, asked, title, named):
    folder = write(CLAIMS, a_set("one"), STORY)
    hosted = folder.parent
    if asked.get("set") == "two" or "oen" in asked.values():
        (folder / "more.toml").write_text(a_set("two", '"may?cue"'))
    with pytest.raises(UsageError) as caught:
        choose((hosted,), asked.pop("pack", "paper"), **asked)
    assert caught.value.title == title
    told = caught.value.message + caught.value.hint
    assert all(one in told for one in named), told


def test_a_broken_pack_is_passed_over_unless_it_is_named(write):
    broken = write('[[claim]]\ntext = "x"\n', id="broken")
    good = write(CLAIMS, a_set("one"))
    assert choose((broken, good)).pack.id == "paper"
    with pytest.raises(UsageError, match="cannot be hosted") as caught:
        choose((broken, good), "broken")
    assert f"quizgame check {broken}" in caught.value.hint
    with pytest.raises(UsageError, match="No pack can be hosted"):
        choose((broken,))


def test_a_pack_with_nothing_to_ask_is_named(write):
    with pytest.raises(UsageError, match="Nothing to host"):
        choose((write(),))


def test_the_shipped_pack_hosts_a_lesson_made_for_a_class(shipped):
    hosted = choose((CONTENT,))
    assert (hosted.pack.id, hosted.set) == ("october-2024", "class-hour")
    asked = [parse(item, shipped) for item in hosted.items]
    assert len(asked) == 6
    assert len({skill_of(shipped, item) for item in asked}) == 6
    assert len({item.kind for item in asked}) >= 3
    keys = [grade(shipped, item, "").answers[0] for item in asked if item.kind == "two-way"]
    assert sorted(keys) == ["alleged", "alleged", "confirmed", "confirmed"]
    assert not any(is_sensitive(shipped, item) for item in asked)
    kept_apart = [one for one in shipped.sets.values() if one.test or one.id == "first-session"]
    elsewhere = {str(parse(item, shipped)) for one in kept_apart for item in one.items}
    assert not elsewhere & set(hosted.items)
