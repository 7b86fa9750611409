"""The words of support and what they mean: lexicon/backing.tsv, and a reading of one of them in a text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.lexicon import FOLDER, rows
from casus.knowledge import Known


@dataclass(frozen=True)
class Reading:
    """One telling of support. Without `backed` or `backers` the text leaves unsaid who that is.

    A weak reading (fought alongside, has camps in) is support only in a text that speaks of support for the same actor.
    """

    word: Token
    backed: tuple[Known, ...]
    backers: tuple[Known, ...]
    rule: str
    kinds: tuple[str, ...] = ()
    weak: bool = False
    unsaid: bool = False


def _words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows(FOLDER / "backing.tsv", ("word", "form", "kind", "comment")):
        found[row.text("form")][row.text("word")] = row.text("kind")
    return found


WORDS = _words()


def is_word(token: Token, form: str) -> bool:
    """Whether a word has this form in the lexicon."""
    return token.lemma_.lower() in WORDS[form]


def kind_of(token: Token, *forms: str) -> str:
    """Return the kind of support that a word tells of; empty where it tells none."""
    lemma = token.lemma_.lower()
    return next((kind for form in forms if (kind := WORDS[form].get(lemma))), "")


def given(tokens: Iterable[Token]) -> list[Token]:
    """Return the nouns in these phrases that name support: arms, money; `tons of arms`, `help in the form of arms`."""
    return [one for token in tokens for part in syntax.with_conjuncts(token) for one in _support_in(part)]


def _support_in(noun: Token, depth: int = 2) -> Iterator[Token]:
    if is_word(noun, "what"):
        if not is_civil(noun):
            yield noun
    elif depth:
        inner = syntax.obliques(noun, "of", "in", "worth of") + syntax.children(noun, "appos", "nmod:unmarked")
        for part in (joined for one in inner for joined in syntax.with_conjuncts(one)):
            yield from _support_in(part, depth - 1)


def is_civil(noun: Token) -> bool:
    """Whether support is of words or for civilians only: diplomatic support, humanitarian aid."""
    described = [part for one in syntax.children(noun, "amod", "compound") for part in syntax.with_conjuncts(one)]
    civil = any(is_word(part, "civil") for part in described)
    return civil and not any(is_word(part, "martial") for part in described)


def is_martial(noun: Token) -> bool:
    """Whether a word of support tells a kind by itself or by what describes it: weapons, military aid."""
    return bool(kinds([noun])) or any(
        is_word(part, "martial") for one in syntax.modifiers(noun) for part in syntax.with_conjuncts(one)
    )


def kinds(nouns: Iterable[Token]) -> tuple[str, ...]:
    """Return the kinds of support that nouns and what describes them tell of, each once."""
    words = [part for noun in nouns for part in [noun, *syntax.modifiers(noun)]]
    return tuple(dict.fromkeys(kind for word in words if (kind := kind_of(word, "what", "martial"))))


def is_fact(word: Token) -> bool:
    """Whether support is told as given, not as possible, asked for, promised, refused or ended."""
    below = word
    for governor in [word, *syntax.governors(word)]:
        if governor.pos_ == "VERB" and _is_imagined(governor):
            return False
        if governor is not word and below.dep_ in _UNDER and _undoes(governor):
            return False
        if below is not word and below.dep_ in _APART:
            break
        below = governor
    return not any(is_word(part, "doubt") for part in word.children if part.dep_ in {"amod", "compound"})


def _undoes(governor: Token) -> bool:
    """Whether what stands under a word did not happen: stopped, was never, is doubtful."""
    return is_word(governor, "undone") or is_word(governor, "doubt") or syntax.is_negated(governor)


def in_favour(verb: Token) -> list[Token]:
    """Return who is helped in `in support of the rebels`, `on behalf of the government`, `to its aid`."""
    around = [part for one in [verb, *syntax.objects(verb)] for part in syntax.obliques(one, "in", "on", "to")]
    causes = [one for one in around if is_word(one, "cause")]
    return [helped for one in causes for helped in [*syntax.obliques(one, "of"), *syntax.possessors(one)]]


_UNDER = frozenset({"csubj", "xcomp", "ccomp", "obj", "nsubj:pass", "acl", "obl", "nmod", "advcl"})
_APART = frozenset({"acl:relcl", "parataxis", "advcl", "conj"})
_POSSIBLE = frozenset({"may", "might", "would", "could", "should", "must", "will", "shall", "can"})
_IF = frozenset({"if", "unless", "whether", "lest"})


def _is_imagined(verb: Token) -> bool:
    helpers = {part.lower_ for part in verb.children if part.dep_ in {"aux", "aux:pass"}}
    possible = helpers & _POSSIBLE
    if possible and not (helpers & {"would", "could"} and verb.dep_ in {"advcl", "conj"} and "have" not in helpers):
        return True
    return syntax.preposition(verb).split(" ")[0] in _IF
