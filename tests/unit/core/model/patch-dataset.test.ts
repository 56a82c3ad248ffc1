import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPlain } from '../../../../src/core/base/pack-plain.ts';
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
      fates: fc.constantFrom(['stays', 'moves'], ['stays', 'goes', 'changes', 'moves', 'comes']).chain((some) => fc.array(fc.constantFrom(...some), { minLength: 12, maxLength: 12 })),
      positions: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 12, maxLength: 12 }),
    })
    .map(({ pool: events, others, fates, positions }) => {
      const before = events.filter((_, e) => fates[e] !== 'comes');
      const changes = events.flatMap((event, e): Patch['events'] => {
        const other = others[e % others.length] ?? event;
        if (fates[e] === 'goes') return [{ before: event, after: undefined }];
        if (fates[e] === 'moves') return [{ before: event, after: buildEvent({ ...event, when: other.when }) }];
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

  it('is the same as building it anew where places are so many that they stand by neighbourhoods', { timeout: 120_000 }, () => {
    const dataset = generatedDataset(3 * FEW_PLACES);
    expect(dataset.places.size).toBeGreaterThan(FEW_PLACES);
    const events = [...eventsInFileOrder(dataset)];
    const changed = (event: TimelineEvent): TimelineEvent => buildEvent({ ...event, places: [PLACES.Tehran, ...event.places] });
    const patch: Patch = {
      events: events.flatMap((before, e): Patch['events'] => {
        if (e % 1000 === 0) return [{ before, after: undefined }];
        return e % 700 === 1 ? [{ before, after: changed(before) }] : [];
      }),
    };
    const after = events.flatMap((event, e) => (e % 1000 === 0 ? [] : e % 700 === 1 ? [changed(event)] : [event]));
    const [patched, built] = [patchDataset(dataset, patch), buildDataset(dataset.story, after)].map((each) => Buffer.from(packPlain(observed(each))));
    expect(built?.equals(patched ?? Buffer.of())).toBe(true);
  });

  it('follows the list of categories, also for those that were not listed', () => {
    const events = [{ categories: ['a', 'x'] }, { categories: ['x'] }, {}].map(eventOf);
    const listed = (...ids: readonly string[]) => buildStory({ categories: ids.map((id) => ({ id, name: id })) });
    const patched = patchDataset(buildDataset(listed('a'), events), { events: [], story: { after: listed('x', 'a') } });
    expect(observed(patched)).toEqual(observed(buildDataset(listed('x', 'a'), events)));
  });

  it('keeps what is known of columns and places where only words change', () => {
    const dataset = datasetOf([{ when: '2026-02-03', place: 'Tehran', category: 'a' }, { when: '2026-02-03' }]);
    const before = eventOf({ when: '2026-02-03', place: 'Tehran', category: 'a' }, 0);
    const patched = patchDataset(dataset, { events: [{ before, after: buildEvent({ ...before, title: 'Other words' }) }] });
    expect([patched.columns === dataset.columns, patched.places === dataset.places, patched.records === dataset.records]).toEqual([true, true, false]);
  });

  it('ties relations to an event when it comes, and loosens them when it goes', () => {
    const [named, naming] = [eventOf({ when: '2026' }, 0), eventOf({ when: '2025', relations: [{ kind: 'follows', to: 'e0' }] }, 1)];
    const without = buildDataset(buildStory({}), [naming]);
    const together = patchDataset(without, { events: [{ before: undefined, after: named, at: 0 }] });
    expect(relationsTo(together, rowOf(together, 'e0') ?? -1)).toEqual([{ kind: 'follows', from: 0 }]);
    expect(observed(patchDataset(together, { events: [{ before: named, after: undefined }] }))).toEqual(observed(without));
  });

  it('finds every id however often events come and go', () => {
    let dataset: Dataset = datasetOf([{}]);
    for (let n = 0; n < 60; n += 1) {
      dataset = patchDataset(dataset, { events: [{ before: undefined, after: eventOf({ id: `n${n}` }, n) }] });
      if (n % 3 === 2) dataset = patchDataset(dataset, { events: [{ before: eventOf({ id: `n${n - 1}` }, n - 1), after: undefined }] });
    }
    const ids = [...eventsInFileOrder(dataset)].map(({ id }) => id);
    expect(ids.map((id) => rowOf(dataset, id))).toEqual(ids.map((_, row) => row));
    expect([ids.length, rowOf(dataset, 'n1'), rowOf(dataset, 'n60')]).toEqual([41, undefined, undefined]);
  });

  it('refuses what does not fit the dataset', () => {
    const dataset = datasetOf([{}]);
    const [known, unknown] = [eventOf({}, 0), eventOf({}, 7)];
    expect(() => patchDataset(dataset, { events: [{ before: unknown, after: undefined }] })).toThrow('"e7"');
    expect(() => patchDataset(dataset, { events: [{ before: undefined, after: known }] })).toThrow('"e0"');
    expect(() => patchDataset(dataset, { events: [{ before: known, after: unknown }] })).toThrow('"e7"');
  });
});
