import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import { buildEvent } from '../../../../src/core/model/build-event.ts';
import { buildStory } from '../../../../src/core/model/build-story.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import type { TimelineEvent } from '../../../../src/core/model/event.ts';
import { patchDataset, type Patch } from '../../../../src/core/model/patch-dataset.ts';
import { FEW_PLACES } from '../../../../src/core/model/place-order.ts';
import { eventsInFileOrder, relationsTo, rowOf } from '../../../../src/core/model/rows.ts';
import { arbitraryEvents } from '../../../support/arbitrary-event.ts';
import { datasetOf, eventOf, PLACES, type EventSketch } from '../../../support/dataset.ts';
import { generatedDataset } from '../../../support/generated.ts';
import { observed } from '../../../support/observed.ts';

const CATEGORIES = ['diplomacy', 'military', 'inside-iran'].map((id) => ({ id, name: id }));

/** Events of few values, so that many have the same date, place or actor. */
const likeEvents: fc.Arbitrary<readonly TimelineEvent[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc
          .record<EventSketch>({
            when: fc.constantFrom(null, '2026', '2026-02', '2026-02-03', '2026-02-03/2026-02-04'),
            partOfDay: fc.constantFrom(undefined, 'morning', 'night'),
            places: fc.array(fc.constantFrom(PLACES.Tehran, PLACES.Iran, { ...PLACES.Iran, at: [50, 30] as const, name: 'Persia' }, PLACES.Qeshm, PLACES['Strait of Hormuz']), { maxLength: 3 }),
            categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES.map(({ id }) => id), 'unlisted'), { maxLength: 2 }),
            actors: fc.array(fc.constantFrom('Araghchi', 'Witkoff'), { maxLength: 1 }),
            relations: fc.array(fc.record({ kind: fc.constant('follows' as const), to: fc.integer({ min: 0, max: 30 }).map((n) => `e${n}`) }), { maxLength: 2 }),
          })
          .map((sketch) => eventOf(sketch, number)),
      ),
    ),
  );

interface Case {
  readonly events: readonly TimelineEvent[];
  readonly patch: Patch;
  /** The events after it, in order. */
  readonly after: readonly TimelineEvent[];
}

/** Some events, some changes of them, and the plain list that must come of it. */
const cases = (pool: fc.Arbitrary<readonly TimelineEvent[]>): fc.Arbitrary<Case> =>
  fc
    .record({
      pool,
      others: pool,
      fates: fc.array(fc.constantFrom('stays', 'goes', 'changes', 'comes'), { minLength: 12, maxLength: 12 }),
      positions: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 12, maxLength: 12 }),
    })
    .map(({ pool: events, others, fates, positions }) => {
      const before = events.filter((_, e) => fates[e] !== 'comes');
      const changes = events.flatMap((event, e): Patch['events'] => {
        const other = others[e % others.length] ?? event;
        if (fates[e] === 'goes') return [{ before: event, after: undefined }];
        return fates[e] === 'changes' ? [{ before: event, after: buildEvent({ ...other, id: event.id }) }] : [];
      });
      const after: TimelineEvent[] = before.flatMap((event) => {
        const change = changes.find((known) => known.before?.id === event.id);
        return change === undefined ? [event] : (change.after ?? []);
      });
      const coming = events.flatMap((event, e) => (fates[e] === 'comes' ? [{ before: undefined, after: event, at: positions[e] ?? 0 }] : []));
      for (const { after: event, at } of coming.toSorted((a, b) => a.at - b.at)) after.splice(at, 0, event);
      return { events: before, patch: { events: [...changes, ...coming] }, after };
    });

function expectSame({ events, patch, after }: Case): void {
  const story = buildStory({ title: 'A story', categories: CATEGORIES });
  expect(observed(patchDataset(buildDataset(story, events), patch))).toEqual(observed(buildDataset(story, after)));
}

describe('patching a dataset', () => {
  it('is the same as building it anew', { timeout: 120_000 }, () => {
    fc.assert(fc.property(cases(arbitraryEvents), expectSame), { numRuns: 200 });
  });

  it('is the same as building it anew where events share dates, places and names', { timeout: 120_000 }, () => {
    fc.assert(fc.property(cases(likeEvents), expectSame), { numRuns: 1000 });
  });
});
