import { UserError } from '../../ingest/user-error.ts';
import { askRequestSchema } from '../../lib/protocol.ts';
import type { Retrieved } from '../../lib/protocol.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { filterOptions, filtersOf } from '../command-line/filter-options.ts';
import type { Screen } from '../terminal/terminal.ts';
import { indented } from '../terminal/wrap.ts';

const mostResults = 60;

export const search = defineCommand({
  name: 'search',
  summary: 'List the passages that speak to a question, best first.',
  about:
    'Lists the passages that an answer would be made of, best first, each with its score from 0 to 1, its address, who ' +
    'says it, and its words.',
  arguments: 'QUESTION',
  options: {
    ...filterOptions,
    limit: {
      type: 'string',
      short: 'n',
      value: 'NUMBER',
      about: `Most passages to list: 1 to ${mostResults}, 10 unless said.`,
    },
    json: { type: 'boolean', about: 'Print a line of JSON a passage.' },
  },
  examples: [
    { command: 'underdog-answers search "community building"', about: 'Search the shelf:' },
    {
      command: 'underdog-answers search -n 3 -e 69 pricing',
      about: 'Search one episode, and list three passages:',
    },
  ],
  async run({ values, positionals, terminal, signal }) {
    const limit = limitOf(values.limit ?? '10');
    const { question, filters } = askRequestSchema.parse({
      question: positionals.join(' '),
      filters: filtersOf(values),
    });
    const { withEngine } = await import('../terminal/with-engine.ts');
    return withEngine({ terminal, signal }, async (engine) => {
      const found = await engine.search(question, { filters, limit });
      for (const passage of found) {
        await terminal.output.write(
          values.json ? `${JSON.stringify(passage)}\n` : passageText(passage, terminal.output),
        );
      }
      return found.length > 0 ? exitCode.answer : exitCode.noAnswer;
    });
  },
});

function passageText({ anchor, speaker, text, score }: Retrieved, { columns, colours }: Screen): string {
  const { bold, cyan, dim } = colours;
  const quote = indented(text.replace(/\s+/g, ' '), columns, '    ');
  return `${bold(score.toFixed(2))} ${cyan(speaker)} ${dim(anchor)}\n${quote}\n\n`;
}

function limitOf(value: string): number {
  const limit = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > mostResults) {
    throw new UserError(
      'bad-request',
      `--limit is “${value}”, but must be a whole number from 1 to ${mostResults}.`,
    );
  }
  return limit;
}
