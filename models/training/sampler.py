"""Draws batches of (query, passage) pairs of several kinds from the training episodes."""
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse

from corpus import Corpus
from ragged import bags, gather
from text import STOP_WORDS
from thesaurus import Thesaurus
from wordpiece import WordPiece

LONGEST_PASSAGE = 256  # tokens
GROUP = 8  # pairs of passages near one another: the rest of a group are hard negatives
QUERY_DROPOUT = 0.1
BRIDGED = 0.25  # share of pairs whose query loses the rare words that its passage holds too
BRIDGED_WORDS = 0.9


@dataclass(frozen=True)
class WrittenQueries:
    """Queries that readers wrote, with their passages (as token lists); `group` is one number a passage."""

    queries: list[np.ndarray]
    passages: list[np.ndarray]
    group: np.ndarray


@dataclass(frozen=True)
class Mix:
    """Shares of a batch."""

    question: float = 0.37  # a host's question and the guest's answer
    cloze: float = 0.16  # a sentence and the passage it was taken out of (Lee et al. 2019)
    synonyms: float = 0.30  # words of a passage, most replaced by thesaurus terms, and the passage
    neighbour: float = 0.05  # a passage and the next of the same turn
    reply: float = 0.04  # a statement and its reply
    written: float = 0.08  # queries that readers wrote


@dataclass(frozen=True)
class Batch:
    queries: sparse.csr_matrix
    passages: sparse.csr_matrix
    group: np.ndarray  # pairs of one group are no negatives of each other


class Sampler:
    def __init__(self, corpus: Corpus, tokenizer: WordPiece, thesaurus: Thesaurus, written: WrittenQueries, seed: int):
        self.corpus, self.thesaurus, self.written = corpus, thesaurus, written
        self.size = len(tokenizer)
        self.random = np.random.default_rng(seed)
        self.start = corpus.passage_start
        self.length = np.diff(self.start)
        self.sentences = np.diff(corpus.passage_sentence)
        count = np.bincount(corpus.tokens, minlength=self.size)
        self.rare = count < 0.005 * len(self.length)
        self.content = np.array([w.isalnum() and len(w) > 1 and w not in STOP_WORDS for w in tokenizer.words])
        # Frequent words are drawn less often into a synthetic query, as people choose telling words.
        self.telling = np.where(self.content, np.log(len(self.length) / (1 + count)).clip(0.3), 0)
        long = (self.length >= 60) & (self.sentences >= 3)
        self.long = np.flatnonzero(long)
        same_turn = corpus.passage_turn[1:] == corpus.passage_turn[:-1]
        self.followed = np.flatnonzero(same_turn & (self.length[1:] >= 50) & (self.length[:-1] >= 50))
        self.questions, self.statements = np.flatnonzero(corpus.is_question), np.flatnonzero(corpus.is_question == 0)

    def batch(self, size: int, mix: Mix) -> Batch:
        count = {kind: int(size * share) for kind, share in mix.__dict__.items()}
        pairs = [
            self._questions(self._near(self.questions, count["question"])),
            self._questions(self.random.choice(self.statements, count["reply"], replace=False)),
            self._cloze(self._near(self.long, count["cloze"])),
            self._synonyms(self._near(self.long, count["synonyms"])),
            self._neighbours(self.random.choice(self.followed, count["neighbour"], replace=False)),
            self._written(count["written"]),
        ]
        query, passage, group = [], [], []
        at = 0
        for (query_tokens, query_row), (passage_tokens, passage_row), groups, bridge in pairs:
            rows = len(groups)
            if bridge:
                kept = self._thin(query_tokens, query_row, passage_tokens, passage_row, rows)
                query_tokens, query_row = query_tokens[kept], query_row[kept]
            query.append((query_tokens, query_row + at))
            passage.append((passage_tokens, passage_row + at))
            group.append(groups)
            at += rows
        return Batch(
            bags(*map(np.concatenate, zip(*query)), at, self.size),
            bags(*map(np.concatenate, zip(*passage)), at, self.size),
            np.concatenate(group),
        )

    def _near(self, pool: np.ndarray, count: int) -> np.ndarray:
        """`count` members of the pool in runs of neighbours, each once."""
        groups = self.random.choice(len(pool) // GROUP, count // GROUP + 1, replace=False)
        return pool[(groups[:, None] * GROUP + np.arange(GROUP)).ravel()[:count]]

    def _tokens_of(self, passages: np.ndarray):
        return gather(self.corpus.tokens, self.start[passages], np.minimum(self.length[passages], LONGEST_PASSAGE))

    def _questions(self, questions: np.ndarray):
        corpus = self.corpus
        turn = corpus.question_turn[questions]
        passages = corpus.turn_passage[turn + 1] - corpus.turn_passage[turn]
        # The start of an answer speaks to the question more often than its end.
        drawn = np.minimum((self.random.random(len(turn)) ** 1.5 * passages).astype(int), passages - 1)
        start = corpus.question_start[questions]
        query = gather(corpus.question_tokens, start, corpus.question_start[questions + 1] - start)
        return query, self._tokens_of(corpus.turn_passage[turn] + drawn), turn, True

    def _cloze(self, passages: np.ndarray):
        corpus = self.corpus
        sentence = corpus.passage_sentence[passages] + (self.random.random(len(passages)) * self.sentences[passages]).astype(int)
        start, end = corpus.sentence_start[sentence], corpus.sentence_start[sentence + 1]
        tokens, row = self._tokens_of(passages)
        length = np.minimum(self.length[passages], LONGEST_PASSAGE)
        position = gather(np.arange(len(corpus.tokens)), self.start[passages], length)[0]
        # One in ten keeps its sentence, so that the same words still count.
        taken_out = self.random.random(len(passages)) > 0.1
        kept = ~(taken_out[row] & (position >= start[row]) & (position < end[row]))
        query = gather(corpus.tokens, start, end - start)
        return query, (tokens[kept], row[kept]), corpus.passage_turn[passages], True

    def _synonyms(self, passages: np.ndarray):
        tokens, row = self._tokens_of(passages)
        telling = self.telling[tokens]
        usable = telling > 0
        # Weighted draw without replacement (Efraimidis and Spirakis 2006), from a stretch of the passage.
        where = np.arange(len(tokens)) - np.searchsorted(row, row)
        length = np.bincount(row, minlength=len(passages))
        begin = self.random.random(len(passages)) * np.maximum(length - 70, 0)
        usable &= (where >= begin[row]) & (where < begin[row] + 70)
        key = np.log(self.random.random(len(tokens)) + 1e-12) / np.maximum(telling, 1e-6)
        key[~usable] = -np.inf
        order = np.lexsort((-key, row))
        rank = np.empty(len(tokens), np.int64)
        rank[order] = where
        wanted = self.random.integers(3, 10, len(passages))
        drawn = np.flatnonzero(usable & (rank < wanted[row]))
        word, owner = tokens[drawn], row[drawn]
        share = self.random.choice([0.0, 0.6, 1.0], len(passages), p=[0.2, 0.4, 0.4])
        other = self.thesaurus.has(word) & (self.random.random(len(word)) < share[owner])
        # Where the rest is replaced, a rare word that cannot be would give the passage away.
        stays = ~other & ((share[owner] == 0) | (self.random.random(len(word)) < 0.35))
        replaced, position = self.thesaurus.replace(word[other], self.random)
        query_tokens = np.concatenate([word[stays], replaced])
        query_row = np.concatenate([owner[stays], owner[other][position]])
        return (query_tokens, query_row), (tokens, row), self.corpus.passage_turn[passages], False

    def _neighbours(self, passages: np.ndarray):
        return self._tokens_of(passages), self._tokens_of(passages + 1), self.corpus.passage_turn[passages], True

    def _written(self, count: int):
        drawn = self.random.integers(len(self.written.queries), size=count)
        query = self._join([self.written.queries[i] for i in drawn])
        passage = self._join([self.written.passages[i] for i in drawn])
        kept = self.random.random(len(query[0])) >= QUERY_DROPOUT
        return (query[0][kept], query[1][kept]), passage, self.written.group[drawn], False

    def _join(self, texts: list[np.ndarray]):
        return np.concatenate(texts), np.repeat(np.arange(len(texts)), [len(text) for text in texts])

    def _thin(self, query, query_row, passage, passage_row, rows: int) -> np.ndarray:
        """Which query tokens stay: most do; in some pairs the rare words shared with the passage go."""
        kept = self.random.random(len(query)) >= QUERY_DROPOUT
        bridged = self.random.random(rows) < BRIDGED
        shared = bridged[query_row] & self.rare[query] & np.isin(query_row * self.size + query, passage_row * self.size + passage)
        kept &= ~(shared & (self.random.random(len(query)) < BRIDGED_WORDS))
        return kept | (np.bincount(query_row[kept], minlength=rows)[query_row] < 2)
