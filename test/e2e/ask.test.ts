import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { answered, ask, field, send } from './asking.ts';
import { hasChromium } from './chromium.ts';
import { useVisits } from './visit.ts';

const clipboard = {
  permissions: ['clipboard-read', 'clipboard-write'],
  viewport: { width: 1280, height: 800 },
};

describe.skipIf(!hasChromium)('asking', () => {
  const { open, engine, url } = useVisits('fake');

  it('sends on Enter, breaks the line on Shift+Enter, and leaves Enter to an input method', async () => {
    const page = await open('/');
    await field(page).fill('pricing');
    await field(page).press('Shift+Enter');
    await field(page).pressSequentially('really');
    expect(await field(page).inputValue()).toBe('pricing\nreally');
    await field(page).evaluate((element) => {
      const enter = { key: 'Enter', bubbles: true, cancelable: true };
      element.dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }));
      element.dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229 }));
    });
    expect(await page.getByRole('log').count()).toBe(0);
    await field(page).press('Enter');
    await answered(page);
    expect(engine().asked.at(-1)?.question).toBe('pricing\nreally');
    expect(await field(page).inputValue()).toBe('');
  });

  it('puts the caret into the field on a slash', async () => {
    const page = await open('/');
    await field(page).evaluate((element) => {
      element.blur();
    });
    // Until the page has come alive the key does nothing.
    await expect
      .poll(async () => {
        await page.keyboard.press('/');
        return field(page).evaluate((element) => element === document.activeElement);
      })
      .toBe(true);
    expect(await field(page).inputValue()).not.toContain('//');
  });

  it('follows up with the earlier questions, and offers suggestions', async () => {
    const page = await open('/');
    await ask(page, 'pricing');
    await page.getByRole('button', { name: 'How does Passbolt find its customers?' }).click();
    await page.getByRole('heading', { name: 'How does Passbolt find its customers?' }).waitFor();
    await answered(page);
    expect(engine().asked.at(-1)).toMatchObject({
      question: 'How does Passbolt find its customers?',
      context: ['pricing'],
    });
    const understood = page.getByText('Understood as: How does Passbolt find its customers? (pricing)');
    expect(await understood.isVisible()).toBe(true);
    expect(await page.getByText('Understood as:').count()).toBe(1);
  });

  it('stops on the button and on Escape, keeps what has come, and can ask again', async () => {
    const page = await open('/');
    const before = engine().aborted();
    await send(page, 'slow pricing');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped.').waitFor();
    expect(await page.getByRole('heading', { name: /Kevin Mueller/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Stopped.').waitFor();
    await expect.poll(() => engine().aborted()).toBe(before + 2);
  });

  it('says what went wrong half-way without giving anything away, and tries again', async () => {
    const page = await open('/');
    await send(page, 'flaky pricing');
    const alert = page.getByRole('alert').filter({ hasText: 'That did not work' });
    await alert.waitFor();
    expect(await alert.innerText()).toContain('Something went wrong on our side');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await answered(page);
    expect(await alert.count()).toBe(0);
    expect(await page.getByRole('heading', { name: /Nick Schrock/ }).count()).toBe(1);
  });

  it('edits a question and asks it in its place', async () => {
    const page = await open('/');
    await ask(page, 'pricing');
    await ask(page, 'weather');
    await page.getByRole('button', { name: 'Edit the question' }).first().click();
    await page.getByRole('textbox', { name: 'Edit the question' }).fill('compare them');
    await page.locator('form').getByRole('button', { name: 'Ask again' }).click();
    await page.getByRole('heading', { name: 'compare them' }).waitFor();
    await answered(page);
    expect(await page.getByRole('article').count()).toBe(1);
    expect(engine().asked.at(-1)).toMatchObject({ question: 'compare them', context: [] });
  });

  it('copies an answer with its citations, and a link that asks again', async () => {
    const page = await open('/?guest=Kevin+Mueller', clipboard);
    await ask(page, 'pricing');
    await page.getByRole('button', { name: 'Copy with citations' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^> I think no one gets it right.*\[1\]$/m);
    expect(copied).toMatch(/^1\. \[Kevin Mueller.*\]\(http:.*\/episodes\/69\?quote=/m);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Copied' }).nth(1).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${url()}/?q=pricing&guest=Kevin+Mueller`);

    const other = await open(link.slice(url().length));
    await answered(other);
    expect(engine().asked.at(-1)).toMatchObject({
      question: 'pricing',
      filters: { guests: ['Kevin Mueller'] },
    });
  });

  it('exports the conversation as Markdown', async () => {
    const page = await open('/');
    await ask(page, 'What of pricing?');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('what-of-pricing.md');
    const exported = await text(await download.createReadStream());
    expect(exported).toContain('## What of pricing?');
    expect(exported).toContain('Sources:');
  });
});
