"""Where things have their page."""

from urllib.parse import quote, urlencode

from casus.explorer.filters import Filters
from casus.graph.answers import Ref
from casus.rdf.one import WHOLE

RELATIONSHIPS = "/relationships"


def page(ref: Ref) -> str:
    """Return the page of an entity or incident."""
    return page_of(ref.id)


def page_of(id: str) -> str:
    """Return the page of what has this id; a document's id has no such beginning: see `document`."""
    return f"/{quote(id)}" if id.startswith("incident/") else f"/entities/{quote(id)}"


def document(id: str) -> str:
    """Return the page of a document."""
    return f"/documents/{quote(id)}"


def landing(id: str) -> str:
    """Return the page that tells most of what an IRI names: of a claim or a report, its document's."""
    kind, _, own = id.partition("/")
    if id == WHOLE:
        return "/"
    if kind in {"claim", "report"}:
        return document(own.rpartition("/")[0])
    return document(own) if kind == "document" else page_of(id)


def moment(filters: Filters) -> dict[str, object]:
    """Return filters as the parameters of the API's questions about a moment."""
    return {"as_of": filters.as_of, "known_by": filters.known_by, "least": filters.confidence or None}


def call(path: str, **query: object) -> str:
    """Return the address of a REST call; parameters without a value are left out."""
    given = {name.rstrip("_"): value for name, value in query.items() if value is not None}
    return f"/v1/{quote(path)}" + (f"?{urlencode(given)}" if given else "")
