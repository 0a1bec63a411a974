import { describe, expect, it } from 'vitest';
import { hasChromium } from './chromium.ts';
import { useVisits } from './visit.ts';

describe.skipIf(!hasChromium)('the site, on the real shelf', () => {
  const { open, url } = useVisits('real');

  it('answers a question in quotes, and leads from a citation to the exact words', async () => {
    const page = await open('/');
    await page
      .getByRole('textbox', { name: 'Your question' })
      .fill('How did Passbolt get its pricing wrong?');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText(/^Answer ready/).waitFor({ state: 'attached' });
    const quote = await page.getByRole('log').locator('blockquote').first().innerText();
    await page.getByRole('button', { name: /^Citation 1: Kevin Mueller, episode 69/ }).click();
    await page.getByRole('link', { name: 'Open episode 69 at this place' }).click();
    await page.waitForURL(/\/episodes\/69\?quote=/);
    const mark = page.locator('main mark');
    // The place is drawn when it is scrolled to.
    await expect.poll(() => mark.innerText()).not.toBe('');
    const marked = await mark.innerText();
    expect(quote).toBe(`“${marked}”1`);
  });

  it.each(['/', '/compare?topic=pricing', '/topics', '/episodes', '/episodes/69', '/login', '/nowhere'])(
    'runs %s under its content security policy',
    async (path) => {
      const page = await open('/login');
      const refused: string[] = [];
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) refused.push(message.text());
      });
      await page.goto(url() + path, { waitUntil: 'networkidle' });
      expect(refused).toEqual([]);
    },
  );

  it('lists the episodes', async () => {
    const page = await open('/episodes');
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(10);
  });
});
