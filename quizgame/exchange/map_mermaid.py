"""A scenario's graph for Mermaid, which many editors and web pages draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.exchange.map_graph import Edge, Graph, Node

# Written as entities, as a quoted label still gives these a meaning.
_ENTITIES = {ord(sign): f"#{ord(sign)};" for sign in '"#<>&`*_\\[]{}|'}


def mermaid(graph: Graph) -> Iterator[str]:
    """The lines of a flowchart; scenes are numbered, as ids may be words of the language."""
    yield f"%% {UNICODE.line(graph.title)} ({graph.id})"
    yield "flowchart TD"
    names = {node.id: f"s{number}" for number, node in enumerate(graph.nodes)}
    for node in graph.nodes:
        opening, closing = ("([", "])") if node.ending else ("[", "]")
        yield f'  {names[node.id]}{opening}"{_label(node)}"{closing}'
    for edge in graph.edges:
        arrow = "-.->" if edge.name in {"late", "instead"} and not edge.text else "-->"
        yield f'  {names[edge.source]} {arrow}|"{_words(edge)}"| {names[edge.target]}'


def _label(node: Node) -> str:
    parts = [node.id, node.time, f"{node.grade}: {node.ending}" if node.ending else ""]
    return "<br>".join(_clean(part) for part in parts if part)


def _words(edge: Edge) -> str:
    words = f"{edge.name}: {edge.text}" if edge.text else edge.name
    return "<br>".join(_clean(part) for part in (words, edge.effect, edge.needs) if part)


def _clean(text: str) -> str:
    return UNICODE.line(text).translate(_ENTITIES)
