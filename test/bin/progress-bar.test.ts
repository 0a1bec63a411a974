import { describe, expect, it } from 'vitest';
import { ProgressBar } from '../../bin/terminal/progress-bar.ts';
import { fakeScreen } from './fake-terminal.ts';

describe('the progress bar', () => {
  it('shows counts, rate and time left, redrawing one line', () => {
    const { screen, text } = fakeScreen({ isTerminal: true });
    let now = 0;
    const bar = new ProgressBar(screen, () => now);
    bar.update({ label: 'Embedding', done: 0, total: 4000 });
    now = 500;
    bar.update({ label: 'Embedding', done: 1000, total: 4000 });
    bar.clear();
    expect(text().split('\r\u001b[K')).toEqual([
      '',
      `Embedding ${'─'.repeat(24)} 0 of 4,000`,
      `Embedding ${'━'.repeat(6)}${'─'.repeat(18)} 1,000 of 4,000 · 2,000/s · 0:02 left`,
      '',
    ]);
  });

  it('does not redraw more often than can be seen, but always the end', () => {
    const { screen, text } = fakeScreen({ isTerminal: true });
    let now = 0;
    const bar = new ProgressBar(screen, () => now);
    for (let done = 0; done <= 1000; done++) {
      now++;
      bar.update({ label: 'Embedding', done, total: 1000 });
    }
    expect(text().split('\r').length - 1).toBe(1 + 12 + 1);
    expect(text()).toContain('1,000 of 1,000');
  });

  it('names work that cannot be counted', () => {
    const { screen, text } = fakeScreen({ isTerminal: true });
    new ProgressBar(screen).update({ label: 'Writing the index', done: 0, total: 0 });
    expect(text()).toBe('\r\u001b[KWriting the index …');
  });

  it('is silent where nobody looks', () => {
    const { screen, text } = fakeScreen();
    const bar = new ProgressBar(screen);
    bar.update({ label: 'Embedding', done: 1, total: 2 });
    bar.clear();
    expect(text()).toBe('');
  });
});
