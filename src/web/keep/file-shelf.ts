import { decodeUtf8, encodeUtf8 } from '../../core/base/utf8.ts';
import type { Shelf, ShelfStory } from './shelf.ts';
import { endOfLines, writeAll, writing, type SyncFile } from './sync-file.ts';

/*
 * How stories lie in the file system that browsers give each site (OPFS, https://fs.spec.whatwg.org/): a folder for each, in it
 * snapshots (`snapshot-12`: the head in a line, then the body) and journals (`journal-12`: the lines after that snapshot).
 */

/** The folder of all stories. */
const ROOM = 'stories';

const snapshotName = (seq: number): string => `snapshot-${seq}`;
const journalName = (base: number): string => `journal-${base}`;

/** The longest head of a snapshot that is looked for, and how much of a body is read at once. */
const HEAD_BYTES = 2 ** 22;
const PIECE_BYTES = 2 ** 24;
/** Heads are short, as a rule: so much is looked at first. */
const SHORT_HEAD_BYTES = 2 ** 14;

const LINE_FEED = 10;

/**
 * The shelf in the site's own file system, for a worker: it alone can wait until the disk has what it wrote. Rejects where the browser has
 * none, as in some private windows.
 */
export async function openFileShelf(): Promise<Shelf> {
  const room = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory().then((root) => root.getDirectoryHandle(ROOM, { create: true }));
  const folderOf = async (story: string): Promise<FileSystemDirectoryHandle> => (await room()).getDirectoryHandle(story, { create: true });
  await room();
  return {
    name: 'files',
    stories: async () => {
      const ids: string[] = [];
      for await (const [name, { kind }] of membersOf(await room())) if (kind === 'directory') ids.push(name);
      return ids;
    },
    read: async (story) => readFolder(await room(), story),
    writeSnapshot: async (story, { head, seq, parts }) => {
      const folder = await folderOf(story);
      const write = (file: SyncFile): void => {
        file.truncate(0);
        let at = 0;
        for (const bytes of [encodeUtf8(`${head}\n`), ...parts]) {
          writeAll(file, bytes, at);
          at += bytes.length;
        }
      };
      try {
        await writing(folder, snapshotName(seq), write);
      } catch (error) {
        // A part of it is of no use, and takes room.
        await folder.removeEntry(snapshotName(seq)).catch(() => undefined);
        throw error;
      }
    },
    append: async (story, base, lines) => {
      const text = lines.map(({ line }) => `${line}\n`).join('');
      return writing(await folderOf(story), journalName(base), (file) => writeAll(file, encodeUtf8(text), endOfLines(file)));
    },
    forgetBefore: async (story, seq) => {
      const folder = await folderOf(story);
      const old: string[] = [];
      for await (const [name] of membersOf(folder)) if ((keptFileOf(name)?.seq ?? seq) < seq) old.push(name);
      for (const name of old) await folder.removeEntry(name).catch(unlessMissing);
    },
    remove: async (story) => (await room()).removeEntry(story, { recursive: true }).catch(unlessMissing),
  };
}

async function readFolder(room: FileSystemDirectoryHandle, story: string): Promise<ShelfStory> {
  const snapshots: ShelfStory['snapshots'][number][] = [];
  const lines: string[] = [];
  const folder = await room.getDirectoryHandle(story).catch(() => undefined);
  if (folder === undefined) return { snapshots, lines };
  for await (const [name, handle] of membersOf(folder)) {
    const kept = keptFileOf(name);
    if (kept === undefined || handle.kind !== 'file') continue;
    const file = await (handle as FileSystemFileHandle).getFile();
    if (kept.kind === 'journal') lines.push(...(await file.text()).split('\n').filter((line) => line !== ''));
    else {
      const head = (await firstLine(file, SHORT_HEAD_BYTES)) ?? (await firstLine(file, HEAD_BYTES));
      if (head !== undefined) snapshots.push({ head: decodeUtf8(head), body: () => piecesAfter(file, head.length + 1) });
    }
  }
  return { snapshots, lines };
}

/** The first line of a file, if it ends within so many bytes. */
async function firstLine(file: Blob, length: number): Promise<Uint8Array | undefined> {
  const top = new Uint8Array(await file.slice(0, length).arrayBuffer());
  const end = top.indexOf(LINE_FEED);
  return end < 0 ? undefined : top.subarray(0, end);
}

async function* piecesAfter(file: Blob, start: number): AsyncGenerator<Uint8Array, void, void> {
  for (let at = start; at < file.size; at += PIECE_BYTES) yield new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
}

/** A file of a story by what its name says; `undefined` for any other file. */
function keptFileOf(name: string): { readonly kind: 'snapshot' | 'journal'; readonly seq: number } | undefined {
  const { kind, seq } = /^(?<kind>snapshot|journal)-(?<seq>\d+)$/.exec(name)?.groups ?? {};
  return (kind === 'snapshot' || kind === 'journal') && seq !== undefined ? { kind, seq: Number(seq) } : undefined;
}

/** The members of a folder; the compiler's library does not have its way of going through them yet. */
const membersOf = (folder: FileSystemDirectoryHandle): AsyncIterable<readonly [name: string, handle: FileSystemHandle]> =>
  folder as unknown as AsyncIterable<readonly [string, FileSystemHandle]>;

function unlessMissing(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
}
