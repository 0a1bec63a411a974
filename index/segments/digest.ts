import type { Episode } from '../../ingest/episode.ts';
import { queriesOf } from '../../ingest/enrichment.ts';
import type { Passage } from '../../ingest/passage.ts';
import type { EpisodeOutline, WordUse } from '../passage-index.ts';
import { PostingsWriter } from '../text/postings.ts';
import { TextStemmer } from '../text/stems.ts';
import { Capitals } from './capitals.ts';
import { contextOf } from './context.ts';
import type { SegmentEpisode, SegmentHead } from './segment.ts';
import { wordUsesOf } from './word-uses.ts';

/** A query that a passage answers, as somebody would type it. */
export interface StoredQuestion {
  /** Number of the passage, and which of its spans it was written about. */
  passage: number;
  span: number;
  text: string;
}

/** What a segment is made of: the passages of its episodes in order, numbered by position. */
export interface SegmentContent {
  episodes: readonly Episode[];
  passages: readonly Passage[];
  questions: readonly StoredQuestion[];
}

/** What searching a segment's words needs, made from its content. */
export interface SegmentDigest {
  head: SegmentHead;
  text: PostingsWriter;
  context: PostingsWriter;
  words: Map<string, WordUse>;
}

/** The enrichment questions and re-wordings of passages numbered by position; none where there is no enrichment. */
export function questionsOf(passages: readonly Passage[]): StoredQuestion[] {
  return passages.flatMap(({ spans }, passage) =>
    spans.flatMap(({ enrichment }, span) => queriesOf(enrichment).map((text) => ({ passage, span, text }))),
  );
}

/** Throws `RangeError` where the passages of an episode do not stand together, or belong to none. */
export function digest({ episodes, passages, questions }: SegmentContent): SegmentDigest {
  const stemmer = new TextStemmer();
  const text = new PostingsWriter();
  const context = new PostingsWriter();
  const speakers = new Map<string, number>();
  const columns = {
    speaker: new Uint32Array(passages.length),
    textLength: new Uint32Array(passages.length),
    contextLength: new Uint32Array(passages.length),
    questionPassage: Uint32Array.from(questions, ({ passage }) => passage),
    questionSpan: Uint32Array.from(questions, ({ span }) => span),
  };
  passages.forEach((passage, number) => {
    const { speaker } = passage;
    if (speaker !== null && !speakers.has(speaker)) speakers.set(speaker, speakers.size + 1);
    columns.speaker[number] = (speaker !== null && speakers.get(speaker)) || 0;
    const textStems = stemmer.stems(passage.text);
    const contextStems = stemmer.stems(contextOf(passage));
    text.add(number, textStems);
    context.add(number, contextStems);
    columns.textLength[number] = textStems.length;
    columns.contextLength[number] = contextStems.length;
  });
  const head = {
    speakers: [...speakers.keys()],
    episodes: placed({ episodes, passages, questions }),
    columns,
  };
  return { head, text, context, words: wordUsesOf(episodes, passages) };
}

/** Where the passages of each episode are. */
function placed({ episodes, passages, questions }: SegmentContent): SegmentEpisode[] {
  const places = new Map(
    episodes.map(({ number }) => [number, { firstPassage: 0, passages: 0, questions: 0 }] as const),
  );
  const placeOf = (passage: number): { firstPassage: number; passages: number; questions: number } => {
    const episode = passages[passage]?.episode;
    const place = episode === undefined ? undefined : places.get(episode);
    if (!place) throw new RangeError(`the passage ${passage} belongs to no episode that is there`);
    return place;
  };
  for (let number = 0; number < passages.length; number++) {
    const place = placeOf(number);
    if (place.passages === 0) place.firstPassage = number;
    if (place.firstPassage + place.passages !== number) {
      throw new RangeError(`the passage ${number} stands apart from others of its episode`);
    }
    place.passages++;
  }
  for (const { passage } of questions) placeOf(passage).questions++;
  return episodes.flatMap((episode) => {
    const place = places.get(episode.number);
    return place ? [{ outline: outlineOf(episode), paragraphs: episode.paragraphs.length, ...place }] : [];
  });
}

export function outlineOf(episode: Episode): EpisodeOutline {
  const { number, slug, title, kind, host, cohosts, guests, company, date, recording, words, source } =
    episode;
  const firstAnchors = new Map<number, string>();
  for (const { turn, anchor } of episode.paragraphs) {
    const section = episode.turns[turn]?.section;
    if (section !== undefined && !firstAnchors.has(section)) firstAnchors.set(section, anchor);
  }
  return {
    ...{ number, slug, title, kind, host, guests, company, date, recording, words, source },
    ...(cohosts && { cohosts }),
    sections: episode.sections.flatMap((section, i) => {
      const firstAnchor = firstAnchors.get(i);
      return firstAnchor === undefined ? [] : [{ ...section, firstAnchor }];
    }),
    names: new Capitals(episode).names(),
  };
}
