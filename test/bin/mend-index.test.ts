import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { indexMender } from '../../bin/commands/serve/mend-index.ts';
import { UserError } from '../../ingest/user-error.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';

it('has a damaged index built anew, once, and nothing for any other error', async () => {
  const folder = await temporaryFolder();
  const written = path.join(folder, 'written');
  const program = path.join(folder, 'program.mjs');
  const code = `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(written)}, process.argv[2] + '\\n');`;
  await writeFile(program, code);
  const lines: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  onTestFinished(() => {
    stderr.mockRestore();
  });

  const mend = indexMender(program, new AbortController().signal);
  mend(new UserError('bad-request', 'no question'));
  mend(new TypeError('a defect'));
  expect(lines).toEqual([]);
  const damage = new UserError('index-damaged', '/data/index/current cannot be read');
  mend(damage);
  mend(damage);
  await vi.waitFor(() => {
    expect(lines.join('')).toContain('the index was built anew');
  }, 15_000);
  mend(damage);
  expect(await readFile(written, 'utf8')).toBe('ingest\n');
  expect(lines[0]).toContain('/data/index/current cannot be read');
});
