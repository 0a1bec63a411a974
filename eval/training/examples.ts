import { createHash } from 'node:crypto';
import type { Embedder } from '../../index/embedder.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import { candidatesFor } from '../../lib/retrieve/candidates.ts';
import type { RerankCandidate } from '../../lib/retrieve/candidates.ts';
import type { Shelf } from '../../lib/shelf.ts';
import { understand } from '../../lib/understand/understand.ts';
import type { Understanding } from '../../lib/understand/understand.ts';
import type { Config } from '../../lib/config.ts';
import { corpusConfig, openCorpus } from '../workbench.ts';
import type { Corpus } from '../workbench.ts';

/** One question asked, with what came back. */
export interface Example {
  /** Same for the same question, in whatever setting it is asked. */
  question: string;
  episode: number;
  understanding: Understanding;
  candidates: RerankCandidate[];
  /** Of each candidate, whether it answers; all false where what answers was taken away. */
  answers: boolean[];
  setting: Setting;
  /** Whether what answers is there to be found. */
  isAnswerable: boolean;
}

/** A question that readers wrote, with the paragraphs that it was written for. */
interface Written {
  text: string;
  episode: number;
  anchors: ReadonlySet<string>;
}

/** So many indexes are built, each without the questions that are asked of it. */
const folds = 4;

/** What a shelf knows about itself when the questions are asked. */
const settings = ['enriched', 'mixed', 'bare'] as const;
type Setting = (typeof settings)[number];

/**
 * Asks the enrichment questions of a shelf in which they do not stand: a third with all the others (left out by
 * folds), a third with those of every second episode, a third with none. Those of the first third are also asked
 * without what answers them: of the shelf without the episode, and of all that was found but the exchange, so that to
 * be unanswerable is learnt too.
 */
export async function* examples(
  { episodes, passages }: { episodes: readonly Episode[]; passages: readonly Passage[] },
  embedder: Embedder,
  { config, folder }: { config: Config; folder: string },
): AsyncGenerator<Example> {
  const written = writtenQuestions(passages);
  const inSetting = (setting: Setting): Written[] =>
    written.filter(({ text }) => settingOf(text) === setting);
  async function* askAll(
    corpus: Corpus,
    questions: readonly Written[],
    { setting, isAnswerable }: Pick<Example, 'setting' | 'isAnswerable'>,
  ) {
    const opened = await openCorpus(corpus, embedder, corpusConfig(config, corpus.name, folder));
    try {
      for (const question of questions)
        yield { ...(await ask(question, { shelf: opened.shelf, embedder })), setting, isAnswerable };
    } finally {
      await opened.close();
    }
  }
  for (const setting of settings) {
    for (let fold = 0; fold < (setting === 'bare' ? 1 : folds); fold++) {
      const corpus = {
        name: `training-${setting}-${fold}`,
        episodes,
        passages: passages.map((passage) => without(passage, setting, fold)),
      };
      const asked = inSetting(setting).filter(({ text }) => setting === 'bare' || foldOf(text) === fold);
      for await (const example of askAll(corpus, asked, { setting, isAnswerable: true })) {
        yield example;
        if (setting === 'enriched') yield withoutExchange(example);
      }
    }
  }
  for (const { number } of episodes) {
    const corpus = {
      name: `training-without-${number}`,
      episodes: episodes.filter((episode) => episode.number !== number),
      passages: passages.filter(({ episode }) => episode !== number),
    };
    const asked = inSetting('enriched').filter(({ episode }) => episode === number);
    if (asked.length > 0) yield* askAll(corpus, asked, { setting: 'enriched', isAnswerable: false });
  }
}

async function ask(
  { text, episode, anchors }: Written,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): Promise<Omit<Example, 'setting' | 'isAnswerable'>> {
  const understanding = understand(text, [], {}, shelf);
  const candidates = await candidatesFor(understanding, { shelf, embedder });
  const answers = candidates.map(({ found: { passage } }) =>
    passage.spans.some(({ anchor }) => anchors.has(anchor)),
  );
  return { question: text, episode, understanding, candidates, answers };
}

function withoutExchange(example: Example): Example {
  const right = example.candidates.filter((_, at) => example.answers[at]);
  const exchanges = new Set(right.map(({ found: { passage } }) => passage.exchange));
  const candidates = example.candidates.filter(
    ({ found: { passage } }) => passage.episode !== example.episode || !exchanges.has(passage.exchange),
  );
  return { ...example, candidates, answers: candidates.map(() => false), isAnswerable: false };
}

function writtenQuestions(passages: readonly Passage[]): Written[] {
  const anchors = new Map<string, { episode: number; anchors: Set<string> }>();
  for (const { episode, spans } of passages) {
    for (const { anchor, enrichment } of spans) {
      for (const text of enrichment ? [...enrichment.questions, ...enrichment.plain] : []) {
        const known = anchors.get(text) ?? { episode, anchors: new Set<string>() };
        known.anchors.add(anchor);
        anchors.set(text, known);
      }
    }
  }
  return [...anchors].map(([text, place]) => ({ text, ...place }));
}

/** The passage as this fold of this setting knows it. */
function without(passage: Passage, setting: Setting, fold: number): Passage {
  const isBare = setting === 'bare' || (setting === 'mixed' && (passage.episode + fold) % 2 === 0);
  const known = <T extends NonNullable<Passage['enrichment']>>(enrichment: T | null): T | null =>
    enrichment === null || isBare
      ? null
      : {
          ...enrichment,
          questions: enrichment.questions.filter((text) => foldOf(text) !== fold),
          plain: enrichment.plain.filter((text) => foldOf(text) !== fold),
        };
  return {
    ...passage,
    enrichment: known(passage.enrichment),
    spans: passage.spans.map((span) => ({ ...span, enrichment: known(span.enrichment) })),
  };
}

function foldOf(text: string): number {
  return numberOf(text) % folds;
}

/** Each question is asked in one setting. */
function settingOf(text: string): Setting | undefined {
  return settings[Math.floor(numberOf(text) / folds) % settings.length];
}

function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE();
}
