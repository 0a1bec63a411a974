import type { Figures } from './figures.ts';

type Measure = Exclude<keyof Figures, 'questions'>;

/** Columns in the order in which they are shown. */
const columns: readonly [Measure, string][] = [
  ['hit1', 'hit@1'],
  ['hit3', 'hit@3'],
  ['hit5', 'hit@5'],
  ['hit10', 'hit@10'],
  ['mrr10', 'MRR@10'],
  ['coverage10', 'guests@10'],
  ['holdsGold', 'holds gold'],
  ['firstRight', 'first right'],
  ['precision', 'precision'],
  ['guests', 'guests cited'],
  ['verbatim', 'verbatim'],
  ['rightSpeaker', 'speaker'],
  ['abstains', 'abstains'],
  ['falseRefusals', 'false refusals'],
  ['p50', 'p50 ms'],
  ['p95', 'p95 ms'],
];

/** A table in Markdown that also reads well as it is: one row a name, `–` where a measure does not apply. */
export function table(
  heading: string,
  rows: readonly { name: string; figures: Figures }[],
  shown: (measure: Measure) => boolean = () => true,
): string {
  const kept = columns.filter(
    ([measure]) => shown(measure) && rows.some(({ figures }) => figures[measure] !== null),
  );
  const cells = [
    [heading, ...kept.map(([, title]) => title)],
    ...rows.map(({ name, figures }) => [name, ...kept.map(([measure]) => format(measure, figures[measure]))]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const lines = cells.map((row) => {
    const padded = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `| ${padded.join(' | ')} |`;
  });
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function format(measure: Measure, value: number | null): string {
  if (value === null) return '–';
  return measure === 'p50' || measure === 'p95' ? value.toFixed(1) : value.toFixed(3).replace(/^0\./, '.');
}
