import { fixedXOf, fixedYOf } from '../geo/fixed.ts';
import type { Columns, Dataset, PlaceTable } from './dataset.ts';
import { findPlaces } from './find-places.ts';
import { mentionOrder } from './patch-interned.ts';
import { GONE, type RowOrder } from './patch-order.ts';
import { rowsByPlace, type GatheredPlaces } from './place-gathering.ts';
import { neighbourhoodOrder } from './place-order.ts';
import { encodePlace } from './place-record.ts';
import { distinctPlaces, isLocated, placeKey } from './place.ts';
import { eventAt, placeAt, placesOfRow } from './rows.ts';
import type { Piece } from './splicing.ts';

type Lists = Pick<Columns, 'placeStart' | 'placeList'>;

/** More places than any event has, so that mentions stand in order: those of one event, then those of the next in the file. */
const MOST_PLACES = 2 ** 20;

/** The places after a patch: those that are still named, in order of first mention in the file `file`, where that first mention puts them. */
export function patchPlaces(dataset: Dataset, added: Dataset, order: RowOrder, file: Uint32Array): GatheredPlaces {
  if (haveSamePlaces(dataset, added, order)) return movedPlaces(dataset, added, order);
  const numbers = unitedNumbers(dataset, added);
  const size = Math.max(dataset.places.size, ...numbers.map((p) => p + 1));
  const lists = splicedLists(dataset, added, order, numbers);
  const mentions = firstMentions(lists, size, file);
  const table = positionsAfter(dataset, added, order, numbers, mentions);
  const standing = standingOf(mentions, table);
  if (standing === undefined) return gathered(table, lists);
  const now = new Uint32Array(size);
  for (let p = 0; p < standing.length; p += 1) now[standing[p] as number] = p;
  const inOrder = <A extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(values: A): A =>
    values.slice(0, standing.length).map((_, p) => values[standing[p] as number] as number) as A;
  return gathered(
    { x: inOrder(table.x), y: inOrder(table.y), kind: inOrder(table.kind) },
    { placeStart: lists.placeStart, placeList: lists.placeList.map((p) => now[p] as number) },
  );
}

/** Whether the located places of the changed events are those that they were: then all places are, and stand as they do. */
function haveSamePlaces(dataset: Dataset, added: Dataset, { isEditing, rowsBefore }: RowOrder): boolean {
  const written = (of: Dataset, row: number): string => JSON.stringify(eventAt(of, row).places.filter(isLocated).map(encodePlace));
  return isEditing && rowsBefore.every((row, k) => row !== undefined && written(dataset, row) === written(added, k));
}

/** The same places, with rows that may have moved. */
function movedPlaces(dataset: Dataset, added: Dataset, order: RowOrder): GatheredPlaces {
  const { columns, places } = dataset;
  if (order.isInPlace) return { columns, table: places };
  const numbers: number[] = [];
  for (const [k, row] of order.rowsBefore.entries()) {
    const before = placesOfRow(dataset, row ?? 0);
    for (const [position, q] of placesOfRow(added, k).entries()) numbers[q] = before[position] ?? 0;
  }
  return gathered({ x: places.x, y: places.y, kind: places.kind }, splicedLists(dataset, added, order, numbers));
}

type Positions = Pick<PlaceTable, 'x' | 'y' | 'kind'>;

const gathered = (positions: Positions, columns: Lists): GatheredPlaces => {
  const size = positions.x.length;
  return { columns, table: Object.freeze({ size, ...positions, ...rowsByPlace(size, columns) }) };
};

/** By place of what is added, its number in the dataset, or one behind all of these. */
function unitedNumbers(dataset: Dataset, added: Dataset): readonly number[] {
  const places = Array.from({ length: added.places.size }, (_, q) => placeAt(added, q));
  const known = findPlaces(dataset, places);
  let next = dataset.places.size;
  return places.map((place) => known.get(placeKey(place)) ?? next++);
}

function splicedLists(dataset: Dataset, added: Dataset, { pieces }: RowOrder, numbers: readonly number[]): Lists {
  const startsOf = ({ of }: Piece): Uint32Array => (of === 'old' ? dataset : added).columns.placeStart;
  const placesIn = (piece: Piece): number => (startsOf(piece)[piece.end] as number) - (startsOf(piece)[piece.start] as number);
  const placeStart = new Uint32Array(pieces.reduce((sum, { start, end }) => sum + end - start, 1));
  const placeList = new Uint32Array(pieces.reduce((sum, piece) => sum + placesIn(piece), 0));
  const more = added.columns.placeList.map((q) => numbers[q] ?? 0);
  let row = 0;
  let at = 0;
  for (const piece of pieces) {
    const { of, start, end } = piece;
    const starts = startsOf(piece);
    const list = of === 'old' ? dataset.columns.placeList : more;
    const first = starts[start] as number;
    for (let k = start; k < end; k += 1) placeStart[row + k - start] = at + (starts[k] as number) - first;
    placeList.set(list.subarray(first, starts[end]), at);
    at += (starts[end] as number) - first;
    row += end - start;
  }
  placeStart[row] = at;
  return { placeStart, placeList };
}

/** Where each place is first mentioned; ∞ for one that is not. */
function firstMentions({ placeStart, placeList }: Lists, size: number, file: Uint32Array): Float64Array {
  const first = new Float64Array(size).fill(Infinity);
  for (let i = 0; i < file.length; i += 1) {
    const start = placeStart[i] as number;
    const end = placeStart[i + 1] as number;
    for (let k = start; k < end; k += 1) {
      const mention = (file[i] as number) * MOST_PLACES + k - start;
      const p = placeList[k] as number;
      if (mention < (first[p] as number)) first[p] = mention;
    }
  }
  return first;
}

/** Kinds and positions of all places, also of those that are no longer named, each where its first mention puts it. */
function positionsAfter(dataset: Dataset, added: Dataset, order: RowOrder, numbers: readonly number[], mentions: Float64Array): Positions {
  const { rowNow, addedPosition, positionNow } = order;
  const { places, columns } = dataset;
  const [x, y, kind] = [new Uint32Array(mentions.length), new Uint32Array(mentions.length), new Uint8Array(mentions.length)];
  x.set(places.x);
  y.set(places.y);
  kind.set(places.kind);
  for (const [q, p] of numbers.entries()) kind[p] = added.places.kind[q] ?? 0;
  const settled = new Set<number>();
  for (let k = 0; k < added.size; k += 1) {
    for (const [position, q] of placesOfRow(added, k).entries()) {
      const p = numbers[q] ?? 0;
      if (mentions[p] !== (addedPosition[k] ?? 0) * MOST_PLACES + position) continue;
      settled.add(p);
      x[p] = added.places.x[q] ?? 0;
      y[p] = added.places.y[q] ?? 0;
    }
  }
  for (let row = 0; row < dataset.size; row += 1) {
    if (rowNow[row] !== GONE) continue;
    for (const p of placesOfRow(dataset, row)) {
      if (settled.has(p) || mentions[p] === Infinity) continue;
      settled.add(p);
      const position = Math.floor((mentions[p] ?? 0) / MOST_PLACES);
      const first = rowsNaming(places, p).find((other) => positionNow[columns.file[other] ?? 0] === position);
      const place = first === undefined ? undefined : distinctPlaces(eventAt(dataset, first).places)[placesOfRow(dataset, first).indexOf(p)];
      if (place === undefined) throw new Error(`no row names place ${p} first`);
      x[p] = fixedXOf(place.at[0]);
      y[p] = fixedYOf(place.at[1]);
    }
  }
  return { x, y, kind };
}

const rowsNaming = ({ eventStart, events }: PlaceTable, p: number): Uint32Array => events.subarray(eventStart[p], eventStart[p + 1]);

/** The order in which places are to stand, by their present numbers; `undefined` where they stand so. */
function standingOf(mentions: Float64Array, { x, y }: Positions): Uint32Array | undefined {
  const order = mentionOrder(mentions);
  const inOrder = (values: Uint32Array): Uint32Array => (order === undefined ? values : Uint32Array.from(order, (p) => values[p] as number));
  const neighbours = neighbourhoodOrder(inOrder(x), inOrder(y));
  if (neighbours === undefined || order === undefined) return neighbours ?? order;
  return neighbours.map((k) => order[k] as number);
}
