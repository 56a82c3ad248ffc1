import { growing } from '../base/growing.ts';
import type { RelationTable } from './dataset.ts';
import { RELATION_KINDS, type Relation } from './event.ts';

/** Takes the relations of events in the order of their file, and makes the table of them. */
export interface RelationGathering {
  /** Adds the relations of the next event. */
  readonly add: (relations: readonly Relation[]) => void;
  /**
   * The table. `rowOf` gives the row of an id, `order` the position in the file of each row. A relation to an id
   * that no event has is left out: it stands in its event's record alone.
   */
  readonly table: (order: Uint32Array, rowOf: (id: string) => number | undefined) => RelationTable;
}

/** Starts gathering relations. */
export function relationGathering(): RelationGathering {
  const from = growing((length) => new Uint32Array(length));
  const kinds = growing((length) => new Uint8Array(length));
  const to: string[] = [];
  let events = 0;
  return {
    add: (relations) => {
      for (const relation of relations) {
        from.push(events);
        kinds.push(RELATION_KINDS.indexOf(relation.kind));
        to.push(relation.to);
      }
      events += 1;
    },
    table: (order, rowOf) => {
      const rows = new Uint32Array(to.length === 0 ? 0 : order.length);
      for (let i = 0; i < rows.length; i += 1) rows[order[i] ?? 0] = i;
      const positions = from.finish();
      const kindOf = kinds.finish();
      const known = to.flatMap((id, k) => {
        const row = rowOf(id);
        return row === undefined ? [] : [{ to: row, from: rows[positions[k] ?? 0] ?? 0, kind: kindOf[k] ?? 0 }];
      });
      known.sort((a, b) => a.to - b.to || a.from - b.from || a.kind - b.kind);
      return {
        to: Uint32Array.from(known, (relation) => relation.to),
        from: Uint32Array.from(known, (relation) => relation.from),
        kind: Uint8Array.from(known, (relation) => relation.kind),
      };
    },
  };
}
