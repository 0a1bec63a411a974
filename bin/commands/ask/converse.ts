import { createInterface } from 'node:readline/promises';
import type { Engine } from '../../../lib/engine.ts';
import { askRequestSchema } from '../../../lib/protocol.ts';
import type { Filters } from '../../../lib/protocol.ts';
import { exitCode } from '../../command-line/exit-code.ts';
import { answerText } from '../../terminal/answer-text.ts';
import { explainFailure } from '../../terminal/explain-failure.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { appendHistory, readHistory } from './question-history.ts';

/** Earlier questions that a follow-up may refer to. */
const mostContext = 20;

/**
 * Asks for questions and answers them until the user is done. A number asks the suggestion of that number; Ctrl-C stops
 * an answer, or ends the conversation where none is being written.
 */
export async function converse(
  engine: Pick<Engine, 'answer' | 'starters'>,
  {
    filters,
    context,
    historyFile,
    terminal,
    signal,
  }: {
    filters: Filters;
    context: readonly string[];
    historyFile: string;
    terminal: Terminal;
    signal: AbortSignal;
  },
): Promise<number> {
  const { output, errors, input } = terminal;
  const asked = [...context];
  let suggestions = await engine.starters();
  let answering: AbortController | null = null;
  await output.write(greeting(suggestions, terminal));
  const lines = createInterface({
    input,
    output: output.stream,
    terminal: output.isTerminal,
    prompt: output.colours.bold('› '),
    history: await readHistory(historyFile),
    historySize: 500,
  });
  lines.on('SIGINT', () => {
    if (answering) answering.abort(new Error('stopped by the user'));
    else lines.close();
  });
  signal.addEventListener('abort', () => {
    lines.close();
  });
  lines.prompt();
  for await (const line of lines) {
    const question = suggestions[Number(line.trim()) - 1] ?? line.trim();
    if (/^(exit|quit|bye|:?q)$/i.test(question)) break;
    if (question !== '') {
      answering = new AbortController();
      try {
        const request = askRequestSchema.parse({ question, context: asked.slice(-mostContext), filters });
        await appendHistory(historyFile, question);
        const answer = await engine.answer(request, answering.signal);
        asked.push(question);
        suggestions = answer.suggestions;
        await output.write(`\n${answerText(answer, output)}\n`);
      } catch (error) {
        if (answering.signal.aborted) await errors.write('Stopped.\n');
        else await explainFailure(error, errors);
      } finally {
        answering = null;
      }
    }
    lines.prompt();
  }
  lines.close();
  return exitCode.answer;
}

function greeting(starters: readonly string[], { output }: Terminal): string {
  const { bold, dim } = output.colours;
  const lines = starters.map((question, i) => `  ${i + 1}. ${question}`);
  return [
    bold('Ask the shelf a question.'),
    ...(lines.length > 0 ? ['For example (a number asks it):', ...lines] : []),
    dim('Ctrl-C stops an answer, Ctrl-D ends the conversation.'),
    '',
  ].join('\n');
}
