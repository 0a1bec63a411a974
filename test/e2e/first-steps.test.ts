import { describe, expect, it } from 'vitest';
import { hasChromium } from './chromium.ts';
import { useVisits } from './visit.ts';

describe.skipIf(!hasChromium)('the site, on the real shelf', () => {
  const { open } = useVisits('real');

  it('answers a question in quotes, and leads from a citation to the exact words', async () => {
    const page = await open('/');
    await page
      .getByRole('textbox', { name: 'Your question' })
      .fill('How did Passbolt get its pricing wrong?');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByText(/^Answer ready/).waitFor({ state: 'attached' });
    const quote = await page.getByRole('log').locator('blockquote').first().innerText();
    await page.getByRole('button', { name: /^Citation 1: Kevin Mueller, episode 69/ }).click();
    await page.getByRole('link', { name: 'Open in transcript' }).click();
    await page.waitForURL(/\/episodes\/69\?quote=/);
    const marked = await page.locator('main mark').innerText();
    expect(quote).toBe(`“${marked}”1`);
  });

  it('lists the episodes', async () => {
    const page = await open('/episodes');
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(10);
  });
});
