import { z } from 'zod';

export interface LogSettings {
  /** The least important lines that are written; `silent` writes none. */
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Whether what people ask is written too. */
  questions: boolean;
}

const rule = 'debug, info, warn, error or silent';

/** The variables that decide what is logged, as `lib/config.ts` reads them. */
export const logVariables = {
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], rule).default('info'),
  LOG_QUESTIONS: z.enum(['true', 'false'], 'true or false').default('false'),
};

type Variables = z.output<z.ZodObject<typeof logVariables>>;

export function logSettingsOf({ LOG_LEVEL, LOG_QUESTIONS }: Variables): LogSettings {
  return { level: LOG_LEVEL, questions: LOG_QUESTIONS === 'true' };
}
