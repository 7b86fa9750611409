"""Who stands on either side of support: the actors that phrases name, and those that the text carries on with."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.naming import found_in_text
from casus.extraction.nouns import Standing, standing
from casus.extraction.parties import Parties, Party
from casus.extraction.story import Story
from casus.knowledge import Known
from casus.knowledge.folding import slug
from casus.ontology import EntityType

_COUNTRY = frozenset({"country", "superpower", "power", "nation", "neighbour", "neighbor"})
_COMMON = frozenset("country state nation power government neighbour ally group organisation actor regime".split())
_SUCH = frozenset({"such as", "including", "like", "among them", "notably"})
_SOIL = frozenset("territory soil side part base camp border ground capital area region airspace".split())
_HOLDING = frozenset({"controlled", "held", "occupied", "run", "ruled", "administered"})
_IN_VIEW = 120
"""For how many words a named state is still the one of which `the government` is spoken."""


def _is_definite(token: Token) -> bool:
    return any(part.lower_ in {"the", "this"} for part in token.children)


def _listed(token: Token) -> list[Token]:
    """Who is listed after a common word for them: several countries, such as Libya and Cuba."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in _COMMON:
        return []
    listed = (one for one in token.sent if one.i > token.i and syntax.preposition(one) in _SUCH)
    return list(listed)[:1]


class Sides:
    """Resolves phrases to backers and backed."""

    def __init__(self, story: Story, parties: Parties) -> None:
        """Begin with nobody in view."""
        self._story = story
        self._parties = parties
        self.in_view: tuple[Known, ...] = ()
        """The backers last told of, for whom `the country` stands."""

    def backers(self, tokens: Iterable[Token]) -> tuple[Known, ...]:
        """Return whom phrases name as a backer: actors, or the owners of what helps (US air strikes)."""
        return self._known(party for token in tokens for party in self._backing(token))

    def backed(self, tokens: Iterable[Token]) -> tuple[Known, ...]:
        """Return whom phrases name as backed; nobody for what they own or hold: sites, borders, towns."""
        found = (party for token in tokens for one in syntax.with_conjuncts(token) for party in self._all(one))
        return self._known(party for party in found if party.standing is not Standing.ASSET)

    def backed_by(self, backers: tuple[Known, ...], tokens: Iterable[Token]) -> tuple[Known, ...]:
        """Return whom phrases name as backed by these; a bare `government` is that of another state in view."""
        found = [one for token in tokens for one in self._not_of(backers, token)]
        return tuple(dict.fromkeys(found))

    def _not_of(self, backers: tuple[Known, ...], token: Token) -> tuple[Known, ...]:
        found = tuple(known for known in self.backed([token]) if known not in backers)
        if found or standing(token) is not Standing.BODY:
            return found
        before = (mention.known for mention in self._story.before(token) if token.i - mention.end < _IN_VIEW)
        state = next((one for one in before if one.type is EntityType.STATE and one not in backers), None)
        return (state,) if state is not None else ()

    def is_name(self, token: Token) -> bool:
        """Tell whether a word is part of a name."""
        return self._story.named(token) is not None

    def parties(self, token: Token) -> list[Party]:
        """Return whom one word stands for."""
        return self._all(token)

    def land(self, token: Token) -> tuple[Known, ...]:
        """Return the state that a phrase of place lies in: Sudan, Asmara, Sudanese territory, its territory."""
        found = [state for one in syntax.with_conjuncts(token) if (state := self._land(one)) is not None]
        return tuple(dict.fromkeys(found))

    def _land(self, token: Token) -> Known | None:
        mention = self._story.named(token)
        controller = self._controller(token)
        if controller is not None:
            return controller
        if mention is not None:
            if mention.known.type is EntityType.STATE:
                return mention.known
            return self._around(mention.known, token)
        if token.lemma_.lower() in _SOIL:
            for part in [
                *syntax.possessors(token),
                *syntax.modifiers(token),
                *syntax.obliques(token, "of", "in", "on"),
            ]:
                for party in self._parties.of(part):
                    if party.known.type is EntityType.STATE:
                        return party.known
                if (state := self._land(part)) is not None:
                    return state
        return None

    def _controller(self, token: Token) -> Known | None:
        """The X of X-held and X-controlled ground."""
        for part in token.children:
            if part.lower_ in _HOLDING and part.i >= 2 and part.nbor(-1).text in syntax.HYPHENS:
                holder = self._story.named(part.nbor(-2))
                return holder.known if holder is not None and holder.known.type is EntityType.STATE else None
        return None

    def _around(self, place: Known, token: Token) -> Known | None:
        """The state around a place, which the place's name then stands for."""
        state = self._story.state(place.iso3) if place.type is EntityType.PLACE else None
        if state is not None:
            self._story.refer(token, state)
        return state

    def _backing(self, token: Token) -> Iterator[Party]:
        for one in [part for listed in [token, *_listed(token)] for part in syntax.with_conjuncts(listed)]:
            found = self._all(one) or self._parties.owner(one) or self._counted(one)
            yield from found or [Party(known, Standing.ITSELF) for known in self._carried_on(one)]

    def _counted(self, token: Token) -> list[Party]:
        """Whose a contingent of soldiers is."""
        return [party for part in syntax.obliques(token, "of") for party in self._all(part)]

    def _all(self, token: Token) -> list[Party]:
        if token.lemma_.lower() == "diaspora":
            return self._diaspora(token)
        if token.lower_ == "latter":
            return self._last_named(token)
        found = self._parties.of(token)
        if token.tag_ == "NNPS" and _is_definite(token):
            return [replace(one, standing=Standing.ITSELF) for one in found]  # the Soviets: their government
        return found

    def _last_named(self, token: Token) -> list[Party]:
        named = (one.known for one in self._story.before(token))
        latter = next((one for one in named if one.type is not EntityType.PLACE), None)
        return [Party(latter, Standing.ITSELF)] if latter is not None else []

    def _carried_on(self, token: Token) -> tuple[Known, ...]:
        return self.in_view if _is_definite(token) and token.lemma_.lower() in _COUNTRY else ()

    def _diaspora(self, token: Token) -> list[Party]:
        """The Tamil diaspora, a backer of its own, none of the state's."""
        words = [*(part for part in syntax.modifiers(token) if part.text[0].isupper()), token]
        if len(words) == 1:
            return []
        name = " ".join(part.text for part in words)
        known = found_in_text(f"org/{slug(name)}", EntityType.ORGANISATION, name, None, kind="unnamed")
        self._story.refer(token, known)
        return [Party(known, Standing.ITSELF)]

    def _known(self, found: Iterable[Party]) -> tuple[Known, ...]:
        actors = [one for one in found if one.is_actor and one.standing is not Standing.PEOPLE]
        official = any(one.standing is Standing.OFFICIAL for one in actors)
        kept = [one.known for one in actors if not (official and one.standing is Standing.PERSON)]
        return tuple(dict.fromkeys(kept))
