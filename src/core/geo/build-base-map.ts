import type { BaseCountry, BaseDispute, BaseLabel, BaseMap, BaseRiver, LabelNames, MapLine, UnitBox } from './base-map.ts';
import type { Bounds } from './coordinates.ts';
import { latOf, lngOf, unitXOf, unitYOf } from './mercator.ts';
import { arcListsOf, joinArcs, lineOf, readArcs, type Topology } from './topology.ts';

/** `countries-110m.topo.json` and `countries.topo.json`: one object, `countries`, whose ids are the source's codes. */
export type CountriesFile = Topology<{ readonly a3: string; readonly n?: string }>;

/** `overlay.topo.json`: the objects `lakes`, `rivers` (rank `r`) and `disputed` (least zoom `z`). */
export type OverlayFile = Topology<{ readonly n?: string | null; readonly r?: number; readonly z?: number }>;

/** A row of `labels.json`: position in degrees; `z` is the least zoom or the least and greatest. */
interface LabelRow extends LabelNames {
  readonly x: number;
  readonly y: number;
  readonly z: number | readonly [number, number];
  readonly a3?: string;
  /** Of a place: 2 for a national capital, 1 for a provincial one. */
  readonly k?: number;
  /** Of a body of water: `ocean`, `sea`, `gulf` … */
  readonly t?: string;
}

/** `labels.json`. */
export interface LabelsFile {
  readonly countries: readonly LabelRow[];
  readonly places: readonly LabelRow[];
  readonly marine: readonly LabelRow[];
}

/** Where ISO 3166-1 alpha-3 differs from the source's codes. Source: ISO 3166; XKX is the user-assigned code in common use for Kosovo. */
const ISO_CODES: Readonly<Record<string, string>> = { PSX: 'PSE', SDS: 'SSD', SAH: 'ESH', KOS: 'XKX', ALD: 'ALA' };

/** Bodies of water that are named on the map; the rest of the source's marine kinds are land or too small. */
const WATER_KINDS: ReadonlySet<string> = new Set(['ocean', 'sea', 'bay', 'gulf', 'strait', 'channel', 'sound']);

/**
 * Makes the base map of its files: the countries alone for a first sight, or with lakes, rivers, disputed lines and names.
 * The files are those of `data/basemap`, parsed.
 */
export function buildBaseMap(files: { countries: CountriesFile; overlay?: OverlayFile | undefined; labels?: LabelsFile | undefined }): BaseMap {
  const labels = files.labels === undefined ? [] : labelsOf(files.labels);
  const { countries, borders, coasts } = readCountries(files.countries, files.labels);
  const overlay = files.overlay === undefined ? { lakes: [], rivers: [], disputed: [] } : readOverlay(files.overlay);
  const countryOf = new Map<string, BaseCountry>();
  for (const country of countries) {
    countryOf.set(country.a3, country);
    const iso = ISO_CODES[country.a3];
    if (iso !== undefined) countryOf.set(iso, country);
  }
  return { countries, countryOf, borders, coasts, labels, ...overlay };
}

function readCountries(file: CountriesFile, labels: LabelsFile | undefined): Pick<BaseMap, 'countries' | 'borders' | 'coasts'> {
  const arcs = readArcs(file);
  const names = new Map(labels?.countries.map((row) => [row.a3, row.en]));
  const users = new Uint8Array(arcs.length);
  const countries = (file.objects['countries']?.geometries ?? []).map((geometry): BaseCountry => {
    const lists = arcListsOf(geometry);
    for (const number of lists.flat()) {
      const arc = number < 0 ? ~number : number;
      users[arc] = (users[arc] ?? 0) + 1;
    }
    const rings = lists.map((numbers) => joinArcs(arcs, numbers, true));
    const { a3, n } = geometry.properties;
    return { a3, name: names.get(a3) ?? n ?? a3, rings, main: mainBoundsOf(rings) };
  });
  return {
    countries,
    borders: arcs.filter((_, arc) => (users[arc] ?? 0) > 1),
    coasts: arcs.filter((_, arc) => users[arc] === 1).flatMap(withoutWorldEdge),
  };
}

/** A coast without the stretches that only close polygons along the antimeridian and the edge of the square world. */
function withoutWorldEdge(line: MapLine): MapLine[] {
  const { points, weights, box } = line;
  const near = 1e-6;
  if (box.x0 > near && box.x1 < 1 - near && box.y1 < 1 - near) return [line];
  const onEdge = (k: number, at: number): boolean => Math.abs((points[k] as number) - at) <= near;
  const runs: MapLine[] = [];
  let first = 0;
  const count = weights.length;
  for (let k = 0; k < count; k += 1) {
    const a = 2 * k;
    const b = a + 2;
    const last = k === count - 1;
    const alongEdge =
      !last && ((onEdge(a, 0) && onEdge(b, 0)) || (onEdge(a, 1) && onEdge(b, 1)) || (onEdge(a + 1, 1) && onEdge(b + 1, 1)));
    if (!last && !alongEdge) continue;
    if (k > first) runs.push(lineOf(points.slice(2 * first, 2 * k + 2), weights.slice(first, k + 1)));
    first = k + 1;
  }
  return runs;
}

/** Bounds of a country's largest ring and of what is large and near enough to belong to the same picture of it. */
function mainBoundsOf(rings: readonly MapLine[]): Bounds {
  const byArea = rings.map((ring) => ({ box: ring.box, area: areaOf(ring) })).sort((a, b) => b.area - a.area);
  const largest = byArea[0];
  if (largest === undefined) throw new RangeError('a country without a ring');
  let main: UnitBox = largest.box;
  const reach = 0.3 * Math.max(main.x1 - main.x0, main.y1 - main.y0);
  for (const { box, area } of byArea) {
    const gap = Math.max(box.x0 - main.x1, main.x0 - box.x1, box.y0 - main.y1, main.y0 - box.y1);
    if (area >= 0.005 * largest.area && gap <= reach) {
      main = { x0: Math.min(main.x0, box.x0), y0: Math.min(main.y0, box.y0), x1: Math.max(main.x1, box.x1), y1: Math.max(main.y1, box.y1) };
    }
  }
  return { west: lngOf(main.x0), north: latOf(main.y0), east: lngOf(main.x1), south: latOf(main.y1) };
}

/** Area of a ring in unit Mercator by the shoelace formula. */
function areaOf({ points }: MapLine): number {
  let twice = 0;
  for (let k = 0, before = points.length - 2; k < points.length; before = k, k += 2) {
    twice += (points[before] as number) * (points[k + 1] as number) - (points[k] as number) * (points[before + 1] as number);
  }
  return Math.abs(twice) / 2;
}

function readOverlay(file: OverlayFile): Pick<BaseMap, 'lakes' | 'rivers' | 'disputed'> {
  const arcs = readArcs(file);
  const geometriesOf = (name: string) => file.objects[name]?.geometries ?? [];
  const linesOf = (geometry: OverlayFile['objects'][string]['geometries'][number], closed: boolean): MapLine[] =>
    arcListsOf(geometry).map((numbers) => joinArcs(arcs, numbers, closed));
  return {
    lakes: geometriesOf('lakes').map((geometry) => linesOf(geometry, true)),
    rivers: geometriesOf('rivers').map((geometry): BaseRiver => ({ rank: geometry.properties.r ?? 10, lines: linesOf(geometry, false) })),
    disputed: geometriesOf('disputed').map((geometry): BaseDispute => ({
      minZoom: geometry.properties.z ?? 4,
      lines: linesOf(geometry, false),
    })),
  };
}

function labelsOf(file: LabelsFile): BaseLabel[] {
  const marine = file.marine.filter((row) => WATER_KINDS.has(row.t ?? ''));
  return [
    ...marine.map((row) => labelOf('water', row, row.t === 'ocean')),
    ...file.countries.map((row) => labelOf('country', row, false)),
    ...file.places.map((row) => labelOf('town', row, row.k === 2)),
  ];
}

function labelOf(kind: BaseLabel['kind'], row: LabelRow, major: boolean): BaseLabel {
  const { en, fa, ar, tr } = row;
  const names: LabelNames = {
    en,
    ...(fa === undefined ? {} : { fa }),
    ...(ar === undefined ? {} : { ar }),
    ...(tr === undefined ? {} : { tr }),
  };
  const [minZoom, maxZoom] = typeof row.z === 'number' ? [row.z, Infinity] : row.z;
  return { kind, names, x: unitXOf(row.x), y: unitYOf(row.y), minZoom, maxZoom, a3: row.a3, major };
}
