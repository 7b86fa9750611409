"""How likely two reports tell of the same event: a score, and the judgements that are recorded.

A judgement is between two reports, depends on nothing but these two, and is recorded in the graph, with its score, as a
relationship SAME between them; one that only just fails is recorded too, for people to look at. Incidents follow from
the judgements (see clusters.py), so that neither the order of loading nor a load that was killed half-way makes a
difference.

The score adds up points, positive for what agrees, negative for what contradicts; what a report leaves open counts for
nothing. Reports of one document are never the same: the document tells its own incidents apart.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Self

from casus.graph.blocking import related, towns
from casus.ontology import Status

WINDOW = 14
"""Days: an undated report of so few is as good as one from a range of days."""

SAME_FROM = 5.0
"""Points from which two reports are taken to be of the same event."""

DOUBTFUL_FROM = 4.0
"""Points from which a judgement is recorded, although the two are not taken to be of the same event."""

MOST = 20
"""How many judgements a new report can get: those with the highest scores."""


class Points(NamedTuple):
    """What a feature counts where two reports agree, where one leaves it open, and where they contradict."""

    agree: float
    open: float
    contradict: float


DAY = Points(2, 0, 0)  # both name the same single day
DATED = Points(1, -1, 0)  # the ranges of both overlap, as all that are compared do; or one has no date at all
MODE = Points(
    1, 0, -2
)  # open also where both are blows from afar, which texts tell now by the means, now by the effect
TOWN = Points(2, 0, -4.5)  # any place that is not a state; what is alike in words does not make up for it
NEAR = Points(1.5, 0, -3.5)  # one leaves the town open; that of the other stands in its sentences, or only others do
WORDS = Points(1.5, 0, 0)  # the more of the words of its sentences the one shares with the other
COUNTRY = Points(1, 0, -9)
PERPETRATORS = Points(1.5, 0, -2)
TARGETS = Points(1.5, 0, -1.5)
KILLED = Points(2, 0, -2)  # agree: the same number; contradict: one is more than half again the other
REALITY = Points(0, 0, -9)  # one happened, the other is threatened, imagined or denied


FROM_AFAR = frozenset("aerial drone explosives heavy-weapons targeted destroy".split())


@dataclass(frozen=True)
class Telling:
    """A report, as far as it matters for which event it tells of."""

    id: str
    document: str
    mode: str | None
    status: Status
    days: tuple[date, date] | None
    perpetrators: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    window: int = 0
    """Days in which to look for other reports of it."""
    killed: int | None = None

    @classmethod
    def read(cls, report: dict[str, Any]) -> Self:
        """Read it from the properties of a Report."""
        return cls(
            id=report["id"],
            document=report["document"],
            mode=report.get("mode"),
            status=Status(report["status"]),
            days=(report["earliest"], report["latest"]) if report.get("earliest") else None,
            perpetrators=frozenset(report["perpetrators"]),
            targets=frozenset(report["targets"]),
            towns=frozenset(towns(report)),
            countries=frozenset(report["countries"]),
            near=frozenset(report["near"]),
            terms=frozenset(report["terms"]),
            window=(report["window_to"] - report["window_from"]).days if report.get("window_from") else 0,
            killed=report.get("killed_min"),
        )

    @property
    def real(self) -> bool:
        """Whether it is told as having happened, or as happening."""
        return self.status in {Status.OCCURRED, Status.ONGOING}


def points(one: Telling, other: Telling) -> float:
    """Return what speaks for the two being one event, less what speaks against it."""
    return sum(
        (
            _days(one, other),
            _modes(one.mode, other.mode),
            _towns(one, other),
            _shared(COUNTRY, one.countries, other.countries),
            _shared(PERPETRATORS, one.perpetrators, other.perpetrators),
            _shared(TARGETS, one.targets, other.targets),
            _words(one.terms, other.terms),
            _tolls(one.killed, other.killed),
            _equal(REALITY, one.real or one.status, other.real or other.status),
        )
    )


SAME = 0.5
"""The score from which two reports are taken to be of the same event."""


def score(one: Telling, other: Telling) -> float:
    """Return how likely the two are one event, from 0 to 1; see SAME."""
    return _likely(points(one, other))


@dataclass(order=True, frozen=True)
class Judgement:
    """How likely two reports tell of the same event; the surest sort first."""

    doubt: float
    one: str
    other: str

    @property
    def score(self) -> float:
        """How likely it is, from 0 to 1."""
        return round(1 - self.doubt, 6)


def judgements(pairs: Iterable[tuple[Telling, Telling]]) -> list[Judgement]:
    """Return a judgement for each of the pairs that may be of one event, at most MOST for a report."""
    found = {_judgement(one, other) for one, other in pairs if one.document != other.document}
    given: dict[str, int] = {}
    kept = []
    for judgement in sorted(one for one in found if one.score >= _likely(DOUBTFUL_FROM)):
        if max(given.get(id, 0) for id in (judgement.one, judgement.other)) < MOST:
            kept.append(judgement)
            given |= {id: given.get(id, 0) + 1 for id in (judgement.one, judgement.other)}
    return kept


def _likely(points: float) -> float:
    return round(1 / (1 + math.exp(SAME_FROM - points)), 6)


def _judgement(one: Telling, other: Telling) -> Judgement:
    smaller, larger = sorted((one.id, other.id))
    return Judgement(1 - score(one, other), smaller, larger)


def _days(one: Telling, other: Telling) -> float:
    if one.days is None or other.days is None:
        return DATED.open if max(one.window, other.window) > WINDOW else DATED.agree
    single = one.days == other.days and one.days[0] == one.days[1]
    return DAY.agree if single else DATED.agree


def _modes(one: str | None, other: str | None) -> float:
    if one != other and one in FROM_AFAR and other in FROM_AFAR:
        return MODE.open
    return _equal(MODE, one, other)


def _towns(one: Telling, other: Telling) -> float:
    if one.towns and other.towns:
        return TOWN.agree if related(one.towns, other.towns) else TOWN.contradict
    mine, theirs = one.towns or one.near, other.towns or other.near
    if related(mine, theirs):
        return NEAR.agree
    told = one.towns or other.towns  # two that only stand nearby can both be of other events
    return NEAR.contradict if told and mine and theirs else NEAR.open


def _words(one: frozenset[str], other: frozenset[str]) -> float:
    """Return more points the more words two reports share, as a part of those of the shorter; a quarter is nothing."""
    share = len(one & other) / min(len(one), len(other)) if one and other else 0.0
    return WORDS.agree * min(max(2 * share - 0.25, 0), 1)


def _equal(points: Points, one: object, other: object) -> float:
    if one is None or other is None:
        return points.open
    return points.agree if one == other else points.contradict


def _shared(points: Points, one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return points.open
    return points.agree if one & other else points.contradict


def _tolls(one: int | None, other: int | None) -> float:
    if not one or not other:
        return KILLED.open
    if one == other:
        return KILLED.agree
    return KILLED.contradict if max(one, other) > 1.5 * min(one, other) else KILLED.open
