import type { BaseMap } from '../../core/geo/base-map.ts';
import { buildBaseMap, type CountriesFile, type LabelsFile, type OverlayFile } from '../../core/geo/build-base-map.ts';
import { unpackBaseMapFiles } from '../../core/geo/pack-base-map-files.ts';
import { packBaseMap } from '../../core/geo/pack-base-map.ts';
import { paintGround } from './paint-ground.ts';
import { buffersOf, type BaseMapFiles, type BaseMapOrder, type BaseMapReport, type Post } from './protocol.ts';

/** Fetches the files of a base map and builds it. Throws an error that names the file that could not be had. */
export async function fetchBaseMap(source: BaseMapFiles): Promise<BaseMap> {
  if ('packed' in source) return buildBaseMap(unpackBaseMapFiles(await unzipped(source.packed)));
  const { countries, overlay, labels } = source;
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

const unzipped = async (packed: Blob): Promise<Uint8Array> =>
  new Uint8Array(await new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());

/** Answers orders about the base map: builds it and hands it to the page, keeps the newest, and paints that. */
export function baseMapService(post: Post<BaseMapReport, ArrayBuffer | ImageBitmap>): (order: BaseMapOrder) => Promise<void> {
  let base: BaseMap | undefined;
  return async (order) => {
    if (order.kind === 'ground') {
      const picture = base === undefined ? undefined : pictureOf(base, order);
      post({ kind: 'ground', ticket: order.ticket, picture }, picture === undefined ? [] : [picture]);
      return;
    }
    try {
      base = await fetchBaseMap(order.files);
      const packed = packBaseMap(base);
      post({ kind: 'base-map', base: packed }, buffersOf(packed));
    } catch (problem) {
      post({ kind: 'missing', reason: problem instanceof Error ? problem.message : String(problem) }, []);
    }
  };
}

/** A picture of the ground; `undefined` where workers have no canvas, or none is to be had. */
function pictureOf(base: BaseMap, { view, scale }: BaseMapOrder & { readonly kind: 'ground' }): ImageBitmap | undefined {
  try {
    return paintGround(base, view, scale);
  } catch {
    return undefined;
  }
}
