import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import type { Secret } from '../secret.ts';
import type { LogSettings } from './log-variables.ts';

/** A shorter secret is a placeholder, which may stand in a line by chance. */
const shortestSecret = 8;

/**
 * A log of one JSON object a line: `level`, `time` (ISO 8601, UTC), `message`, and what the line is about. A secret in
 * it is replaced, wherever it comes from; of an error only name, code, message, stack and cause are written, since
 * others keep whole requests in theirs.
 */
export function openLog(
  { level }: LogSettings,
  secrets: readonly Secret[],
  destination: DestinationStream,
): Logger {
  return pino(
    {
      level,
      base: null,
      messageKey: 'message',
      errorKey: 'error',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: describeError },
      hooks: { streamWrite: (line) => withoutSecrets(line, secrets) },
    },
    destination,
  );
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  return {
    name,
    code: 'code' in error ? String(error.code) : undefined,
    message,
    stack,
    cause: cause === undefined ? undefined : describeError(cause),
  };
}

function withoutSecrets(line: string, secrets: readonly Secret[]): string {
  const values = secrets.map((secret) => secret.reveal()).filter(({ length }) => length >= shortestSecret);
  const found = values.filter((value) => line.includes(JSON.stringify(value).slice(1, -1)));
  if (found.length === 0) return line;
  const hidden = JSON.parse(line, (_, value: unknown) =>
    typeof value === 'string' ? found.reduce((text, one) => text.replaceAll(one, '(hidden)'), value) : value,
  ) as unknown;
  return `${JSON.stringify(hidden)}\n`;
}
