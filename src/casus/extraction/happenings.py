"""What happened: the verbs and nouns that tell of an incident, by the words in lexicon/incidents."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from casus.extraction import guesses, syntax
from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.story import Story
from casus.extraction.triggers import CLAUSE, INFINITIVE, TRIGGERS, Trigger
from casus.ontology import EventType

_BELOW = frozenset(
    {
        "obj",
        "iobj",
        "compound:prt",
        "obl",
        "nsubj:pass",
        "advmod",
        "xcomp",
        "amod",
        "compound",
        "case",
        "nmod",
        "nmod:unmarked",
        "obl:unmarked",
        "ccomp",
    }
)
_ONLY_WITH_INFINITIVE = frozenset({"tell", "ask", "order"})
_CIRCUMSTANCES = frozenset({"after", "before", "during", "since", "amid", "despite", "following", "because of"})
"""Prepositions of what goes with a deed, not into it: `banned the party after a march`."""
_MEASURES = frozenset({"level", "state", "series", "number", "round", "kind"})
_OBJECTS = frozenset({"obj", "nsubj:pass", "nsubj"})
_SPORTING_STORY = 8
_SPORTING_SHARE = 0.02
"""How many words of sport, and how large a share of a text, make it a story of sport."""
_NEAR = 3
"""How far apart a trigger’s words may stand to be shown as one phrase, in tokens."""
_PHYSICAL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.MOBILIZE, EventType.CONSULT})


_POS = {"VERB": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ"}


@dataclass(eq=False)
class Happening:
    """One telling of an incident in the text."""

    head: Token
    trigger: Trigger
    words: tuple[Token, ...]

    @property
    def type(self) -> EventType:
        """The incident's type."""
        return self.trigger.type

    @property
    def is_noun(self) -> bool:
        """Whether it is told by a noun."""
        return self.trigger.pos == "NOUN"

    @property
    def span(self) -> tuple[int, int]:
        """The trigger's characters in the text."""
        near = self.words if self.words[-1].i - self.words[0].i <= _NEAR else (self.head,)
        first, last = near[0], near[-1]
        return first.idx, last.idx + len(last)


ABSTRACT = frozenset(row.text("word") for row in rows(FOLDER / "abstract.tsv", ("word", "comment")))
_CAUSES = list(rows(FOLDER / "disasters.tsv", ("word", "alone", "comment")))
DISASTERS = frozenset(row.text("word") for row in _CAUSES)
_TELL_ALONE = frozenset(row.text("word") for row in _CAUSES if row.text("alone") == "yes")
_SUFFERED = frozenset({"kill", "die", "injure", "hurt", "perish", "wound", "destroy", "damage"})
SPORT = frozenset(row.text("word") for row in rows(FOLDER / "sport.tsv", ("word", "comment")))


def happenings(story: Story) -> Iterator[Happening]:
    """Yield every telling of an incident, in the order of the text."""
    if _speaks_of_sport(story.doc) >= max(_SPORTING_STORY, _SPORTING_SHARE * len(story.doc)):
        return
    for sentence in story.sentences:
        if _speaks_of_sport(sentence) >= 2:
            continue
        for token in sentence:
            happening = told_by(token, story) or _guessed(token, story)
            if happening is not None:
                yield happening


def _speaks_of_sport(words: Iterable[Token]) -> int:
    return sum(token.lemma_.lower() in SPORT for token in words)


def told_by(token: Token, story: Story) -> Happening | None:
    """Return the incident that a word tells of by the lexicon, if any."""
    pos = _POS.get(token.pos_, "")
    return _told(token, story, TRIGGERS.get((token.lemma_.lower(), pos), []))


def _guessed(token: Token, story: Story) -> Happening | None:
    trigger = guesses.guess(token)
    return _told(token, story, [trigger]) if trigger is not None else None


def _told(token: Token, story: Story, triggers: Sequence[Trigger]) -> Happening | None:
    """Return what the first of the triggers that fits makes of a word, if one does."""
    if not triggers or _inside_name(token, story) or _is_mere_modifier(token):
        return None
    for trigger in triggers:
        words = _words(token, trigger)
        if words is not None and not _is_figurative(token, trigger):
            return Happening(token, trigger, words)
    return None


def _is_mere_modifier(token: Token) -> bool:
    """An aid worker, a murder scene, a trained force: the word says of what kind another is."""
    if token.pos_ == "VERB":
        return token.dep_ in {"amod", "compound", "case"}
    return token.dep_ in {"compound", "nmod:desc"} and token.head.pos_ == "NOUN" and token.i < token.head.i


def _inside_name(token: Token, story: Story) -> bool:
    mention = story.named(token)
    return mention is not None


def _words(token: Token, trigger: Trigger) -> tuple[Token, ...] | None:
    """The trigger's tokens, or None where something that it needs is not there."""
    if not trigger.needs:
        return (token,)
    below = list(_below(token, trigger))
    found = [_filled(need, below, token) for need in trigger.needs]
    words = [one for one in found if one is not None]
    if len(words) < len(found):
        return None
    return tuple(sorted({token, *words}, key=lambda one: one.i))


def _filled(need: frozenset[str], below: list[Token], token: Token) -> Token | None:
    """What fills a place of the trigger: one of these words, an infinitive, a clause; the word itself, named again."""
    if INFINITIVE in need or CLAUSE in need:
        clause = _infinitive(token) if INFINITIVE in need else syntax.child(token, "ccomp")
        if clause is not None:
            return clause
    return next((part for part in below if part.lemma_.lower() in need or part.lower_ in need), None)


def _infinitive(token: Token) -> Token | None:
    """`refused to leave`, `signed an agreement to trade`."""
    heads = [token, *syntax.children(token, "obj")]
    return next((found for one in heads if (found := syntax.infinitive(one)) is not None), None)


def _below(token: Token, trigger: Trigger) -> Iterator[Token]:
    """What a trigger can ask for: particles, objects and what hangs on them, prepositions, the word itself."""
    for part in token.children:
        if part.dep_ == "obl" and syntax.preposition(part) in _CIRCUMSTANCES:
            continue
        if part.dep_ in _BELOW or (trigger.agent == "none" and part.dep_ == "nsubj"):
            yield from _part(part, token)
    if token.dep_ == "acl:relcl" and not syntax.is_passive(token):
        yield token.head
    if any(INFINITIVE in need for need in trigger.needs) and (clause := _infinitive(token)) is not None:
        yield clause
    yield token


def _part(part: Token, head: Token) -> Iterator[Token]:
    for one in syntax.with_conjuncts(part):
        yield one
        if part.dep_ in _OBJECTS or one.lemma_ in _MEASURES:
            yield from syntax.children(one, "nmod")
    if head.pos_ in {"NOUN", "PROPN"}:
        return
    if part.dep_ in _OBJECTS or part.dep_ in {"obl", "xcomp", "ccomp", "nmod"}:
        yield from (inner for inner in part.children if inner.dep_ in {"case", "amod", "compound"})


def _is_figurative(token: Token, trigger: Trigger) -> bool:
    """Attacking a budget, fighting corruption, a storm that kills: no incident of conflict."""
    if trigger.lemma in _ONLY_WITH_INFINITIVE and trigger.type is EventType.REQUEST:
        return not syntax.children(token, "xcomp")
    if (
        trigger.type is EventType.PROTEST
        and trigger.pos == "VERB"
        and any(one.pos_ == "NOUN" for one in syntax.objects(token))
    ):
        return not any("obj" in choice for choice in trigger.targets) and not trigger.needs
    if trigger.type not in _PHYSICAL or trigger.needs:
        return False
    subject = syntax.subject(token) if trigger.pos == "VERB" else None
    acted_on = [subject] if subject is not None and syntax.is_passive(token) else syntax.objects(token)
    below = [*acted_on, *syntax.obliques(token, "on", "against", "of", "at")]
    if any(one.lemma_.lower() in ABSTRACT for one in below):
        return True
    if _is_of_disaster(token, trigger):
        return True
    causes = [
        one for one in (subject, *syntax.agents(token), *syntax.obliques(token, "in", "from", "of")) if one is not None
    ]
    return any(one.lemma_.lower() in DISASTERS for one in causes) or any(
        one.lemma_.lower() in DISASTERS for one in syntax.modifiers(token)
    )


def _is_of_disaster(token: Token, trigger: Trigger) -> bool:
    """`Forty died after days of flooding`: nobody did it, and the sentence, or the one before, says what did."""
    if (
        trigger.lemma not in _SUFFERED
        or syntax.agents(token)
        or not (syntax.is_passive(token) or trigger.agent == "none")
    ):
        return False
    sentence = token.sent
    near = token.doc[max(0, sentence.start - 1)].sent
    nouns = (one for part in (near, sentence) for one in part if one.pos_ != "VERB")  # militants storm a hotel
    return any(one.lemma_.lower() in _TELL_ALONE for one in nouns)
