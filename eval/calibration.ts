import type { Outcome } from './outcome.ts';

const bins = 5;

/** Confidence against how often the question can be answered: a reliability diagram in words, and the Brier score. */
export function calibration(outcomes: readonly Outcome[]): string {
  const asked = outcomes.flatMap(({ question, answer }) =>
    answer ? [{ confidence: answer.confidence, isAnswerable: question.answerable }] : [],
  );
  const brier = asked.reduce(
    (sum, { confidence, isAnswerable }) => sum + (confidence - Number(isAnswerable)) ** 2,
    0,
  );
  const rows = Array.from({ length: bins }, (_, bin) => {
    const own = asked.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin);
    const share = (is: (one: (typeof asked)[number]) => number): string =>
      own.length === 0 ? '–' : (own.reduce((sum, one) => sum + is(one), 0) / own.length).toFixed(2);
    const range = `${(bin / bins).toFixed(1)}–${((bin + 1) / bins).toFixed(1)}`;
    return [
      range,
      String(own.length),
      share((one) => one.confidence),
      share((one) => Number(one.isAnswerable)),
    ];
  });
  return [
    '| confidence | questions | said | answerable |',
    '| ---------- | --------: | ---: | ---------: |',
    ...rows.map(
      ([range, count, said, is]) =>
        `| ${(range ?? '').padEnd(10)} | ${(count ?? '').padStart(9)} | ${(said ?? '').padStart(4)} | ${(is ?? '').padStart(10)} |`,
    ),
    `Brier score ${(brier / Math.max(1, asked.length)).toFixed(3)} (0 is best)`,
  ].join('\n');
}
