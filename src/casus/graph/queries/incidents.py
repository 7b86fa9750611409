"""Incidents: by who, whom, where and when, one by one, and what answers what."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from casus.errors import BadInput
from casus.graph import answers
from casus.graph.pages import PageRequest
from casus.graph.queries.constraints import ANY_TIME, EVER, Moment, Period
from casus.graph.queries.question import FIRST, Question, all_of, one, page_of, state, within
from casus.ontology import EventType


@dataclass(frozen=True)
class Parties:
    """Who has which part in an incident: each an id, or a state's ISO 3166-1 code; those left out are not asked for.

    `party` did or suffered it, `against` is on the other side of `party`; `place` is where it was, or lies in.
    """

    actor: str | None = None
    target: str | None = None
    party: str | None = None
    against: str | None = None
    place: str | None = None

    def __post_init__(self) -> None:
        if self.against and not self.party:
            raise BadInput("against: is of use only with a party that it is against")

    @property
    def parameters(self) -> dict[str, Any]:
        """As cypher/query/incidents takes them."""
        return {name: id and state(id) for name, id in vars(self).items()}


ANYBODY = Parties()


def incidents(
    page: PageRequest = FIRST,
    *,
    parties: Parties = ANYBODY,
    type: EventType | None = None,
    period: Period = ANY_TIME,
    at: Moment = EVER,
) -> Question[answers.Page[answers.Incident]]:
    """Incidents, the latest first: by who has which part, place (or what lies in it), type, and overlap with dates."""
    filters = {"by": {**parties.parameters, "type": type}, **period.parameters, **at.parameters}
    return page_of("incidents", answers.Incident, filters, page)


def timeline(
    page: PageRequest = FIRST,
    *,
    actor: str | None = None,
    against: str | None = None,
    place: str | None = None,
    period: Period = ANY_TIME,
    at: Moment = EVER,
) -> Question[answers.Page[answers.Incident]]:
    """What an actor did and suffered, what went back and forth between two, what happened at a place; latest first."""
    if not actor and not place:
        raise BadInput("actor: a timeline is of an actor, of two, or of a place; none is given")
    return incidents(page, parties=Parties(party=actor, against=against, place=place), period=period, at=at)


def incident(id: str) -> Question[answers.IncidentProfile]:
    """One incident, its reports and every claim about it with the sentences behind them."""
    return one("incident", answers.IncidentProfile, {"id": id}, f"no incident has the id {id!r}")


def retaliation(id: str, *, depth: int = 5, at: Moment = EVER) -> Question[answers.Retaliation]:
    """What an incident answers and what answers it, up to `depth` links away (1 to 10)."""
    within("depth", depth, 10)
    parameters = {"id": id, "depth": depth, **at.parameters}
    return one("retaliation", answers.Retaliation, parameters, f"no incident has the id {id!r}")


def chains(
    page: PageRequest = FIRST,
    *,
    actor: str | None = None,
    against: str | None = None,
    links: int = 1,
    period: Period = ANY_TIME,
    at: Moment = EVER,
) -> Question[answers.Page[answers.Chain]]:
    """Chains of retaliation of at least `links` links (1 to 10), the one that ended last first.

    A chain ends with an incident that is not answered; `actor`, `against` and the period are that incident's.
    """
    within("links", links, 10)
    parties = [state(id) for id in (actor, against) if id]
    filters = {"by": {"parties": parties}, "links": links, **period.parameters, **at.parameters}
    return page_of("chains", answers.Chain, filters, page)


def exchanges(
    between: Collection[str] = (), *, period: Period = ANY_TIME, at: Moment = EVER, limit: int = 20
) -> Question[list[answers.Exchange]]:
    """Pairs of actors who retaliate against each other (tit for tat), those with the most blows either way first.

    `between` narrows them down to those of one actor, or to those of two.
    """
    within("limit", limit, 1000)
    if len(between) > 2:
        raise BadInput(f"actor: a pair is of two, and {len(between)} actors are given")
    pair = [state(id) for id in between]
    parameters = {"by": {"between": pair}, "limit": limit, **period.parameters, **at.parameters}
    return all_of("exchanges", answers.Exchange, parameters)
