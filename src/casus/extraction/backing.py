"""Who backs whom: arms, money, training, troops, sanctuary; by the words in lexicon/backing.tsv."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.attribution import voice
from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.naming import found_in_text
from casus.extraction.nouns import Standing
from casus.extraction.parties import Parties, Party
from casus.extraction.statements import Statement
from casus.extraction.story import Story
from casus.knowledge import Known
from casus.ontology import EntityType, Polarity, Predicate

_COMPOUNDS = frozenset("backed supported sponsored funded financed armed trained equipped supplied".split())
_FORMER = frozenset({"once", "formerly", "previously", "former", "ex"})
_WEAK = frozenset({"help", "assist", "aid", "advise", "support", "supply"})


@dataclass(frozen=True)
class Backing:
    """One reading of a pattern: who is backed, by whom, the word that says so."""

    backed: Known
    backer: Known
    word: Token
    rule: str
    kind: str = ""
    confidence: float = 0.9


def _words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows(FOLDER / "backing.tsv", ("word", "form", "kind", "comment")):
        found[row.text("form")][row.text("word")] = row.text("kind")
    return found


WORDS = _words()


def backings(story: Story, parties: Parties) -> Iterator[Statement]:
    """Yield who backs whom, with the sentence that says so; denials as denied claims."""
    for sentence in story.sentences:
        for token in sentence:
            for pattern in _PATTERNS:
                for found in pattern(token, parties):
                    if found.backed.id != found.backer.id and _can_be_backed(found):
                        yield _statement(found, story, parties)


def _statement(found: Backing, story: Story, parties: Parties) -> Statement:
    told = voice(found.word, parties)
    denied = told.denied or _denied_here(found.word)
    confidence = found.confidence * (0.7 if told.alleged else 1.0) * (0.45 if _is_former(found.word) else 1.0)
    return Statement(
        subject=found.backed,
        predicate=Predicate.BACKED_BY,
        object=found.backer,
        sentence=found.word.sent,
        rule=f"backing:{found.rule}",
        confidence=round(confidence, 2),
        polarity=Polarity.DENIED if denied else Polarity.ASSERTED,
        attributed_to=told.speaker,
        support=(found.kind,) if found.kind else (),
    )


def _can_be_backed(found: Backing) -> bool:
    return EntityType.PLACE not in {found.backed.type, found.backer.type}


def _denied_here(word: Token) -> bool:
    return syntax.is_negated(word)


def _is_former(word: Token) -> bool:
    return any(part.lower_ in _FORMER for part in word.children)


def _pairs(backed: Iterable[Party], backers: Iterable[Party], template: Backing) -> Iterator[Backing]:
    backers = list(backers)
    for one in backed:
        for other in backers:
            if one.known.id != other.known.id:
                yield replace(template, backed=one.known, backer=other.known)


def _template(word: Token, rule: str, kind: str = "", confidence: float = 0.9) -> Backing:
    nobody = _NOBODY
    return Backing(nobody, nobody, word, rule, kind, confidence)


_NOBODY = found_in_text("org/nobody", EntityType.ORGANISATION, "nobody", None, kind="unnamed")


def _backers(tokens: Iterable[Token], parties: Parties) -> list[Party]:
    """Whom these phrases name as a backer: actors, or the owners of what helps (US air strikes)."""
    found: list[Party] = []
    for token in tokens:
        for one in syntax.with_conjuncts(token):
            named = parties.of(one) or parties.owner(one)
            found += [party for party in named if party.is_actor and party.standing is not Standing.PEOPLE]
    return _without_persons_of_states(found)


def _without_persons_of_states(found: list[Party]) -> list[Party]:
    official = any(party.standing is Standing.OFFICIAL for party in found)
    return [party for party in found if not (official and party.standing is Standing.PERSON)]


def _backed(tokens: Iterable[Token], parties: Parties) -> list[Party]:
    found = [party for token in tokens for party in parties.all(token) if party.is_actor]
    return _without_persons_of_states([party for party in found if party.standing is not Standing.PEOPLE])


# Patterns


def _compound(token: Token, parties: Parties) -> Iterator[Backing]:
    """`the Iranian-backed militia`."""
    if token.lower_ not in _COMPOUNDS or token.i < 2 or token.nbor(-1).text not in {"-", "‑", "–"}:
        return
    noun = token.head
    backers = _backers([token.nbor(-2)], parties)
    backers += _backers(syntax.children(token.nbor(-2), "conj"), parties)
    yield from _pairs(
        _backed([noun], parties), backers, _template(token, "X-backed", WORDS["support"].get(token.lemma_, ""), 0.95)
    )


def _passive(token: Token, parties: Parties) -> Iterator[Backing]:
    """`backed by Iran`, `was armed by Libya`, `trained and equipped by the coalition`."""
    if (
        token.pos_ != "VERB"
        or token.lemma_.lower() not in WORDS["support"] | WORDS["host"]
        or not syntax.is_passive(token)
    ):
        return
    agents = syntax.agents(token) or (syntax.agents(token.head) if token.dep_ == "conj" else [])
    agents = agents or [one for part in syntax.children(token, "conj") for one in syntax.agents(part)]
    subject = syntax.subject(token)
    if subject is None and token.dep_ in {"advcl", "amod"}:
        subject = syntax.subject(token.head) if token.head.pos_ == "VERB" else token.head
    if subject is None or not agents:
        return
    kind = WORDS["support"].get(token.lemma_.lower()) or WORDS["host"].get(token.lemma_.lower(), "")
    yield from _pairs(_backed([subject], parties), _backers(agents, parties), _template(token, "backed by", kind))


def _active(token: Token, parties: Parties) -> Iterator[Backing]:
    """`Iran arms the militia`, `forces are advising and assisting the SDF`, `denies arming the M23`."""
    lemma = token.lemma_.lower()
    if token.pos_ != "VERB" or lemma not in WORDS["support"] | WORDS["host"] or syntax.is_passive(token):
        return
    subject = syntax.subject(token)
    supported = syntax.objects(token) or [
        one for part in syntax.children(token, "conj") for one in syntax.objects(part)
    ]
    if subject is None or any(one.lemma_.lower() in WORDS["what"] and not parties.all(one) for one in supported):
        return
    backed = [party for party in _backed(supported, parties) if _is_backable(party, lemma)]
    kind = WORDS["support"].get(lemma) or WORDS["host"].get(lemma, "")
    yield from _pairs(
        backed, _backers([subject], parties), _template(token, "backs", kind, 0.7 if lemma in _WEAK else 0.85)
    )


def _is_backable(party: Party, lemma: str) -> bool:
    """Helping a state or a person says little; helping its forces, or a group, much."""
    if lemma not in _WEAK:
        return True
    return party.known.type is EntityType.ARMED_GROUP or party.standing in {
        Standing.FORCES,
        Standing.FIGHTERS,
        Standing.GROUP,
        Standing.BODY,
    }


def _giving(token: Token, parties: Parties) -> Iterator[Backing]:
    """`supplied weapons to the rebels`, `provides the group with money`."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in WORDS["give"]:
        return
    given, kind = _what(syntax.objects(token) + syntax.obliques(token, "with"))
    if given is None:
        return
    recipients = [
        *syntax.obliques(token, "to", "for"),
        *syntax.children(token, "iobj"),
        *syntax.obliques(given, "to", "for"),
    ]
    recipients += [one for one in syntax.objects(token) if one != given]
    passive = syntax.is_passive(token)
    subject = syntax.subject(token)
    givers = syntax.agents(token) if passive else [subject] if subject is not None else []
    if passive and subject is not None and subject.lemma_.lower() not in WORDS["what"]:
        recipients.append(subject)
    yield from _pairs(_backed(recipients, parties), _backers(givers, parties), _template(token, "gives", kind, 0.85))


def _receiving(token: Token, parties: Parties) -> Iterator[Backing]:
    """`receives arms from Libya`."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in WORDS["receive"] or syntax.is_passive(token):
        return
    given, kind = _what(syntax.objects(token))
    subject = syntax.subject(token)
    if given is None or subject is None:
        return
    givers = [*syntax.obliques(token, "from"), *syntax.obliques(given, "from", "of"), *syntax.possessors(given)]
    yield from _pairs(_backed([subject], parties), _backers(givers, parties), _template(token, "receives", kind, 0.85))


def _what(tokens: Iterable[Token]) -> tuple[Token | None, str]:
    for token in tokens:
        for one in syntax.with_conjuncts(token):
            if one.lemma_.lower() in WORDS["what"]:
                return one, WORDS["what"][one.lemma_.lower()]
            for part in syntax.obliques(one, "of"):
                if part.lemma_.lower() in WORDS["what"]:
                    return one, WORDS["what"][part.lemma_.lower()]
    return None, ""


def _support_noun(token: Token, parties: Parties) -> Iterator[Backing]:
    """`Iran's support for the Houthis`, `arms shipments from Iran to the group`, `with the backing of Turkey`."""
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" or lemma not in WORDS["what"]:
        return
    givers = [*syntax.possessors(token), *syntax.modifiers(token), *syntax.obliques(token, "from", "by")]
    receivers = syntax.obliques(token, "to", "for")
    if receivers and syntax.obliques(token, "of"):
        givers += syntax.obliques(token, "of")
    if not receivers and lemma in {
        "support",
        "backing",
        "help",
        "assistance",
        "cover",
        "sponsorship",
        "patronage",
        "aid",
    }:
        givers += syntax.obliques(token, "of")
        receivers = _helped(token)
    named = [one for one in givers if one.ent_type_ or parties.of(one)]
    backers = [party for one in named for party in _backers([one], parties)]
    yield from _pairs(_backed(receivers, parties), backers, _template(token, "support from", WORDS["what"][lemma], 0.8))


def _helped(token: Token) -> list[Token]:
    """Whom `with the support of X`, `under X's air cover` helps: the clause's subject, or the noun it hangs on."""
    if syntax.preposition(token) not in {"with", "under", "thanks to", "by", "through"} or token.dep_ not in {
        "obl",
        "nmod",
        "obl:agent",
    }:
        return []
    if token.head.pos_ in {"NOUN", "PROPN"}:
        return [token.head]
    if syntax.is_passive(token.head) and token.head.lemma_.lower() in WORDS["support"]:
        return []
    subject = syntax.subject(token.head)
    return [subject] if subject is not None else []


def _backer_noun(token: Token, parties: Parties) -> Iterator[Backing]:
    """`X is the main backer of Y`, `its backers, notably Russia`, `Y is a proxy of X`, `Iran's proxy`."""
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" or not (lemma in WORDS["backer"] or lemma in WORDS["backed"]):
        return
    around = [*syntax.possessors(token), *syntax.obliques(token, "of", "for", "to"), *syntax.modifiers(token)]
    named = list(_named_by(token))
    if lemma in WORDS["backer"]:
        yield from _pairs(
            _backed(around, parties),
            _backers(named, parties),
            _template(token, "backer of", WORDS["backer"][lemma], 0.85),
        )
    else:
        yield from _pairs(
            _backed(named, parties),
            _backers(around, parties),
            _template(token, "proxy of", WORDS["backed"][lemma], 0.85),
        )


def _named_by(token: Token) -> Iterator[Token]:
    """Who is called so: the subject of `is a`, or the name in apposition."""
    if any(part.dep_ == "cop" for part in token.children):
        yield from syntax.children(token, "nsubj")
    yield from syntax.children(token, "appos", "conj", "flat")
    if token.dep_ == "appos":
        yield token.head
    if token.dep_ in {"compound", "nmod:desc"}:
        yield token.head


_PATTERNS = (_compound, _passive, _active, _giving, _receiving, _support_noun, _backer_noun)
