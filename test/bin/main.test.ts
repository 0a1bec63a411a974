import { describe, expect, it } from 'vitest';
import { commands } from '../../bin/commands.ts';
import { run } from './fake-terminal.ts';

describe('the program', () => {
  it('explains itself: on demand on the output, and as an error where no command is given', async () => {
    const asked = await run(['--help']);
    expect(asked).toMatchObject({ code: 0, errors: '' });
    for (const { name, summary } of commands) {
      expect(asked.output).toContain(`  ${name} `);
      expect(asked.output.replace(/\s+/g, ' ')).toContain(summary);
    }
    expect(await run([])).toEqual({ code: 2, output: '', errors: asked.output });
  });

  it('tells its version', async () => {
    expect((await run(['--version'])).output).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('refuses an unknown command, naming the one that was meant', async () => {
    expect(await run(['ingset'])).toEqual({
      code: 2,
      output: '',
      errors: 'error: There is no command ingset. Did you mean ingest? `--help` lists them all.\n',
    });
    expect((await run(['dance'])).errors).toBe(
      'error: There is no command dance. `--help` lists them all.\n',
    );
  });
});

describe.each(commands)('the command $name', (command) => {
  it('explains itself within 80 columns: usage, every option, every example', async () => {
    const { code, output } = await run([command.name, '--help']);
    expect(code).toBe(0);
    expect(output).toContain(`Usage  underdog-answers ${command.name} [OPTIONS]`);
    for (const name of Object.keys(command.options)) expect(output).toContain(`--${name}`);
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) expect(output).toContain(example.command);
    expect(Math.max(...output.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it('refuses an unknown option, naming it', async () => {
    const { code, output, errors } = await run([command.name, '--colour']);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(`Unknown option '--colour'. \`${command.name} --help\` lists what it takes.`);
  });

  it('has examples that its parser takes', () => {
    for (const { command: line } of command.examples) {
      const unknown = [...line.matchAll(/ --([a-z-]+)/g)].filter(
        ([, name = '']) => !(name in command.options),
      );
      expect(unknown, line).toEqual([]);
    }
  });
});
