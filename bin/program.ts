import { main } from './main.ts';
import { processTerminal } from './terminal/terminal.ts';

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => {
    stop.abort(new Error('stopped by the user'));
    // Who asks twice does not want to wait.
    process.once(name, () => process.exit(130));
  });
}
// Whoever reads our output may have seen enough of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2), processTerminal(), stop.signal);
