"""Incidents and places on a map: GeoJSON (RFC 7946), longitude before latitude, WGS 84.

Where a place is comes from the shipped knowledge (or the user's own); what is placed nowhere has a null geometry.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from casus.graph import answers
from casus.knowledge import Knowledge

Point = tuple[float, float]
"""Longitude and latitude, in degrees."""
Where = Callable[[str], Point | None]
"""Where the place of an id is."""
Feature = dict[str, Any]
Mappable = answers.ProxyPaths | answers.Neighbourhood | answers.Page[answers.Incident]


class Places:
    """Where places and states are, by what Casus knows; read on first use."""

    def __init__(self, knowledge: Callable[[], Knowledge]) -> None:
        self._read = knowledge

    def where(self, id: str) -> Point | None:
        """Return the point of a place's id."""
        known = self._knowledge.get(id)
        if known is None or known.longitude is None or known.latitude is None:
            return None
        return known.longitude, known.latitude

    @cached_property
    def _knowledge(self) -> Knowledge:
        return self._read()


def feature_collection(answer: Mappable, where: Where) -> dict[str, Any]:
    """Return an answer as a FeatureCollection: a point for every incident and place."""
    return {"type": "FeatureCollection", "features": list(_features(answer, where))}


def _features(answer: Mappable, where: Where) -> Iterator[Feature]:
    match answer:
        case answers.ProxyPaths():
            yield from (_incident(path.incident, where, score=path.score) for path in answer.paths)
        case answers.Neighbourhood():
            yield from (_node(node, where, _places_of(answer, node)) for node in answer.nodes)
        case answers.Page():
            yield from (_incident(incident, where) for incident in answer.items)


def _incident(incident: answers.Incident, where: Where, **more: Any) -> Feature:
    told = incident.model_dump(mode="json", include={"name", "type", "mode", "status", "date", "killed", "wounded"})
    parts = {
        "perpetrators": [one.name for one in incident.perpetrators],
        "targets": [one.name for one in incident.targets],
        "places": [one.name for one in incident.places],
    }
    return _feature(incident.id, (place.id for place in incident.places), where, {**told, **parts, **more})


def _node(node: answers.Ref, where: Where, places: Iterable[str]) -> Feature:
    return _feature(node.id, places, where, {"name": node.name, "kind": str(node.type)})


def _places_of(answer: answers.Neighbourhood, node: answers.Ref) -> list[str]:
    within = [one.object.id for one in answer.relations if one.subject.id == node.id and one.predicate == "located-in"]
    return [node.id, *within]


def _feature(id: str, places: Iterable[str], where: Where, properties: dict[str, Any]) -> Feature:
    """Return a feature at the first place that is known; towns before the states they are in."""
    nearest = sorted(places, key=lambda place: place.startswith("state/"))
    point = next(filter(None, map(where, nearest)), None)
    geometry = {"type": "Point", "coordinates": list(point)} if point else None
    return {"type": "Feature", "id": id, "geometry": geometry, "properties": properties}
