import { describe, expect, it } from 'vitest';
import { ask } from './asking.ts';
import { hasChromium } from './chromium.ts';
import { phone, useVisits } from './visit.ts';

describe.skipIf(!hasChromium)('a comparison', () => {
  const { open, url } = useVisits('fake');

  it('is a table with a row for each guest, the silent ones too, and cards on a phone', async () => {
    for (const device of [undefined, phone]) {
      const page = await open('/', device);
      await ask(page, 'compare');
      const table = page.getByRole('table', { name: 'What each guest says' });
      const rows = await table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader') })
        .allInnerTexts();
      expect(rows).toHaveLength(3);
      expect(rows[0]).toMatch(/KM\s+Kevin Mueller\s+Passbolt\s+Episode 69/);
      expect(rows[2]).toMatch(/Amandine Le Pape[^]*did not speak about this/);
      const [head, cell] = await Promise.all([
        table.getByRole('rowheader').first().boundingBox(),
        table.getByRole('cell').first().boundingBox(),
      ]);
      if (head === null || cell === null) throw new Error('The table is not shown.');
      if (device === phone) expect(cell.y).toBeGreaterThanOrEqual(head.y + head.height);
      else expect(cell.x).toBeGreaterThanOrEqual(head.x + head.width);
    }
  });

  it('can be made on its own page, whose address is its state', async () => {
    const page = await open('/compare');
    await page.getByRole('checkbox', { name: 'Kevin Mueller' }).check();
    await page.getByRole('checkbox', { name: 'Nick Schrock' }).check();
    await page.getByRole('combobox', { name: 'Topic' }).fill('pricing & value');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('table', { name: 'What each guest says' }).waitFor();
    const address = new URL(page.url());
    expect(address.searchParams.get('topic')).toBe('pricing & value');
    expect(address.searchParams.getAll('guest')).toEqual(['Kevin Mueller', 'Nick Schrock']);

    const other = await open(page.url().slice(url().length));
    await other.getByRole('table', { name: 'What each guest says' }).waitFor();
    expect(await other.getByRole('checkbox', { name: 'Nick Schrock' }).isChecked()).toBe(true);
    await other.getByRole('button', { name: /^Citation 1/ }).click();
    await expect
      .poll(() => other.getByRole('region', { name: 'Source' }).locator('mark').innerText())
      .toMatch(/^I think no one/);
  });

  it('says so where nobody speaks about the topic, and what is wrong with a request', async () => {
    const page = await open('/compare?topic=weather');
    await page.getByText('Nobody on this shelf speaks about that.').waitFor();
    const long = await open(`/compare?topic=${'x'.repeat(2001)}`);
    await long.getByText(/longer than 2000/).waitFor();
  });
});
