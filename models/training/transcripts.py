"""Reads a folder of Markdown transcripts (`**Speaker:** text`, further paragraphs belong to the same speaker)."""
import re
from dataclasses import dataclass
from pathlib import Path

from text import clean

_SPEAKER = re.compile(r"^\*\*([^*]{1,60}?):\*\*\s*(.*)$")
_NOBODY = {"break", "outro", "sponsor"}


@dataclass(frozen=True)
class Turn:
    speaker: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.paragraphs)


@dataclass(frozen=True)
class Episode:
    """`id` is folder and file name, as in `podcast/the-changelog-583`."""

    id: str
    turns: tuple[Turn, ...]


def read_episodes(folder: Path) -> list[Episode]:
    """Every episode below `folder`, in the order of their ids; files without a conversation are left out."""
    files = sorted(folder.glob("*/*.md"))
    if not files:
        raise SystemExit(f"There are no transcripts (SHOW/EPISODE.md) in {folder}.")
    episodes = (Episode(f"{file.parent.name}/{file.stem}", tuple(_turns(file))) for file in files)
    return [episode for episode in episodes if len(episode.turns) >= 2]


def _turns(file: Path) -> list[Turn]:
    turns: list[Turn] = []
    speaker, paragraphs = "", []

    def close() -> None:
        cleaned = tuple(text for text in map(clean, paragraphs) if text)
        if not speaker or not cleaned or speaker.lower() in _NOBODY:
            return
        if turns and turns[-1].speaker == speaker:
            turns[-1] = Turn(speaker, turns[-1].paragraphs + cleaned)
        else:
            turns.append(Turn(speaker, cleaned))

    for line in file.read_text(encoding="utf8").splitlines():
        line = line.strip()
        if match := _SPEAKER.match(line):
            close()
            speaker, paragraphs = match.group(1).strip(), [match.group(2)] if match.group(2) else []
        elif line:
            paragraphs.append(line)
    close()
    return turns
