"""Scenarios on the small pack of the screens' tests."""

from pathlib import Path

STORY = '''
[[scenario]]
id = "fog"
title = "Fog at the desk"
summary = "A ferry turns back, and everybody knows why."
as_of = 2031-03-04
start = "wire"
meters = { trust = 50, reach = 50 }

  [[scenario.scene]]
  id = "wire"
  time = "23:10"
  text = """The harbour office has a number. The web desk has a hole.
"Forty," they say. "Print it."

You have time for one call."""
  desk = ["passengers@gazette", "pier"]
  deadline = 1
  late = "gone"
  careful = ["named"]
  asks = [
    { id = "pilot", text = "Ring the pilot", cost = { reach = -5 }, brings = "lamp-dark" },
    { id = "owner", text = "Ring the owner", cost = { reach = -5 }, nothing = "Nobody is there." },
  ]

    [[scenario.scene.choice]]
    id = "flat"
    text = "Print it: 'Ferry carried 40'"
    prints = "Ferry carried 40"
    judges = { skill = "word", right = false }
    effect = { trust = -25, reach = 20 }
    because = "The harbour office counted them, and nobody else."
    claims = ["passengers@gazette"]
    goes = "night"

    [[scenario.scene.choice]]
    id = "named"
    text = "Print it with the office's name"
    prints = "Harbour office: ferry carried 40"
    judges = { skill = "word", right = true }
    effect = { trust = 10, reach = -5 }
    because = "Whoever reads it knows whose number it is."
    claims = ["passengers@gazette"]
    goes = "night"

  [[scenario.scene]]
  id = "night"
  time = "01:20"
  text = "The fog is gone. The line stands."
  desk = ["passengers@courier"]

    [[scenario.scene.choice]]
    id = "stand"
    text = "Stand by it"
    prints = "We stand by our number"
    effect = { reach = 5 }
    goes = "morning"

    [[scenario.scene.choice]]
    id = "mend"
    text = "Add the name on the web"
    effect = { trust = 5 }
    goes = "morning"

  [[scenario.scene]]
  id = "morning"
  ending = "The number stands, and so do you."
  grade = "strong"
  instead = [{ needs = { trust = "<40" }, goes = "weak" }]

  [[scenario.scene]]
  id = "weak"
  text = "The list of passengers arrives."
  ending = "Somebody counts again."
  grade = "weak"

  [[scenario.scene]]
  id = "gone"
  time = "23:30"
  ending = "The page closed without you."
  grade = "weak"

  [[scenario.event]]
  id = "siren"
  text = "A siren sounds twice."
  chance = 1.0
  scenes = ["night"]
  effect = { reach = 5 }
  brings = "lamp-failed"
'''
SECOND_STORY = """
[[scenario]]
id = "vote-night"
title = "The pier"
summary = "Nine votes to two."
start = "vote"

  [[scenario.scene]]
  id = "vote"
  text = "They have voted."
  desk = ["pier"]

    [[scenario.scene.choice]]
    id = "print"
    text = "Print it"
    goes = "printed"

  [[scenario.scene]]
  id = "printed"
  ending = "It is printed."
  grade = "fair"
"""


def write_stories(packs: Path, *stories: str) -> None:
    """Gives the small pack scenarios: by default one."""
    text = "\n".join(stories or (STORY,))
    (packs / "harbour" / "stories.toml").write_text(text, encoding="utf-8")
