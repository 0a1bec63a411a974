import { z } from 'zod';
import { Secret } from '../secret.ts';
import type { GateSettings } from './gatekeeper.ts';

/** The variables that decide who may ask, as `lib/config.ts` reads them. */
export const gateVariables = {
  ACCESS_TOKEN: z
    .string()
    .regex(/^\S{12,200}$/, 'at least 12 characters without spaces')
    .optional(),
  QUESTIONS_PER_MINUTE: z
    .string()
    .regex(/^\d{1,6}$/, 'a whole number, 0 for no limit')
    .transform(Number)
    .default(120),
  CORS_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .refine(
      (origins) => origins.every(isOrigin),
      'origins separated by commas, for example https://notes.example',
    )
    .default([]),
  TRUST_PROXY: z.enum(['true', 'false'], 'true or false').default('false'),
};

/** A `*` would be taken for a letter of the name, and allow nobody. */
function isOrigin(text: string): boolean {
  return !text.includes('*') && URL.canParse(text) && new URL(text).origin === text;
}

type Variables = z.output<z.ZodObject<typeof gateVariables>>;

/** What the gatekeeper goes by, of the variables parsed. */
export function gateSettingsOf(variables: Variables): GateSettings {
  return {
    accessToken: variables.ACCESS_TOKEN === undefined ? null : new Secret(variables.ACCESS_TOKEN),
    questionsPerMinute: variables.QUESTIONS_PER_MINUTE,
    allowedOrigins: variables.CORS_ORIGINS,
    trustProxy: variables.TRUST_PROXY === 'true',
  };
}
