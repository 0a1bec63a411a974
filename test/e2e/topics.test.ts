import { describe, expect, it } from 'vitest';
import { hasChromium } from './chromium.ts';
import { phone, useVisits } from './visit.ts';

describe.skipIf(!hasChromium)('the topics', () => {
  const { open } = useVisits('fake');

  it('are a table that its columns sort', async () => {
    const page = await open('/topics');
    const names = () => page.getByRole('rowheader').allInnerTexts();
    expect((await names())[0]).toBe('Pricing');
    await page.getByRole('button', { name: 'Topic' }).click();
    await expect.poll(names).toEqual(['Community', 'Hiring', 'Licensing', 'Pricing']);
    expect(await page.getByRole('columnheader', { name: 'Topic' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await page.getByRole('button', { name: 'Solomon Hykes' }).click();
    await expect.poll(async () => (await names())[0]).toBe('Licensing');
    const hykes = page.getByRole('columnheader', { name: 'Solomon Hykes' });
    expect(await hykes.getAttribute('aria-sort')).toBe('descending');
  });

  it('open a cell to the words that were said, and close it again', async () => {
    const page = await open('/topics');
    await page.getByRole('link', { name: /^Solomon Hykes on Licensing: \d+ words in 1 paragraph$/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Solomon Hykes on licensing' });
    await dialog.waitFor();
    expect(await dialog.locator('blockquote').allInnerTexts()).toEqual([
      expect.stringContaining('Docker never had to change its license'),
    ]);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    await expect.poll(() => new URL(page.url()).search).toBe('');

    const shared = await open('/topics?topic=licensing&guest=Solomon+Hykes&ep=68');
    await shared.getByRole('dialog', { name: 'Solomon Hykes on licensing' }).waitFor();
  });

  it('are a list on a phone', async () => {
    const page = await open('/topics', phone);
    expect(await page.getByRole('columnheader').count()).toBe(0);
    expect(await page.getByText('nothing').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Topic');
    await expect.poll(async () => (await page.getByRole('rowheader').allInnerTexts())[0]).toBe('Community');
    await page.getByRole('link', { name: /^Kevin Mueller on Community/ }).tap();
    await page.getByRole('dialog', { name: 'Kevin Mueller on community' }).waitFor();
  });
});
