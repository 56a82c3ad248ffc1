import { unreachable } from '../../core/base/result.ts';
import { encodeUtf8 } from '../../core/base/utf8.ts';
import { journalName, keptFileOf, membersOf, openRoom, snapshotName, type FileWork } from './kept-files.ts';

/** A file open for writing; what a worker has and the compiler's library for pages does not (https://fs.spec.whatwg.org/#api-filesystemsyncaccesshandle). */
interface SyncAccess {
  readonly getSize: () => number;
  readonly read: (into: Uint8Array, options: { readonly at: number }) => number;
  readonly write: (bytes: Uint8Array, options: { readonly at: number }) => number;
  readonly truncate: (size: number) => void;
  readonly flush: () => void;
  readonly close: () => void;
}

/** Does a piece of work on the kept files. It lies on the disk when the promise resolves; rejects when it could not be done. */
export async function serveKeptFiles(work: FileWork): Promise<void> {
  const room = await openRoom();
  switch (work.do) {
    case 'snapshot': {
      const folder = await room.getDirectoryHandle(work.story, { create: true });
      return writing(folder, snapshotName(work.seq), (file) => writeWhole(file, work.bytes));
    }
    case 'append': {
      const folder = await room.getDirectoryHandle(work.story, { create: true });
      return writing(folder, journalName(work.base), (file) => writeAll(file, encodeUtf8(work.text), endOfLines(file)));
    }
    case 'forget':
      return forget(await room.getDirectoryHandle(work.story, { create: true }), work.seq);
    case 'remove':
      return room.removeEntry(work.story, { recursive: true }).catch(unlessMissing);
    default:
      return unreachable(work);
  }
}

async function writing(folder: FileSystemDirectoryHandle, name: string, write: (file: SyncAccess) => void | Promise<void>): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const file = await (handle as unknown as { readonly createSyncAccessHandle: () => Promise<SyncAccess> }).createSyncAccessHandle();
  try {
    await write(file);
    file.flush();
  } finally {
    file.close();
  }
}

async function writeWhole(file: SyncAccess, bytes: Blob): Promise<void> {
  file.truncate(0);
  const reader = bytes.stream().getReader();
  let at = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    writeAll(file, piece.value, at);
    at += piece.value.length;
  }
}

/** A disk without room writes less than it was asked, and says no more than that. */
function writeAll(file: SyncAccess, bytes: Uint8Array, at: number): void {
  if (file.write(bytes, { at }) < bytes.length) throw new DOMException('the disk took only a part', 'QuotaExceededError');
}

const LINE_FEED = 10;
const LOOK_BACK = 4096;

/** Where the whole lines of a file end: what a writer left torn behind them is written over, and cut off first. */
function endOfLines(file: SyncAccess): number {
  const size = file.getSize();
  let end = size;
  while (end > 0) {
    const start = Math.max(end - LOOK_BACK, 0);
    const bytes = new Uint8Array(end - start);
    file.read(bytes, { at: start });
    const last = bytes.lastIndexOf(LINE_FEED);
    end = start + last + 1;
    if (last >= 0) break;
  }
  if (end < size) file.truncate(end);
  return end;
}

async function forget(folder: FileSystemDirectoryHandle, seq: number): Promise<void> {
  const old: string[] = [];
  for await (const [name] of membersOf(folder)) if ((keptFileOf(name)?.seq ?? seq) < seq) old.push(name);
  for (const name of old) await folder.removeEntry(name).catch(unlessMissing);
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
}
