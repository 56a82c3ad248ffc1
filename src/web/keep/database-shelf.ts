import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Shelf } from './shelf.ts';

interface Schema extends DBSchema {
  readonly heads: { readonly key: [story: string, seq: number]; readonly value: string };
  readonly parts: { readonly key: [story: string, seq: number, part: number]; readonly value: Uint8Array<ArrayBuffer> };
  readonly lines: { readonly key: [story: string, seq: number]; readonly value: string };
}

const NAME = 'dateline';
const VERSION = 1;

/** Resolves when the disk has what was written, not the system's memory alone. */
const ON_DISK = { durability: 'strict' } as const;

/** All keys of a story that begin with numbers below a bound. An array is greater than any number: so it ends the range. */
const below = (story: string, bound: number | []): IDBKeyRange => IDBKeyRange.bound([story], [story, bound], false, true);
const all = (story: string): IDBKeyRange => below(story, []);

/** The shelf in the browser's database. Rejects where the browser has none, or does not open it. */
export async function openDatabaseShelf(): Promise<Shelf> {
  const open = (): Promise<IDBPDatabase<Schema>> =>
    openDB<Schema>(NAME, VERSION, {
      upgrade: (database) => {
        database.createObjectStore('heads');
        database.createObjectStore('parts');
        database.createObjectStore('lines');
      },
      // A newer version of the page in another tab asks for the database: it is opened again by whoever writes next.
      blocking: (_from, _to, event) => {
        opened = undefined;
        (event.target as IDBDatabase).close();
      },
      terminated: () => {
        opened = undefined;
      },
    });
  let opened: Promise<IDBPDatabase<Schema>> | undefined = open();
  await opened;
  const database = (): Promise<IDBPDatabase<Schema>> => (opened ??= open());

  return {
    name: 'database',
    stories: async () => {
      const keys = await (await database()).getAllKeys('heads');
      return [...new Set(keys.map(([story]) => story))];
    },
    read: async (story) => {
      const { store: heads } = (await database()).transaction('heads');
      const [keys, values] = await Promise.all([heads.getAllKeys(all(story)), heads.getAll(all(story))]);
      const body = async (seq: number): Promise<Uint8Array> => {
        const parts = await (await database()).getAll('parts', IDBKeyRange.bound([story, seq], [story, seq, []]));
        return new Uint8Array(await new Blob(parts).arrayBuffer());
      };
      return {
        snapshots: values.map((head, position) => ({ head, body: () => body(keys[position]?.[1] ?? 0) })),
        lines: await (await database()).getAll('lines', all(story)),
      };
    },
    writeSnapshot: async (story, { head, seq, parts }) => {
      const transaction = (await database()).transaction(['heads', 'parts'], 'readwrite', ON_DISK);
      const store = transaction.objectStore('parts');
      const writing = [
        store.delete(IDBKeyRange.bound([story, seq], [story, seq, []])),
        ...parts.map((part, position) => store.put(part, [story, seq, position])),
        transaction.objectStore('heads').put(head, [story, seq]),
      ];
      await Promise.all([...writing, transaction.done]);
    },
    append: async (story, _base, lines) => {
      const transaction = (await database()).transaction('lines', 'readwrite', ON_DISK);
      // A line that is there already is another writer's: it is never written over.
      const writing = lines.map(({ seq, line }) => transaction.store.add(line, [story, seq]));
      await Promise.all([...writing, transaction.done]);
    },
    forgetBefore: async (story, seq) => {
      const transaction = (await database()).transaction(['heads', 'parts', 'lines'], 'readwrite');
      await Promise.all([
        transaction.objectStore('heads').delete(below(story, seq)),
        transaction.objectStore('parts').delete(below(story, seq)),
        transaction.objectStore('lines').delete(below(story, seq + 1)),
        transaction.done,
      ]);
    },
    remove: async (story) => {
      const transaction = (await database()).transaction(['heads', 'parts', 'lines'], 'readwrite', ON_DISK);
      await Promise.all([
        transaction.objectStore('heads').delete(all(story)),
        transaction.objectStore('parts').delete(all(story)),
        transaction.objectStore('lines').delete(all(story)),
        transaction.done,
      ]);
    },
  };
}
