import type { Zip, ZipDeflate } from 'fflate';
import type { Steps } from '../../core/base/steps.ts';
import { inSlices } from './slices.ts';

/** How many bytes are packed at once. */
const PIECE = 2 ** 18;

/**
 * Packs files into one ZIP file, by the names that they have in it, in slices so that the page answers meanwhile. The packer's own way of not
 * making the page wait is a worker whose code is a blob, which the page's policy forbids.
 */
export async function zipped(files: ReadonlyMap<string, Uint8Array>): Promise<Blob> {
  const packers = await import('fflate');
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const archive = new packers.Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(new Uint8Array(piece));
  });
  await inSlices(packing(files, archive, (name) => new packers.ZipDeflate(name, { level: 6 })));
  return new Blob(pieces, { type: 'application/zip' });
}

function* packing(files: ReadonlyMap<string, Uint8Array>, archive: Zip, entryOf: (name: string) => ZipDeflate): Steps<undefined, void> {
  for (const [name, bytes] of files) {
    const entry = entryOf(name);
    archive.add(entry);
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
      entry.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
      yield undefined;
    }
  }
  archive.end();
}
