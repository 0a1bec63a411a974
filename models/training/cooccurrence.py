"""Starting vectors: positive pointwise mutual information of neighbouring words, reduced by a randomised SVD.

Levy, Goldberg and Dagan 2015 (context exponent, dirty sub-sampling); Halko, Martinsson and Tropp 2011 (SVD).
"""
import numpy as np
import scipy.sparse as sparse

from corpus import Corpus
from wordpiece import SPECIAL_TOKENS, WordPiece

WINDOW = 8
CONTEXT_EXPONENT = 0.75
SUBSAMPLING = 3e-4


def starting_vectors(corpus: Corpus, tokenizer: WordPiece, dimensions: int, seed: int) -> np.ndarray:
    """Unit rows scaled by 1e-3 / (1e-3 + p), the smooth inverse frequency of Arora et al. 2017."""
    random = np.random.default_rng(seed)
    size = len(tokenizer)
    count = np.bincount(corpus.tokens, minlength=size)
    vectors = _reduce(_ppmi(_counts(corpus, tokenizer, count, random)), dimensions, random)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    vectors *= (1e-3 / (1e-3 + count / count.sum()))[:, None]
    vectors[:SPECIAL_TOKENS] = 0
    return vectors.astype(np.float32)


def _counts(corpus: Corpus, tokenizer: WordPiece, count: np.ndarray, random) -> sparse.csr_matrix:
    """How often two words stand within a window of one passage, weighted by 1/√distance."""
    size = len(tokenizer)
    is_word = np.array([any(c.isalnum() for c in word) for word in tokenizer.words])
    kept = np.minimum(1, np.sqrt(SUBSAMPLING * len(corpus.tokens) / np.maximum(count, 1)))
    keep = (random.random(len(corpus.tokens)) < kept[corpus.tokens]) & is_word[corpus.tokens]
    lengths = np.diff(corpus.passage_start)
    tokens, passage = corpus.tokens[keep], np.repeat(np.arange(len(lengths)), lengths)[keep]
    counts = sparse.csr_matrix((size, size), dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        same = passage[:-distance] == passage[distance:]
        left, right = tokens[:-distance][same], tokens[distance:][same]
        weight = np.full(len(left), distance**-0.5, np.float32)
        counts = counts + sparse.coo_matrix((weight, (left, right)), shape=(size, size)).tocsr()
    return (counts + counts.T).tocsr()


def _ppmi(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    pairs = counts.tocoo()
    total = np.asarray(counts.sum(1)).ravel() + 1e-9
    context = total**CONTEXT_EXPONENT
    context /= context.sum()
    value = np.log(pairs.data / (total[pairs.row] * context[pairs.col]))
    positive = value > 0
    return sparse.csr_matrix(
        (value[positive].astype(np.float32), (pairs.row[positive], pairs.col[positive])), shape=counts.shape
    )


def _reduce(matrix: sparse.csr_matrix, dimensions: int, random) -> np.ndarray:
    """The leading singular vectors, each times the root of its value."""
    sketch = matrix @ random.standard_normal((matrix.shape[1], dimensions + 40)).astype(np.float32)
    for _ in range(2):
        basis, _ = np.linalg.qr(sketch)
        sketch = matrix @ (matrix.T @ basis)
    basis, _ = np.linalg.qr(sketch)
    left, values, _ = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    return (basis @ left)[:, :dimensions] * values[:dimensions] ** 0.5
