"""Prints how well models find passages, side by side with BM25 and added to it.

python3 evaluate.py --transcripts DIR --queries FILE --evaluation FILE --qmsum DIR --shelf FILE --questions FILE MODEL…
"""
import argparse
import json
from pathlib import Path

import numpy as np

from bm25 import BM25
from late_interaction import late_scores
from ragged import bags_of, embed
from splits import part_of, read_queries
from static_model import as_the_model_counts, read_model
from test_sets import TestSet, by_kind, changelog, development, host_questions, qmsum, read_shelf, unseen_host_questions
from transcripts import read_episodes
from wordpiece import WordPiece

SHARE = 0.08  # of the standard scores of the vectors, beside BM25 as a share of its most; chosen on the tune half


def reciprocal_ranks(scores: list[np.ndarray], test: TestSet) -> np.ndarray:
    """1 / rank of the first right passage of each query."""
    best = [row[list(right)].max() for row, (*_, right) in zip(scores, test.queries)]
    return np.array([1 / (1 + (row > score).sum()) for row, score in zip(scores, best)])


def figures(reciprocal: np.ndarray) -> str:
    hits = " ".join(f"{(reciprocal >= 1 / k).mean():.3f}" for k in (1, 5, 10))
    return f"{hits} {np.where(reciprocal >= 0.1, reciprocal, 0).mean():.3f}"


def word_scores(test: TestSet) -> list[np.ndarray]:
    indices = [BM25(pool) for pool in test.pools]
    return [indices[pool].scores(text) for _, text, pool, _ in test.queries]


def dense_scores(test: TestSet, table: np.ndarray, rooted: bool, tokenizer: WordPiece) -> list[np.ndarray]:
    def vectors(texts: list[str]) -> np.ndarray:
        return embed(as_the_model_counts(bags_of([tokenizer.encode(t) for t in texts], len(table)), rooted), table)

    pools = [vectors(pool) for pool in test.pools]
    queries = vectors([text for _, text, *_ in test.queries])
    return [pools[pool] @ query for query, (_, _, pool, _) in zip(queries, test.queries)]


def summed(words: list[np.ndarray], *others: list[np.ndarray]) -> list[np.ndarray]:
    return [word + SHARE * sum(map(standard, rest)) for word, *rest in zip(words, *others)]


def standard(scores: np.ndarray) -> np.ndarray:
    """Distance from the pool's mean in standard deviations."""
    return (scores - scores.mean()) / (scores.std() + 1e-6)


def print_table(tests: list[TestSet], models: dict[str, tuple[np.ndarray, bool, WordPiece]]) -> None:
    print(f"{'set':18} {'queries':11} {'n':>5} {'system':34} hit@1 hit@5 hit@10 MRR@10")
    for test in tests:
        words = word_scores(test)
        rows = {"BM25": reciprocal_ranks(words, test)}
        for name, model in models.items():
            dense = dense_scores(test, *model)
            rows[name] = reciprocal_ranks(dense, test)
            rows[f"BM25 + {name}"] = reciprocal_ranks(summed(words, dense), test)
            late = late_scores(test, model[0], model[2])
            rows[f"BM25 + {name} + late"] = reciprocal_ranks(summed(words, dense, late), test)
        for kind, chosen in by_kind(test).items():
            for name, reciprocal in rows.items():
                print(f"{test.name:18} {kind:11} {chosen.sum():5} {name:34} {figures(reciprocal[chosen])}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("transcripts", "queries", "evaluation", "qmsum", "shelf", "questions"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("models", type=Path, nargs="+")
    options = parser.parse_args()
    queries = read_queries(options.queries)
    evaluation = set(json.loads(options.evaluation.read_text()))
    episodes = read_episodes(options.transcripts)
    kept = [episode for episode in episodes if episode.id in evaluation]
    asked = {q.episode for q in queries if part_of(q.episode) != "train"}
    others = [episode for episode in episodes if episode.id in asked]
    shelf = read_shelf(options.shelf)
    print_table(
        [
            changelog("tune", queries, others, kept),
            changelog("report", queries, others, kept),
            unseen_host_questions(kept),
            host_questions(shelf),
            development(shelf, options.questions, False),
            development(shelf, options.questions, True),
            qmsum(options.qmsum),
        ],
        {m.name: (*read_model(m), WordPiece(m / "tokenizer.json")) for m in options.models},
    )


if __name__ == "__main__":
    main()
