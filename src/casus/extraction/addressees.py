"""To whom speech and diplomacy go where no place of the trigger says so: threatened to cut aid to X, X's demand."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.happenings import Happening
from casus.extraction.nouns import Standing, standing
from casus.ontology import EventType

DIPLOMATIC = frozenset(EventType) - {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST}
"""The types whose deeds are words, visits, gifts: nations do them as a whole, and to somebody."""
_WITHIN = ("to", "for", "with", "of", "from", "against", "on", "between", "by")
_GROUPS = frozenset({Standing.GROUP, Standing.FIGHTERS, Standing.ALLIANCE})
_DEMANDING = frozenset("demand protest call urge denounce condemn oppose press seek ask reject criticize".split())
_DEPTH = 2


def addressees(happening: Happening) -> list[Token]:
    """Return the heads of phrases that can name the addressee, nearest first; empty where the type has none."""
    if happening.type is EventType.PROTEST:
        return _named(_protested_at(happening.head))
    if happening.type not in DIPLOMATIC or happening.is_noun:
        return []
    verb = happening.head
    objects = syntax.objects(verb)
    clauses = [one for head in [verb, *objects] if (one := syntax.infinitive(head)) is not None]
    if not happening.trigger.has_content:
        clauses = []
    found = [*_about(objects), *(token for clause in clauses for token in _in_clause(clause))]
    return _named(found)


def _named(found: Iterable[Token]) -> list[Token]:
    return list(dict.fromkeys(one for one in found if one.pos_ in {"PROPN", "ADJ"} or standing(one) in _GROUPS))


def _protested_at(head: Token) -> Iterator[Token]:
    """Whose deeds a protest is about: a march demanding the resignation of X, a strike over X's reforms."""
    verb = syntax.clause_head(head)
    around = [head, *([verb] if verb is not head and head.dep_ in {"obj", "nsubj", "obl", "xcomp"} else [])]
    for one in around:
        grievances = syntax.obliques(
            one, "over", "against", "at", "in protest of", "in protest at", "in protest against"
        )
        yield from _about(grievances)
        for clause in syntax.children(one, "advcl", "acl", "xcomp"):
            if clause.lemma_.lower() in _DEMANDING:
                wanted = [*syntax.objects(clause), *syntax.obliques(clause, *_WITHIN, "over")]
                yield from [*wanted, *_about(wanted)]


def _in_clause(verb: Token) -> Iterator[Token]:
    """The parties to what is promised, refused or threatened."""
    inner = [*syntax.children(verb, "obj", "iobj"), *syntax.obliques(verb, *_WITHIN)]
    yield from inner
    yield from _about(inner)


def _about(heads: list[Token], depth: int = _DEPTH) -> Iterator[Token]:
    """Whose a thing is and to whom it goes: Turkey's efforts, a demand from Iran, aid to the rebels."""
    for head in heads:
        yield from syntax.possessors(head)
        yield from syntax.modifiers(head)
        inner = syntax.obliques(head, *_WITHIN)
        yield from inner
        yield from (agent for clause in syntax.children(head, "acl") for agent in syntax.agents(clause))
        if depth > 1:
            yield from _about(inner, depth - 1)
