import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Shelf } from './shelf.ts';

interface Schema extends DBSchema {
  readonly heads: { readonly key: [story: string, seq: number]; readonly value: string };
  readonly parts: { readonly key: [story: string, seq: number, part: number]; readonly value: Uint8Array<ArrayBuffer> };
  readonly lines: { readonly key: [story: string, seq: number]; readonly value: string };
}

const NAME = 'dateline';
const VERSION = 1;

/** How many parts of a snapshot are read or written in one go. */
const PARTS_AT_ONCE = 16;

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
  const database = async (): Promise<IDBPDatabase<Schema>> => {
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };

  return {
    name: 'database',
    stories: async () => {
      const keys = await (await database()).getAllKeys('heads');
      return [...new Set(keys.map(([story]) => story))];
    },
    read: async (story) => {
      const { store: heads } = (await database()).transaction('heads');
      const [keys, values] = await Promise.all([heads.getAllKeys(all(story)), heads.getAll(all(story))]);
      const body = async function* (seq: number): AsyncGenerator<Uint8Array, void, void> {
        for (let part = 0; ; part += PARTS_AT_ONCE) {
          const parts = await (await database()).getAll('parts', IDBKeyRange.bound([story, seq, part], [story, seq, part + PARTS_AT_ONCE], false, true));
          yield* parts;
          if (parts.length < PARTS_AT_ONCE) return;
        }
      };
      return {
        snapshots: values.map((head, position) => ({ head, body: () => body(keys[position]?.[1] ?? 0) })),
        lines: await (await database()).getAll('lines', all(story)),
      };
    },
    writeSnapshot: async (story, { head, seq, parts }) => {
      // Some parts at a time, so that the browser need not hold all of them at once; without its head none of them counts.
      const clear = async (): Promise<void> => (await database()).delete('parts', IDBKeyRange.bound([story, seq], [story, seq, []]));
      await clear();
      try {
        for (let from = 0; from < parts.length; from += PARTS_AT_ONCE) {
          const { store, done } = (await database()).transaction('parts', 'readwrite', ON_DISK);
          const some = parts.slice(from, from + PARTS_AT_ONCE);
          await Promise.all([...some.map((part, position) => store.put(part, [story, seq, from + position])), done]);
        }
        const { store, done } = (await database()).transaction('heads', 'readwrite', ON_DISK);
        await Promise.all([store.put(head, [story, seq]), done]);
      } catch (error) {
        await clear().catch(() => undefined);
        throw error;
      }
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
