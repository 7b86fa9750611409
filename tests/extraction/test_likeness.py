"""What signs say together of two tellings."""

from random import Random

from casus.extraction.likeness import WEIGHTS, likeness


def test_the_order_in_which_signs_come_makes_no_difference() -> None:
    draw = Random(1)
    for _ in range(200):
        signs = draw.sample(sorted(WEIGHTS), 6)
        assert likeness(signs) == likeness(reversed(signs))
