"""Transcripts as flat token arrays: sentences, passages, turns, and questions with the turn that answers them."""
from dataclasses import dataclass

import numpy as np

from text import sentences, split_passages, word_count
from transcripts import Episode
from wordpiece import WordPiece

LONGEST_QUESTION = 160  # tokens; of a longer one the end, where the question stands


@dataclass(frozen=True)
class Corpus:
    """Offsets are one longer than what they count: passage p is tokens[passage_start[p]:passage_start[p + 1]]."""

    tokens: np.ndarray
    sentence_start: np.ndarray  # sentence → token
    passage_sentence: np.ndarray  # passage → sentence
    passage_turn: np.ndarray
    turn_passage: np.ndarray  # turn → passage
    question_tokens: np.ndarray
    question_start: np.ndarray  # question → token
    question_turn: np.ndarray  # question → the turn that answers it
    is_question: np.ndarray  # false: a statement with its reply

    @property
    def passage_start(self) -> np.ndarray:
        return self.sentence_start[self.passage_sentence]

    def save(self, file) -> None:
        np.savez(file, **self.__dict__)


def load_corpus(file) -> Corpus:
    with np.load(file) as arrays:
        return Corpus(**{name: arrays[name].astype(np.int64) for name in arrays.files})


def build_corpus(episodes: list[Episode], tokenizer: WordPiece) -> Corpus:
    tokens, sentence_start, passage_sentence, passage_turn, turn_passage = [], [0], [0], [], [0]
    question_tokens, question_start, question_turn, is_question = [], [0], [], []

    def add_question(text: str, turn: int, real: bool, least: int) -> None:
        ids = tokenizer.encode(text)
        if len(ids) < least:
            return
        question_tokens.extend(ids[-LONGEST_QUESTION:])
        question_start.append(len(question_tokens))
        question_turn.append(turn)
        is_question.append(real)

    for episode in episodes:
        before = None  # the turn before this one, where it can be what this one answers
        for turn in episode.turns:
            words = word_count(turn.text)
            if words < 6:  # "Yeah, right." answers nothing, and separates nothing either where it is a word or two
                before = None if words > 2 else before
                continue
            for passage in split_passages(list(turn.paragraphs)):
                for sentence in sentences(passage):
                    if ids := tokenizer.encode(sentence):
                        tokens.extend(ids)
                        sentence_start.append(len(tokens))
                if len(sentence_start) - 1 > passage_sentence[-1]:
                    passage_sentence.append(len(sentence_start) - 1)
                    passage_turn.append(len(turn_passage) - 1)
            if len(passage_sentence) - 1 == turn_passage[-1]:
                before = None
                continue
            turn_passage.append(len(passage_sentence) - 1)
            number = len(turn_passage) - 2
            if before and words >= 25 and before.speaker != turn.speaker:
                if "?" in before.text:
                    add_question(before.text, number, True, 5)
                    asked = [s for s in sentences(before.text) if s.rstrip("\"' )").endswith("?")]
                    if len(asked) < len(sentences(before.text)):
                        add_question(" ".join(asked), number, True, 6)
                elif words >= 40 and word_count(before.text) >= 20:
                    add_question(before.text, number, False, 20)
            before = turn
    arrays = (tokens, sentence_start, passage_sentence, passage_turn, turn_passage,
              question_tokens, question_start, question_turn, is_question)  # fmt: skip
    return Corpus(*(np.array(values, np.int32) for values in arrays))
