import labels from '../../../data/basemap/labels.json?url';
import coarseCountries from '../../../data/basemap/countries-110m.topo.json?url';
import countries from '../../../data/basemap/countries.topo.json?url';
import overlay from '../../../data/basemap/overlay.topo.json?url';
import { err, ok, type Result } from '../../core/base/result.ts';
import type { BaseMap } from '../../core/geo/base-map.ts';
import { unpackBaseMap } from '../../core/geo/pack-base-map.ts';
import type { BaseMapFiles } from './protocol.ts';
import { startWorker, type WorkerLine } from './start-worker.ts';

/** The coarse countries for a first sight, then everything in full. */
const VERSIONS: readonly BaseMapFiles[] = [{ countries: coarseCountries }, { countries, overlay, labels }];

/**
 * Loads the base map from the page's own origin, built in a worker where there is one; `onReady` is called for each version of it.
 * The error names the file that could not be had; what was shown before it stays.
 */
export async function loadBaseMap(onReady: (base: BaseMap) => void): Promise<Result<undefined, string>> {
  const worker = await startWorker();
  try {
    for (const files of VERSIONS) onReady(await (worker === undefined ? fetchHere(files) : fetchThere(files, worker)));
    return ok(undefined);
  } catch (problem) {
    return err(problem instanceof Error ? problem.message : String(problem));
  } finally {
    worker?.end();
  }
}

async function fetchHere(files: BaseMapFiles): Promise<BaseMap> {
  const { fetchBaseMap } = await import('./serve-base-map.ts');
  return fetchBaseMap(files);
}

function fetchThere(files: BaseMapFiles, worker: WorkerLine): Promise<BaseMap> {
  return new Promise((resolve, reject) => {
    worker.onReport((report) => {
      if (report?.kind === 'base-map') resolve(unpackBaseMap(report.base));
      else reject(new Error(report?.kind === 'missing' ? report.reason : 'the worker of the base map could not go on'));
    });
    worker.order({ kind: 'base-map', files }, []);
  });
}
