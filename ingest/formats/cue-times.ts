/** A time as subtitles write it: `00:01:02.500`, `1:02,5`. */
const clock = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?`;
const timing = new RegExp(`^\\s{0,8}${clock}\\s{0,8}-->\\s{0,8}${clock}(?:\\s|$)`, 'u');

/** Where a cue stands on the screen: `align:start position:20%`, `X1:40 X2:600`. */
const settings = /^(?:\s{1,8}[\w-]{1,20}:\S{1,40}){0,12}\s{0,8}$/u;

export interface CueTimes {
  /** Seconds. */
  start: number;
  end: number;
  /** What stands behind them and says nothing of where the cue is shown: words, where the end of the line was lost. */
  words: string;
}

/** Begin and end of a cue, if a line is the timing of one. */
export function cueTimes(line: string): CueTimes | null {
  const found = timing.exec(line.slice(0, 200));
  if (!found) return null;
  const [, h1, m1, s1, f1, h2, m2, s2, f2] = found;
  const behind = line.slice(found[0].trimEnd().length);
  return {
    start: secondsOf(h1, m1, s1, f1),
    end: secondsOf(h2, m2, s2, f2),
    words: settings.test(behind) ? '' : behind.trim(),
  };
}

function secondsOf(hours = '0', minutes = '0', seconds = '0', fraction = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
}
