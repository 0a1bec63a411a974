import { z } from 'zod';
import { wholeNumber } from './language-model-config.ts';
import { Secret } from './secret.ts';

/** A PostgreSQL database that keeps the index in place of a folder. */
export interface DatabaseConfig {
  url: Secret;
  /** Of several indexes in one database, ours. */
  shelf: string;
  /** Most connections that this process holds. */
  connections: number;
  /** Seconds that a connection, and a question to the database, may take. */
  timeout: number;
}

export const databaseVariables = {
  DATABASE_URL: z
    .string()
    .refine(isDatabaseAddress, 'an address such as postgres://user:password@127.0.0.1:5432/underdog')
    .optional(),
  SHELF: z
    .string()
    .regex(/^[\w.-]{1,60}$/, 'a short name of letters, digits, dots and hyphens')
    .default('default'),
  DATABASE_CONNECTIONS: wholeNumber(1, 500).default(8),
  DATABASE_TIMEOUT: wholeNumber(1, 600).default(10),
};
type Variables = z.output<z.ZodObject<typeof databaseVariables>>;

/** `null`: the index is kept in a folder. */
export function databaseOf(variables: Variables): DatabaseConfig | null {
  const { DATABASE_URL, SHELF, DATABASE_CONNECTIONS, DATABASE_TIMEOUT } = variables;
  if (DATABASE_URL === undefined) return null;
  return {
    url: new Secret(DATABASE_URL),
    shelf: SHELF,
    connections: DATABASE_CONNECTIONS,
    timeout: DATABASE_TIMEOUT,
  };
}

function isDatabaseAddress(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address) && URL.canParse(address);
}
