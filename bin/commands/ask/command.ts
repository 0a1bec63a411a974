import path from 'node:path';
import { UserError } from '../../../ingest/user-error.ts';
import { loadConfig } from '../../../lib/config.ts';
import { askRequestSchema } from '../../../lib/protocol.ts';
import type { AskRequest } from '../../../lib/protocol.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { exitCode } from '../../command-line/exit-code.ts';
import { filterOptions, filtersOf } from '../../command-line/filter-options.ts';
import type { Terminal } from '../../terminal/terminal.ts';

export const ask = defineCommand({
  name: 'ask',
  summary: 'Ask the shelf a question.',
  about:
    'Answers a question with quotes from the transcripts, each checked word for word against its source. Without a ' +
    'question it converses: follow-up questions are understood from those before. What is piped in is taken as the question.',
  arguments: '[QUESTION]',
  options: {
    ...filterOptions,
    context: {
      type: 'string',
      multiple: true,
      value: 'QUESTION',
      about: 'An earlier question that this one follows up; repeat it for several, oldest first.',
    },
    json: { type: 'boolean', about: 'Print the answer as one line of JSON.' },
    batch: {
      type: 'boolean',
      about:
        'Read questions from the input, one JSON object {id, question, context?, filters?} a line, and print an answer a line, in order.',
    },
  },
  examples: [
    {
      command: 'underdog-answers ask "How did Passbolt get its pricing wrong at first?"',
      about: 'Ask one question:',
    },
    { command: 'underdog-answers ask', about: 'Ask several, each following up the one before:' },
    {
      command: 'underdog-answers ask --guest "Liz Rice" "What is open core good for?"',
      about: 'Ask one guest:',
    },
    {
      command: 'underdog-answers ask --json --batch < questions.jsonl > answers.jsonl',
      about: 'Ask many questions:',
    },
  ],
  async run({ values, positionals, terminal, signal }) {
    const filters = filtersOf(values);
    const context = values.context ?? [];
    if (values.batch) {
      if (positionals.length > 0 || context.length > 0 || Object.keys(filters).length > 0) {
        throw new UserError(
          'bad-request',
          '--batch reads everything from the input: put question, context and filters into its lines.',
        );
      }
      const { answerBatch } = await import('./answer-batch.ts');
      const { withEngine } = await import('../../terminal/with-engine.ts');
      return withEngine({ terminal, signal }, async (engine) => answerBatch(engine, terminal, signal));
    }
    if (positionals.length === 0 && terminal.input.isTTY && !values.json) {
      const { converse } = await import('./converse.ts');
      const { withEngine } = await import('../../terminal/with-engine.ts');
      const historyFile = path.join(loadConfig().dataFolder, 'question-history');
      return withEngine({ terminal, signal }, async (engine) =>
        converse(engine, { filters, context, historyFile, terminal, signal }),
      );
    }
    const question = positionals.length > 0 ? positionals.join(' ') : await pipedQuestion(terminal);
    const request = askRequestSchema.parse({ question, context, filters });
    return answerOne(request, { json: values.json ?? false, terminal, signal });
  },
});

async function answerOne(
  request: AskRequest,
  { json, terminal, signal }: { json: boolean; terminal: Terminal; signal: AbortSignal },
): Promise<number> {
  const { withEngine } = await import('../../terminal/with-engine.ts');
  const { answerText } = await import('../../terminal/answer-text.ts');
  return withEngine({ terminal, signal }, async (engine) => {
    const answer = await engine.answer(request, signal);
    const { output } = terminal;
    await output.write(json ? `${JSON.stringify(answer)}\n` : `\n${answerText(answer, output)}`);
    return answer.kind === 'no-answer' ? exitCode.noAnswer : exitCode.answer;
  });
}

async function pipedQuestion({ input }: Terminal): Promise<string> {
  if (input.isTTY) return '';
  let text = '';
  for await (const chunk of input.setEncoding('utf8')) text += String(chunk);
  return text;
}
