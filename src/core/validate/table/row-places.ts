import type { Finding } from '../../formats/entry.ts';
import type { Field } from '../../formats/fields.ts';
import { anchorOfArea, anchorOfRoute } from '../../model/anchor.ts';
import type { Place } from '../../model/event.ts';
import { unguarded } from './cell-texts.ts';
import { filled, type Cell, type ColumnPlan, type Row } from './columns.ts';
import { readCoordinatesCell, readPair, type ReadShapes } from './place-cells.ts';

/** Where a row happened. */
export interface RowPlaces {
  readonly places: readonly Place[];
  readonly findings: readonly Finding[];
  /** Cells that the places do not hold, for keeping beside the event. */
  readonly left: readonly Cell[];
}

const STATED = { kind: 'stated' } as const;
const NO_SHAPES: ReadShapes = { shapes: [], findings: [] };
const NO_CELLS: readonly Cell[] = [];
const NO_PLACES: RowPlaces = { places: [], findings: [], left: [] };

/**
 * Makes a reader of the places of rows: of a position by two cells or by one, a journey where there are two positions, and names. A place
 * that has a name alone, or whose position cannot be read, counts as not stated; a region or a country is named where nothing closer is.
 */
export function placesReader(plan: ColumnPlan): (row: Row) => RowPlaces {
  const has = (...fields: readonly Field[]): boolean => fields.some((field) => plan.of(field).length > 0);
  const hasNames = has('place', 'region', 'country');
  if (!has('latitude', 'coordinates', 'geometry')) return hasNames ? (row) => named(namesOf(plan, row), NO_SHAPES, NO_CELLS) : () => NO_PLACES;
  const [hasOwn, hasGoal] = [has('coordinates', 'geometry'), has('endLatitude')];
  return (row) => {
    const names = hasNames ? namesOf(plan, row) : NO_NAMES;
    const pair = pairOf(plan, row, 'latitude', 'longitude');
    const read = hasOwn ? either(pair, ownShapes(plan, row)) : pair;
    const goal = hasGoal ? pairOf(plan, row, 'endLatitude', 'endLongitude') : NO_SHAPES;
    const left = read.findings.length + goal.findings.length === 0 ? NO_CELLS : positionCells(plan, row);
    const [start] = read.shapes;
    const [end] = goal.shapes;
    if (start?.kind !== 'point' || end?.kind !== 'point') {
      return named(names, goal.findings.length === 0 ? read : { ...read, findings: [...read.findings, ...goal.findings] }, left);
    }
    const path = [[start.at, end.at]];
    return named(names, { shapes: [{ kind: 'route', path }], findings: [] }, left);
  };
}

/** Of a pair of cells and a cell of its own the one that has a position; a line or an outline goes before a point. */
function either(pair: ReadShapes, own: ReadShapes): ReadShapes {
  if (own.shapes.some(({ kind }) => kind !== 'point') || (pair.shapes.length === 0 && own.shapes.length > 0)) return own;
  return pair.shapes.length > 0 ? pair : { shapes: [], findings: [...pair.findings, ...own.findings] };
}

/** What a row calls its place, from the closest on. */
interface Names {
  readonly place: Cell | undefined;
  readonly region: Cell | undefined;
  readonly country: Cell | undefined;
}

const NO_NAMES: Names = { place: undefined, region: undefined, country: undefined };

const namesOf = (plan: ColumnPlan, row: Row): Names => ({
  place: filled(plan.first('place', row)),
  region: filled(plan.first('region', row)),
  country: filled(plan.first('country', row)),
});

/** The places under their name. Names that it does not hold are left over, besides what is left over already; a country is no name of a point. */
function named({ place, region, country }: Names, { shapes, findings }: ReadShapes, left: readonly Cell[]): RowPlaces {
  const closest = place ?? region ?? (shapes.length === 0 ? country : undefined);
  const name = closest === undefined ? '' : unguarded(closest.text).trim();
  const others = [region, country].filter((cell) => cell !== undefined).filter((cell) => cell !== closest);
  const rest = others.length === 0 ? left : [...others, ...left];
  if (shapes.length > 0) return { places: shapes.map((shape) => placeOf(shape, name)), findings, left: rest };
  if (name === '') return findings.length + rest.length === 0 ? NO_PLACES : { places: [], findings, left: rest };
  const whole = [place, region, country].filter((cell) => cell !== undefined).map(({ text }) => unguarded(text).trim()).join(', ');
  return { places: [{ kind: 'not-stated', name, basis: STATED, wording: whole === name ? undefined : whole }], findings, left: rest };
}

function placeOf(shape: ReadShapes['shapes'][number], name: string): Place {
  switch (shape.kind) {
    case 'point':
      return { kind: 'exact', name, basis: STATED, wording: undefined, at: shape.at };
    case 'route':
      return { kind: 'route', name, basis: STATED, wording: undefined, path: shape.path, at: anchorOfRoute(shape.path) };
    case 'area':
      return { kind: 'area', name, basis: STATED, wording: undefined, area: shape.area, at: anchorOfArea(shape.area) };
  }
}

function pairOf(plan: ColumnPlan, row: Row, lat: 'latitude' | 'endLatitude', lng: 'longitude' | 'endLongitude'): ReadShapes {
  const [latitude, longitude] = [plan.first(lat, row), plan.first(lng, row)];
  return latitude === undefined || longitude === undefined ? NO_SHAPES : readPair(latitude, longitude);
}

function ownShapes(plan: ColumnPlan, row: Row): ReadShapes {
  const cell = filled(plan.first('geometry', row)) ?? filled(plan.first('coordinates', row));
  return cell === undefined ? NO_SHAPES : readCoordinatesCell(cell);
}

/** All cells that have to do with positions, as they stand. */
const positionCells = (plan: ColumnPlan, row: Row): readonly Cell[] =>
  POSITIONS.map((field) => filled(plan.first(field, row))).filter((cell) => cell !== undefined);

const POSITIONS = ['latitude', 'longitude', 'endLatitude', 'endLongitude', 'coordinates', 'geometry'] as const;
