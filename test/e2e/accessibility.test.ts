import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answered, ask, citation, field } from './asking.ts';
import { hasChromium } from './chromium.ts';
import { desktop, phone, useVisits } from './visit.ts';

interface Finding {
  id: string;
  impact?: string | null;
  nodes: { html: string }[];
}

/** What axe finds on a page in either theme and calls serious or critical, as `theme, rule: element`. */
async function serious(page: Page): Promise<string[]> {
  // Through the debugger, past the page's content security policy.
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate<Finding[]>('axe.run().then(({ violations }) => violations)');
    found.push(
      ...violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme}, ${id}: ${html}`)),
    );
  }
  return found;
}

const states: Record<string, (page: Page) => Promise<void>> = {
  'an answer with the source beside it': async (page) => {
    await ask(page, 'pricing');
    await citation(page, 1).click();
    await page.getByRole('region', { name: 'Source' }).locator('mark').waitFor();
  },
  'a popover': async (page) => {
    await ask(page, 'pricing');
    await citation(page, 1).hover();
    await page.getByRole('dialog').locator('mark').waitFor();
  },
  'a comparison': (page) => ask(page, 'compare'),
  prose: (page) => ask(page, 'written'),
  'no answer': (page) => ask(page, 'weather'),
  'a failure': async (page) => {
    await field(page).fill('crash');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('That did not work').waitFor();
  },
  'a question being edited': async (page) => {
    await ask(page, 'pricing');
    await page.getByRole('button', { name: 'Edit the question' }).click();
  },
  'the history': async (page) => {
    await ask(page, 'pricing');
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('dialog').getByRole('link').first().waitFor();
  },
  'the filters': async (page) => {
    await page.getByRole('button', { name: 'Filter by guest or episode' }).click();
    await page.getByRole('checkbox', { name: 'Kevin Mueller' }).check();
  },
  'a filter being typed': async (page) => {
    await field(page).pressSequentially('@');
    await page.getByRole('listbox').waitFor();
  },
};

const pages = [
  '/',
  '/compare',
  '/compare?topic=pricing',
  '/topics',
  '/topics?topic=pricing&guest=Kevin+Mueller&ep=69',
  '/episodes',
  '/episodes/69?quote=introduction-2:0-20',
  '/episodes/62',
  '/login',
  '/nowhere',
];

describe.skipIf(!hasChromium)('accessibility', () => {
  const { open, url } = useVisits('fake');

  it.each([
    ['desktop', desktop, pages],
    ['phone', phone, ['/', '/topics', '/compare?topic=pricing', '/episodes/69']],
  ])('axe finds nothing serious on any page on a %s', async (_name, device, paths) => {
    const page = await open('/login', device);
    for (const path of paths) {
      await page.goto(url() + path);
      expect([path, await serious(page)]).toEqual([path, []]);
    }
  });

  it('axe finds nothing serious in any state of the ask page', async () => {
    const page = await open('/login');
    for (const [name, reach] of Object.entries(states)) {
      await page.goto(url());
      await reach(page);
      expect([name, await serious(page)]).toEqual([name, []]);
    }
  });

  it('asks, opens a citation, closes it and follows up with the keyboard alone', async () => {
    const page = await open('/');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const tabTo = async (name: RegExp) => {
      for (let steps = 0; steps < 40; steps += 1) {
        if (name.test(await focused())) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never comes to ${String(name)}`);
    };
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('/');
    await page.keyboard.type('pricing');
    await page.keyboard.press('Enter');
    await answered(page);
    await page.keyboard.press('Shift+Tab');
    for (let steps = 0; !/^Citation 1/.test(await focused()); steps += 1) {
      if (steps > 40) throw new Error('Shift+Tab never comes to citation 1');
      await page.keyboard.press('Shift+Tab');
    }
    expect(await focused()).toMatch(/^Citation 1: Kevin Mueller, episode 69, /);
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'Source' });
    await panel.locator('mark').waitFor();
    await tabTo(/^Close source$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => panel.count()).toBe(0);
    expect(await focused()).toMatch(/^Citation 1/);
    await page.keyboard.press('/');
    await page.keyboard.type('weather');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'weather' }).waitFor();
  });

  it('tells a screen reader what goes on, without reading out each snapshot', async () => {
    const page = await open('/');
    await ask(page, 'pricing');
    const log = page.getByRole('log', { name: 'Conversation' });
    expect(await log.getAttribute('aria-live')).toBe('off');
    expect(await page.getByRole('status').filter({ hasText: /./ }).allInnerTexts()).toEqual([
      'Answer ready: 3 quotes from 2 guests.',
    ]);
    expect(await log.getByRole('status').filter({ hasText: /./ }).count()).toBe(0);
  });

  it.each([
    ['320 pixels', 320],
    ['200 % zoom', 640],
  ])('needs no sideways scrolling at %s', async (_name, width) => {
    const page = await open('/login', { viewport: { width, height: 640 } });
    for (const path of ['/?q=compare', '/compare?topic=pricing', '/topics', '/episodes', '/episodes/60']) {
      await page.goto(url() + path);
      if (path.startsWith('/?')) await answered(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, overflow]).toEqual([path, 0]);
    }
  });
});
