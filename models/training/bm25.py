"""BM25 (Robertson and Zaragoza 2009) over stemmed words: the baseline, and what the encoder is added to."""
from collections import Counter

import numpy as np
import scipy.sparse as sparse

from text import content_words


def stem(word: str) -> str:
    """A light suffix stripper that leaves at least four letters."""
    if len(word) <= 4 or not word.isalpha():
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("sses"):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us")):
        word = word[:-1]
    for suffix in ("ing", "ed", "ers", "er", "ion", "ly", "ment"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "lsz" else word


def terms(text: str) -> list[str]:
    return [stem(word) for word in content_words(text)]


class BM25:
    def __init__(self, texts: list[str], k1: float = 1.2, b: float = 0.75):
        counts = [Counter(terms(text)) for text in texts]
        self.ids = {term: i for i, term in enumerate(dict.fromkeys(t for c in counts for t in c))}
        row = np.repeat(np.arange(len(texts)), [len(c) for c in counts])
        column = np.array([self.ids[t] for c in counts for t in c])
        frequency = np.array([f for c in counts for f in c.values()], np.float32)
        length = np.array([sum(c.values()) for c in counts], np.float32)
        containing = np.bincount(column, minlength=len(self.ids))
        self.k1, self.size, self.containing = k1, len(texts), containing
        idf = self._idf(containing)
        saturated = frequency * (k1 + 1) / (frequency + k1 * (1 - b + b * length[row] / length.mean()))
        self.weights = sparse.csc_matrix((idf[column] * saturated, (row, column)), shape=(len(texts), len(self.ids)))

    def scores(self, query: str) -> np.ndarray:
        """A score a text, as a share of the most that the query's words can give: words that no text holds count too.

        So the share is low where the query is in other words than the texts, and what it is added to decides.
        """
        words = set(terms(query))
        ids = [self.ids[term] for term in words if term in self.ids]
        if not ids:
            return np.zeros(self.size)
        most = sum(self._idf(self.containing[self.ids[t]] if t in self.ids else 0) for t in words) * (self.k1 + 1)
        return np.asarray(self.weights[:, ids].sum(1)).ravel() / most

    def _idf(self, containing):
        return np.log(1 + (self.size - containing + 0.5) / (containing + 0.5))
