import { helpOption } from './command.ts';
import type { CommandDescription, Option } from './command.ts';
import { exitCode } from './exit-code.ts';
import { optionWords, usage } from './help.ts';
import { programName } from './program-name.ts';

/** The manual of the program, in Markdown; docs/cli.md holds it. */
export function manual(commands: readonly CommandDescription[]): string {
  return [
    `# ${programName}`,
    '',
    'Ask a shelf of interview transcripts a question; get an answer made of verbatim, checked quotes.',
    '',
    'In a checkout, `npm run ask -- …` stands for `underdog-answers ask …`, likewise `ingest`, `mcp` and `doctor`, and',
    '`npm start` for `underdog-answers serve`; every command runs as `node bin/underdog-answers.js COMMAND`.',
    '',
    ...commands.map(({ name, summary }) => `- [${name}](#${name}): ${summary}`),
    '',
    ...commands.flatMap(section),
    '## Exit codes',
    '',
    `- ${exitCode.answer}: done; for a question, there is an answer.`,
    `- ${exitCode.failure}: something of the setup has to be mended, as the message says, or the program has a defect.`,
    `- ${exitCode.misuse}: the command was used wrongly; for a batch, a line of it.`,
    `- ${exitCode.noAnswer}: nobody on the shelf answers the question.`,
    `- ${exitCode.stopped}: stopped by Ctrl-C.`,
    '',
    '## Files',
    '',
    'A checkout keeps what it writes in `data/`. An installed program keeps it where the platform keeps users’ data:',
    '`~/.local/share/underdog-answers` (or below `XDG_DATA_HOME`), `~/Library/Application Support/underdog-answers`, or',
    '`%LOCALAPPDATA%\\underdog-answers`. `DATA_DIR` sets another folder. In it are `index/` (the index), `transcripts/`',
    '(copies of what was added, and the list of what was removed), `models/` (models that were downloaded) and',
    '`question-history` (what was asked in conversations).',
    '',
    'Settings are read from the environment and from `.env` in the checkout, or in the working folder of an installed',
    'program. The README lists them.',
    '',
  ].join('\n');
}

function section(command: CommandDescription): string[] {
  const options = Object.entries<Option>({ ...command.options, ...helpOption });
  return [
    `## ${command.name}`,
    '',
    '```',
    usage(command),
    '```',
    '',
    command.about,
    '',
    ...options.map(([name, option]) => `- \`${optionWords(name, option)}\`: ${option.about}`),
    '',
    ...command.examples.flatMap((example) => [example.about, '', '```sh', example.command, '```', '']),
  ];
}
