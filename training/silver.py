"""News that nobody has annotated, annotated where several models agree.

A word keeps a tag, or its head with the relation, if all teachers give the same; a sentence keeps its names if all
teachers find the same ones. The rest is left out, and no loss is taken there.
"""

import gzip
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from casus.batches import batches

_AT_ONCE = 50  # lines of running text that a teacher reads together
_UNKNOWN = "_"
Answer = TypeVar("Answer")


def annotate(lines: Iterable[str], teachers: Sequence[Language]) -> Iterator[str]:
    """Yield CoNLL-U, sentence by sentence, for lines that are one sentence each and mostly follow one another."""
    tokenizer = teachers[0].tokenizer
    for number, some in enumerate(batches(lines, _AT_ONCE)):
        words = [[token for token in tokenizer(line.strip()) if not token.is_space] for line in some]
        found = [teacher(_as_lines(teacher, words)).sents for teacher in teachers]
        for place, readings in enumerate(zip(*found, strict=True)):
            opening = f"# newdoc id = silver-{number}\n" if place == 0 else ""
            yield opening + _block(readings)


def _as_lines(teacher: Language, lines: list[list[Token]]) -> Doc:
    return Doc(
        teacher.vocab,
        words=[token.text for line in lines for token in line],
        spaces=[bool(token.whitespace_) or token is line[-1] for line in lines for token in line],
        sent_starts=[token is line[0] for line in lines for token in line],
    )


def _block(readings: Sequence[Span]) -> str:
    names = [[_label(token) for token in reading] for reading in readings]
    agreed = all(own == names[0] for own in names)
    words = enumerate(zip(*readings, strict=True), start=1)
    rows = (_row(place, each, names[0][place - 1] if agreed else "O") for place, each in words)
    return f"# ner = {'silver' if agreed else 'none'}\n" + "".join(rows) + "\n"


def _row(place: int, readings: Sequence[Token], name: str) -> str:
    """Return a word's line; `name` is its entity label."""
    word = readings[0]
    head, relation = _same([_arc(token) for token in readings]) or (_UNKNOWN, _UNKNOWN)
    misc = ["Entity=" + name] * (name != "O") + ["SpaceAfter=No"] * (not word.whitespace_)
    upos, xpos = (_same([getattr(token, tag) for token in readings]) or _UNKNOWN for tag in ("pos_", "tag_"))
    columns = (place, word.text, _UNKNOWN, upos, xpos, _UNKNOWN, head, relation, _UNKNOWN, "|".join(misc) or _UNKNOWN)
    return "\t".join(map(str, columns)) + "\n"


def _arc(token: Token) -> tuple[int, str]:
    if token.head == token:
        return 0, "root"
    return token.head.i - token.sent.start + 1, token.dep_


def _same(answers: Sequence[Answer]) -> Answer | None:
    return answers[0] if all(answer == answers[0] for answer in answers) else None


def _label(token: Token) -> str:
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"


def write(text: Path, teachers: Sequence[Language], out: Path) -> None:
    """Annotate a gzipped text, a sentence a line, and write gzipped CoNLL-U."""
    with gzip.open(text, "rt", encoding="utf-8") as lines, gzip.open(out, "wt", encoding="utf-8") as file:
        file.writelines(annotate((line for line in lines if line.strip()), teachers))
