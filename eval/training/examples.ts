import { createHash } from 'node:crypto';
import type { Embedder } from '../../index/embedder.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { Enrichment } from '../../ingest/enrichment.ts';
import type { Passage } from '../../ingest/passage.ts';
import { candidatesFor } from '../../lib/retrieve/candidates.ts';
import type { RerankCandidate } from '../../lib/retrieve/candidates.ts';
import type { Idf } from '../../lib/retrieve/idf.ts';
import type { Shelf } from '../../lib/shelf.ts';
import { untoldCosines } from '../../lib/retrieve/untold.ts';
import { understand } from '../../lib/understand/understand.ts';
import type { Understanding } from '../../lib/understand/understand.ts';
import type { Config } from '../../lib/config.ts';
import { corpusConfig, openCorpus } from '../workbench.ts';
import type { Corpus } from '../workbench.ts';

/** One question asked, with what came back. */
export interface Example {
  /** Same for the same question, in whatever setting it is asked. */
  question: string;
  /** Where its answers are, by number; none where there are none. */
  episodes: ReadonlySet<number>;
  understanding: Understanding;
  /** Of the shelf that was asked. */
  idf: Idf;
  candidates: RerankCandidate[];
  /** Of each candidate, whether it answers; all false where what answers was taken away. */
  answers: boolean[];
  /** Of each candidate, how near another question comes that nobody answers. */
  untold: number[];
  setting: Setting;
  /** Whether what answers is there to be found, was taken away, or never was; or whether it has nothing to do with the shelf. */
  answer: 'there' | 'withdrawn' | 'never' | 'off topic';
}

/** What is asked: a question with the paragraphs that answer it. */
interface Asked {
  text: string;
  /** Of the paragraphs, by number. */
  episodes: ReadonlySet<number>;
  anchors: ReadonlySet<string>;
}

interface Written extends Asked {
  reader: Reader;
}

/** Who wrote apart from each other: about each paragraph, about each point of it, and about what guests share. */
const readers = ['paragraphs', 'points', 'themes'] as const;
type Reader = (typeof readers)[number];

/** What a shelf knows about itself when the questions are asked. */
const settings = ['enriched', 'mixed', 'bare'] as const;
type Setting = (typeof settings)[number];

/**
 * Asks the questions of each reader of a shelf that knows the others' alone, as it will be asked by people who wrote
 * none: a third of them with the others' for all episodes, a third with those for every second episode, a third with
 * none. Those of the first third are also asked without what answers them: of the shelf without the episode, and of all
 * that was found but the exchanges; and so are questions that nobody on the shelf answers. That is how to be unanswerable
 * is learnt. One question `oneIn` so many is asked at all.
 */
export async function* examples(
  {
    episodes,
    passages,
    offTopic,
  }: { episodes: readonly Episode[]; passages: readonly Passage[]; offTopic: readonly string[] },
  embedder: Embedder,
  { config, folder, oneIn }: { config: Config; folder: string; oneIn: number },
): AsyncGenerator<Example> {
  const written = writtenQuestions(passages);
  const askedBy = (reader: Reader, setting: Setting): Written[] =>
    written.filter((question) => question.reader === reader && settingOf(question.text, oneIn) === setting);
  async function* askAll(
    corpus: Corpus,
    questions: readonly Asked[],
    { setting, answer }: Pick<Example, 'setting' | 'answer'>,
  ) {
    const opened = await openCorpus(corpus, embedder, corpusConfig(config, corpus.name, folder));
    try {
      for (const question of questions)
        yield { ...(await ask(question, { shelf: opened.shelf, embedder })), setting, answer };
    } finally {
      await opened.close();
    }
  }
  for (const reader of readers) {
    for (const setting of settings) {
      const known = passages.map((passage) => without(passage, setting, reader));
      const corpus = { name: `training-${setting}-${reader}`, episodes, passages: known };
      for await (const example of askAll(corpus, askedBy(reader, setting), {
        setting,
        answer: 'there',
      })) {
        yield example;
        if (setting === 'enriched') yield withoutExchanges(example);
      }
      if (setting !== 'enriched') continue;
      yield* askAll(corpus, untoldQuestions(passages).map(unanswerable), { setting, answer: 'never' });
      yield* askAll(corpus, offTopic.map(unanswerable), { setting, answer: 'off topic' });
      for (const { number } of episodes) {
        const asked = askedBy(reader, setting).filter((question) => isOnlyIn(number, question));
        if (asked.length === 0) continue;
        const others = {
          name: `training-without-${number}-${reader}`,
          episodes: episodes.filter((episode) => episode.number !== number),
          passages: known.filter(({ episode }) => episode !== number),
        };
        yield* askAll(others, asked, { setting, answer: 'withdrawn' });
      }
    }
  }
}

async function ask(
  { text, episodes, anchors }: Asked,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): Promise<Omit<Example, 'setting' | 'answer'>> {
  const understanding = understand(text, [], {}, shelf);
  const candidates = await candidatesFor(understanding, { shelf, embedder });
  const answers = candidates.map(({ found: { passage } }) =>
    passage.spans.some(({ anchor }) => anchors.has(anchor)),
  );
  const untold = await untoldCosines(
    candidates.map(({ found }) => found),
    understanding,
    embedder,
    text,
  );
  return { question: text, episodes, understanding, idf: shelf.idf, candidates, answers, untold };
}

function withoutExchanges(example: Example): Example {
  const exchangeOf = ({ found: { passage } }: RerankCandidate): string =>
    `${passage.episode} ${passage.exchange}`;
  const right = new Set(example.candidates.filter((_, at) => example.answers[at]).map(exchangeOf));
  const isLeft = example.candidates.map((candidate) => !right.has(exchangeOf(candidate)));
  const candidates = example.candidates.filter((_, at) => isLeft[at]);
  return {
    ...example,
    candidates,
    answers: candidates.map(() => false),
    untold: example.untold.filter((_, at) => isLeft[at]),
    answer: 'withdrawn',
  };
}

function writtenQuestions(passages: readonly Passage[]): Written[] {
  const found = new Map<string, { reader: Reader; episodes: Set<number>; anchors: Set<string> }>();
  for (const { episode, spans } of passages) {
    for (const { anchor, enrichment } of spans) {
      for (const reader of readers) {
        for (const text of questionsBy(reader, enrichment)) {
          const known = found.get(text) ?? { reader, episodes: new Set(), anchors: new Set() };
          known.episodes.add(episode);
          known.anchors.add(anchor);
          found.set(text, known);
        }
      }
    }
  }
  return [...found].map(([text, place]) => ({ text, ...place }));
}

function untoldQuestions(passages: readonly Passage[]): string[] {
  return [...new Set(passages.flatMap(({ enrichment }) => enrichment?.untold ?? []))];
}

function unanswerable(text: string): Asked {
  return { text, episodes: new Set(), anchors: new Set() };
}

function isOnlyIn(episode: number, { episodes }: Asked): boolean {
  return episodes.size === 1 && episodes.has(episode);
}

function questionsBy(reader: Reader, enrichment: Enrichment | null): string[] {
  if (enrichment === null) return [];
  const { questions, plain, points, themes } = enrichment;
  if (reader === 'paragraphs') return [...questions, ...plain];
  return reader === 'points' ? points.flatMap((point) => point.questions) : themes;
}

/** The passage as it is known where a reader's questions are asked. */
function without(passage: Passage, setting: Setting, reader: Reader): Passage {
  const isBare =
    setting === 'bare' || (setting === 'mixed' && (passage.episode + readers.indexOf(reader)) % 2 === 0);
  const unread = { paragraphs: { questions: [], plain: [] }, points: { points: [] }, themes: { themes: [] } };
  const known = (enrichment: Enrichment | null): Enrichment | null =>
    enrichment === null || isBare ? null : { ...enrichment, ...unread[reader] };
  return {
    ...passage,
    enrichment: known(passage.enrichment),
    spans: passage.spans.map((span) => ({ ...span, enrichment: known(span.enrichment) })),
  };
}

/** Each question is asked in one setting, or in none. */
function settingOf(text: string, oneIn: number): Setting | undefined {
  const drawn = createHash('sha256').update(text).digest().readUInt32BE();
  return settings[drawn % (settings.length * oneIn)];
}
