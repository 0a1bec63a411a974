import { LRUCache } from 'lru-cache';
import type { IndexSegment, SegmentHead, StoredPassage, VectorView, WordView } from '../segments/segment.ts';
import type { PackedEpisode, WordUse } from '../passage-index.ts';
import { PostingsReader } from '../text/postings-file.ts';
import type { PostingList } from '../text/postings.ts';
import { ExactVectors } from '../vectors/exact-vectors.ts';
import { HnswGraph } from '../vectors/hnsw-graph.ts';
import { HnswVectors } from '../vectors/hnsw-vectors.ts';
import { QuantisedVectors } from '../vectors/quantised-vectors.ts';
import type { Neighbour, VectorIndex } from '../vectors/vector-index.ts';
import { segmentFileName } from './segment-files.ts';
import { StoredSegment, understood } from './stored-segment.ts';
import type { VerifiedFiles } from './verified-files.ts';
import { readWords } from './words-file.ts';

/** About 3 MB: every question of a small shelf, and of a large one those near to what is asked again and again. */
const mostQuestionsKept = 20_000;

/**
 * A segment in the files of a generation, ready to be searched: what every search needs is held in memory, verified.
 * All damage throws `UserError` ('index-damaged').
 */
export class DiskSegment implements IndexSegment {
  private readonly questions = new LRUCache<number, string>({ max: mostQuestionsKept });

  private constructor(
    private readonly name: string,
    private readonly files: VerifiedFiles,
    private readonly stored: StoredSegment,
    private readonly postingsOf: Record<WordView, PostingsReader>,
    private readonly vectorsOf: Record<VectorView, VectorIndex>,
  ) {}

  static async open(name: string, files: VerifiedFiles): Promise<DiskSegment> {
    const postings = (file: 'textPostings' | 'contextPostings'): Promise<PostingsReader> =>
      understood(
        name,
        files,
        file,
        async () => new PostingsReader(await files.read(segmentFileName(name, file))),
      );
    const opening = StoredSegment.open(name, files);
    try {
      // All at once, and the largest first: a thread that also loads a model comes back to each of them late.
      const [passages, questions, text, context, stored] = await Promise.all([
        readRounded(name, files, 'passage'),
        readRounded(name, files, 'question'),
        postings('textPostings'),
        postings('contextPostings'),
        opening,
      ]);
      const vectors = {
        passage: await openVectors(name, files, { view: 'passage', stored, rounded: passages }),
        question: await openVectors(name, files, { view: 'question', stored, rounded: questions }),
      };
      return new DiskSegment(name, files, stored, { text, context }, vectors);
    } catch (error) {
      const [stored] = await Promise.allSettled([opening]);
      if (stored.status === 'fulfilled') await stored.value.close();
      throw error;
    }
  }

  get head(): SegmentHead {
    return this.stored.head;
  }

  async postings(view: WordView, stems: readonly string[]): Promise<(PostingList | null)[]> {
    return stems.map((stem) => this.postingsOf[view].find(stem));
  }

  async nearest(
    view: VectorView,
    vector: Float32Array,
    k: number,
    allowed?: readonly number[],
  ): Promise<Neighbour[]> {
    return this.vectorsOf[view].search(vector, k, allowed);
  }

  passages(numbers: readonly number[]): Promise<Map<number, StoredPassage>> {
    return this.stored.passages(numbers);
  }

  async questionTexts(numbers: readonly number[]): Promise<Map<number, string>> {
    const texts = new Map<number, string>();
    for (const number of numbers) {
      const kept = this.questions.get(number);
      if (kept !== undefined) texts.set(number, kept);
    }
    const missing = numbers.filter((number) => !texts.has(number));
    for (const [number, text] of this.stored.questionTexts(missing)) {
      this.questions.set(number, text);
      texts.set(number, text);
    }
    return texts;
  }

  episodes(numbers: readonly number[]): Promise<Map<number, PackedEpisode>> {
    return this.stored.episodes(numbers);
  }

  async words(): Promise<Map<string, WordUse>> {
    return readWords((await this.files.read(segmentFileName(this.name, 'words'))).toString());
  }

  verifyRecords(): void {
    this.stored.verifyRecords();
  }

  close(): Promise<void> {
    return this.stored.close();
  }
}

function readRounded(name: string, files: VerifiedFiles, view: VectorView): Promise<QuantisedVectors> {
  const file = segmentFileName(name, `${view}Rounded`);
  const { dimensions } = files.manifest.model;
  return understood(name, files, `${view}Rounded`, () =>
    QuantisedVectors.read(QuantisedVectors.sizeOf(files.bytes(file), dimensions), dimensions, (room) =>
      files.readInto(file, room),
    ),
  );
}

/** Of the questions about a passage a search finds the nearest, and what they count for each of its spans. */
async function openVectors(
  name: string,
  files: VerifiedFiles,
  { view, stored, rounded }: { view: VectorView; stored: StoredSegment; rounded: QuantisedVectors },
): Promise<VectorIndex> {
  const { speaker, questionPassage, questionSpan } = stored.head.columns;
  const groups = view === 'question' ? { group: questionPassage, part: questionSpan } : null;
  const expected = groups ? questionPassage.length : speaker.length;
  const graphFile = segmentFileName(name, `${view}Graph`);
  const rows = stored.vectors[view];
  return understood(name, files, `${view}Rounded`, async () => {
    if (rounded.size !== expected)
      throw new RangeError(`${rounded.size} vectors where ${expected} were written`);
    if (!files.has(graphFile)) return new ExactVectors(rounded, rows, groups);
    const graph = await understood(name, files, `${view}Graph`, async () =>
      HnswGraph.fromBytes(await files.read(graphFile)),
    );
    return new HnswVectors(graph, rounded, rows, groups);
  });
}
