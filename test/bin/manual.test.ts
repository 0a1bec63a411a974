import { format } from 'prettier';
import { expect, it } from 'vitest';
import { run } from './fake-terminal.ts';

// After a change of a command, `npx vitest run test/bin/manual.test.ts -u` writes the page anew.
it('docs/cli.md is the manual of the commands as they are', async () => {
  const { output } = await run(['--manual']);
  await expect(await format(output, { parser: 'markdown' })).toMatchFileSnapshot('../../docs/cli.md');
});
