"""The page of an incident: what is told of it, what it answers, what answered it, and who says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from casus.explorer import addresses, questions, tables
from casus.explorer.atlas import Atlas
from casus.explorer.drawing.chain import chain
from casus.explorer.drawing.world import world
from casus.explorer.filters import Filters
from casus.explorer.happenings import Happened
from casus.explorer.inquiry import Inquiry
from casus.explorer.questions import Said, Scope
from casus.explorer.ties import Tie, claims_behind, key, of_hop, tied
from casus.explorer.views.view import View
from casus.graph import queries
from casus.graph.answers import IncidentProfile, Retaliation
from casus.ontology import Predicate

LINKS = 5


@dataclass(frozen=True, kw_only=True)
class IncidentView(View):
    """An incident's page."""

    incident: IncidentProfile
    happened: Happened
    filters: Filters
    scope: Scope
    answers: Sequence[Tie]
    parts: Sequence[Tie]

    @property
    def evidence(self) -> list[Tie]:
        """All relationships whose sentences the page shows."""
        return [*self.answers, *self.parts]


async def view(inquiry: Inquiry, atlas: Atlas, id: str, filters: Filters) -> IncidentView:
    """Ask for everything that the page of an incident shows. Raises NotFound."""
    incident = await inquiry.ask(queries.incident(id), addresses.call(f"incidents/{id}"))
    rest = addresses.call(f"incidents/{id}/retaliation", depth=LINKS, **addresses.moment(filters))
    retaliation = await inquiry.ask(queries.retaliation(id, depth=LINKS, at=filters.moment), rest)
    scope = await inquiry.ask(questions.scope())
    ties = [tie for tie in await _ties(inquiry, incident, retaliation) if filters.admit(tie.confidence, tie.claims)]
    answers = [tie for tie in ties if tie.predicate is Predicate.RETALIATES_FOR]
    around = _around(retaliation, answers)
    happened = Happened(incident)
    spots = await atlas.spots(around)
    title = f"{happened.title}, {happened.when}"
    pictures = {"map": world("map", f"Where {title} was", spots)} if spots else {}
    if len(around) > 1:
        pictures["chain"] = chain("chain", f"What {title} answers, and what answered it", around, answers, id)
    return IncidentView(
        title=title,
        address=addresses.page_of(id),
        asked=inquiry.asked,
        figures=pictures,
        tables={"claims": lambda: tables.ties(ties), "chain": lambda: tables.incidents(around)},
        incident=incident,
        happened=happened,
        filters=filters,
        scope=scope,
        answers=answers,
        parts=[tie for tie in ties if tie.predicate is not Predicate.RETALIATES_FOR],
    )


async def _ties(inquiry: Inquiry, incident: IncidentProfile, retaliation: Retaliation) -> list[Tie]:
    """Return the chain's links, then everything else that is said of the incident, denied things included."""
    links = [of_hop(response.link) for response in (*retaliation.answers, *retaliation.answered_by)]
    pairs = dict.fromkeys(map(key, incident.claims))
    sure = await inquiry.ask(questions.relations(pairs)) if pairs else []
    behind = await claims_behind(inquiry, links)
    denied = [
        Said(subject=claim.subject, predicate=claim.predicate, object=claim.object) for claim in incident.claims
    ]  # what is sure comes first, so that only what no relationship was made of is taken from here
    return tied([*links, *sure, *denied], [*behind, *incident.claims])


def _around(retaliation: Retaliation, ties: Sequence[Tie]) -> list[Happened]:
    """Return the incidents of the chain in the order of time; one without a day stands next to what it is tied to."""
    shown = {ref.id for tie in ties for ref in (tie.subject, tie.object)} | {retaliation.incident.id}
    found = [retaliation.incident, *(one.incident for one in (*retaliation.answers, *retaliation.answered_by))]
    happened = {one.id: Happened(one) for one in found if one.id in shown}
    return sorted(happened.values(), key=lambda one: (_order(one, happened, ties), one.incident.id))


def _order(one: Happened, happened: dict[str, Happened], ties: Sequence[Tie]) -> str:
    if one.days:
        return str(one.days[0])
    causes = [happened[tie.object.id] for tie in ties if tie.subject.id == one.incident.id]
    effects = [happened[tie.subject.id] for tie in ties if tie.object.id == one.incident.id]
    after = [f"{other.days[-1]}+" for other in causes if other.days]
    before = [f"{other.days[0]}" for other in effects if other.days]
    return max(after) if after else min(before) if before else "9999"
