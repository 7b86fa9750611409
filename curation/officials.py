"""Officials of Wikidata (to mid-2022) and leaders of the CIA World Factbook (1990 on): people and offices.

Kept are heads of state and government, their deputies, foreign, defence and interior ministers, chiefs of staff, heads
of services and of the UN's bodies. People described by hand are left out, with all their offices.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from casus.knowledge import tables
from casus.knowledge.folding import Folding, plain
from casus.knowledge.index import DATA
from curation.english import is_word
from curation.rows import Row, Taken, read, slug, write

CLASSES = {
    "head_of_state": "head-of-state", "head_of_government": "head-of-government", "foreign": "foreign",
    "defence": "defence", "interior": "interior", "military": "military", "vice_president": "vice-president",
    "deputy_head_of_government": "deputy-head-of-government", "security_intelligence": "intelligence",
    "un_official": "envoy", "head_of_state+government": "head-of-state",
}  # fmt: skip
PARTICLES = set("al el bin ben van von de da dos du di le la abu ould der den ter st".split())
FAMILY_NAME_FIRST = {"CHN", "TWN", "KOR", "PRK", "VNM", "KHM", "MMR", "SGP", "HKG"}
MOST_HOLDERS, MOST_GIVEN = 5, 3
SAME_TERM = 400
NO_COUNTRIES = {"DPR", "LPR", "NKR"}
Place = tuple[str, str]


def run(folder: Path) -> None:
    """Write `officials.tsv` and `officials_offices.tsv`."""
    taken = Taken(["people.tsv"])
    terms = _terms_by_hand()
    surnames = _surnames(folder)
    offices: dict[Place, list[Row]] = defaultdict(list)
    for office in (*_wikidata(folder), *_factbook(folder)):
        if not _described(office, taken) and not _is_term(office, terms):
            offices[slug(office["name"]), office["iso3"]].append(office)
    people = [(_person(held, taken, surnames), held) for _, held in sorted(offices.items())]
    _drop_shared_surnames([person for person, _ in people], taken.folding)
    write("officials.tsv", "id kind name iso3 surnames", (person for person, _ in people))
    rows = (office | {"person": person["id"]} for person, held in people for office in _once(held))
    write("officials_offices.tsv", "person class title iso3 since until", rows)


def _described(office: Row, taken: Taken) -> bool:
    broken = not re.fullmatch(r"[^\W\d_a-z][\w.'’-]*(\s[\w.'’-]+)+", office["name"])
    return broken or not plain(office["name"]).isascii() or taken.has(office["name"], office["iso3"])


def _terms_by_hand() -> dict[tuple[str, str], list[tuple[set[str], date]]]:
    """Return by country and class of office who is told by hand: the words of the name, and since when."""
    people = {cells["id"]: cells for _, cells in tables.read(DATA / "people.tsv").parsed(dict)}
    terms: dict[tuple[str, str], list[tuple[set[str], date]]] = defaultdict(list)
    for _, (person, office) in tables.read(DATA / "offices.tsv").parsed(tables.office):
        if office.since:
            words = _words_of(" ".join(name for name, _ in tables.names(people[person])))
            terms[office.iso3 or "", office.title_class].append((words, office.since))
    return terms


def _is_term(office: Row, terms: dict[tuple[str, str], list[tuple[set[str], date]]]) -> bool:
    """Whether the office is one told by hand, its holder only spelt otherwise."""
    since = tables.day(office, "since", first=True)
    return since is not None and any(
        abs((since - begun).days) < SAME_TERM and words & _words_of(office["name"])
        for words, begun in terms.get((office["iso3"], office["class"]), ())
    )


def _words_of(names: str) -> set[str]:
    return {word for word in slug(names).split("-") if len(word) > 2}


def _person(held: list[Row], taken: Taken, surnames: dict[Place, str]) -> Row:
    name, iso3 = held[0]["name"], held[0]["iso3"]
    return {
        "id": taken.id("person", name, iso3.lower(), held[0]["class"], held[0]["since"][:4] or "x"),
        "kind": "person",
        "name": name,
        "iso3": iso3 if len(iso3) == 3 and iso3.isupper() else "",
        "surnames": surnames.get((slug(name), iso3)) or _surname(name, iso3),
    }


def _wikidata(folder: Path) -> Iterator[Row]:
    for row in read(folder / "officials_wikidata.tsv.gz"):
        if row["role_class"] in CLASSES and not row["iso3"].startswith("x-") and row["iso3"] not in NO_COUNTRIES:
            yield _office(row["person"], row["role_class"], row["position"], row["iso3"], row["from"], row["to"])


def _factbook(folder: Path) -> Iterator[Row]:
    territories = _territories()
    for row in read(folder / "leaders_factbook.tsv"):
        if row["iso3"] in territories:  # the book lists the sovereign's president and king there
            continue
        whole = not re.search(r"[(,;\"]| and |ussr", row["name"], re.IGNORECASE) and row["title"] != "note"
        if row["role"] in CLASSES and whole and not row["iso3"].startswith("x-"):
            yield _office(row["name"], row["role"], row["title"], row["iso3"], row["from"], row["to_inferred"])


def _territories() -> set[str]:
    rows = (cells for _, cells in tables.read(DATA / "states.tsv").parsed(dict))
    return {cells["iso3"] for cells in rows if cells["kind"] == "territory"}


def _office(name: str, role: str, title: str, iso3: str, since: str, until: str) -> Row:
    return {
        "name": re.sub(r"^(Gen|Lt|Col|Maj|Dr|Sir|Field Marshal|Brig)\.?( Gen\.?)?\s+", "", name).strip(),
        "class": CLASSES[role],
        "title": title.strip() or role.replace("_", " "),
        "iso3": iso3,
        "since": since,
        "until": until if not since or not until or until >= since[: len(until)] else "",
    }


def _surnames(folder: Path) -> dict[Place, str]:
    """Return the surnames that the Factbook prints in capitals, by person and country."""
    return {(slug(row["name"]), row["iso3"]): row["surname"] for row in read(folder / "leaders_factbook.tsv")}


def _surname(name: str, iso3: str) -> str:
    words = re.sub(r",?\s+(Jr\.?|Sr\.?|II|III|IV)$", "", name).split()
    if iso3 in FAMILY_NAME_FIRST and len(plain(words[0])) <= 6:
        return ""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower().partition("-")[0] in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def _drop_shared_surnames(people: list[Row], folding: Folding) -> None:
    """Take away surnames that tell nobody apart: English words, given names, and those of many people."""
    holders = Counter(folding.key(person["surnames"]) for person in people)
    given = Counter(key for person in people for key in folding.key(person["name"]).split()[:-1])
    for person in people:
        surname = folding.key(person["surnames"])
        if len(surname) < 4 or is_word(surname) or holders[surname] > MOST_HOLDERS or given[surname] >= MOST_GIVEN:
            person["surnames"] = ""


def _once(held: list[Row]) -> Iterator[Row]:
    """Give each office once: the two sources tell the same term with titles and days a little apart."""
    seen: set[tuple[str, str]] = set()
    for office in held:
        term = (office["class"], office["since"][:4])
        if term not in seen:
            seen.add(term)
            yield office
