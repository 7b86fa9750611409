"""Who answered what: incidents in their order in time, a row for each side, every answer an arc back to its cause.

The axis is in the order of time and not to its scale, since answers follow each other within days and then not for
years: how long it took is written on the arc.
"""

from collections.abc import Iterator, Mapping, Sequence

from casus.explorer.drawing import text
from casus.explorer.drawing.shapes import Box, Figure, Link, Shape, Stroke, Text, segment
from casus.explorer.happenings import Happened
from casus.explorer.ties import Tie

WIDTH, HEIGHT, STEP, ROW, LEFT, TOP = 168.0, 62.0, 196.0, 116.0, 140.0, 44.0
NAME, NOTE = 13.0, 11.0
HEAD = 7.0


def chain(name: str, title: str, happened: Sequence[Happened], ties: Sequence[Tie], chosen: str) -> Figure:
    """Draw incidents, in their order, with the answers between them."""
    sides = list(dict.fromkeys(one.side for one in happened))
    boxes = {one.incident.id: _box(one, column, sides, chosen) for column, one in enumerate(happened)}
    width = LEFT + len(happened) * STEP
    base = TOP + len(sides) * ROW
    shapes: list[Shape] = [shape for row, side in enumerate(sides) for shape in _row(side, row, width)]
    shapes += _days(happened, boxes, base)
    lags = {one.incident.id: one for one in happened}
    shapes += [_arc(tie, boxes, lags) for tie in ties]
    return Figure(name, title, width, base + 34, [*shapes, *boxes.values()])


def _row(side: str, row: int, width: float) -> Iterator[Shape]:
    base = TOP + (row + 1) * ROW - 8
    yield Stroke("rule", segment(0, base, width, base))
    for number, line in enumerate(text.broken(side, LEFT - 24, NAME, 3)):
        yield Text("row", 16, base - ROW / 2 + number * 16, line)


def _days(happened: Sequence[Happened], boxes: Mapping[str, Box], base: float) -> Iterator[Shape]:
    before = None
    for one in happened:
        box = boxes[one.incident.id]
        yield Stroke("grid", segment(box.x, box.y + box.height / 2, box.x, base + 2))
        yield Text("mark", box.x, base + 18, "same day" if one.when == before else one.when, "middle")
        before = one.when


def _box(one: Happened, column: int, sides: Sequence[str], chosen: str) -> Box:
    x = LEFT + column * STEP + WIDTH / 2
    y = TOP + sides.index(one.side) * ROW + ROW / 2 - 8
    lines = text.broken(one.headline, WIDTH - 24, NAME)
    note = text.noted(one.note, WIDTH - 24, NOTE)
    return Box("Incident", x, y, WIDTH, HEIGHT, lines, note, one.href, one.says, one.incident.id == chosen)


def _arc(tie: Tie, boxes: Mapping[str, Box], happened: Mapping[str, Happened]) -> Link:
    """Draw an arc over the boxes from an answer back to what it answers, with the days between them."""
    later, earlier = boxes[tie.subject.id], boxes[tie.object.id]
    side = 1 if later.x > earlier.x else -1
    x1, y1 = later.x - side * 24, later.y - later.height / 2
    x2, y2 = earlier.x + side * 24, earlier.y - earlier.height / 2 - 1
    up = min(y1, y2) - 26 - min(40, abs(x1 - x2) / 40)
    curve = f"M{x1:.1f} {y1:.1f}C{x1:.1f} {up:.1f} {x2:.1f} {up:.1f} {x2:.1f} {y2 - HEAD:.1f}"
    head = f"M{x2:.1f} {y2:.1f}L{x2 - 4:.1f} {y2 - HEAD:.1f}L{x2 + 4:.1f} {y2 - HEAD:.1f}Z"
    middle = ((x1 + x2) / 2, (y1 + y2) / 8 + up * 0.75)
    caption = happened[tie.subject.id].after(happened[tie.object.id])
    return tie.drawn(curve, head, middle, caption or None)
