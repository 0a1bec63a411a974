"""What people call a word otherwise: `thesaurus.tsv` as token ids, for synthetic queries and for retrofitting."""
from collections import defaultdict
from pathlib import Path

import numpy as np

from ragged import gather
from wordpiece import SPECIAL_TOKENS, WordPiece


class Thesaurus:
    """For each token the terms used for the same thing, both ways; a term is one token or several."""

    def __init__(self, file: Path, tokenizer: WordPiece):
        terms: dict[int, dict[tuple[int, ...], float]] = defaultdict(dict)
        for line in file.read_text(encoding="utf8").splitlines():
            word, _, listed = line.partition("\t")
            head = tokenizer.ids.get(word)
            if head is None or listed == "-":
                continue
            for rank, term in enumerate(listed.split(", ")):
                ids = tuple(tokenizer.encode(term))
                if not ids or min(ids) < SPECIAL_TOKENS or ids == (head,):
                    continue
                weight = 1 / (1 + 0.3 * rank)
                terms[head][ids] = max(weight, terms[head].get(ids, 0))
                if len(ids) == 1:
                    terms[ids[0]][(head,)] = max(weight, terms[ids[0]].get((head,), 0))
        self.terms = terms
        # token → its terms; term → its tokens
        self.term_start = np.zeros(len(tokenizer) + 1, np.int64)
        flat = [(ids, weight) for token in range(len(tokenizer)) for ids, weight in terms.get(token, {}).items()]
        self.term_start[1:] = np.cumsum([len(terms.get(token, {})) for token in range(len(tokenizer))])
        self.weight_sum = np.concatenate([[0.0], np.cumsum([weight for _, weight in flat])])
        self.length = np.array([len(ids) for ids, _ in flat])
        self.start = np.cumsum(self.length) - self.length
        self.tokens = np.array([token for ids, _ in flat for token in ids])

    def has(self, tokens: np.ndarray) -> np.ndarray:
        return self.term_start[tokens + 1] > self.term_start[tokens]

    def replace(self, tokens: np.ndarray, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """One term drawn for each token (all must have terms): its tokens, and the position of what they replace."""
        low, high = self.weight_sum[self.term_start[tokens]], self.weight_sum[self.term_start[tokens + 1]]
        term = np.searchsorted(self.weight_sum, low + random.random(len(tokens)) * (high - low) * 0.999999, "right") - 1
        return gather(self.tokens, self.start[term], self.length[term])


def retrofit(table: np.ndarray, thesaurus: Thesaurus, alpha: float, rounds: int = 3) -> np.ndarray:
    """Draws each vector towards those of its thesaurus neighbours; lengths, which weigh the tokens, stay.

    After Faruqui et al. 2015 (arXiv 1411.4166), on unit vectors and with one-token terms only.
    """
    length = np.linalg.norm(table, axis=1, keepdims=True)
    start = table / np.maximum(length, 1e-9)
    neighbours = {t: [ids[0] for ids in terms if len(ids) == 1] for t, terms in thesaurus.terms.items()}
    current = start.copy()
    for _ in range(rounds):
        drawn = current.copy()
        for token, others in neighbours.items():
            if others:
                drawn[token] = start[token] + alpha * current[others].mean(0)
        current = drawn / np.maximum(np.linalg.norm(drawn, axis=1, keepdims=True), 1e-9)
    return current * length
