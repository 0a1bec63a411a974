import { once } from 'node:events';
import next from 'next';
import { buildShelf } from '../../../lib/build-shelf.ts';
import type { Config } from '../../../lib/config.ts';
import type { Health } from '../../../lib/engine.ts';
import { keepHeapSmall } from '../../../lib/keep-heap-small.ts';
import { loggedEngine, logProblem } from '../../../lib/log/engine-log.ts';
import { loggingRequests } from '../../../lib/log/request-log.ts';
import { openFreshEngine } from '../../../lib/open-fresh-engine.ts';
import { setProcessEngine } from '../../../lib/process-engine.ts';
import { describeIndex, showProgress } from '../../terminal/index-progress.ts';
import { count, ProgressBar } from '../../terminal/progress-bar.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { buildSite, siteState } from './build-site.ts';
import { indexMender } from './mend-index.ts';
import { SiteServer } from './site-server.ts';

/** Serves the site until the signal; then lets the requests under way end. */
export async function serveSite(
  config: Config,
  { terminal, signal }: { terminal: Terminal; signal: AbortSignal },
): Promise<void> {
  keepHeapSmall();
  const server = await SiteServer.listen(config.host, config.port);
  try {
    const { onProgress, done } = showProgress(terminal.errors);
    const mend = indexMender(process.argv[1] ?? '', signal);
    const onProblem = (error: Error): void => {
      logProblem(error);
      mend(error);
    };
    const engine = await openFreshEngine(config, { onProgress, signal, onProblem }).finally(done);
    setProcessEngine(loggedEngine(engine, config.log, mend));
    try {
      await buildSiteIfNeeded(config.root, terminal, signal);
      const site = next({
        dev: false,
        dir: config.root,
        hostname: config.host,
        port: config.port,
        quiet: true,
      });
      await site.prepare();
      const answer = site.getRequestHandler();
      server.answerWith(
        loggingRequests((request, response) => {
          // Whoever asks can invent it; without it Next.js notes the address that the connection has.
          if (!config.gate.trustProxy) delete request.headers['x-forwarded-for'];
          void answer(request, response);
        }, config.gate),
      );
      await terminal.output.write(`${server.url}\n${served(await engine.health())}\n`);
      if (!signal.aborted) await once(signal, 'abort');
      await terminal.errors.write('Stopping: answers under way may end.\n');
      await server.drain();
      await site.close();
    } finally {
      setProcessEngine(null);
      await engine.close();
    }
  } finally {
    await server.drain();
  }
}

/** Builds the index and the site where they have to be. */
export async function prepareSite(
  config: Config,
  { terminal, signal }: { terminal: Terminal; signal: AbortSignal },
): Promise<void> {
  const { onProgress, done } = showProgress(terminal.errors);
  const { manifest } = await buildShelf(config, { onProgress, signal, verify: true }).finally(done);
  await buildSiteIfNeeded(config.root, terminal, signal);
  await terminal.output.write(`Ready to serve ${describeIndex(manifest)}.\n`);
}

async function buildSiteIfNeeded(root: string, { errors }: Terminal, signal: AbortSignal): Promise<void> {
  if ((await siteState(root)) === 'built') return;
  const bar = new ProgressBar(errors);
  bar.update({ label: 'Building the site', done: 0, total: 0 });
  await buildSite(root, signal).finally(() => {
    bar.clear();
  });
}

const modes: Readonly<Record<Health['mode'], string>> = {
  quotes: 'quotes',
  llm: 'prose by a language model, over quotes',
};

function served({ counts, model, vectorDriver, mode }: Health): string {
  const { episodes, passages } = counts;
  return [
    `${count(episodes)} episodes, ${count(passages)} passages; answers in ${modes[mode]}`,
    `embedding model ${model}, vector search ${vectorDriver}`,
    'Stop with Ctrl-C.',
  ].join('\n');
}
