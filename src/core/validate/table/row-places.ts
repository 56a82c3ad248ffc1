import type { Finding } from '../../formats/entry.ts';
import { anchorOfArea, anchorOfRoute } from '../../model/anchor.ts';
import type { Place } from '../../model/event.ts';
import { isAbsent, unguarded } from './cell-texts.ts';
import type { Cell, ColumnPlan, Row } from './columns.ts';
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
const NO_PLACES: RowPlaces = { places: [], findings: [], left: [] };

/**
 * Reads the places of a row: its position by two cells or by one, a journey where it has two positions, and its name. A place that has a name alone,
 * or whose position cannot be read, counts as not stated; a region or a country is named where nothing closer is.
 */
export function readPlacesOf(plan: ColumnPlan, row: Row): RowPlaces {
  const [place, region, country] = (['place', 'region', 'country'] as const).map((field) => plan.first(field, row)).map((cell) => (cell === undefined || isAbsent(cell.text) ? undefined : cell)) as [
    Cell | undefined, Cell | undefined, Cell | undefined,
  ];
  const [pair, own] = [pairOf(plan, row, 'latitude', 'longitude'), ownShapes(plan, row)];
  const read = own.shapes.some(({ kind }) => kind !== 'point') || pair.shapes.length === 0 ? (own.shapes.length > 0 ? own : { shapes: [], findings: [...pair.findings, ...own.findings] }) : pair;
  const goal = plan.of('endLatitude').length > 0 ? pairOf(plan, row, 'endLatitude', 'endLongitude') : NO_SHAPES;
  const name = unguarded(place?.text ?? region?.text ?? (read.shapes.length === 0 ? country?.text : undefined) ?? '').trim();
  const findings = [...read.findings, ...goal.findings];
  const isWhole = findings.length === 0;
  const left = [...(place === undefined ? [] : [region]), ...(place === undefined && region === undefined && read.shapes.length === 0 ? [] : [country]), ...(isWhole ? [] : positionCells(plan, row))].filter((cell) => cell !== undefined);
  if (read.shapes.length === 0) {
    if (name === '' && isWhole) return left.length === 0 ? NO_PLACES : { places: [], findings, left };
    const whole = [place, region, country].filter((cell) => cell !== undefined).map(({ text }) => unguarded(text).trim()).join(', ');
    return { places: name === '' ? [] : [{ kind: 'not-stated', name, basis: STATED, wording: whole === name ? undefined : whole }], findings, left };
  }
  const [first] = read.shapes;
  const [end] = goal.shapes;
  if (first?.kind === 'point' && end?.kind === 'point') {
    const path = [[first.at, end.at]];
    return { places: [{ kind: 'route', name, basis: STATED, wording: undefined, path, at: anchorOfRoute(path) }], findings, left };
  }
  return { places: read.shapes.map((shape) => placeOf(shape, name)), findings, left };
}

function placeOf(shape: ReadShapes['shapes'][number], name: string): Place {
  const base = { name, basis: STATED, wording: undefined };
  switch (shape.kind) {
    case 'point':
      return { ...base, kind: 'exact', at: shape.at };
    case 'route':
      return { ...base, kind: 'route', path: shape.path, at: anchorOfRoute(shape.path) };
    case 'area':
      return { ...base, kind: 'area', area: shape.area, at: anchorOfArea(shape.area) };
  }
}

function pairOf(plan: ColumnPlan, row: Row, lat: 'latitude' | 'endLatitude', lng: 'longitude' | 'endLongitude'): ReadShapes {
  const [latitude, longitude] = [plan.first(lat, row), plan.first(lng, row)];
  return latitude === undefined || longitude === undefined ? NO_SHAPES : readPair(latitude, longitude);
}

function ownShapes(plan: ColumnPlan, row: Row): ReadShapes {
  const cells = [plan.first('geometry', row), plan.first('coordinates', row)].filter((cell) => cell !== undefined && !isAbsent(cell.text));
  const [cell] = cells;
  return cell === undefined ? NO_SHAPES : readCoordinatesCell(cell);
}

/** All cells that have to do with positions, as they stand. */
const positionCells = (plan: ColumnPlan, row: Row): readonly Cell[] =>
  (['latitude', 'longitude', 'endLatitude', 'endLongitude', 'coordinates', 'geometry'] as const).map((field) => plan.first(field, row)).filter((cell) => cell !== undefined && !isAbsent(cell.text)) as readonly Cell[];
