import labels from '../../../data/basemap/labels.json?url';
import coarseCountries from '../../../data/basemap/countries-110m.topo.json?url';
import countries from '../../../data/basemap/countries.topo.json?url';
import overlay from '../../../data/basemap/overlay.topo.json?url';
import type { BaseMapSource } from './load-base-map.ts';
import { startWorker } from './start-worker.ts';

/** The base map at the page's own origin: the coarse countries for a first sight, then everything in full. */
export const PAGE_BASE_MAP: BaseMapSource = {
  versions: [{ countries: coarseCountries }, { countries, overlay, labels }],
  startWorker,
};
