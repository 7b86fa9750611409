"""Incidents on a time axis, a row for each part that an actor had in them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from casus.explorer.drawing.axis import Axis
from casus.explorer.drawing.shapes import Dot, Figure, Shape, Stroke, Text, segment
from casus.explorer.happenings import Happened

WIDTH, LEFT, RIGHT, TOP, AXIS = 1120.0, 132.0, 44.0, 12.0, 34.0
LEAST_ROW, PADDING = 44.0, 10.0


def timeline(name: str, title: str, rows: Mapping[str, Sequence[Happened]]) -> Figure:
    """Draw dated incidents in rows by the key they come under; incidents of about one day stand on each other."""
    days = [day for row in rows.values() for one in row for day in one.days]
    axis = Axis.of(days or [date.today()], LEFT, WIDTH - RIGHT)
    radius = 5.0 if len(days) < 400 else 3.5
    shapes: list[Shape] = []
    y = TOP
    for label, row in rows.items():
        dots = list(_stacked(row, axis, radius))
        height = max(LEAST_ROW, max((level + 1 for _, level in dots), default=1) * 2 * radius + 2 * PADDING)
        y += height
        shapes += [Stroke("rule", segment(LEFT - 10, y, WIDTH - RIGHT, y)), Text("row", 16, y - height / 2 + 4, label)]
        shapes += _row(dots, axis, radius, y)
    grid = list(axis.drawn(TOP, y))
    return Figure(name, title, WIDTH, y + AXIS, [*grid, *shapes])


def _stacked(row: Sequence[Happened], axis: Axis, radius: float) -> Iterator[tuple[Happened, int]]:
    """Yield each incident with how many stand below it."""
    levels: dict[int, int] = {}
    for one in sorted((one for one in row if one.days), key=lambda one: (one.days, one.incident.id)):
        column = round(axis.x(one.middle) / (2 * radius))
        yield one, levels.get(column, 0)
        levels[column] = levels.get(column, 0) + 1


def _row(dots: Sequence[tuple[Happened, int]], axis: Axis, radius: float, base: float) -> Iterator[Shape]:
    for one, level in dots:
        y = base - PADDING - radius - level * 2 * radius
        first, last = axis.x(one.days[0]), axis.x(one.days[-1])
        if last - first > 2 * radius:
            yield Stroke("span", segment(first, y, last, y))
        column = round(axis.x(one.middle) / (2 * radius)) * 2 * radius
        yield Dot(one.kind, column, y, radius - 0.5, one.href, one.says)
