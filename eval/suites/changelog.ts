import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Episode } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import { passagesOf } from '../../ingest/passages.ts';
import { UserError } from '../../ingest/user-error.ts';
import { longestCommonRun, normalise } from '../match.ts';
import { readJsonLines } from '../questions.ts';
import { conversation } from './conversation.ts';
import type { Utterance } from './conversation.ts';
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
    const said = utterances(await readFile(path.join(folder, `${title}.md`), 'utf8'));
    const episode = conversation(episodes.length + 1, title, said);
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

/** Paragraphs of the Markdown; whoever asks most of the questions is the host. */
function utterances(markdown: string): Utterance[] {
  const said: Omit<Utterance, 'role'>[] = [];
  const asks = new Map<string, number>();
  let speaker = '';
  for (const block of markdown.split(/\n\s*\n/)) {
    const label = /^\s*\*\*([^*]+?):\*\*/.exec(block);
    speaker = label?.[1] ?? speaker;
    const text = plain(block.slice(label?.[0].length ?? 0));
    if (speaker === '' || text === '') continue;
    said.push({ speaker, text });
    asks.set(speaker, (asks.get(speaker) ?? 0) + (text.match(/\?/g)?.length ?? 0));
  }
  const [host] = [...asks].sort(([, a], [, b]) => b - a)[0] ?? [];
  return said.map((one) => ({ ...one, role: one.speaker === host ? 'host' : 'guest' }));
}

function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\\[[^\]]{0,80}\\?\]|<[^>]{1,200}>/g, ' ')
    .replace(/[*_`>#\\]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
