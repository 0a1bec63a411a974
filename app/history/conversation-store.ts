import type { Conversation } from './conversation.ts';
import { conversationSchema } from './conversation.ts';

const database = 'underdog-answers';
const conversations = 'conversations';

/**
 * The conversations that this browser keeps (IndexedDB); they never leave it. Every function rejects where the browser
 * keeps nothing, as some do in private windows.
 */
export const conversationStore = {
  /** The newest first. What cannot be read, as after a change of format, is left out. */
  async list(): Promise<Conversation[]> {
    const records: unknown[] = await run('readonly', (store) => store.getAll());
    return records
      .flatMap((record) => {
        const parsed = conversationSchema.safeParse(record);
        return parsed.success ? [parsed.data] : [];
      })
      .sort((a, b) => b.updated - a.updated);
  },

  async get(id: string): Promise<Conversation | null> {
    const parsed = conversationSchema.safeParse(await run<unknown>('readonly', (store) => store.get(id)));
    return parsed.success ? parsed.data : null;
  },

  async put(conversation: Conversation): Promise<void> {
    await run('readwrite', (store) => store.put(conversation));
  },

  async delete(id: string): Promise<void> {
    await run('readwrite', (store) => store.delete(id));
  },

  async clear(): Promise<void> {
    await run('readwrite', (store) => store.clear());
  },
};

async function run<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const opened = await open();
  try {
    const transaction = opened.transaction(conversations, mode);
    const request = work(transaction.objectStore(conversations));
    await new Promise<void>((done, failed) => {
      transaction.oncomplete = () => {
        done();
      };
      transaction.onabort = () => {
        failed(transaction.error ?? new Error('The browser gave up keeping the conversation.'));
      };
    });
    return request.result;
  } finally {
    opened.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((opened, failed) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(conversations, { keyPath: 'id' });
    };
    request.onsuccess = () => {
      opened(request.result);
    };
    request.onerror = () => {
      failed(request.error ?? new Error('The browser keeps nothing here.'));
    };
  });
}
