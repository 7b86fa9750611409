"""What happened: the verbs and nouns that tell of an incident, by the words in lexicon/incidents.tsv."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.lexicon import FOLDER, Row, rows
from casus.extraction.story import Story
from casus.ontology import EventType

_COLUMNS = ("words", "pos", "type", "mode", "agent", "target", "comment")
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
_SPORTING_STORY = 8
_SPORTING_SHARE = 0.02
"""How many words of sport, and how large a share of a text, make it a story of sport."""
_NEAR = 3
"""How far apart a trigger’s words may stand to be shown as one phrase, in tokens."""
_PHYSICAL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.MOBILIZE, EventType.CONSULT})


@dataclass(frozen=True)
class Trigger:
    """One line of the lexicon: a word, what must stand below it, and what it tells."""

    lemma: str
    needs: frozenset[str]
    pos: str
    type: EventType
    mode: str | None
    agent: str
    targets: tuple[tuple[str, ...], ...]
    name: str


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


def _trigger(row: Row) -> list[Trigger]:
    head, _, needs = row.text("words").partition(" + ")
    return [
        Trigger(
            lemma=lemma,
            needs=frozenset(needs.split("/")) if needs else frozenset(),
            pos=row.text("pos"),
            type=row.converted("type", EventType),
            mode=row.text("mode") or None,
            agent=row.text("agent"),
            targets=tuple(tuple(choice.split(",")) for choice in row.several("target", ";") if choice != "none"),
            name=f"incidents:{row.text('words')}",
        )
        for lemma in head.split("/")
    ]


def _lexicon() -> dict[tuple[str, str], list[Trigger]]:
    found: dict[tuple[str, str], list[Trigger]] = defaultdict(list)
    for row in rows(FOLDER / "incidents.tsv", _COLUMNS):
        for trigger in _trigger(row):
            found[trigger.lemma, trigger.pos].append(trigger)
    return {key: sorted(triggers, key=lambda one: not one.needs) for key, triggers in found.items()}


TRIGGERS = _lexicon()
ABSTRACT = frozenset(row.text("word") for row in rows(FOLDER / "abstract.tsv", ("word", "comment")))
DISASTERS = frozenset(row.text("word") for row in rows(FOLDER / "disasters.tsv", ("word", "comment")))
SPORT = frozenset(row.text("word") for row in rows(FOLDER / "sport.tsv", ("word", "comment")))


def happenings(story: Story) -> Iterator[Happening]:
    """Yield every telling of an incident, in the order of the text."""
    if _speaks_of_sport(story.doc) >= max(_SPORTING_STORY, _SPORTING_SHARE * len(story.doc)):
        return
    for sentence in story.sentences:
        if _speaks_of_sport(sentence) >= 2:
            continue
        for token in sentence:
            happening = _happening(token, story)
            if happening is not None:
                yield happening


def _speaks_of_sport(words: Iterable[Token]) -> int:
    return sum(token.lemma_.lower() in SPORT for token in words)


def _happening(token: Token, story: Story) -> Happening | None:
    pos = "VERB" if token.pos_ == "VERB" else "NOUN" if token.pos_ in {"NOUN", "PROPN"} else ""
    triggers = TRIGGERS.get((token.lemma_.lower(), pos))
    if not triggers or _inside_name(token, story) or (pos == "VERB" and token.dep_ in {"amod", "compound", "case"}):
        return None
    for trigger in triggers:
        words = _words(token, trigger)
        if words is not None and not _is_figurative(token, trigger):
            return Happening(token, trigger, words)
    return None


def _inside_name(token: Token, story: Story) -> bool:
    mention = story.named(token)
    return mention is not None


def _words(token: Token, trigger: Trigger) -> tuple[Token, ...] | None:
    """The trigger's tokens, or None where what it needs is not there."""
    if not trigger.needs:
        return (token,)
    below = [part for part in _below(token) if part.lemma_.lower() in trigger.needs or part.lower_ in trigger.needs]
    if not below:
        return None
    return tuple(sorted([token, below[0]], key=lambda one: one.i))


def _below(token: Token) -> Iterator[Token]:
    for part in token.children:
        if part.dep_ in _BELOW:
            yield from syntax.with_conjuncts(part)
            if part.dep_ in {"obl", "obj", "xcomp", "ccomp", "nmod"}:
                yield from (case for case in part.children if case.dep_ in {"case", "amod", "compound"})
    if token.dep_ == "acl:relcl" and not syntax.is_passive(token):
        yield token.head


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
    causes = [
        one for one in (subject, *syntax.agents(token), *syntax.obliques(token, "in", "from", "of")) if one is not None
    ]
    return any(one.lemma_.lower() in DISASTERS for one in causes) or any(
        one.lemma_.lower() in DISASTERS for one in syntax.modifiers(token)
    )
