import { isWarned, type Outcome } from './outcome.ts';

/** The sentences of one kind on one half of the episodes. */
export interface Row {
  group: string;
  kind: string;
  /** Whether the check was fitted to these episodes. */
  isTuned: boolean;
  outcomes: Outcome[];
}

/** The page of the figures, in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return [
    introduction,
    ...groups.flatMap((group) =>
      section(
        group,
        rows.filter((row) => row.group === group),
      ),
    ),
  ].join('\n\n');
}

const introduction = `# What the check of prose finds

Scripted answers of a model that misquotes, names the wrong people, makes things up and obeys what transcripts tell it,
mixed with faithful sentences: all made from the ten episodes, the same each time, by \`test/lib/prose/adversarial\`. Those of \`eval/claims\`
were also what the check was fitted to, on the episodes of odd numbers; the columns are the others. "Warned" means marked
unsupported, wrong speaker, dropped citation or not found. This page is written by the test, which fails where it changes.`;

function section(group: string, rows: readonly Row[]): string[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const lines = kinds.map((kind) =>
    line(
      kind,
      rows.filter((row) => row.kind === kind),
    ),
  );
  return [
    `## ${group}`,
    [
      '| kind | sentences | warned | repaired | altered words shown as a quote | wrong speaker shown | (warned where fitted) |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...lines,
      line('**all**', rows),
    ].join('\n'),
  ];
}

function line(kind: string, rows: readonly Row[]): string {
  const [measured, tuned] = [false, true].map((isTuned) =>
    rows.filter((row) => row.isTuned === isTuned).flatMap(({ outcomes }) => outcomes),
  );
  if (!measured || !tuned) throw new Error('There are two halves');
  const repaired = measured.filter(({ marks }) => marks.has('repaired'));
  const cells = [
    kind,
    measured.length,
    share(measured.filter(isWarned), measured),
    share(repaired, measured),
    measured.filter(({ falseQuotes }) => falseQuotes.length > 0).length,
    measured.filter(({ isMisattributed }) => isMisattributed).length,
    share(tuned.filter(isWarned), tuned),
  ];
  return `| ${cells.join(' | ')} |`;
}

function share(some: readonly Outcome[], all: readonly Outcome[]): string {
  return all.length === 0 ? '–' : `${((100 * some.length) / all.length).toFixed(1)} %`;
}
