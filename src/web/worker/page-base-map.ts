import coarseCountries from '../../../data/basemap/countries-110m.topo.json?url';
import packed from '../../../data/basemap?packed';
// oxlint-disable-next-line import/default -- with this query the bundler gives the file's address instead of what is in it
import entryUrl from './ground-entry.ts?worker&url';
import type { BaseMapSource } from './load-base-map.ts';
import { startWorkerAt } from './worker-line.ts';

/** The base map at the page's own origin: the coarse countries for a first sight, then everything in full. */
export const PAGE_BASE_MAP: BaseMapSource = {
  versions: [{ countries: coarseCountries }, { packed }],
  startWorker: () => startWorkerAt(entryUrl, 'module', 'dateline-ground'),
};
