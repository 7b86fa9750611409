"""Who stands behind whom, and paths between two: from left to right in layers, with few crossings."""

from collections.abc import Iterator, Mapping, Sequence

import igraph

from casus.explorer.drawing import text
from casus.explorer.drawing.shapes import Box, Figure, Link, Point, Shape
from casus.explorer.ties import Station, Tie

WIDTH, GAP, ROW, MARGIN = 176.0, 96.0, 72.0, 14.0
NAME, NOTE, LINE = 13.0, 11.0, 16.0
HEAD = 7.0


def layered(
    name: str, title: str, stations: Sequence[Station], ties: Sequence[Tie], layer: Mapping[str, int]
) -> Figure:
    """Draw stations in their layers (0: leftmost) with the ties between them.

    Rows are ordered by the barycentre heuristic of Sugiyama, Tagawa and Toda (1981), as igraph has it.
    """
    at = _places(stations, ties, layer)
    boxes = {station.id: _box(station, at[station.id]) for station in stations}
    shapes: list[Shape] = [link(tie, boxes[tie.subject.id], boxes[tie.object.id]) for tie in ties]
    shapes += boxes.values()
    columns = max(layer.values(), default=0) + 1
    height = max((box.y + box.height / 2 for box in boxes.values()), default=0) + MARGIN
    return Figure(name, title, columns * WIDTH + (columns - 1) * GAP + 2 * MARGIN, height, shapes)


def _places(stations: Sequence[Station], ties: Sequence[Tie], layer: Mapping[str, int]) -> dict[str, Point]:
    """Return the centre of each station: its layer's column, and a row that keeps crossings few."""
    number = {station.id: index for index, station in enumerate(stations)}
    pairs = [sorted((tie.subject.id, tie.object.id), key=layer.__getitem__) for tie in ties]
    edges = [(number[a], number[b]) for a, b in pairs if layer[a] < layer[b]]
    graph = igraph.Graph(n=len(stations), edges=edges, directed=True)
    rows = graph.layout_sugiyama(layers=[layer[station.id] for station in stations]).coords
    order = {station.id: rows[number[station.id]][0] for station in stations}
    return dict(_centred(stations, order, layer))


def _centred(
    stations: Sequence[Station], order: Mapping[str, float], layer: Mapping[str, int]
) -> Iterator[tuple[str, Point]]:
    columns: dict[int, list[str]] = {}
    for station in sorted(stations, key=lambda station: (order[station.id], station.id)):
        columns.setdefault(layer[station.id], []).append(station.id)
    tallest = max(map(len, columns.values()), default=0)
    for column, ids in columns.items():
        for row, id in enumerate(ids):
            y = MARGIN + ROW * ((tallest - len(ids)) / 2 + row + 0.5)
            yield id, (MARGIN + column * (WIDTH + GAP) + WIDTH / 2, y)


def _box(station: Station, at: Point) -> Box:
    lines = text.broken(station.name, WIDTH - 24, NAME)
    height = 14 + LINE * len(lines) + (14 if station.note else 0)
    note = text.shortened(station.note, WIDTH - 24, NOTE)
    says = f"{station.name}, {station.note}" if station.note else station.name
    return Box(station.type, *at, WIDTH, height, lines, note, station.href, says, station.chosen)


def link(tie: Tie, subject: Box, object: Box) -> Link:
    """Draw a tie from one box to the other, its head at the object."""
    if subject.x == object.x:
        return _aside(tie, subject, object)
    side = 1 if subject.x < object.x else -1
    x1, x2 = subject.x + side * subject.width / 2, object.x - side * (object.width / 2 + 1)
    bend = side * max(abs(x2 - x1) / 2, 24)
    end = x2 - side * HEAD
    curve = _curve((x1, subject.y), (x1 + bend, subject.y), (end - bend, object.y), (end, object.y))
    return tie.drawn(curve, _head(x2, object.y, side), ((x1 + x2) / 2, (subject.y + object.y) / 2))


def _aside(tie: Tie, subject: Box, object: Box) -> Link:
    """Draw a tie within a column: round the right side of what stands between."""
    x1, x2 = subject.x + subject.width / 2, object.x + object.width / 2 + 1
    out = x1 + GAP * 0.7
    curve = _curve((x1, subject.y), (out, subject.y), (out, object.y), (x2 + HEAD, object.y))
    return tie.drawn(curve, _head(x2, object.y, -1), (x1 + GAP * 0.5, (subject.y + object.y) / 2))


def _curve(start: Point, one: Point, two: Point, end: Point) -> str:
    """Return a cubic Bézier curve as a path."""
    return f"M{start[0]:.1f} {start[1]:.1f}C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in (one, two, end))


def _head(x: float, y: float, side: int) -> str:
    back = x - side * HEAD
    return f"M{x:.1f} {y:.1f}L{back:.1f} {y - 4:.1f}L{back:.1f} {y + 4:.1f}Z"
