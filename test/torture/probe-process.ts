import { createHash } from 'node:crypto';
import { UserError } from '../../ingest/user-error.ts';
import { buildShelf } from '../../lib/build-shelf.ts';
import { addTranscripts } from '../../lib/change-shelf.ts';
import { loadConfig } from '../../lib/config.ts';
import type { Engine } from '../../lib/engine.ts';
import { openEngine } from '../../lib/open-engine.ts';
import { tryMutated } from '../ingest/mutated/try-mutated.ts';
import type { ProbeReply, ProbeRequest } from './probe.ts';

/** Asked of every index: what is compared is all that is answered. */
const questions = [
  'How did Treeline find the price of pruning shears?',
  'What do founders say about bird houses of kind 7?',
  'Whom did Sapling hire first?',
  'Who speaks about zebras on the moon?',
];

let held: Engine | null = null;

/** What an engine answers, as a hash: what differs from one run to the next is left out. */
async function answersOf(engine: Engine): Promise<string> {
  const hash = createHash('sha256');
  for (const question of questions) {
    hash.update(JSON.stringify({ ...(await engine.answer({ question })), id: '', ms: 0 }));
  }
  hash.update(JSON.stringify(await engine.transcript(2)));
  return hash.digest('hex').slice(0, 16);
}

async function opened<T>(dataFolder: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine({ ...loadConfig({ DATA_DIR: dataFolder }), stopOnFault: true });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

async function handle({ what, dataFolder, file, seed = 0 }: ProbeRequest): Promise<ProbeReply> {
  switch (what) {
    case 'ask':
      return { answers: await opened(dataFolder, answersOf) };
    case 'hold':
      held = await openEngine(
        { ...loadConfig({ DATA_DIR: dataFolder }), stopOnFault: false },
        { onProblem: () => undefined },
      );
      return { answers: await answersOf(held) };
    case 'ask held':
      if (!held) throw new Error('nothing is held');
      return { answers: await answersOf(held) };
    case 'release':
      await held?.close();
      held = null;
      return {};
    case 'read': {
      const before = process.cpuUsage();
      const tried = await tryMutated(seed);
      return { tried: { ...tried, milliseconds: process.cpuUsage(before).user / 1000 } };
    }
    case 'ingest': {
      const config = loadConfig({ DATA_DIR: dataFolder });
      if (file !== undefined) await addTranscripts(config, [file]);
      await buildShelf(config, { verify: true });
      return { answers: await opened(dataFolder, answersOf) };
    }
  }
}

process.on('message', (request: ProbeRequest) => {
  void handle(request)
    .catch((error: unknown): ProbeReply => {
      if (error instanceof UserError) return { refused: `${error.code}: ${error.message}` };
      return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    })
    .then((reply) => process.send?.(reply));
});
