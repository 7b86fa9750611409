"""Two names are one organisation's where they are spelt alike, or one is the other's initials."""

import pytest

from casus.graph.likeness import ALIKE, Names, likeness


def score(one: str, other: str, *countries: str) -> float:
    first, second = countries or (None, None)
    return likeness(Names((one,), first), Names((other,), second)).score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kataeb Hizbullah", "Kata'ib Hezbollah"),
        ("Jaish al-Islam", "Jaysh ul Islam"),
        ("Boko Harm", "Boko Haram"),
        ("Wagner", "Wagner Group"),
        ("Islamic Revolutionary Guards", "Islamic Revolutionary Guard Corps"),
        ("PMF", "Popular Mobilisation Forces"),
        ("MSOP", "Movement for the Survival of the Ogoni People"),
    ],
)
def test_names_that_look_alike_are_alike(one: str, other: str) -> None:
    assert score(one, other) == score(other, one) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hezbollah", "Kata'ib Hezbollah"),
        ("11th Brigade", "12th Brigade"),
        ("Eastern Command", "Western Command"),
        ("Syrian National Army", "Syrian National Council"),
        ("Ansar al-Sharia", "Ansar al-Islam"),
        ("police", "the police"),
    ],
)
def test_names_that_differ_in_what_tells_them_apart_are_not(one: str, other: str) -> None:
    assert score(one, other) == score(other, one) < ALIKE


def test_one_country_speaks_for_two_names_and_two_against_them() -> None:
    names = "Kataeb Hizbullah", "Kata'ib Hezbollah"
    assert score(*names, "IRQ", "LBN") < ALIKE < score(*names) < score(*names, "IRQ", "IRQ")


def test_the_most_alike_of_all_names_count_and_are_the_reason() -> None:
    found = likeness(Names(("The Brigades", "Kataeb"), "IRQ"), Names(("Saraya", "Kataib"), "IRQ"))
    assert found.reasons == ["Kataeb is spelt much as Kataib", "both are of IRQ"]
