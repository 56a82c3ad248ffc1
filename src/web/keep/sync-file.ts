/** A file open for writing; what a worker has and the compiler's library for pages does not (https://fs.spec.whatwg.org/#api-filesystemsyncaccesshandle). */
export interface SyncFile {
  readonly getSize: () => number;
  readonly read: (into: Uint8Array, options: { readonly at: number }) => number;
  readonly write: (bytes: Uint8Array, options: { readonly at: number }) => number;
  readonly truncate: (size: number) => void;
  readonly flush: () => void;
  readonly close: () => void;
}

/** Opens a file of a folder, writes, and resolves when the disk has it. */
export async function writing(folder: FileSystemDirectoryHandle, name: string, write: (file: SyncFile) => void): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const file = await (handle as unknown as { readonly createSyncAccessHandle: () => Promise<SyncFile> }).createSyncAccessHandle();
  try {
    write(file);
    file.flush();
  } finally {
    file.close();
  }
}

/** Writes all bytes. A disk without room writes less than it was asked, and says no more than that: then this throws. */
export function writeAll(file: SyncFile, bytes: Uint8Array, at: number): void {
  if (file.write(bytes, { at }) < bytes.length) throw new DOMException('the disk took only a part', 'QuotaExceededError');
}

const LINE_FEED = 10;
const LOOK_BACK = 4096;

/** Where the whole lines of a file end: what a writer left torn behind them is written over, and cut off first. */
export function endOfLines(file: SyncFile): number {
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
