import { LRUCache } from 'lru-cache';
import { cosineOf } from '../../index/vectors/votes.ts';
import { words } from '../../index/words.ts';
import { contentWords, stem } from '../understand/terms.ts';
import type { Understanding } from '../understand/understand.ts';
import type { Gathered } from './gather.ts';
import type { Idf } from './idf.ts';
import type { Nearness } from './late-interaction.ts';
import { aroundEach } from './around.ts';

/** What the re-ranker looks at; its weights are in this order. */
export const featureNames = [
  // Each view's score: over the best of the question, and as it is (BM25: of the most that the words can bring).
  'text',
  'textScore',
  'textRank',
  'context',
  'contextScore',
  'contextRank',
  'question',
  'questionScore',
  'questionRank',
  // What the questions about the passage count: of what all count, as its logarithm, and as a cosine.
  'voteShare',
  'voteOrder',
  'voteScore',
  'cosineScore',
  'cosineDeviation',
  'cosineRank',
  'topicCosine',
  // Of the topic's terms, weighed by idf: the share that stands in the passage, with its context, in the nearest question.
  'coveredByText',
  'coveredByAll',
  'coveredByQuestion',
  // How near the topic's words come to those of the passage, and to those with its context.
  'lateText',
  'lateTextDeviation',
  'lateAll',
  'lateAllDeviation',
  // The fused score, and what stands around the passage.
  'base',
  'before',
  'after',
  'exchange',
  'episode',
  // Who is asked about.
  'named',
  'otherNamed',
  'speakerNamed',
  'host',
  'hostNamed',
  // What kind of passage it is.
  'length',
  'short',
  'introduction',
  'asks',
] as const;
export type FeatureName = (typeof featureNames)[number];

/** Of the votes: less makes no difference. */
const leastShare = 1e-4;

/** A passage of fewer words is rarely an answer. */
const shortPassage = 25;

/** One row a candidate, in the order of `featureNames`; most values lie in [0, 1]. */
export function featuresOf(
  gathered: readonly Gathered[],
  late: readonly Nearness[],
  understanding: Understanding,
  idf: Idf,
): Float64Array[] {
  const named = understanding.episodes;
  const people = understanding.entities.filter(({ kind }) => kind === 'guest' || kind === 'host');
  const speakers = new Set(people.map(({ name }) => name));
  const hostNamed = people.some(({ kind }) => kind === 'host');
  const coverage = coverageOf(understanding, idf);
  const text = relative(gathered.map(({ views }) => views.text ?? 0));
  const context = relative(gathered.map(({ views }) => views.context ?? 0));
  const question = relative(gathered.map(({ views }) => views.question ?? 0));
  const cosine = relative(gathered.map((each) => each.cosine));
  const lateText = relative(late.map(({ said }) => said));
  const lateAll = relative(late.map(({ all }) => all));
  const around = aroundEach(gathered);
  const votes = gathered.map((each) => each.votes.reduce((sum, vote) => sum + vote, 0));
  const allVotes = votes.reduce((sum, vote) => sum + vote, 0);
  return gathered.map(({ passage, said, all, views, base, topicCosine, nearestQuestion }, i) => {
    const voteShare = allVotes === 0 ? 0 : (votes[i] ?? 0) / allVotes;
    const isHost = passage.role === 'host';
    const features: Record<FeatureName, number> = {
      text: text.share[i] ?? 0,
      textScore: views.text ?? 0,
      textRank: text.rank[i] ?? 0,
      context: context.share[i] ?? 0,
      contextScore: views.context ?? 0,
      contextRank: context.rank[i] ?? 0,
      question: question.share[i] ?? 0,
      questionScore: views.question ?? 0,
      questionRank: question.rank[i] ?? 0,
      voteShare,
      voteOrder: Math.log10(voteShare + leastShare) / 4 + 1,
      voteScore: cosineOf(votes[i] ?? 0),
      cosineScore: gathered[i]?.cosine ?? 0,
      cosineDeviation: cosine.deviation[i] ?? 0,
      cosineRank: cosine.rank[i] ?? 0,
      topicCosine,
      coveredByText: coverage(said),
      coveredByAll: coverage(all),
      coveredByQuestion: coverage(stemsOf(nearestQuestion ?? '')),
      lateText: late[i]?.said ?? 0,
      lateTextDeviation: lateText.deviation[i] ?? 0,
      lateAll: late[i]?.all ?? 0,
      lateAllDeviation: lateAll.deviation[i] ?? 0,
      base,
      before: around[i]?.before ?? 0,
      after: around[i]?.after ?? 0,
      exchange: around[i]?.exchange ?? 0,
      episode: around[i]?.episode ?? 0,
      named: Number(named.has(passage.episode)),
      otherNamed: Number(named.size > 0 && !named.has(passage.episode)),
      speakerNamed: Number(passage.speaker !== null && speakers.has(passage.speaker)),
      host: Number(isHost),
      hostNamed: Number(isHost && hostNamed),
      length: Math.log1p(said.size) / 5,
      short: Number(said.size < shortPassage),
      introduction: Number(passage.exchange === 0),
      asks: Number(passage.text.trimEnd().endsWith('?')),
    };
    return Float64Array.from(featureNames, (name) => features[name]);
  });
}

/** The share of the topic's terms, by idf, that a set of stems holds; for a question of several parts, by their weight. */
function coverageOf(
  { parts }: Pick<Understanding, 'parts'>,
  idf: Idf,
): (stems: ReadonlySet<string>) => number {
  const asked = parts.map(({ topic, weight }) => {
    const terms = [...new Set(contentWords(topic).map(stem))].map((term) => ({ term, idf: idf(term) }));
    const total = terms.reduce((sum, term) => sum + term.idf, 0);
    return { terms, share: total === 0 ? 0 : weight / total };
  });
  return (stems) => {
    let covered = 0;
    for (const { terms, share } of asked) {
      for (const { term, idf: weight } of terms) if (stems.has(term)) covered += share * weight;
    }
    return covered;
  };
}

/** Of the questions that were near to those asked last. */
const questionStems = new LRUCache<string, ReadonlySet<string>>({ max: 5000 });

function stemsOf(question: string): ReadonlySet<string> {
  let stems = questionStems.get(question);
  if (!stems) {
    stems = new Set(words(question).map(stem));
    questionStems.set(question, stems);
  }
  return stems;
}

/** Scores within one question: over the best, as half-lives of the rank, and as quarters of standard deviations. */
function relative(scores: readonly number[]): { share: number[]; rank: number[]; deviation: number[] } {
  const most = Math.max(1e-6, ...scores);
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, scores.length);
  const rank = new Array<number>(scores.length).fill(0);
  scores
    .map((score, at) => ({ score, at }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .forEach(({ score, at }, place) => {
      rank[at] = score > 0 ? 1 / (1 + place / 3) : 0;
    });
  return {
    share: scores.map((score) => score / most),
    rank,
    deviation: scores.map((score) => (score - mean) / (4 * Math.sqrt(variance) + 1e-6)),
  };
}
