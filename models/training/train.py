"""Makes the bundled model: transcripts and the project's own data in, model folder out. See README.md beside it."""
import argparse
import json
import time
from pathlib import Path

import numpy as np

from contrastive import train
from cooccurrence import starting_vectors
from corpus import Corpus, build_corpus, load_corpus
from sampler import Mix, Sampler, WrittenQueries
from splits import part_of, read_queries
from static_model import write_model
from test_sets import read_shelf
from thesaurus import Thesaurus, retrofit
from transcripts import read_episodes
from wordpiece import WordPiece

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--transcripts", type=Path, required=True, help="folder SHOW/EPISODE.md")
    parser.add_argument("--queries", type=Path, required=True, help="readers' queries, JSON lines")
    parser.add_argument("--evaluation", type=Path, required=True, help="JSON list of episodes never to train on")
    parser.add_argument("--shelf", type=Path, required=True, help="what shelf-passages.ts printed")
    parser.add_argument("--tokenizer", type=Path, default=HERE.parent / "underdog-static-512", help="folder with tokenizer.json")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is kept between runs")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--dimensions", type=int, default=512)
    parser.add_argument("--steps", type=int, default=300, help="batches a round")
    parser.add_argument("--batch", type=int, default=2048)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--rounds", type=int, default=2, help="rounds of training, each from the last one's result")
    parser.add_argument("--alpha", type=float, default=0.4, help="strength of the retrofitting, before training and after")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)

    tokenizer = WordPiece(options.tokenizer / "tokenizer.json")
    corpus = _corpus(options, tokenizer)
    thesaurus = Thesaurus(HERE / "thesaurus.tsv", tokenizer)
    written = _written(options, tokenizer)
    table = retrofit(_start(options, corpus, tokenizer), thesaurus, options.alpha)
    for number in range(1, options.rounds + 1):
        table = _round(number, table, options, Sampler(corpus, tokenizer, thesaurus, written, options.seed + number))
    table = retrofit(table, thesaurus, options.alpha)
    write_model(table, np.bincount(corpus.tokens, minlength=len(tokenizer)), options.tokenizer, options.out)


def _round(number: int, table: np.ndarray, options: argparse.Namespace, sampler: Sampler) -> np.ndarray:
    """One round of training, or its result where an earlier run kept it."""
    file = options.work / f"round-{number}.npy"
    if not file.exists():
        begun = time.monotonic()

        def report(step: int, loss: float) -> None:
            if step % 10 == 0:
                print(f"round {number} step {step} loss {loss:.3f} after {time.monotonic() - begun:.0f} s", flush=True)

        # Later rounds start warm, so they take smaller steps.
        np.save(file, train(table, sampler, options.steps, options.rate / number, options.batch, Mix(), report))
    return np.load(file)


def _corpus(options: argparse.Namespace, tokenizer: WordPiece) -> Corpus:
    """All episodes but those kept for evaluation and those whose queries tune or report."""
    file = options.work / "corpus.npz"
    if not file.exists():
        kept = set(json.loads(options.evaluation.read_text()))
        kept |= {q.episode for q in read_queries(options.queries) if part_of(q.episode) != "train"}
        build_corpus([e for e in read_episodes(options.transcripts) if e.id not in kept], tokenizer).save(file)
    return load_corpus(file)


def _start(options: argparse.Namespace, corpus: Corpus, tokenizer: WordPiece) -> np.ndarray:
    file = options.work / f"start-{options.dimensions}.npy"
    if not file.exists():
        np.save(file, starting_vectors(corpus, tokenizer, options.dimensions, options.seed))
    return np.load(file)


def _written(options: argparse.Namespace, tokenizer: WordPiece) -> WrittenQueries:
    """The training half of the readers' queries, and the questions that the shelf's own passages answer."""
    # There are many questions of the shelf to one query: drawn as often, the shelf would drown the readers.
    pairs = [(q.text, q.passage) for q in read_queries(options.queries) if part_of(q.episode) == "train"] * 6
    # What several passages answer together is drawn for one of them.
    pairs += {question: p["text"] for p in read_shelf(options.shelf) for question in p["questions"]}.items()
    group = {passage: number for number, passage in enumerate(dict.fromkeys(passage for _, passage in pairs))}
    encoded = {text: np.array(tokenizer.encode(text)) for text in group}
    # Numbered after every turn of the transcripts, so that no written pair is taken for one of theirs.
    return WrittenQueries(
        [np.array(tokenizer.encode(query)) for query, _ in pairs],
        [encoded[passage] for _, passage in pairs],
        np.array([group[passage] for _, passage in pairs]) + 10_000_000,
    )


if __name__ == "__main__":
    main()
