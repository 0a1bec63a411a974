import type { Correction, Episode } from '../../../ingest/episode.ts';
import { shownOrigin } from '../../../lib/old-self.ts';
import { asTyped } from '../../terminal/as-typed.ts';
import { count } from '../../terminal/progress-bar.ts';
import type { Screen } from '../../terminal/terminal.ts';
import { indented, shortened } from '../../terminal/wrap.ts';
import { numberTaken } from './number-taken.ts';
import type { Report } from './read-report.ts';

const headings = {
  corrected: 'Speakers whose label was corrected',
  inferred: 'Speakers who were inferred',
} as const;

/**
 * Writes what transcripts hold, counted, every speaker who was corrected or inferred, and which files have numbers in
 * common, for people to check.
 */
export async function printReport(report: Report, screen: Screen): Promise<void> {
  const { episodes } = report;
  const { bold } = screen.colours;
  const header = cells(['Episode', 'Sections', 'Untitled', 'Turns', 'Paragraphs', 'Words']);
  await screen.write(`${bold(`${header}  Title`)}\n`);
  for (const episode of episodes) {
    const line = cells([String(episode.number), ...countsOf([episode])]);
    await screen.write(`${line}  ${shortened(episode.title, screen.columns - line.length - 2)}\n`);
  }
  await screen.write(`${bold(cells([`all ${episodes.length}`, ...countsOf(episodes)]))}\n`);

  const corrections = episodes.flatMap((episode) => episode.corrections);
  for (const attribution of ['corrected', 'inferred'] as const) {
    const some = corrections.filter((correction) => correction.attribution === attribution);
    await screen.write(`\n${bold(`${headings[attribution]}: ${count(some.length)}`)}\n`);
    for (const correction of some) await screen.write(`${explained(correction, screen)}\n`);
  }
  await printNumbers(report, screen);
}

/** Every file that is not there under the number that its name or its text tells, and why. */
async function printNumbers({ renumbered, replaced, conflicts }: Report, screen: Screen): Promise<void> {
  const { bold, dim } = screen.colours;
  const because = (reason: string): string => `${dim(indented(reason, screen.columns, '      '))}\n`;
  if (renumbered.length > 0) {
    await screen.write(`\n${bold(`Files with a number of their own: ${count(renumbered.length)}`)}\n`);
    for (const { file, episodes, instead } of renumbered) {
      const numbers = episodes.map(({ number }) => number).join(', ');
      await screen.write(`  ${numbers}  ${shownOrigin(file)}\n${because(numberTaken(instead))}`);
    }
  }
  if (replaced.length > 0) {
    await screen.write(`\n${bold(`Episodes that stand in two files: ${count(replaced.length)}`)}\n`);
    for (const { file, number, by } of replaced) {
      await screen.write(
        `  ${number}  ${shownOrigin(file)}\n${because(`${shownOrigin(by)} takes its place.`)}`,
      );
    }
  }
  if (conflicts.length > 0) {
    await screen.write(`\n${bold(`Files that cannot be added: ${count(conflicts.length)}`)}\n`);
    for (const { message } of conflicts) {
      await screen.write(`${indented(asTyped(message), screen.columns, '  ')}\n`);
    }
  }
}

/** Sections, those of them without a title, turns, paragraphs and words. */
function countsOf(episodes: readonly Episode[]): string[] {
  const sum = (of: (episode: Episode) => number): string =>
    count(episodes.reduce((total, episode) => total + of(episode), 0));
  return [
    sum(({ sections }) => sections.length),
    sum(({ sections }) => sections.filter(({ titled }) => !titled).length),
    sum(({ turns }) => turns.length),
    sum(({ paragraphs }) => paragraphs.length),
    sum(({ words }) => words),
  ];
}

function cells(values: readonly string[]): string {
  const widths = [7, 8, 8, 6, 10, 8];
  return values.map((value, i) => value.padStart(widths[i] ?? 0)).join(' ');
}

function explained({ anchor, label, speaker, reason }: Correction, screen: Screen): string {
  const { cyan, dim } = screen.colours;
  const printed = label === null ? 'no label' : `“${label}”`;
  const who = speaker === null ? 'nobody' : cyan(speaker);
  return [`  ${anchor}  ${printed} → ${who}`, dim(indented(reason, screen.columns, '      '))].join('\n');
}
