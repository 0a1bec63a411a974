import { keepHeapSmall } from '../../lib/keep-heap-small.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { exitCode } from '../command-line/exit-code.ts';

export const mcp = defineCommand({
  name: 'mcp',
  summary: 'Serve the shelf to an agent over standard input and output.',
  about:
    'Speaks the Model Context Protocol over standard input and output, for agents that start their tools themselves, ' +
    'until its input ends. A running site speaks it over HTTP at /mcp.',
  arguments: '',
  options: {},
  examples: [{ command: 'underdog-answers mcp', about: 'What an agent is told to start:' }],
  async run({ terminal, signal }) {
    keepHeapSmall();
    const { withEngine } = await import('../terminal/with-engine.ts');
    const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
    const { createMcpServer } = await import('../../lib/mcp/mcp-server.ts');
    return withEngine({ terminal, signal }, async (engine) => {
      const server = createMcpServer(engine, {
        onFault: (error) => {
          const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
          void terminal.errors.write(`${text}\n`);
        },
      });
      const ended = new Promise<void>((resolve) => {
        process.stdin.once('end', resolve).once('close', resolve);
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
      await server.connect(new StdioServerTransport());
      await ended;
      await server.close();
      return exitCode.answer;
    });
  },
});
