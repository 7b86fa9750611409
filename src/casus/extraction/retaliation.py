"""What answers what: retaliation, reprisal, revenge, response; the direction right, denials kept as denials."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.confidence import CONFIDENCE
from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.parties import Parties
from casus.extraction.phrases import Links, by_token, in_phrase
from casus.extraction.statements import Statement
from casus.extraction.story import Story
from casus.extraction.tellings import Event, told_last
from casus.ontology import EventType, Polarity, Predicate, Status

_NAMED, _BEFORE, _ANSWERED = (CONFIDENCE[rule] for rule in ("answer", "answer to the last", "answered"))
_HOSTILE = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.THREATEN, EventType.MOBILIZE, EventType.PROTEST}
)
_WEAPONS = frozenset({"rocket", "missile", "shell", "mortar", "incident", "shelling"})
"""What can stand for an attack told before: in response to the rockets."""
_STEPS = frozenset("step move decision measure action operation ban act bloodshed violence incident".split())
_POINTING = frozenset({"this", "that", "it"})
_MEANT = frozenset({"it", "them", "this", "these", "those"})
_ORDERING = frozenset("order authorise authorize approve launch conduct carry stage mount undertake".split())
"""Verbs of which what is done can be a pronoun: Washington ordered them in response to the rockets."""
_REPLYING = frozenset({"respond", "answer", "reply", "react"})
_WISHES = frozenset({"call", "appeal", "demand", "cry", "desire", "thirst", "fear", "prospect"})
"""Words under which retaliation is only wished for or feared."""
_REASONS = ("for", "to", "over", "after", "following", "toward", "towards")
_CORE = ("obj", "nsubj:pass", "xcomp", "nsubj", "ccomp")
_AFTERMATH = ("in the aftermath of", "in the wake of")
_FOR = (*_REASONS, "against", "at")
WORDS: dict[tuple[str, str], str] = {
    (row.text("word"), row.text("form")): row.where
    for row in rows(FOLDER / "retaliation.tsv", ("word", "form", "comment"))
}


def retaliations(story: Story, events: Sequence[Event], parties: Parties) -> Iterator[Statement]:
    """Yield which incident answers which, with the sentence that says so."""
    finder = _Answers(events, parties)
    seen: set[tuple[int, int, Polarity]] = set()
    for sentence in story.sentences:
        for token in sentence:
            for statement in finder.at(token):
                key = (id(statement.subject), id(statement.object), statement.polarity)
                if statement.subject is not statement.object and key not in seen:
                    seen.add(key)
                    yield statement


class _Answers:
    def __init__(self, events: Sequence[Event], parties: Parties) -> None:
        self._events = [event for event in events if event.type in _HOSTILE]
        self._by_token = by_token(events)
        self._links = Links(Predicate.RETALIATES_FOR, "retaliation", parties)

    def at(self, token: Token) -> Iterator[Statement]:
        """Yield what an answering word at this token says."""
        lemma = token.lemma_.lower()
        for form, reader in (
            ("noun", self._noun),
            ("verb", self._verb),
            ("object", self._object),
            ("forward", self._forward),
            ("adjective", self._adjective),
        ):
            if (lemma, form) in WORDS:
                yield from reader(token)

    def _link(self, answer: Event | None, cause: Event | None, word: Token, confidence: float) -> Iterator[Statement]:
        if answer is None or cause is None or answer is cause or answer.type not in _HOSTILE:
            return
        yield self._links.link(answer, cause, word, confidence)

    # Readers of the five forms

    def _noun(self, token: Token) -> Iterator[Statement]:
        """`in retaliation for`, `an act of retaliation over`, `vows of revenge`, `this was retaliation for`."""
        if token.pos_ not in {"NOUN", "ADP", "ADV"} or (
            token.lemma_.lower() in {"response", "reply", "answer", "punishment"}
            and syntax.preposition(token) not in {"in", "as"}
            and not syntax.children(token, "cop")
        ):
            return
        answer = self._answer_of(token)
        behind = _right_behind(token)
        explicit = [
            event for part in [*syntax.obliques(token, *_FOR), *behind] if (event := self._in_phrase(part)) is not None
        ]
        if not explicit and token.head.pos_ == "NOUN" and token.dep_ == "nmod":
            explicit = [
                event
                for part in syntax.obliques(token.head, "for", "over", "to")
                if (event := self._in_phrase(part)) is not None
            ]
        explicit = explicit or self._conditions(token.head)
        for cause in explicit:
            yield from self._link(answer, cause, token, _NAMED)
        if not explicit and not behind and not syntax.obliques(token, *_REASONS):
            yield from self._link(answer, self._cause_before(answer, token), token, _BEFORE)

    def _verb(self, token: Token) -> Iterator[Statement]:
        """`retaliated for`, `responded to the killing with strikes`, `vowed to retaliate for`."""
        if token.pos_ != "VERB":
            return
        answer = self._by_token.get(token.i) or self._means(token) or self._threat_above(token)
        causes = [
            event
            for part in syntax.obliques(token, "for", "to", "over", "after", "following")
            if (event := self._in_phrase(part)) is not None
        ]
        causes = causes or self._conditions(token)
        for cause in causes:
            yield from self._link(answer, cause, token, _NAMED)
        lemma = token.lemma_.lower()
        if not causes and (lemma == "retaliate" or (lemma in _REPLYING and self._means(token) is not None)):
            yield from self._link(answer, self._cause_before(answer, token), token, _BEFORE)

    def _object(self, token: Token) -> Iterator[Statement]:
        """`avenged the killing`, `was answered with gunshots`."""
        if token.pos_ != "VERB":
            return
        passive = syntax.is_passive(token)
        subject = syntax.subject(token)
        caused = [subject] if passive and subject is not None else syntax.objects(token)
        answer = self._means(token) or self._by_token.get(token.i) or self._answer_of(token)
        for part in caused:
            yield from self._link(answer, self._in_phrase(part), token, _ANSWERED)

    def _forward(self, token: Token) -> Iterator[Statement]:
        """`the strike prompted rocket fire`: the object answers the subject."""
        if token.pos_ != "VERB" or syntax.is_passive(token):
            return
        subject = syntax.subject(token)
        cause = self._in_phrase(subject) if subject is not None else None
        for part in syntax.objects(token):
            yield from self._link(self._in_phrase(part), cause, token, _ANSWERED)

    def _adjective(self, token: Token) -> Iterator[Statement]:
        """`retaliatory strikes`."""
        answer = self._by_token.get(token.head.i)
        said = [self._in_phrase(part) for part in syntax.obliques(token.head, *_REASONS, *_AFTERMATH)]
        if not said and answer is not None and answer.tellings[0].status is Status.HYPOTHETICAL:
            return
        for cause in said or [self._cause_before(answer, token)]:
            yield from self._link(answer, cause, token, _NAMED if said else _BEFORE)

    # Finding the incidents

    def _in_phrase(self, token: Token) -> Event | None:
        """The incident that a phrase names, or the latest one where it only points back: this, the rockets."""
        named = in_phrase(token, self._by_token)
        lemma = token.lemma_.lower()
        points = token.pos_ == "PRON" or token.lower_ in _POINTING or lemma in _WEAPONS or _is_step(token)
        if named is None and points:
            return told_last(self._events, token)
        return named

    def _answer_of(self, token: Token) -> Event | None:
        """The incident that an answering word describes: itself, what it hangs on, or the subject of `was`."""
        own = self._by_token.get(token.i)
        if own is not None and len(own.tellings) > 1 and syntax.preposition(token) not in {"in", "as"}:
            return own
        if any(part.dep_ == "cop" for part in token.children):
            return self._called_so(token)
        for governor in _described(token):
            event = self._by_token.get(governor.i)
            if event is not None and event.type in _HOSTILE:
                return event
            below = self._spoken_of(governor)
            if below is not None:
                return below
        if own is not None and len(own.tellings) > 1:
            return None
        return own if syntax.first_conjunct(token).head.lemma_.lower() not in _WISHES else None

    def _spoken_of(self, verb: Token) -> Event | None:
        """The incident that a verb without one of its own has as its subject, object or clause."""
        parts = syntax.children(verb, *_CORE) if verb.pos_ == "VERB" else []
        below = [self._by_token[one.i] for one in parts if one.i in self._by_token]
        meant = [one for one in parts if one.lower_ in _MEANT and verb.lemma_.lower() in _ORDERING]
        return below[0] if below else told_last(self._events, meant[0]) if meant else None

    def _called_so(self, token: Token) -> Event | None:
        """The subject of `was retaliation`: the incident it names, or the latest one for `this`."""
        subjects = [found for part in syntax.children(token, "nsubj") if (found := self._in_phrase(part)) is not None]
        return next(iter(subjects), told_last(self._events, token))

    def _threat_above(self, token: Token) -> Event | None:
        return next((self._by_token[one.i] for one in syntax.governors(token) if one.i in self._by_token), None)

    def _means(self, verb: Token) -> Event | None:
        """`retaliated by shelling`, `responded with air strikes`."""
        for part in verb.children:
            if (
                part.dep_ in {"advcl", "obl", "obl:agent"}
                and syntax.preposition(part) in {"by", "with", "in"}
                and part.i in self._by_token
            ):
                return self._by_token[part.i]
        return None

    def _conditions(self, verb: Token) -> list[Event]:
        """What an answer is vowed for, should it come: `will respond if the shelling goes on`."""
        clauses = [part for part in syntax.children(verb, "advcl") if syntax.preposition(part) in {"if", "should"}]
        inner = (one for clause in clauses for one in [clause, *syntax.objects(clause)])
        found = (self._by_token[one.i] for one in inner if one.i in self._by_token)
        return [event for event in found if event.type in _HOSTILE or _is_charge(event)]

    def _cause_before(self, answer: Event | None, token: Token) -> Event | None:
        """Without a word for it, what is answered is the latest hostile incident before, done to those who answer."""
        if answer is None:
            return None
        mine = {party.known.id for telling in answer.tellings for party in telling.perpetrators}
        earlier = [
            event
            for event in reversed(self._events)
            if event.head.i < min(token.i, answer.head.i)
            and event is not answer
            and event.type not in {EventType.THREATEN, EventType.MOBILIZE}
        ]
        near = [event for event in earlier if token.sent.start - event.tellings[-1].happening.head.i < 80]
        against = [
            event
            for event in near
            if mine & {party.known.id for telling in event.tellings for party in telling.targets}
        ]
        others = [
            event
            for event in near
            if not mine & {party.known.id for telling in event.tellings for party in telling.perpetrators}
        ]
        return next(iter(against or others), None)


def _described(token: Token) -> Iterator[Token]:
    """What an answering word can describe: what stands above it, up to what it is only joined with or wished for in."""
    below = token
    for governor in syntax.governors(token):
        if governor.lemma_.lower() in _WISHES or (below.dep_ == "conj" and governor.pos_ == "NOUN"):
            return
        yield governor
        below = governor


def _right_behind(token: Token) -> list[Token]:
    """What the parse hangs on the verb and stands right behind an answer: sent in retaliation for years of raids."""
    beside = syntax.obliques(token.head, *_REASONS) if token.head != token else []
    return [part for part in beside if any(one.i == token.i + 1 and one.dep_ == "case" for one in part.children)]


def _is_step(token: Token) -> bool:
    """Whether a noun points back to a deed told before: the move, this step."""
    return token.lemma_.lower() in _STEPS and any(part.lower_ in {"the", "this", "that"} for part in token.children)


def _is_charge(event: Event) -> bool:
    """Whether an accusation is raised against somebody: if its members are indicted."""
    return event.type is EventType.ACCUSE and any(telling.targets for telling in event.tellings)
