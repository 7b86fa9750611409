"""When: the days that a text gives a happening, resolved against the day of publication."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import takewhile

from spacy.tokens import Span, Token

from casus.extraction import syntax
from casus.extraction.happenings import Happening
from casus.extraction.moments import Moment, moments, span_of
from casus.extraction.story import Story
from casus.records import Dates

_EARLIER = frozenset({"after", "before", "since", "following", "over", "despite"})
_ANSWERS = frozenset("response retaliation reprisal revenge reply answer retribution".split())
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_BEHIND = 5
"""How far before a date the deed can stand that it is said of, in tokens."""


def days(story: Story, told: Sequence[Happening], published: date | None) -> dict[Happening, Dates]:
    """Return the days of each happening that the text dates, resolved against a day of publication."""
    by_token = {happening.head.i: happening for happening in told}
    found: dict[Happening, Dates] = {}
    stated = moments(story, published)
    for moment in stated:
        if moment.days is not None:
            for happening in _dated_by(story, moment, by_token):
                found.setdefault(happening, _to_come(moment.days) if _lies_ahead(moment, happening) else moment.days)
    found |= dict(_of_occasion(found, by_token))
    return found | _carried_on(story, told, found, stated)


def _lies_ahead(moment: Moment, happening: Happening) -> bool:
    """Whether a day of the week is one to come: parliament will meet on Sunday."""
    verb = syntax.clause_head(happening.head)
    return moment.is_weekday and any(part.lower_ in {"will", "'ll", "shall"} for part in verb.children)


def _to_come(days: Dates) -> Dates:
    week = timedelta(days=7)
    return span_of(days.earliest + week, days.latest + week)


def _of_occasion(found: dict[Happening, Dates], by_token: dict[int, Happening]) -> Iterator[tuple[Happening, Dates]]:
    """Days of what has none from the occasion it was at: plotted to kill him during the 2000 summit."""
    for occasion, known in found.items():
        if occasion.head.dep_ in {"obl", "nmod"} and syntax.preposition(occasion.head) == "during":
            upper = next((by_token[one.i] for one in syntax.governors(occasion.head) if one.i in by_token), None)
            if upper is not None and upper not in found:
                yield upper, known


def _carried_on(
    story: Story, told: Sequence[Happening], found: dict[Happening, Dates], stated: Sequence[Moment]
) -> dict[Happening, Dates]:
    """Days of what is told without a date right after a sentence of one day: the story goes on in that day."""
    starts = [one.start for one in stated]
    by_sentence: dict[int, list[Happening]] = defaultdict(list)
    for one in told:
        by_sentence[one.head.sent.start].append(one)
    carried: dict[Happening, Dates] = {}
    going: Dates | None = None
    for sentence in story.sentences:
        inside = stated[bisect_left(starts, sentence.start_char) : bisect_left(starts, sentence.end_char)]
        inside = [one for one in inside if not _looks_back(story, one)]
        day, after = _only_day(inside) if inside else going, _next_sentence(sentence)
        going = day if after is not None else None
        if day is None or after is None:
            continue
        if bisect_left(starts, after.start_char) == bisect_left(starts, after.end_char):
            going_on = (one for one in by_sentence[after.start] if one not in found and _goes_on(one))
            carried.update(dict.fromkeys(going_on, day))
    return carried


def _looks_back(story: Story, moment: Moment) -> bool:
    """Whether a day is that of something told before the story's own time: of men who died two days earlier."""
    span = story.doc.char_span(moment.start, moment.end, alignment_mode="expand")
    clause = syntax.clause_head(span.root) if span is not None else None
    if clause is None:
        return False
    return clause.dep_ in {"acl:relcl", "acl"} or any(part.lower_ == "had" for part in clause.children)


def _only_day(inside: Sequence[Moment]) -> Dates | None:
    """The one day that a sentence speaks of."""
    days = {(one.days.earliest, one.days.latest): one.days for one in inside if one.days is not None}
    day = next(iter(days.values()), None)
    return day if day is not None and len(days) == 1 and (day.latest - day.earliest).days <= 1 else None


def _next_sentence(sentence: Span) -> Span | None:
    """The sentence after this one in the same paragraph."""
    if sentence.end >= len(sentence.doc) or "\n" in sentence.text_with_ws.lstrip("\n"):
        return None
    return sentence.doc[sentence.end].sent


def _goes_on(happening: Happening) -> bool:
    """Whether it is told as the next thing, in the plain past: not `had attacked`, not in a clause below another."""
    verb = syntax.clause_head(happening.head)
    if happening.is_noun and _is_known_or_past(happening.head):
        return False
    if any(part.lower_ in {"had", "has", "have", "will", "would"} for part in verb.children):
        return False
    return verb.tag_ in {"VBD", "VBN", "VBG"} and verb.dep_ in {"ROOT", "conj", "ccomp", "parataxis"}


def _is_known_or_past(noun: Token) -> bool:
    """Whether it means what was told before, or what came before: the attack, after, in response to an attack."""
    above = takewhile(lambda one: one.pos_ not in {"VERB", "AUX"}, (noun, *syntax.governors(noun)))
    return any(
        one.lemma_ in _ANSWERS
        or syntax.preposition(one).split(" ")[0] in _EARLIER
        or any(part.lower_ in _KNOWN for part in one.children)
        for one in above
    )


def _dated_by(story: Story, moment: Moment, by_token: dict[int, Happening]) -> Iterator[Happening]:
    span = story.doc.char_span(moment.start, moment.end, alignment_mode="expand")
    if span is None:
        return
    near = _told_right_before(span, by_token, moment) or _told_when(span, by_token)
    if near is not None:
        yield near
        return
    for clause in syntax.children(span.root, "acl:relcl", "advcl:relcl", "acl"):
        if clause.i in by_token:
            yield by_token[clause.i]
            return
    for governor in syntax.governors(span.root):
        if governor.i in by_token:
            yield by_token[governor.i]
            return
        if governor.pos_ in {"VERB", "AUX"}:
            below = [
                by_token[one.i]
                for part in governor.children
                for one in syntax.with_conjuncts(part)
                if one.i in by_token and part.dep_ in {"obj", "nsubj", "nsubj:pass", "xcomp", "obl", "conj"}
            ]
            if below:
                yield from below
                return
            if governor.lemma_ in {"say", "tell", "report", "announce", "claim"}:
                return


def _told_right_before(span: Span, by_token: dict[int, Happening], moment: Moment) -> Happening | None:
    """What the day is said of by standing right behind it: men executed in Cuba in 1961; a murder, the day before."""
    for token in reversed(
        span.doc[max(span.sent.start, span.start - (_BEHIND * 4 if moment.beside else _BEHIND)) : span.start]
    ):
        if token.i in by_token and (moment.beside or token.dep_ == "acl"):
            return by_token[token.i]
        if not moment.beside and (token.pos_ in {"VERB", "AUX"} or token.is_punct):
            return None
    return None


def _told_when(span: Span, by_token: dict[int, Happening]) -> Happening | None:
    """`1991, when warlords overthrew the government`, wherever the parse hangs the clause."""
    after = next((token for token in span.doc[span.end : span.end + 2] if token.text != ","), None)
    return by_token.get(after.head.i) if after is not None and after.lower_ == "when" else None
