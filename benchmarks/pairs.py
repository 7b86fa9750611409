"""Who does what to whom, and which preposition ties what to what: what extraction needs of a tree.

In this form, parsers with Universal Dependencies and with spaCy's (CLEAR) labels can be compared.
"""

from collections import defaultdict
from collections.abc import Iterator

from benchmarks.analysis import Analysis

Pair = tuple[int, str, int]  # head, role or preposition, dependent; words by number

_UD_ROLES = {"nsubj": "s", "csubj": "s", "nsubj:outer": "s", "nsubj:pass": "p", "obj": "o", "obl:agent": "a"}
_CLEAR_ROLES = {"nsubj": "s", "csubj": "s", "nsubjpass": "p", "csubjpass": "p", "dobj": "o", "obj": "o"}
_GENITIVES = {"'s", "’s", "'"}


def ud_arguments(of: Analysis) -> set[Pair]:
    """Return verbs with their subjects (s), objects (o), passive subjects (p) and agents (a)."""
    passive = {head for head, relation in zip(of.heads, of.relations, strict=True) if relation.endswith(":pass")}
    found = set()
    for word, (head, relation) in enumerate(zip(of.heads, of.relations, strict=True)):
        if head >= 0 and of.upos[head] == "VERB" and relation in _UD_ROLES:
            found.add((head, _UD_ROLES[relation], word))
    by_phrases = {(head, word) for head, case, word in ud_attachments(of) if case == "by" and head in passive}
    return found | {(head, "a", word) for head, word in by_phrases if of.relations[word] == "obl"}


def ud_attachments(of: Analysis) -> set[Pair]:
    """Return heads with their prepositions and what these govern; genitives do not count."""
    cases: dict[int, str] = {}
    for word, (head, relation) in enumerate(zip(of.heads, of.relations, strict=True)):
        if relation == "case":
            cases.setdefault(head, of.forms[word].lower())
    return {
        (head, cases[word], word)
        for word, (head, relation) in enumerate(zip(of.heads, of.relations, strict=True))
        if relation.split(":")[0] in {"obl", "nmod"} and cases.get(word, "'") not in _GENITIVES
    }


def clear_arguments(of: Analysis) -> set[Pair]:
    """Return the same of a parse with CLEAR labels."""
    found = set()
    for word, (head, relation) in enumerate(zip(of.heads, of.relations, strict=True)):
        if relation in _CLEAR_ROLES:
            found.add((head, _CLEAR_ROLES[relation], word))
        elif relation == "pobj" and of.relations[head] == "agent":
            found.add((of.heads[head], "a", word))
    return found


def clear_attachments(of: Analysis) -> set[Pair]:
    """Return the same of a parse with CLEAR labels."""
    return {
        (of.heads[head], of.forms[head].lower(), word)
        for word, (head, relation) in enumerate(zip(of.heads, of.relations, strict=True))
        if relation == "pobj" and of.relations[head] in {"agent", "prep", "dative"}
    }


def agreement(gold: Analysis, expected: set[Pair], found: set[Pair]) -> int:
    """Count the pairs that agree; of a name or compound of several words, any word will do."""
    groups = _groups(gold)
    left = defaultdict(set)
    for pair in found:
        left[pair[1]].add(pair)
    agreed = 0
    for head, role, dependent in sorted(expected):
        match = next(_matches(left[role], groups[head] | {head}, groups[dependent] | {dependent}), None)
        if match:
            left[role].remove(match)
            agreed += 1
    return agreed


def _matches(pairs: set[Pair], heads: set[int], dependents: set[int]) -> Iterator[Pair]:
    return (pair for pair in sorted(pairs) if pair[0] in heads and pair[2] in dependents)


def _groups(of: Analysis) -> defaultdict[int, set[int]]:
    groups: defaultdict[int, set[int]] = defaultdict(set)
    for word, (head, relation) in enumerate(zip(of.heads, of.relations, strict=True)):
        if relation.split(":")[0] in {"flat", "compound", "fixed"}:
            groups[head].add(word)
    return groups
