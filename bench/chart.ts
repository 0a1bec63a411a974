import type { Measured } from './results.ts';

/** Places on the page, in pixels. */
const frame = { width: 760, height: 400, left: 64, right: 190, top: 24, bottom: 48 };

const series: readonly { name: string; colour: string; value: (row: Measured) => number }[] = [
  { name: 'answer, p95', colour: '#b45309', value: ({ ask }) => ask.answer.p95 },
  { name: 'answer, p50', colour: '#d97706', value: ({ ask }) => ask.answer.p50 },
  { name: 'textbook, p50', colour: '#6b7280', value: ({ baselines }) => baselines.textbook.p50 },
  { name: 'exact vectors, p50', colour: '#7c3aed', value: ({ baselines }) => baselines.exact.p50 },
  { name: 'vectors, p50', colour: '#2563eb', value: ({ baselines }) => baselines.vectors.p50 },
  { name: 'BM25, p50', colour: '#059669', value: ({ baselines }) => baselines.bm25.p50 },
];

/** Milliseconds against passages, both by powers of ten, as an SVG that reads on light and dark pages. */
export function chart(rows: readonly Measured[]): string {
  const passages = rows.map(({ ingest }) => ingest.passages);
  const times = rows.flatMap((row) => series.map(({ value }) => value(row)));
  const x = scale(passages, frame.left, frame.width - frame.right);
  const y = scale(times, frame.height - frame.bottom, frame.top);
  const grid = [
    ...x.powers.map(
      (power) =>
        `<line x1="${x.at(power)}" y1="${frame.top}" x2="${x.at(power)}" y2="${frame.height - frame.bottom}"/>` +
        `<text x="${x.at(power)}" y="${frame.height - frame.bottom + 18}" text-anchor="middle">${power.toLocaleString('en')}</text>`,
    ),
    ...y.powers.map(
      (power) =>
        `<line x1="${frame.left}" y1="${y.at(power)}" x2="${frame.width - frame.right}" y2="${y.at(power)}"/>` +
        `<text x="${frame.left - 8}" y="${Number(y.at(power)) + 4}" text-anchor="end">${power}</text>`,
    ),
  ];
  const last = rows.at(-1);
  const places = spreadOut(series.map(({ value }) => (last ? Number(y.at(value(last))) : 0)));
  const lines = series.map(({ name, colour, value }, i) => {
    const points = rows.map((row) => `${x.at(row.ingest.passages)},${y.at(value(row))}`);
    const dots = points.map((point) => {
      const [cx, cy] = point.split(',');
      return `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`;
    });
    return (
      `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}` +
      `<text x="${frame.width - frame.right + 12}" y="${((places[i] ?? 0) + 4).toFixed(1)}" style="fill:${colour}">${name}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="Milliseconds against passages">`,
    '<style>text{font:13px sans-serif;fill:#6b7280}line{stroke:#9ca3af;stroke-opacity:.35}</style>',
    ...grid,
    `<text x="${frame.left}" y="14">ms</text>`,
    `<text x="${(frame.left + frame.width - frame.right) / 2}" y="${frame.height - 8}" text-anchor="middle">passages</text>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

/** A scale by powers of ten that holds all values, and the powers within it. */
function scale(
  values: readonly number[],
  from: number,
  to: number,
): { at: (value: number) => string; powers: number[] } {
  const positive = values.filter((value) => value > 0);
  const least = Math.floor(Math.log10(Math.min(...positive)));
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...positive))));
  const at = (value: number): string => {
    const share = (Math.log10(Math.max(value, 10 ** least)) - least) / (most - least);
    return (from + share * (to - from)).toFixed(1);
  };
  return { at, powers: Array.from({ length: most - least + 1 }, (_, i) => 10 ** (least + i)) };
}

/** Moves labels apart that would stand on each other, keeping their order. */
function spreadOut(places: readonly number[]): number[] {
  const moved = [...places];
  const order = places.map((place, i) => ({ place, i })).sort((a, b) => a.place - b.place);
  let last = Number.NEGATIVE_INFINITY;
  for (const { place, i } of order) {
    last = Math.max(place, last + 16);
    moved[i] = last;
  }
  return moved;
}
