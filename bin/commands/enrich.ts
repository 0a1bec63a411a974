import { UserError } from '../../ingest/user-error.ts';
import { loadConfig } from '../../lib/config.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { count, ProgressBar } from '../terminal/progress-bar.ts';

export const enrich = defineCommand({
  name: 'enrich',
  summary: 'Have a language model write what new transcripts are found by.',
  about:
    'For each paragraph of a guest about which nothing is written yet, the configured language model writes the questions ' +
    'that it answers, other wordings, a gist and topics; they are searched, and never shown as quotes. Says first how ' +
    'much that is; with --yes it goes on. What is written is kept at once, in the folder of added transcripts: stopped, ' +
    'it goes on where it was, and a paragraph that has not changed is never asked about again. Then run `ingest`.',
  arguments: '',
  options: {
    yes: { type: 'boolean', short: 'y', about: 'Ask the model, after saying how much it is.' },
    limit: { type: 'string', value: 'NUMBER', about: 'Stop after so many paragraphs.' },
  },
  examples: [
    { command: 'underdog-answers enrich', about: 'See how much there is to write:' },
    { command: 'underdog-answers enrich --yes && underdog-answers ingest', about: 'Write it, and index it:' },
  ],
  async run({ values, terminal, signal }) {
    const config = loadConfig();
    const limit = values.limit === undefined ? Infinity : Number(values.limit);
    if (values.limit !== undefined && !/^[1-9]\d{0,8}$/.test(values.limit)) {
      throw new UserError('bad-request', `--limit must be a whole number from 1, not “${values.limit}”.`);
    }
    const { enrichShelf, planEnrichment } = await import('../../lib/enrich/enrich-shelf.ts');
    const plan = await planEnrichment(config, limit);
    const say = (text: string): Promise<void> => terminal.output.write(`${text}\n`);
    if (plan.paragraphs.length === 0) {
      await say('There is nothing to write: every paragraph of a guest has its questions, gist and topics.');
      return exitCode.answer;
    }
    const { languageModel } = config;
    if (!languageModel) {
      throw new UserError(
        'bad-configuration',
        `No language model is configured to write about ${count(plan.paragraphs.length)} paragraphs. Without one, headings and the host's questions serve. Set ANTHROPIC_API_KEY, OPENAI_API_KEY, or LLM_BASE_URL and LLM_MODEL to have more.`,
      );
    }
    const { read, written: toWrite } = plan.tokens;
    await say(
      `${count(plan.paragraphs.length)} paragraphs for ${languageModel.model}: about ${count(read)} tokens to read and ${count(toWrite)} to write. What they cost is on your provider's price list.`,
    );
    if (!values.yes) {
      await say('Nothing was sent. Run it again with --yes to go on.');
      return exitCode.answer;
    }
    const { openLanguageModel } = await import('../../lib/prose/open-language-model.ts');
    const bar = new ProgressBar(terminal.errors);
    try {
      const { written, unreadable } = await enrichShelf(plan, {
        config,
        writer: { model: openLanguageModel(languageModel), config: languageModel },
        signal,
        onProgress: (done) => {
          bar.update({ label: 'Writing', done, total: plan.paragraphs.length });
        },
      });
      bar.clear();
      await say(`Wrote about ${count(written)} paragraphs. Run \`npm run ingest\` to index it.`);
      if (unreadable.length > 0) {
        await say(
          `Of ${count(unreadable.length)} the model wrote nothing that can be read: ${unreadable.slice(0, 5).join(', ')}.`,
        );
      }
      return exitCode.answer;
    } finally {
      bar.clear();
    }
  },
});
