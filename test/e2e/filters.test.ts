import { describe, expect, it } from 'vitest';
import { answered, ask, field } from './asking.ts';
import { hasChromium } from './chromium.ts';
import { useVisits } from './visit.ts';

describe.skipIf(!hasChromium)('filters', () => {
  const { open, engine } = useVisits('fake');

  it('are completed as they are typed, shown as chips, and taken away', async () => {
    const page = await open('/');
    await field(page).fill('How was it ');
    await field(page).pressSequentially('@e');
    const options = page.getByRole('option');
    expect(await options.allInnerTexts()).toEqual([expect.stringContaining('Amandine Le Pape')]);
    await field(page).fill('');
    await field(page).pressSequentially('@');
    await page.keyboard.press('ArrowDown');
    const active = await page.getByRole('option', { selected: true }).innerText();
    expect(active).toContain('Solomon Hykes');
    await page.keyboard.press('Enter');
    expect(await field(page).inputValue()).toBe('');
    await field(page).pressSequentially('ep:65');
    await page.keyboard.press('Escape');
    expect(await options.count()).toBe(0);
    await field(page).pressSequentially(' pricing?');
    await page.keyboard.press('Enter');
    await answered(page);
    expect(engine().asked.at(-1)).toMatchObject({
      question: 'pricing?',
      filters: { guests: ['Solomon Hykes'], episodes: [65] },
    });
    expect(await page.getByText('Asked of Solomon Hykes, episode 65').count()).toBe(1);
    await page.getByRole('button', { name: 'Remove the filter Solomon Hykes' }).click();
    await page.getByRole('button', { name: 'Remove the filter Episode 65' }).click();
    await ask(page, 'compare');
    expect(engine().asked.at(-1)?.filters).toBeUndefined();
  });

  it('that fit nobody are named, and nothing is asked', async () => {
    const page = await open('/');
    const before = engine().asked.length;
    await field(page).fill('pricing @nobody');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    expect(await page.getByRole('alert').filter({ hasText: '@nobody' }).count()).toBe(1);
    expect(engine().asked).toHaveLength(before);
  });

  it('can be chosen from a menu', async () => {
    const page = await open('/');
    await page.getByRole('button', { name: 'Filter by guest or episode' }).click();
    await page.getByRole('checkbox', { name: 'Kevin Mueller' }).check();
    await page.getByRole('checkbox', { name: '62' }).check();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('list', { name: 'Filters' }).getByRole('button').allInnerTexts()).toEqual([
      'Kevin Mueller',
      'Episode 62',
    ]);
  });
});
