"""InfoNCE with in-batch negatives (van den Oord et al. 2018) on a token table, gradients by hand, Adam."""
from collections.abc import Callable

import numpy as np
import scipy.sparse as sparse


from sampler import Batch, Mix, Sampler

TEMPERATURE = 0.05
BACKWARD = 0.5  # weight of passage → query beside query → passage
DECAY_FIRST, DECAY_SECOND = 0.9, 0.99


def train(
    table: np.ndarray,
    sampler: Sampler,
    steps: int,
    learning_rate: float,
    batch_size: int,
    mix: Mix,
    after: Callable[[int, float], None],
) -> np.ndarray:
    """Trains the table in place for `steps` batches; calls `after(step, loss)` each time."""
    first, second = np.zeros_like(table), np.zeros_like(table)
    for step in range(1, steps + 1):
        loss, tokens, gradient = loss_and_gradient(table, sampler.batch(batch_size, mix))
        # Only the rows of this batch move: half the table is not in it.
        mean = DECAY_FIRST * first[tokens] + (1 - DECAY_FIRST) * gradient
        first[tokens] = mean
        square = DECAY_SECOND * second[tokens] + (1 - DECAY_SECOND) * np.square(gradient)
        second[tokens] = square
        rate = learning_rate * min(1, step / 30) * max(0.02, 1 - step / steps)
        rate *= np.sqrt(1 - DECAY_SECOND**step) / (1 - DECAY_FIRST**step)
        np.sqrt(square, out=square)
        square += 1e-8
        mean *= rate
        mean /= square
        table[tokens] -= mean
        after(step, loss)
    return table


def loss_and_gradient(table: np.ndarray, batch: Batch) -> tuple[float, np.ndarray, np.ndarray]:
    """The loss of a batch, the tokens in it, and the gradient of their rows."""
    rows = len(batch.group)
    texts = sparse.vstack([batch.queries, batch.passages], format="csr")
    tokens, texts.indices = np.unique(texts.indices, return_inverse=True)
    texts = sparse.csr_matrix((texts.data, texts.indices, texts.indptr), shape=(2 * rows, len(tokens)))
    unit, length = _unit(texts @ table[tokens])
    queries, passages = unit[:rows], unit[rows:]
    scores = queries @ passages.T
    scores -= 1  # at most 0, so exp cannot overflow
    scores /= TEMPERATURE
    correct = scores.diagonal().copy()
    same = batch.group[:, None] == batch.group[None, :]
    np.fill_diagonal(same, False)
    scores[same] = -1e4
    weights = np.exp(scores, out=scores)
    forward, backward = weights.sum(1), weights.sum(0)
    loss = float((np.log(forward) - correct).mean() + BACKWARD * (np.log(backward) - correct).mean())
    weights *= 1 / forward[:, None] + BACKWARD / backward[None, :]
    weights[np.arange(rows), np.arange(rows)] -= 1 + BACKWARD
    weights /= rows * TEMPERATURE
    gradient = _through_unit(np.concatenate([weights @ passages, weights.T @ queries]), unit, length)
    return loss, tokens, texts.T.tocsr() @ gradient


def _unit(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    length = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return vectors / length, length


def _through_unit(gradient: np.ndarray, unit: np.ndarray, length: np.ndarray) -> np.ndarray:
    """The gradient before scaling to length 1."""
    return (gradient - unit * (gradient * unit).sum(1, keepdims=True)) / length
