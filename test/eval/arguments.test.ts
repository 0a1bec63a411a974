import { expect, it } from 'vitest';
import { parseEvalArguments } from '../../eval/arguments.ts';

it('asks the development questions unless told otherwise', () => {
  expect(parseEvalArguments(['--by', 'type', '--json'], '/project')).toEqual({
    questions: '/project/eval/dev.jsonl',
    byType: true,
    misses: false,
    json: true,
    write: false,
  });
});

it.each([
  [['--by', 'guest'], /--by can be "type", not "guest"/],
  [['--wrong'], /--wrong/],
  [['--write', '--questions', 'x.jsonl'], /leave --questions out/],
])('refuses %j', (argv, message) => {
  expect(() => parseEvalArguments(argv, '/project')).toThrow(message);
});
