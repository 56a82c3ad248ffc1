import { buildBaseMap, type BaseMap, type CountriesFile, type LabelsFile, type OverlayFile } from '../../core/geo/base-map.ts';
import { packBaseMap } from '../../core/geo/pack-base-map.ts';
import { buffersOf, type BaseMapFiles, type BaseMapReport, type Post } from './protocol.ts';

/** Fetches the files of a base map and builds it. Throws an error that names the file that could not be had. */
export async function fetchBaseMap({ countries, overlay, labels }: BaseMapFiles): Promise<BaseMap> {
  // Files of this program: their shape is known.
  const files = (await Promise.all([load(countries), overlay && load(overlay), labels && load(labels)])) as [
    CountriesFile,
    OverlayFile | undefined,
    LabelsFile | undefined,
  ];
  return buildBaseMap({ countries: files[0], overlay: files[1], labels: files[2] });
}

async function load(url: string): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${new URL(url, answer.url).pathname}: ${answer.status}`);
  return answer.json();
}

/** Builds a base map and hands it to the page. */
export async function serveBaseMap(files: BaseMapFiles, post: Post<BaseMapReport>): Promise<void> {
  try {
    const base = packBaseMap(await fetchBaseMap(files));
    post({ kind: 'base-map', base }, buffersOf(base));
  } catch (problem) {
    post({ kind: 'missing', reason: problem instanceof Error ? problem.message : String(problem) }, []);
  }
}
