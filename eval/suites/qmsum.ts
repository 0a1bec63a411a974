import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Passage } from '../../ingest/passage.ts';
import { passagesOf } from '../../ingest/passages.ts';
import { UserError } from '../../ingest/user-error.ts';
import { minutes } from './minutes.ts';
import type { Suite, SuiteQuestion } from './suite.ts';

const meetingSchema = z.object({
  meeting_transcripts: z.array(z.object({ speaker: z.string(), content: z.string() })),
  specific_query_list: z.array(
    z.object({
      query: z.string(),
      /** First and last utterance of each span that answers, from 0. */
      relevant_text_span: z.array(z.tuple([z.coerce.number().int(), z.coerce.number().int()])),
    }),
  ),
});

/**
 * QMSum (Zhong et al. 2021): meetings, with specific questions and the spans of utterances that answer them. A question
 * is asked of its own meeting; each passage that overlaps a span is right. Utterances of a meeting are a few words long,
 * so a passage holds as many as fit, each with its speaker's name.
 */
export const qmsum: Suite = {
  name: 'qmsum',
  async *trials(folder) {
    const files = await meetingFiles(folder);
    const episodes = [];
    const passages: Passage[] = [];
    const questions: SuiteQuestion[] = [];
    for (const [at, file] of files.entries()) {
      const meeting = await readMeeting(file);
      const said = meeting.meeting_transcripts.map(({ speaker, content }) => `${speaker}: ${plain(content)}`);
      const episode = minutes(at + 1, path.basename(file, '.json'), said);
      const own = await passagesOf(episode, new Map());
      const utterance = new Map(episode.paragraphs.map(({ anchor }, position) => [anchor, position]));
      for (const { query, relevant_text_span: spans } of meeting.specific_query_list) {
        const gold = own.flatMap((passage, position) => {
          const overlaps = passage.spans.some(({ anchor }) => {
            const place = utterance.get(anchor) ?? -1;
            return spans.some(([first, last]) => place >= first && place <= last);
          });
          return overlaps ? [passages.length + position] : [];
        });
        questions.push({
          text: query,
          kind: 'specific',
          filters: { episodes: [episode.number] },
          gold: new Set(gold),
        });
      }
      episodes.push(episode);
      passages.push(...own);
    }
    yield { corpus: { name: 'qmsum', episodes, passages }, questions };
  },
};

async function meetingFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new UserError('bad-request', `Cannot read the folder ${folder}: check the path.`, { cause });
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) {
    throw new UserError('bad-request', `${folder} holds no meeting (.json): unpack QMSum's data there.`);
  }
  return files.map((name) => path.join(folder, name));
}

async function readMeeting(file: string): Promise<z.infer<typeof meetingSchema>> {
  try {
    return meetingSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new UserError('bad-request', `${file} is no meeting of QMSum.`, { cause });
  }
}

/** Marks such as `{vocalsound}` are the annotators', not said. */
function plain(content: string): string {
  return content
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
