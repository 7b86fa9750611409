"""New names that may be a known organisation's, or another new one's."""

from collections.abc import Container, Iterable, Iterator
from itertools import product
from typing import Any

from casus.graph import answers
from casus.graph.likeness import ALIKE, Names, is_initials, likeness
from casus.graph.pages import PageRequest, token
from casus.graph.queries.question import FIRST, Question, Rows
from casus.graph.statements import statement

LOOKED_AT = 50
"""Organisations whose look-alikes are looked for at once, so that a page costs the same in a large graph."""

CANDIDATES = 20
"""Look-alikes that are compared with each, the likest by the words they share."""

QUERY = "name_pairs"


def name_pairs(known: Container[str], page: PageRequest = FIRST) -> Question[answers.Page[answers.NamePair]]:
    """Pairs of organisations that may be one and that nobody has judged, by the id of the new name.

    `known` has the ids of what is known before any text is read (`Knowledge.ids`): two of them are two. Each name comes
    with the one it is most like; when that is judged, the next comes up. A page can have fewer pairs than asked for, or
    none, while there are more: it is over when 50 organisations were looked at.
    """

    def read(rows: Rows) -> answers.Page[answers.NamePair]:
        pairs: list[answers.NamePair] = []
        for looked_at, row in enumerate(rows, start=1):
            pairs.extend(_likest(known, row["one"], row["others"]))
            if looked_at == LOOKED_AT or (len(pairs) == page.limit and looked_at < len(rows)):
                return answers.Page(items=pairs, next=token(QUERY, {}, row["key"]))
        return answers.Page(items=pairs)

    parameters = {"after": page.key(QUERY, {}), "names": LOOKED_AT, "most": CANDIDATES}
    return Question(statement(f"query/{QUERY}"), parameters, read)


def _likest(known: Container[str], row: dict[str, Any], candidates: Iterable[dict[str, Any]]) -> list[answers.NamePair]:
    """Return the pair of an organisation and the one it is most likely to be, if there is such a one."""
    one = answers.Entity.model_validate(row)
    pairs = _alike(known, one, map(answers.Entity.model_validate, candidates))
    return sorted(pairs, key=lambda pair: (-pair.score, pair.one.id, pair.other.id))[:1]


def _alike(
    known: Container[str], one: answers.Entity, candidates: Iterable[answers.Entity]
) -> Iterator[answers.NamePair]:
    for candidate in candidates:
        new, other = sorted((one, candidate), key=lambda entity: (entity.id in known, entity.id))
        if new.id in known or not _finds(one, candidate, new):
            continue
        score, reasons = likeness(_names(new), _names(other))
        if score >= ALIKE:
            yield answers.NamePair(score=score, reasons=reasons, one=new, other=other)


def _finds(one: answers.Entity, candidate: answers.Entity, new: answers.Entity) -> bool:
    """Whether a pair comes up with this one of the two: that whose initials the other's name is, else the new name."""
    finds, is_found = _has_initials(one, candidate), _has_initials(candidate, one)
    return one is new if finds == is_found else finds


def _has_initials(long: answers.Entity, short: answers.Entity) -> bool:
    return any(is_initials(*names) for names in product(_names(short).all, _names(long).all))


def _names(entity: answers.Entity) -> Names:
    return Names((entity.name, *entity.aliases), entity.iso3)
