"""The words that tell of an incident: one file a type in lexicon/incidents, classes of words in lexicon/classes.tsv."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from casus.errors import BadData
from casus.extraction.lexicon import FOLDER, Row, rows
from casus.ontology import EventType

_COLUMNS = ("words", "pos", "mode", "agent", "target", "comment")
INFINITIVE = "TO"
"""What a trigger needs that asks for an infinitive: refuse + TO."""
CLAUSE = "THAT"
"""What a trigger needs that asks for a finite clause: insist + THAT."""


@dataclass(frozen=True)
class Trigger:
    """One line of the lexicon: a word, what must stand below it, and what it tells.

    `needs` are sets of lemmas, one of each of which must be there. `agent` says who does it, `targets` in which places
    the target is looked for, first choice first; `chance`, how likely it tells of this where it is guessed.
    """

    lemma: str
    needs: tuple[frozenset[str], ...]
    pos: str
    type: EventType
    mode: str | None
    agent: str
    targets: tuple[tuple[str, ...], ...]
    name: str
    chance: float = 1.0

    @property
    def is_guessed(self) -> bool:
        """Whether no lexicon has it."""
        return self.chance < 1

    @property
    def has_content(self) -> bool:
        """Whether it tells of another deed as said, not as done: refused to withdraw."""
        return any(INFINITIVE in need for need in self.needs)


def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows(FOLDER / "classes.tsv", ("class", "words", "comment")):
        found[row.text("class")] = frozenset(row.text("words").split("/"))
    return found


def _need(text: str, classes: dict[str, frozenset[str]], row: Row) -> frozenset[str]:
    words: set[str] = set()
    for word in text.split("/"):
        if word.startswith("@") and word[1:] not in classes:
            raise BadData(f"{row.where}: words: classes.tsv has no class {word}")
        words |= classes[word[1:]] if word.startswith("@") else {word}
    return frozenset(words)


def _triggers(row: Row, type_: EventType, classes: dict[str, frozenset[str]]) -> Iterator[Trigger]:
    heads, *needs = row.text("words").split(" + ")
    for lemma in sorted(_need(heads, classes, row)):
        yield Trigger(
            lemma=lemma,
            needs=tuple(_need(need, classes, row) for need in needs),
            pos=row.text("pos"),
            type=type_,
            mode=row.text("mode") or None,
            agent=row.text("agent"),
            targets=tuple(tuple(choice.split(",")) for choice in row.several("target", ";") if choice != "none"),
            name="incidents:" + " + ".join([lemma, *needs]),
        )


def _lexicon() -> dict[tuple[str, str], list[Trigger]]:
    found: dict[tuple[str, str], list[Trigger]] = defaultdict(list)
    classes = _classes()
    for type_ in EventType:
        for row in rows(FOLDER / "incidents" / f"{type_.lower()}.tsv", _COLUMNS):
            for trigger in _triggers(row, type_, classes):
                found[trigger.lemma, trigger.pos].append(trigger)
    return {key: sorted(triggers, key=lambda one: -len(one.needs)) for key, triggers in found.items()}


TRIGGERS = _lexicon()
"""By lemma and part of speech, those that need the most words first."""
