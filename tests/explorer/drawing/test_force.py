"""Neighbourhoods: all of it is drawn, within the picture, and what is tied together lies together."""

from itertools import pairwise

import pytest

from casus.explorer.drawing.force import FEW, network
from casus.explorer.drawing.shapes import Dot, Link
from casus.explorer.ties import Station, Tie
from casus.graph.answers import Ref
from casus.ontology import EntityType, Predicate


def chain(length: int) -> tuple[list[Station], list[Tie]]:
    refs = [Ref(id=f"org/{number}", type=EntityType.ARMED_GROUP, name=f"Group {number}") for number in range(length)]
    ties = [Tie(one, Predicate.BACKED_BY, two, 0.8, 1, number) for number, (one, two) in enumerate(pairwise(refs))]
    return [Station.of(ref) for ref in refs], ties


@pytest.mark.parametrize("length", [1, FEW, FEW + 1, 2000])
def test_every_node_and_tie_is_drawn_within_the_picture(length: int) -> None:
    figure = network("network", "A chain", *chain(length))
    dots = [shape for shape in figure.shapes if isinstance(shape, Dot)]
    assert len(dots) == length
    assert sum(isinstance(shape, Link) for shape in figure.shapes) == length - 1
    assert all(0 <= dot.x <= figure.width and 0 <= dot.y <= figure.height for dot in dots)


@pytest.mark.parametrize("length", [FEW, FEW * 4])
def test_what_is_tied_lies_closer_than_what_is_not(length: int) -> None:
    figure = network("network", "A chain", *chain(length))
    at = [complex(shape.x, shape.y) for shape in figure.shapes if isinstance(shape, Dot)]
    tied = sum(abs(one - two) for one, two in pairwise(at)) / (length - 1)
    others = sum(abs(one - at[(place + length // 3) % length]) for place, one in enumerate(at)) / length
    assert tied < others / 2
