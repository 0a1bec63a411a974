import { performance } from 'node:perf_hooks';
import type { Screen } from './terminal.ts';

/** How far a piece of work is; `total` 0 where that cannot be told. */
export interface Progress {
  /** What is being done, for example `Embedding`. */
  label: string;
  done: number;
  total: number;
}

const barWidth = 24;
const leastMillisecondsBetweenDraws = 80;

/** One line that shows how far the work is, where a person is looking, and nothing elsewhere. */
export class ProgressBar {
  private label = '';
  private began = 0;
  private drawn = 0;
  private visible = false;

  constructor(
    private readonly screen: Screen,
    private readonly now: () => number = () => performance.now(),
  ) {}

  update(progress: Progress): void {
    if (!this.screen.isTerminal) return;
    const now = this.now();
    const isNew = progress.label !== this.label;
    if (isNew) {
      this.label = progress.label;
      this.began = now;
    }
    if (!isNew && progress.done < progress.total && now - this.drawn < leastMillisecondsBetweenDraws) return;
    this.drawn = now;
    this.visible = true;
    void this.screen.overwrite(this.line(progress, (now - this.began) / 1000));
  }

  /** Takes the line away. */
  clear(): void {
    if (this.visible) void this.screen.overwrite('');
    this.visible = false;
    this.label = '';
  }

  private line({ label, done, total }: Progress, seconds: number): string {
    const { colours, columns } = this.screen;
    if (total === 0) return `${label} …`;
    const filled = Math.round((done / total) * barWidth);
    const bar = colours.cyan('━'.repeat(filled)) + colours.dim('─'.repeat(barWidth - filled));
    const parts = [`${count(done)} of ${count(total)}`];
    if (done > 0 && seconds > 0) {
      const rate = done / seconds;
      parts.push(`${count(Math.round(rate))}/s`, `${clock((total - done) / rate)} left`);
    }
    const words = parts.join(' · ');
    // A line that wraps cannot be drawn over.
    return label.length + barWidth + words.length + 4 > columns
      ? `${label} ${parts[0] ?? ''}`
      : `${label} ${bar} ${words}`;
  }
}

/** `4,069` */
export function count(value: number): string {
  return value.toLocaleString('en');
}

/** `1:05` */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
