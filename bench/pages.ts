import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';

const paths = ['/', '/compare', '/topics', '/episodes', '/episodes/69'];
const loads = 5;

/** How many times slower than this machine the reader's is. */
const slowDown = 4;

/** What has been painted so far: times in milliseconds since the navigation began, and how far the layout moved. */
const paintedSchema = z.object({ largest: z.number(), shift: z.number() });

/** Observes from the first moment of a page on; `painted()` in the page tells. */
const observe = `
  let largest = 0;
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) largest = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  window.painted = () => ({ largest, shift });
`;

/** A page of the site as a reader with a slow machine and an empty cache gets it. */
export interface PageLoad {
  path: string;
  /** Largest Contentful Paint in milliseconds: the median of the loads, and the slowest. */
  largestPaint: { median: number; slowest: number };
  /** Cumulative layout shift of the worst load. */
  shift: number;
  /** Bytes on the wire. */
  bytes: { scripts: number; all: number };
}

/** Loads the pages of the production site, on the shelf as it is, in Chromium. */
export async function* measurePages(root: string): AsyncGenerator<PageLoad> {
  const server = spawn(process.execPath, ['bin/underdog-answers.js', 'serve', '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const site = await addressOf(server.stdout);
    for (const each of paths) yield await measurePage(browser, site, each);
  } finally {
    await browser.close();
    server.kill();
    await once(server, 'close');
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('The server ended before it said where it listens.');
}

async function measurePage(browser: Browser, site: string, each: string): Promise<PageLoad> {
  // The server's own first time is not the reader's.
  await (await fetch(site + each)).text();
  const runs = [];
  for (let run = 0; run < loads; run += 1) {
    const page = await browser.newPage();
    runs.push(await load(page, site + each));
    await page.close();
  }
  // Chromium does not always say what it painted.
  const paints = runs.flatMap(({ largest }) => (largest > 0 ? [largest] : [])).sort((a, b) => a - b);
  return {
    path: each,
    largestPaint: { median: paints[Math.floor(paints.length / 2)] ?? 0, slowest: paints.at(-1) ?? 0 },
    shift: Math.max(...runs.map(({ shift }) => shift)),
    bytes: runs[0]?.bytes ?? { scripts: 0, all: 0 },
  };
}

async function load(page: Page, url: string) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  const bytes = { scripts: 0, all: 0 };
  const scripts = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength;
    if (scripts.has(requestId)) bytes.scripts += encodedDataLength;
  });
  await page.addInitScript(observe);
  await page.goto(url, { waitUntil: 'networkidle' });
  return { ...paintedSchema.parse(await page.evaluate('painted()')), bytes };
}
