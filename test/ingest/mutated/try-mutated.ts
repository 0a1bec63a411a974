import { parseTranscript } from '../../../ingest/read-transcripts.ts';
import type { ParsedDraft } from '../../../ingest/parse-draft.ts';
import { UserError } from '../../../ingest/user-error.ts';
import { below, oneOf, randomNumbers } from '../../../eval/random-numbers.ts';
import type { Random } from '../../../eval/random-numbers.ts';
import { draftOf, faultsOfBlocks, faultsOfEpisode } from '../parsed.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateTalk } from './mutate-talk.ts';
import { renderEpisodes, renderings, renderPdf } from './render-talk.ts';
import { faultsOfMarks, faultsOfOwners, faultsOfWords } from './what-is-lost.ts';
import type { Read } from './what-is-lost.ts';
import { talkOf } from './talk.ts';

export interface Tried {
  /** What was done to which format. */
  what: string;
  /** Whether it was read; else it was refused with a reason. */
  isRead: boolean;
  /** What must not happen. */
  faults: string[];
}

interface Mutated {
  what: string;
  bytes: Uint8Array;
  /** What is wrong with what was read, by what is known of the file without having read it. */
  faultsOf: (read: Read) => string[];
}

/** Mutates a transcript by a seed and reads it. Throws where reading does anything but succeed or say what is wrong. */
export async function tryMutated(seed: number): Promise<Tried> {
  const random = randomNumbers(seed);
  const { what, bytes, faultsOf } = oneOf(
    [mutatedTalk, mutatedTalk, mutatedBytes, mutatedEpisodes],
    random,
  )(random);
  let parsed: ParsedDraft;
  try {
    parsed = await parseTranscript(bytes, 'talk-7');
  } catch (error) {
    if (error instanceof UserError && error.code === 'bad-transcript')
      return { what, isRead: false, faults: [] };
    throw error;
  }
  const { text } = await draftOf(bytes);
  const faults = [...faultsOfBlocks(text, parsed.blocks), ...faultsOf({ ...parsed, text })];
  for (const episode of parsed.episodes) faults.push(...(await faultsOfEpisode(episode)));
  return {
    what,
    isRead: true,
    faults: faults.map((fault) => `seed ${seed}, ${what}: ${fault.slice(0, 300)}`),
  };
}

/** A conversation that is odd, but written well. */
function mutatedTalk(random: Random): Mutated {
  const [format, render] = oneOf(Object.entries(renderings), random);
  const first = mutateTalk(talkOf(7, random), random);
  const { talk, how } = random() < 0.5 ? first : mutateTalk(first.talk, random);
  return {
    what: `${format}: ${how}`,
    bytes: render(talk),
    faultsOf: (read) => faultsOfWords(format, talk, read),
  };
}

/** A file that was damaged. */
function mutatedBytes(random: Random): Mutated {
  const [format, render] = oneOf([...Object.entries(renderings), ['PDF', renderPdf] as const], random);
  const { bytes, how } = mutateBytes(render(talkOf(7, random)), random);
  return {
    what: `${format}: ${how}`,
    bytes,
    faultsOf: (read) => faultsOfMarks(format, bytes, read),
  };
}

/** A file of several episodes, damaged. */
function mutatedEpisodes(random: Random): Mutated {
  const numbers = [61, 7, 70].slice(0, 2 + below(2, random));
  const { bytes: whole, titles } = renderEpisodes(numbers.map((number) => talkOf(number, random)));
  const { bytes, how } = mutateBytes(whole, random);
  return {
    what: `several episodes: ${how}`,
    bytes,
    faultsOf: (read) => [
      ...faultsOfMarks('interview text', bytes, read),
      ...faultsOfOwners(bytes, titles, read.episodes),
    ],
  };
}
