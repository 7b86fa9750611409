"""What brought on what: an incident that another is said to have caused, where it is no answer to it.

Retaliation is a motive, and has a module of its own; here a text says only that one led to the other: protests over a
killing, clashes that broke out after an arrest, a march that sparked riots. By the words in lexicon/causes.tsv.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.parties import Parties
from casus.extraction.phrases import Links, by_token, in_phrase
from casus.extraction.statements import Statement
from casus.extraction.story import Story
from casus.extraction.tellings import Event
from casus.ontology import EventType, Predicate

_UNREST = frozenset({EventType.PROTEST, EventType.ASSAULT})
_DEEDS = _UNREST | {EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.RETREAT}


def _words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(FOLDER / "causes.tsv", ("word", "form", "comment")):
        found[row.text("form")].add(row.text("word"))
    return {form: frozenset(words) for form, words in found.items()}


WORDS = _words()


def causes(story: Story, events: Sequence[Event], parties: Parties) -> Iterator[Statement]:
    """Yield which incident is said to have brought on which, with the sentence that says so."""
    finder, links = _Causes(by_token(events)), Links(Predicate.CAUSED_BY, "causes", parties)
    seen: set[tuple[int, int]] = set()
    for sentence in story.sentences:
        for token in sentence:
            for effect, cause, confidence in finder.at(token):
                if effect is not cause and (id(effect), id(cause)) not in seen:
                    seen.add((id(effect), id(cause)))
                    yield links.link(effect, cause, token, confidence)


Link = tuple[Event, Event, float]


class _Causes:
    """Reads links from effect to cause, each with how sure it is."""

    def __init__(self, heads: Mapping[int, Event]) -> None:
        self._heads = heads

    def at(self, token: Token) -> Iterator[Link]:
        """Yield what a word says."""
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in WORDS["causes"]:
            yield from self._causing(token)
        if token.pos_ == "VERB" and lemma in WORDS["follows"]:
            yield from self._pairs(self._subject(token), syntax.objects(token), 0.7)
        if token.pos_ == "VERB" and lemma in WORDS["breaks out"]:
            yield from self._pairs(self._subject(token), syntax.obliques(token, *WORDS["after"]), 0.75)
        if token.i in self._heads:
            yield from self._of_event(token, self._heads[token.i])

    def _causing(self, verb: Token) -> Iterator[Link]:
        """`the arrest sparked riots`, `riots triggered by the arrest`, `the shelling led to clashes`."""
        subject = self._subject(verb)
        if syntax.is_passive(verb):
            yield from self._pairs(subject, syntax.agents(verb), 0.8)
        else:
            effects = [*syntax.objects(verb), *syntax.obliques(verb, "to", "in")]
            yield from ((one, cause, 0.8) for cause, one, _ in self._pairs(subject, effects, 0.8))

    def _of_event(self, token: Token, effect: Event) -> Iterator[Link]:
        """`protests over the killing`, `protested the arrest`, `were arrested for blocking a road`."""
        if effect.type is EventType.PROTEST:
            later = WORDS["after"] if token.pos_ == "NOUN" else ()
            yield from self._pairs([token], syntax.obliques(token, *WORDS["protest"], *later), 0.75)
            yield from self._pairs([token], syntax.objects(token), 0.75)
            yield from self._pairs([token], self._in_protest(token), 0.75)
        if effect.type in _DEEDS:
            yield from self._pairs([token], syntax.obliques(token, *WORDS["because"]), 0.7)
        if effect.type in {EventType.COERCE, EventType.SANCTION}:
            charges = [part for part in syntax.children(token, "advcl") if syntax.preposition(part) == "for"]
            yield from self._pairs([token], [*charges, *syntax.obliques(token, "in connection with", "over")], 0.7)

    def _in_protest(self, token: Token) -> list[Token]:
        """What is protested at in a clause beside: staged a march protesting the arrest, in protest at the arrest."""
        verb = syntax.clause_head(token)
        clauses = [part for part in syntax.children(verb, "advcl", "acl") if part.lemma_ in WORDS["protesting"]]
        nouns = [one for one in syntax.obliques(verb, "in") if one.lemma_ == "protest"]
        against = [part for one in [*clauses, *nouns] for part in syntax.obliques(one, *WORDS["protest"])]
        return [*against, *(one for clause in clauses for one in syntax.objects(clause))]

    def _subject(self, verb: Token) -> list[Token]:
        subject = syntax.subject(verb)
        return [subject] if subject is not None else []

    def _pairs(self, effects: Sequence[Token], reasons: Sequence[Token], confidence: float) -> Iterator[Link]:
        for one in effects:
            effect = in_phrase(one, self._heads)
            for other in reasons:
                cause = in_phrase(other, self._heads)
                if effect is not None and cause is not None and {effect.type, cause.type} <= _DEEDS:
                    yield effect, cause, confidence
