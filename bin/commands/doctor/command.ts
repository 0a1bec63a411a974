import { UserError } from '../../../ingest/user-error.ts';
import { loadConfig } from '../../../lib/config.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { exitCode } from '../../command-line/exit-code.ts';
import { asTyped } from '../../terminal/as-typed.ts';
import { indented } from '../../terminal/wrap.ts';
import type { Screen } from '../../terminal/terminal.ts';
import type { Check } from './checks.ts';
import type { Finding } from './finding.ts';

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'Explain what is wrong with the setup, and how to mend it.',
  about:
    'Looks at everything that answers depend on, from the transcripts to the port, and changes nothing. A fault (✗) has to ' +
    'be mended; a note (!) is worth knowing.',
  arguments: '',
  options: {},
  examples: [{ command: 'underdog-answers doctor', about: 'Look for trouble:' }],
  async run({ terminal, signal }) {
    const config = loadConfig();
    const { checks } = await import('./checks.ts');
    await report(
      { state: 'good', text: `${process.version} on ${process.platform}, ${process.arch}.` },
      'Node.js',
      terminal.output,
    );
    let faults = 0;
    for (const check of checks) {
      signal.throwIfAborted();
      const finding = await examined(check, config);
      if (finding.state === 'fault') faults++;
      await report(finding, check.subject, terminal.output);
    }
    if (faults === 0) return exitCode.answer;
    await terminal.output.write(`\n${faults} ${faults === 1 ? 'fault has' : 'faults have'} to be mended.\n`);
    return exitCode.failure;
  },
});

async function examined(check: Check, config: Parameters<Check['look']>[0]): Promise<Finding> {
  try {
    return await check.look(config);
  } catch (error) {
    if (error instanceof UserError) return { state: 'fault', text: error.message };
    throw error;
  }
}

async function report({ state, text }: Finding, subject: string, screen: Screen): Promise<void> {
  const { green, yellow, red, bold } = screen.colours;
  const sign = { good: green('✓'), note: yellow('!'), fault: red('✗') }[state];
  const margin = ' '.repeat(19);
  await screen.write(
    `${sign} ${bold(subject.padEnd(16))} ${indented(asTyped(text), screen.columns, margin).trimStart()}\n`,
  );
}
