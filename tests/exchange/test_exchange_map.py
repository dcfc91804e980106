"""Graphs of scenarios: drawn with rails, for Mermaid, for Graphviz."""

import re

import pytest
from hypothesis import given, settings
from scenario_samples import TABLE, scenario, scenarios

from quizgame.cli import main
from quizgame.exchange.map_dot import dot
from quizgame.exchange.map_graph import graph
from quizgame.exchange.map_mermaid import mermaid
from quizgame.exchange.map_text import draw
from quizgame.text import ASCII, UNICODE

SMALL = """\
The desk (desk)
5 scenes, 3 of them endings; trust 50, reach 50

●  wire  08:00
│    desk: pool
│    deadline: 1
│    ask clerk: Call the clerk (reach -5), brings vote
│    ask guard: Call the guard (reach -5)
├─╮  -> noon  flat: Print it flat (trust -30, reach +20)
├─┤  -> noon  named: Print it with the name (trust +10)
├─┤  -> noon  wait: Wait (reach -60)
├─┼─╮  -> good  both: Print the vote too [asked clerk]
│ │ │  -> gone  late
│ ● │  noon  12:00
│ │ │    desk: pool@herald
│ │ │    event ring (50%; none wait; trust -5), brings vote
│ ├─┤  -> good  stand: Stand by it [trust >=40]
│ ╰─┤  -> good  correct: Correct it
│   ■  good  strong: It holds.
│   │  -> thin  instead [trust <40]
│   ■  thin  fair: It hardly holds.
■  gone  09:00  weak: The page is gone."""
HOSTILE = scenario(
    title='A "title" \\ [x](y) `z`\x1b[2J\n#1;',
    scene=[{**TABLE["scene"][0], "text": "", "choice": [
        {"id": "a", "text": 'Say "no" | <b>yes</b> \\n #35; \x07', "goes": "end"}], "asks": [],
        "late": None, "careful": []},
        {"id": "end", "ending": 'It "ends" ]) --> x', "grade": "weak"}],
    event=[],
)  # fmt: skip


def test_a_scenario_drawn():
    assert "\n".join(draw(graph(scenario()), UNICODE)) == SMALL


def test_a_way_back_is_told_and_not_drawn():
    table = [*TABLE["scene"]]
    table[1] = {
        **table[1],
        "choice": [*table[1]["choice"], {"id": "x", "text": "X", "goes": "wire"}],
    }
    lines = list(draw(graph(scenario(scene=table)), UNICODE))
    assert any(line.startswith("│ ╰─") and "-> back to wire  x: X" in line for line in lines)


@settings(max_examples=30, deadline=None)
@given(scenarios(6))
def test_every_scene_and_every_way_is_there_once(random):
    shape = graph(random)
    assert [sorted(node.id for node in shape.nodes)] == [sorted(s.id for s in random.scene)]
    lines = list(draw(shape, ASCII, 10_000))
    assert all(line.isascii() for line in lines)
    assert sum(bool(re.match(r"[^a-z]*[o*] ", line)) for line in lines[3:]) >= len(shape.nodes)
    assert sum(" -> " in f" {line}" for line in lines) == len(shape.edges)
    assert len(list(mermaid(shape))) == 2 + len(shape.nodes) + len(shape.edges)
    assert len(list(dot(shape))) == 4 + len(shape.nodes) + len(shape.edges)


def test_hostile_texts_break_no_format():
    shape = graph(HOSTILE)
    for lines in (draw(shape, UNICODE), mermaid(shape), dot(shape)):
        assert all(line.isprintable() for line in lines)
    labels = [
        label for line in list(mermaid(shape))[2:] for label in re.findall(r'"([^"]*)"', line)
    ]
    assert len(labels) == 3
    assert not re.search(r"[<>|`\[\]{}]|#(?!\d+;)", "".join(labels).replace("<br>", ""))
    for line in dot(shape):
        assert len(re.findall(r'(?<!\\)(?:\\\\)*"', line)) % 2 == 0


@pytest.fixture
def packs(tmp_path):
    """A pack with a scenario."""
    (tmp_path / "pack.toml").write_text(
        'format = 1\n[pack]\nid = "p"\ntitle = "P"\n[[scenario]]\nid = "desk"\ntitle = "Desk"\n'
        'start = "a"\n[[scenario.scene]]\nid = "a"\nending = "Done."\ngrade = "fair"\n', "utf-8"
    )  # fmt: skip
    return str(tmp_path)


def test_the_command_prints_and_writes(packs, tmp_path, capsys):
    assert main(["map", "desk", "--packs", packs]) == 0
    assert "■  a  fair: Done." in capsys.readouterr().out
    out = tmp_path / "desk.mmd"
    assert main(["map", "p/desk", "--packs", packs, "--to", "mermaid", "-o", str(out)]) == 0
    assert out.read_text("utf-8").startswith("%% Desk (desk)\nflowchart TD\n")
    assert main(["map", "desk", "--packs", packs, "-o", str(out)]) == 2
    assert main(["map", "desk", "--packs", packs, "--to", "dot", "-o", str(out), "--force"]) == 0
    assert out.read_text("utf-8").startswith('digraph "desk" {')


@pytest.mark.parametrize(("name", "hint"), [("dsk", "`desk`"), ("q/desk", "Known are: none")])
def test_a_scenario_that_is_not_there(packs, capsys, name, hint):
    assert main(["map", name, "--packs", packs]) == 2
    assert hint in capsys.readouterr().err
