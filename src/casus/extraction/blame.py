"""Whom the text makes responsible: blame, claims of responsibility, denials of involvement."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.attribution import voice
from casus.extraction.confidence import CONFIDENCE
from casus.extraction.joined import family
from casus.extraction.likeness import REAL, weapons
from casus.extraction.nouns import Standing
from casus.extraction.parties import Parties, Party
from casus.extraction.statements import Statement
from casus.extraction.story import Story
from casus.extraction.tellings import Event, told_last
from casus.ontology import EventType, Polarity, Predicate

_CLAIMING = frozenset({"claim", "admit", "take", "accept", "assume", "acknowledge"})
"""Verbs with which responsibility is claimed."""
_DEEDS = frozenset({EventType.ASSAULT, EventType.COERCE})


def _is_part(noun: Token) -> bool:
    """Whether a noun says that somebody had a part in what follows: responsibility for, involvement in."""
    return noun.lemma_.lower() in {"responsibility", "involvement", "complicity", "role", "part"}


def _done(head: Token) -> list[Token]:
    """The deed that a clause tells of: claimed responsibility for kidnapping four men."""
    return [one for one in syntax.children(head, "advcl", "acl") if syntax.preposition(one) == "for"]


def responsibilities(story: Story, events: Sequence[Event], parties: Parties) -> Iterator[Statement]:
    """Yield perpetrators that are named by blame or by a claim of responsibility, and those who deny it."""
    finder = _Responsible(events, parties)
    for sentence in story.sentences:
        for token in sentence:
            yield from finder.at(token)


class _Responsible:
    def __init__(self, events: Sequence[Event], parties: Parties) -> None:
        self._deeds = [event for event in events if event.type in _DEEDS]
        self._by_token = {telling.happening.head.i: event for event in self._deeds for telling in event.tellings}
        self._parties = parties

    def at(self, token: Token) -> Iterator[Statement]:
        """Yield what this word says of responsibility."""
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma == "blame":
            yield from self._blame(token)
        elif token.pos_ == "VERB" and lemma in _CLAIMING:
            yield from self._claim(token)
        elif token.pos_ == "VERB" and lemma == "deny":
            yield from self._deny(token)
        elif token.pos_ == "VERB" and lemma in {"accuse", "suspect"}:
            yield from self._accuse(token)
        elif lemma == "responsible":
            yield from self._responsible(token)
        elif lemma == "behind" or token.lower_ == "behind":
            yield from self._behind(token)

    def _blame(self, verb: Token) -> Iterator[Statement]:
        """`blamed the attack on X`, `which was blamed on X`, `blamed X for the attack`, `blamed X`."""
        speaker = self._speaker(verb)
        on = syntax.obliques(verb, "on")
        objects = syntax.objects(verb)
        passive_subject = syntax.subject(verb) if syntax.is_passive(verb) else None
        if on:
            deeds = objects or ([passive_subject] if passive_subject is not None else [])
            yield from self._all(on, deeds, verb, speaker)
        elif objects or passive_subject is not None:
            blamed = objects or [one for one in [passive_subject] if one is not None]
            yield from self._all(blamed, [*syntax.obliques(verb, "for"), *_done(verb)], verb, speaker)

    def _claim(self, verb: Token) -> Iterator[Statement]:
        """`claimed responsibility for the attack`, `claimed the bombing`, `claimed it`."""
        subject = syntax.subject(verb)
        if (
            subject is None
            or syntax.is_negated(verb)
            or (
                subject.lower_ in {"nobody", "one", "none", "group"}
                and any(part.lower_ == "no" for part in subject.children)
            )
        ):
            return
        for obj in syntax.objects(verb):
            if obj.lemma_.lower() in {"responsibility", "credit"}:
                deeds = [*syntax.obliques(verb, "for"), *syntax.obliques(obj, "for")]
                yield from self._all([subject], [*deeds, *_done(verb), *_done(obj)], verb, [])
            elif verb.lemma_ in {"claim", "admit"} and (obj.i in self._by_token or obj.lower_ == "it"):
                yield from self._all([subject], [obj], verb, [])

    def _deny(self, verb: Token) -> Iterator[Statement]:
        """`denied involvement in the attack`, `denied carrying it out`, `denied that it had fired the rockets`."""
        subject = syntax.subject(verb)
        if subject is None:
            return
        deeds = [
            part
            for obj in syntax.objects(verb)
            if obj.lemma_.lower() in {"involvement", "responsibility", "role", "part"}
            for part in syntax.obliques(obj, "in", "for")
        ]
        for clause in syntax.children(verb, "xcomp", "ccomp"):
            objects = syntax.objects(clause)
            deeds += [one for one in [clause, *objects] if one.i in self._by_token or self._done_with(one) is not None]
            deeds += [deed for one in objects if _is_part(one) for deed in syntax.obliques(one, "in", "for")]
        bare = not deeds and any(
            obj.lemma_.lower() in {"involvement", "responsibility"} for obj in syntax.objects(verb)
        )
        yield from self._all([subject], deeds, verb, [subject], denied=True, latest=bare)

    def _accuse(self, verb: Token) -> Iterator[Statement]:
        """`accused X of the attack`, `X is suspected of being behind the attack`, `officials suspect X`."""
        subject = syntax.subject(verb)
        accused = [subject] if syntax.is_passive(verb) and subject is not None else syntax.objects(verb)
        charges = syntax.obliques(verb, "of", "over")
        deeds = [part for one in charges for part in (syntax.obliques(one, "for", "in") if _is_part(one) else [one])]
        for clause in [
            *syntax.children(verb, "advcl", "xcomp", "ccomp"),
            *[part for one in accused for part in syntax.children(one, "acl")],
        ]:
            deeds += [part for part in [clause, *syntax.objects(clause)] if part.i in self._by_token]
        bare = verb.lemma_ == "suspect" and not deeds and not syntax.is_passive(verb)
        if bare or any(self._deed(one) is not None for one in deeds if one.pos_ != "PRON"):
            yield from self._all(accused, deeds, verb, self._speaker(verb))

    def _responsible(self, word: Token) -> Iterator[Statement]:
        """`X is responsible for the attack`, `holds X responsible for`."""
        subject = next(iter(syntax.children(word, "nsubj")), None)
        if subject is None and word.dep_ == "xcomp":
            subject = next(iter(syntax.objects(word.head)), None)
        if subject is None and word.dep_ in {"amod", "acl"} and word.head.i < word.i:
            subject = word.head
        if subject is not None:
            deeds = syntax.obliques(word, "for")
            together = [one for head in (subject, word) for one in syntax.obliques(head, "along with", "together with")]
            yield from self._all([subject, *together], deeds, word, [], denied=syntax.is_negated(word), latest=False)

    def _behind(self, word: Token) -> Iterator[Statement]:
        """`X was behind the attack`."""
        deed = word.head
        subject = next(iter(syntax.children(deed, "nsubj")), None)
        if word.dep_ == "case" and deed.i in self._by_token and subject is not None:
            yield from self._all([subject], [deed], word, [], denied=syntax.is_negated(deed))

    def _speaker(self, verb: Token) -> list[Token]:
        if syntax.is_passive(verb):
            return syntax.agents(verb)
        subject = syntax.subject(verb)
        return [subject] if subject is not None else []

    def _all(
        self,
        blamed: Sequence[Token],
        deeds: Sequence[Token],
        word: Token,
        speaker: Sequence[Token],
        *,
        denied: bool = False,
        latest: bool = True,
    ) -> Iterator[Statement]:
        events = [event for deed in deeds if (event := self._deed(deed)) is not None]
        if not deeds and latest:
            events = [event for event in [self._latest(word)] if event is not None]
        said_by = [party.known for one in speaker for party in self._parties.of(one)]
        is_denied = denied or voice(word, self._parties).denied
        for event in dict.fromkeys(events):
            for party in self._blamable(blamed):
                yield Statement(
                    subject=event,
                    predicate=Predicate.PERPETRATOR,
                    object=party.known,
                    sentence=word.sent,
                    rule=f"blame:{word.lemma_.lower()}",
                    confidence=CONFIDENCE["blame"],
                    polarity=Polarity.DENIED if is_denied else Polarity.ASSERTED,
                    attributed_to=said_by[0] if said_by else None,
                )

    def _blamable(self, blamed: Sequence[Token]) -> list[Party]:
        found = self._parties.actors(list(blamed))
        official = any(party.standing is Standing.OFFICIAL for party in found)
        return [
            party
            for party in found
            if party.standing is not Standing.PEOPLE and not (official and party.standing is Standing.PERSON)
        ]

    def _deed(self, token: Token) -> Event | None:
        if token.i in self._by_token:
            return self._by_token[token.i]
        if token.pos_ == "PRON":
            return self._latest(token)
        below = (
            self._by_token[part.i] for part in syntax.obliques(token, "of", "in", "on") if part.i in self._by_token
        )
        return next(below, None) or self._done_with(token)

    def _done_with(self, weapon: Token) -> Event | None:
        """The latest deed that was done with a weapon: blamed X for the rockets."""
        before = (event for event in reversed(self._deeds) if event.head.i < weapon.i)
        lemma = weapon.lemma_.lower()
        done = ((one, [told for told in one.tellings if told.status in REAL]) for one in before)
        return next((event for event, tellings in done if any(lemma in weapons(told) for told in tellings)), None)

    def _latest(self, token: Token) -> Event | None:
        """The deed that was told last: an attack, not the war that it was in."""
        return told_last((event for event in self._deeds if family(event.tellings[0].happening) != "war"), token)
