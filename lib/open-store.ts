import { FolderStore } from '../index/folder-store.ts';
import type { IndexStore } from '../index/index-store.ts';
import { PostgresStore } from '../index/postgres/postgres-store.ts';
import type { Config } from './config.ts';

/** Opens where a configuration keeps its index. Throws `UserError` where that is a database that cannot be used. */
export async function openStore({ indexFolder, database }: Config): Promise<IndexStore> {
  if (!database) return new FolderStore(indexFolder);
  const { url, shelf, connections, timeout } = database;
  return PostgresStore.open({ url: url.reveal(), shelf, connections, timeout: 1000 * timeout });
}

/** Does something with the store of a configuration, and closes it. */
export async function withStore<T>(config: Config, work: (store: IndexStore) => Promise<T>): Promise<T> {
  const store = await openStore(config);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
