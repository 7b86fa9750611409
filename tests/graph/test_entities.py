"""What is known of an entity is what all documents say of it, in any order."""

import itertools

import pytest

from casus.graph.entities import Known
from casus.ontology import EntityType

SHORT = Known(EntityType.ORGANISATION, "KH", frozenset({"KH"}), None)
LONG = Known(EntityType.ARMED_GROUP, "Kata'ib Hezbollah", frozenset({"Kata'ib Hezbollah", "KH"}), "IRQ")
OTHER = Known(EntityType.ORGANISATION, "Hizbullah Brigades", frozenset({"Hizbullah Brigades"}), "IRN")


@pytest.mark.parametrize("order", list(itertools.permutations([SHORT, LONG, OTHER])))
def test_the_most_telling_type_the_longest_name_and_all_names_stay(order: tuple[Known, Known, Known]) -> None:
    one, two, three = order
    joined = one.joined(two).joined(three)
    assert joined.type is EntityType.ARMED_GROUP
    assert joined.name == "Hizbullah Brigades"
    assert joined.names == {"KH", "Kata'ib Hezbollah", "Hizbullah Brigades"}
    assert joined.iso3 == "IRN"
