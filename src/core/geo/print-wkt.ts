import type { WktGeometry, WktPosition } from './parse-wkt.ts';

/** Writes a geometry as well-known text (OGC 06-103r4, clause 7), positions as longitude and latitude in degrees, as exactly as they are known. */
export function printWkt(geometry: WktGeometry): string {
  const name = geometry.type.toUpperCase();
  switch (geometry.type) {
    case 'Point':
      return `${name} (${position(geometry.coordinates)})`;
    case 'MultiPoint':
    case 'LineString':
      return `${name} ${positions(geometry.coordinates)}`;
    case 'MultiLineString':
    case 'Polygon':
      return `${name} ${lines(geometry.coordinates)}`;
    case 'MultiPolygon':
      return `${name} (${geometry.coordinates.map(lines).join(', ')})`;
    case 'GeometryCollection':
      return `${name} (${geometry.geometries.map(printWkt).join(', ')})`;
  }
}

const position = ([lng, lat]: WktPosition): string => `${lng} ${lat}`;
const positions = (list: readonly WktPosition[]): string => `(${list.map(position).join(', ')})`;
const lines = (list: readonly (readonly WktPosition[])[]): string => `(${list.map(positions).join(', ')})`;
