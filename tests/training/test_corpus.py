import gzip
from pathlib import Path

import pytest

from training.corpus import Document, documents
from training.recipe import Corpora

CORPORA = Corpora(train=[], dev=[], leave_out=["conversation"], entity_trust={"uner": 1.0, "silver": 0.5})


def row(number: int, word: str, head: str = "_", misc: str = "_") -> str:
    return "\t".join([str(number), word, "_", "X", "X", "_", head, "_" if head == "_" else "dep", "_", misc])


def read(folder: Path, *blocks: str) -> list[Document]:
    file = folder / "texts.conllu.gz"
    file.write_bytes(gzip.compress("".join(block + "\n\n" for block in blocks).encode()))
    return documents(file, CORPORA)


@pytest.mark.parametrize("comment", ["# newpar", "# newpar id = story-p2"])
def test_a_paragraph_opens_with_or_without_a_name(tmp_path: Path, comment: str) -> None:
    first = "# newdoc id = story\n# ner = uner\n" + row(1, "Rebels", "0")
    (document,) = read(
        tmp_path, first, "# ner = uner\n" + row(1, "fled", "0"), f"{comment}\n# ner = uner\n" + row(1, "Calm", "0")
    )
    assert [sentence.opens_paragraph for sentence in document] == [True, False, True]


def test_a_block_within_a_paragraph_opens_none(tmp_path: Path) -> None:
    first = "# newdoc id = story\n# ner = uner\n" + row(1, "Rebels", "0")
    (document,) = read(tmp_path, first, "# newpar_block = p (1 s)\n# ner = uner\n" + row(1, "fled", "0"))
    assert not document[1].opens_paragraph


def test_an_arc_that_teachers_differ_on_is_unknown(tmp_path: Path) -> None:
    words = row(1, "Rebels", "2", "Entity=B-ORG|SpaceAfter=No") + "\n" + row(2, "fled")
    ((sentence,),) = read(tmp_path, "# newdoc id = story\n# ner = silver\n" + words)
    assert (sentence.heads, sentence.entities, sentence.trust) == ([2, -1], ["B-ORG", "O"], 0.5)


def test_a_genre_that_is_left_out_is_not_read(tmp_path: Path) -> None:
    talk = "# newdoc id = talk\n# meta::genre = conversation\n# ner = uner\n" + row(1, "Hello", "0")
    assert read(tmp_path, talk) == []
