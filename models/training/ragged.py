"""Rows of unequal length in one flat array."""
import numpy as np
import scipy.sparse as sparse


def gather(flat: np.ndarray, start: np.ndarray, length: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The values flat[start:start + length] of every row after one another, and the row each belongs to."""
    row = np.repeat(np.arange(len(start)), length)
    offset = np.arange(len(row)) - np.repeat(np.cumsum(length) - length, length)
    return flat[offset + np.repeat(start, length)], row


def bags(token: np.ndarray, row: np.ndarray, rows: int, size: int) -> sparse.csr_matrix:
    """Texts × vocabulary: the root of how often a token stands in a text, so that a repeated word does not drown the rest."""
    matrix = sparse.coo_matrix((np.ones(len(token), np.float32), (row, token)), shape=(rows, size)).tocsr()
    matrix.sum_duplicates()
    np.sqrt(matrix.data, out=matrix.data)
    return matrix


def bags_of(token_lists: list[list[int]], size: int) -> sparse.csr_matrix:
    row = np.repeat(np.arange(len(token_lists)), [len(tokens) for tokens in token_lists])
    flat = np.fromiter((t for tokens in token_lists for t in tokens), np.int64, len(row))
    return bags(flat, row, len(token_lists), size)


def embed(texts: sparse.csr_matrix, table: np.ndarray) -> np.ndarray:
    """Unit vectors of texts given as bags."""
    vectors = texts @ table
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
