"""Asking a sentence's tree: who is the subject, what hangs on a preposition, what governs what.

The trees are Universal Dependencies: prepositions are `case` children of what they introduce, conjuncts hang on the
first of them, auxiliaries on their verb.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

NOMINAL_MODIFIERS = frozenset({"nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "obl"})
OBLIQUES = frozenset({"obl", "nmod", "obl:agent", "obl:unmarked"})
CLAUSES = frozenset({"advcl", "acl", "acl:relcl", "ccomp", "xcomp", "csubj", "parataxis", "advcl:relcl"})
_OF_ANOTHER = frozenset("accuse blame suspect charge criticize criticise condemn thank prevent stop denounce".split())
"""Verbs after which `of shelling` is the object's deed."""
_TIES = frozenset({"tie", "relation", "link", "contact"})
_FINITE = frozenset({"after", "before", "as", "because", "if", "when"})


HYPHENS = frozenset({"-", "‑", "–"})
"""What joins the parts of a compound: Iranian-backed."""


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children of a token with one of these labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def child(token: Token, *labels: str) -> Token | None:
    """Return the first such child."""
    return next(iter(children(token, *labels)), None)


def preposition(token: Token) -> str:
    """Return what introduces a nominal or a clause, as `on` or `because of`; empty where nothing does."""
    marks = [mark for mark in token.children if mark.i < token.i and (mark.dep_ in {"case", "mark"} or _is_when(mark))]
    return " ".join(_fixed(mark) for mark in marks)


def _is_when(mark: Token) -> bool:
    return mark.dep_ == "advmod" and mark.lower_ in {"when", "where"}


def _fixed(mark: Token) -> str:
    return " ".join([mark.lower_, *(part.lower_ for part in mark.children if part.dep_ == "fixed")])


def with_conjuncts(token: Token) -> list[Token]:
    """Return a token and what is joined to it, or to its name, by and, or, commas: our ally X and the coalition."""
    named = [one for one in children(token, "appos") if one.i == token.i + 1]
    joined = [conjunct for one in [token, *named] for conjunct in children(one, "conj")]
    return [token, *(one for conjunct in joined for one in with_conjuncts(conjunct))]


def first_conjunct(token: Token) -> Token:
    """Return the first of the conjuncts that a token belongs to."""
    while token.dep_ == "conj":
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is a passive: by its auxiliary, its subject, or as a bare participle after a noun.

    Participles after `is` are tagged as adjectives at times: a militia that is armed and trained by Iran.
    """
    if any(part.dep_ in {"aux:pass", "nsubj:pass", "csubj:pass"} for part in verb.children):
        return True
    if verb.dep_ in {"acl", "amod"} and _is_participle(verb):
        return True
    free = not any(one.dep_ in {"aux", "obj", "nsubj"} for one in verb.children)
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and free:
        return True
    if verb.pos_ == "ADJ":
        return verb.lower_.endswith("ed") and any(part.dep_ == "cop" for part in verb.children)
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and not has_subject(verb) and is_passive(verb.head)


def _is_participle(word: Token) -> bool:
    """Whether a word after or before a noun is a past participle, also where it is tagged as a past tense or adjective.

    `militants killed in a raid` has no finite verb after the noun; `rebels, armed by Libya` no quality.
    """
    if word.tag_ == "VBD":
        return not any(part.dep_ in {"obj", "nsubj", "aux"} for part in word.children)
    by = any(part.dep_ in OBLIQUES and preposition(part) == "by" for part in word.children)
    return word.tag_ == "VBN" or (word.tag_ == "JJ" and word.lower_.endswith("ed") and by)


def has_subject(verb: Token) -> bool:
    """Tell whether a verb has a subject of its own."""
    return any(part.dep_.startswith("nsubj") for part in verb.children)


def subject(verb: Token) -> Token | None:
    """Return what a verb's subject is, its own or the one it shares: of conjuncts, infinitives, participles, relatives.

    For a passive it is the one acted on.
    """
    return _subject(verb, hops=6)


def _subject(verb: Token, hops: int) -> Token | None:
    own = [part for part in verb.children if part.dep_ in {"nsubj", "nsubj:pass", "nsubj:outer"}]
    if own:
        return relative(([one for one in own if one.i < verb.i] or own)[-1], verb)
    if hops == 0:
        return None
    if verb.dep_ in {"acl:relcl", "acl"}:
        return None if _relative_object(verb) else _accused_by(verb) or verb.head
    if verb.dep_ in {"conj", "xcomp", "advcl", "parataxis"} and verb.head.pos_ in {"VERB", "AUX", "ADJ"}:
        return _controller(verb, hops)
    if verb.dep_ in {"conj", "parataxis"} and verb.head.dep_ == "ROOT" and verb.head.i < verb.i:
        return verb.head  # a name taken for the root: "Azerbaijan, backed by Turkey, shelled …"
    return None


def _accused_by(verb: Token) -> Token | None:
    """Who does what an accuser says: `was accused by the UN of arming the rebels`, where the deed hangs on the UN."""
    accusing = verb.head.head
    charge = preposition(verb) in {"of", "for"} and accusing.lemma_ in _OF_ANOTHER and verb.head in agents(accusing)
    return subject(accusing) if charge else None


def _controller(verb: Token, hops: int) -> Token | None:
    if verb.dep_ == "xcomp":
        controlled = child(verb.head, "obj", "iobj")
        if controlled is not None and controlled.i < verb.i:
            return controlled
        for oblique in children(verb.head, "obl"):
            if oblique.i < verb.i and verb.head.lemma_ in {"call", "appeal"}:
                return oblique
    if verb.dep_ in {"advcl", "acl"} and preposition(verb) in {"of", "for", "from"} and verb.head.lemma_ in _OF_ANOTHER:
        return next(iter(objects(verb.head)), None)
    if preposition(verb) == "for" and verb.dep_ in {"advcl", "acl"} and verb.tag_ == "VBG":
        broken = [one for one in [verb.head, *objects(verb.head)] for one in obliques(one, "with")]
        if broken and any(one.lemma_ in _TIES for one in objects(verb.head)):
            return broken[0]  # broke ties with Peru for pardoning them
    if verb.dep_ == "advcl" and verb.tag_ not in {"VBG", "VBN"} and preposition(verb).split(" ")[0] in _FINITE:
        return None
    return _subject(verb.head, hops - 1)


def _relative_object(verb: Token) -> bool:
    return any(part.dep_ in {"obj", "obl"} and part.tag_ in {"WDT", "WP"} for part in verb.children)


def relative(word: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for, or the word itself."""
    if word.tag_ in {"WDT", "WP"} or (word.lower_ == "that" and word.pos_ in {"PRON", "SCONJ"}):
        clause = verb
        while clause.dep_ in {"conj", "xcomp", "ccomp"}:
            clause = clause.head
        if clause.dep_ in {"acl:relcl", "acl"}:
            return _nearest_conjunct(clause.head, word)
    return word


def _nearest_conjunct(head: Token, word: Token) -> Token:
    """Of `the militias and the government which said`, the government."""
    return [one for one in with_conjuncts(head) if one.i < word.i or one == head][-1]


def objects(verb: Token) -> list[Token]:
    """Return a verb's direct objects, those of its relative pronoun resolved; one shared by conjuncts once."""
    accused = children(verb, "iobj") if verb.lemma_ in _OF_ANOTHER else []
    own = [relative(part, verb) for part in children(verb, "obj") or accused]
    if own or not verb.dep_.startswith("acl:relcl") or has_subject(verb) is False:
        return own
    gap = not is_passive(verb) and subject(verb) != verb.head
    return [verb.head] if gap else []


def infinitive(head: Token) -> Token | None:
    """Return the infinitive that completes a verb, noun or adjective: refused to leave, a refusal to leave."""
    marked = [part for part in head.children if part.dep_ in {"xcomp", "ccomp", "acl", "advcl"} and part.i > head.i]
    return next(
        (part for part in marked if any(one.lower_ == "to" and one.pos_ == "PART" for one in part.children)), None
    )


def obliques(head: Token, *prepositions: str) -> list[Token]:
    """Return what hangs on a head by one of these prepositions, through verbs, nouns and adjectives alike."""
    return [part for part in head.children if part.dep_ in OBLIQUES and preposition(part) in prepositions]


def agents(verb: Token) -> list[Token]:
    """Return the by-phrases of a passive; one may hang on those who shared its subject's fate: killed with two by X."""
    own = [part for part in verb.children if part.dep_ in {"obl:agent", "obl", "nmod"} and preposition(part) == "by"]
    if own or not any(part.dep_ == "nsubj:pass" for part in verb.children):
        return own
    shared = [part for part in verb.children if part.dep_ == "obl" and preposition(part) in {"with", "along with"}]
    return [one for part in shared for one in obliques(part, "by")]


def possessors(noun: Token) -> list[Token]:
    """Return whose a noun is: X's attack, its attack."""
    return children(noun, "nmod:poss")


def modifiers(noun: Token) -> list[Token]:
    """Return the words before a noun that say whose or of what kind it is: US attack, Iraqi militia."""
    return [
        part for part in noun.children if part.dep_ in {"amod", "compound", "nmod", "nmod:desc"} and part.i < noun.i
    ]


def is_negated(head: Token) -> bool:
    """Tell whether a verb or noun is under a negation of its own."""
    if any(
        part.lower_ in {"not", "n't", "never", "no", "neither"} and part.dep_ in {"advmod", "det", "cc"}
        for part in head.children
    ):
        return True
    return head.pos_ in {"NOUN", "PROPN"} and any(part.lower_ in {"no", "without"} for part in head.children)


def governors(token: Token) -> Iterator[Token]:
    """Yield the heads above a token, nearest first."""
    while token.head != token:
        token = token.head
        yield token


def clause_head(token: Token) -> Token:
    """Return the verb (or root) of the clause a token stands in."""
    if token.pos_ in {"VERB", "AUX"}:
        return token
    return next((one for one in governors(token) if one.pos_ in {"VERB", "AUX"} or one.head == one), token)


def phrase(token: Token) -> Span:
    """Return the noun phrase of a head without its clauses, relative clauses and appositions."""
    left = min((one.i for one in _phrase_parts(token)), default=token.i)
    right = max((one.i for one in _phrase_parts(token)), default=token.i)
    return token.doc[left : right + 1]


def _phrase_parts(token: Token) -> Iterator[Token]:
    yield token
    for part in token.children:
        if part.dep_ in {"amod", "compound", "flat", "nummod", "nmod:poss", "det", "nmod:desc", "advmod"}:
            yield from _phrase_parts(part)
