import type { Dataset } from '../model/dataset.ts';
import { STATUSES } from '../model/event.ts';
import type { Clauses } from './clauses.ts';
import { categoryCountsOf, categorySetCounts, facetCounts } from './countings.ts';
import { flipsOf, turnsIn, type ClauseKeeper } from './flips.ts';
import { areaKeeper, placeKeeper } from './place-clauses.ts';
import { nthIn, rankIn } from './ranks.ts';
import { textKeeper } from './text-clause.ts';
import { timeKeeper } from './time-clause.ts';
import { totalsOf } from './totals.ts';
import { categoryKeeper, statusKeeper } from './value-clauses.ts';
import { startWhole } from './whole-counts.ts';
import { bitOf, maskOf, type ClauseSource, type Counting, type CountingKind, type Visible } from './visible.ts';

/** The filter of one dataset: it follows the clauses, and a change of them costs what it turns over. */
export interface Crossfilter {
  /** Filters by other clauses, and by what a search found meanwhile. Nothing happens where both are as they were. */
  readonly apply: (clauses: Clauses) => void;
  /** What passes all clauses but those named; the same object until something of it changes. */
  readonly visible: (...except: readonly ClauseSource[]) => Visible;
  /** How many rows the search for the text has not come to; each of these stays as it was before. */
  readonly unsearched: number;
  /** Searches so many more rows; what is found counts at the next `apply`. */
  readonly search: (rows: number) => void;
}

/** Of so many events the texts are searched at once: some hundredths of a second the first time, when they are read. */
export const SEARCHED_AT_ONCE = 10_000;

/** After so many changes during which nobody asked for a counting it is given up. */
const KEPT_CHANGES = 16;

/** What is counted where the same clauses are ignored. */
interface Group {
  readonly countings: Map<CountingKind<unknown>, { readonly counting: Counting<unknown>; askedAt: number }>;
  visible: Visible | undefined;
}

/** Begins to filter a dataset: everything passes. */
export function createCrossfilter(dataset: Dataset): Crossfilter {
  const flips = flipsOf(dataset);
  const text = textKeeper(dataset);
  const keepers: readonly ClauseKeeper[] = [
    timeKeeper(dataset), categoryKeeper(dataset), statusKeeper(dataset), placeKeeper(dataset), areaKeeper(dataset), text,
  ];
  const groups = new Map<number, Group>();
  const room = new Int32Array(flips.rows.length);
  let asked: Clauses | undefined;
  let changes = 0;

  const follow = (): void => {
    if (flips.bits === 0) return;
    changes += 1;
    for (const [ignored, group] of groups) {
      if ((flips.bits & ~ignored) === 0) continue;
      group.visible = undefined;
      for (const [kind, { askedAt }] of group.countings) if (changes - askedAt > KEPT_CHANGES) group.countings.delete(kind);
      if (flips.isFull) for (const { counting } of group.countings.values()) counting.recount(flips.failed, ignored);
      else if (group.countings.size > 0) {
        const turns = turnsIn(flips, ignored, room);
        for (const { counting } of group.countings.values()) followTurns(counting, turns);
      }
    }
    flips.clear();
  };

  const groupOf = (ignored: number): Group => {
    const known = groups.get(ignored);
    if (known !== undefined) return known;
    const group: Group = { countings: new Map(), visible: undefined };
    groups.set(ignored, group);
    return group;
  };

  const countedIn = <T>(ignored: number, kind: CountingKind<T>): T => {
    const { countings } = groupOf(ignored);
    const known = countings.get(kind);
    if (known !== undefined) {
      known.askedAt = changes;
      return (known.counting as Counting<T>).value;
    }
    const counting = kind(dataset);
    const isWhole = totalsOf(flips.counts, ignored).count === dataset.size;
    if (!isWhole || !startWhole(dataset, counting)) counting.recount(flips.failed, ignored);
    countings.set(kind, { counting, askedAt: changes });
    return counting.value;
  };

  const makeVisible = (ignored: number, group: Group): Visible => {
    const counted = <T>(kind: CountingKind<T>, except = ignored): T => {
      if (group.visible !== visible) throw new Error('asked of what passed before the filter changed');
      return countedIn(except, kind);
    };
    let categoryCounts: Visible['categoryCounts'] | undefined;
    let statusCounts: Visible['statusCounts'] | undefined;
    const visible: Visible = {
      dataset,
      failed: flips.failed,
      ignored,
      ...totalsOf(flips.counts, ignored),
      get categoryCounts() {
        return (categoryCounts ??= categoryCountsOf(dataset, counted(categorySetCounts, ignored | bitOf('category'))));
      },
      get statusCounts() {
        return (statusCounts ??= statusCountsOf(counted(facetCounts('status'), ignored | bitOf('status'))));
      },
      rankOf: (i) => rankIn(visible, i),
      nth: (k) => nthIn(visible, k),
      counted: (kind) => counted(kind),
    };
    return visible;
  };

  return {
    apply: (clauses) => {
      if (clauses !== asked) for (const keeper of keepers) keeper.ask(clauses, flips);
      asked = clauses;
      if (dataset.size <= SEARCHED_AT_ONCE) text.search(dataset.size);
      text.settle(flips);
      follow();
    },
    visible: (...except) => {
      const ignored = maskOf(except);
      const group = groupOf(ignored);
      return (group.visible ??= makeVisible(ignored, group));
    },
    get unsearched() {
      return text.unsearched;
    },
    search: text.search,
  };
}

function followTurns({ add, remove, follow }: Counting<unknown>, turns: Int32Array): void {
  if (follow !== undefined) {
    follow(turns);
    return;
  }
  for (let k = 0; k < turns.length; k += 1) {
    const turn = turns[k] as number;
    if (turn >= 0) add(turn);
    else remove(~turn);
  }
}

const statusCountsOf = (byStatus: Uint32Array): Visible['statusCounts'] => new Map(STATUSES.map((status, code) => [status, byStatus[code] ?? 0]));
