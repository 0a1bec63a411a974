import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../bin/commands.ts';
import { variableNames } from '../lib/config.ts';

const readme = readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe('the README', () => {
  it('has every setting with its default, and no other', () => {
    const example = new Map(
      readFileSync('.env.example', 'utf8')
        .split('\n')
        .filter((line) => /^[A-Z]/.test(line))
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    const rows = [...readme.matchAll(/^\| (`[A-Z_`, ]+`) +\| ([^|]+?) +\|/gm)];
    const table = rows.flatMap(([, names = '', defaults = '']) => {
      const values = defaults.split(', ').map((value) => value.replaceAll('`', ''));
      return names.split(', ').map((name, i): [string, string] => {
        return [name.replaceAll('`', ''), defaults === 'none' ? '' : (values[i] ?? 'not in the table')];
      });
    });
    expect(table.map(([name]) => name).sort()).toEqual([...variableNames].sort());
    expect(Object.fromEntries(table)).toEqual(Object.fromEntries(example));
  });

  it('names only scripts, commands and options that there are', () => {
    const lines = [
      ...readme.matchAll(/(?:npm run (\w+)(?: --)?|underdog-answers (\w+)|bin\/(ask))([^\n`]*)/g),
    ];
    expect(lines.length).toBeGreaterThan(10);
    for (const [line, script, word, ask, rest = ''] of lines) {
      if (script !== undefined) expect(Object.keys(scripts), line).toContain(script);
      const command = commands.find(({ name }) => name === (script ?? word ?? ask));
      if (word !== undefined) expect(command, line).toBeDefined();
      const options = command ? Object.keys(command.options) : [];
      for (const [, option = ''] of command ? rest.matchAll(/ --([a-z-]+)/g) : []) {
        expect(options, line).toContain(option);
      }
    }
  });

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
    expect(links).toContain('docs/architecture.md');
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });
});
