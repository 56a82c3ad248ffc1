import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generatedFile } from './generated.ts';

/** The folder of generated files: another one for each way of generating them. */
function folderOf(): string {
  const hash = createHash('sha256');
  for (const file of ['generated.ts', 'generated-rows.ts', 'seeded.ts']) hash.update(readFileSync(join(import.meta.dirname, file)));
  return join(tmpdir(), `dateline-generated-${hash.digest('hex').slice(0, 12)}`);
}

/** Writes files of generated events to the temporary folder, where they are not there yet. Gives their folder; each is called after its size. */
export async function writeGenerated(sizes: readonly number[]): Promise<string> {
  const folder = folderOf();
  mkdirSync(folder, { recursive: true });
  for (const size of sizes) {
    const path = join(folder, `${size}.geojson`);
    if (existsSync(path)) continue;
    // Written under a name of its own first: two tests may do so at once.
    const part = `${path}.${process.pid}`;
    await pipeline(Readable.from(generatedFile(size)), createWriteStream(part));
    renameSync(part, path);
  }
  return folder;
}
