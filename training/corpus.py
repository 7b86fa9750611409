"""Reads the corpora: gzipped CoNLL-U with entities in MISC, document and paragraph starts in comments."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.recipe import Corpora


@dataclass
class Sentence:
    """A sentence as annotated; what is not annotated is empty. Heads are 1-based, 0 is the root, -1 unknown."""

    words: list[str]
    spaces: list[bool]  # whether white space follows the word
    entities: list[str]  # BIO labels
    trust: float  # weight of these entities, 0 where there are none
    opens_paragraph: bool = False
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)


Document = list[Sentence]

_UNKNOWN = "_"  # in a column: not annotated
_OPENING = frozenset({"newdoc", "newdoc id", "newpar", "newpar id"})  # a paragraph may or may not have a name


def documents(file: Path, corpora: Corpora) -> list[Document]:
    """Read the documents of one corpus, without the genres that are left out."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        blocks = list(_blocks(line.rstrip("\n") for line in lines))
    found: list[Document] = []
    genre = ""
    for comments, rows in blocks:
        if "newdoc id" in comments:
            found.append([])
            genre = comments.get("meta::genre", "")
        if genre not in corpora.leave_out:
            found[-1].append(_sentence(comments, rows, corpora.entity_trust))
    return [document for document in found if document]


def _blocks(lines: Iterator[str]) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    """Yield each sentence's comments and rows."""
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in lines:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line:
            rows.append(line.split("\t"))
        else:
            yield comments, rows
            comments, rows = {}, []


def _sentence(comments: dict[str, str], rows: list[list[str]], trust: dict[str, float]) -> Sentence:
    words = [row for row in rows if "-" not in row[0]]
    sentence = Sentence(
        words=[row[1].replace("\xa0", " ") for row in words],
        spaces=_spaces(rows),
        entities=[_entity(row[9]) for row in words],
        trust=trust[comments["ner"]],
        opens_paragraph=not _OPENING.isdisjoint(comments),
    )
    if comments.get("ud") != "none":
        sentence.upos = [row[3] for row in words]
        sentence.xpos = [row[4] for row in words]
        sentence.lemmas = [row[2] for row in words]
        sentence.heads = [-1 if row[6] == _UNKNOWN else int(row[6]) for row in words]
        sentence.relations = [row[7] for row in words]
    return sentence


def _spaces(rows: list[list[str]]) -> list[bool]:
    """Whether white space follows each word; inside a multiword token none does."""
    spaces: list[bool] = []
    token_end, token_space = 0, True
    for row in rows:
        space = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            token_end, token_space = int(row[0].split("-")[1]), space
        elif int(row[0]) < token_end:
            spaces.append(False)
        else:
            spaces.append(token_space if int(row[0]) == token_end else space)
    return spaces


def _entity(misc: str) -> str:
    return next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "O")
