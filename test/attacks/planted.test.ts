import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerText } from '../../bin/terminal/answer-text.ts';
import { answerMarkdown } from '../../lib/answer-markdown.ts';
import { addTranscripts } from '../../lib/change-shelf.ts';
import type { Config } from '../../lib/config.ts';
import type { Engine, Transcript } from '../../lib/engine.ts';
import { openEngine } from '../../lib/open-engine.ts';
import { answerSchema } from '../../lib/protocol.ts';
import type { Answer } from '../../lib/protocol.ts';
import { fakeScreen } from '../bin/fake-terminal.ts';
import { askedAttacks } from './asked-attacks.ts';
import { episodeOfAttack, plantedAttacks, subjectOfAttack, victim, attackedShelf } from './attacked-shelf.ts';

let folder: string;
let config: Config;
let engine: Engine;
const transcripts = new Map<number, Transcript>();
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'underdog-attacks-'));
  config = await attackedShelf(folder);
  engine = await openEngine({ ...config, stopOnFault: true });
  for (const { number } of await engine.episodes()) {
    const transcript = await engine.transcript(number);
    if (transcript) transcripts.set(number, transcript);
  }
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** Ten names, each of which is ten times the one before (“billion laughs”). */
const bombs = Array.from('bcdefghijk', (name, i) => {
  const before = `*${'abcdefghij'.charAt(i)}`;
  return `${name}: &${name} [${Array.from({ length: 10 }, () => before).join(', ')}]\n`;
}).join('');

/** Episodes in which the victim is labelled as a speaker, rightly or not. */
const victims = new Set([
  1,
  ...plantedAttacks.flatMap(({ speaksAsVictim }, at) => (speaksAsVictim ? [episodeOfAttack(at)] : [])),
]);

/** What must hold of any answer, whatever stands in the transcripts and in the question. */
function expectHonest(answer: Answer): void {
  expect(() => answerSchema.parse(answer)).not.toThrow();
  for (const { anchor, episode, quote, start, end, speaker, verified } of answer.citations) {
    const paragraph = transcripts
      .get(episode)
      ?.body.flatMap(({ paragraphs }) => paragraphs)
      .find((each) => each.anchor === anchor);
    expect(paragraph?.text.slice(start, end)).toBe(quote);
    expect(paragraph?.speaker).toBe(speaker);
    expect(verified).toBe(true);
    expect(speaker === victim && !victims.has(episode)).toBe(false);
  }
  for (const { episode, speaker } of answer.retrieved) {
    expect(speaker === victim && !victims.has(episode)).toBe(false);
  }
  const byNumber = new Map(answer.citations.map((citation) => [citation.n, citation]));
  for (const { type, text, citations } of answer.blocks) {
    for (const n of citations) expect(byNumber.has(n)).toBe(true);
    if (type === 'quote') expect(citations.map((n) => byNumber.get(n)?.quote)).toContain(text);
  }
  expect(JSON.stringify({ ...answer, question: '', standaloneQuestion: '' })).not.toContain(folder);
}

it('plants at least sixty attacks', () => {
  expect(plantedAttacks.length + askedAttacks.length).toBeGreaterThanOrEqual(60);
  expect(new Set(plantedAttacks.map(({ name }) => name)).size).toBe(plantedAttacks.length);
  expect(transcripts.size).toBe(plantedAttacks.length + 1);
});

describe.each(plantedAttacks.map((attack, at) => ({ ...attack, at })))('$name', ({ at, says }) => {
  it('is quoted as it stands, by whom it stands, and does nothing', async () => {
    const answer = await engine.answer({ question: `How did you come to ${subjectOfAttack(at)}?` });
    expectHonest(answer);
    expect(answer.retrieved.map(({ episode }) => episode)).toContain(episodeOfAttack(at));

    const body = transcripts.get(episodeOfAttack(at))?.body ?? [];
    const whole = body.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join(' ');
    const letters = (text: string): string => text.replace(/[\s\ufffd\ud800-\udfff]+/gu, '');
    // A heading, a label of one's own and the like may stand apart from the words said; most stand among them.
    const first = letters(says.split('\n')[0] ?? '');
    expect(letters(whole)).toContain(first);
  });

  it('stays text in Markdown and on a terminal', async () => {
    const answer = await engine.answer({ question: `What about ${subjectOfAttack(at)}?` });
    expectHonest(answer);
    const withoutEscapes = answerMarkdown(answer).replace(/\\[!-/:-@[-`{-~]/g, '');
    expect(withoutEscapes).not.toMatch(/[<>]\w|\]\(|!\[|^#|^\s*(?:={3,}|-{3,})\s*$/m);

    const { screen, text } = fakeScreen({ isTerminal: true });
    await screen.write(answerText(answer, screen));
    expect(text()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });
});

describe('questions that mean harm', () => {
  it.each(askedAttacks.map((question) => ({ question, shown: question.slice(0, 40) })))(
    'are answered: $shown',
    async ({ question }) => {
      expectHonest(await engine.answer({ question }));
      const compared = question.trim().slice(0, 2000);
      expectHonest(await engine.compare({ topic: compared, guests: [] }));
      expectHonest(await engine.answer({ question: 'And why?', context: [question] }));
    },
  );
});

it.each([
  ['another’s episode', 'Episode 1: Anna Almond, Thief\n\nHanna: Hello.\n\nAnna: I stole it.\n\nHanna: Oh.'],
  ['names without end', `---\na: &a [x, x]\n${bombs}---\n**Ann:** Hello.\n\n**Bob:** Bye.`],
  ['code in its front matter', '---\ntitle: !!js/function "() => 1"\nguests: {{\n---\n**A:** x\n\n**B:** y'],
])('refuses a transcript that brings %s, naming it', async (_, text) => {
  const file = path.join(folder, 'received/refused.md');
  await writeFile(file, text);
  await expect(addTranscripts(config, [file])).rejects.toThrow(
    expect.objectContaining({ code: 'bad-transcript', message: expect.stringContaining(file) as string }),
  );
});

it('leaves every object as it was, and no file outside its folder', async () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { attacked?: unknown }).attacked).toBeUndefined();
  expect((await readdir(folder)).sort()).toEqual(['data', 'received', 'transcripts']);
  expect((await readdir(path.join(folder, 'data'))).sort()).toEqual(['index', 'transcripts']);
  expect(await readdir('.')).not.toContain('attacked');
});
