"""What one sentence joins: `killed in a rocket attack`, `an attack that left ten dead`, `an act of retaliation`."""

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.happenings import Happening
from casus.extraction.lexicon import FOLDER, rows

FAMILIES: dict[str, str] = {
    row.text("word"): row.text("family") for row in rows(FOLDER / "families.tsv", ("word", "family", "comment"))
}
_RESULTS = frozenset({"kill", "wound", "injure", "die", "hurt", "leave", "perish"})
_JOINING = frozenset({"in", "by", "during", "when", "as", "with", "after", "from", "over"})
_CARRYING = frozenset({"nmod", "obl", "obj", "nsubj:pass", "obl:agent", "advcl", "nsubj"})
_BREAKING = frozenset({"erupt", "begin", "start", "break", "flare", "ensue"})
_ANSWERS = frozenset({"retaliation", "reprisal", "revenge", "retribution"})
_PARTITIVE = frozenset({"act", "series", "wave", "spate", "exchange", "part", "campaign", "string"})


def are_one(one: Happening, other: Happening) -> bool:
    """Tell whether the words of one sentence say that two happenings are one."""
    if one.head.sent.start != other.head.sent.start:
        return False
    pair = (one, other)
    return any(_hangs_as_result(upper, lower) for upper, lower in (pair, pair[::-1]))


def _hangs_as_result(upper: Happening, lower: Happening) -> bool:
    """Whether the lower happening hangs on the upper one as its means, result or other name."""
    if _breaks_out(upper.head, lower.head):
        return True
    if _accompanies(upper.head, lower.head):
        return is_result(lower) or kin(family(upper), family(lower))
    path = _path(lower.head, upper.head)
    if path is None:
        return False
    if _is_what_came_of_it(upper, lower, path) or _is_subject(upper, lower, path):
        return True
    return _is_means(upper, lower, path) if is_result(upper) else _is_other_name(upper, lower, path)


def _is_what_came_of_it(upper: Happening, lower: Happening, path: list[Token]) -> bool:
    """`attacked a post, killing nine`, `the bombing of a bus which killed forty`."""
    if not is_result(lower) or (is_result(upper) and _says_where(path[0])):
        return False
    clause = path[0].dep_ in {"acl:relcl", "acl", "advcl", "conj", "parataxis"}
    if len(path) == 1:
        return clause and _goes_on(path[0])
    return path[0].dep_ == "acl:relcl" and all(one.dep_ in {"nmod", "obl", "conj"} for one in path[1:])


def _says_where(clause: Token) -> bool:
    return any(part.lower_ == "where" for part in clause.children)


def _is_subject(upper: Happening, lower: Happening, path: list[Token]) -> bool:
    """`the blast hit a bus`, `clashes killed seven`."""
    return upper.head.pos_ == "VERB" and lower.is_noun and path[-1].dep_ == "nsubj" and len(path) == 1


def _is_means(upper: Happening, lower: Happening, path: list[Token]) -> bool:
    """`killed in a rocket attack`, `killed when rebels attacked`; not `the army killed ten when rebels attacked`."""
    mark = syntax.preposition(path[0])
    hanging = path[0].dep_ in {"obl", "nmod", "obl:agent", "advcl"}
    if mark in {"when", "as"} and syntax.has_subject(path[0]) and not syntax.is_passive(upper.head):
        return False
    return hanging and mark in _JOINING and _only_people_between(path) and not _is_earlier(lower, mark)


def _is_other_name(upper: Happening, lower: Happening, path: list[Token]) -> bool:
    """`strikes, an act of retaliation`, `a wave of attacks`, `retaliated with strikes`, `the attack, the largest`."""
    label = path[-1].dep_
    if len(path) == 1 and upper.head.lemma_ == "retaliate" and syntax.preposition(path[0]) in {"by", "with"}:
        return True
    if label == "appos" and (len(path) == 1 or syntax.preposition(path[0]) == "of"):
        return True
    if is_answer(lower) and syntax.preposition(path[0]) == "of":
        return True
    goes_with = label in {"acl", "advcl", "appos"} and lower.head.tag_ == "VBG"
    if len(path) == 1 and syntax.preposition(lower.head) == "in" and family(upper) == family(lower):
        return True
    return _is_part_of(path) or (goes_with and kin(family(upper), family(lower)))


def _is_part_of(path: list[Token]) -> bool:
    """`an act of retaliation`, `part of a new wave of protests`."""
    return len(path) > 1 and all(one.head.lemma_ in _PARTITIVE and syntax.preposition(one) == "of" for one in path[:-1])


def _accompanies(upper: Token, lower: Token) -> bool:
    """`protests turned violent, with protesters pelting the consulate`, `clashes broke out, leaving ten dead`."""
    return upper.dep_ == "nsubj" and lower.dep_ == "advcl" and lower.tag_ == "VBG" and upper.head == lower.head


def _breaks_out(upper: Token, lower: Token) -> bool:
    """`the violence erupted after insurgents attacked the convoy`."""
    verb = upper.head
    began = upper.dep_ == "nsubj" and verb.lemma_.lower() in _BREAKING and lower.dep_ == "advcl" and lower.head == verb
    return began and syntax.preposition(lower) in {"after", "when", "as"}


def _goes_on(part: Token) -> bool:
    """Whether a clause tells what came of it: not a second deed with a subject of its own."""
    own = any(one.dep_.startswith("nsubj") and one.tag_ not in {"WDT", "WP"} for one in part.children)
    return part.dep_ != "conj" or part.tag_ in {"VBG", "VBN"} or not own


def _is_earlier(lower: Happening, mark: str) -> bool:
    return mark in {"after", "over", "as"} and not lower.is_noun


def _only_people_between(path: list[Token]) -> bool:
    """A means hangs on the verb, or on the people killed: killing of a contractor in an attack."""
    steps = [one for one in path if one.dep_ != "conj"]
    return all(one.dep_ in _CARRYING or one.lemma_.lower() in _RESULTS for one in steps) and len(steps) <= 2


def _path(lower: Token, upper: Token) -> list[Token] | None:
    """The tokens from the lower up to just below the upper, two steps at most; through appositions freely."""
    path = [lower]
    while path[-1].head != upper:
        if path[-1].head == path[-1] or len(path) > 3:
            return None
        path.append(path[-1].head)
    return path


def is_result(happening: Happening) -> bool:
    """Tell whether a happening is told by what it cost: killed, wounded, the death."""
    lemma = happening.head.lemma_.lower()
    return lemma in _RESULTS or lemma in {"killing", "murder", "death", "assassination"}


def is_answer(happening: Happening) -> bool:
    """Tell whether a happening is told as an answer only: an act of retaliation, in revenge."""
    return happening.head.lemma_.lower() in _ANSWERS


def family(happening: Happening) -> str:
    """Return the family of words that a happening is told by; empty for words of none."""
    return FAMILIES.get(happening.head.lemma_.lower(), "")


def kin(one: str, other: str) -> bool:
    """Tell whether words of two families can tell of the same incident."""
    return one == other or ("any" in (one, other) and "war" not in (one, other))
