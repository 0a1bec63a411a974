import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'libsql';
import { UserError } from '../ingest/user-error.ts';

/**
 * Runs `work` as the only build of an index folder. Throws `UserError` ('index-busy') where another build is at
 * work, naming its process.
 *
 * The lock is an exclusive transaction on an empty SQLite file: the operating system lets go of it when its process
 * ends, however it ends, whereas a file holding a process number outlives it and may name an innocent process later.
 */
export async function withBuildLock<T>(indexFolder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(indexFolder, { recursive: true });
  const holderFile = path.join(indexFolder, 'build.pid');
  const lock = takeLock(path.join(indexFolder, 'build.lock'));
  if (!lock) {
    const holder = await readFile(holderFile, 'utf8').catch(() => 'unknown');
    throw new UserError(
      'index-busy',
      `Another build of the index in ${indexFolder} is at work (process ${holder.trim()}). ` +
        'Wait until it is done, or end it, and run `npm run ingest` again.',
    );
  }
  try {
    await writeFile(holderFile, `${process.pid}\n`);
    return await work();
  } finally {
    await rm(holderFile, { force: true });
    lock.close();
  }
}

function takeLock(file: string): Database.Database | null {
  const database = new Database(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
}
