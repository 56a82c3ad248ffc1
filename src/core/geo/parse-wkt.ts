/** A geometry as GeoJSON has it (RFC 7946): positions are longitude and latitude. */
export type WktGeometry =
  | { readonly type: 'Point'; readonly coordinates: WktPosition }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly WktPosition[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly WktPosition[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly WktPosition[])[])[] }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly WktGeometry[] };
export type WktPosition = readonly [lng: number, lat: number];

/** How deep brackets may stand within brackets: a collection of multipolygons within three others. */
const DEEPEST = 8;

const HEAD = /\s*(POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION)\s*(?:ZM|Z|M)?\s*(?=\()/iy;
const NUMBER = /\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/y;
const SIGN = /\s*([(),])/y;

/** Whether a text begins as well-known text does. */
export const looksLikeWkt = (text: string): boolean =>
  /^\s*(?:SRID=\d{1,6};|<[^>\s]{1,200}>)?\s*(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\s*(?:ZM|Z|M)?\s*\(/i.test(text);

/**
 * Reads well-known text (OGC 06-103r4, clause 7), also with `SRID=…;` or the IRI of a reference system before it as databases and SPARQL
 * write it; numbers beyond the first two of a position are left out. `undefined` when it is anything else, is empty, or is nested deeper than
 * geometries are.
 */
export function parseWkt(text: string): WktGeometry | undefined {
  const prefix = /^\s*(?:SRID=\d{1,6};|<[^>\s]{1,200}>)?/i.exec(text)?.[0].length ?? 0;
  const read = reading(text, prefix);
  const geometry = readGeometry(read, 0);
  return geometry !== undefined && text.slice(read.at()).trim() === '' ? geometry : undefined;
}

/** Takes a text apart from left to right. */
interface Taking {
  readonly at: () => number;
  readonly take: (pattern: RegExp) => string | undefined;
}

function reading(text: string, from: number): Taking {
  let at = from;
  return {
    at: () => at,
    take: (pattern) => {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null) return undefined;
      at = pattern.lastIndex;
      return match[1];
    },
  };
}

function readGeometry(read: Taking, depth: number): WktGeometry | undefined {
  const word = read.take(HEAD)?.toUpperCase();
  if (word === undefined || depth > DEEPEST) return undefined;
  const wrap = <C, G>(coordinates: C | undefined, make: (coordinates: C) => G): G | undefined =>
    coordinates === undefined ? undefined : make(coordinates);
  const line = (): readonly WktPosition[] | undefined => readList(read, () => readPosition(read));
  const lines = (): readonly (readonly WktPosition[])[] | undefined => readList(read, line);
  switch (word) {
    case 'POINT':
      return wrap(readList(read, () => readPosition(read)), ([first]) => (first === undefined ? undefined : { type: 'Point', coordinates: first }));
    case 'LINESTRING':
      return wrap(line(), (coordinates) => ({ type: 'LineString', coordinates }));
    case 'POLYGON':
      return wrap(lines(), (coordinates) => ({ type: 'Polygon', coordinates }));
    case 'MULTIPOINT':
      return wrap(readList(read, () => readBracketed(read)), (coordinates) => ({ type: 'MultiPoint', coordinates }));
    case 'MULTILINESTRING':
      return wrap(lines(), (coordinates) => ({ type: 'MultiLineString', coordinates }));
    case 'MULTIPOLYGON':
      return wrap(readList(read, lines), (coordinates) => ({ type: 'MultiPolygon', coordinates }));
    default:
      return wrap(readList(read, () => readGeometry(read, depth + 1)), (geometries) => ({ type: 'GeometryCollection', geometries }));
  }
}

/** One or more entries in brackets, with commas between them. */
function readList<T>(read: Taking, readEntry: () => T | undefined): readonly T[] | undefined {
  if (read.take(SIGN) !== '(') return undefined;
  const entries: T[] = [];
  for (;;) {
    const entry = readEntry();
    if (entry === undefined) return undefined;
    entries.push(entry);
    const sign = read.take(SIGN);
    if (sign === ')') return entries;
    if (sign !== ',') return undefined;
  }
}

/** A position of a multipoint, which may have brackets of its own. */
function readBracketed(read: Taking): WktPosition | undefined {
  const isBracketed = read.take(/\s*(\()/y) !== undefined;
  const position = readPosition(read);
  return isBracketed && read.take(SIGN) !== ')' ? undefined : position;
}

function readPosition(read: Taking): WktPosition | undefined {
  const [lng, lat] = [read.take(NUMBER), read.take(NUMBER)];
  if (lng === undefined || lat === undefined) return undefined;
  for (let more = read.take(NUMBER); more !== undefined; more = read.take(NUMBER));
  return [Number(lng), Number(lat)];
}
