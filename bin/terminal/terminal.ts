import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import pc from 'picocolors';
import { printable } from './printable.ts';

/** Lines longer than this are tiring to read, however wide the window. */
const widestLine = 88;

/** Where text goes, and how it may look there. */
export interface Screen {
  readonly stream: Writable;
  /** Columns that text should fill at most. */
  readonly columns: number;
  /** Whether a person is looking, rather than a file or another program. */
  readonly isTerminal: boolean;
  readonly colours: ReturnType<typeof pc.createColors>;
  /** Resolves when the text has been taken. On a terminal it cannot do more than be read. */
  write(text: string): Promise<void>;
  /** Writes over the line that the cursor is on; an empty line clears it. */
  overwrite(line: string): Promise<void>;
}

/** What a command reads from and writes to. */
export interface Terminal {
  input: Readable & { isTTY?: boolean };
  output: Screen;
  errors: Screen;
}

/** The terminal that this process was started from. */
export function processTerminal(): Terminal {
  return { input: process.stdin, output: screenOf(process.stdout), errors: screenOf(process.stderr) };
}

/** A screen over a stream, which may or may not be a terminal's. */
export function screenOf(
  stream: Writable & Partial<Pick<WriteStream, 'columns' | 'isTTY' | 'hasColors'>>,
): Screen {
  const isTerminal = stream.isTTY === true;
  return {
    stream,
    isTerminal,
    // Node knows NO_COLOR, FORCE_COLOR and terminals without colours.
    colours: pc.createColors(isTerminal && stream.hasColors?.() === true),
    get columns() {
      return Math.min(stream.columns ?? 80, widestLine);
    },
    write: (text) => send(stream, isTerminal ? printable(text) : text),
    overwrite: (line) => send(stream, `\r\u001b[K${printable(line)}`),
  };
}

async function send(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
