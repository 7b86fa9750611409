"""What a picture is made of. Lengths are CSS pixels, y grows downwards; what a shape looks like is the template's."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """An actor or incident: a card with a name on up to two lines and a note below; `x` and `y` are its centre."""

    shape: ClassVar = "box"
    kind: str
    x: float
    y: float
    width: float
    height: float
    lines: Sequence[str]
    note: str
    href: str
    says: str
    chosen: bool = False


@dataclass(frozen=True)
class Link:
    """A relationship: a curve with a head at its object's end; where it leads to is the evidence for it.

    Where there are thousands, the head is a part of the curve, and nothing but that is drawn.
    """

    shape: ClassVar = "link"
    kind: str
    curve: str
    head: str
    middle: Point
    caption: str
    href: str
    says: str
    thickness: float = 1.5
    denials: int = 0
    denied: bool = False


@dataclass(frozen=True)
class Dot:
    """An incident or, in large neighbourhoods, an actor."""

    shape: ClassVar = "dot"
    kind: str
    x: float
    y: float
    radius: float
    href: str
    says: str
    caption: str = ""


@dataclass(frozen=True)
class Text:
    """Words in the picture; `anchor` is start, middle or end."""

    shape: ClassVar = "text"
    kind: str
    x: float
    y: float
    words: str
    anchor: str = "start"


@dataclass(frozen=True)
class Stroke:
    """A line or an area that is no relationship: an axis, a grid, a coast, a span of days."""

    shape: ClassVar = "stroke"
    kind: str
    path: str
    says: str = ""


Shape = Box | Link | Dot | Text | Stroke


@dataclass(frozen=True)
class Figure:
    """A picture: what it shows in a few words, and its shapes, the hindmost first."""

    name: str
    title: str
    width: float
    height: float
    shapes: Sequence[Shape] = field(default_factory=list)


def segment(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return the path of a straight line."""
    return f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
