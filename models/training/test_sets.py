"""The question sets that a model is measured on, none of them trained on."""
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from splits import Query, part_of
from text import content_words, sentences, split_passages, word_count
from transcripts import Episode

POOL = 12_000  # passages, as in the 100 evaluation episodes


@dataclass(frozen=True)
class TestSet:
    """Each query is searched for in the passages of its own pool."""

    name: str
    pools: list[list[str]]
    queries: list[tuple[str, str, int, frozenset[int]]]  # kind, text, pool, right passages in it


def changelog(part: str, queries: list[Query], episodes: list[Episode], distractors: list[Episode]) -> TestSet:
    """Readers' queries; each pool holds the episodes asked about, filled up with those kept for evaluation."""
    asked = sorted({q.episode for q in queries if part_of(q.episode) == part} & {e.id for e in episodes})
    by_id = {episode.id: episode for episode in episodes}
    others = [passage for episode in distractors for passage in _passages(episode)]
    pools, right, place = [], {}, {}
    for episode in asked:
        passages = _passages(by_id[episode])
        if not pools or len(pools[-1]) + len(passages) > POOL:
            pools.append([])
        for passage in passages:
            place[episode, " ".join(content_words(passage))] = len(pools) - 1, len(pools[-1])
            pools[-1].append(passage)
    for pool in pools:
        pool.extend(others[: POOL - len(pool)])
    for query in queries:
        if query.episode in by_id and part_of(query.episode) == part:
            right[query] = place[query.episode, " ".join(content_words(query.passage))]
    return TestSet(f"changelog {part}", pools, [(q.kind, q.text, pool, frozenset([at])) for q, (pool, at) in right.items()])


def _passages(episode: Episode) -> list[str]:
    return [p for turn in episode.turns for p in split_passages(list(turn.paragraphs)) if word_count(p) >= 20]


def read_shelf(file: Path) -> list[dict]:
    """What `shelf-passages.ts` printed."""
    return [json.loads(line) for line in file.read_text(encoding="utf8").splitlines()]


def host_questions(shelf: list[dict]) -> TestSet:
    """Each host's question, among the guests' passages; right are those that answer it."""
    guests = [p for p in shelf if p["role"] == "guest"]
    answers: dict[tuple[int, int], list[int]] = {}
    for at, passage in enumerate(guests):
        answers.setdefault((passage["episode"], passage["exchange"]), []).append(at)
    queries = []
    for places in answers.values():
        asked = [s for s in sentences(" ".join(guests[places[0]]["question"].split())) if s.rstrip("\"'”’ )").endswith("?")]
        if asked:
            queries.append(("host", " ".join(asked), 0, frozenset(places)))
    return TestSet("host questions", [[p["text"] for p in guests]], queries)


def unseen_host_questions(episodes: list[Episode], most: int = 500) -> TestSet:
    """Questions asked in the episodes kept for evaluation, which no model has seen; among all that answer one."""
    pool, queries = [], []
    for episode in episodes:
        for turn, answer in zip(episode.turns, episode.turns[1:]):
            asked = [s for s in sentences(turn.text) if s.rstrip("\"' )").endswith("?")]
            if sum(map(word_count, asked)) < 8 or word_count(answer.text) < 80:
                continue
            passages = [p for p in split_passages(list(answer.paragraphs)) if word_count(p) >= 20]
            queries.append(("host", " ".join(asked), 0, frozenset(range(len(pool), len(pool) + len(passages)))))
            pool.extend(passages)
    step = max(1, len(queries) // most)
    return TestSet("unseen hosts", [pool], queries[::step][:most])


def development(shelf: list[dict], file: Path, with_context: bool) -> TestSet:
    """The answerable development questions over the shelf without enrichment; context is the section and its question."""
    words = [content_words(p["text"]) for p in shelf]
    queries = []
    for line in map(json.loads, file.read_text(encoding="utf8").splitlines()):
        if not line["answerable"]:
            continue
        right = frozenset(
            at
            for gold in line["gold"]
            for at, passage in enumerate(shelf)
            if passage["episode"] == gold["episode"] and _holds(words[at], content_words(gold["quote"]))
        )
        if right:
            queries.append((line["type"], line["question"], 0, right))
    texts = [f"{p['section']} {p['question']} {p['text']}" if with_context else p["text"] for p in shelf]
    return TestSet("dev with context" if with_context else "dev", [texts], queries)


def _holds(passage: list[str], quote: list[str]) -> bool:
    """Whether a run of at least 60 % of the quote's words stands in the passage."""
    run = max(1, -(-len(quote) * 6 // 10))
    runs = {tuple(passage[i : i + run]) for i in range(len(passage) - run + 1)}
    return any(tuple(quote[i : i + run]) in runs for i in range(len(quote) - run + 1))


def qmsum(folder: Path) -> TestSet:
    """Specific queries on meetings (Zhong et al. 2021), each within its meeting; right overlap the annotated turns."""
    pools, queries = [], []
    for file in sorted(folder.glob("*/*.json")):
        meeting = json.loads(file.read_text(encoding="utf8"))
        passages = [(p, t) for t, turn in enumerate(meeting["meeting_transcripts"]) for p in split_passages([turn["content"]])]
        passages = [(p, t) for p, t in passages if word_count(p) >= 6]
        for query in meeting["specific_query_list"]:
            spans = [(int(a), int(b)) for a, b in query["relevant_text_span"]]
            right = frozenset(i for i, (_, t) in enumerate(passages) if any(a <= t <= b for a, b in spans))
            if right:
                queries.append(("specific", query["query"], len(pools), right))
        pools.append([p for p, _ in passages])
    return TestSet("qmsum", pools, queries)


def by_kind(test: TestSet) -> dict[str, np.ndarray]:
    kinds = np.array([kind for kind, *_ in test.queries])
    several = {kind: kinds == kind for kind in dict.fromkeys(kinds)} if test.name.startswith("changelog") else {}
    return {"all": np.ones(len(kinds), bool), **several}
