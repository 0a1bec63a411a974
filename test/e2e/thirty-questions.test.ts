import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answered } from './asking.ts';
import { hasChromium } from './chromium.ts';
import { isInView } from './in-view.ts';
import { thirtyQuestions } from './thirty-questions.ts';
import { useVisits } from './visit.ts';

/** The quotes of the answer on a page, each with the number of its citation and the address that it leads to. */
function quotesOn(page: Page): Promise<{ quote: string; number: number; place: string }[]> {
  return page.locator('figure:has([data-quote])').evaluateAll((figures) =>
    figures.map((figure) => ({
      quote: figure.querySelector('[data-quote]')?.textContent ?? '',
      number: Number(figure.querySelector('button')?.textContent),
      place: figure.querySelector('figcaption a')?.getAttribute('href') ?? '',
    })),
  );
}

/** What the transcript page at an address marks, as the server sends it. */
function markedAt(page: Page, place: string): Promise<string[]> {
  return page.evaluate(async (address) => {
    const html = await (await fetch(address)).text();
    const transcript = new DOMParser().parseFromString(html, 'text/html');
    return Array.from(transcript.querySelectorAll('main mark'), (mark) => mark.textContent);
  }, place);
}

/** In three tests, each of which keeps what the browser has loaded. */
const tens = [0, 10, 20].map((from) => thirtyQuestions.slice(from, from + 10));

describe.skipIf(!hasChromium)('the citations of thirty questions', () => {
  const { open, url } = useVisits('real');
  let followed = 0;

  it.each(tens)(
    'lead from “%s” and nine more to the quoted words, letter by letter',
    async (...questions) => {
      const page = await open('/login');
      for (const question of questions) {
        await page.goto(`${url()}/?${new URLSearchParams({ q: question }).toString()}`);
        await answered(page);
        for (const { quote, number, place } of await quotesOn(page)) {
          await page
            .getByRole('button', { name: new RegExp(`^Citation ${number}: `) })
            .first()
            .click();
          const panel = page.getByRole('region', { name: 'Source' });
          await panel.getByText(`Citation ${number} of `).waitFor();
          const marks = () => panel.locator('mark').evaluateAll((all) => all.map((mark) => mark.textContent));
          await expect.poll(async () => [question, ...(await marks())]).toEqual([question, quote]);
          expect([question, ...(await markedAt(page, place))]).toEqual([question, quote]);
          followed += 1;
        }
      }
    },
  );

  it('were many', () => {
    expect(followed).toBeGreaterThan(thirtyQuestions.length);
  });

  it('scroll the words into view on the transcript page, however far down they are', async () => {
    const page = await open(
      `/?${new URLSearchParams({ q: 'What advice do the guests give to founders?' }).toString()}`,
    );
    await answered(page);
    for (const { quote, place } of await quotesOn(page)) {
      await page.goto(new URL(place, page.url()).href);
      const mark = page.locator('main mark');
      await expect.poll(() => isInView(mark)).toBe(true);
      expect(await mark.textContent()).toBe(quote);
    }
  });
});
