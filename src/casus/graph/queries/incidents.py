"""Incidents, and what answers what."""

from datetime import date

from casus.graph import answers
from casus.graph.pages import PageRequest
from casus.graph.queries.question import FIRST, Question, one, page_of, within
from casus.ontology import EventType


def incidents(
    page: PageRequest = FIRST,
    *,
    actor: str | None = None,
    target: str | None = None,
    place: str | None = None,
    type: EventType | None = None,
    dates: tuple[date | None, date | None] = (None, None),
) -> Question[answers.Page[answers.Incident]]:
    """Incidents, the latest first: by perpetrator, target, place (or what lies in it), type, and overlap with dates."""
    filters = {"actor": actor, "target": target, "place": place, "type": type, "since": dates[0], "until": dates[1]}
    return page_of("incidents", answers.Incident, filters, page)


def incident(id: str) -> Question[answers.IncidentProfile]:
    """One incident, its reports and every claim about it with the sentences behind them."""
    return one("incident", answers.IncidentProfile, {"id": id}, f"no incident has the id {id!r}")


def retaliation(id: str, *, depth: int = 5) -> Question[answers.Retaliation]:
    """Chains of retaliation: what an incident answers and what answers it, up to `depth` links away (1 to 10)."""
    within("depth", depth, 10)
    return one("retaliation", answers.Retaliation, {"id": id, "depth": depth}, f"no incident has the id {id!r}")
