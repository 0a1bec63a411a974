"""Which episodes train, which tune, and which are only reported on."""
import json
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32


@dataclass(frozen=True)
class Query:
    kind: str  # natural | paraphrase | keyword | theme
    text: str
    passage: str
    episode: str


def read_queries(file: Path) -> list[Query]:
    """Four queries a line, each written from one passage of one episode."""
    lines = map(json.loads, file.read_text(encoding="utf8").splitlines())
    return [Query(kind, text, line["passage"], line["episode"]) for line in lines for kind, text in line["queries"].items()]


def part_of(episode: str) -> str:
    """`train`, `tune` or `report` for an episode that has queries: by its id alone, so that it never changes."""
    share = crc32(episode.encode()) % 20
    return "train" if share < 10 else "tune" if share < 13 else "report"
