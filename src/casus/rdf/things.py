"""What news is about, as triples: entities, incidents, the plain relationships between them, and who published.

Rows are those of cypher/export. No node is blank; of what holds several values, they are sorted.
"""

from collections.abc import Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode

from casus.datasets import CATALOGUE
from casus.ontology import EntityType, Predicate
from casus.rdf.names import Names
from casus.rdf.terms import Triple, count, day, types
from casus.rdf.vocabulary import (
    CASUS,
    DCAT,
    DCTERMS,
    GEO,
    PLOVER,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SEM,
    SF,
    SKOS,
    TYPE,
    XSD,
    kinds,
    kinds_of,
    known_as,
    property_of,
)

Row = dict[str, Any]

ROLES = {Predicate.PERPETRATOR: CASUS["perpetratorRole"], Predicate.TARGET: CASUS["targetRole"]}
_DATA_SETS = {one.title: one for one in CATALOGUE.values()}
_PREDICATES = {predicate.relationship: predicate for predicate in Predicate}
_PREF_LABEL, _ALT_LABEL, _ISO3 = SKOS["prefLabel"], SKOS["altLabel"], CASUS["iso3"]


def publisher(source: Row, names: Names) -> Iterator[Triple]:
    """Yield who published documents; of a data set also its licence and how to cite it."""
    agent = names.publisher(source["name"])
    yield agent, TYPE, PROV["Agent"]
    if known := _DATA_SETS.get(source["name"]):
        yield agent, TYPE, DCAT["Dataset"]
        yield agent, DCTERMS["license"], Literal(known.licence)
        yield agent, DCTERMS["bibliographicCitation"], Literal(known.citation)
        yield agent, DCAT["landingPage"], NamedNode(known.address)
    yield agent, RDFS["label"], Literal(source["name"])


def judgement(judged: Row, names: Names) -> Iterator[Triple]:
    """Yield what a person judged of two reports, or of two names."""
    thing = names.judgement(judged["id"])
    name = names.report if judged["kind"] == "reports" else names.of
    yield from types(thing, kinds(CASUS["Judgement"]))
    yield thing, DCTERMS["identifier"], Literal(judged["id"])
    yield thing, CASUS["one"], name(judged["one"])
    yield thing, CASUS["other"], name(judged["other"])
    yield thing, CASUS["verdict"], Literal(judged["verdict"])
    if judged.get("kept"):
        yield thing, CASUS["kept"], names.of(judged["kept"])
    if judged.get("score") is not None:
        yield thing, CASUS["likelihood"], Literal(repr(judged["score"]), datatype=XSD["double"])
    yield thing, CASUS["by"], Literal(judged["by"])
    yield thing, PROV["generatedAtTime"], Literal(judged["at"], datatype=XSD["dateTime"])


def entity(entity: Row, relations: list[Row], names: Names) -> Iterator[Triple]:
    """Yield what is known of an entity, and which relationships hold for it."""
    thing, type_ = names.of(entity["id"]), EntityType(entity["type"])
    yield from types(thing, kinds_of(type_))
    yield thing, _PREF_LABEL, Literal(entity["name"])
    yield from ((thing, _ALT_LABEL, Literal(name)) for name in sorted(entity["names"]) if name != entity["name"])
    if entity.get("iso3"):
        yield thing, _ISO3, Literal(entity["iso3"])
    within = SCHEMA["containedInPlace"] if type_ is EntityType.PLACE else None
    yield from _relations(thing, relations, within, names)
    if entity.get("point"):
        yield from _point(thing, entity["point"], names)


def incident(incident: Row, relations: list[Row], names: Names) -> Iterator[Triple]:
    """Yield what all reports of an incident say together, and which relationships hold for it."""
    thing = names.of(incident["id"])
    yield from types(thing, kinds(CASUS["Incident"]))
    yield thing, _PREF_LABEL, Literal(incident["name"])
    yield from happening(thing, incident)
    yield from _relations(thing, relations, SEM["hasPlace"], names)


def happening(thing: NamedNode, row: Row) -> Iterator[Triple]:
    """Yield what incidents and reports have in common: kind, whether it is real, when, and how many people."""
    yield thing, SEM["eventType"], PLOVER[row["type"]]
    if row.get("mode"):
        yield thing, SEM["eventType"], PLOVER[f"{row['type']}-{row['mode']}"]
    yield thing, CASUS["status"], CASUS[row["status"]]
    if row.get("earliest"):
        yield thing, SEM["hasEarliestBeginTimeStamp"], day(row["earliest"])
        yield thing, SEM["hasLatestEndTimeStamp"], day(row["latest"])
    for toll in ("killed", "wounded"):
        if row.get(f"{toll}_min") is not None:
            yield thing, CASUS[f"{toll}AtLeast"], count(row[f"{toll}_min"])
        if row.get(f"{toll}_max") is not None:
            yield thing, CASUS[f"{toll}AtMost"], count(row[f"{toll}_max"])


def _relations(thing: NamedNode, relations: list[Row], within: NamedNode | None, names: Names) -> Iterator[Triple]:
    """Yield plain relationships; `within` is what other vocabularies call being located in a place."""
    known = [(_PREDICATES[one["type"]], one["object"]) for one in relations if one["type"] in _PREDICATES]
    for predicate, other in known:
        yield from _relation(thing, predicate, other, within, names)
    for predicate, other in known:
        if predicate in ROLES:
            yield from _role(thing, predicate, other, names)


def _relation(
    thing: NamedNode, predicate: Predicate, object_: str, within: NamedNode | None, names: Names
) -> Iterator[Triple]:
    property_, other = property_of(predicate), names.of(object_)
    yield thing, property_, other
    if predicate in ROLES:
        yield thing, SEM["hasActor"], names.role(thing, predicate, object_)
        return
    yield from ((thing, broader, other) for broader in known_as(property_))
    if predicate is Predicate.LOCATED_IN and within:
        yield thing, within, other


def _role(incident: NamedNode, predicate: Predicate, actor: str, names: Names) -> Iterator[Triple]:
    """Yield the actor's part in the incident in the terms of SEM, which wants a node for it."""
    role = names.role(incident, predicate, actor)
    yield role, TYPE, SEM["Role"]
    yield role, SEM["roleType"], ROLES[predicate]
    yield role, RDF["value"], names.of(actor)


def _point(place: NamedNode, at: tuple[float, float], names: Names) -> Iterator[Triple]:
    latitude, longitude = at
    point = names.point(place)
    yield place, GEO["hasGeometry"], point
    yield point, TYPE, SF["Point"]
    yield point, GEO["asWKT"], Literal(f"POINT ({longitude:.6g} {latitude:.6g})", datatype=GEO["wktLiteral"])
