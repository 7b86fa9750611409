"""Who and what is named: states, organisations, people and places, each name resolved to one entity of the document."""

import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from casus.extraction import syntax
from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.nouns import standing
from casus.knowledge import Knowledge, Known, Reading, Role
from casus.knowledge.folding import slug
from casus.ontology import EntityType

GROUP_WORDS = frozenset(row.text("word") for row in rows(FOLDER / "group_names.tsv", ("word", "comment")))
HALVES = {
    row.text("word"): (row.text("iso3"), row.text("beside"))
    for row in rows(FOLDER / "halves.tsv", ("word", "iso3", "beside", "comment"))
}
TITLES = frozenset(row.text("word") for row in rows(FOLDER / "titles.tsv", ("word", "comment")))
_LABELS = {"PER": EntityType.PERSON, "ORG": EntityType.ORGANISATION, "LOC": EntityType.PLACE}
_FOLDERS = {EntityType.PERSON: "person", EntityType.PLACE: "place", EntityType.STATE: "state"}
_RULING = frozenset({"regime", "government", "administration"})
_RULERS = frozenset({"president", "premier", "chancellor", "dictator"})
_PLACE_KINDS = frozenset(
    {"province", "district", "city", "town", "village", "region", "county", "governorate", "state"}
)
_ADDRESSING = frozenset(
    "warn accuse urge tell press ask condemn back support blame criticize criticise denounce inform pressure assure"
    " threaten sanction help arm fund".split()
)
_PLACE_TAKING = frozenset(
    "bomb shell bombard pound capture seize retake recapture enter besiege liberate overrun".split()
)
_STRIKING = frozenset("hit strike take attack storm raid reach enter rock lose leave".split())
_REGIONAL = frozenset({"ibero", "afro", "african", "latin", "pan", "inter", "meso", "anglo"})
SITE_NOUNS = frozenset("airport street suburb district center centre north south east west outskirts hospital".split())
_DESIGNATION = re.compile(r"[A-Z]{1,4}-\d+[A-Z]*s?")
"""How aircraft, missiles and guns are called: F-15, S-300."""
_ADJECTIVES = frozenset({Role.DEMONYM, Role.NATIONALS})


@dataclass(frozen=True)
class Mention:
    """One naming of an entity: token indices, half-open, the head's index, and in which role the name stands."""

    start: int
    end: int
    head: int
    known: Known
    role: Role

    @property
    def is_adjective(self) -> bool:
        """Whether the name is a demonym: Iranian, Iranians."""
        return self.role in _ADJECTIVES


@dataclass(frozen=True)
class _Candidate:
    span: Span
    readings: tuple[Reading, ...]
    label: str


def mentions(doc: Doc, knowledge: Knowledge, published: date | None) -> list[Mention]:
    """Return every naming in the document, in order, without overlaps; `published` tells who held which office."""
    candidates = sorted(_candidates(doc, knowledge), key=lambda one: one.span.start)
    choice = _Choice(candidates, knowledge, published)
    return [mention for candidate in candidates if (mention := choice.mention(candidate)) is not None]


def _candidates(doc: Doc, knowledge: Knowledge) -> Iterator[_Candidate]:
    known = [_Candidate(span, readings, _label(span)) for span, readings in _found(doc, knowledge)]
    tagged = [_Candidate(_trimmed(entity), (), entity.label_) for entity in doc.ents]
    by_token = {i: one for one in known for i in range(one.span.start, one.span.end)}
    longer = [one for one in tagged if len(one.span) and _outdoes(one, _overlapping(one, by_token))]
    taken = {i for one in longer for i in range(one.span.start, one.span.end)}
    named = {reading.known.iso3 for one in known for reading in one.readings if reading.known.type is EntityType.STATE}
    halves = [one for one in _halves(doc, knowledge, named) if one.span.start not in by_token]
    taken -= {one.span.start for one in halves}
    yield from halves
    yield from (
        one for one in longer if not any(half.span.start in range(one.span.start, one.span.end) for half in halves)
    )
    yield from (one for one in known if taken.isdisjoint(range(one.span.start, one.span.end)))


def _halves(doc: Doc, knowledge: Knowledge, named: Set[str | None]) -> Iterator[_Candidate]:
    """The South, where the text names a state of that half or its other half."""
    for token in doc:
        iso3, beside = HALVES.get(token.text, ("", ""))
        alone = token.i == 0 or (token.nbor(-1).lower_ in {"the", "into", "in"} and token.nbor(-1).i == token.i - 1)
        followed = token.i + 1 < len(doc) and token.nbor().pos_ == "PROPN"
        state = knowledge.get(f"state/{iso3}") if iso3 and named & {iso3, beside} else None
        if state is not None and alone and not followed:
            yield _Candidate(doc[token.i : token.i + 1], (Reading(state, Role.ALIAS),), "")


def _found(doc: Doc, knowledge: Knowledge) -> Iterator[tuple[Span, tuple[Reading, ...]]]:
    for sentence in doc.sents:
        for found in knowledge.find([token.text for token in sentence]):
            span = doc[sentence.start + found.start : sentence.start + found.end]
            if not _is_of_a_region(span):
                yield span, found.readings
        if not any(token.text[:1].isupper() for token in sentence):
            yield from _small_places(sentence, knowledge)


def _is_of_a_region(span: Span) -> bool:
    """Whether a prefix makes of a state's adjective a region's or a people's: Ibero-American, Afro-Cuban."""
    doc, start = span.doc, span.start
    return start > 1 and doc[start - 1].text in syntax.HYPHENS and doc[start - 2].lower_ in _REGIONAL


def _small_places(sentence: Span, knowledge: Knowledge) -> Iterator[tuple[Span, tuple[Reading, ...]]]:
    """Towns in a sentence without capitals, where the word before says that it is a place: `near cizre`."""
    for token in sentence:
        if token.pos_ == "PROPN" and token.i and token.nbor(-1).lower_ in {"in", "near", "at"}:
            readings = [one for one in knowledge.named(token.text.title()) if one.known.type is EntityType.PLACE]
            if readings:
                yield token.doc[token.i : token.i + 1], tuple(readings)


def _label(span: Span) -> str:
    return next((token.ent_type_ for token in span if token.ent_type_), "")


def _trimmed(entity: Span) -> Span:
    start, end = _after_common_noun(entity), entity.end
    while start < end and (entity.doc[start].lower_ in TITLES or entity.doc[start].pos_ in {"DET", "PUNCT", "SPACE"}):
        start += 1
    while end > start and (
        entity.doc[end - 1].lower_ in {"'s", "’s"} or entity.doc[end - 1].pos_ in {"PUNCT", "SPACE"}
    ):
        end -= 1
    while start < end < len(entity.doc) and entity.label_ == "PER" and _goes_on_in(entity.doc[start:end]):
        end += 1
    return entity.doc[start:end]


def _after_common_noun(entity: Span) -> int:
    """Where a name begins that the model took together with what stands before its article: operation the Coalition."""
    articles = [one.i for one in entity if one.lower_ == "the" and one.i > entity.start]
    return articles[0] + 1 if articles and entity[0].text.islower() and articles[0] + 1 < entity.end else entity.start


def _goes_on_in(name: Span) -> bool:
    """Whether the next word is one more of a person's name that the model cut short."""
    after = name.doc[name.end]
    goes_on = (after.dep_ == "flat" and after.head in name) or after.ent_type_ == "PER"
    return goes_on and after.text[:1].isupper() and after.pos_ == "PROPN"


def _overlapping(one: _Candidate, by_token: dict[int, _Candidate]) -> list[_Candidate]:
    inside = (by_token.get(i) for i in range(one.span.start, one.span.end))
    return list({id(other): other for other in inside if other is not None}.values())


def _outdoes(tagged: _Candidate, known: list[_Candidate]) -> bool:
    """A tagged name wins over gazetteer names inside it when it says more than a demonym and a common noun."""
    if not known:
        return any(token.text[:1].isupper() or token.is_digit for token in tagged.span) or tagged.label == "ORG"
    inside = all(one.span.start >= tagged.span.start and one.span.end <= tagged.span.end for one in known)
    if not inside or sum(len(one.span) for one in known) >= len(tagged.span):
        return False
    if any(not _is_country(one) and len(one.span) > 1 for one in known):
        return False
    rest = [token for token in tagged.span if not any(one.span.start <= token.i < one.span.end for one in known)]
    proper = [token for token in rest if token.text[:1].isupper() and token.pos_ == "PROPN"]
    return len(proper) >= (2 if tagged.label == "ORG" else 1)


def _is_country(one: _Candidate) -> bool:
    return any(reading.known.type is EntityType.STATE for reading in one.readings)


class _Choice:
    """Chooses one reading for every name, by what else the document names."""

    def __init__(self, candidates: list[_Candidate], knowledge: Knowledge, published: date | None) -> None:
        self._knowledge, self._published = knowledge, published
        self._countries = Counter(
            reading.known.iso3 for one in candidates for reading in one.readings[:1] if reading.known.iso3
        )
        self._countries.update(
            reading.known.iso3
            for one in candidates
            for reading in one.readings
            if reading.known.type is EntityType.STATE and reading.known.iso3
        )
        self._made: dict[str, Known] = {}
        self._short: dict[str, Known] = {}
        self._near = {one.span.start: one for one in candidates}

    def mention(self, candidate: _Candidate) -> Mention | None:
        reading = self._reading(candidate) if candidate.readings else self._unknown(candidate)
        if reading is None:
            return None
        span = candidate.span
        self._remember(span, reading.known)
        return Mention(span.start, span.end, span.root.i, reading.known, reading.role)

    def _reading(self, candidate: _Candidate) -> Reading | None:
        readings = [one for one in candidate.readings if self._fits(candidate, one)]
        if not readings:
            return self._unknown(candidate) if candidate.label else None
        earlier = self._short.get(candidate.span.text.lower())
        if earlier is not None and earlier.type is EntityType.PERSON and candidate.label == "PER":
            return Reading(earlier, Role.SURNAME)
        if earlier is not None and any(one.known is earlier for one in readings):
            return next(one for one in readings if one.known is earlier)
        return max(readings, key=lambda one: self._weight(candidate, one))

    def _fits(self, candidate: _Candidate, reading: Reading) -> bool:
        if candidate.label == "PER" and reading.known.type is not EntityType.PERSON and len(candidate.span) == 1:
            return reading.known.type is not EntityType.PLACE or _is_struck(candidate.span.root)
        if reading.role is Role.CAPITAL:
            return _acts(candidate.span.root)
        if reading.role is Role.SURNAME:
            return candidate.span.text.lower() in self._short or self._in_office(candidate, reading.known)
        return True

    def _in_office(self, candidate: _Candidate, person: Known) -> bool:
        """A surname alone means who held an office when the text was published, unless it is part of a longer name."""
        before, after = candidate.span.start - 1, candidate.span.end
        doc = candidate.span.doc
        inside = (before >= 0 and _continues(doc[before])) or (after < len(doc) and _continues(doc[after]))
        if inside:
            return False
        if self._published is None and not _rules(doc, before, after):
            return False
        return self._knowledge.office(person.id, self._published) is not None

    def _weight(self, candidate: _Candidate, reading: Reading) -> float:
        known = reading.known
        order = -candidate.readings.index(reading) * 0.5
        state = 6.0 if known.type is EntityType.STATE else 0.0
        person = 4.0 if (known.type is EntityType.PERSON) == (candidate.label == "PER") else 0.0
        country = min(self._countries[known.iso3], 3) if known.iso3 else 0
        return order + state + person + country + 5.0 * (self._country_after(candidate) == known.iso3 is not None)

    def _country_after(self, candidate: _Candidate) -> str | None:
        """The country of `Tripoli, Lebanon`."""
        doc, end = candidate.span.doc, candidate.span.end
        if end + 1 < len(doc) and doc[end].text == ",":
            after = self._near.get(end + 1)
            if after is not None and after.readings:
                return after.readings[0].known.iso3
        return None

    def _unknown(self, candidate: _Candidate) -> Reading | None:
        if candidate.label not in _LABELS:
            return None
        name = _plain(candidate.span.text)
        if (
            not name
            or _DESIGNATION.fullmatch(name)
            or (len(candidate.span) == 1 and standing(candidate.span.root) is not None)
        ):
            return None
        if candidate.label == "LOC":
            name = _without_kind(name)
        known = (
            self._short.get(name.lower())
            or self._made.get(name.lower())
            or _made(name, candidate, self._inside(candidate))
        )
        return Reading(known, Role.NAME)

    def _inside(self, candidate: _Candidate) -> str | None:
        """The country of an unknown name: what its phrase or its own words say."""
        for token in [*candidate.span, *candidate.span.root.children]:
            other = self._near.get(token.i)
            if other is not None and other.readings and _is_country(other):
                return other.readings[0].known.iso3
        return None

    def _remember(self, span: Span, known: Known) -> None:
        self._made.setdefault(span.text.lower(), known)
        if known.type is EntityType.PERSON and len(span) > 1:
            self._short[span[-1].lower_] = known
            self._short[" ".join(token.lower_ for token in span[1:])] = known
        abbreviation = _abbreviation_after(span)
        if abbreviation:
            self._short[abbreviation.lower()] = known


def _rules(doc: Doc, before: int, after: int) -> bool:
    """Whether the words around a surname say that its bearer rules: President Bush, the Asad regime."""
    ruling = after < len(doc) and doc[after].lower_ in _RULING
    return ruling or (before >= 0 and doc[before].lower_ in _RULERS)


def _continues(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ == "PER" and token.lower_ not in TITLES


def _abbreviation_after(span: Span) -> str | None:
    doc, end = span.doc, span.end
    if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")" and doc[end + 1].text.isupper():
        return str(doc[end + 1].text)
    return None


def _made(name: str, candidate: _Candidate, iso3: str | None) -> Known:
    kind = _kind(name, candidate)
    return found_in_text(f"{_FOLDERS.get(kind, 'org')}/{slug(name)}", kind, name, iso3, kind="unknown")


def _acts(head: Token) -> bool:
    """Whether a capital's name stands for the government: it acts, is spoken to, or is party to something."""
    if head.dep_ in {"nsubj", "obl:agent"} or syntax.preposition(head) in {"between", "by", "with", "against"}:
        return True
    if head.dep_ == "conj":
        return _acts(head.head)
    if head.dep_ in {"obj", "iobj", "nsubj:pass"}:
        return head.head.lemma_.lower() in _ADDRESSING
    if head.dep_ == "nmod:poss":
        return head.head.lemma_.lower() not in SITE_NOUNS and head.head.pos_ == "NOUN"
    return head.dep_ in {"compound", "nmod"} and head.head.lemma_.lower() in {"government", "regime", "administration"}


def _kind(name: str, candidate: _Candidate) -> EntityType:
    kind = _LABELS[candidate.label]
    if kind is not EntityType.PLACE and _is_placed(candidate.span.root):
        return EntityType.PLACE
    if kind is EntityType.ORGANISATION and (_words(name) & GROUP_WORDS or _called_a_group(candidate.span.root)):
        return EntityType.ARMED_GROUP
    return kind


def _is_placed(root: Token) -> bool:
    """Whether an unknown name is where something is, or what is bombed or taken, and so a place."""
    if syntax.preposition(root) in {"in", "near", "at", "outside", "around"}:
        return root.dep_ in {"obl", "nmod"} and not syntax.children(root, "det")
    taken = root.dep_ in {"obj", "nsubj:pass"} and root.head.lemma_.lower() in _PLACE_TAKING
    return taken and not syntax.children(root, "det", "appos")


def _called_a_group(root: Token) -> bool:
    near = (
        [root.head, *root.children]
        if root.dep_ in {"appos", "compound", "nmod", "flat", "nmod:desc"}
        else list(root.children)
    )
    return any(token.lemma_.lower() in GROUP_WORDS for token in near)


def _is_struck(root: Token) -> bool:
    """Whether a town's name, that could be a person's, is where something is, or what is hit or taken."""
    return _is_placed(root) or (root.dep_ == "obj" and root.head.lemma_.lower() in _STRIKING)


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.lower()))


def _without_kind(name: str) -> str:
    """`Sirnak province` is Sirnak."""
    first, _, last = name.rpartition(" ")
    return first if first and last.lower() in _PLACE_KINDS else name


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split()).strip("\"'“”‘’ #@")


def found_in_text(id_: str, type_: EntityType, name: str, iso3: str | None, *, kind: str) -> Known:
    """Return an entity that only the text speaks of: `unknown` names, `unnamed` groups, described `site`s."""
    return Known(id_, type_, name, iso3, kind, None, None, None, None, None, ())
