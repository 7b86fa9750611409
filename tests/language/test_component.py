import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc

from casus.errors import ModelMissing
from casus.language import load
from casus.language.weights import FILES, SHIPPED
from casus.language.windows import MOST_PIECES
from casus.settings import Settings

STORY = (
    "Gunmen stormed a police post near Timbuktu on Friday, killing four officers. The army withdrew at dusk.\n"
    "A spokesman for the United Nations, Farid Karim, said aid convoys had been shelled by the rebels.\n\n"
    "Calm returned to the town of Gao"
)


def annotations(doc: Doc) -> dict[str, object]:
    return doc.to_json()


def text_with(doc: Doc, dep: str) -> list[str]:
    return [token.text for token in doc if token.dep_ == dep]


def test_a_sentence_gets_subject_verb_and_object(nlp: Language) -> None:
    doc = nlp("Rebels attacked a convoy.")
    verb = next(doc.sents).root
    assert (verb.text, verb.lemma_, verb.pos_, verb.tag_, verb.dep_) == ("attacked", "attack", "VERB", "VBD", "ROOT")
    assert {token.text: token.head.text for token in doc if token.dep_ in {"nsubj", "obj"}} == {
        "Rebels": "attacked",
        "convoy": "attacked",
    }


def test_the_agent_of_a_passive_is_told_from_its_subject(nlp: Language) -> None:
    doc = nlp("The village was burned by soldiers.")
    assert text_with(doc, "nsubj:pass") == ["village"]
    assert text_with(doc, "obl:agent") == ["soldiers"]


def test_people_groups_and_places_are_found(nlp: Language) -> None:
    doc = nlp(STORY)
    found = {(entity.text, entity.label_) for entity in doc.ents}
    assert {("Timbuktu", "LOC"), ("United Nations", "ORG"), ("Farid Karim", "PER"), ("Gao", "LOC")} <= found


def test_sentences_end_at_full_stops_and_line_breaks(nlp: Language) -> None:
    assert [sentence.text.strip() for sentence in nlp(STORY).sents] == [
        "Gunmen stormed a police post near Timbuktu on Friday, killing four officers.",
        "The army withdrew at dusk.",
        "A spokesman for the United Nations, Farid Karim, said aid convoys had been shelled by the rebels.",
        "Calm returned to the town of Gao",
    ]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\n\n\n", "\u2028", " \n\t"])
def test_no_sentence_goes_across_a_line_break(nlp: Language, line_break: str) -> None:
    doc = nlp(f"Shelling in the north{line_break}of the country went on")
    assert [sentence.text.strip() for sentence in doc.sents] == ["Shelling in the north", "of the country went on"]


@pytest.mark.parametrize("text", [STORY, "\n  Rebels  fled .\t\n \n", " \n\t ", "Go!", "\n\n"])
def test_every_sentence_is_one_tree(nlp: Language, text: str) -> None:
    for sentence in nlp(text).sents:
        roots = [token for token in sentence if token.head == token]
        assert len(roots) == 1
        assert set(roots[0].subtree) == set(sentence)


def test_white_space_hangs_on_the_word_before_it(nlp: Language) -> None:
    doc = nlp("The rebels  fled.\n\nCalm returned.")
    assert [(space.head.text, space.pos_, space.tag_) for space in doc if space.is_space] == [
        ("rebels", "SPACE", "_SP"),
        (".", "SPACE", "_SP"),
    ]


def test_a_double_space_does_not_cut_a_name_in_two(nlp: Language) -> None:
    doc = nlp("The envoy, Farid  Karim, arrived.")
    assert [entity.text for entity in doc.ents] == ["Farid  Karim"]


def test_sentences_that_are_set_stay(nlp: Language) -> None:
    words = ["Rebels", "fled", ".", "Calm", "returned", "to", "Gao", "."]
    doc = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, False, False, True, False, False])
    assert [len(sentence) for sentence in nlp(doc).sents] == [5, 3]


def test_a_paragraph_longer_than_a_window_is_read_to_its_end(nlp: Language) -> None:
    sentence = "The army said on Friday that its troops had left the town."
    doc = nlp(" ".join([sentence] * 60))
    assert [found.text for found in doc.sents] == [sentence] * 60


def test_an_empty_text_gives_an_empty_doc(nlp: Language) -> None:
    assert len(nlp("")) == 0


def test_a_text_of_spaces_has_no_names_and_one_sentence(nlp: Language) -> None:
    doc = nlp(" " * 1_100_000)
    assert not doc.ents
    assert len(list(doc.sents)) == 1


def test_a_sentence_without_end_is_cut_into_windows(nlp: Language) -> None:
    doc = nlp("and on " * 600)
    assert all(len(sentence) <= MOST_PIECES for sentence in doc.sents)
    assert sum(len(sentence) for sentence in doc.sents) == 1200


def test_words_of_very_many_pieces_still_fit_the_net(nlp: Language) -> None:
    doc = nlp(" ".join(["zq" * 400, "x-" * 900, "\u4e2d" * 700, "\u200b"] * 5))
    assert doc.has_annotation("DEP")


def test_a_text_beyond_a_million_characters_is_read(nlp: Language) -> None:
    doc = nlp("Rebels fled." + " " * 1_100_000 + "\nCalm returned.")
    assert [sentence.root.lemma_ for sentence in doc.sents] == ["flee", "return"]


def test_a_document_reads_the_same_alone_and_in_a_stream(nlp: Language) -> None:
    texts = [*STORY.split("\n"), STORY, "", "Rebels fled."]
    assert [annotations(doc) for doc in nlp.pipe(texts)] == [annotations(nlp(text)) for text in texts]


def test_two_processes_read_what_one_does(nlp: Language) -> None:
    texts = [*STORY.split("\n"), STORY]
    read = nlp.pipe(texts, n_process=2, batch_size=2)
    assert [annotations(doc) for doc in read] == [annotations(nlp(text)) for text in texts]


def test_the_component_can_be_pickled(nlp: Language) -> None:
    again = pickle.loads(pickle.dumps(nlp.get_pipe("casus_parser")))
    assert annotations(again(nlp.make_doc(STORY))) == annotations(nlp(STORY))


def test_a_stream_gives_a_document_before_it_takes_the_next(nlp: Language) -> None:
    taken: list[str] = []

    def texts() -> Iterator[str]:
        for text in ("Rebels fled.", "Calm returned."):
            taken.append(text)
            yield text

    next(nlp.pipe(texts()))
    assert taken == ["Rebels fled."]


def test_a_doc_comes_back_whole_from_bytes(nlp: Language) -> None:
    doc = nlp(STORY)
    assert annotations(Doc(nlp.vocab).from_bytes(doc.to_bytes())) == annotations(doc)


def test_a_doc_can_be_drawn(nlp: Language) -> None:
    doc = nlp("Rebels attacked a convoy in Lebanon.")
    assert "nsubj" in displacy.render(doc, style="dep", jupyter=False)
    assert "LOC" in displacy.render(doc, style="ent", jupyter=False)


def test_a_packaged_pipeline_is_loaded_by_spacy_alone(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "packaged")
    again = spacy.load(tmp_path / "packaged")
    assert annotations(again(STORY)) == annotations(nlp(STORY))


def test_a_model_folder_from_the_settings_is_used(nlp: Language, tmp_path: Path) -> None:
    for name in FILES:
        shutil.copyfile(SHIPPED / name, tmp_path / name)
    other = load(Settings(model_dir=tmp_path))
    assert annotations(other("Rebels fled.")) == annotations(nlp("Rebels fled."))


def test_a_folder_that_lacks_a_file_is_named_with_the_setting(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"net\.onnx.*CASUS_MODEL_DIR") as error:
        load(Settings(model_dir=tmp_path))
    assert str(tmp_path) in str(error.value)


def test_the_package_is_imported_without_spacy() -> None:
    lines = "import sys, casus.language; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", lines], check=False).returncode == 0
