import { createHash } from 'node:crypto';
import type { Embedder } from '../../index/embedder.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { Enrichment, Passage } from '../../ingest/passage.ts';
import { candidatesFor } from '../../lib/retrieve/candidates.ts';
import type { RerankCandidate } from '../../lib/retrieve/candidates.ts';
import type { Idf } from '../../lib/retrieve/idf.ts';
import type { Shelf } from '../../lib/shelf.ts';
import { understand } from '../../lib/understand/understand.ts';
import type { Understanding } from '../../lib/understand/understand.ts';
import type { Config } from '../../lib/config.ts';
import { corpusConfig, openCorpus } from '../workbench.ts';
import type { Corpus } from '../workbench.ts';
import type { Unanswered } from './unanswered.ts';

/** One question asked, with what came back. */
export interface Example {
  /** Same for the same question, in whatever setting it is asked. */
  question: string;
  episode: number;
  understanding: Understanding;
  /** Of the shelf that was asked. */
  idf: Idf;
  candidates: RerankCandidate[];
  /** Of each candidate, whether it answers; all false where what answers was taken away. */
  answers: boolean[];
  setting: Setting;
  /** Whether what answers is there to be found, was taken away, or never was; or whether it has nothing to do with the shelf. */
  answer: 'there' | 'withdrawn' | 'never' | 'off topic';
}

/** What is asked: a question with the paragraphs that answer it. */
interface Asked {
  text: string;
  /** That it was written for; 0 where it belongs to none. */
  episode: number;
  anchors: ReadonlySet<string>;
}

interface Written extends Asked {
  reader: Reader;
}

/** Two readers wrote, apart from each other: one about each paragraph, the other about each point of it. */
const readers = ['paragraphs', 'points'] as const;
type Reader = (typeof readers)[number];

/** What a shelf knows about itself when the questions are asked. */
const settings = ['enriched', 'mixed', 'bare'] as const;
type Setting = (typeof settings)[number];

const nowhere: ReadonlySet<string> = new Set();

/**
 * Asks the questions of each reader of a shelf that knows the other's alone, as it will be asked by people who wrote
 * neither: a third of them with the other's for all episodes, a third with those for every second episode, a third with
 * none. Those of the first third are also asked without what answers them: of the shelf without the episode, and of all
 * that was found but the exchange; and so are questions that nobody on the shelf answers. That is how to be unanswerable
 * is learnt.
 */
export async function* examples(
  {
    episodes,
    passages,
    unanswered,
  }: { episodes: readonly Episode[]; passages: readonly Passage[]; unanswered: readonly Unanswered[] },
  embedder: Embedder,
  { config, folder }: { config: Config; folder: string },
): AsyncGenerator<Example> {
  const written = writtenQuestions(passages);
  const askedBy = (reader: Reader, setting: Setting): Written[] =>
    written.filter((question) => question.reader === reader && settingOf(question.text) === setting);
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
        if (setting === 'enriched') yield withoutExchange(example);
      }
      if (setting !== 'enriched') continue;
      for (const answer of ['never', 'off topic'] as const) {
        const asked = unanswered.filter(({ kind }) => (kind === 'off') === (answer === 'off topic'));
        const questions = asked.map(({ question, episode }) => ({
          text: question,
          episode,
          anchors: nowhere,
        }));
        yield* askAll(corpus, questions, { setting, answer });
      }
      for (const { number } of episodes) {
        const asked = askedBy(reader, setting).filter(({ episode }) => episode === number);
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
  { text, episode, anchors }: Asked,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): Promise<Omit<Example, 'setting' | 'answer'>> {
  const understanding = understand(text, [], {}, shelf);
  const candidates = await candidatesFor(understanding, { shelf, embedder });
  const answers = candidates.map(({ found: { passage } }) =>
    passage.spans.some(({ anchor }) => anchors.has(anchor)),
  );
  return { question: text, episode, understanding, idf: shelf.idf, candidates, answers };
}

function withoutExchange(example: Example): Example {
  const right = example.candidates.filter((_, at) => example.answers[at]);
  const exchanges = new Set(right.map(({ found: { passage } }) => passage.exchange));
  const candidates = example.candidates.filter(
    ({ found: { passage } }) => passage.episode !== example.episode || !exchanges.has(passage.exchange),
  );
  return { ...example, candidates, answers: candidates.map(() => false), answer: 'withdrawn' };
}

function writtenQuestions(passages: readonly Passage[]): Written[] {
  const found = new Map<string, { reader: Reader; episode: number; anchors: Set<string> }>();
  for (const { episode, spans } of passages) {
    for (const { anchor, enrichment } of spans) {
      for (const reader of readers) {
        for (const text of questionsBy(reader, enrichment)) {
          const known = found.get(text) ?? { reader, episode, anchors: new Set<string>() };
          known.anchors.add(anchor);
          found.set(text, known);
        }
      }
    }
  }
  return [...found].map(([text, place]) => ({ text, ...place }));
}

function questionsBy(reader: Reader, enrichment: Enrichment | null): string[] {
  if (enrichment === null) return [];
  return reader === 'paragraphs'
    ? [...enrichment.questions, ...enrichment.plain]
    : enrichment.points.flatMap(({ questions }) => questions);
}

/** The passage as it is known where a reader's questions are asked. */
function without(passage: Passage, setting: Setting, reader: Reader): Passage {
  const isBare =
    setting === 'bare' || (setting === 'mixed' && (passage.episode + readers.indexOf(reader)) % 2 === 0);
  const known = (enrichment: Enrichment | null): Enrichment | null => {
    if (enrichment === null || isBare) return null;
    return reader === 'points' ? { ...enrichment, points: [] } : { ...enrichment, questions: [], plain: [] };
  };
  return {
    ...passage,
    enrichment: known(passage.enrichment),
    spans: passage.spans.map((span) => ({ ...span, enrichment: known(span.enrichment) })),
  };
}

/** Each question is asked in one setting. */
function settingOf(text: string): Setting | undefined {
  return settings[createHash('sha256').update(text).digest().readUInt32BE() % settings.length];
}
