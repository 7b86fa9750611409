"""Fit the weights of lexicon/likeness.tsv: `python -m benchmarks.sameness GOLD.jsonl [GOLD.jsonl …]`.

GOLD are news sets with incidents and their mentions. Each telling is held against every incident told before it in its
text, as the gold groups them; what the sentence itself joins is left out, for no weight decides that. The fit is a
logistic regression drawn towards the expected weights. Printed are precision, recall and F of the pairs, each text
judged by a fit to the others, and the new weights.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from casus.extraction import sameness
from casus.extraction.extractor import tellings
from casus.extraction.likeness import EXPECTED
from casus.extraction.parties import Parties
from casus.extraction.story import Story
from casus.extraction.tellings import Event, Telling
from casus.knowledge import Knowledge
from casus.language import load
from casus.reading import read
from casus.settings import Settings

Pair = tuple[str, frozenset[str], bool]
"""Text, signs, whether telling and incident are one."""
SIGNS = tuple(EXPECTED)
_PULL = 12.0
"""How strongly the fit is drawn towards the expected weights: the inverse of their variance."""
_STEPS = 8


def pairs(gold: Path, settings: Settings) -> Iterator[Pair]:
    """Yield each telling beside each incident that was told before it and may be the same."""
    knowledge, language = Knowledge.load(settings.knowledge_dir), load(settings)
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    for document, line in zip(read([gold]), lines, strict=True):
        story = Story(document, language(document.text), knowledge)
        yield from _of_text(document.id, tellings(story, Parties(story)), line["gold"]["incidents"])


def _of_text(text: str, told: Sequence[Telling], incidents: Sequence[dict[str, Any]]) -> Iterator[Pair]:
    events: list[Event] = []
    for place, telling in enumerate(told):
        near, mine = sameness.in_reach(telling, events), _incidents(telling, incidents)
        joined = sameness.as_said([telling, *sameness.joined_after(place, told)], near)
        if joined is None and mine:
            for event, signs in sameness.compared(telling, near):
                yield text, signs, any(mine & _incidents(other, incidents) for other in event.tellings)
        _add(telling, events, [one for one in events if mine & _incidents(one.tellings[0], incidents)], joined)


def _add(telling: Telling, events: list[Event], same: Sequence[Event], joined: Event | None) -> None:
    if same:
        same[0].tellings.append(telling)
    elif joined is not None:
        joined.tellings.append(telling)
    else:
        events.append(Event([telling]))


def _incidents(telling: Telling, incidents: Sequence[dict[str, Any]]) -> set[str]:
    first, last = telling.happening.span
    return {one["ref"] for one in incidents if any(first < end and start < last for start, end in one["mentions"])}


def fit(found: Sequence[Pair]) -> dict[str, float]:
    """Return the weights, by Newton's method, with a normal prior around the expected ones."""
    seen = np.array([[sign in signs or sign == "always" for sign in SIGNS] for _, signs, _ in found], float)
    same = np.array([one for *_, one in found], float)
    expected = np.array([EXPECTED[sign] for sign in SIGNS])
    weights = expected.copy()
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (same - chance) - _PULL * (weights - expected)
        curve = (seen * (chance * (1 - chance))[:, None]).T @ seen + _PULL * np.eye(len(SIGNS))
        weights = weights + np.linalg.solve(curve, slope)
    return dict(zip(SIGNS, weights.tolist(), strict=True))


def _scores(found: Sequence[Pair]) -> str:
    """Precision, recall and F with each text left out of the fit that judges it."""
    right = said = 0
    for text in {one[0] for one in found}:
        weights = fit([one for one in found if one[0] != text])
        for _, signs, same in (one for one in found if one[0] == text):
            taken = weights["always"] + sum(weights.get(sign, 0.0) for sign in signs) > 0
            said, right = said + taken, right + (taken and same)
    true = sum(one[2] for one in found)
    precision, recall, f1 = right / said, right / true, 2 * right / (said + true)
    return f"# P {precision:.2f} R {recall:.2f} F {f1:.2f} of {len(found)} pairs, {true} the same"


def main(gold: Annotated[list[Path], typer.Argument(help="News sets with incidents.")]) -> None:
    """Print the scores of the fit and its weights, a line a sign."""
    found = [pair for one in gold for pair in pairs(one, Settings())]
    typer.echo(_scores(found))
    for sign, weight in fit(found).items():
        typer.echo(f"{sign}\t{weight:.1f}\t{EXPECTED[sign]:.1f}")


if __name__ == "__main__":
    typer.run(main)
