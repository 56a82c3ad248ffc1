import type { Dataset } from '../../../core/model/dataset.ts';
import { eventsInFileOrder } from '../../../core/model/rows.ts';
import { RELATION_KINDS, type RelationKind, type TimelineEvent } from '../../../core/model/event.ts';

/** The events that stand in one relation to an event. `to`: the event names them; `from`: they name the event. */
export interface Related {
  readonly kind: RelationKind;
  readonly direction: 'to' | 'from';
  readonly ids: readonly string[];
}

/** Relations that say the same from both ends. */
const MUTUAL: ReadonlySet<RelationKind> = new Set(['conflicts-with']);

/** All relations of an event, its own and those of others to it, each named once. */
export function relatedTo(dataset: Dataset, event: TimelineEvent): readonly Related[] {
  return RELATION_KINDS.flatMap((kind): readonly Related[] => {
    const to = event.relations.filter((relation) => relation.kind === kind).map((relation) => relation.to);
    const from = [...eventsInFileOrder(dataset)]
      .filter((other) => other.relations.some((relation) => relation.kind === kind && relation.to === event.id))
      .map(({ id }) => id);
    const directions: readonly Related[] = MUTUAL.has(kind)
      ? [{ kind, direction: 'to', ids: [...new Set([...to, ...from])] }]
      : [
          { kind, direction: 'to', ids: [...new Set(to)] },
          { kind, direction: 'from', ids: from },
        ];
    return directions.filter(({ ids }) => ids.length > 0);
  });
}
