import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeWkt, parseWkt, type WktGeometry } from '../../../../src/core/geo/parse-wkt.ts';

describe('well-known text', () => {
  it.each<[string, WktGeometry]>([
    ['POINT (30.52333 50.45)', { type: 'Point', coordinates: [30.52333, 50.45] }],
    ['Point(51.4 35.7)', { type: 'Point', coordinates: [51.4, 35.7] }],
    ['SRID=4326;POINT Z (1 2 3)', { type: 'Point', coordinates: [1, 2] }],
    ['<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(1 2)', { type: 'Point', coordinates: [1, 2] }],
    ['MULTIPOINT(1 2,3 4)', { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }],
    ['MULTIPOINT((1 2),(3 4))', { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }],
    ['LINESTRING (30 10, 10 30)', { type: 'LineString', coordinates: [[30, 10], [10, 30]] }],
    ['MULTILINESTRING((1 2,3 4),(5 6,7 8))', { type: 'MultiLineString', coordinates: [[[1, 2], [3, 4]], [[5, 6], [7, 8]]] }],
    ['POLYGON((0 0,1 0,1 1,0 0),(.1 .1,.2 .1,.2 .2,.1 .1))', { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]], [[0.1, 0.1], [0.2, 0.1], [0.2, 0.2], [0.1, 0.1]]] }],
    ['MULTIPOLYGON(((0 0,1 0,1 1,0 0)))', { type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 0]]]] }],
    ['GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4))', { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }, { type: 'LineString', coordinates: [[1, 2], [3, 4]] }] }],
  ])('reads %j', (text, geometry) => {
    expect(looksLikeWkt(text)).toBe(true);
    expect(parseWkt(text)).toEqual(geometry);
  });

  it.each(['POINT EMPTY', 'POINT(30)', 'POINT(30 10', 'POINT(1 2) and more', 'CIRCLE(1 2)', '', `${'GEOMETRYCOLLECTION('.repeat(50)}POINT(1 2)${')'.repeat(50)}`])('reads nothing from %j', (text) => {
    expect(parseWkt(text)).toBeUndefined();
  });

  it('never throws on pieces of it', () => {
    const piece = fc.constantFrom('POINT', 'POLYGON', 'MULTI', 'GEOMETRYCOLLECTION', '(', ')', ',', ' ', '1', '-2.5', '1e9', 'Z', 'EMPTY', 'SRID=4326;');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        expect(parseWkt(text) === undefined || looksLikeWkt(text)).toBe(true);
      }),
    );
  });
});
