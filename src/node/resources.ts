import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BaseMap } from '../core/geo/base-map.ts';
import { buildBaseMap } from '../core/geo/build-base-map.ts';
import { parseGazetteer } from '../core/geo/gazetteer.ts';
import type { Place } from '../core/model/event.ts';
import { placeFinder } from '../core/validate/look-up.ts';

/** The folder of the package, wherever this module was bundled to: the nearest one above it with a package.json. */
const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error(`no package.json stands above ${fileURLToPath(import.meta.url)}`);
  return findRoot(above);
}

const BASE_MAP = join(packageRoot, 'data', 'basemap');
const GAZETTEER = join(packageRoot, 'data', 'gazetteer', 'places.tsv');
const FONTS = join(packageRoot, 'data', 'fonts');

let baseMap: Promise<BaseMap> | undefined;

/** The embedded base map, in its fine version; read once. */
export const readBaseMap = (): Promise<BaseMap> => (baseMap ??= buildFineMap());

async function buildFineMap(): Promise<BaseMap> {
  const [countries, overlay, labels] = await Promise.all(
    ['countries.topo.json', 'overlay.topo.json', 'labels.json'].map(async (name) => JSON.parse(await readFile(join(BASE_MAP, name), 'utf8')) as unknown),
  );
  return buildBaseMap({ countries, overlay, labels } as Parameters<typeof buildBaseMap>[0]);
}

/** A text file that the build of the command line has put beside it. */
export const readBuilt = (name: string): Promise<string> => readFile(join(packageRoot, 'dist', 'node', name), 'utf8');

/** The static fonts that PNGs are set in. */
export async function fontPaths(): Promise<readonly string[]> {
  const names = await readdir(FONTS, { recursive: true });
  return names.filter((name) => name.endsWith('.ttf')).toSorted().map((name) => join(FONTS, name));
}

let finder: ((place: Place) => Place) | undefined;

/** Gives a place that has a name alone the position that the gazetteer has for it. The gazetteer is read with the first such place. */
export function findPlace(place: Place): Place {
  if (place.kind !== 'not-stated' || place.name === '') return place;
  finder ??= placeFinder(parseGazetteer(readFileSync(GAZETTEER, 'utf8')));
  return finder(place);
}
