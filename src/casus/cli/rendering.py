"""Answers of the graph at a terminal."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from casus.graph.answers import (
    Dates,
    Entity,
    Hop,
    Incident,
    NamePair,
    Pair,
    Path,
    ProxyPaths,
    Quote,
    Ref,
    Relation,
    Telling,
    Toll,
)
from casus.ontology import EntityType, Predicate

QUOTES = 2
"""Sentences shown for a hop; the API gives them all."""


def paths_text(found: ProxyPaths) -> Group:
    """Return paths, the best first, with the sentences behind every hop."""
    if not found.paths:
        return Group(f"No path leads from {found.source.name} to {found.target.name} through groups that they back.")
    return Group(*(part for number, path in enumerate(found.paths, start=1) for part in _path(number, path)))


def groups_table(entities: Iterable[Entity], relations: Iterable[Relation]) -> Table:
    """Return the armed groups and organisations, with who backs them and what they belong to."""
    to: defaultdict[tuple[str, Predicate], list[str]] = defaultdict(list)
    for relation in relations:
        to[relation.subject.id, relation.predicate].append(relation.object.name)
    table = _table("Organisations", "Name", "Backed by", "Part of", "Not to be confused with")
    for entity in sorted(entities, key=lambda entity: entity.name):
        if entity.type in {EntityType.ARMED_GROUP, EntityType.ORGANISATION}:
            columns = (Predicate.BACKED_BY, Predicate.PART_OF, Predicate.DISTINCT_FROM)
            table.add_row(entity.name, *("\n".join(to[entity.id, predicate]) for predicate in columns))
    return table


def states_text(states: Sequence[Entity]) -> Text:
    """Return the states in one line."""
    return Text.assemble(("States  ", "bold"), ", ".join(sorted(state.name for state in states)))


def incidents_table(incidents: Iterable[Incident]) -> Table:
    """Return incidents in the order given: when, what, where, how many were killed, who and against whom."""
    table = _table("Incidents", "When", "What", "Where", "Killed", "By", "Against", "Reports")
    for incident in incidents:
        table.add_row(
            _day(incident.date),
            _kind(incident),
            _names(incident.places),
            _number(incident.killed),
            _names(incident.perpetrators),
            _names(incident.targets),
            str(incident.reports),
        )
    return table


def pair_table(pair: Pair) -> Table:
    """Return two reports side by side, and how likely they are of one event."""
    title = f"{pair.score:.0%} likely one event"
    return _side_by_side(
        title, (pair.one.id, pair.other.id), zip(_ASPECTS, _aspects(pair.one), _aspects(pair.other), strict=True)
    )


def name_pair_table(pair: NamePair) -> Table:
    """Return two organisations side by side, how likely they are one, and why."""
    title = f"{pair.score:.0%} likely one organisation: {', '.join(pair.reasons)}"
    return _side_by_side(
        title, (pair.one.id, pair.other.id), zip(_TRAITS, _traits(pair.one), _traits(pair.other), strict=True)
    )


_TRAITS = ("name", "also", "what", "of", "documents")


def _traits(entity: Entity) -> tuple[str, ...]:
    return (entity.name, "\n".join(entity.aliases), entity.type, entity.iso3 or "", str(entity.documents))


_ASPECTS = ("published", "what", "status", "when", "where", "by", "against", "killed", "words", "says")


def _aspects(report: Telling) -> tuple[str, ...]:
    return (
        ", ".join(str(part) for part in (report.published, report.source, report.title) if part),
        report.type.lower() + (f", {report.mode}" if report.mode else ""),
        report.status,
        _day(report.date),
        ", ".join(report.places),
        ", ".join(report.perpetrators),
        ", ".join(report.targets),
        _number(report.killed),
        ", ".join(f"“{word}”" for word in dict.fromkeys(report.words)),
        "\n".join(report.sentences),
    )


def _side_by_side(title: str, ids: tuple[str, str], rows: Iterable[tuple[str, str, str]]) -> Table:
    table = Table(title=f"\n{title}", title_justify="left", title_style="bold", box=None)
    for column, style in (("", "dim"), (ids[0], ""), (ids[1], "")):
        table.add_column(column, overflow="fold", style=style, ratio=None if not column else 1)
    for name, one, other in rows:
        table.add_row(name, one, other, style="" if one == other else "yellow")
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=f"\n{title}", title_justify="left", title_style="bold", box=None, header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _names(refs: Iterable[Ref]) -> str:
    return "\n".join(ref.name for ref in refs)


def _day(dates: Dates | None) -> str:
    if dates is None:
        return ""
    return str(dates.earliest) if dates.earliest == dates.latest else f"{dates.earliest} to {dates.latest}"


def _kind(incident: Incident) -> Text:
    kind = incident.type.lower() + (f", {incident.mode}" if incident.mode else "")
    return Text.assemble(kind, (f"\n“{incident.name}”", "dim"))


def _number(toll: Toll | None) -> str:
    if toll is None:
        return ""
    if toll.max is None:
        return f"{toll.min} or more"
    return str(toll.min) if toll.min == toll.max else f"{toll.min} to {toll.max}"


def _path(number: int, path: Path) -> list[Text]:
    heading = Text.assemble((f"{number}. {' → '.join(_stations(path))}", "bold"), (f"  score {path.score:.2f}", "dim"))
    return [heading, *map(_hop, path.hops)]


def _stations(path: Path) -> Iterator[str]:
    """Yield what the path leads through, from its one end to the other."""
    here = _first(path)
    yield _name(here, path)
    for hop in path.hops:
        here = hop.target if hop.source == here else hop.source
        yield _name(here, path)


def _first(path: Path) -> Ref:
    first, second = path.hops[:2]
    return first.target if first.source in (second.source, second.target) else first.source


def _name(ref: Ref, path: Path) -> str:
    if ref.id != path.incident.id:
        return ref.name
    return f"“{ref.name}”" + (f" ({_day(path.incident.date)})" if path.incident.date else "")


def _hop(hop: Hop) -> Text:
    text = Text.assemble(
        "   ",
        (hop.source.name, "cyan"),
        f" —{hop.relation}→ ",
        (hop.target.name, "cyan"),
        (f"  confidence {hop.confidence:.2f}, {hop.documents} document{'s' * (hop.documents != 1)}", "dim"),
    )
    for quote in hop.evidence[:QUOTES]:
        text.append_text(_quote(quote))
    return text


def _quote(quote: Quote) -> Text:
    told = ", ".join(filter(None, (quote.source, str(quote.published or ""), quote.document)))
    return Text.assemble("\n     ", (f"“{' '.join(quote.sentence.split())}”", "italic"), (f"  {told}", "dim"))
