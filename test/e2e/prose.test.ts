import { beforeAll, describe, expect, it, vi } from 'vitest';
import { setProcessEngine } from '../../lib/process-engine.ts';
import type { ModelRequest, Reply } from '../lib/prose/model-server.ts';
import { chat, ModelServer, refusal } from '../lib/prose/model-server.ts';
import { ask, citation } from './asking.ts';
import { hasChromium } from './chromium.ts';
import { useVisits } from './visit.ts';

const question = 'How did Passbolt get its pricing wrong at first?';
const invented = 'we gave every customer a flying carpet';

/** The first passage that a model was given: who speaks, and the passage's longest sentence. */
function firstPassage({ body }: ModelRequest): { speaker: string; sentence: string } {
  const given = /passage 1 · speaker: ([^,]+),.*?---\n(?:\(asked: .*?\)\n)?(.*?)\n---/s.exec(
    JSON.stringify(body.messages).replaceAll('\\n', '\n'),
  );
  if (given === null) throw new Error('The model was given no passage.');
  const [, speaker = '', words = ''] = given;
  const sentences = words.split(/(?<=[.?!])\s+/).filter((sentence) => !/["“”\\]/.test(sentence));
  const sentence = sentences.sort((a, b) => b.length - a.length)[0] ?? '';
  return { speaker, sentence: sentence.replace(/[.?!]$/, '') };
}

/** Quotes the first passage rightly, then with one word changed, then words of nobody's, then says something else. */
const quotesWellAndBadly: Reply = (response, request) => {
  const { speaker, sentence } = firstPassage(request);
  const misquoted = sentence.replace(/ (\w+)$/, ' $1s');
  const prose = [
    `${speaker} says “${sentence}” [1].`,
    `In other words, ${speaker} says “${misquoted}” [1].`,
    `${speaker} adds that “${invented}” [1].`,
    'Most submarines are painted yellow on Thursdays.',
  ];
  return chat(prose.join(' '))(response, request);
};

describe.skipIf(!hasChromium)('with a language model', () => {
  const { open } = useVisits('real');
  let model: ModelServer;

  beforeAll(async () => {
    model = await ModelServer.start();
    vi.stubEnv('LLM_BASE_URL', model.address);
    vi.stubEnv('LLM_MODEL', 'tiny');
    setProcessEngine(null);
    return () => {
      vi.unstubAllEnvs();
      setProcessEngine(null);
    };
  });

  it('an answer is written out, and each mark of its check explains itself on focus', async () => {
    model.replies = [quotesWellAndBadly];
    const page = await open('/');
    await ask(page, question);
    const log = page.getByRole('log');
    const mark = (name: string) => page.getByRole('button', { name: `${name}: what this means` });
    const explanation = (name: string) => page.getByRole('dialog', { name: `${name}: what this means` });
    for (const [name, words] of [
      ['Verified quote', 'letter by letter'],
      ['Repaired quote', 'The model wrote'],
      ['Not a quote', 'no transcript holds these words'],
      ['Not supported', 'do not say this'],
    ] as const) {
      // Explanations come with a focus that the keyboard moved.
      await page.keyboard.press('Escape');
      await mark(name).first().focus();
      await explanation(name).waitFor();
      expect(await explanation(name).innerText()).toContain(words);
    }
    await page.keyboard.press('Escape');
    expect(await log.innerText()).toMatch(/\d of 4 sentences are supported/);
    // Its quotation marks are gone.
    expect(await log.innerText()).toContain(`adds that ${invented}`);
    await citation(page, 1).first().click();
    const marked = page.getByRole('region', { name: 'Source' }).locator('mark');
    expect(await marked.allInnerTexts()).toHaveLength(1);

    await page.getByRole('radio', { name: 'Quotes only' }).check();
    expect(await log.locator('[data-quote]').count()).toBeGreaterThan(0);
    expect(await log.innerText()).not.toContain(invented);
    await page.getByRole('radio', { name: 'Written out' }).check();
    expect(await log.innerText()).toContain(invented);
  });

  it('that fails, the answer comes in quotes, with what happened above it', async () => {
    model.replies = [refusal(401, 'secret detail')];
    const page = await open('/');
    await ask(page, question);
    const log = page.getByRole('log');
    expect(await log.innerText()).toContain('provider refused the key');
    expect(await log.innerText()).not.toContain('secret detail');
    expect(await log.locator('[data-quote]').count()).toBeGreaterThan(0);
    expect(await page.getByRole('radio').count()).toBe(0);
  });
});
