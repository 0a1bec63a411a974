import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readQuestions } from '../../eval/questions.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';

it('reads one question a line and skips empty lines', async () => {
  const file = path.join(await temporaryFolder(), 'q.jsonl');
  const line = { id: 'x', question: 'Why?', type: 'fact', answerable: false, gold: [] };
  await writeFile(file, `${JSON.stringify(line)}\n\n`);
  expect(await readQuestions(file)).toEqual([line]);
});

it('names the file, the line and the field that does not fit', async () => {
  const file = path.join(await temporaryFolder(), 'q.jsonl');
  await writeFile(file, '\n{"id": "x", "question": 3, "type": "fact", "answerable": true, "gold": []}\n');
  await expect(readQuestions(file)).rejects.toThrow(
    /q\.jsonl, line 2 is not an evaluation question[^]*question/,
  );
  await expect(readQuestions('/nowhere/q.jsonl')).rejects.toThrow(/Cannot read \/nowhere\/q\.jsonl/);
});
