import { compareRequestSchema } from '../../lib/protocol.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { exitCode } from '../command-line/exit-code.ts';

export const compare = defineCommand({
  name: 'compare',
  summary: 'Set guests side by side on a topic.',
  about:
    'Shows what each guest says about a topic, in quotes, and who did not speak about it. Without --guest it takes every ' +
    'guest who speaks about the topic.',
  arguments: 'TOPIC',
  options: {
    guest: {
      type: 'string',
      short: 'g',
      multiple: true,
      value: 'NAME',
      about: 'A guest to compare; repeat it for several.',
    },
    json: { type: 'boolean', about: 'Print the comparison as one line of JSON.' },
  },
  examples: [
    { command: 'underdog-answers compare pricing', about: 'Compare all guests:' },
    {
      command: 'underdog-answers compare -g "Kevin Mueller" -g "Peter Farkas" pricing',
      about: 'Compare two guests:',
    },
  ],
  async run({ values, positionals, terminal, signal }) {
    const request = compareRequestSchema.parse({ topic: positionals.join(' '), guests: values.guest });
    const { withEngine } = await import('../terminal/with-engine.ts');
    const { answerText } = await import('../terminal/answer-text.ts');
    return withEngine({ terminal, signal }, async (engine) => {
      const answer = await engine.compare(request, signal);
      const { output } = terminal;
      await output.write(values.json ? `${JSON.stringify(answer)}\n` : `\n${answerText(answer, output)}`);
      return answer.kind === 'no-answer' ? exitCode.noAnswer : exitCode.answer;
    });
  },
});
