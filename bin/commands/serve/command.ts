import { enterProduction, loadConfig } from '../../../lib/config.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { exitCode } from '../../command-line/exit-code.ts';

export const serve = defineCommand({
  name: 'serve',
  summary: 'Serve the web site.',
  about:
    'Serves the shelf as a web site, and over HTTP to programs. The index is built first where there is none or it is ' +
    'stale, and the site too. Asked to stop (Ctrl-C, SIGTERM), it lets the answers under way end.',
  arguments: '',
  options: {
    host: { type: 'string', value: 'ADDRESS', about: 'Where to listen; HOST, or 127.0.0.1, unless said.' },
    port: {
      type: 'string',
      short: 'p',
      value: 'NUMBER',
      about: 'The port; PORT, or 3000, unless said. 0 takes a free one.',
    },
    prepare: { type: 'boolean', about: 'Build the index and the site if they have to be, and end.' },
  },
  examples: [
    { command: 'underdog-answers serve', about: 'Serve to this machine alone, at http://localhost:3000:' },
    {
      command: 'underdog-answers serve --host 0.0.0.0 --port 8080',
      about: 'Serve to everybody who can reach this machine:',
    },
  ],
  async run({ values, terminal, signal }) {
    const config = loadConfig({ HOST: values.host, PORT: values.port });
    enterProduction();
    const { prepareSite, serveSite } = await import('./serve-site.ts');
    await (values.prepare ? prepareSite : serveSite)(config, { terminal, signal });
    return exitCode.answer;
  },
});
