import { unreachable } from '../base/result.ts';
import type { Members } from '../formats/dateline-file.ts';
import { anchorOfArea, anchorOfRoute } from '../model/anchor.ts';
import type { Basis, Json, Place, PlaceKind } from '../model/event.ts';
import { readBasis, STATED } from './read-basis.ts';
import { readGeometry, type Shape } from './read-geometry.ts';
import { readChoice, readFilledText, readList, readMember, readObject, readPositive, readText, type Read, type Tell } from './read.ts';

/** Radius of a place that is said to be near a point, when the file does not say how near: a town and its outskirts. */
const UNSTATED_RADIUS_KM = 10;

const PLACE_KINDS: readonly PlaceKind[] = ['exact', 'near', 'area', 'country', 'region', 'route', 'withheld', 'not-stated'];

/** An entry of `places`, before it has met its geometry. */
interface PlaceEntry {
  readonly name: string;
  readonly basis: Basis;
  readonly wording: string | undefined;
  readonly kind: PlaceKind | undefined;
  readonly code: string | undefined;
  readonly radiusKm: number | undefined;
  readonly tell: Tell;
}

const readEntry: Read<PlaceEntry> = readObject((members, tell) => ({
  name: readMember(members, 'name', readText, tell) ?? '',
  basis: readMember(members, 'basis', readBasis, tell) ?? STATED,
  wording: readMember(members, 'wording', readText, tell),
  kind: readMember(members, 'kind', readChoice(PLACE_KINDS), tell),
  code: readMember(members, 'code', readFilledText, tell),
  radiusKm: readMember(members, 'radiusKm', readPositive, tell),
  tell,
}));

/**
 * Reads where an event happened: entries of `properties.places`, each with the next part of the geometry unless it is withheld
 * or not stated. A place whose part cannot be put on the map keeps its name and counts as not stated; a part without an entry
 * is a place without a name.
 */
export function readPlaces(geometry: Json | undefined, properties: Members, tell: Tell, tellProperties: Tell): readonly Place[] {
  const shapes = [...readGeometry(geometry, tell)];
  const entries = readMember(properties, 'places', readList(readEntry), tellProperties);
  const places = (entries ?? []).map((entry) => {
    const located = entry.kind !== 'withheld' && entry.kind !== 'not-stated';
    return placeOf(entry, located ? shapes.shift() : undefined);
  });
  if (entries !== undefined && entries.length > 0 && shapes.length > 0) {
    tell('geometry-unnamed', undefined, { parts: shapes.length, places: entries.length }, '.geometry');
  }
  const name = entries === undefined ? plainName(properties) : '';
  const unnamed = { name, basis: STATED, wording: undefined, kind: undefined, code: undefined, radiusKm: undefined, tell };
  // Of a part without a name that cannot be put on the map there is nothing to say.
  return [...places, ...shapes.filter((shape) => shape.kind !== 'broken' || name !== '').map((shape) => placeOf(unnamed, shape))];
}

/** What plain GeoJSON calls a place. */
const plainName = (properties: Members): string => {
  const name = properties['place'];
  return typeof name === 'string' ? name : '';
};

function placeOf(entry: PlaceEntry, shape: Shape | undefined): Place {
  const { name, basis, wording, tell } = entry;
  if (entry.kind === 'withheld' || entry.kind === 'not-stated') return { name, basis, wording, kind: entry.kind };
  if (shape === undefined) {
    tell('place-without-geometry', name);
    return { name, basis, wording, kind: 'not-stated' };
  }
  if (shape.kind === 'broken') return { name, basis, wording, kind: 'not-stated' };
  const kind = kindFor(entry, shape);
  switch (shape.kind) {
    case 'area':
      return { name, basis, wording, kind: 'area', area: shape.area, at: anchorOfArea(shape.area) };
    case 'route':
      return { name, basis, wording, kind: 'route', path: shape.path, at: anchorOfRoute(shape.path) };
    case 'point':
      if (kind === 'country' || kind === 'region') return { name, basis, wording, kind, at: shape.at, code: entry.code };
      if (kind === 'near') return { name, basis, wording, kind, at: shape.at, radiusKm: radiusOf(entry) };
      return { name, basis, wording, kind: 'exact', at: shape.at };
    default:
      return unreachable(shape);
  }
}

type StatedShape = Exclude<Shape, { readonly kind: 'broken' }>;
const KIND_OF_SHAPE = { point: 'exact', area: 'area', route: 'route' } as const satisfies Record<StatedShape['kind'], PlaceKind>;

/** The stated kind where the geometry can hold it; otherwise the geometry's own kind, which is told. */
function kindFor({ kind, tell }: PlaceEntry, shape: StatedShape): PlaceKind {
  const own = KIND_OF_SHAPE[shape.kind];
  if (kind === undefined) return own;
  const pointlike = kind !== 'area' && kind !== 'route';
  if (pointlike === (shape.kind === 'point') && (pointlike || kind === own)) return kind;
  tell('place-kind-mismatch', kind, { kind, shape: shape.kind }, '.kind');
  return own;
}

function radiusOf({ radiusKm, tell }: PlaceEntry): number {
  if (radiusKm === undefined) tell('radius-missing', undefined, { radiusKm: UNSTATED_RADIUS_KM }, '.radiusKm');
  return radiusKm ?? UNSTATED_RADIUS_KM;
}
