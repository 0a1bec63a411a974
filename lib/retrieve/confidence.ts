import { z } from 'zod';
import { quadraticSchema } from '../quadratic-logistic.ts';
import { asksAmount, statesAmount } from '../understand/amounts.ts';
import { contentWords, stem } from '../understand/terms.ts';
import type { Understanding } from '../understand/understand.ts';
import type { RerankCandidate } from './candidates.ts';
import { featureNames } from './features.ts';
import type { FeatureName } from './features.ts';
import type { Idf } from './idf.ts';
import { readingOf } from './reading.ts';
import type { ReadersCosines } from './readers-cosines.ts';

/** What tells whether a question is answered at all: nothing here is relative to the question's own best. */
export const evidenceNames = [
  // Of the best passage: its logit, and by how much it leads.
  'best',
  'lead',
  // The highest of the first three.
  'cosineScore',
  'coveredByAll',
  // What the question says and is not here: words of no language; by idf, what nothing found holds, and names that the best does not.
  'unknownWords',
  'unheld',
  'missingNames',
  'elsewhere',
  'asksAmount',
  'missingAmount',
  'terms',
  // By idf, what of the question the likeliest passages leave unsaid; the least of the first three.
  'unsaid',
  // How near a question comes that nobody answers, how near one that is answered, and which of them is nearer.
  'untold',
  'untoldLead',
  'told',
  'toldLead',
  // By how much the nearest that is answered is nearer than what has nothing to do with any shelf.
  'offTopicLead',
] as const;

const weightsSchema = quadraticSchema(evidenceNames.length);

export const confidenceSchema = z.object({
  evidence: z.array(z.enum(evidenceNames)).length(evidenceNames.length),
  /** Where readers wrote about the best passage, and where nobody did. */
  enriched: weightsSchema,
  bare: weightsSchema,
});

/** A passage with its score from the re-ranker. */
export interface Witness extends RerankCandidate {
  score: number;
}

/** Some three rare words. */
const mostMissing = 18;

/** Who asks at greater length tells a story. */
const mostTerms = 20;

/** Surer than this nothing is. */
const surest = 1e-3;

/** Questions with cosines below this ask something else. */
const farApart = 0.5;

/**
 * By how much a question that a reader wrote about a passage must be nearer than one that somebody asked, to say as
 * much: they write many, and not all as people ask.
 */
const clearlyNearer = 0.1;

/** The passages that are looked at closely. */
const witnessCount = 3;

/**
 * One value a name of `evidenceNames`. `readers`: the `readersCosines` of the best passages, as many as `neighbourhood`;
 * `offTopic`: the question's `offTopicCosine`.
 */
export function evidenceOf(
  bestFirst: readonly Witness[],
  understanding: Understanding,
  { idf, readers, offTopic }: { idf: Idf; readers: readonly ReadersCosines[]; offTopic: number },
): number[] {
  const looked = bestFirst.slice(0, witnessCount);
  const [first] = looked;
  const feature = ({ features }: Witness, name: FeatureName): number =>
    features[featureNames.indexOf(name)] ?? 0;
  const most = (name: FeatureName): number => Math.max(0, ...looked.map((witness) => feature(witness, name)));
  const wantsAmount = asksAmount(understanding.parts[0].text);
  const best = logit(first?.score ?? 0);
  const terms = [...new Set(understanding.parts.flatMap(({ topic }) => contentWords(topic)).map(stem))];
  // Where nobody has read the best passage, it may tell what others do not.
  const isRead = readingOf(bestFirst.map(({ found }) => found.passage)) === 'enriched';
  const nearest = (of: keyof ReadersCosines): number =>
    isRead ? Math.max(0, ...readers.map((one) => one[of])) : 0;
  const untold = nearest('untold');
  const written = isRead ? most('questionScore') - clearlyNearer : 0;
  const told = Math.max(nearest('asked'), written);
  const weighed = (stems: readonly string[]): number =>
    Math.min(
      mostMissing,
      stems.reduce((sum, term) => sum + idf(term), 0),
    );
  const evidence: Record<(typeof evidenceNames)[number], number> = {
    best,
    lead: best - logit(looked.at(-1)?.score ?? 0),
    cosineScore: most('cosineScore'),
    coveredByAll: most('coveredByAll'),
    unknownWords: Math.min(2, understanding.unknown.length),
    unheld: weighed(terms.filter((term) => !bestFirst.some(({ found }) => found.all.has(term)))),
    missingNames: weighed(
      [...new Set(understanding.names.map(stem))].filter((name) => !first?.found.all.has(name)),
    ),
    elsewhere: first ? feature(first, 'otherNamed') : 0,
    asksAmount: Number(wantsAmount),
    missingAmount: Number(wantsAmount && !statesAmount(first?.found.passage.text ?? '')),
    terms: Math.min(mostTerms, understanding.parts.flatMap(({ topic }) => contentWords(topic)).length) / 10,
    unsaid: Math.min(
      mostMissing,
      ...looked.map(({ found }) => weighed(terms.filter((term) => !found.said.has(term)))),
    ),
    untold: Math.max(0, untold - farApart),
    untoldLead: untold === 0 ? 0 : Math.max(0, untold - written),
    told,
    toldLead: told - untold,
    offTopicLead: isRead ? told - offTopic : 0,
  };
  return evidenceNames.map((name) => evidence[name]);
}

function logit(share: number): number {
  const inside = Math.min(1 - surest, Math.max(surest, share));
  return Math.log(inside / (1 - inside));
}
