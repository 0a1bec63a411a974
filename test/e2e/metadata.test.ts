import { describe, expect, it } from 'vitest';
import { ask } from './asking.ts';
import { hasChromium } from './chromium.ts';
import { useVisits } from './visit.ts';

const pages = [
  ['/', 'Underdog Answers'],
  ['/?q=How+did+Passbolt+find+its+price%3F', 'How did Passbolt find its price? · Underdog Answers'],
  ['/compare', 'Compare · Underdog Answers'],
  ['/compare?topic=pricing', 'Compare: pricing · Underdog Answers'],
  ['/topics', 'Topics · Underdog Answers'],
  ['/episodes', 'Episodes · Underdog Answers'],
  [
    '/episodes/60',
    'Episode 60: A guest with <b>markup</b> & [links](https://example.com) · Underdog Answers',
  ],
  ['/login', 'Sign in · Underdog Answers'],
] as const;

describe.skipIf(!hasChromium)('what a page says of itself', () => {
  const { open, url } = useVisits('fake');

  it('is a title, a description, an icon and a card for shared links, all of this site', async () => {
    const page = await open('/login');
    const descriptions = new Set<string>();
    for (const [path, title] of pages) {
      await page.goto(url() + path);
      const meta = (name: string) =>
        page.locator(`meta[name="${name}"], meta[property="${name}"]`).first().getAttribute('content');
      expect([path, await page.title()]).toEqual([path, title]);
      expect([path, await meta('og:title')]).toEqual([path, title]);
      expect(await meta('og:image')).toMatch(new RegExp(`^${url()}/opengraph-image\\.png\\?`));
      expect(await meta('twitter:card')).toBe('summary_large_image');
      expect(await meta('theme-color')).toMatch(/^#/);
      const description = (await meta('description')) ?? '';
      expect(description.length).toBeGreaterThan(20);
      expect(await meta('og:description')).toBe(description);
      descriptions.add(description);
    }
    // The front page’s, and login’s, which has nothing to add.
    expect(descriptions.size).toBe(pages.length - 2);

    const card = await page.request.get(
      (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '',
    );
    expect(card.headers()['content-type']).toBe('image/png');
    for (const rel of ['icon', 'apple-touch-icon']) {
      const href = (await page.locator(`link[rel="${rel}"]`).getAttribute('href')) ?? '';
      expect((await page.request.get(url() + href)).status()).toBe(200);
    }
  });

  it('is the question last asked, until another page is opened', async () => {
    const page = await open('/');
    await ask(page, 'pricing');
    await expect.poll(() => page.title()).toBe('pricing · Underdog Answers');
    await ask(page, 'weather');
    await expect.poll(() => page.title()).toBe('weather · Underdog Answers');
    await page.getByRole('link', { name: 'Topics' }).click();
    await expect.poll(() => page.title()).toBe('Topics · Underdog Answers');
    await page.goBack();
    await expect.poll(() => page.title()).toBe('weather · Underdog Answers');
    await page.getByRole('link', { name: 'Underdog Answers' }).click();
    await expect.poll(() => page.title()).toBe('Underdog Answers');
  });
});
