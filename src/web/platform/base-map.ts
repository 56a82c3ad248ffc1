import labelsUrl from '../../../data/basemap/labels.json?url';
import coarseUrl from '../../../data/basemap/countries-110m.topo.json?url';
import countriesUrl from '../../../data/basemap/countries.topo.json?url';
import overlayUrl from '../../../data/basemap/overlay.topo.json?url';
import { err, ok, type Result } from '../../core/base/result.ts';
import { buildBaseMap, type BaseMap, type CountriesFile, type LabelsFile, type OverlayFile } from '../../core/geo/base-map.ts';

/**
 * Loads the base map from the page's own origin: the coarse countries first, then everything in full. `onReady` is called for each.
 * The result names the file that could not be had; what was shown before it stays.
 */
export async function loadBaseMap(onReady: (base: BaseMap) => void): Promise<Result<undefined, string>> {
  try {
    // Files of this program: their shape is known.
    const full = Promise.all([load(countriesUrl), load(overlayUrl), load(labelsUrl)]) as Promise<[CountriesFile, OverlayFile, LabelsFile]>;
    full.catch(() => undefined);
    onReady(buildBaseMap({ countries: (await load(coarseUrl)) as CountriesFile }));
    const [countries, overlay, labels] = await full;
    onReady(buildBaseMap({ countries, overlay, labels }));
    return ok(undefined);
  } catch (problem) {
    return err(problem instanceof Error ? problem.message : String(problem));
  }
}

async function load(url: string): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${new URL(url, answer.url).pathname}: ${answer.status}`);
  return answer.json();
}
