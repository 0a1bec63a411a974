import { openEmbedder } from '../../index/transformers-embedder.ts';
import { UserError } from '../../ingest/user-error.ts';
import type { Config } from '../../lib/config.ts';
import path from 'node:path';
import { changelog } from './changelog.ts';
import { qmsum } from './qmsum.ts';
import { runSuite } from './run-suite.ts';

const suites = [qmsum, changelog];

/**
 * Measures our retrieval on somebody else's questions, of which a folder holds the data. Throws `UserError`
 * ('bad-request') for an unknown suite, or a folder that is not its.
 */
export async function evaluateSuite(
  {
    name,
    data,
    json,
    say,
  }: { name: string; data: string; json: boolean; say: (text: string) => Promise<void> },
  config: Config,
): Promise<void> {
  const suite = suites.find((one) => one.name === name);
  if (!suite) {
    const known = suites.map((one) => one.name).join(' or ');
    throw new UserError('bad-request', `--suite can be ${known}, not “${name}”.`);
  }
  const embedder = await openEmbedder({ model: config.embeddingModel, cacheFolder: config.modelCacheFolder });
  try {
    const folder = path.join(config.dataFolder, 'suites');
    const figures = await runSuite(suite, { data, folder, config, embedder });
    if (json) {
      await say(JSON.stringify(figures));
      return;
    }
    await say('| system | questions | hit@1 | hit@5 | hit@10 | MRR@10 | nDCG@10 | ms |');
    await say('| ------ | --------- | ----: | ----: | -----: | -----: | ------: | -: |');
    for (const { system, kind, questions, hit1, hit5, hit10, mrr10, ndcg10, time } of figures) {
      const shares = [hit1, hit5, hit10, mrr10, ndcg10].map((share) => share.toFixed(3));
      await say(`| ${[system, `${kind} ${questions}`, ...shares, time.toFixed(1)].join(' | ')} |`);
    }
  } finally {
    await embedder.close();
  }
}
