"""The page of paths: how one actor reaches another through groups that they back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from casus.explorer import addresses, questions, tables
from casus.explorer.drawing.layered import layered
from casus.explorer.drawing.shapes import Figure
from casus.explorer.filters import Filters
from casus.explorer.happenings import Happened
from casus.explorer.inquiry import Inquiry
from casus.explorer.questions import Scope
from casus.explorer.ties import Station, Tie, claims_behind, of_hop, tied
from casus.explorer.views.view import View
from casus.graph import queries
from casus.graph.answers import Path, Ref
from casus.graph.pages import PageRequest
from casus.ontology import EntityType, Predicate

SHOWN = 10


@dataclass(frozen=True)
class Way:
    """A path, told in one line."""

    stations: Sequence[Station]
    score: float
    ties: Sequence[Tie]


@dataclass(frozen=True, kw_only=True)
class PathsView(View):
    """A page of paths; without two actors only its form."""

    start: str
    end: str
    depth: int
    source: Ref | None
    target: Ref | None
    filters: Filters
    scope: Scope
    ways: Sequence[Way]
    evidence: Sequence[Tie]


async def view(inquiry: Inquiry, start: str, end: str, depth: int, filters: Filters) -> PathsView:
    """Ask for the paths between two actors, given by id, code or any name. Raises NotFound, BadInput."""
    scope = await inquiry.ask(questions.scope())
    if not (start and end):
        return PathsView(
            title="Paths", address="/paths", asked=inquiry.asked, start=start, end=end, depth=depth, source=None,
            target=None, filters=filters, scope=scope, ways=[], evidence=[],
        )  # fmt: skip
    one, other = await identified(inquiry, start), await identified(inquiry, end)
    rest = addresses.call("paths/proxy", from_=one, to=other, depth=depth, limit=SHOWN, **addresses.moment(filters))
    question = queries.proxy_paths(one, other, depth=depth, route=_route(filters), at=filters.moment, limit=SHOWN)
    found = await inquiry.ask(question, rest)
    said = list(map(of_hop, chain.from_iterable(path.hops for path in found.paths)))
    claims = await claims_behind(inquiry, said)
    ties = tied(said, claims)
    by_key = {tie.key: tie for tie in ties}
    ways = [_way(path, found.source, by_key) for path in found.paths]
    ways = [way for way in ways if all(filters.admit(tie.confidence, tie.claims) for tie in way.ties)]
    shown = list({tie.number: tie for way in ways for tie in way.ties}.values())
    return PathsView(
        title=f"From {found.source.name} to {found.target.name}",
        address="/paths",
        asked=inquiry.asked,
        figures={"paths": _picture(f"How {found.source.name} reaches {found.target.name}", ways, shown)}
        if ways
        else {},
        tables={"paths": lambda: tables.ties(shown)},
        start=start,
        end=end,
        depth=depth,
        source=found.source,
        target=found.target,
        filters=filters,
        scope=scope,
        ways=ways,
        evidence=shown,
    )


async def identified(inquiry: Inquiry, name: str) -> str:
    """Return the id of an actor given by id or code, or else by any spelling of its name."""
    if "/" in name or (len(name) < 4 and name.isupper()):
        return queries.state(name)
    found = await inquiry.ask(queries.search(name, PageRequest(10)), addresses.call("entities", q=name, limit=10))
    actors = [entity.id for entity in found.items if entity.type is not EntityType.PLACE]
    return next(iter(actors), name)


def _way(path: Path, source: Ref, ties: dict[tuple[str, Predicate, str], Tie]) -> Way:
    followed = [ties[hop.source.id, hop.relation, hop.target.id] for hop in path.hops]
    stations = [_station(ref, path) for ref in _walked(source, followed)]
    return Way(stations, path.score, followed)


def _walked(start: Ref, ties: Sequence[Tie]) -> Iterator[Ref]:
    """Yield the actors and incidents along ties that lead from one to the next in either direction."""
    here = start
    yield here
    for tie in ties:
        here = tie.object if tie.subject.id == here.id else tie.subject
        yield here


def _station(ref: Ref, path: Path) -> Station:
    if ref.id != path.incident.id:
        return Station.of(ref)
    happened = Happened(path.incident)
    note = " · ".join(filter(None, (happened.manner, happened.when, happened.toll)))
    return Station(ref.id, "Incident", f"“{ref.name}”", note, happened.href)


def _route(filters: Filters) -> queries.Route:
    """Return what a path may look like: its incident of the type, where one is asked for."""
    return queries.Route(types=frozenset({filters.type} if filters.type else ()))


def _picture(title: str, ways: Sequence[Way], ties: Sequence[Tie]) -> Figure:
    stations = {station.id: station for way in ways for station in way.stations}
    layer: dict[str, int] = {}
    for way in ways:
        for column, station in enumerate(way.stations):
            layer[station.id] = max(column, layer.get(station.id, 0))
    last = max(layer.values())
    layer |= {way.stations[-1].id: last for way in ways}
    return layered("paths", title, list(stations.values()), ties, layer)
