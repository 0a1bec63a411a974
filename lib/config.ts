import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import nextEnv from '@next/env';
import { z } from 'zod';
import { UserError } from '../ingest/user-error.ts';
import { databaseOf, databaseVariables, type DatabaseConfig } from './database-variables.ts';
import {
  languageModelOf,
  languageModelVariables,
  secretVariables,
  type LanguageModelConfig,
} from './language-model-config.ts';
import { logSettingsOf, logVariables, type LogSettings } from './log/log-variables.ts';
import { placesOf, type Places } from './places.ts';
import { findProjectRoot } from './project-root.ts';
import { gateSettingsOf, gateVariables } from './security/gate-variables.ts';
import type { GateSettings } from './security/gatekeeper.ts';

/** Everything that can be set from outside. Paths are absolute. */
export interface Config {
  root: string;
  /** A folder, or the name of a model on the Hugging Face hub. */
  embeddingModel: string;
  /** Where a model of the hub is kept after its download. */
  modelCacheFolder: string;
  indexFolder: string;
  /** `null`: the index is kept in `indexFolder`. */
  database: DatabaseConfig | null;
  /** Everything that the program writes, unless `indexFolder` is elsewhere. */
  dataFolder: string;
  /** The shelf's own transcripts, never written to. */
  transcriptsFolder: string;
  /** Copies of the transcripts that were added, and what was removed. */
  addedFolder: string;
  host: string;
  port: number;
  /** `null`: answers are made of quotes alone. */
  languageModel: LanguageModelConfig | null;
  /** Under test a fault that an answer could do without (a quote that fails its check) stops it instead. */
  stopOnFault: boolean;
  /** Who may ask, and how often. */
  gate: GateSettings;
  /** What is written about requests. */
  log: LogSettings;
  /** Whether pages are served by the development server, which evaluates code. */
  isDevelopment: boolean;
}

const bundledModel = 'models/underdog-static-512';

/** What the variable must be; a value that is not makes the start fail with these words. */
const variables = z.object({
  EMBEDDING_MODEL: z.string().default(bundledModel),
  DATA_DIR: z.string().optional(),
  INDEX_DIR: z.string().optional(),
  TRANSCRIPTS_DIR: z.string().optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'a host name or address, for example 127.0.0.1')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65535, 'a whole number from 0 to 65535')
    .default(3000),
  ...databaseVariables,
  ...languageModelVariables,
  ...gateVariables,
  ...logVariables,
});

/** Every variable that is read. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

/** Values that no message may show. */
const secrets: ReadonlySet<string> = new Set([...secretVariables, 'ACCESS_TOKEN', 'DATABASE_URL']);

/**
 * Reads the environment and the project's `.env` files (as Next.js does: what is set already wins), under what the
 * command line says. Throws `UserError` ('bad-configuration') naming the variable.
 */
export function loadConfig(commandLine: Readonly<Record<string, string | undefined>> = {}): Config {
  const root = findProjectRoot();
  const places = placesOf(root, {
    platform: process.platform,
    home: homedir(),
    workingFolder: process.cwd(),
    environment: process.env,
  });
  nextEnv.loadEnvConfig(places.base, process.env.NODE_ENV === 'development', {
    info: () => undefined,
    error: (...reasons: unknown[]) => {
      throw new UserError(
        'bad-configuration',
        `The .env file cannot be read: ${reasons.map(String).join(' ')}`,
      );
    },
  });
  const given = Object.entries(commandLine).filter(([, value]) => value !== undefined);
  return parseConfig({ ...process.env, ...Object.fromEntries(given) }, root, places);
}

/** The environment to run the site in as it is run for users, without telemetry. */
export function productionEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
}

/** Makes that the environment of this process. React chooses by it which build of itself it loads. */
export function enterProduction(): void {
  Object.assign(process.env, productionEnvironment());
}

/** Relative paths are taken from `base`, unless said the root; empty values count as unset. */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
  { base = root, dataFolder: defaultDataFolder = path.join(root, 'data') }: Partial<Places> = {},
): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(set);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path: [name], message }) => {
      const variable = String(name);
      return secrets.has(variable)
        ? `${variable} must be ${message}.`
        : `${variable} is "${environment[variable] ?? ''}", but must be ${message}.`;
    });
    throw new UserError('bad-configuration', `${faults.join(' ')} Mend it in the environment or in .env.`);
  }
  const { EMBEDDING_MODEL, DATA_DIR, INDEX_DIR, TRANSCRIPTS_DIR, HOST, PORT } = parsed.data;
  const dataFolder = DATA_DIR === undefined ? defaultDataFolder : path.resolve(base, DATA_DIR);
  return {
    root,
    dataFolder,
    embeddingModel: modelLocation(EMBEDDING_MODEL, base, root),
    modelCacheFolder: path.join(dataFolder, 'models'),
    indexFolder: INDEX_DIR === undefined ? path.join(dataFolder, 'index') : path.resolve(base, INDEX_DIR),
    database: databaseOf(parsed.data),
    transcriptsFolder:
      TRANSCRIPTS_DIR === undefined ? path.join(root, 'transcripts') : path.resolve(base, TRANSCRIPTS_DIR),
    addedFolder: path.join(dataFolder, 'transcripts'),
    host: HOST,
    port: PORT,
    languageModel: languageModelOf(parsed.data),
    stopOnFault: set.NODE_ENV === 'test',
    gate: gateSettingsOf(parsed.data),
    log: logSettingsOf(parsed.data),
    isDevelopment: set.NODE_ENV === 'development',
  };
}

/**
 * A folder that exists is meant before a hub's model of the same name; what looks like neither is a folder that lacks.
 * The bundled model is where the program is.
 */
function modelLocation(value: string, base: string, root: string): string {
  if (path.normalize(value) === path.normalize(bundledModel)) return path.join(root, bundledModel);
  const folder = path.resolve(base, value);
  const isHubName = /^\w[\w.-]*\/[\w.-]+$/.test(value) && !value.startsWith('models/');
  return existsSync(folder) || !isHubName ? folder : value;
}
