import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { packBaseMapFiles, type WholeBaseMap } from '../../core/geo/pack-base-map-files.ts';

const PACKED = /[\\/]data[\\/]basemap\?packed$/;
/** Where the development server hands it out. */
const SERVED = '/base-map.bin';

/** The base map in full, in all its languages, from the files in `data/basemap`. */
export async function readBaseMapFiles(): Promise<WholeBaseMap> {
  const [countries, overlay, labels] = await Promise.all(
    ['countries.topo', 'overlay.topo', 'labels'].map(
      async (name) => JSON.parse(await readFile(fileURLToPath(new URL(`../../../data/basemap/${name}.json`, import.meta.url)), 'utf8')) as unknown,
    ),
  );
  // Files of this program: their shape is known.
  return { countries, overlay, labels } as WholeBaseMap;
}

/** Packs a base map and compresses it with gzip. */
export const zipBaseMap = (map: WholeBaseMap): Uint8Array => gzipSync(packBaseMapFiles(map), { level: 9 });

/** Packs the base map when the page is built: `data/basemap?packed` is the address of all its files in one, which is a quarter of them and faster to read. */
export function packedBaseMap(): Plugin {
  let isServing = false;
  return {
    name: 'packed-base-map',
    configResolved: ({ command }) => {
      isServing = command === 'serve';
    },
    resolveId: {
      filter: { id: PACKED },
      handler: () => fileURLToPath(new URL('../../../data/basemap', import.meta.url)) + '?packed',
    },
    load: {
      filter: { id: PACKED },
      async handler() {
        if (isServing) return `export default ${JSON.stringify(SERVED)}`;
        const asset = this.emitFile({ type: 'asset', name: 'base-map.bin', source: zipBaseMap(await readBaseMapFiles()) });
        return `export default import.meta.ROLLUP_FILE_URL_${asset}`;
      },
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(SERVED, (_request, response, next) => {
        readBaseMapFiles().then((map) => response.end(zipBaseMap(map)), next);
      });
    },
  };
}
