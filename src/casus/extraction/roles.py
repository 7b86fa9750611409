"""Who and to whom: the parties to a happening, through passives, relative clauses, possessives and nominal events."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.addressees import DIPLOMATIC, addressees
from casus.extraction.happenings import Happening
from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.nouns import Standing
from casus.extraction.nouns import standing as standing_of
from casus.extraction.parties import Parties, Party, in_backing_compound
from casus.ontology import EntityType, EventType

LIGHT_VERBS = frozenset(row.text("word") for row in rows(FOLDER / "light_verbs.tsv", ("word", "comment")))

_PLANS = frozenset(
    "decision plan bid effort attempt vow promise threat order campaign move proposal intention pledge offer".split()
)
"""Nouns whose owner does what the infinitive below them says."""
_SUFFERED = frozenset("murder assassination killing death execution abduction kidnapping arrest detention".split())
"""Nouns before which the name of a person is that of the victim."""
_OCCASIONS = frozenset({"during", "at", "in"})
_MUTUAL = frozenset({"clash", "skirmish", "fight", "battle", "exchange", "trade"})
"""Verbs of fighting with somebody, who then fights as well."""
_MEASURES = frozenset("series wave spate string round number campaign dozen barrage flurry kind act phase".split())
_ENDS = frozenset({"end", "halt", "stop", "suspension", "pause", "resumption", "start"})
_GETTING = frozenset({"receive", "get", "obtain", "secure", "win"})
_PLAIN = frozenset({"det", "cc", "conj", "punct"})
"""What can hang on a people's name that means the nation: not `two Germans`, not `Syrians who fled`."""
_GOING = frozenset({"arrive", "come", "travel", "fly", "go", "visit", "meet", "gather", "return"})
"""Verbs of coming to a meeting: arrived for talks."""


@dataclass(frozen=True)
class Roles:
    """Who did it and to whom, and the phrases' heads that say so."""

    perpetrators: tuple[Party, ...]
    targets: tuple[Party, ...]
    patients: tuple[Token, ...] = ()
    """The heads of the phrases acted on, also those that stand for nobody: civilians, a market."""
    doers: tuple[Token, ...] = ()
    """The heads of the phrases that act, also those that stand for nobody known."""


def roles(happening: Happening, parties: Parties) -> Roles:
    """Return the parties to a happening."""
    finder = _OfNoun if happening.is_noun else _OfVerb
    return finder(happening, parties).roles()


def is_opposed(token: Token) -> bool:
    """Tell whether a word is the X of anti-X."""
    return token.i > 1 and token.nbor(-1).text in {"-", "‑"} and token.nbor(-2).lower_ == "anti"


class _OfVerb:
    def __init__(self, happening: Happening, parties: Parties) -> None:
        self._verb = happening.head
        self._trigger = happening.trigger
        self._happening = happening
        self._parties = parties
        self._passive = syntax.is_passive(self._verb)

    def roles(self) -> Roles:
        doers, patients = self._doers(), self._patients()
        if self._trigger.lemma in _MUTUAL and not self._passive and doers:
            doers = [*doers, *syntax.obliques(self._verb, "with")]
        perpetrators = _responsible(self._parties.actors(doers)) or _nations(self._trigger.type, doers, self._parties)
        hit = self._victims(self._parties.actors([*patients, *self._origin(patients)]))
        addressed = _others(hit, perpetrators) or self._addressed(perpetrators)
        return Roles(perpetrators, addressed, tuple(patients), tuple(doers))

    def _addressed(self, perpetrators: tuple[Party, ...]) -> tuple[Party, ...]:
        return _others(self._victims(self._parties.actors(addressees(self._happening))), perpetrators)

    def _doers(self) -> list[Token]:
        if self._givers():
            return self._givers()
        if self._trigger.agent == "none":
            return []
        if self._passive and not self._is_ready():
            return syntax.agents(self._verb)
        planners = self._planners()
        if planners:
            return planners
        subject = syntax.subject(self._verb)
        if subject is None:
            return self._noun_before()
        return [subject]

    def _givers(self) -> list[Token]:
        """From whom a thing was had that somebody did for the subject: received permission from Moscow."""
        got = self._verb.lemma_.lower() in _GETTING and not self._passive
        heads = [self._verb, *syntax.objects(self._verb)] if got else []
        return [one for head in heads for one in syntax.obliques(head, "from")]

    def _named(self, subject: Token) -> Token:
        """Of `Ana Diaz, a student, was killed`, with two subjects for want of an apposition, the name."""
        named = (one for one in syntax.children(self._verb, "nsubj:pass") if one.pos_ == "PROPN" and one.i < subject.i)
        return next(named, subject)

    def _is_ready(self) -> bool:
        """`is prepared to`, `is determined to`: what looks like a passive says what its subject will do."""
        return self._trigger.has_content and self._trigger.type in {EventType.AGREE, EventType.THREATEN}

    def _victims(self, found: list[Party]) -> list[Party]:
        """Of a named person who is killed or taken, the person: the state whose official it is was not hit."""
        threat = self._trigger.type is EventType.THREATEN and self._trigger.has_content
        violent = threat or self._trigger.type in {EventType.ASSAULT, EventType.COERCE}
        named = violent and any(one.standing is Standing.PERSON for one in found)
        return [one for one in found if not named or one.standing is not Standing.OFFICIAL]

    def _planners(self) -> list[Token]:
        """Whose decision it is: the government will not reverse its decision to evict the troops."""
        plan = self._verb.head
        if self._verb.dep_ != "acl" or self._verb.tag_ != "VB" or plan.lemma_.lower() not in _PLANS:
            return []
        whose = syntax.possessors(plan) or syntax.obliques(plan, "by", "of")
        subject = syntax.subject(plan.head) if plan.head.pos_ == "VERB" else None
        return whose or [one for one in [subject] if one is not None and one != plan]

    def _noun_before(self) -> list[Token]:
        """A participle after a noun: gunmen attacking a convoy."""
        return [self._verb.head] if self._verb.dep_ == "acl" and self._verb.tag_ == "VBG" else []

    def _patients(self) -> list[Token]:
        if self._givers() and (getter := syntax.subject(self._verb)) is not None:
            return [getter]
        if self._trigger.agent == "none" and self._trigger.targets == (("subj",),):
            subject = syntax.subject(self._verb)
            return [subject] if subject is not None else []
        if self._passive and self._acts_on_object():
            subject = syntax.subject(self._verb)
            return [self._named(subject)] if subject is not None and subject not in syntax.agents(self._verb) else []
        for choice in self._trigger.targets:
            found = [token for slot in choice for token in self._slot(slot)]
            if found:
                return found
        return []

    def _origin(self, victims: list[Token]) -> list[Token]:
        """`killed 25 fighters from a militia`, where `from` hangs on the verb."""
        if (
            self._trigger.type is not EventType.ASSAULT
            or self._parties.actors(victims)
            or not syntax.objects(self._verb)
        ):
            return []
        return syntax.obliques(self._verb, "from", "of")

    def _spoken_to(self) -> list[Token]:
        """`warned Seoul that`: who is told something is an indirect object."""
        return syntax.children(self._verb, "iobj") if syntax.children(self._verb, "ccomp", "xcomp") else []

    def _acts_on_object(self) -> bool:
        return any("obj" in choice for choice in self._trigger.targets)

    def _slot(self, slot: str) -> list[Token]:
        if slot == "obj":
            return syntax.objects(self._verb) or self._spoken_to()
        if slot == "iobj":
            return syntax.children(self._verb, "iobj")
        if slot == "csubj":
            clauses = syntax.children(self._verb, "ccomp", "parataxis")
            return [subject for clause in clauses if (subject := syntax.subject(clause)) is not None]
        if slot == "xsubj":
            return [
                subject
                for clause in syntax.children(self._verb, "ccomp")
                if (subject := syntax.subject(clause)) is not None
            ]
        below = [part for part in self._happening.words if part != self._verb] + syntax.objects(self._verb)
        return [one for head in dict.fromkeys([self._verb, *below]) for one in syntax.obliques(head, slot)]


class _OfNoun:
    def __init__(self, happening: Happening, parties: Parties) -> None:
        self._happening = happening
        self._noun = happening.head
        self._trigger = happening.trigger
        self._parties = parties

    def roles(self) -> Roles:
        if self._trigger.agent == "with":
            return self._mutual()
        patients = [token for choice in self._trigger.targets for slot in choice for token in self._slot(slot)]
        patients += self._light_patients()
        patients += [] if patients else [*self._owned_victims(), *self._survivors()]
        patients += [part for part in syntax.modifiers(self._noun) if self._is_victim(part)]
        patients += [
            part
            for modifier in syntax.modifiers(self._noun)
            for part in [modifier, *modifier.children]
            if is_opposed(part)
        ]
        doers = [*self._own_doers(), *self._light_doers()]
        perpetrators = _responsible(self._doing(doers, patients))
        perpetrators += _others(list(_nations(self._trigger.type, doers, self._parties)), perpetrators)
        hit = _others(self._parties.actors(patients), perpetrators)
        addressed = hit or _others(self._parties.actors(addressees(self._happening)), perpetrators)
        return Roles(perpetrators, addressed, tuple(patients), tuple(doers))

    def _slot(self, slot: str) -> list[Token]:
        """What hangs on the noun by a preposition, or, as `X is under investigation`, its subject."""
        return syntax.children(self._noun, "nsubj") if slot == "subj" else syntax.obliques(self._noun, slot)

    def _doing(self, doers: list[Token], patients: list[Token]) -> list[Party]:
        return self._parties.actors([doer for doer in doers if doer not in patients])

    def _is_victim(self, part: Token) -> bool:
        """A person's name before a killing is the victim's: the Khalil killing."""
        named = self._parties.of(part)
        return bool(named) and named[0].known.type is EntityType.PERSON

    def _has_object(self) -> bool:
        return bool(syntax.obliques(self._noun, "of", "on", "against"))

    def _owned_victims(self) -> list[Token]:
        """Whose murder it was: in `Omar Haddad's murder` he died, in `the king's murder of his brother` the brother."""
        if self._noun.lemma_.lower() not in _SUFFERED:
            return []
        return [one for one in syntax.possessors(self._noun) if self._is_victim(one)]

    def _survivors(self) -> list[Token]:
        """Who was to suffer a deed: survived a bombing, escaped unhurt from an attack."""
        verb = self._noun.head
        whole = self._noun.dep_ == "obj" or (self._noun.dep_ == "obl" and syntax.preposition(self._noun) == "from")
        survivor = syntax.subject(verb) if whole and verb.lemma_ in {"survive", "escape"} else None
        return [survivor] if survivor is not None else []

    def _own_doers(self) -> Iterator[Token]:
        yield from (
            part
            for part in syntax.modifiers(self._noun)
            if not in_backing_compound(part)
            and not is_opposed(part)
            and not self._is_victim(part)
            and part.pos_ in {"ADJ", "PROPN", "NOUN"}
        )
        victims = [] if self._has_object() else self._owned_victims()
        yield from (one for one in syntax.possessors(self._noun) if one not in victims)
        yield from syntax.obliques(self._noun, "by")
        yield from (one for part in syntax.obliques(self._noun, "of", "on") for one in syntax.obliques(part, "by"))
        if self._trigger.agent == "of" or "of" not in {slot for choice in self._trigger.targets for slot in choice}:
            yield from syntax.obliques(self._noun, "of", "from")
        for clause in syntax.children(self._noun, "acl", "acl:relcl"):
            if clause.lemma_.lower() in LIGHT_VERBS | {"blame", "claim"} and syntax.is_passive(clause):
                yield from syntax.agents(clause)

    def _light_doers(self) -> Iterator[Token]:
        verb = self._light_verb()
        if verb is None:
            return
        if syntax.is_passive(verb):
            yield from syntax.agents(verb)
        elif (subject := syntax.subject(verb)) is not None and subject != self._noun:
            yield subject

    def _light_verb(self) -> Token | None:
        noun = syntax.first_conjunct(_carrier(self._noun))
        verb = noun.head
        if noun.dep_ in {"obj", "nsubj:pass", "xcomp"} and verb.lemma_.lower() in LIGHT_VERBS:
            return verb
        if (
            noun.dep_ == "obl"
            and syntax.preposition(noun) in {"with", "by", "in"}
            and verb.lemma_.lower() in {"respond", "retaliate", "reply", "engage", "join", "answer", "react"}
        ):
            return verb
        if self._trigger.agent == "with" and syntax.preposition(noun) == "for" and verb.lemma_.lower() in _GOING:
            return verb
        if self._trigger.agent == "with" and noun.dep_ == "obl" and syntax.preposition(noun) in _OCCASIONS:
            return verb if syntax.obliques(noun, "with") else None
        return None

    def _light_patients(self) -> list[Token]:
        verb = self._light_verb()
        if verb is None:
            return []
        slots = {slot for choice in self._trigger.targets for slot in choice if slot not in {"of", "obj"}}
        return syntax.obliques(verb, *slots)

    def _mutual(self) -> Roles:
        between = syntax.obliques(self._noun, "between", "among", "involving")
        others = syntax.obliques(self._noun, "with", "against")
        if len(between) == 1 and not syntax.children(between[0], "conj"):
            between += _other_side(between[0])
        doers = between or [*self._own_doers(), *self._light_doers()]
        perpetrators = _responsible(self._doing(doers, others))
        verb = self._light_verb()
        others += syntax.obliques(verb, "with", "against") if verb is not None else []
        return Roles(perpetrators, tuple(self._parties.actors(others)), tuple(others))


def _carrier(noun: Token) -> Token:
    """The noun that a clause takes for many of a deed, or for its end: a series of strikes, an end to the attacks."""
    above = noun.head
    measures = above.lemma_.lower() in _MEASURES and syntax.preposition(noun) == "of"
    ends = above.lemma_.lower() in _ENDS and syntax.preposition(noun) in {"to", "of"} and _is_announced(above)
    return above if noun.dep_ == "nmod" and (measures or ends) else noun


def _is_announced(end: Token) -> bool:
    """Whether somebody ends what he did himself: announced a halt to attacks."""
    return end.dep_ == "obj" and end.head.lemma_.lower() in {"announce", "declare", "promise", "pledge", "offer"}


def _other_side(first: Token) -> list[Token]:
    """The second party of `clashes between the army and the militia broke out`, taken for the subject of the verb."""
    rest = first.doc[first.i + 1 : first.sent.end]
    if len(rest) < 2 or rest[0].lower_ != "and":
        return []
    noun = next((one for one in rest[1:] if one.dep_ not in {"det", "amod", "compound", "punct"}), None)
    return [noun] if noun is not None and noun.pos_ in {"NOUN", "PROPN"} else []


def _nations(type_: EventType, doers: list[Token], parties: Parties) -> tuple[Party, ...]:
    """`Palestinians and Israelis failed to agree`: nations deal with each other under their people's names."""
    if type_ not in DIPLOMATIC:
        return ()
    everyone = [one for doer in doers for one in syntax.with_conjuncts(doer)]
    named = [one for one in everyone if standing_of(one) is None and {part.dep_ for part in one.children} <= _PLAIN]
    return tuple(party for one in named for party in parties.of(one) if party.standing is Standing.PEOPLE)


def _others(found: list[Party], perpetrators: tuple[Party, ...]) -> tuple[Party, ...]:
    doers = {one.known.id for one in perpetrators}
    return tuple(one for one in found if one.known.id not in doers)


def _responsible(found: list[Party]) -> tuple[Party, ...]:
    """Those who can have done it: a state for its officials, nobody for its mere nationals."""
    return tuple(one for one in found if one.standing not in {Standing.PEOPLE, Standing.ASSET})
