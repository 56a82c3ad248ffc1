/*
 * How stories lie in the file system that browsers give each site (OPFS, https://fs.spec.whatwg.org/): a folder for each, in it
 * snapshots (`snapshot-12`: a line, then a native file) and journals (`journal-12`: the lines after that snapshot).
 */

/** The folder of all stories. */
const ROOM = 'stories';

/** The folder of all stories; rejects where the browser has no such file system. */
export async function openRoom(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(ROOM, { create: true });
}

export const snapshotName = (seq: number): string => `snapshot-${seq}`;
export const journalName = (base: number): string => `journal-${base}`;

/** A file of a story by what its name says; `undefined` for any other file. */
export function keptFileOf(name: string): { readonly kind: 'snapshot' | 'journal'; readonly seq: number } | undefined {
  const { kind, seq } = /^(?<kind>snapshot|journal)-(?<seq>\d+)$/.exec(name)?.groups ?? {};
  return (kind === 'snapshot' || kind === 'journal') && seq !== undefined ? { kind, seq: Number(seq) } : undefined;
}

/** The members of a folder; the compiler's library does not have its way of going through them yet. */
export const membersOf = (folder: FileSystemDirectoryHandle): AsyncIterable<readonly [name: string, handle: FileSystemHandle]> =>
  folder as unknown as AsyncIterable<readonly [string, FileSystemHandle]>;

/** What is written to these files: by a worker, for it alone can wait until the disk has it. */
export type FileWork =
  | { readonly do: 'snapshot'; readonly story: string; readonly seq: number; readonly bytes: Blob }
  | { readonly do: 'append'; readonly story: string; readonly base: number; readonly text: string }
  | { readonly do: 'forget'; readonly story: string; readonly seq: number }
  | { readonly do: 'remove'; readonly story: string };
