"""The model's WordPiece tokenizer in Python: the same ids as `tokenizer.json` gives in transformers.js, without [CLS]."""
import json
from pathlib import Path

from text import basic_tokens

UNKNOWN = 1
SPECIAL_TOKENS = 5  # [PAD] [UNK] [CLS] [SEP] [MASK] come first


class WordPiece:
    def __init__(self, tokenizer_file: Path):
        self.ids: dict[str, int] = json.loads(tokenizer_file.read_text(encoding="utf8"))["model"]["vocab"]
        self.words = sorted(self.ids, key=self.ids.__getitem__)
        self._pieces: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self.words)

    def encode(self, text: str) -> list[int]:
        return [piece for word in basic_tokens(text) for piece in self.pieces(word)]

    def pieces(self, word: str) -> list[int]:
        """Greedy longest match first, as WordPiece defines it; one unknown token where no piece fits."""
        known = self._pieces.get(word)
        if known is None:
            known = self._pieces[word] = self._split(word)
        return known

    def _split(self, word: str) -> list[int]:
        pieces, start = [], 0
        while start < len(word):
            prefix = "##" if start else ""
            end = next((e for e in range(len(word), start, -1) if prefix + word[start:e] in self.ids), 0)
            if not end:
                return [UNKNOWN]
            pieces.append(self.ids[prefix + word[start:end]])
            start = end
        return pieces
