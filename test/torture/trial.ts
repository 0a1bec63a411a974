import type { Probe } from './probe.ts';
import type { Random } from '../../eval/random-numbers.ts';

/** What a trial works with. */
export interface Bench {
  /** An empty folder of its own. */
  folder: string;
  /** What `random` began with. */
  seed: number;
  random: Random;
  /** Another process that opens indexes and asks them. */
  probe: Probe;
  /** Told how far it is. */
  say: (progress: string) => void;
  /** Aborted where what was tried so far has to do. */
  enough: AbortSignal;
}

/** What was tried, and what came of it. */
export class Trial {
  /** How often each thing happened. */
  readonly outcomes = new Map<string, number>();
  /** What must not happen: a crash, a wrong answer, an answer that is gone. */
  readonly lost: string[] = [];
  /** Why it could not be tried here. */
  skipped: string | null = null;

  constructor(readonly what: string) {}

  get times(): number {
    return [...this.outcomes.values()].reduce((sum, count) => sum + count, 0);
  }

  happened(outcome: string): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  lose(what: string): void {
    this.lost.push(what);
  }
}

/** The trials as one Markdown table. */
export function tableOf(trials: readonly Trial[]): string {
  const rows = trials.map(({ what, times, outcomes, lost, skipped }) => {
    const happened = [...outcomes].map(([outcome, count]) => `${count} × ${outcome}`).join('; ');
    const cells = skipped === null ? [String(times), happened] : ['–', `not tried: ${skipped}`];
    return `| ${[what, ...cells, lost.length === 0 ? 'nothing' : lost.join('; ')].join(' | ')} |`;
  });
  return ['| what | times | what happened | what was lost |', '| --- | ---: | --- | --- |', ...rows].join(
    '\n',
  );
}
