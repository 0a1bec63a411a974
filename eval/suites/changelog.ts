import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Episode } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import { passagesOf } from '../../ingest/passages.ts';
import { parseTranscript } from '../../ingest/read-transcripts.ts';
import { UserError } from '../../ingest/user-error.ts';
import { longestCommonRun, normalise } from '../match.ts';
import { readJsonLines } from '../questions.ts';
import type { Suite, SuiteQuestion } from './suite.ts';

const querySchema = z.object({
  episode: z.string(),
  passage: z.string(),
  /** Kind (natural, paraphrase, keyword, theme) to what a reader would type. */
  queries: z.record(z.string(), z.string()),
});
type PassageQueries = z.infer<typeof querySchema>;

const queriesFile = 'changelog-queries.jsonl';

/** So that a corpus is about as large as a shelf of a hundred interviews. */
const episodesInTrial = 100;

/** A gold passage may be cut differently here: this share of the shorter one's words must stand in one run of both. */
const runShare = 0.6;
/** A few words that happen to stand in the gold passage do not answer. */
const fewestWords = 25;

/**
 * Interviews of the Changelog podcasts, each query asked of a hundred episodes. The folder holds the transcripts
 * (`podcast/the-changelog-583.md` and so on) and the queries.
 */
export const changelog: Suite = {
  name: 'changelog',
  async *trials(folder) {
    const all = await readJsonLines(
      path.join(folder, queriesFile),
      querySchema,
      'a passage with its queries',
    );
    const here = all.filter(({ episode }) => existsSync(path.join(folder, `${episode}.md`)));
    if (here.length === 0) {
      throw new UserError(
        'bad-request',
        `${folder} holds none of the episodes that ${queriesFile} asks about.`,
      );
    }
    const names = [...new Set(here.map(({ episode }) => episode))].sort();
    const count = Math.ceil(names.length / episodesInTrial);
    for (let trial = 0; trial < count; trial++) {
      const own = new Set(names.filter((_, at) => at % count === trial));
      yield trialOf(
        `changelog-${trial + 1}`,
        folder,
        here.filter(({ episode }) => own.has(episode)),
      );
    }
  },
};

async function trialOf(name: string, folder: string, queries: readonly PassageQueries[]) {
  const episodes: Episode[] = [];
  const passages: Passage[] = [];
  const questions: SuiteQuestion[] = [];
  for (const title of new Set(queries.map(({ episode }) => episode))) {
    // Shows count their episodes each from 1, so these are counted anew.
    const numbered = `episode-${episodes.length + 1}.md`;
    const { episodes: read } = await parseTranscript(
      await readFile(path.join(folder, `${title}.md`)),
      numbered,
    );
    const [episode] = read;
    if (!episode) continue;
    const own = await passagesOf(episode, new Map());
    for (const { passage, queries: asked } of queries.filter((each) => each.episode === title)) {
      const gold = own.flatMap(({ text }, position) =>
        isSame(text, passage) ? [passages.length + position] : [],
      );
      for (const [kind, text] of Object.entries(asked)) questions.push({ text, kind, gold: new Set(gold) });
    }
    episodes.push(episode);
    passages.push(...own);
  }
  return { corpus: { name, episodes, passages }, questions };
}

function isSame(text: string, gold: string): boolean {
  const words = normalise(text).split(' ');
  const wanted = normalise(gold).split(' ');
  const needed = Math.ceil(runShare * Math.min(words.length, wanted.length));
  const known = new Set(wanted);
  if (words.length < fewestWords || words.filter((word) => known.has(word)).length < needed) return false;
  return longestCommonRun(words, wanted) >= needed;
}
