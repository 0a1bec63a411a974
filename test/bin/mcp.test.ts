import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../lib/protocol.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';

describe('the command for agents', () => {
  it('answers over standard input and output, from the real shelf, and ends with its input', async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [path.resolve('bin/underdog-answers.js'), 'mcp'],
      env: { PATH: process.env.PATH ?? '', DATA_DIR: await temporaryFolder(), NODE_ENV: 'production' },
      stderr: 'pipe',
    });
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(transport);
    const { structuredContent } = await client.callTool({
      name: 'ask',
      arguments: { question: 'Who said pricing is the final boss?' },
    });
    const answer = answerSchema.parse(structuredContent);
    expect(answer.citations[0]).toMatchObject({ speaker: 'Nick Schrock', episode: 65, verified: true });
    const { resources } = await client.listResources();
    expect(resources).toHaveLength(10);
    await client.close();
  }, 60_000);
});
