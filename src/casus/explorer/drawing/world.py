"""Incidents on a map: outlines of countries, and a circle for each place, the larger the more happened there."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casus.explorer.drawing import text
from casus.explorer.drawing.outlines import Outline, outlines
from casus.explorer.drawing.shapes import Dot, Figure, Shape, Stroke, Text

WIDTH, TALLEST, LEAST = 1120.0, 480.0, 300.0
LEAST_SPAN = 14.0
"""Degrees: a map shows the surroundings of what lies close together."""
EDGE = (-180.0, -56.0, 180.0, 78.0)
"""The world without the ice."""
LABELS = 14


@dataclass(frozen=True)
class Spot:
    """A place with what happened there; `near` where only the country is known."""

    id: str
    name: str
    longitude: float
    latitude: float
    incidents: int
    href: str
    near: bool = False

    @property
    def says(self) -> str:
        """Say what the circle stands for."""
        some = f"{self.incidents} incident{'s' * (self.incidents != 1)}"
        return f"{self.name}: {some}" + (", where in it is not known" if self.near else "")


@dataclass(frozen=True)
class Projection:
    """Equirectangular, with the middle latitude true to scale: enough for a country or a continent."""

    west: float
    north: float
    scale: float
    squeeze: float

    def __call__(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point lies in the picture."""
        return (longitude - self.west) * self.scale * self.squeeze, (self.north - latitude) * self.scale


def world(name: str, title: str, spots: Sequence[Spot]) -> Figure:
    """Draw spots on as much of the world as shows them all."""
    west, south, east, north = _extent(spots)
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * squeeze)
    height = min(max((north - south) * scale, LEAST), TALLEST)
    project = Projection(west, north, scale, squeeze)
    land = [Stroke("land", _path(outline, project), outline.name) for outline in outlines()]
    lands: list[Shape] = [shape for shape in land if _in_sight(shape.path, height)]
    dots = sorted(spots, key=lambda spot: -spot.incidents)
    return Figure(name, title, WIDTH, height, [*lands, *_dots(dots, project), *_labels(dots, project)])


def _extent(spots: Sequence[Spot]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of what is shown, in the picture's proportions."""
    if not spots:
        return EDGE
    west, east = min(spot.longitude for spot in spots), max(spot.longitude for spot in spots)
    south, north = min(spot.latitude for spot in spots), max(spot.latitude for spot in spots)
    wide, tall = (max(LEAST_SPAN, (high - low) * 1.35) for low, high in ((west, east), (south, north)))
    squeeze = math.cos(math.radians((south + north) / 2))
    wide = max(wide, tall * WIDTH / TALLEST / squeeze)
    tall = max(tall, wide * squeeze * 0.42)
    middle, centre = (west + east) / 2, (south + north) / 2
    if wide >= EDGE[2] - EDGE[0]:
        return EDGE
    return middle - wide / 2, centre - tall / 2, middle + wide / 2, centre + tall / 2


def _path(outline: Outline, project: Projection) -> str:
    rings = (" ".join(f"{x:.1f} {y:.1f}" for x, y in (project(*point) for point in ring)) for ring in outline.rings)
    return "".join(f"M{ring}Z" for ring in rings)


def _in_sight(path: str, height: float) -> bool:
    """Whether any part of it lies in the picture, going by the box around it."""
    numbers = [float(number) for number in path.replace("M", " ").replace("Z", " ").split()]
    across, down = numbers[::2], numbers[1::2]
    return min(across) < WIDTH and max(across) > 0 and min(down) < height and max(down) > 0


def _dots(spots: Sequence[Spot], project: Projection) -> Iterator[Shape]:
    for spot in spots:
        radius = _radius(spot)
        yield Dot(
            "near" if spot.near else "spot", *project(spot.longitude, spot.latitude), radius, spot.href, spot.says
        )


def _labels(spots: Sequence[Spot], project: Projection) -> Iterator[Shape]:
    """Name the spots with most incidents, each at the first of four sides where no other name lies."""
    taken: list[Text] = []
    for spot in spots[: LABELS * 3]:
        free = (one for one in _sides(spot, project) if not any(_overlap(one, other) for other in taken))
        if label := next(free, None):
            taken.append(label)
            yield label
        if len(taken) == LABELS:
            return


def _sides(spot: Spot, project: Projection) -> Iterator[Text]:
    x, y = project(spot.longitude, spot.latitude)
    out = _radius(spot) + 4
    yield Text("place", x + out, y + 4, spot.name)
    yield Text("place", x - out, y + 4, spot.name, "end")
    yield Text("place", x, y - out, spot.name, "middle")
    yield Text("place", x, y + out + 9, spot.name, "middle")


def _overlap(one: Text, other: Text) -> bool:
    (left, right), (start, end) = _reach(one), _reach(other)
    return abs(one.y - other.y) < 13 and left < end and start < right


def _reach(label: Text) -> tuple[float, float]:
    wide = text.width(label.words, 12)
    left = label.x - wide * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    return left, left + wide


def _radius(spot: Spot) -> float:
    return min(5 + 3 * math.sqrt(spot.incidents), 30)
