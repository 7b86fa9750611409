"""Neighbourhoods: what is tied together lies together, up to some thousand nodes."""

from collections.abc import Sequence

import igraph

from casus.explorer.drawing import text
from casus.explorer.drawing.shapes import Dot, Figure, Link, Shape, Text
from casus.explorer.ties import Station, Tie

FEW = 120
"""Up to so many nodes the slower layout, which looks better, takes no time worth mentioning."""
ROUNDS = 150
APART = 1.0
"""The length of an edge at rest, in the layout's units."""
MARGIN, SIZE = 60.0, 12.0


def network(name: str, title: str, stations: Sequence[Station], ties: Sequence[Tie]) -> Figure:
    """Draw stations and ties as Kamada and Kawai (1989) lay them out; many, as Fruchterman and Reingold (1991) do."""
    number = {station.id: index for index, station in enumerate(stations)}
    graph = igraph.Graph(n=len(stations), edges=[(number[tie.subject.id], number[tie.object.id]) for tie in ties])
    side = max(520.0, min(2600.0, 130 * len(stations) ** 0.5))
    width, height = side * 1.5, side
    layout = _few(graph) if len(stations) <= FEW else _many(graph)
    layout.fit_into((MARGIN, MARGIN, width - MARGIN * 2, height - MARGIN), keep_aspect_ratio=False)
    at = {id: layout[index] for id, index in number.items()}
    degree = dict(zip(number, graph.degree(), strict=True))
    radius = {id: 4 + min(12.0, 1.6 * count**0.5) for id, count in degree.items()}
    bare = len(stations) > FEW
    shapes: list[Shape] = [_link(tie, at, radius[tie.object.id], bare=bare) for tie in ties]
    shapes += [_dot(station, at[station.id], radius[station.id]) for station in stations]
    shapes += _names(stations, at, radius, width)
    return Figure(name, title, width, height, shapes)


def _few(graph: igraph.Graph) -> igraph.Layout:
    return graph.layout_kamada_kawai(seed=graph.layout_circle())


def _many(graph: igraph.Graph) -> igraph.Layout:
    """Begin as far apart as the nodes will end up: only then does the grid spare looking at every pair of them."""
    start = graph.layout_circle()
    start.scale(APART * graph.vcount() ** 0.5)
    return graph.layout_fruchterman_reingold(seed=start, niter=ROUNDS, grid=True)


def _dot(station: Station, at: Sequence[float], radius: float) -> Dot:
    kind = f"{station.type} chosen" if station.chosen else station.type
    return Dot(kind, at[0], at[1], radius, station.href, f"{station.name}, {station.note}")


def _link(tie: Tie, at: dict[str, Sequence[float]], radius: float, *, bare: bool) -> Link:
    (x1, y1), (x2, y2) = at[tie.subject.id], at[tie.object.id]
    far = max(1.0, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
    dx, dy = (x2 - x1) / far, (y2 - y1) / far
    x2, y2 = x2 - dx * (radius + 1), y2 - dy * (radius + 1)
    back, side = 7.0, 3.5
    head = (
        f"M{x2:.1f} {y2:.1f}L{x2 - dx * back - dy * side:.1f} {y2 - dy * back + dx * side:.1f}"
        f"L{x2 - dx * back + dy * side:.1f} {y2 - dy * back - dx * side:.1f}Z"
    )
    curve = f"M{x1:.1f} {y1:.1f}L{x2 - dx * back:.1f} {y2 - dy * back:.1f}"
    middle = ((x1 + x2) / 2, (y1 + y2) / 2)
    return tie.drawn(curve + head, "", middle, "") if bare else tie.drawn(curve, head, middle, "")


def _names(
    stations: Sequence[Station], at: dict[str, Sequence[float]], radius: dict[str, float], width: float
) -> list[Shape]:
    """Name the stations with most ties, on the right where there is room; no name lies on another."""
    named, taken = list[Shape](), list[tuple[float, float, float]]()
    for station in sorted(stations, key=lambda station: (not station.chosen, -radius[station.id], station.id)):
        words = text.shortened(station.name, 200, SIZE)
        wide, (x, y), off = text.width(words, SIZE), at[station.id], radius[station.id] + 4
        left = x + off if x + off + wide < width else x - off - wide
        if all(abs(y - other_y) > 14 or left > end or left + wide < start for start, end, other_y in taken):
            taken.append((left, left + wide, y))
            named.append(Text("place", left, y + 4, words))
        if len(named) >= FEW:
            break
    return named
