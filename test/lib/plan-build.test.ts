import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildShelf } from '../../lib/build-shelf.ts';
import { removeEpisode } from '../../lib/change-shelf.ts';
import type { Config } from '../../lib/config.ts';
import { planBuild } from '../../lib/plan-build.ts';
import type { BuildPlan } from '../../lib/plan-build.ts';
import { describeShelf, recalledShelf } from '../../lib/shelf-content.ts';
import { findShelfFiles } from '../../lib/shelf-files.ts';
import { interview, smallShelf } from '../fixtures/small-shelf.ts';

/** A shelf of episode 7 alone. */
async function otherShelf(): Promise<Config> {
  const config = await smallShelf();
  await rm(config.transcriptsFolder, { recursive: true });
  await mkdir(config.transcriptsFolder);
  await writeFile(path.join(config.transcriptsFolder, 'seven.txt'), interview(7, 'Gus Gum', 'Stem', 'rakes'));
  return config;
}

async function plan(config: Config, live: Config, keepOthers: boolean): Promise<BuildPlan> {
  const { manifest } = await buildShelf(live);
  return planBuild(await describeShelf(config, await findShelfFiles(config)), manifest, { keepOthers });
}

describe('planning a build of a shared index', () => {
  it('keeps episodes whose transcripts are elsewhere, and remembers them', async () => {
    const { episodes, unchanged, inputs } = await plan(await otherShelf(), await smallShelf(), true);
    expect(episodes.map(({ number }) => number)).toEqual([7]);
    expect([...unchanged]).toEqual([1, 2]);
    const numbers = recalledShelf(inputs).transcripts.flatMap((transcript) => transcript.episodes);
    expect(numbers).toEqual([1, 2, 7]);
  });

  it('lets them go where the index is this shelf alone', async () => {
    const { unchanged, inputs } = await plan(await otherShelf(), await smallShelf(), false);
    expect([...unchanged]).toEqual([]);
    expect(recalledShelf(inputs).transcripts.flatMap(({ episodes }) => episodes)).toEqual([7]);
  });

  it('takes off what was removed here', async () => {
    const [here, live] = [await smallShelf(), await smallShelf()];
    await removeEpisode(here, 1);
    const { episodes, unchanged } = await plan(here, live, true);
    expect([...episodes.map(({ number }) => number), ...unchanged]).toEqual([2]);
  });
});
