import { growing, type Growing } from '../base/growing.ts';
import { orderBy } from '../base/order.ts';
import type { RelationTable } from './dataset.ts';
import { RELATION_KINDS, type EventNumber, type Relation } from './event.ts';

/** Takes the relations of events in the order of their file, and makes the table of them. */
export interface RelationGathering {
  /** Adds the relations of the next event. */
  readonly add: (relations: readonly Relation[]) => void;
  /** The table. `rowOf` gives the row of an id, `order` the position in the file of each row. */
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
      const table = tabling();
      const [positions, kindOf] = [from.finish(), kinds.finish()];
      for (const [k, id] of to.entries()) {
        const named = rowOf(id);
        const by = rows[positions[k] ?? 0] ?? 0;
        if (named === undefined) table.addLoose(id, by, kindOf[k] ?? 0);
        else table.add(named, by, kindOf[k] ?? 0);
      }
      return table.finish();
    },
  };
}

/** Takes relations by the rows that they tie, in any order, and makes the table of them. */
export interface RelationTabling {
  readonly add: (to: EventNumber, from: EventNumber, kind: number) => void;
  /** Adds one to an id that no event has. */
  readonly addLoose: (to: string, from: EventNumber, kind: number) => void;
  /** The table. Called once, at the end. */
  readonly finish: () => RelationTable;
}

/** Starts a table of relations. */
export function tabling(): RelationTabling {
  const rows = (): Growing<Uint32Array<ArrayBuffer>> => growing((length) => new Uint32Array(length));
  const kinds = (): Growing<Uint8Array<ArrayBuffer>> => growing((length) => new Uint8Array(length));
  const columns = { to: rows(), from: rows(), kind: kinds() };
  const loose = { to: [] as string[], from: rows(), kind: kinds() };
  return {
    add: (to, from, kind) => {
      columns.to.push(to);
      columns.from.push(from);
      columns.kind.push(kind);
    },
    addLoose: (to, from, kind) => {
      loose.to.push(to);
      loose.from.push(from);
      loose.kind.push(kind);
    },
    finish: () => {
      const [to, from, kind] = [columns.to.finish(), columns.from.finish(), columns.kind.finish()];
      const order = orderBy(to.length, Float64Array.from(to), Float64Array.from(from), kind);
      return Object.freeze({
        to: to.map((_, k) => to[order[k] ?? 0] ?? 0),
        from: from.map((_, k) => from[order[k] ?? 0] ?? 0),
        kind: kind.map((_, k) => kind[order[k] ?? 0] ?? 0),
        loose: { to: loose.to, from: loose.from.finish(), kind: loose.kind.finish() },
      });
    },
  };
}
