import { firstWhere } from '../base/bisect.ts';
import type { Dataset } from './dataset.ts';
import { partOrderOf } from './dataset-builder.ts';
import type { EventNumber, TimelineEvent } from './event.ts';
import { eventAt } from './rows.ts';
import { pieceList, positionsNow, type Piece } from './splicing.ts';

/** What becomes of one event of a patch whose row, if it has one, is known. */
export interface RowChange {
  readonly row: EventNumber | undefined;
  readonly after: TimelineEvent | undefined;
  readonly at?: number | undefined;
}

/** The order of the file after a patch. */
export interface FileOrder {
  /** Events that come or are changed, in the order of the file. */
  readonly events: readonly TimelineEvent[];
  /** The row that each of them had; `undefined` of one that comes. */
  readonly rows: readonly (EventNumber | undefined)[];
  /** The new order: positions of the old one, and of `events`. */
  readonly pieces: readonly Piece[];
  readonly size: number;
}

/** Puts events where they stand in the file: what is changed stays in its place, what comes goes to its position, or to the end. */
export function fileOrderAfter(dataset: Dataset, changes: readonly RowChange[]): FileOrder {
  const { file } = dataset.columns;
  const touched = changes.flatMap(({ row, after }) => (row === undefined ? [] : [{ row, position: file[row] ?? 0, after }])).sort((a, b) => a.position - b.position);
  const coming = changes
    .flatMap(({ row, after, at = Infinity }) => (row === undefined && after !== undefined ? [{ event: after, at }] : []))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  const events: TimelineEvent[] = [];
  const rows: (EventNumber | undefined)[] = [];
  const list = pieceList();
  let next = 0;
  const addEvent = (event: TimelineEvent, row: EventNumber | undefined): void => {
    list.add('added', events.length, events.length + 1);
    events.push(event);
    rows.push(row);
  };
  const addComing = (): void => {
    for (let first = coming[next]; first !== undefined && first.at <= list.length; first = coming[next]) {
      addEvent(first.event, undefined);
      next += 1;
    }
  };
  const addOld = (start: number, end: number): void => {
    let from = start;
    while (from < end) {
      addComing();
      const upTo = Math.min(end, from + (coming[next]?.at ?? Infinity) - list.length);
      list.add('old', from, upTo);
      from = upTo;
    }
  };
  let from = 0;
  for (const { row, position, after } of touched) {
    addOld(from, position);
    from = position + 1;
    if (after === undefined) continue;
    addComing();
    addEvent(after, row);
  }
  addOld(from, dataset.size);
  for (const { event } of coming.slice(next)) addEvent(event, undefined);
  return { events, rows, pieces: list.pieces, size: list.length };
}

/** The order of rows after a patch. */
export interface RowOrder {
  /** The new order: old rows, and rows of what is added. */
  readonly pieces: readonly Piece[];
  /** New rows by old ones, `GONE` for those whose event is gone or changed; and by rows of what is added. */
  readonly rowNow: Uint32Array<ArrayBuffer>;
  readonly addedNow: Uint32Array<ArrayBuffer>;
  /** New positions in the file by old ones, `GONE` as above; and by rows of what is added. */
  readonly positionNow: Uint32Array<ArrayBuffer>;
  readonly addedPosition: Uint32Array<ArrayBuffer>;
  /** By rows of what is added, the row that the event had before; `undefined` of one that comes. */
  readonly rowsBefore: readonly (EventNumber | undefined)[];
  /** Whether no event comes or goes, and whether besides every row stays where it is. */
  readonly isEditing: boolean;
  readonly isInPlace: boolean;
}

/** Stands for a row or position that is no more. */
export const GONE = 2 ** 32 - 1;

/** Puts what is added, a dataset of the events of the patch in the order of the file, among the rows that stay. */
export function rowOrderAfter(dataset: Dataset, added: Dataset, fileOrder: FileOrder, changes: readonly RowChange[]): RowOrder {
  const { pieces: filePieces, rows } = fileOrder;
  const positionNow = positionsNow(filePieces, 'old', dataset.size, GONE);
  const listed = positionsNow(filePieces, 'added', added.size, GONE);
  const gone = Uint32Array.from(changes.flatMap(({ row }) => row ?? [])).sort();
  const comesBefore = rowComparer(dataset, added, positionNow, listed);
  const list = pieceList();
  let from = 0;
  let next = 0;
  const addOld = (end: number): void => {
    for (let row = gone[next]; row !== undefined && row < end; row = gone[next]) {
      list.add('old', from, row);
      from = row + 1;
      next += 1;
    }
    if (from < end) list.add('old', from, end);
    from = Math.max(from, end);
  };
  for (let k = 0; k < added.size; k += 1) {
    addOld(firstWhere(dataset.size, (row) => !comesBefore(row, k)));
    list.add('added', k, k + 1);
  }
  addOld(dataset.size);
  const addedNow = positionsNow(list.pieces, 'added', added.size, GONE);
  const rowsBefore = Array.from(added.columns.file, (position) => rows[position]);
  const isEditing = gone.length === added.size && !rowsBefore.includes(undefined);
  return {
    pieces: list.pieces,
    rowNow: positionsNow(list.pieces, 'old', dataset.size, GONE),
    addedNow,
    rowsBefore,
    isEditing,
    isInPlace: isEditing && addedNow.every((row, k) => rowsBefore[k] === row),
    positionNow,
    addedPosition: added.columns.file.map((position) => listed[position] ?? GONE),
  };
}

/** Tells whether an old row comes before a row of what is added, by the order that rows have in a dataset. */
function rowComparer(dataset: Dataset, added: Dataset, positionNow: Uint32Array, listed: Uint32Array): (row: number, k: number) => boolean {
  const standing = standings(positionNow);
  const [old, other] = [dataset.columns, added.columns];
  const partOf = (of: Dataset, row: number): number => partOrderOf(eventAt(of, row).when);
  return (row, k) => {
    const [isDated, isOtherDated] = [row < dataset.dated, k < added.dated];
    if (isDated !== isOtherDated) return isDated;
    if (isDated) {
      const [start, otherStart] = [old.earliestStart[row] ?? 0, other.earliestStart[k] ?? 0];
      if (start !== otherStart) return start < otherStart;
      const [part, otherPart] = [partOf(dataset, row), partOf(added, k)];
      if (part !== otherPart) return part < otherPart;
      const [end, otherEnd] = [old.latestEnd[row] ?? 0, other.latestEnd[k] ?? 0];
      if (end !== otherEnd) return end < otherEnd;
    }
    return (standing[old.file[row] ?? 0] ?? 0) <= (listed[other.file[k] ?? 0] ?? 0);
  };
}

/** By old position in the file, how many entries of the new file end with it, or with the one before it that is still there. */
function standings(positionNow: Uint32Array): Uint32Array {
  const standing = new Uint32Array(positionNow.length);
  let last = 0;
  for (let position = 0; position < positionNow.length; position += 1) {
    const now = positionNow[position] as number;
    if (now !== GONE) last = now + 1;
    standing[position] = last;
  }
  return standing;
}
