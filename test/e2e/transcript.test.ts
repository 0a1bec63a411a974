import { describe, expect, it, vi } from 'vitest';
import { longTranscript } from '../fixtures/long-transcript.ts';
import { ask, answered } from './asking.ts';
import { hasChromium } from './chromium.ts';
import { isInView } from './in-view.ts';
import { useVisits } from './visit.ts';

const clipboard = {
  permissions: ['clipboard-read', 'clipboard-write'],
  viewport: { width: 1280, height: 800 },
};

describe.skipIf(!hasChromium)('a transcript', () => {
  const { open, engine, url } = useVisits('fake');

  it('copies the link of a paragraph whose number is clicked', async () => {
    const page = await open('/episodes/69', clipboard);
    await expect
      .poll(async () => {
        await page.getByRole('link', { name: 'Paragraph 2: copy a link to it' }).first().click();
        return page.getByText('Link to this paragraph copied').count();
      })
      .toBe(1);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${url()}/episodes/69#introduction-2`);
    expect(page.url()).toBe(link);
  });

  it('has an outline, host questions as headings, and ways to its neighbours', async () => {
    const page = await open('/episodes/68');
    const outline = page.getByRole('navigation', { name: 'Sections' });
    await outline.getByRole('link', { name: 'Lessons from Docker Monetization Battles' }).click();
    expect(page.url()).toContain('#lessons-from-docker-monetization-battles-1');
    expect(await page.getByRole('heading', { name: /who are the developers in pain/ }).count()).toBe(1);
    const others = page.getByRole('navigation', { name: 'Other episodes' });
    await others.getByRole('link', { name: /^Next: episode 69/ }).click();
    await page.waitForURL(/\/episodes\/69$/);
    await others.getByRole('link', { name: /^Previous: episode 68/ }).waitFor();
  });

  it('finds words, and steps through the places', async () => {
    const page = await open('/episodes/68');
    const search = page.getByRole('textbox', { name: 'Find in this episode' });
    await search.fill('docker desktop');
    await page.getByText('not found').waitFor();
    await search.fill('MIRANTIS');
    await page.getByText('1 of 1').waitFor();
    await search.fill('business');
    await page.getByText(/^1 of [2-9]/).waitFor();
    await search.press('Enter');
    await page.getByText(/^2 of/).waitFor();
    await search.press('Shift+Enter');
    await search.press('Shift+Enter');
    await page.getByText(/^(\d+) of \1$/).waitFor();
    const marked = await page.evaluate(() => CSS.highlights.get('found-current')?.size);
    expect(marked).toBe(1);
    await search.press('Escape');
    expect(await search.inputValue()).toBe('');
  });

  it('can be asked on its own', async () => {
    const page = await open('/episodes/68');
    await page.getByRole('textbox', { name: 'Ask this episode' }).fill('pricing');
    await page.keyboard.press('Enter');
    await answered(page);
    expect(engine().asked.at(-1)).toMatchObject({ question: 'pricing', filters: { episodes: [68] } });
  });

  it('shows markup as it was typed, here and in answers', async () => {
    const typed =
      'I paste <script>document.title = "owned"</script> and **bold** and [a link](https://example.com) and `code`.';
    const page = await open('/episodes/60');
    expect(await page.getByRole('main').innerText()).toContain(typed);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'A guest with <b>markup</b> & [links](https://example.com)',
    );
    expect(await page.title()).not.toBe('owned');
    const asking = await open('/');
    await ask(asking, 'markup');
    expect(await asking.getByRole('log').innerText()).toContain(
      'I paste <script>document.title = "owned"</script> and **bold**',
    );
    expect(await asking.getByRole('log').innerText()).toContain('the language model did not answer');
    expect(await asking.title()).not.toBe('owned');
  });

  it('of ten thousand paragraphs opens at any of them, and lays out only those near the screen', async () => {
    const long = longTranscript(7, 10_000);
    vi.spyOn(engine(), 'transcript').mockResolvedValue(long);
    const quote = { start: 0, end: 'Paragraph 8888 of the long talk.'.length };
    const page = await open(`/episodes/7?quote=part-23-89:${quote.start}-${quote.end}#part-23-89`);
    const mark = page.locator('main mark');
    await expect.poll(() => isInView(mark)).toBe(true);
    expect(await mark.textContent()).toBe('Paragraph 8888 of the long talk.');
    expect(await page.locator('[data-text]').count()).toBe(10_000);
    const laidOut = await page
      .locator('[data-text]')
      .evaluateAll(
        (elements) =>
          elements.filter((element) => element.checkVisibility({ contentVisibilityAuto: true })).length,
      );
    expect(laidOut).toBeLessThan(500);
    await page.getByRole('textbox', { name: 'Find in this episode' }).fill('Paragraph 123 of');
    await page.getByText('1 of 1').waitFor();
    await expect
      .poll(() => page.locator('#part-1-124').evaluate((element) => element.getBoundingClientRect().top))
      .toBeLessThan(800);
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Part 20' }).click();
    const heading = page.getByRole('heading', { name: 'Part 20' });
    await expect
      .poll(() =>
        heading.evaluate((element) => {
          const { top } = element.getBoundingClientRect();
          return top >= 56 && top < window.innerHeight / 2;
        }),
      )
      .toBe(true);
  });

  it('that is not on the shelf is a page that says so', async () => {
    const page = await open('/episodes/7777');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('There is no such page');
  });
});
