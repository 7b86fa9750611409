"""What belongs where: groups in groups, groups set apart, groups in countries, places in places."""

from collections.abc import Iterator

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.naming import Mention
from casus.extraction.nouns import Standing
from casus.extraction.nouns import standing as standing_of
from casus.extraction.parties import Parties, Party, in_backing_compound
from casus.extraction.statements import Statement
from casus.extraction.story import Story, is_group
from casus.knowledge import Known, Role
from casus.ontology import EntityType, Polarity, Predicate

_PARTS = frozenset(
    {
        "part",
        "member",
        "wing",
        "branch",
        "faction",
        "arm",
        "affiliate",
        "component",
        "unit",
        "offshoot",
        "umbrella",
        "division",
    }
)
_APART = frozenset({"separate", "distinct", "different", "unrelated", "independent"})
_FOREIGN = frozenset({"embassy", "consulate"})
"""Sites of a state that lie outside it."""
_PLACE_NOUNS = frozenset(
    {
        "city",
        "town",
        "village",
        "capital",
        "province",
        "region",
        "district",
        "port",
        "state",
        "area",
        "island",
        "suburb",
        "neighbourhood",
        "neighborhood",
        "airport",
        "base",
    }
)


def belongings(story: Story, parties: Parties) -> Iterator[Statement]:
    """Yield part-of, distinct-from and located-in of groups and places, where the text says so."""
    for sentence in story.sentences:
        for token in sentence:
            yield from _part_of(token, parties)
            yield from _belongs_to(token, parties)
            yield from _distinct_from(token, parties)
    for mention in [*story.mentions, *story.sites]:
        yield from _place_in_place(mention, story)
    for sentence in story.sentences:
        for token in sentence:
            yield from _group_in_country(token, story, parties)


def _say(
    subject: Known,
    predicate: Predicate,
    obj: Known,
    token: Token,
    rule: str,
    confidence: float,
    *,
    denied: bool = False,
) -> Iterator[Statement]:
    if subject.id != obj.id:
        yield Statement(
            subject,
            predicate,
            obj,
            token.sent,
            f"belonging:{rule}",
            confidence,
            Polarity.DENIED if denied else Polarity.ASSERTED,
        )


def _groups(found: list[Party]) -> list[Known]:
    return [party.known for party in found if is_group(party.known) and party.standing is not Standing.ALLIANCE]


def _part_of(token: Token, parties: Parties) -> Iterator[Statement]:
    """`is part of X`, `operates under the umbrella of X`, `X's armed wing`, `a member of X`."""
    if token.lemma_.lower() not in _PARTS or token.pos_ != "NOUN":
        return
    wholes = [
        known
        for part in [*syntax.obliques(token, "of"), *syntax.possessors(token)]
        for known in _groups(parties.all(part))
    ]
    for part in _called(token, parties):
        for whole in wholes:
            yield from _say(part, Predicate.PART_OF, whole, token, "part of", 0.85, denied=syntax.is_negated(token))


def _belongs_to(token: Token, parties: Parties) -> Iterator[Statement]:
    """`belongs to X`, `X, to which it belongs`."""
    subject = syntax.subject(token) if token.lemma_.lower() == "belong" else None
    if subject is None:
        return
    wholes = [_named_above(syntax.relative(part, token), parties) for part in syntax.obliques(token, "to")]
    for part in _groups(parties.all(subject)):
        for whole in [
            known for one in wholes for known in _groups(parties.all(one) or parties.all(_before_comma(one)))
        ]:
            yield from _say(part, Predicate.PART_OF, whole, token, "belongs to", 0.85, denied=syntax.is_negated(token))


def _named_above(token: Token, parties: Parties) -> Token:
    """Of `X, the umbrella of militias to which it belongs`, X."""
    while token.dep_ in {"nmod", "appos"} and all(party.is_unnamed for party in parties.of(token)):
        token = token.head
    return token


def _before_comma(token: Token) -> Token:
    """What stands before `, the umbrella …`, where the parse takes the apposition for something else."""
    start = syntax.phrase(token).start
    return token.doc[start - 2] if start >= 2 and token.doc[start - 1].text == "," else token


def _called(token: Token, parties: Parties) -> list[Known]:
    """What is called a part: by `is`, in apposition, or as the subject of the verb it hangs on."""
    if any(part.dep_ == "cop" for part in token.children):
        subject = syntax.subject(token)
        return _groups(parties.all(syntax.relative(subject, token))) if subject is not None else []
    if token.dep_ == "appos":
        return _groups(parties.of(token.head))
    named = [known for part in syntax.children(token, "appos") for known in _groups(parties.of(part))]
    if not named and token.dep_ == "obl" and syntax.preposition(token) in {"under", "as"}:
        subject = syntax.subject(token.head)
        named = _groups(parties.all(subject)) if subject is not None else []
    return named


def _distinct_from(token: Token, parties: Parties) -> Iterator[Statement]:
    """`is a separate force from X`, `is distinct from X`, `not to be confused with X`."""
    lemma = token.lemma_.lower()
    if lemma in _APART and token.pos_ == "ADJ":
        noun = token.head if token.dep_ == "amod" else token
        others = [*syntax.obliques(noun, "from", "to"), *syntax.obliques(token, "from", "to")]
        subject = syntax.subject(noun)
    elif lemma == "confuse":
        others, subject = (
            syntax.obliques(token, "with"),
            syntax.subject(token) or (token.head if token.dep_ == "acl" else None),
        )
    else:
        return
    if subject is None:
        return
    if not others and subject.lemma_.lower() in {"two", "both", "they", "group", "organisation", "organization"}:
        yield from _two_apart(token, parties)
    for one in _groups(parties.all(syntax.relative(subject, token))):
        for other in [known for part in others for known in _groups(parties.all(part))]:
            yield from _say(one, Predicate.DISTINCT_FROM, other, token, "distinct from", 0.85)


def _two_apart(token: Token, parties: Parties) -> Iterator[Statement]:
    """`It shares a name with X, but the two are separate`: the two groups that the sentence speaks of."""
    before = [one for one in token.sent if one.i < token.i and one.pos_ in {"NOUN", "PROPN", "PRON"}]
    spoken_of = list(dict.fromkeys(known for one in before for known in _groups(parties.of(one))))
    if len(spoken_of) == 2:
        yield from _say(spoken_of[0], Predicate.DISTINCT_FROM, spoken_of[1], token, "two apart", 0.8)


def _group_in_country(token: Token, story: Story, parties: Parties) -> Iterator[Statement]:
    """`the Iraqi militia`, `the Lebanese militant group X`: a group in a country."""
    mention = story.named(token)
    is_head = mention is not None and mention.head == token.i and is_group(mention.known)
    if not is_head and standing_of(token) not in {Standing.GROUP, Standing.FIGHTERS}:
        return
    spoken_of = _groups(parties.of(token))
    for place in [known for part in syntax.obliques(token, "in") for known in _place(part, story)]:
        for group in spoken_of:
            yield from _say(group, Predicate.LOCATED_IN, place, token, "group in place", 0.75)
    groups = [known for known in spoken_of if known.kind != "unnamed"]
    for part in syntax.modifiers(token):
        other = story.named(part)
        if other is None or other.role is not Role.DEMONYM or in_backing_compound(part):
            continue
        for group in groups:
            yield from _say(group, Predicate.LOCATED_IN, other.known, token, "group in country", 0.8)


def _place_in_place(mention: Mention, story: Story) -> Iterator[Statement]:
    """`Tripoli, Lebanon`, `Aleppo's Salaheddine district`, `the Chinese city of Shanghai`, `Rutshuru in Congo`."""
    if mention.known.type is not EntityType.PLACE:
        return
    head = story.doc[mention.head]
    for other, rule in _containers(head, mention, story):
        yield from _say(mention.known, Predicate.LOCATED_IN, other, head, rule, 0.85)


def _containers(head: Token, mention: Mention, story: Story) -> Iterator[tuple[Known, str]]:
    for part in syntax.obliques(head, "in", "of"):
        yield from ((known, "place in place") for known in _place(part, story))
    after = (
        story.named(story.doc[mention.end + 1])
        if mention.end + 1 < len(story.doc) and story.doc[mention.end].text == ","
        else None
    )
    if (
        after is not None
        and after.start == mention.end + 1
        and not after.is_adjective
        and _ends_phrase(after, story)
        and head.dep_ != "conj"
    ):
        yield from ((known, "place, place") for known in _wider(after.known, mention.known))
    yield from ((known, "place in place") for known in _right_behind(mention, story))
    yield from ((known, "place beside its state") for known in _beside_state(mention, story))
    yield from ((known, "place of place") for known in _through_noun(head, story))
    for part in syntax.possessors(head):
        yield from ((known, "place's place") for known in _place(part, story))


def _right_behind(mention: Mention, story: Story) -> Iterator[Known]:
    """`captured Rutshuru in Congo`, where the parse hangs the country on the verb."""
    if mention.end + 1 < len(story.doc) and story.doc[mention.end].lower_ == "in":
        after = story.named(story.doc[mention.end + 1])
        if after is not None and after.start == mention.end + 1 and after.known.iso3 == mention.known.iso3:
            yield from _wider(after.known, mention.known)


def _beside_state(mention: Mention, story: Story) -> Iterator[Known]:
    """`killed in Afghanistan by a bomb in Kunar`: one verb is said to happen in both."""
    head = story.doc[mention.head]
    if mention.known.iso3 is None or not syntax.preposition(head):
        return
    for other in story.named_between(head.sent.start, head.sent.end):
        upper = story.doc[other.head]
        stated = other.known.type is EntityType.STATE and other.role is Role.NAME and syntax.preposition(upper) == "in"
        if stated and other.known.iso3 == mention.known.iso3 and _verb_above(upper) == _verb_above(head):
            yield other.known


def _verb_above(token: Token) -> Token | None:
    return next((one for one in syntax.governors(token) if one.pos_ == "VERB"), None)


def _ends_phrase(after: Mention, story: Story) -> bool:
    following = story.doc[after.end] if after.end < len(story.doc) else None
    head = story.doc[after.head]
    if head.dep_ == "conj" and after.known.type is not EntityType.STATE:
        return False
    return (
        head.dep_ in {"appos", "nmod", "nmod:unmarked", "obl:unmarked", "conj", "dep", "flat"}
        and not syntax.children(head, "conj", "cc")
        and (following is None or following.pos_ in {"PUNCT", "SPACE", "VERB", "AUX", "ADP", "CCONJ"})
    )


def _wider(known: Known, inner: Known) -> Iterator[Known]:
    if known.type is EntityType.STATE or (known.type is EntityType.PLACE and known.iso3 == inner.iso3):
        yield known


def _through_noun(head: Token, story: Story) -> Iterator[Known]:
    """The country of the noun that a place's name hangs on: the Chinese city of Shanghai, the Syrian town of Dabiq."""
    if story.named(head) is None and head.lemma_.lower() in _FOREIGN:
        return
    upper = head.head if head.dep_ in {"nmod", "appos", "compound", "nmod:desc", "flat"} else head
    if upper != head and upper.lemma_.lower() not in _PLACE_NOUNS:
        return
    for part in [*syntax.modifiers(upper), *syntax.possessors(upper)]:
        other = story.named(part)
        if other is not None and part is not head and other.known.type in {EntityType.STATE, EntityType.PLACE}:
            yield other.known


def _place(token: Token, story: Story) -> Iterator[Known]:
    for one in syntax.with_conjuncts(token):
        mention = story.named(one)
        if (
            mention is not None
            and mention.known.type in {EntityType.STATE, EntityType.PLACE}
            and not mention.is_adjective
        ):
            yield mention.known
