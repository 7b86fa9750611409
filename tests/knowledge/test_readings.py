from datetime import date

import pytest

from casus.knowledge import Knowledge, Role
from casus.ontology import EntityType


@pytest.mark.parametrize(
    ("name", "identity", "role"),
    [
        ("Iran", "state/IRN", Role.NAME),
        ("Iranian", "state/IRN", Role.DEMONYM),
        ("Saudis", "state/SAU", Role.NATIONALS),
        ("Tehran", "state/IRN", Role.CAPITAL),
        ("Tehran", "place/tehran", Role.NAME),
        ("the Kremlin", "state/RUS", Role.SEAT),
        ("Soviet", "state/SUN", Role.DEMONYM),
        ("Hizbullah", "org/hezbollah", Role.NAME),
        ("IRGC", "org/irgc", Role.ABBREVIATION),
        ("Nasrallah", "person/hassan-nasrallah", Role.SURNAME),
        ("IRAN", "state/IRN", Role.NAME),
    ],
)
def test_a_name_stands_for_what_it_names_in_its_role(
    name: str, identity: str, role: Role, knowledge: Knowledge
) -> None:
    assert (identity, role) in [(one.known.id, one.role) for one in knowledge.named(name)]


@pytest.mark.parametrize(
    ("name", "identities"),
    [
        ("Georgia", {"state/GEO", "place/georgia"}),
        ("Tripoli", {"place/tripoli", "place/tripoli-lbn"}),
        ("Congo", {"state/COD", "state/COG"}),
        ("SLA", {"org/sla", "org/south-lebanon-army"}),
        ("Punjab", {"place/punjab-pak", "place/punjab"}),
    ],
)
def test_an_ambiguous_name_carries_all_its_readings(name: str, identities: set[str], knowledge: Knowledge) -> None:
    assert identities <= {one.known.id for one in knowledge.named(name)}


@pytest.mark.parametrize("name", ["us", "is", "who", "", "Nobody Knows This Name"])
def test_what_is_no_name_stands_for_nothing(name: str, knowledge: Knowledge) -> None:
    assert knowledge.named(name) == ()


def test_the_state_comes_before_the_province_of_its_name(knowledge: Knowledge) -> None:
    assert knowledge.named("Georgia")[0].known.type is EntityType.STATE


def test_the_largest_city_of_a_name_comes_first(knowledge: Knowledge) -> None:
    assert knowledge.named("Birmingham")[0].known.iso3 == "GBR"


@pytest.mark.parametrize(
    ("person", "on", "title_class", "iso3"),
    [
        ("person/mike-pompeo", date(2019, 6, 1), "foreign", "USA"),
        ("person/mike-pompeo", date(2017, 6, 1), "intelligence", "USA"),
        ("person/qasem-soleimani", date(2019, 12, 31), "commander", "IRN"),
        ("person/mahmoud-abbas", date(2003, 5, 1), "head-of-government", "PSE"),
    ],
)
def test_an_office_is_the_one_held_on_the_day(
    person: str, on: date, title_class: str, iso3: str, knowledge: Knowledge
) -> None:
    office = knowledge.office(person, on)
    assert office is not None
    assert (office.title_class, office.iso3) == (title_class, iso3)


def test_before_the_first_office_there_is_none(knowledge: Knowledge) -> None:
    assert knowledge.office("person/mike-pompeo", date(1999, 1, 1)) is None


def test_without_a_day_the_office_is_the_last_one(knowledge: Knowledge) -> None:
    office = knowledge.office("person/leon-panetta", None)
    assert office is not None
    assert office.title_class == "defence"


def test_the_leader_of_a_group_leads_the_group_not_a_state(knowledge: Knowledge) -> None:
    office = knowledge.office("person/hassan-nasrallah", date(2006, 7, 12))
    assert office is not None
    assert (office.body, office.iso3) == ("org/hezbollah", None)


def test_an_unknown_id_gets_nothing(knowledge: Knowledge) -> None:
    assert knowledge.get("org/no-such-thing") is None


def test_containment_leads_from_a_place_to_its_state(knowledge: Knowledge) -> None:
    above = {one.id: one.parent for one in knowledge}
    assert above[above["place/green-zone"] or ""] == "state/IRQ"
