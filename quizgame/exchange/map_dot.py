"""A scenario's graph for Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.exchange.map_graph import Edge, Graph, Node


def dot(graph: Graph) -> Iterator[str]:
    """The lines of a `digraph`."""
    yield f"digraph {_quoted(graph.id)} {{"
    yield f"  label={_quoted(graph.title)}; labelloc=t;"
    yield '  node [shape=box, fontname="Helvetica"]; edge [fontname="Helvetica", fontsize=10];'
    for node in graph.nodes:
        shape = ", shape=ellipse" if node.ending else ""
        yield f"  {_quoted(node.id)} [label={_label(node)}{shape}];"
    for edge in graph.edges:
        style = ", style=dashed" if edge.name in {"late", "instead"} and not edge.text else ""
        yield f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [label={_words(edge)}{style}];"
    yield "}"


def _label(node: Node) -> str:
    return _lines(node.id, node.time, f"{node.grade}: {node.ending}" if node.ending else "")


def _words(edge: Edge) -> str:
    words = f"{edge.name}: {edge.text}" if edge.text else edge.name
    return _lines(words, edge.effect, edge.needs)


def _lines(*parts: str) -> str:
    """A label with a line for each part that is not empty."""
    return '"' + "\\n".join(_escaped(part) for part in parts if part) + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return UNICODE.line(text).replace("\\", "\\\\").replace('"', '\\"')
