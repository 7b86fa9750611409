"""Where incidents were, on the map: the points of places that Casus knows."""

from collections.abc import Iterable

import anyio

from casus.explorer import addresses
from casus.explorer.drawing.world import Spot
from casus.explorer.happenings import Happened
from casus.formats.places import Places
from casus.graph.answers import Ref
from casus.ontology import EntityType


class Atlas:
    """The known places."""

    def __init__(self, places: Places) -> None:
        self._places = places

    async def spots(self, happened: Iterable[Happened]) -> list[Spot]:
        """Return the places of incidents, each once with the number of incidents there."""
        return await anyio.to_thread.run_sync(self._spots, list(happened))

    def _spots(self, happened: list[Happened]) -> list[Spot]:
        numbers: dict[str, int] = {}
        places: dict[str, Ref] = {}
        for place in (place for one in happened for place in self._nearest(one)):
            numbers[place.id] = numbers.get(place.id, 0) + 1
            places[place.id] = place
        return [self._spot(place, numbers[id]) for id, place in places.items()]

    def _nearest(self, one: Happened) -> list[Ref]:
        """Return those of an incident's places that have a point, without the countries where a town is known."""
        known = [place for place in one.incident.places if self._places.where(place.id)]
        return [place for place in known if place.type is not EntityType.STATE] or known

    def _spot(self, place: Ref, number: int) -> Spot:
        longitude, latitude = self._places.where(place.id) or (0.0, 0.0)
        near = place.type is EntityType.STATE
        return Spot(place.id, place.name, longitude, latitude, number, addresses.page(place), near)
