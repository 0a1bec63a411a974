import type { Passage } from '../../ingest/passage.ts';
import type { SegmentPlan } from '../segments/plan-segments.ts';
import { episodesWrittenAbout, TopicInference, writtenAboutFirst } from '../topics/infer-topics.ts';
import type { VectorTable } from '../vectors/vector-table.ts';
import type { OpenGeneration } from './open-generation.ts';
import type { StoredSegment } from './stored-segment.ts';

/** The passages, those of episodes about which nothing is written with the topics of what is near to them. */
export async function withInferredTopics(
  passages: readonly Passage[],
  vectors: VectorTable,
  kept: SegmentPlan['kept'],
  live: OpenGeneration<StoredSegment> | null,
): Promise<Passage[]> {
  const written = episodesWrittenAbout(passages);
  if (passages.every(({ episode }) => written.has(episode))) return [...passages];
  const inference = new TopicInference(written);
  for (const { name, dead } of kept) {
    const segment = live?.segments.find((one) => one.name === name)?.segment;
    for (const { outline, firstPassage, passages: count, questions } of segment?.head.episodes ?? []) {
      if (!segment || questions === 0 || dead.includes(outline.number) || inference.isFull) continue;
      const ids = Array.from({ length: count }, (_, i) => firstPassage + i);
      const read = await segment.passages(ids);
      for (const id of ids) {
        const stored = read.get(id);
        if (stored) inference.learn(stored.passage, stored.vector);
      }
    }
  }
  const numbers = new Map(passages.map((passage, number) => [passage, number]));
  const result = [...passages];
  for (const passage of writtenAboutFirst(passages)) {
    const number = numbers.get(passage);
    if (number !== undefined) result[number] = inference.next(passage, vectors.at(number));
  }
  return result;
}
