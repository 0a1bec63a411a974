import { copyFile, link, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Episode } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import type { BuildRequest } from '../build-request.ts';
import { embedAll } from '../embed-all.ts';
import type { VectorLog } from '../embed-all.ts';
import { syncPath } from '../generation-folders.ts';
import { unpackEpisode } from '../packed-episode.ts';
import { describeFile } from '../hash-file.ts';
import { damaged, indexFormat } from '../manifest.ts';
import type { Counts, Manifest } from '../passage-index.ts';
import { questionsOf } from '../segments/digest.ts';
import { planSegments } from '../segments/plan-segments.ts';
import type { SegmentPlan } from '../segments/plan-segments.ts';
import { VectorTable } from '../vectors/vector-table.ts';
import { GenerationVectors } from './known-vectors.ts';
import { withInferredTopics } from './inferred-topics.ts';
import type { OpenGeneration } from './open-generation.ts';
import { isOfSegment } from './segment-files.ts';
import type { StoredSegment } from './stored-segment.ts';
import { writeSegment } from './write-segment.ts';

export interface GenerationPlace {
  /** An empty folder. */
  folder: string;
  generation: string;
  /** Where episodes that stay, and vectors, are taken from. */
  live: OpenGeneration<StoredSegment> | null;
  log: VectorLog;
  fewestForGraph?: number;
}

/**
 * Writes the files of a generation: those of segments that stay are the very files of the live generation, under
 * another name. Returns the manifest, which is not written.
 */
export async function writeGeneration(request: BuildRequest, place: GenerationPlace): Promise<Manifest> {
  const { folder, generation, live } = place;
  const { embedder } = request;
  const plan = planFor(request, live);
  const content = await contentOf(request, plan, live);
  const files: Manifest['files'] = {};
  const segments = [...plan.kept];
  for (const { name } of plan.kept) Object.assign(files, await takeOver(name, folder, live));
  if (content.passages.length > 0 || content.episodes.length > 0) {
    const name = generation.replace(/^.*-/, '');
    await writeNewSegment({ name, content, kept: plan.kept }, request, place);
    Object.assign(files, await describeNew(folder, files));
    segments.push({ name, dead: [] });
  }
  return {
    format: indexFormat,
    generation,
    createdAt: new Date().toISOString(),
    model: { name: embedder.name, dimensions: embedder.dimensions, revision: embedder.revision },
    counts: countsOf(content, plan, live),
    sources: request.sources,
    segments,
    inputs: [...(request.inputs ?? [])],
    files,
  };
}

type Content = Pick<BuildRequest, 'episodes' | 'passages'>;

/** Throws `UserError` ('index-damaged') where an episode should stay that the live generation does not have. */
function planFor(
  { episodes, passages, unchanged }: BuildRequest,
  live: OpenGeneration<StoredSegment> | null,
): SegmentPlan {
  const replaced = new Set(episodes.map(({ number }) => number));
  const alive = new Set([...(unchanged ?? [])].filter((number) => !replaced.has(number)));
  const segments = (live?.segments ?? []).map(({ name, segment }, i) => ({
    name,
    episodes: new Map(segment.head.episodes.map((entry) => [entry.outline.number, entry.passages])),
    dead: new Set(live?.manifest.segments[i]?.dead),
  }));
  const missing = [...alive].find(
    (number) => !segments.some((segment) => segment.episodes.has(number) && !segment.dead.has(number)),
  );
  if (missing !== undefined) throw damaged(live?.files.folder ?? 'the index', `lacks episode ${missing}`);
  return planSegments(segments, alive, passages.length);
}

/** What is moved from segments that go, then what is new. */
async function contentOf(
  request: BuildRequest,
  plan: SegmentPlan,
  live: OpenGeneration<StoredSegment> | null,
): Promise<Content> {
  const episodes: Episode[] = [];
  const passages: Passage[] = [];
  for (const { name, episodes: numbers } of plan.moved) {
    const segment = live?.segments.find((one) => one.name === name)?.segment;
    const wanted = new Set(numbers);
    for (const { outline, firstPassage, passages: count } of segment?.head.episodes ?? []) {
      if (!segment || !wanted.has(outline.number)) continue;
      const packed = (await segment.episodes([outline.number])).get(outline.number);
      if (packed) episodes.push(unpackEpisode(packed));
      const ids = Array.from({ length: count }, (_, i) => firstPassage + i);
      const read = await segment.passages(ids);
      passages.push(...ids.flatMap((id) => read.get(id)?.passage ?? []));
    }
  }
  return { episodes: [...episodes, ...request.episodes], passages: [...passages, ...request.passages] };
}

/**
 * Takes the files of a segment over: they never change, so that two names for one file are as good as a copy. Throws
 * `UserError` ('index-damaged') where one is missing or of another length.
 */
async function takeOver(
  segment: string,
  folder: string,
  live: OpenGeneration<StoredSegment> | null,
): Promise<Manifest['files']> {
  if (!live) return {};
  const own = Object.entries(live.manifest.files).filter(([name]) => isOfSegment(name, segment));
  for (const [name] of own) {
    const from = await live.files.measure(name);
    const to = path.join(folder, name);
    // Not every file system has links.
    await link(from, to).catch(() => copyFile(from, to));
  }
  return Object.fromEntries(own);
}

async function writeNewSegment(
  { name, content, kept }: { name: string; content: Content; kept: SegmentPlan['kept'] },
  request: BuildRequest,
  { folder, live, log, fewestForGraph }: GenerationPlace,
): Promise<void> {
  const { embedder, onProgress, signal } = request;
  const { episodes, passages } = content;
  const questions = questionsOf(passages);
  const table = await embedAll(
    [...passages, ...questions].map(({ text }) => text),
    embedder,
    {
      known: live ? [await GenerationVectors.of(live.segments, live.files)] : [],
      log,
      onProgress: (done, total) => onProgress?.({ stage: 'embedding', done, total }),
      signal,
    },
  );
  onProgress?.({ stage: 'writing', done: 0, total: 0 });
  const { dimensions } = embedder;
  const vectors = {
    passages: new VectorTable(table.values.subarray(0, passages.length * dimensions), dimensions),
    questions: new VectorTable(table.values.subarray(passages.length * dimensions), dimensions),
  };
  const withTopics = await withInferredTopics(passages, vectors.passages, kept, live);
  await writeSegment({ episodes, passages: withTopics, questions }, vectors, {
    folder,
    name,
    fewestForGraph,
    onProgress: (done, total) => onProgress?.({ stage: 'linking', done, total }),
    signal,
  });
}

/** Makes the new files durable and describes them. */
async function describeNew(folder: string, known: Manifest['files']): Promise<Manifest['files']> {
  const files: Manifest['files'] = {};
  for (const name of (await readdir(folder)).sort()) {
    if (known[name]) continue;
    await syncPath(path.join(folder, name));
    files[name] = await describeFile(path.join(folder, name));
  }
  return files;
}

function countsOf(
  { episodes, passages }: Content,
  plan: SegmentPlan,
  live: OpenGeneration<StoredSegment> | null,
): Counts {
  const counts = {
    episodes: episodes.length,
    paragraphs: episodes.reduce((sum, episode) => sum + episode.paragraphs.length, 0),
    passages: passages.length,
    questions: questionsOf(passages).length,
  };
  for (const { name, dead } of plan.kept) {
    const { head } = live?.segments.find((one) => one.name === name)?.segment ?? {};
    for (const entry of head?.episodes ?? []) {
      if (dead.includes(entry.outline.number)) continue;
      counts.episodes++;
      counts.paragraphs += entry.paragraphs;
      counts.passages += entry.passages;
      counts.questions += entry.questions;
    }
  }
  return counts;
}
