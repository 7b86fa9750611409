"""Who a phrase stands for: names, forces and officials of a state, members of a group, "the militia", pronouns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from casus.extraction import in_view, syntax
from casus.extraction.groups import Groups, police_of_no_state
from casus.extraction.naming import Mention
from casus.extraction.nouns import Standing, is_rank
from casus.extraction.nouns import standing as standing_of
from casus.extraction.pronouns import agrees, antecedents
from casus.extraction.story import Story, is_group
from casus.knowledge import Known, Role
from casus.ontology import EntityType

BACKING_PARTICIPLES = frozenset(
    "backed supported sponsored funded financed armed trained equipped supplied led controlled aligned allied linked"
    " affiliated dominated run held occupied administered".split()
)
_GOVERNMENT = frozenset({Role.CAPITAL, Role.SEAT})
_NO_LONGER = frozenset({"former", "ex", "late", "ousted", "deposed", "exiled", "toppled"})
_REBEL = frozenset(
    {"opposition", "rebel", "militant", "insurgent", "separatist", "guerrilla", "tribal", "paramilitary"}
)
_RULING = frozenset({"regime", "government", "administration", "junta"})
_QUANTITIES = frozenset(
    "hundred thousand dozen score number majority most many some rest half third handful series crowd body bulk".split()
)
_PAIRED = frozenset(
    "country nation state neighbour neighbor government president leader minister premier capital power".split()
)
"""Nouns of which two stand for two states named before."""
_ANY_FIGHTERS = frozenset(
    "rebel guerrilla guerilla militant insurgent separatist jihadist extremist fighter gunman terrorist".split()
)
"""Words that a text changes for one another when it speaks of the same fighters."""
_NEAR = 80
"""For how many words a pair of states stays in view."""
_SERVICES = frozenset({"agency", "service"})
_SECRET = frozenset({"intelligence", "security", "secret", "spy", "espionage"})
"""What makes a service or agency the state's, which else can be any: a news agency."""
_SERVANTS = frozenset({Standing.BODY, Standing.FORCES, Standing.OFFICIAL, Standing.LEADER})
_MEMBERS = frozenset({"worker", "man", "boy", "youth", "follower"})
"""People who act for the group whose they are: party workers."""
_SERVING = frozenset({"loyal", "belong", "faithful"})
_CARRYING = frozenset({"carry", "transport", "ferry"})
_ISSUED = frozenset({"issue", "release", "publish", "sign", "send", "post", "read"})
_FIRED = frozenset({"launch", "fire", "send", "fly"})
_BODIES = frozenset({Standing.ALLIANCE, Standing.GROUP, Standing.FIGHTERS})
_THINGS = frozenset(
    "missile rocket shell jet plane aircraft drone unit division agent guard bomber artillery capital state court rule"
    " officer sniper force patrol intelligence".split()
)
"""Words for forces and bodies that do not say by themselves that they are the state's."""


@dataclass(frozen=True)
class Party:
    """An entity that a phrase stands for, and how."""

    known: Known
    standing: Standing

    @property
    def is_unnamed(self) -> bool:
        """Whether the text gives it no name: "Afghan guerrillas"."""
        return self.known.kind == "unnamed"

    @property
    def is_actor(self) -> bool:
        """Whether the entity can act: everything but plain places."""
        return self.known.type is not EntityType.PLACE


class Parties:
    """Resolves the heads of phrases in one story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._cache: dict[int, list[Party]] = {}
        self._same: dict[str, Known] = {}
        self._groups = Groups(story)

    def of(self, token: Token) -> list[Party]:
        """Return whom a phrase's head stands for, the conjuncts left out; empty where nobody can be told."""
        if token.i not in self._cache:
            self._cache[token.i] = []
            self._cache[token.i] = list(dict.fromkeys(self._resolve(token)))
        return list(self.renamed(self._cache[token.i])) if self._same else self._cache[token.i]

    def all(self, token: Token) -> list[Party]:
        """Return whom a phrase with its conjuncts stands for."""
        return list(dict.fromkeys(party for one in syntax.with_conjuncts(token) for party in self.of(one)))

    def actors(self, tokens: list[Token]) -> list[Party]:
        """Return all actors that these phrases stand for."""
        return list(dict.fromkeys(party for one in tokens for party in self.all(one) if party.is_actor))

    def owner(self, noun: Token) -> list[Party]:
        """Return whose a noun is, by its modifiers, possessors and of-phrases."""
        return list(dict.fromkeys(self._owners(noun)))

    def identify(self, unnamed: Known, named: Known) -> None:
        """Take an unnamed group for a named one, everywhere in the story."""
        self._same[unnamed.id] = named
        self._story.references = {
            i: named if known.id == unnamed.id else known for i, known in self._story.references.items()
        }

    def renamed(self, found: Iterable[Party]) -> tuple[Party, ...]:
        """Return the same parties, unnamed groups that turned out to be named ones under their names."""
        return tuple(dict.fromkeys(replace(one, known=self._same.get(one.known.id, one.known)) for one in found))

    # One way after the other

    def _resolve(self, token: Token) -> Iterator[Party]:
        mention = self._story.named(token)
        if mention is not None:
            yield from self._from_name(mention, token)
        elif token.pos_ == "PRON" or token.tag_ == "PRP$":
            yield from self._from_pronoun(token)
        elif token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "DET"}:
            yield from self._from_noun(token)

    def _from_name(self, mention: Mention, token: Token) -> Iterator[Party]:
        known = mention.known
        if known.type is EntityType.PERSON:
            yield Party(known, Standing.PERSON)
            yield from self._behind_person(mention)
        elif mention.role in _GOVERNMENT:
            yield from self._from_capital(mention)
        elif mention.is_adjective:
            yield Party(known, Standing.PEOPLE if mention.role is Role.NATIONALS else Standing.ITSELF)
        else:
            yield Party(known, Standing.ITSELF)

    def _from_capital(self, mention: Mention) -> Iterator[Party]:
        """A capital stands for the government unless something is said to be there."""
        head = self._story.doc[mention.head]
        if syntax.preposition(head) in in_view.PLACING or mention.known.type is EntityType.PLACE:
            return
        yield Party(mention.known, Standing.BODY)

    def _behind_person(self, mention: Mention) -> Iterator[Party]:
        """The state or group for which a person stands: by the words around the name, else by the office held."""
        head = self._story.doc[mention.head]
        titled = [part for part in head.subtree if part.i < mention.start] + syntax.children(head, "appos")
        if head.dep_ in {"appos", "flat"} and self._story.named(head.head) is None:
            titled += [head.head, *([head.head.head] if head.head.dep_ == "nmod" else [])]
        if any(part.lower_ in _NO_LONGER for part in titled):
            return
        nouns = [part for part in titled if standing_of(part) in {Standing.OFFICIAL, Standing.LEADER}]
        owners = [party for noun in nouns for party in self._owners(noun) if party.known.type is not EntityType.PERSON]
        if not owners and nouns:
            owners = [
                self._party(one)
                for one in self._story.named_between(mention.start - 6, mention.start)
                if one.is_adjective
            ]
        yield from (Party(owner.known, Standing.OFFICIAL) for owner in owners)
        if not owners:
            yield from self._by_office(mention.known, head)

    def _party(self, mention: Mention) -> Party:
        return Party(mention.known, Standing.ITSELF)

    def _by_office(self, person: Known, token: Token) -> Iterator[Party]:
        office = self._story.knowledge.office(person.id, self._story.document.published)
        known = self._story.named(token)
        of_regime = known is not None and token.head.lemma_.lower() in _RULING
        state = self._story.state(office.iso3 if office is not None else person.iso3 if of_regime else None)
        group = self._story.knowledge.get(office.body) if office is not None and office.body and state is None else None
        if state is not None:
            self._story.refer(token, state)
            yield Party(state, Standing.OFFICIAL)
        elif group is not None and group.type is EntityType.ARMED_GROUP:
            self._story.refer(token, group)
            yield Party(group, Standing.LEADER)

    def _from_noun(self, token: Token) -> Iterator[Party]:
        beside = self._beside(token)
        if beside is not None:
            yield from self._from_name(beside, token)
            return
        pair = self._pair(token)
        if pair:
            yield from pair
            return
        standing = _standing(token)
        if standing is Standing.ALLIANCE:
            group = self._groups.alliance(token)
            yield from self._referring(token, group, standing) if group is not None else ()
        elif standing in {Standing.FIGHTERS, Standing.GROUP}:
            yield from self._from_group_noun(token, standing)
        elif standing is not None:
            owners = [
                owner for owner in self._owners(token) if standing is not Standing.PEOPLE or _has_nationals(owner)
            ]
            if not owners and standing is Standing.ASSET:
                owners = self.actors(_cargo(token))
            if standing is Standing.PEOPLE and token.lemma_.lower() in _MEMBERS:
                groups = [owner for owner in owners if is_group(owner.known)]
                standing = Standing.FIGHTERS if groups else standing
            yield from [Party(owner.known, standing) for owner in owners] or self._without_owner(token, standing)
        elif token.lemma_.lower() in _QUANTITIES or token.pos_ in {"NUM", "DET", "PRON"} or is_rank(token):
            yield from self._quantity_of(token)
        else:
            yield from self._things_of(token)

    def _pair(self, token: Token) -> list[Party]:
        """The two presidents, both countries: the two states that the text named last."""
        words = {part.lower_ for part in token.children}
        if token.lemma_.lower() not in _PAIRED or not ({"the", "two"} <= words or "both" in words):
            return []
        near = [one for one in self._story.before(token) if token.i - one.end < _NEAR]
        people = [self.of(self._story.doc[one.head]) for one in near if one.known.type is EntityType.PERSON]
        if standing_of(token) is Standing.OFFICIAL:
            states = [party.known for found in people for party in found if party.standing is Standing.OFFICIAL]
        else:
            states = [one.known for one in near if one.known.type is EntityType.STATE]
        pair = list(dict.fromkeys(states))[:2]
        return [Party(known, Standing.ITSELF) for known in pair] if len(pair) == 2 else []

    def _beside(self, token: Token) -> Mention | None:
        """The name in apposition: the militant group Hezbollah; Hezbollah, the group."""
        joined = syntax.children(token, "conj")
        for other in syntax.children(token, "appos", "flat"):
            if any(token.i < one.i < other.i for one in joined):
                continue  # what the last of the joined is called: the regime and its backers, notably Russia
            mention = self._story.named(other)
            if mention is not None and _can_be_called(token, mention.known):
                return mention
        if token.dep_ == "appos":
            return self._story.named(token.head)
        return self._called_after(token) or self._leader_named(token)

    def _called_after(self, token: Token) -> Mention | None:
        """The name that follows what it is called, wherever the parse hangs it: the militia Kata'ib Hezbollah."""
        called = standing_of(token) in {Standing.GROUP, Standing.FIGHTERS} and token.tag_ == "NN"
        if not called or token.i + 1 >= len(token.doc):
            return None
        after = self._story.named(token.nbor())
        return after if after is not None and after.start == token.i + 1 and is_group(after.known) else None

    def _leader_named(self, token: Token) -> Mention | None:
        """Who it is, where the parse hangs the name on what is led: the commander of the FARC, Rodrigo Granda."""
        if standing_of(token) not in {Standing.OFFICIAL, Standing.LEADER} or token.tag_ != "NN":
            return None
        behind = [one for part in syntax.obliques(token, "of") for one in syntax.children(part, "appos")]
        named = [mention for one in behind if (mention := self._story.named(one)) is not None]
        return next((one for one in named if one.known.type is EntityType.PERSON), None)

    def _quantity_of(self, token: Token) -> Iterator[Party]:
        """Hundreds of Syrians, a group of officials, all of them: what is counted."""
        for part in syntax.obliques(token, "of", "from", "among"):
            yield from self.of(part)

    def _marks_of_owner(self, token: Token) -> list[Token]:
        """What says whose a thing is, where nothing else does: PKK caves, Hezbollah's tunnels."""
        return [*syntax.modifiers(token), *syntax.possessors(token)] if token.pos_ == "NOUN" else []

    def _things_of(self, token: Token) -> Iterator[Party]:
        """What nothing else is known of stands for whose it is: PKK caves, Ukrainian trenches."""
        for part in self._marks_of_owner(token):
            yield from (Party(owner.known, Standing.ASSET) for owner in self._from_modifier(part))

    # Whose

    def _owners(self, noun: Token) -> Iterator[Party]:
        for part in syntax.modifiers(noun):
            yield from self._from_modifier(part)
        for part in syntax.possessors(noun):
            yield from (owner for owner in self.all(part) if owner.is_actor)
        for part in [*syntax.obliques(noun, "of", "from", "for", "belonging to", "loyal to"), *_served(noun)]:
            yield from self._from_of(part)
        sent = {Standing.OFFICIAL: _ISSUED, Standing.FORCES: _FIRED}.get(
            standing_of(noun) or Standing.PEOPLE, frozenset()
        )
        for clause in (one for one in syntax.children(noun, "acl") if one.lemma_ in sent):
            yield from self.actors(syntax.agents(clause))

    def _from_modifier(self, part: Token) -> Iterator[Party]:
        mention = self._story.named(part)
        if mention is not None and not in_backing_compound(part):
            if mention.known.type is EntityType.PERSON:
                yield from self._by_office(mention.known, part)
                return
            if mention.known.type is EntityType.PLACE and mention.role not in _GOVERNMENT:
                return
            yield Party(mention.known, Standing.ITSELF)
            yield from (
                Party(other.known, Standing.ITSELF)
                for one in syntax.children(part, "conj")
                if (other := self._story.named(one))
            )
        elif mention is None and standing_of(part) in _BODIES:
            yield from self.of(part) if part.pos_ in {"NOUN", "PROPN"} else ()
        elif mention is None and standing_of(part) is not None:
            owners = list(self._owners(part))
            yield from owners or self._bare_body(part)

    def _bare_body(self, part: Token) -> Iterator[Party]:
        """Whose an officer is that only the body he serves in is told of: a senior army officer."""
        if part.pos_ == "NOUN" and standing_of(part) in {Standing.FORCES, Standing.BODY}:
            yield from (Party(one.known, Standing.ITSELF) for one in self.of(part))

    def _from_of(self, part: Token) -> Iterator[Party]:
        for one in syntax.with_conjuncts(part):
            mention = self._story.named(one)
            if mention is not None and mention.known.type in {
                EntityType.STATE,
                EntityType.ARMED_GROUP,
                EntityType.ORGANISATION,
            }:
                yield Party(mention.known, Standing.ITSELF)
            elif mention is None and (standing_of(one) in _BODIES | _SERVANTS or self._beside(one)):
                yield from self.of(one)

    def _without_owner(self, token: Token, standing: Standing) -> Iterator[Party]:
        """The army, the government, the authorities: of the state that the text last spoke of as a body or place."""
        if standing not in {Standing.FORCES, Standing.BODY} or token.lemma_.lower() in _THINGS:
            return
        state = in_view.state_before(token, self._story) or in_view.state_around(token, self._story)
        if state is None and token.lemma_.lower() == "police":
            state = police_of_no_state()
        if state is not None:
            yield from self._referring(token, state, standing)

    # Groups

    def _from_group_noun(self, token: Token, standing: Standing) -> Iterator[Party]:
        owners = [owner.known for owner in self._owners(token)]
        groups = self._groups.called(token) or [known for known in owners if is_group(known)]
        if groups:
            yield from (Party(known, standing) for known in groups)
            return
        described = self._described_before(token)
        if described is not None:
            yield from self._referring(token, described, standing)
            return
        group = self._groups.meant(token, [known for known in owners if known.type is EntityType.STATE])
        if group is not None:
            yield from self._referring(token, self._same.get(group.id, group), standing)

    def _described_before(self, token: Token) -> Known | None:
        """The group without a name that bare fighters belong to: Anglophone separatists … the rebels attacked."""
        if token.tag_ != "NNS" or token.lemma_.lower() not in _ANY_FIGHTERS or syntax.modifiers(token):
            return None
        before = reversed(token.doc[max(0, token.i - in_view.WORDS) : token.i])
        others = [one for one in before if one.tag_ == "NNS" and one.lemma_.lower() in _ANY_FIGHTERS]
        for other in sorted(others, key=lambda one: not syntax.modifiers(one))[:1]:
            return next((party.known for party in self.of(other) if party.is_unnamed), None)
        return None

    def _referring(self, token: Token, known: Known, standing: Standing) -> Iterator[Party]:
        self._story.refer(token, known)
        yield Party(known, standing)

    # Pronouns

    def _from_pronoun(self, token: Token) -> Iterator[Party]:
        clause = token.head if token.head.pos_ == "VERB" else syntax.clause_head(token)
        referent = syntax.relative(token, clause)
        if referent != token:
            yield from self.all(referent)
            return
        own = syntax.subject(clause) if token.dep_ in {"obj", "iobj", "obl"} else None
        doers = {party.known.id for party in self.all(own)} if own is not None and own != token else set()
        for subject in antecedents(token):
            candidate = syntax.relative(subject, subject.head)
            fitting = [one for one in self.all(candidate) if agrees(token, candidate, one.known, one.standing)]
            parties = [] if any(one.known.id in doers for one in fitting) else fitting
            if parties:
                yield from parties
                return


def _standing(noun: Token) -> Standing | None:
    """How a noun stands for somebody, by itself and by the words before it: opposition forces, a spy agency."""
    standing, words = standing_of(noun), {part.lemma_.lower() for part in syntax.modifiers(noun)}
    if standing is None and noun.lemma_.lower() in _SERVICES and words & _SECRET:
        return Standing.BODY
    return Standing.FIGHTERS if standing is Standing.FORCES and words & _REBEL else standing


def _can_be_called(noun: Token, known: Known) -> bool:
    """Whether a noun and a name beside it can be one: no party or army has a person's name, nobody a place's."""
    bodies = {Standing.GROUP, Standing.BODY, Standing.FORCES, Standing.ALLIANCE}
    person = known.type is EntityType.PERSON
    return known.type is not EntityType.PLACE and not (person and standing_of(noun) in bodies)


def _served(noun: Token) -> list[Token]:
    """Whom fighters serve by what follows them: fighters loyal to X, gunmen belonging to X."""
    tied = [one for one in syntax.children(noun, "amod", "acl") if one.lemma_.lower() in _SERVING and one.i > noun.i]
    return [part for one in tied for part in syntax.obliques(one, "to")]


def _cargo(vehicle: Token) -> list[Token]:
    """Whom a vehicle that is hit was carrying: a convoy carrying soldiers, a bus full of recruits."""
    clauses = [one for one in syntax.children(vehicle, "acl", "acl:relcl") if one.lemma_ in _CARRYING]
    return [part for clause in clauses for part in syntax.objects(clause)]


def _has_nationals(owner: Party) -> bool:
    """Whether somebody's people stand for him: a state's do, a president's brother does not."""
    return owner.standing not in {Standing.PERSON, Standing.OFFICIAL, Standing.LEADER}


def in_backing_compound(token: Token) -> bool:
    """Tell whether a word is the X of X-backed, X-led and the like."""
    doc, i = token.doc, token.i
    return i + 2 < len(doc) and doc[i + 1].text in syntax.HYPHENS and doc[i + 2].lower_ in BACKING_PARTICIPLES
