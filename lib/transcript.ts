import type { Episode } from '../ingest/episode.ts';
import { minutesOf, recordingAt, timeOf } from '../ingest/time.ts';
import type { EpisodeOutline } from '../index/passage-index.ts';
import type { EpisodeSummary, Transcript } from './engine.ts';
import type { ShelfEpisode } from './shelf-episodes.ts';

/** An episode as lists show it; sections that hold no paragraph are left out. */
export function summaryOf({
  number,
  title,
  kind,
  guests,
  company,
  words,
  sections,
}: EpisodeOutline): EpisodeSummary {
  return {
    number,
    title,
    kind,
    guests: guests.map(({ name }) => name),
    company,
    words,
    minutes: minutesOf(words),
    sections,
  };
}

/** An episode to be read, section by section. */
export function transcriptOf(episode: ShelfEpisode): Transcript {
  return { ...summaryOf(episode.outline), host: episode.host?.name ?? null, body: bodyOf(episode) };
}

function bodyOf({ sections, turns, paragraphs, recording: address }: Episode): Transcript['body'] {
  const body = sections.map(({ slug, title, titled }): Transcript['body'][number] => ({
    slug,
    title,
    titled,
    paragraphs: [],
  }));
  let previousTurn = -1;
  for (const paragraph of paragraphs) {
    const { anchor, turn: turnAt, text } = paragraph;
    const turn = turns[turnAt];
    const section = turn && body[turn.section];
    if (!section) throw new RangeError(`The paragraph ${anchor} belongs to no section`);
    const recording = paragraph.seconds === null ? null : recordingAt(address, paragraph.seconds);
    section.paragraphs.push({
      anchor,
      number: section.paragraphs.length + 1,
      speaker: turn.speaker,
      role: turn.role,
      attribution: turn.attribution,
      opensTurn: turnAt !== previousTurn,
      text,
      time: timeOf(paragraph),
      ...(recording === null ? {} : { recording }),
    });
    previousTurn = turnAt;
  }
  return body.filter(({ paragraphs: held }) => held.length > 0);
}
