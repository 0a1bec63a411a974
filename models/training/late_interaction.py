"""Late interaction (Khattab and Zaharia 2020) on the vectors of single tokens: each of a query's words looks for the
nearest word of a passage. What one mean vector a passage blurs, this keeps apart."""
import numpy as np

from ragged import bags_of
from test_sets import TestSet
from text import STOP_WORDS
from wordpiece import WordPiece


def late_scores(test: TestSet, table: np.ndarray, tokenizer: WordPiece) -> list[np.ndarray]:
    """For each query, the mean over its tokens, weighed by idf, of the largest cosine with a token of each passage."""
    unit = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    is_word = np.array([w.isalnum() or w.startswith("##") for w in tokenizer.words])
    telling = is_word & np.array([w not in STOP_WORDS for w in tokenizer.words])
    pools = []
    for pool in test.pools:
        # Every passage holds at least the unknown token, so that none is empty.
        held = bags_of([[1, *(t for t in tokenizer.encode(text) if is_word[t])] for text in pool], len(table))
        containing = np.bincount(held.indices, minlength=len(table))
        pools.append((held, np.log(1 + (len(pool) - containing + 0.5) / (containing + 0.5))))
    scores = []
    for _, text, number, _ in test.queries:
        held, idf = pools[number]
        tokens = list(dict.fromkeys(tokenizer.encode(text)))
        tokens = [t for t in tokens if telling[t]] or tokens
        nearness = np.maximum(unit[tokens] @ unit.T, 0)
        best = np.stack([np.maximum.reduceat(row[held.indices], held.indptr[:-1]) for row in nearness])
        scores.append(idf[tokens] @ best / idf[tokens].sum())
    return scores
