"""Which reports are compared at all: those of one type and of days that overlap, which share a clue.

A clue is a town, or two things that only few events share: an actor and a country that is not its own, a perpetrator
and a target, a toll and either. It is a node with its days, found by an index, so that to look for other reports of an
event costs as much as there are of such events in those days, however many there are in all.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import chain, product
from typing import Any

Properties = dict[str, Any]

NARROW = 2
"""Days: windows of at most this length are found without looking back any further."""

MOST_LOOKED_AT = 500
"""Reports that are looked at for each clue of a report, the latest."""

_SHORTEST = len("place/") + 4


def clues(report: Properties) -> Iterator[Properties]:
    """Yield the clues of a report, by its properties; none where it can be of any day."""
    first, last = report.get("window_from"), report.get("window_to")
    if first and last:
        for key in sorted(set(_keys(report))):
            says = {
                "key": f"{report['type']} {key}",
                "wide": last - first > timedelta(NARROW),
                "from": first,
                "to": last,
            }
            yield {"report": report["id"], "says": says}


def stems(place: str) -> set[str]:
    """Return a place's id with those that it would be named after: `place/abha` for `place/abha-airport`."""
    words = place.split("-")
    shorter = {"-".join(words[:-cut]) for cut in (1, 2) if cut < len(words)}
    return {place} | {stem for stem in shorter if len(stem) >= _SHORTEST}


def related(places: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether two reports name one place, or one names a site and the other the town it is named after."""
    given = list(others)
    return any(one in stems(other) or other in stems(one) for one in places for other in given)


def towns(report: Properties) -> list[str]:
    """Return the places of a report that are not states."""
    return [place for place in report["places"] if not place.startswith("state/")]


def _keys(report: Properties) -> Iterator[str]:
    actors = [*report["perpetrators"], *report["targets"]]
    tolls = [f"killed {report['killed_min']}"] if report.get("killed_min") else []
    yield from chain.from_iterable(map(stems, towns(report) or report["near"]))
    for pair in chain(
        ((actor, country) for actor, country in product(actors, report["countries"]) if actor != f"state/{country}"),
        product(report["perpetrators"], report["targets"]),
        product(actors, tolls),
        product(report["countries"], tolls),
    ):
        yield " ".join(pair)
