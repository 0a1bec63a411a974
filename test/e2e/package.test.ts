import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../../lib/protocol.ts';
import { hasChromium } from './chromium.ts';
import { startProgram } from './start-program.ts';

const runFile = promisify(execFile);

/** The package as npm unpacks it in an empty folder, but with the dependencies of this project. */
describe.skipIf(!hasChromium)('the published package', () => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  const program = () => path.join(folder, 'node_modules/underdog-answers/bin/underdog-answers.js');
  const run = (...args: string[]) =>
    runFile(process.execPath, [program(), ...args], { cwd: folder, env: environment });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'underdog-package-'));
    const home = path.join(folder, 'node_modules/underdog-answers');
    await mkdir(home, { recursive: true });
    const { stdout } = await runFile('npm', ['pack', '--silent', '--pack-destination', folder]);
    const tarball = stdout.trim().split('\n').at(-1) ?? '';
    await runFile('tar', ['-xzf', path.join(folder, tarball), '-C', home, '--strip-components=1']);
    await symlink(path.resolve('node_modules'), path.join(home, 'node_modules'));
    environment = {
      ...process.env,
      NODE_ENV: 'production',
      HOME: folder,
      XDG_DATA_HOME: path.join(folder, 'data'),
    };
    return () => rm(folder, { recursive: true, force: true });
  }, 300_000);

  it('answers in an empty folder, with its own model and shelf, and keeps its data with the user’s', async () => {
    const { stdout } = await run('ask', '--json', 'How did Passbolt get its pricing wrong at first?');
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(answer).toMatchObject({ kind: 'answer' });
    expect(answer.citations[0]?.speaker).toBe('Kevin Mueller');

    const { stdout: doctor } = await run('doctor');
    expect(doctor).toContain(`✓ Data folder      ${path.join(folder, 'data/underdog-answers')}`);
    expect(doctor).toContain('✓ Web site         Built.');
  });

  it('serves the site that came with it', async () => {
    const served = startProgram(program(), ['serve', '--port', '0'], { cwd: folder, env: environment });
    const url = await served.says(/(http:\/\/localhost:\d+)/);
    expect(await (await fetch(`${url}/episodes/69`)).text()).toContain('Kevin Mueller');
    served.stop('SIGINT');
    expect(await served.exit).toEqual([0, null]);
  });

  it('is a retriever of LangChain, as the documentation shows', async () => {
    const [, example = ''] = /```js\n(.*?)```/s.exec(readFileSync('docs/langchain.md', 'utf8')) ?? [];
    await writeFile(path.join(folder, 'example.mjs'), example);
    const { stdout } = await runFile(process.execPath, ['example.mjs'], { cwd: folder, env: environment });
    expect(stdout).toMatch(/^Kevin Mueller, Ep 69 › .+ \(\/episodes\/69#.+\)\n\S/);
  });

  it('speaks of its own commands', async () => {
    await expect(run('ask', '--episode', '99', 'Why?')).rejects.toMatchObject({ code: 2 });
    environment = { ...environment, TRANSCRIPTS_DIR: folder };
    await expect(run('ingest')).rejects.toMatchObject({
      stderr: expect.stringContaining('`underdog-answers ingest PATH`') as string,
    });
  });
});
