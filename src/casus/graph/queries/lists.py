"""All there is of a kind, by id: for lists and exports."""

from casus.graph import answers
from casus.graph.pages import PageRequest
from casus.graph.queries.question import FIRST, Question, one, page_of
from casus.ontology import Predicate
from casus.records import DocumentKind


def documents(page: PageRequest = FIRST) -> Question[answers.Page[answers.Document]]:
    """All documents, by id."""
    return page_of("documents", answers.Document, {}, page)


def document(id: str) -> Question[answers.DocumentProfile]:
    """One document and what it says."""
    return one("document", answers.DocumentProfile, {"id": id}, f"no document has the id {id!r}")


def claims(
    page: PageRequest = FIRST,
    *,
    subject: str | None = None,
    predicate: Predicate | None = None,
    object: str | None = None,
    kind: DocumentKind | None = None,
) -> Question[answers.Page[answers.Claim]]:
    """Claims, asserted and denied, by id; about one subject, of one predicate, about one object, of one kind."""
    by = {"subject": subject, "predicate": predicate, "object": object, "kind": kind}
    return page_of("claims", answers.Claim, {"by": by}, page)


def claim(id: str) -> Question[answers.Claim]:
    """One claim with the sentences behind it."""
    return one("claim", answers.Claim, {"id": id}, f"no claim has the id {id!r}")


def reports(page: PageRequest = FIRST) -> Question[answers.Page[answers.IncidentReport]]:
    """All reports, by id, each with the incident it tells of: for exports."""
    return page_of("reports", answers.IncidentReport, {}, page)


def relations(page: PageRequest = FIRST) -> Question[answers.Page[answers.Relation]]:
    """All plain relationships, by subject, predicate and object: for exports."""
    return page_of("relations", answers.Relation, {}, page)


def incidents_by_id(page: PageRequest = FIRST) -> Question[answers.Page[answers.Incident]]:
    """All incidents, by id: for exports."""
    return page_of("incidents_by_id", answers.Incident, {}, page)


def counts() -> Question[answers.Counts]:
    """How much there is of everything."""
    return one("counts", answers.Counts, {}, "the graph cannot be counted")
