import { describe, expect, it } from 'vitest';
import { ask, citation } from './asking.ts';
import { hasChromium } from './chromium.ts';
import { phone, useVisits } from './visit.ts';

const kevin = /^Citation 1: Kevin Mueller, episode 69, /;

describe.skipIf(!hasChromium)('a citation', () => {
  const { open } = useVisits('fake');

  it('shows its quote in the paragraph on hover and on focus, and hides it again', async () => {
    const page = await open('/');
    await ask(page, 'pricing');
    const card = page.getByRole('dialog', { name: kevin });
    await citation(page, 1).hover();
    await card.waitFor();
    expect(await card.locator('mark').innerText()).toMatch(/^I think no one gets it right/);
    expect(await card.innerText()).toContain('And by the way, I didn’t mention that');
    await page.mouse.move(0, 0);
    await card.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Edit the question' }).focus();
    await page.keyboard.press('Tab');
    await card.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const link = card.getByRole('link', { name: 'Open in transcript' });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(await citation(page, 1).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('opens the transcript beside the answer, steps to its neighbours, and gives the focus back', async () => {
    const page = await open('/');
    await ask(page, 'pricing');
    await citation(page, 2).click();
    const panel = page.getByRole('region', { name: 'Source' });
    const marked = () => panel.locator('mark').innerText();
    await expect.poll(marked).toMatch(/^Now, once a year/);
    await expect
      .poll(() =>
        panel.locator('mark').evaluate((mark) => {
          const { top, bottom } = mark.getBoundingClientRect();
          return top > 0 && bottom < window.innerHeight;
        }),
      )
      .toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect.poll(marked).toMatch(/^I like to say/);
    expect(await panel.getByRole('button', { name: 'Next citation' }).isDisabled()).toBe(true);
    await panel.getByRole('button', { name: 'Previous citation' }).click();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(marked).toMatch(/^I think no one/);
    await page.keyboard.press('Escape');
    await expect.poll(() => panel.count()).toBe(0);
    expect(await citation(page, 2).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('keeps its popover open on a phone, with the way to the transcript', async () => {
    const page = await open('/', phone);
    await ask(page, 'pricing');
    await citation(page, 1).tap();
    const card = page.getByRole('dialog', { name: kevin });
    await card.getByRole('link', { name: 'Open in transcript' }).tap();
    await page.waitForURL(/\/episodes\/69\?quote=/);
    await expect.poll(() => page.locator('main mark').innerText()).toMatch(/^I think no one gets it right/);
  });

  it('explains the marks of a language model’s prose, and shows the quotes instead', async () => {
    const page = await open('/');
    await ask(page, 'please have it written');
    expect(await page.getByRole('log').innerText()).toContain('2 of 4 sentences are supported');
    await page.getByRole('button', { name: 'Repaired quote: what this means' }).click();
    const explanation = page.getByRole('dialog', { name: /^Repaired quote/ });
    expect(await explanation.innerText()).toContain('pricing is a final boss');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Not a quote/ }).focus();
    expect(await page.getByRole('button', { name: /^(Verified|Not supported)/ }).count()).toBe(2);
    await page.getByRole('radio', { name: 'Quotes only' }).check();
    expect(await page.getByRole('log').locator('[data-quote]').allInnerTexts()).toHaveLength(2);
    expect(await page.getByRole('button', { name: /what this means/ }).count()).toBe(0);
    await citation(page, 2).click();
    await expect
      .poll(() => page.getByRole('region', { name: 'Source' }).locator('mark').innerText())
      .toMatch(/^I like to say/);
  });
});
