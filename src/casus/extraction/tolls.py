"""How many: the killed and wounded of a happening, with the width that the text gives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.happenings import Happening
from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.nouns import Standing, is_rank, standing
from casus.ontology import Status
from casus.records import Toll

NUMBERS = {
    row.text("word"): row.converted("number", int)
    for row in rows(FOLDER / "numbers.tsv", ("word", "number", "comment"))
}
_AT_LEAST = re.compile(r"\b(?:at least|more than|over|no fewer than|no less than|upwards of)\s*$", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:up to|as many as|at most|fewer than|less than)\s*$", re.IGNORECASE)
_KILL = frozenset(
    {
        "kill",
        "die",
        "murder",
        "assassinate",
        "execute",
        "behead",
        "massacre",
        "slaughter",
        "slay",
        "perish",
        "gun",
        "lynch",
    }
)
_WOUND = frozenset({"wound", "injure", "hurt", "maim"})
_KILLING_NOUNS = frozenset(
    {"killing", "murder", "assassination", "execution", "death", "massacre", "beheading", "slaughter"}
)
_HURT = {"dead": "killed", "killed": "killed", "wounded": "wounded", "injured": "wounded", "hurt": "wounded"}
_DEAD = frozenset({"death", "casualty", "fatality", "victim"})
_INJURED = frozenset({"injury", "casualty"})
_ATTACKERS = frozenset({"bomber", "attacker", "assailant", "hijacker"})
"""Whose own death does not count."""
_ONE_PERSON = frozenset({Standing.OFFICIAL, Standing.LEADER, Standing.PEOPLE, Standing.FIGHTERS})
_SOLDIERS = frozenset({"soldier", "policeman", "officer", "guard", "marine", "peacekeeper", "serviceman", "commando"})
_MANY = frozenset({"people", "crew", "delegation"})
_NOBODY = frozenset({"nobody", "no-one", "none", "noone"})


@dataclass
class Tolls:
    """What one happening cost."""

    killed: Toll | None = None
    wounded: Toll | None = None


def tolls(happening: Happening, status: Status, patients: Sequence[Token]) -> Tolls:
    """Return the killed and wounded that a happening's own words give; an attempt or a threat has none."""
    found = Tolls()
    if status not in {Status.OCCURRED, Status.ONGOING} or _is_attempted(happening.head):
        return found
    head, lemma = happening.head, happening.head.lemma_.lower()
    if (lemma in _KILL and not _and_wounded(head)) or lemma in _KILLING_NOUNS:
        found.killed = _count_all([*(patients or _subject_of_dying(head)), *_also(head)])
    if lemma in _WOUND and not _or_killed(head):
        found.wounded = _just_before(head) or _count_all([*patients, *_also(head)])
    if lemma in _KILL:
        _add_conjoined(head, found)
    for verb in _result_verbs(head):
        _add_left(verb, found)
    _add_nobody(head, found)
    return found


def _add_nobody(head: Token, found: Tolls) -> None:
    """`No injuries or deaths were reported in the attacks`, `there were no casualties in the incident`."""
    above = [one for one in list(syntax.governors(head))[:2] if head.dep_ in {"obl", "nmod"}]
    for noun in [*above, *(part for one in above for part in one.children if part.dep_.startswith("nsubj"))]:
        if any(part.lower_ == "no" for part in noun.children):
            for one in syntax.with_conjuncts(noun):
                found.killed = found.killed or (Toll(min=0, max=0) if one.lemma_.lower() in _DEAD else None)
                found.wounded = found.wounded or (Toll(min=0, max=0) if one.lemma_.lower() in _INJURED else None)


def _just_before(verb: Token) -> Toll | None:
    """The bare number of `seven people were killed and more than 100 wounded`."""
    number = verb.nbor(-1) if verb.dep_ == "conj" and verb.i else None
    if number is None or number.pos_ != "NUM" or syntax.has_subject(verb):
        return None
    return _with_width(number, _value(number))


def _is_attempted(head: Token) -> bool:
    return any(one.lemma_.lower() in {"attempt", "try", "plot", "seek"} for one in [head.head, *syntax.modifiers(head)])


def _subject_of_dying(head: Token) -> Iterator[Token]:
    if head.pos_ == "VERB" and (subject := syntax.subject(head)) is not None:
        yield subject


def _also(head: Token) -> list[Token]:
    """Who shared the fate: killed along with three others."""
    return syntax.obliques(head, "along with", "together with", "as well as")


def _and_wounded(head: Token) -> bool:
    """`40 killed or wounded` counts neither."""
    return any(part.dep_ == "conj" and part.lemma_ in _WOUND and _joined_by_or(part) for part in head.children)


def _or_killed(head: Token) -> bool:
    return head.dep_ == "conj" and head.head.lemma_ in _KILL and _joined_by_or(head)


def _joined_by_or(part: Token) -> bool:
    return any(one.dep_ == "cc" and one.lower_ == "or" for one in part.children) and not any(
        one.dep_ in {"nsubj", "nsubj:pass", "obj"} for one in part.children
    )


def _add_conjoined(verb: Token, found: Tolls) -> None:
    """`killed and more than 30 wounded`, where `wounded` is taken for an adjective, or the number for its subject."""
    for part in syntax.children(verb, "conj"):
        if (
            _HURT.get(part.lower_) == "wounded"
            and (part.pos_ == "ADJ" or part.nbor(-1).head == part)
            and (value := _value(part.nbor(-1))) is not None
        ):
            found.wounded = _with_width(part.nbor(-1), value)
    for part in syntax.children(verb, "nsubj:pass", "conj"):
        hurt = part.i > verb.i and any(
            _HURT.get(one.lower_) == "wounded" for one in syntax.children(part, "amod", "acl")
        )
        if hurt and part.pos_ == "NUM":
            found.wounded = found.wounded or _with_width(part, _value(part))


def _result_verbs(head: Token) -> Iterator[Token]:
    """`leaving 22 dead`, `left dozens wounded` below or above a happening."""
    beside = head.head.children if head.dep_ in {"nsubj", "obj", "obl", "nsubj:pass"} else ()
    for part in [*head.children, *beside, *([head.head] if head.head != head else [])]:
        if part.lemma_.lower() == "leave" and part != head:
            yield part


def _add_left(verb: Token, found: Tolls) -> None:
    for obj in syntax.objects(verb):
        for how in [*syntax.children(verb, "xcomp"), *syntax.children(obj, "amod", "acl")]:
            for state in syntax.with_conjuncts(how):
                kind = _HURT.get(state.lower_)
                if kind == "killed":
                    found.killed = found.killed or _count_all([obj])
                elif kind == "wounded":
                    found.wounded = found.wounded or _count_all([obj])


def _count_all(heads: Sequence[Token]) -> Toll | None:
    hurt = [one for head in heads for one in syntax.with_conjuncts(head) if one.lemma_.lower() not in _ATTACKERS]
    counts = [count for one in hurt if (count := count_of(one)) is not None]
    if not counts:
        return None
    if all(count.max is not None for count in counts):
        return Toll(min=sum(count.min for count in counts), max=sum(count.max or 0 for count in counts))
    return Toll(min=sum(count.min for count in counts), max=None)


def count_of(noun: Token) -> Toll | None:
    """Return how many a noun phrase speaks of: 25 fighters, at least 12, dozens of others, a contractor."""
    if noun.lower_ in _NOBODY or any(part.lower_ == "no" for part in noun.children):
        return Toll(min=0, max=0)
    number = _number_below(noun)
    if number is not None:
        return _with_width(number, _value(number))
    value = _value(noun)
    if value is not None:
        return (
            _with_width(noun, value)
            if noun.pos_ == "NUM"
            else Toll(min=value * (2 if noun.lower_ in {"dozens", "scores"} else 1), max=None)
        )
    for part in syntax.obliques(noun, "of"):
        if noun.lemma_.lower() in {"number", "group", "member", "body"}:
            return count_of(part) if noun.lemma_.lower() != "member" else _single_or_many(noun)
    return _single_or_many(noun)


def _single_or_many(noun: Token) -> Toll | None:
    if noun.pos_ == "PROPN" and noun.tag_ == "NNP":
        return Toll(min=1, max=1) if noun.ent_type_ in {"PER", ""} else None
    if noun.tag_ == "NN" and any(
        part.lower_ in {"a", "an", "one", "another"} or part.dep_ == "nmod:poss" for part in noun.children
    ):
        return Toll(min=1, max=1)
    if noun.tag_ in {"NNS", "NNPS"} and noun.pos_ == "NOUN":
        return Toll(min=1, max=None)
    if noun.tag_ == "NN" and standing(noun) in _ONE_PERSON and noun.lemma_.lower() not in _MANY:
        return Toll(min=1, max=1)
    if noun.tag_ == "NN" and noun.lemma_.lower() in _SOLDIERS:
        return Toll(min=1, max=1)
    return None


def _number_below(noun: Token) -> Token | None:
    for part in noun.children:
        if part.dep_ == "nummod" and _value(part) is not None:
            return part
    return None


def _value(token: Token) -> int | None:
    text = token.lower_.replace(",", "")
    if any(is_rank(before) for before in token.doc[max(0, token.i - 2) : token.i]):
        return None
    if text.isdigit():
        return int(text)
    before = token.doc[token.i - 2 : token.i].text.lower() if token.i >= 2 else ""
    if before.endswith("-") and before[:-1] in NUMBERS and text in NUMBERS:
        return NUMBERS[before[:-1]] + NUMBERS[text]
    parts = [NUMBERS[part.lower_] for part in token.children if part.dep_ == "compound" and part.lower_ in NUMBERS]
    if text in NUMBERS:
        return _combined(parts, NUMBERS[text])
    return None


def _combined(parts: list[int], value: int) -> int:
    """`twenty-one` adds, `three hundred` multiplies."""
    for part in parts:
        value = part * value if value >= 100 else part + value
    return value


def _with_width(number: Token, value: int | None) -> Toll | None:
    if value is None:
        return None
    first = min(
        [number.i, *(part.i for part in number.children if part.i < number.i and part.dep_ in {"compound", "punct"})]
    )
    before = number.doc[max(0, first - 4) : first].text
    if _AT_LEAST.search(before):
        return Toll(min=value, max=None)
    if _UP_TO.search(before):
        return Toll(min=1, max=value)
    if number.lower_ in {"dozens", "scores", "hundreds", "thousands"}:
        return Toll(min=value, max=None)
    return Toll(min=value, max=value)
