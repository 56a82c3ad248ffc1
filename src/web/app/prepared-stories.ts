import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { packPlain } from '../../core/base/pack-plain.ts';
import { openBytes } from '../../core/validate/open.ts';

const PREPARED = /\.geojson\?prepared$/;
/** Where the development server hands out prepared stories. */
const SERVED = '/prepared-story/';

/**
 * Opens the stories that ship with the page when it is built: the address of `story.geojson?prepared` leads to the columns and records that
 * opening the file gives, so that the first picture needs no reader of files. Throws when a story cannot be opened.
 */
export function preparedStories(): Plugin {
  const files = new Map<string, string>();
  let isServing = false;
  return {
    name: 'prepared-stories',
    configResolved: ({ command }) => {
      isServing = command === 'serve';
    },
    load: {
      filter: { id: PREPARED },
      async handler(id) {
        const file = id.replace(/\?prepared$/, '');
        const name = basename(file, '.geojson');
        this.addWatchFile(file);
        files.set(name, file);
        if (isServing) return `export default ${JSON.stringify(SERVED + name)}`;
        const asset = this.emitFile({ type: 'asset', name: `${name}.story`, source: await prepare(file) });
        return `export default import.meta.ROLLUP_FILE_URL_${asset}`;
      },
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(SERVED, (request, response, next) => {
        const file = files.get(request.url?.slice(1) ?? '');
        if (file === undefined) next();
        else prepare(file).then((bytes) => response.end(bytes), next);
      });
    },
  };
}

async function prepare(file: string): Promise<Uint8Array> {
  const opened = openBytes(await readFile(file));
  if (!opened.ok) throw new Error(`${file} cannot be opened: ${JSON.stringify(opened.error)}`);
  return packPlain(opened.value);
}
