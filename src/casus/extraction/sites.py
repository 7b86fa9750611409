"""Described places: `the US embassy`, `an Iraqi military base`; entities where something happens."""

from collections.abc import Iterator

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.naming import Mention, found_in_text
from casus.extraction.story import Story
from casus.knowledge import Known, Role
from casus.knowledge.folding import slug
from casus.ontology import EntityType

SITES = frozenset(row.text("word") for row in rows(FOLDER / "sites.tsv", ("word", "comment")))


def sites(story: Story) -> list[Mention]:
    """Return the described places of a story; `the embassy` is the one described before."""
    found: dict[str, Known] = {}
    return [
        mention
        for token in story.doc
        if token.lemma_.lower() in SITES and token.pos_ == "NOUN"
        for mention in _site(token, story, found)
    ]


def _site(token: Token, story: Story, found: dict[str, Known]) -> Iterator[Mention]:
    if story.named(token) is not None or token.dep_ == "compound":
        return
    described = _described(token, story)
    known = described if described is not None and described.name not in {one.name for one in found.values()} else None
    known = known or next((one for one in found.values() if described is not None and one.name == described.name), None)
    known = known or (found.get(token.lemma_.lower()) if described is None else None)
    if known is None:
        return
    found[token.lemma_.lower()] = known
    start = _name_start(token, story) if described is not None else token.i
    yield Mention(start, token.i + 1, token.i, known, Role.NAME)


def _described(token: Token, story: Story) -> Known | None:
    owner = next((mention for part in syntax.modifiers(token) if (mention := story.named(part)) is not None), None)
    if owner is None or owner.known.type is EntityType.PERSON:
        return None
    name = story.doc[_name_start(token, story) : token.i + 1].text
    return found_in_text(
        f"place/{slug(name)}",
        EntityType.PLACE,
        name,
        None if token.lemma_ in {"embassy", "consulate"} else owner.known.iso3,
        kind="site",
    )


def _name_start(token: Token, story: Story) -> int:
    """Where the description begins: at the owner's name, or another word with a capital."""
    parts = [part for part in syntax.modifiers(token) if part.text[:1].isupper()]
    starts = [mention.start if (mention := story.named(part)) is not None else part.i for part in parts]
    return min(starts, default=token.i)
