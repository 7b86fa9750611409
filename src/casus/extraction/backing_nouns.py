"""Support told by nouns: X's support for Y, arms from X, X is the main backer of Y, X's advisers in Y."""

from collections.abc import Iterator

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.backing_terms import Reading, in_favour, is_civil, is_martial, is_word, kind_of, kinds
from casus.extraction.joined import FAMILIES
from casus.extraction.sides import Sides

_HELP = frozenset("support backing help assistance aid cover sponsorship patronage".split())
_VIOLENT = frozenset({"bombs", "guns", "killing", "fighting", "taking", "storming"})
_UNDER = frozenset({"with", "under", "thanks to", "by", "through"})


def support(token: Token, sides: Sides) -> Iterator[Reading]:
    """`Iran's support for the Houthis`, `arms shipments from Iran to the group`, `with the backing of Turkey`."""
    if not _is_support(token) or sides.is_name(token):
        return
    receivers = syntax.obliques(token, "to", "for", "of") if _gives_of(token) else syntax.obliques(token, "to", "for")
    givers = [*_named_before(token), *syntax.obliques(token, "from", "by", "via"), *_doers(token)]
    if (receivers and not _gives_of(token)) or (not receivers and token.lemma_.lower() in _HELP):
        givers += syntax.obliques(token, "of")
    if not receivers:
        receivers = _helped(token)
    backers = sides.backers(givers) if givers else ()
    backed = sides.backed_by(backers, receivers)
    unsaid = is_martial(token) and not receivers and _is_told_of(token) and kind_of(token, "what") != "troops"
    if backers and (backed or unsaid):
        yield Reading(token, backed, backers, "support from", kinds([token]))


def _is_support(token: Token) -> bool:
    """Whether a noun names support that somebody gives; bases and sums of money do not by themselves."""
    support = token.pos_ in {"NOUN", "PROPN"} and is_word(token, "what") and not is_civil(token)
    return support and kind_of(token, "what") != "sanctuary" and "$" not in token.text and token.lemma_ != "dollar"


def _gives_of(token: Token) -> bool:
    """`Soviet training of the army`: here `of` is who gets it."""
    return token.lemma_.lower() in {"training", "arming", "funding"} and bool(_named_before(token))


def _named_before(token: Token) -> list[Token]:
    return [*syntax.possessors(token), *(part for part in syntax.modifiers(token) if part.text[0].isupper())]


def _doers(token: Token) -> list[Token]:
    """Who gives, in `X resumed its support`, `sponsorship was taken over by X`."""
    verb = token.head
    if not is_word(verb, "continue"):
        return []
    if token.dep_ == "nsubj:pass":
        return syntax.agents(verb)
    subject = syntax.subject(verb) if token.dep_ == "obj" and not syntax.is_passive(verb) else None
    return [subject] if subject is not None else []


def _is_told_of(token: Token) -> bool:
    """Whether a clause is about the support itself: Chinese military aid totalled 4 million; not: a US drone struck."""
    if FAMILIES.get(token.head.lemma_.lower()) in _VIOLENT:
        return False
    return token.dep_.startswith("nsubj") or (token.dep_ == "obj" and is_word(token.head, "give"))


def _helped(token: Token) -> list[Token]:
    """Whom `with the support of X`, `under X's air cover` helps: the clause's subject, or the noun it hangs on."""
    if syntax.preposition(token) not in _UNDER or token.dep_ not in {"obl", "nmod", "obl:agent"}:
        return []
    if token.lemma_.lower() not in _HELP and (syntax.preposition(token) == "by" or kind_of(token, "what") == "troops"):
        return []
    if token.head.pos_ in {"NOUN", "PROPN"}:
        return [token.head]
    if is_word(token.head, "support") or is_word(token.head, "give"):
        return []
    subject = syntax.subject(token.head)
    return [subject] if subject is not None else []


def on_the_side_of(token: Token, sides: Sides) -> Iterator[Reading]:
    """`intervened on behalf of the government`, `fought on the side of the rebels`, `troops came to its aid`."""
    if token.pos_ != "VERB" or not is_word(token, "intervene"):
        return
    helped = in_favour(token)
    subject = syntax.subject(token)
    givers = syntax.agents(token) or ([subject] if subject is not None else [])
    if helped and givers:
        backers = sides.backers(givers)
        yield Reading(token, sides.backed_by(backers, helped), backers, "on the side of", ("troops",))


def backer(token: Token, sides: Sides) -> Iterator[Reading]:
    """`X is the main backer of Y`, `its backers, notably Russia`, `Y is a proxy of X`, `Iran's proxy`."""
    if token.pos_ != "NOUN" or sides.is_name(token) or not (is_word(token, "backer") or is_word(token, "backed")):
        return
    of = syntax.obliques(token, "of", "for", "to")
    gifts = [part for one in of for part in syntax.with_conjuncts(one) if is_word(part, "what")]
    around = [*syntax.possessors(token), *(one for one in of if one not in gifts), *syntax.modifiers(token)]
    around += [part for gift in gifts for part in syntax.obliques(gift, "to", "for", "of")]
    around += [part for part in syntax.obliques(token.head, "for", "to") if gifts and token.head.pos_ == "VERB"]
    if is_word(token, "backer") and (gifts or not is_word(token, "gift")):
        named = sides.backers(_named_by(token))
        backed = sides.backed_by(named, around)
        yield Reading(token, backed, named, "backer of", (*_kind(token, "backer"), *kinds(gifts)))
    elif is_word(token, "backed"):
        yield Reading(token, sides.backed(_named_by(token)), sides.backers(around), "proxy of", _kind(token, "backed"))


def _kind(token: Token, form: str) -> tuple[str, ...]:
    kind = kind_of(token, form)
    return (kind,) if kind else ()


def _named_by(token: Token) -> Iterator[Token]:
    """Who is called so: the subject of `is a` or `served as`, or the name in apposition."""
    if any(part.dep_ == "cop" for part in token.children):
        yield from syntax.children(token, "nsubj")
    if syntax.preposition(token) == "as" and token.head.pos_ == "VERB":
        subject = syntax.subject(token.head)
        yield from [subject] if subject is not None else []
    if token.dep_ == "xcomp" and (subject := syntax.subject(token.head)) is not None:
        yield subject
    yield from syntax.children(token, "appos", "flat")
    if token.dep_ == "appos":
        yield token.head
    if token.dep_ == "conj":
        yield from (one for one in syntax.children(token.head, "appos") if one.i > token.i)
    if token.dep_ in {"compound", "nmod:desc"}:
        yield token.head


def advisers(token: Token, sides: Sides) -> Iterator[Reading]:
    """`1400 Soviet military advisers in Ethiopia`, `Cuba had some 5000 instructors there`."""
    if not is_word(token, "adviser") or sides.is_name(token) or token.pos_ not in {"NOUN", "PROPN"}:
        return
    owners = _named_before(token)
    verb = token.head if token.dep_ in {"obj", "nsubj", "nsubj:pass", "conj"} else None
    while verb is not None and verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    subject = syntax.subject(verb) if verb is not None and verb.pos_ == "VERB" else None
    if not owners and subject is not None and verb is not None and verb.lemma_ in {"have", "maintain", "keep"}:
        owners = [subject]
    if not owners:
        return
    backers = sides.backers(owners)
    around = [token, *([verb] if verb is not None else [])]
    places = [part for one in around for part in syntax.obliques(one, "in", "inside", "to", "throughout", "within")]
    hosts = tuple(state for place in places for state in sides.land(place) if state not in backers)
    if backers and (hosts or is_martial(token)):
        yield Reading(token, hosts[:1], backers, "advisers", kinds([token]))


NOUNS = (support, on_the_side_of, backer, advisers)
