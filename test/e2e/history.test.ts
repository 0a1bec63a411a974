import { describe, expect, it } from 'vitest';
import { ask, answered, field } from './asking.ts';
import { hasChromium } from './chromium.ts';
import { useVisits } from './visit.ts';

describe.skipIf(!hasChromium)('the history', () => {
  const { open, engine, url } = useVisits('fake');

  it('brings a conversation back after a reload and from another page, without asking again', async () => {
    const page = await open('/');
    await ask(page, 'pricing');
    await ask(page, 'weather');
    const asked = engine().asked.length;
    await page.reload();
    await page.getByRole('heading', { name: 'weather' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(2);
    await page.getByRole('link', { name: 'Episodes' }).click();
    await page.getByRole('heading', { name: 'Episodes' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'pricing' }).waitFor();
    expect(engine().asked).toHaveLength(asked);

    await ask(page, 'compare');
    expect(engine().asked.at(-1)).toMatchObject({ question: 'compare', context: ['pricing', 'weather'] });
  });

  it('lists conversations, opens, renames and deletes them', async () => {
    const page = await open('/');
    await ask(page, 'pricing');
    await page.getByRole('button', { name: 'New' }).click();
    await page.getByRole('heading', { name: /^Ask founders/ }).waitFor();
    await ask(page, 'compare');
    await page.getByRole('button', { name: 'History' }).click();
    const dialog = page.getByRole('dialog', { name: 'Conversations' });
    await dialog.getByRole('link', { name: 'pricing' }).waitFor();
    expect(await dialog.getByRole('link').count()).toBe(2);

    await dialog.getByRole('button', { name: 'Rename: pricing' }).click();
    await dialog.getByRole('textbox', { name: 'Name of the conversation' }).fill('About prices');
    await page.keyboard.press('Enter');
    await dialog.getByRole('link', { name: 'About prices' }).click();
    await page.getByRole('heading', { name: 'pricing' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);

    await page.getByRole('button', { name: 'History' }).click();
    await dialog.getByRole('button', { name: 'Delete: compare' }).click();
    await expect.poll(() => dialog.getByRole('link').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
  });

  it('asks again where an address names a conversation that another browser keeps', async () => {
    const page = await open('/');
    await ask(page, 'pricing');
    const address = page.url().slice(url().length);
    expect(address).toMatch(/^\/\?q=pricing&c=/);
    const other = await open(address);
    await answered(other);
    expect(await other.getByRole('heading', { name: 'pricing' }).count()).toBe(1);

    const nothing = await open('/?c=gone');
    await nothing.getByText('This browser does not keep that conversation.').waitFor();
    expect(await field(nothing).count()).toBe(1);
  });
});
