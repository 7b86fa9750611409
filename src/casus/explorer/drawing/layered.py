"""Who stands behind whom, and paths between two: from left to right in layers, with few crossings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import igraph

from casus.explorer.drawing import text
from casus.explorer.drawing.shapes import Box, Figure, Link, Point, Shape
from casus.explorer.ties import Station, Tie

WIDTH, GAP, ROW, MARGIN = 196.0, 96.0, 72.0, 14.0
NAME, NOTE, CAPTION, LINE = 13.0, 11.0, 11.0, 16.0
BADGE = 14.0
"""What a mark of denial takes below the caption, and the caption above it."""
ALONG = (0.5, 0.7, 0.3, 0.8, 0.2, 0.6, 0.4)
"""Where a caption may stand on its curve, from its beginning (0) to its end (1); the first that is free is taken."""
HEAD = 7.0


def layered(
    name: str, title: str, stations: Sequence[Station], ties: Sequence[Tie], layer: Mapping[str, int]
) -> Figure:
    """Draw stations in their layers (0: leftmost) with the ties between them.

    Rows are ordered by the barycentre heuristic of Sugiyama, Tagawa and Toda (1981), as igraph has it.
    """
    at = _places(stations, ties, layer)
    boxes = {station.id: _box(station, at[station.id]) for station in stations}
    shapes: list[Shape] = [*_links(ties, boxes), *boxes.values()]
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
    note = text.noted(station.note, WIDTH - 24, NOTE)
    says = f"{station.name}, {station.note}" if station.note else station.name
    return Box(station.type, *at, WIDTH, height, lines, note, station.href, says, station.chosen)


def _links(ties: Sequence[Tie], boxes: Mapping[str, Box]) -> Iterator[Link]:
    """Draw ties, those with a denial first: what is marked so must be seen; a caption without room is left out."""
    taken: list[Room] = []
    for tie in sorted(ties, key=lambda tie: not tie.denied):
        way = _way(boxes[tie.subject.id], boxes[tie.object.id])
        rooms = [_room(tie, way.at(along)) for along in ALONG]
        free = next((room for room in rooms if not any(map(room.meets, taken))), None)
        taken += [free or rooms[0]]
        yield tie.drawn(way.curve, way.head, (free or rooms[0]).middle, None if free else "")


class Room(NamedTuple):
    """What the caption of a tie takes, and the mark below it where the tie is denied."""

    middle: Point
    half: float
    up: float
    down: float

    def meets(self, other: "Room") -> bool:
        """Whether the two lie on one another."""
        (x, y), (other_x, other_y) = self.middle, other.middle
        return abs(x - other_x) < self.half + other.half and (
            y - self.up < other_y + other.down and other_y - other.up < y + self.down
        )


def _room(tie: Tie, middle: Point) -> Room:
    badge = BADGE if tie.denied else 0
    return Room(middle, text.width(tie.caption, CAPTION) / 2 + 3, 8 + badge, 8 + badge / 2)


class Way(NamedTuple):
    """A cubic Bézier curve by its four points, and the head at its end as a path."""

    points: tuple[Point, Point, Point, Point]
    head: str

    @property
    def curve(self) -> str:
        """The curve as a path."""
        start, *rest = (f"{x:.1f} {y:.1f}" for x, y in self.points)
        return f"M{start}C{' '.join(rest)}"

    def at(self, along: float) -> Point:
        """Return the point so far along the curve, from 0 to 1."""
        back = 1 - along
        weights = back**3, 3 * back**2 * along, 3 * back * along**2, along**3
        x, y = (sum(w * point[axis] for w, point in zip(weights, self.points, strict=True)) for axis in (0, 1))
        return x, y


def _way(subject: Box, object: Box) -> Way:
    """Return the way from one box to the other, its head at the object."""
    if subject.x == object.x:
        return _aside(subject, object)
    side = 1 if subject.x < object.x else -1
    x1, x2 = subject.x + side * subject.width / 2, object.x - side * (object.width / 2 + 1)
    bend = side * max(abs(x2 - x1) / 2, 24)
    end = x2 - side * HEAD
    points = (x1, subject.y), (x1 + bend, subject.y), (end - bend, object.y), (end, object.y)
    return Way(points, _head(x2, object.y, side))


def _aside(subject: Box, object: Box) -> Way:
    """Return the way within a column: round the right side of what stands between."""
    x1, x2 = subject.x + subject.width / 2, object.x + object.width / 2 + 1
    out = x1 + GAP * 0.7
    return Way(((x1, subject.y), (out, subject.y), (out, object.y), (x2 + HEAD, object.y)), _head(x2, object.y, -1))


def _head(x: float, y: float, side: int) -> str:
    back = x - side * HEAD
    return f"M{x:.1f} {y:.1f}L{back:.1f} {y - 4:.1f}L{back:.1f} {y + 4:.1f}Z"
