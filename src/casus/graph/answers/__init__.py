"""What the graph answers, as models with a description for every field; the API returns them as they are."""

from casus.graph.answers.actors import (
    BackedWay,
    Backing,
    Backings,
    CommonBacker,
    CommonBackers,
    Conflict,
    Exposure,
    Meeting,
    Neighbourhood,
    Part,
)
from casus.graph.answers.base import Answer, Confidence, Day, Page, Quote, Ref
from casus.graph.answers.claims import Claim
from casus.graph.answers.contradictions import Contradiction, Side
from casus.graph.answers.counts import Counts, Loaded
from casus.graph.answers.documents import Document, DocumentProfile
from casus.graph.answers.entities import Entity, EntityProfile, Relation
from casus.graph.answers.identity import Judgement, LookAlikes, Merged, NamePair, Pair, Telling
from casus.graph.answers.incidents import Dates, Happening, Incident, IncidentReport, Report, Toll
from casus.graph.answers.paths import Hop, Path, ProxyPaths, ShortestPath
from casus.graph.answers.profiles import IncidentProfile
from casus.graph.answers.retaliation import Chain, Exchange, Response, Retaliation

__all__ = [
    "Answer",
    "BackedWay",
    "Backing",
    "Backings",
    "Chain",
    "Claim",
    "CommonBacker",
    "CommonBackers",
    "Confidence",
    "Conflict",
    "Contradiction",
    "Counts",
    "Dates",
    "Day",
    "Document",
    "DocumentProfile",
    "Entity",
    "EntityProfile",
    "Exchange",
    "Exposure",
    "Happening",
    "Hop",
    "Incident",
    "IncidentProfile",
    "IncidentReport",
    "Judgement",
    "Loaded",
    "LookAlikes",
    "Meeting",
    "Merged",
    "NamePair",
    "Neighbourhood",
    "Page",
    "Pair",
    "Part",
    "Path",
    "ProxyPaths",
    "Quote",
    "Ref",
    "Relation",
    "Report",
    "Response",
    "Retaliation",
    "ShortestPath",
    "Side",
    "Telling",
    "Toll",
]
