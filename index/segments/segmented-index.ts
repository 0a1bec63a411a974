import type { Episode } from '../../ingest/episode.ts';
import { unpackEpisode } from '../packed-episode.ts';
import type {
  Candidate,
  CandidateQuery,
  EpisodeOutline,
  IndexedPassage,
  Manifest,
  PackedEpisode,
  PassageIndex,
  StemsHeld,
  WordUse,
} from '../passage-index.ts';
import { queryStems } from '../text/query-stems.ts';
import { unionOfViews } from '../union-of-views.ts';
import { SegmentParts } from './segment-parts.ts';
import { stemsHeld } from './stems-held.ts';
import type { IndexSegment } from './segment.ts';
import { nearestPassages, nearestQuestions } from './vector-search.ts';
import type { QuestionHit } from './vector-search.ts';
import { assertVector } from '../vectors/vector-table.ts';
import { WordSearch } from './word-search.ts';
import { addUses } from './word-uses.ts';

/** `PassageIndex` over segments, wherever they are stored: finding and ranking are the same for every store. */
export class SegmentedIndex implements PassageIndex {
  private readonly parts: SegmentParts;
  private readonly words: WordSearch;

  constructor(
    readonly manifest: Manifest,
    readonly vectorDriver: PassageIndex['vectorDriver'],
    segments: readonly IndexSegment[],
  ) {
    this.parts = new SegmentParts(manifest, segments);
    this.words = new WordSearch(this.parts);
  }

  async candidates({ terms, vector, filter, limit }: CandidateQuery): Promise<Candidate[]> {
    assertVector(vector, this.manifest.model.dimensions);
    const most = Math.floor(limit);
    if (most < 1) return [];
    const stems = queryStems(terms);
    const allowed = this.parts.allowed(filter);
    const [text, context, passages, questions] = await Promise.all([
      this.words.search('text', stems, most, allowed),
      this.words.search('context', stems, most, allowed),
      nearestPassages(this.parts, vector, most, allowed),
      nearestQuestions(this.parts, vector, most, allowed),
    ]);
    const texts = await this.questionTexts(questions);
    return unionOfViews(
      { text, context, passage: passages },
      questions.map((hit) => ({
        id: hit.passage,
        score: hit.score,
        nearestQuestion: texts.get(hit),
        votes: hit.votes,
      })),
    );
  }

  private async questionTexts(hits: readonly QuestionHit[]): Promise<Map<QuestionHit, string | undefined>> {
    const texts = new Map<QuestionHit, string | undefined>();
    for (const part of this.parts.list) {
      const own = hits.filter((hit) => hit.part === part);
      if (own.length === 0) continue;
      const found = await part.segment.questionTexts(own.map(({ id }) => id));
      for (const hit of own) texts.set(hit, found.get(hit.id));
    }
    return texts;
  }

  async passages(ids: readonly number[]): Promise<IndexedPassage[]> {
    const unknown = ids.find((id) => !this.parts.isLive(id));
    if (unknown !== undefined) {
      throw new RangeError(`There is no passage ${unknown} in generation ${this.manifest.generation}`);
    }
    const found = new Map<number, IndexedPassage>();
    const wanted = [...new Set(ids)];
    for (const { segment, base, passages } of this.parts.list) {
      const own = wanted.filter((id) => id >= base && id < base + passages);
      if (own.length === 0) continue;
      for (const [number, { passage, vector }] of await segment.passages(own.map((id) => id - base))) {
        found.set(base + number, { ...passage, id: base + number, vector });
      }
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  stemsHeld(text: string): Promise<StemsHeld> {
    return stemsHeld(this.parts, queryStems([text]));
  }

  async passageIds(episode: number): Promise<number[]> {
    const found = this.parts.episodes.get(episode);
    if (!found) return [];
    const { part, entry } = found;
    return Array.from({ length: entry.passages }, (_, i) => part.base + entry.firstPassage + i);
  }

  async outlines(): Promise<EpisodeOutline[]> {
    return [...this.parts.episodes.values()]
      .map(({ entry }) => entry.outline)
      .sort((a, b) => a.number - b.number);
  }

  async episodes(): Promise<Episode[]> {
    const packed = [...(await this.packedEpisodes())].sort(([a], [b]) => a - b);
    return packed.map(([, episode]) => unpackEpisode(episode));
  }

  async episode(number: number): Promise<Episode | null> {
    const found = await this.parts.episodes.get(number)?.part.segment.episodes([number]);
    const packed = found?.get(number);
    return packed ? unpackEpisode(packed) : null;
  }

  async packedEpisodes(): Promise<Map<number, PackedEpisode>> {
    const packed = new Map<number, PackedEpisode>();
    for (const { segment, dead } of this.parts.list) {
      const numbers = segment.head.episodes.map(({ outline }) => outline.number);
      for (const [number, episode] of await segment.episodes(numbers.filter((one) => !dead.has(one)))) {
        packed.set(number, episode);
      }
    }
    return packed;
  }

  async vocabulary(): Promise<ReadonlyMap<string, WordUse>> {
    const [first, ...others] = await Promise.all(this.parts.list.map(({ segment }) => segment.words()));
    const sum = new Map(first);
    for (const uses of others) addUses(sum, uses);
    return sum;
  }

  async close(): Promise<void> {
    await Promise.all(this.parts.list.map(({ segment }) => segment.close()));
  }
}
