"""A scenario's graph drawn with rails: one for each scene to which a way is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.exchange.map_graph import Edge, Graph, Node
    from quizgame.text import Typography

_ASCII = str.maketrans("│├┤╭╮╰╯┼─●■", "|++..``+-o*")
_NARROWEST = 30


def draw(graph: Graph, type: Typography, width: int = 100) -> Iterator[str]:
    """The graph in lines.

    Args:
        graph: what is drawn.
        type: the signs of the terminal; what is foreign is cleaned by it.
        width: the cells of a line; longer texts are cut, but never to less than a few words.
    """
    yield type.line(f"{graph.title} ({graph.id})")
    endings = sum(bool(node.ending) for node in graph.nodes)
    many = f"{len(graph.nodes)} scenes, {endings} of them endings"
    yield type.line(f"{many}; {graph.meters}" if graph.meters else many)
    yield ""
    rails = _Rails()
    for node in graph.nodes:
        for signs, words in rails.scene(node, graph.leaving(node.id)):
            drawn = signs.translate(_ASCII) if type.ascii else signs
            yield _cut(type.line(f"{drawn}  {words}"), max(width, len(drawn) + _NARROWEST), type)


def _cut(line: str, width: int, type: Typography) -> str:
    line = line.rstrip()
    if cell_len(line) <= width:
        return line
    end = "..." if type.ascii else "…"
    return set_cell_size(line, width - len(end)) + end


class _Rails:
    """The columns that stand open, each with the scene that it leads to."""

    def __init__(self) -> None:
        self._to: list[str | None] = []
        self._drawn: set[str] = set()

    def scene(self, node: Node, edges: list[Edge]) -> Iterator[tuple[str, str]]:
        """The rows of a scene: what stands before the words, and the words."""
        column = self._column(node.id)
        self._to[column] = node.id
        yield self._row({column: "■" if node.ending else "●"}), _title(node)
        self._drawn.add(node.id)
        if not edges:
            self._close(column)
        for note in node.notes:
            yield self._row({}), f"  {note}"
        for number, edge in enumerate(edges, 1):
            yield self._way(column, edge, last=number == len(edges)), _words(edge, self._drawn)

    def _column(self, scene: str) -> int:
        """Where the rail of a scene is, or the first free place for a new one."""
        wanted = scene if scene in self._to else None
        if wanted is None and None not in self._to:
            self._to.append(None)
        return self._to.index(wanted)

    def _close(self, column: int) -> None:
        self._to[column] = None
        while self._to and self._to[-1] is None:
            self._to.pop()

    def _way(self, column: int, edge: Edge, *, last: bool) -> str:
        """The row in which a way leaves a scene for another rail."""
        if edge.target in self._drawn:
            row = self._row({column: "╰" if last else "├"}, (column, column + 1))
            if last:
                self._close(column)
            return row
        open_ = edge.target in self._to
        if last and not open_:
            self._to[column] = edge.target
            return self._row({})
        other = self._column(edge.target)
        right = other > column
        self._to[other] = edge.target
        signs = {
            column: ("╰" if right else "╯") if last else ("├" if right else "┤"),
            other: ("┤" if right else "├") if open_ else ("╮" if right else "╭"),
        }
        row = self._row(signs, (min(column, other), max(column, other)))
        if last:
            self._close(column)
        return row

    def _row(self, signs: dict[int, str], across: tuple[int, int] = (0, 0)) -> str:
        """A row of rails, with signs in some columns and a line from one column to another."""
        first, last = across
        cells = []
        for column in range(max(len(self._to), last + (last > first))):
            open_ = column < len(self._to) and self._to[column] is not None
            crossed = first < column < last
            plain = ("┼" if crossed else "│") if open_ else ("─" if crossed else " ")
            cells.append(signs.get(column, plain) + ("─" if first <= column < last else " "))
        return "".join(cells).rstrip()


def _title(node: Node) -> str:
    title = f"{node.id}  {node.time}" if node.time else node.id
    return f"{title}  {node.grade}: {node.ending}" if node.ending else title


def _words(edge: Edge, drawn: set[str]) -> str:
    words = f"{edge.name}: {edge.text}" if edge.text else edge.name
    if edge.effect:
        words += f" ({edge.effect})"
    if edge.needs:
        words += f" [{edge.needs}]"
    return f"-> {'back to ' if edge.target in drawn else ''}{edge.target}  {words}"
