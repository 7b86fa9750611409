"""What the graph answers, as models with a description for every field; the API returns them as they are."""

from casus.graph.answers.actors import Backing, Backings
from casus.graph.answers.base import Answer, Confidence, Day, Page, Quote, Ref
from casus.graph.answers.claims import Claim
from casus.graph.answers.counts import Counts, Loaded
from casus.graph.answers.documents import Document, DocumentProfile
from casus.graph.answers.entities import Entity, EntityProfile, Relation
from casus.graph.answers.identity import Judgement, Pair, Telling
from casus.graph.answers.incidents import Dates, Happening, Incident, IncidentProfile, IncidentReport, Report, Toll
from casus.graph.answers.paths import Hop, Path, ProxyPaths
from casus.graph.answers.retaliation import Response, Retaliation

__all__ = [
    "Answer",
    "Backing",
    "Backings",
    "Claim",
    "Confidence",
    "Counts",
    "Dates",
    "Day",
    "Document",
    "DocumentProfile",
    "Entity",
    "EntityProfile",
    "Happening",
    "Hop",
    "Incident",
    "IncidentProfile",
    "IncidentReport",
    "Judgement",
    "Loaded",
    "Page",
    "Pair",
    "Path",
    "ProxyPaths",
    "Quote",
    "Ref",
    "Relation",
    "Report",
    "Response",
    "Retaliation",
    "Telling",
    "Toll",
]
