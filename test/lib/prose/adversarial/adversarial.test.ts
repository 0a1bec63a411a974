import { format } from 'prettier';
import { beforeAll, expect, it } from 'vitest';
import type { Shelf } from '../../../../lib/shelf.ts';
import { randomNumbers } from '../../../../eval/random-numbers.ts';
import { realShelf } from '../../shelf-fixtures.ts';
import { corpusOf, shuffled, type Corpus, type Target } from '../../../../eval/claims/claims-corpus.ts';
import { faithfulSentences } from '../../../../eval/claims/faithful.ts';
import { misquotes } from './misquotes.ts';
import { outcomesOf, type Outcome } from './outcome.ts';
import { tableOf, type Row } from './table.ts';
import { turnedClaims, unsupportedClaims } from '../../../../eval/claims/unsupported.ts';
import { wrongSpeakers } from './wrong-speakers.ts';

const planted = {
  Misquotes: misquotes,
  'Wrong speakers': wrongSpeakers,
  'Unsupported claims': unsupportedClaims,
  'Claims in the passage’s own words': turnedClaims,
};
const answersOfKind = 60;
const seed = 20240527;

/** The check was fitted to episodes of odd numbers. */
const isChosenOn = ({ gist }: Target): boolean => gist.episode % 2 === 1;

let shelf: Shelf;
let rows: Row[];
beforeAll(async () => {
  shelf = await realShelf();
  rows = measured(await corpusOf(shelf, seed));
}, 300_000);

/** Scripted answers of three sentences, one of them planted, for each kind and both halves of the episodes. */
function measured(corpus: Corpus): Row[] {
  const random = randomNumbers(seed);
  const faithful = new Map<string, Row>();
  const found: Row[] = [];
  for (const [group, kinds] of Object.entries(planted)) {
    for (const [kind, plant] of Object.entries(kinds)) {
      for (const isTuned of [true, false]) {
        const row: Row = { group, kind, isTuned, outcomes: [] };
        found.push(row);
        const half = corpus.targets.filter((each) => isChosenOn(each) === isTuned);
        for (const target of shuffled(half, random)) {
          if (row.outcomes.length === answersOfKind) break;
          const text = plant(target, corpus);
          if (text === null) continue;
          const others = faithfulAround(target);
          const answer = shuffled([{ kind: null, text }, ...others], target.random);
          const outcomes = outcomesOf(
            answer.map((each) => ({ text: each.text, speaker: target.gist.speaker })),
            target,
            shelf,
          );
          answer.forEach((sentence, at) => {
            const outcome = outcomes[at];
            if (!outcome) throw new Error('A sentence without an outcome');
            if (sentence.kind === null) row.outcomes.push(outcome);
            else rowOf(sentence.kind, isTuned, faithful).outcomes.push(outcome);
          });
        }
      }
    }
  }
  return [...found, ...faithful.values()];
}

/** Two faithful sentences of different kinds. */
function faithfulAround(target: Target): { kind: string; text: string }[] {
  return shuffled(Object.entries(faithfulSentences), target.random)
    .flatMap(([kind, write]) => {
      const text = write(target);
      return text === null ? [] : [{ kind, text }];
    })
    .slice(0, 2);
}

function rowOf(kind: string, isTuned: boolean, faithful: Map<string, Row>): Row {
  const key = `${kind}/${isTuned}`;
  const row = faithful.get(key) ?? { group: 'Faithful sentences', kind, isTuned, outcomes: [] };
  faithful.set(key, row);
  return row;
}

function outcomesIn(group: string, isTuned = false): Outcome[] {
  return rows
    .filter((row) => row.group === group && row.isTuned === isTuned)
    .flatMap(({ outcomes }) => outcomes);
}

it('is tried on hundreds of answers', () => {
  expect(rows.flatMap(({ outcomes }) => outcomes).length).toBeGreaterThan(200);
});

it('never shows altered words as a quote', () => {
  expect(rows.flatMap(({ outcomes }) => outcomes.flatMap(({ falseQuotes }) => falseQuotes))).toEqual([]);
});

it('never shows words as somebody’s who did not say them', () => {
  expect(rows.flatMap(({ outcomes }) => outcomes.filter(({ isMisattributed }) => isMisattributed))).toEqual(
    [],
  );
  for (const isTuned of [true, false]) {
    const unmarked = outcomesIn('Wrong speakers', isTuned).filter(({ marks }) => !marks.has('wrong-speaker'));
    expect(unmarked).toEqual([]);
  }
});

// After a change of the check, `npx vitest run test/lib/prose/adversarial -u` writes the page anew.
it('docs/prose-checks.md has these figures', async () => {
  await expect(
    await format(tableOf(rows), { parser: 'markdown', printWidth: 110, proseWrap: 'always' }),
  ).toMatchFileSnapshot('../../../../docs/prose-checks.md');
});
