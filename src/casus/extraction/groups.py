"""Which group a common noun means: one named before, one that the text leaves without a name, the coalition."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.naming import found_in_text
from casus.extraction.story import Story, is_group
from casus.knowledge import Known
from casus.knowledge.folding import slug
from casus.ontology import EntityType

_FAR = 250
"""How far back a noun can refer, in tokens."""
_ANY_GROUP = frozenset({"party", "organisation", "organization", "movement", "group"})
_TELLING = frozenset(
    "rebel guerrilla guerilla militant insurgent militia militiaman separatist jihadist islamist maoist extremist"
    " warlord tribesman exile mutineer pirate".split()
)
"""Nouns that say enough of a group to stand for one without another word."""
_SAYING_TOO_LITTLE = frozenset({"member", "supporter", "activist", "party", "head"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


class Groups:
    """The groups that common nouns stand for in one story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._alliances: dict[str, Known] = {}
        self._by_noun = _named_by_noun(story)

    def called(self, token: Token) -> list[Known]:
        """Return the groups named in `militias known as the Popular Mobilisation Forces`."""
        named = [
            part
            for clause in syntax.children(token, "acl")
            if clause.lemma_ in {"know", "call", "name", "dub"}
            for part in [*syntax.obliques(clause, "as"), *syntax.children(clause, "xcomp", "obj")]
        ]
        known = [mention.known for part in named if (mention := self._story.named(part)) is not None]
        return [one for one in known if is_group(one)]

    def meant(self, token: Token, states: Sequence[Known]) -> Known | None:
        """Return the group that a noun refers back to, or one of its own without a name; `states` are whose it is."""
        return self._earlier(token, states) or self._elsewhere(token, states) or self._unnamed(token, states)

    def _elsewhere(self, token: Token, states: Sequence[Known]) -> Known | None:
        """The one group that the text calls so somewhere: Kurdish rebels, where there are `rebels from the PKK`."""
        named = self._by_noun.get(token.lemma_.lower(), set())
        codes = {state.iso3 for state in states}
        fitting = [known for known in named if not codes or known.iso3 is None or known.iso3 in codes]
        rivals = {one.known for one in self._story.mentions if one.known.type is EntityType.ARMED_GROUP}
        alone = not codes or all(one in fitting or one.iso3 not in codes for one in rivals)
        return fitting[0] if len(named) == 1 and len(fitting) == 1 and alone else None

    def alliance(self, token: Token) -> Known | None:
        """Return whom `the US-led coalition` means, and `the coalition` once one was named."""
        words = list(_words_of_alliance(token)) or [token]
        earlier = self._alliances.get(token.lemma_.lower())
        if len(words) == 1 and earlier is not None:
            return earlier
        if len(words) == 1 and not (_is_definite(token) or token.dep_ == "compound"):
            return None
        name = self._story.doc[words[0].i : token.i + 1].text
        group = _without_name(name, EntityType.ORGANISATION, None)
        self._alliances.setdefault(token.lemma_.lower(), group)
        return group

    def _earlier(self, token: Token, states: Sequence[Known]) -> Known | None:
        """The group that `the group`, `the militia`, `the Iraqi militia` refers back to."""
        if not _is_definite(token):
            return None
        codes = {state.iso3 for state in states}
        for mention in self._story.before(token):
            if token.i - mention.end > _FAR:
                return None
            if _answers_to(mention.known, token, codes):
                return mention.known
        return None

    def _unnamed(self, token: Token, states: Sequence[Known]) -> Known | None:
        """A group without a name, as `Afghan guerrillas`; a bare `members` or `group` says too little."""
        lemma = token.lemma_.lower()
        words = [
            part
            for part in syntax.phrase(token)
            if part.i <= token.i and part.pos_ in {"ADJ", "NOUN", "PROPN"} and not _in_hyphened_word(part)
        ] or [token]
        if lemma in _SAYING_TOO_LITTLE or not (lemma in _TELLING or len(words) > 1):
            return None
        name = " ".join(part.text for part in words)
        return _without_name(name, EntityType.ARMED_GROUP, states[0].iso3 if states else None)


def _named_by_noun(story: Story) -> dict[str, set[Known]]:
    """The armed groups that are called by a noun for fighters: `PKK rebels`, `rebels from the PKK`."""
    found: dict[str, set[Known]] = defaultdict(set)
    for mention in story.mentions:
        head = story.doc[mention.head]
        if mention.known.type is not EntityType.ARMED_GROUP or head.dep_ not in {"compound", "nmod", "nmod:desc"}:
            continue
        if syntax.preposition(head) in {"", "of", "from"} and head.head.tag_ == "NNS":
            found[head.head.lemma_.lower()].add(mention.known)
    return found


def _words_of_alliance(token: Token) -> Iterator[Token]:
    for part in syntax.phrase(token):
        possesses = any(part in whose.subtree for whose in syntax.possessors(token))
        if part.i <= token.i and part.pos_ in {"ADJ", "NOUN", "PROPN", "VERB"} and not possesses:
            yield part


def _answers_to(known: Known, token: Token, codes: set[str | None]) -> bool:
    if not is_group(known) or (codes and known.iso3 not in codes):
        return False
    return token.lemma_.lower() in _ANY_GROUP or known.type is EntityType.ARMED_GROUP


def police_of_no_state() -> Known:
    """Return the police of a text that names no state: an organisation of its own."""
    return _without_name("police", EntityType.ORGANISATION, None)


def _without_name(name: str, type_: EntityType, iso3: str | None) -> Known:
    return found_in_text(f"org/{slug(name)}", type_, name, iso3, kind="unnamed")


def _in_hyphened_word(token: Token) -> bool:
    """Tell whether a word is part of a compound written with a hyphen: state-sanctioned."""
    around = token.doc[max(0, token.i - 1) : token.i + 2]
    return any(one.tag_ == "HYPH" for one in around)


def _is_definite(token: Token) -> bool:
    determiner = syntax.child(token, "det")
    return (determiner is not None and determiner.lower_ in _DEFINITE) or bool(syntax.possessors(token))
