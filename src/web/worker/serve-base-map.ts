import type { BaseMap } from '../../core/geo/base-map.ts';
import { buildBaseMap, type CountriesFile } from '../../core/geo/build-base-map.ts';
import { unpackBaseMapFiles } from '../../core/geo/pack-base-map-files.ts';
import { packBaseMap } from '../../core/geo/pack-base-map.ts';
import { paintGround } from './paint-ground.ts';
import { buffersOf, type BaseMapFiles, type BaseMapOrder, type BaseMapReport, type Post } from './protocol.ts';

/** Fetches the files of a base map and builds it. Throws an error that names the file that could not be had. */
export async function fetchBaseMap(source: BaseMapFiles): Promise<BaseMap> {
  if ('countries' in source) {
    // A file of this program: its shape is known.
    return buildBaseMap({ countries: (await (await load(source.countries)).json()) as CountriesFile });
  }
  const { packed } = source;
  return buildBaseMap(unpackBaseMapFiles(await unzipped(typeof packed === 'string' ? await (await load(packed)).blob() : packed)));
}

async function load(url: string): Promise<Response> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${new URL(url, answer.url).pathname}: ${answer.status}`);
  return answer;
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
