"""Entities, by name, by id, and all of them."""

from casus.errors import BadInput
from casus.graph import answers
from casus.graph.names import fold, full_text
from casus.graph.pages import PageRequest
from casus.graph.queries.question import FIRST, Question, one, page_of
from casus.ontology import EntityType


def search(
    name: str, page: PageRequest = FIRST, *, type: EntityType | None = None, country: str | None = None
) -> Question[answers.Page[answers.Entity]]:
    """Entities by any of their names, in any spelling: those that bear it exactly first, then the most alike.

    At most the 200 most alike are found. `country` is an ISO 3166-1 alpha-3 code.
    """
    filters = {"name": fold(name), "query": full_text(name), "by": {"type": type, "country": country}}
    if not filters["query"]:
        raise BadInput(f"name: {name!r} has no letter or digit to search for")
    return page_of("search", answers.Entity, filters, page)


def entities(
    page: PageRequest = FIRST, *, type: EntityType | None = None, country: str | None = None
) -> Question[answers.Page[answers.Entity]]:
    """All entities, by id; of one type or one country (ISO 3166-1 alpha-3)."""
    return page_of("entities", answers.Entity, {"by": {"type": type, "country": country}}, page)


def entity(id: str) -> Question[answers.EntityProfile]:
    """One entity and its relationships. Raises NotFound when asked, as all questions by id do."""
    return one("entity", answers.EntityProfile, {"id": id}, f"no entity has the id {id!r}; search by name")
