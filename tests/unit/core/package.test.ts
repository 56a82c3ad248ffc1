import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { describe, expect, it } from 'vitest';

const FRONT_DOOR = fileURLToPath(new URL('../../../src/core/index.ts', import.meta.url));

/** A program that is nothing but this text, which imports `dateline/core`. */
const program = (text: string): Plugin => ({
  name: 'program',
  resolveId: (id) => {
    if (id === 'dateline/core') return { id: FRONT_DOOR, moduleSideEffects: false };
    return id === 'program' ? '\0program' : undefined;
  },
  load: (id) => (id === '\0program' ? text : undefined),
});

/** How many bytes a program becomes, with what it takes of the package. */
async function sizeOf(text: string): Promise<number> {
  const outcome = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    plugins: [program(text)],
    build: { write: false, target: 'es2022', rolldownOptions: { input: 'program', treeshake: { moduleSideEffects: false }, preserveEntrySignatures: 'strict' } },
  });
  const files = (Array.isArray(outcome) ? outcome : [outcome]).flatMap((one) => ('output' in one ? one.output : []));
  return files.reduce((sum, file) => sum + (file.type === 'chunk' ? file.code.length : 0), 0);
}

describe('the package `dateline/core`', () => {
  it('gives a program that reads dates what reads dates, and no more', async () => {
    const size = await sizeOf("import { parseEdtf } from 'dateline/core'; export const isDate = (text) => parseEdtf(text).ok;");
    expect(size).toBeGreaterThan(2000);
    expect(size).toBeLessThan(20_000);
  });

  it('leaves nothing in a program that uses nothing of it', async () => {
    expect(await sizeOf("import 'dateline/core'; export const answer = 42;")).toBeLessThan(200);
  });
});
