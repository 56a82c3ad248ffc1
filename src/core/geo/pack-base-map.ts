import type { BaseCountry, BaseDispute, BaseMap, BaseRiver, MapLine } from './base-map.ts';

/** A base map in a few blocks of memory, to be handed from one thread to another. Lines stand one after the other; groups of them say how many they are. */
export interface PackedBaseMap {
  /** x0, y0, x1, y1 … and a weight for each vertex, of all lines. */
  readonly points: Float64Array<ArrayBuffer>;
  readonly weights: Float32Array<ArrayBuffer>;
  /** Left, upper, right and lower edge of each line. */
  readonly boxes: Float64Array<ArrayBuffer>;
  /** Number of vertices of each line. */
  readonly vertices: Uint32Array<ArrayBuffer>;
  readonly countries: readonly (Omit<BaseCountry, 'rings'> & { readonly rings: number })[];
  /** Codes of countries, with positions in the list of them. */
  readonly codes: readonly (readonly [code: string, country: number])[];
  readonly borders: number;
  readonly coasts: number;
  readonly lakes: readonly number[];
  readonly rivers: readonly (Omit<BaseRiver, 'lines'> & { readonly lines: number })[];
  readonly disputed: readonly (Omit<BaseDispute, 'lines'> & { readonly lines: number })[];
  readonly labels: BaseMap['labels'];
}

/** Packs a base map. */
export function packBaseMap(base: BaseMap): PackedBaseMap {
  const lines = [
    ...base.countries.flatMap(({ rings }) => rings),
    ...base.borders,
    ...base.coasts,
    ...base.lakes.flat(),
    ...base.rivers.flatMap((river) => river.lines),
    ...base.disputed.flatMap((dispute) => dispute.lines),
  ];
  const vertices = Uint32Array.from(lines, ({ weights }) => weights.length);
  const total = vertices.reduce((sum, count) => sum + count, 0);
  const points = new Float64Array(2 * total);
  const weights = new Float32Array(total);
  let at = 0;
  for (const line of lines) {
    points.set(line.points, 2 * at);
    weights.set(line.weights, at);
    at += line.weights.length;
  }
  return {
    points,
    weights,
    boxes: Float64Array.from(lines.flatMap(({ box }) => [box.x0, box.y0, box.x1, box.y1])),
    vertices,
    countries: base.countries.map((country) => ({ ...country, rings: country.rings.length })),
    codes: [...base.countryOf].map(([code, country]) => [code, base.countries.indexOf(country)]),
    borders: base.borders.length,
    coasts: base.coasts.length,
    lakes: base.lakes.map(({ length }) => length),
    rivers: base.rivers.map((river) => ({ ...river, lines: river.lines.length })),
    disputed: base.disputed.map((dispute) => ({ ...dispute, lines: dispute.lines.length })),
    labels: base.labels,
  };
}

/** The base map of what `packBaseMap` packed; its lines are views of the same memory. */
export function unpackBaseMap(packed: PackedBaseMap): BaseMap {
  let line = 0;
  let vertex = 0;
  const next = (): MapLine => {
    const count = packed.vertices[line] ?? 0;
    const edge = (side: number): number => packed.boxes[4 * line + side] ?? 0;
    const unpacked = {
      points: packed.points.subarray(2 * vertex, 2 * (vertex + count)),
      weights: packed.weights.subarray(vertex, vertex + count),
      box: { x0: edge(0), y0: edge(1), x1: edge(2), y1: edge(3) },
    };
    line += 1;
    vertex += count;
    return unpacked;
  };
  const take = (count: number): readonly MapLine[] => Array.from({ length: count }, next);
  const countryAt = (position: number): BaseCountry => {
    const country = countries[position];
    if (country === undefined) throw new RangeError(`country ${position} of ${countries.length}`);
    return country;
  };
  const countries = packed.countries.map((country): BaseCountry => ({ ...country, rings: take(country.rings) }));
  return {
    countries,
    countryOf: new Map(packed.codes.map(([code, position]) => [code, countryAt(position)])),
    borders: take(packed.borders),
    coasts: take(packed.coasts),
    lakes: packed.lakes.map(take),
    rivers: packed.rivers.map((river): BaseRiver => ({ ...river, lines: take(river.lines) })),
    disputed: packed.disputed.map((dispute): BaseDispute => ({ ...dispute, lines: take(dispute.lines) })),
    labels: packed.labels,
  };
}
