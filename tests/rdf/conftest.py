"""Answers as the graph gives them, about one incident, told by one document."""

from datetime import date

import pytest

from casus.graph import answers
from casus.ontology import EntityType, EventType, Polarity, Predicate, Status
from casus.rdf.names import Names

BASE = "https://example.org/id/"
INCIDENT = answers.Ref(id="incident/5ca1ab1e", type="Incident", name="raid")
GROUP = answers.Ref(id="org/river-front", type=EntityType.ARMED_GROUP, name="River Front")
STATE = answers.Ref(id="state/NER", type=EntityType.STATE, name="Niger")
TOWN = answers.Ref(id="place/bani", type=EntityType.PLACE, name="Bani")


def entity(ref: answers.Ref, iso3: str, *aliases: str) -> answers.Entity:
    assert ref.type != "Incident"
    return answers.Entity(id=ref.id, type=ref.type, name=ref.name, iso3=iso3, aliases=list(aliases), documents=1)


def quoted(sentence: str, start: int) -> answers.Quote:
    return answers.Quote(
        sentence=sentence, start=start, end=start + len(sentence), document="d 1", source="The Daily Läufer"
    )


def claim(
    number: int,
    subject: answers.Ref,
    predicate: Predicate,
    object_: answers.Ref,
    polarity: Polarity = Polarity.ASSERTED,
) -> answers.Claim:
    return answers.Claim(
        id=f"d 1/c{number}",
        document="d 1",
        published=date(2021, 3, 5),
        subject=subject,
        predicate=predicate,
        object=object_,
        polarity=polarity,
        confidence=0.9,
        attributed_to=STATE if number == 2 else None,
        rule="test",
        support=["weapons"] if predicate is Predicate.BACKED_BY else [],
        evidence=[quoted('"They came \\ at night",\nhe said.', 10 * number)],
    )


def relation(subject: answers.Ref, predicate: Predicate, object_: answers.Ref) -> answers.Relation:
    return answers.Relation(subject=subject, predicate=predicate, object=object_, confidence=0.9, documents=1, claims=1)


@pytest.fixture
def names() -> Names:
    return Names(BASE)


@pytest.fixture
def story() -> list[answers.Answer]:
    """A raid by a group with a backer, in a town, with one denial; in no order."""
    told = {
        "type": EventType.ASSAULT,
        "mode": "firearms",
        "status": Status.OCCURRED,
        "date": answers.Dates(earliest=date(2021, 3, 3), latest=date(2021, 3, 4)),
        "killed": answers.Toll(min=3, max=5),
        "wounded": answers.Toll(min=10, max=None),
    }
    return [
        relation(INCIDENT, Predicate.PERPETRATOR, GROUP),
        relation(INCIDENT, Predicate.LOCATED_IN, TOWN),
        relation(TOWN, Predicate.LOCATED_IN, STATE),
        claim(1, INCIDENT, Predicate.PERPETRATOR, GROUP),
        claim(2, INCIDENT, Predicate.LOCATED_IN, TOWN),
        claim(3, TOWN, Predicate.LOCATED_IN, STATE),
        claim(4, GROUP, Predicate.BACKED_BY, STATE, Polarity.DENIED),
        answers.Incident.model_validate({**told, "id": INCIDENT.id, "name": INCIDENT.name, "reports": 1}),
        answers.IncidentReport.model_validate(
            {**told, "id": "d 1/i1", "document": "d 1", "words": ["raid", "attack"], "incident": INCIDENT.id}
        ),
        answers.Document(
            id="d 1",
            title="Raid in Bani",
            source="The Daily Läufer",
            published=date(2021, 3, 5),
            url="https://example.org/news?id=1&x=<a b>",
            entities=3,
            reports=1,
            claims=4,
        ),
        entity(GROUP, "NER", "the Front", "Front du Fleuve"),
        entity(STATE, "NER", "Nigerien"),
        entity(TOWN, "NER"),
    ]
