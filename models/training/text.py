"""Cleaning, sentences, passages and words: the text side of the training data."""
import html
import re
import unicodedata

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_STAGE_DIRECTION = re.compile(r"\\?\[[^\]]{0,80}\\?\]")
_TAG = re.compile(r"<[^>]{1,200}>")
_URL = re.compile(r"https?://\S+")
_MARKUP = re.compile(r"[*_`>#\\]+")
_SENTENCE_END = re.compile(r"(?<=[.?!…])[\"')]*\s+(?=[\"'(]*[A-Z0-9])")
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_ALPHANUMERIC = re.compile(r"[^\W_]+")

# Words that say nothing of a topic: left out of BM25 and of synthetic queries.
STOP_WORDS = frozenset(
    """a an the and or but if of to in on at for with by from as is are was were be been being am do does did doing
    done has have had having it its this that these those i you he she we they me him her us them my your his our
    their what which who whom whose how when where why there here not no nor so than then too very can could will
    would should may might must just about into over under again also any all some such only own same s t d ll m re
    ve don didn doesn isn wasn aren won yeah um uh oh okay ok well like know mean think kind sort really actually""".split()
)


def clean(markdown: str) -> str:
    """Plain text of a Markdown paragraph: no links, stage directions, tags or emphasis; straight quotes; single spaces."""
    text = _LINK.sub(r"\1", markdown)
    for pattern in (_STAGE_DIRECTION, _TAG, _URL):
        text = pattern.sub(" ", text)
    text = html.unescape(text)
    for curly, straight in (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"')):
        text = text.replace(curly, straight)
    return " ".join(_MARKUP.sub(" ", text).split())


def sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def word_count(text: str) -> int:
    return text.count(" ") + 1 if text else 0


def split_passages(paragraphs: list[str], least: int = 80, target: int = 150, most: int = 200) -> list[str]:
    """Passages of about `least` to `most` words from one turn, cut between paragraphs, else between sentences."""
    units = [unit for paragraph in paragraphs for unit in _units(paragraph, target, most)]
    passages: list[str] = []
    current = ""
    for unit in units:
        together = word_count(current) + word_count(unit)
        if current and (together > most or (word_count(current) >= least and together > target)):
            passages.append(current)
            current = unit
        else:
            current = f"{current} {unit}".strip()
    if current:
        # A short rest belongs to what it ends.
        if passages and word_count(current) < 40 and word_count(passages[-1]) + word_count(current) <= most + 40:
            passages[-1] += " " + current
        else:
            passages.append(current)
    return passages


def _units(paragraph: str, target: int, most: int) -> list[str]:
    """The paragraph, or where it is long, runs of its sentences of at most about `target` words."""
    if word_count(paragraph) <= target:
        return [paragraph]
    units: list[str] = []
    current = ""
    for sentence in sentences(paragraph):
        while word_count(sentence) > most:
            words = sentence.split(" ")
            units.append(" ".join(words[:target]))
            sentence = " ".join(words[target:])
        if current and word_count(current) + word_count(sentence) > target * 0.8:
            units.append(current)
            current = sentence
        else:
            current = f"{current} {sentence}".strip()
    return units + [current] if current else units


def fold(text: str) -> str:
    """Lower case without accents, as the tokenizer's BertNormalizer makes it."""
    text = text.lower()
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def basic_tokens(text: str) -> list[str]:
    """Words and single punctuation marks, as the tokenizer's BertPreTokenizer splits them."""
    return _WORD.findall(fold(text))


def content_words(text: str) -> list[str]:
    """Folded words without stop words and single letters."""
    return [w for w in _ALPHANUMERIC.findall(fold(text)) if w not in STOP_WORDS and (len(w) > 1 or w.isdigit())]
