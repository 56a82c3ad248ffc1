import { firstWhere } from '../../../core/base/bisect.ts';
import type { EventNumber } from '../../../core/model/event.ts';
import { isDated } from '../../../core/model/rows.ts';
import type { Visible } from '../../../core/query/visible.ts';
import { sectionAround, type EventGroup, type GroupUnit, type Section } from './groups.ts';

/** A stretch of events that stand under one heading on the page. */
export interface Piece {
  readonly group: EventGroup;
  readonly rows: readonly EventNumber[];
  /** Positions of the rows in the list. */
  readonly positions: readonly number[];
}

/** The dated events that pass, one after the other as a list shows them: in time order, within a unit gathered under its headings. */
export interface ListOrder {
  readonly length: number;
  /** The event at a position. Throws beyond the ends. */
  readonly rowAt: (position: number) => EventNumber;
  /** Where an event stands, or would stand if it passed: the length for one after all. */
  readonly positionOf: (row: EventNumber) => number;
  /** Whether an event stands in the list. */
  readonly holds: (row: EventNumber) => boolean;
  /** The events from position `first` to before `last`, under their headings. */
  readonly pieces: (first: number, last: number) => readonly Piece[];
}

/** The order of a list cut by a unit. What it is asked costs as much as the sections asked for, whatever the length of the list. */
export function listOrder(visible: Visible, unit: GroupUnit): ListOrder {
  const { datedCount: length, dataset } = visible;
  let sections: readonly Section[] = [];
  const keep = (section: Section): Section => {
    sections = [...sections.slice(-31), section];
    return section;
  };
  const sectionOf = (position: number): Section => {
    const row = position < length ? visible.nth(position) : undefined;
    if (row === undefined) throw new RangeError(`position ${position} in a list of ${length}`);
    return sections.find(({ first, count }) => position >= first && position < first + count) ?? keep(sectionAround(visible, unit, row));
  };
  const holds = (row: EventNumber): boolean => isDated(dataset, row) && visible.nth(visible.rankOf(row)) === row;
  const pieces = (first: number, last: number): readonly Piece[] => {
    const found: Piece[] = [];
    for (let position = first; position < last; ) {
      const section = sectionOf(position);
      let start = section.first;
      for (const group of section.groups) {
        const groupStart = start;
        const from = Math.max(first, start);
        const until = Math.min(last, start + group.count);
        if (from < until) {
          const positions = Array.from({ length: until - from }, (_, k) => from + k);
          found.push({ group, positions, rows: positions.map((at) => group.rowAt(at - groupStart)) });
        }
        start += group.count;
      }
      position = start;
    }
    return found;
  };
  return {
    length,
    holds,
    pieces,
    rowAt: (position) => {
      const row = pieces(position, position + 1)[0]?.rows[0];
      if (row === undefined) throw new RangeError(`position ${position} in a list of ${length}`);
      return row;
    },
    positionOf: (row) => {
      const rank = visible.rankOf(row);
      if (!holds(row)) return Math.min(rank, length);
      const { first, groups } = sectionOf(rank);
      let start = first;
      for (const group of groups) {
        const k = indexIn(group, row);
        if (k !== -1) return start + k;
        start += group.count;
      }
      throw new Error(`row ${row} is missing from its section`);
    },
  };
}

/** Position of a row in a group, −1 for none; the rows of a group ascend. */
function indexIn({ count, rowAt }: EventGroup, row: EventNumber): number {
  const k = firstWhere(count, (at) => rowAt(at) >= row);
  return k < count && rowAt(k) === row ? k : -1;
}
