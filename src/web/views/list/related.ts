import type { Dataset } from '../../../core/model/dataset.ts';
import { RELATION_KINDS, type RelationKind, type TimelineEvent } from '../../../core/model/event.ts';
import { eventAt, relationsTo, rowOf } from '../../../core/model/rows.ts';

/** The events that stand in one relation to an event. `to`: the event names them; `from`: they name the event. */
export interface Related {
  readonly kind: RelationKind;
  readonly direction: 'to' | 'from';
  /** The first `MOST` of them. */
  readonly ids: readonly string[];
  /** How many there are in all. */
  readonly count: number;
}

/** Events named in one relation at most. */
export const MOST = 20;

/** Relations that say the same from both ends. */
const MUTUAL: ReadonlySet<RelationKind> = new Set(['conflicts-with']);

/** All relations of an event, its own and those of others to it, each named once; those of others in time order. */
export function relatedTo(dataset: Dataset, event: TimelineEvent): readonly Related[] {
  const row = rowOf(dataset, event.id);
  const others = row === undefined ? [] : relationsTo(dataset, row);
  return RELATION_KINDS.flatMap((kind) => {
    const to = [...new Set(event.relations.filter((relation) => relation.kind === kind).map((relation) => relation.to))];
    const from = [...new Set(others.filter((relation) => relation.kind === kind).map((relation) => relation.from))];
    if (!MUTUAL.has(kind)) {
      return [...relatedOf(kind, 'to', to.slice(0, MOST), to.length), ...relatedOf(kind, 'from', idsOf(dataset, from), from.length)];
    }
    const named = new Set(to.map((id) => rowOf(dataset, id)));
    const naming = from.filter((other) => !named.has(other));
    return relatedOf(kind, 'to', [...to, ...idsOf(dataset, naming)].slice(0, MOST), to.length + naming.length);
  });
}

const idsOf = (dataset: Dataset, rows: readonly number[]): readonly string[] => rows.slice(0, MOST).map((row) => eventAt(dataset, row).id);

const relatedOf = (kind: RelationKind, direction: Related['direction'], ids: readonly string[], count: number): readonly Related[] =>
  count === 0 ? [] : [{ kind, direction, ids, count }];
