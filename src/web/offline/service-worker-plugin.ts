import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { PageFiles } from './page-files.ts';

/** Where the built service worker lies beside the page: a worker sees to its own folder and what is below it. */
const FILE = 'service-worker.js';
const PAGE = 'index.html';
/** What `service-worker.ts` calls the list that is written into it. */
const SLOT = 'PAGE_FILES';
/** What the page is not made of: what it makes pages from and gives away beside them, and what other pages show. */
const REST = /^embed\.js$|^assets\/page-template-/;
const APART = /^embed\.html$|^element\//;

/**
 * Builds the service worker and writes into it what the page is made of, with a sum over all of it as the version: equal builds are one
 * version. Does nothing for the development server and the command line. Throws when the worker has no place for the list, or is not one file.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    buildStart() {
      this.emitFile({ type: 'chunk', id: fileURLToPath(new URL('service-worker.ts', import.meta.url)), fileName: FILE });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[FILE];
        if (worker?.type !== 'chunk') throw new Error(`the build has no ${FILE}`);
        if (!worker.code.includes(SLOT)) throw new Error(`${FILE} has no place for the list of files`);
        if (worker.imports.length > 0) throw new Error(`${FILE} imports ${worker.imports.join(', ')}; it has to be one file`);
        const contents = Object.values(bundle)
          .filter((file) => file.fileName !== FILE && !APART.test(file.fileName))
          .map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const);
        worker.code = worker.code.replaceAll(SLOT, () => JSON.stringify(pageFilesOf(contents)));
      },
    },
  };
}

/** The lists of a page's files, by name and content; the page itself comes first. */
export function pageFilesOf(contents: readonly (readonly [name: string, content: string | Uint8Array])[]): PageFiles {
  const sum = createHash('sha256');
  const sorted = contents.toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, content] of sorted) sum.update(`${name}\0${content.length}\0`).update(content);
  const names = sorted.map(([name]) => name).filter((name) => name !== PAGE);
  return { version: sum.digest('hex').slice(0, 16), files: ['./', ...names.filter((name) => !REST.test(name))], rest: names.filter((name) => REST.test(name)) };
}
