import { describe, expect, it } from 'vitest';
import { inverseOf, isEmptyChange, type Change } from '../../../../src/core/edit/change.ts';
import { addEvent, deleteEvents, duplicateEvents, editEvent, placeEvent } from '../../../../src/core/edit/edit-events.ts';
import { editMany } from '../../../../src/core/edit/edit-many.ts';
import { freshIdsFor } from '../../../../src/core/edit/fresh-ids.ts';
import { locatedChange } from '../../../../src/core/edit/located-change.ts';
import { mergeEvents } from '../../../../src/core/edit/merge-events.ts';
import { moveInTime } from '../../../../src/core/edit/move-in-time.ts';
import { partsByDate, partsByPlace, splitEvent } from '../../../../src/core/edit/split-event.ts';
import { serializeFeature } from '../../../../src/core/formats/serialize-dateline.ts';
import { buildEvent, UNDATED } from '../../../../src/core/model/build-event.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import type { Source, TimelineEvent } from '../../../../src/core/model/event.ts';
import { patchDataset } from '../../../../src/core/model/patch-dataset.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { parseEdtf } from '../../../../src/core/time/edtf.ts';
import { DAY } from '../../../../src/core/time/instant.ts';
import { datasetOf, eventOf, PLACES } from '../../../support/dataset.ts';

const after = (dataset: Dataset, change: Change): readonly TimelineEvent[] => [...eventsInFileOrder(patchDataset(dataset, locatedChange(dataset, change)))];
const numbered = (): (() => string) => {
  let next = 0;
  return () => `n${next++}`;
};
const whenTexts = (events: readonly TimelineEvent[]): readonly (string | undefined)[] => events.map(({ when }) => when.edtf?.text);
const source = (publisher: string): Source => ({ publisher, title: undefined, url: undefined, date: undefined, locator: undefined });

describe('editing an event', () => {
  it('changes the members that are given and no others', () => {
    const dataset = datasetOf([{ when: '2026', description: 'As it was' }]);
    const [event] = after(dataset, editEvent(dataset, 'e0', { title: 'New title' }));
    expect(event).toEqual(eventOf({ when: '2026', description: 'As it was', title: 'New title' }, 0));
  });

  it('is an empty change where everything stays', () => {
    const dataset = datasetOf([{ when: '2026', place: 'Tehran' }]);
    expect(isEmptyChange(editEvent(dataset, 'e0', { title: 'Event 0', places: [PLACES.Tehran] }))).toBe(true);
  });

  it('lets go of what the file said in the place of a changed member, and of nothing else', () => {
    const extra = new Map<string, string>([['when', 'some day'], ['status', 'perhaps'], ['note', 'kept']]);
    const featureExtra = new Map([['geometry', 'broken'], ['bbox', 'kept']]);
    const dataset = datasetOf([{ extra, featureExtra }]);
    const [event] = after(dataset, placeEvent(patchDataset(dataset, editEvent(dataset, 'e0', { status: 'denied' })), 'e0', [PLACES.Tehran]));
    expect([...(event?.extra.keys() ?? [])]).toEqual(['when', 'note']);
    expect([...(event?.featureExtra.keys() ?? [])]).toEqual(['bbox']);
    expect(serializeFeature(event ?? eventOf({}, 0))['properties']).toMatchObject({ status: 'denied', when: 'some day', note: 'kept' });
  });

  it('reads times of day from the clocks of the zone that is given', () => {
    const edtf = parseEdtf('2026-02-03T12:00');
    const dataset = datasetOf([{}]);
    const when = { ...UNDATED, edtf: edtf.ok ? edtf.value : undefined, zone: 'Asia/Tehran' };
    const [event] = after(dataset, editEvent(dataset, 'e0', { when }));
    expect(event?.when.edtf?.span.earliestStart).toBe(Date.UTC(2026, 1, 3, 8, 30));
    const [again] = after(dataset, editEvent(patchDataset(dataset, editEvent(dataset, 'e0', { when })), 'e0', { when: { ...when, edtf: event?.when.edtf, zone: 'UTC' } }));
    expect(again?.when.edtf?.span.earliestStart).toBe(Date.UTC(2026, 1, 3, 12));
  });

  it('lists a category that is new to the story', () => {
    const dataset = datasetOf([{ category: 'military' }]);
    const change = editEvent(dataset, 'e0', { categories: ['military', 'economy'] });
    expect(patchDataset(dataset, change).story.categories).toEqual([{ id: 'military', name: 'military' }, { id: 'economy', name: 'economy' }]);
    expect(patchDataset(patchDataset(dataset, change), inverseOf(change)).story).toEqual(dataset.story);
  });

  it('throws on an id that the story does not have', () => {
    expect(() => editEvent(datasetOf([]), 'nobody', { title: 'x' })).toThrow('"nobody"');
  });
});

describe('adding and duplicating events', () => {
  it('puts an event at its position or at the end', () => {
    const dataset = datasetOf([{}, {}]);
    const event = buildEvent({ id: 'new', title: 'New' });
    expect(after(dataset, addEvent(dataset, event, 1)).map(({ id }) => id)).toEqual(['e0', 'new', 'e1']);
    expect(after(dataset, addEvent(dataset, event)).map(({ id }) => id)).toEqual(['e0', 'e1', 'new']);
  });

  it('puts each copy behind its original', () => {
    const dataset = datasetOf([{}, {}, {}]);
    const copied = after(dataset, duplicateEvents(dataset, ['e2', 'e0'], numbered()));
    expect(copied.map(({ id, title }) => `${id} ${title}`)).toEqual(['e0 Event 0', 'n0 Event 0', 'e1 Event 1', 'e2 Event 2', 'n1 Event 2']);
  });

  it('gives ids that no event has and that were not given before', () => {
    const fresh = freshIdsFor(datasetOf([{}]), () => 'e0');
    expect([fresh(), fresh()]).toEqual(['e0-2', 'e0-3']);
  });
});

describe('deleting events', () => {
  it('takes out the relations to them, but not those between them', () => {
    const dataset = datasetOf([
      { relations: [{ kind: 'follows', to: 'e1' }, { kind: 'part-of', to: 'e2' }] },
      { relations: [{ kind: 'follows', to: 'e0' }] },
      {},
    ]);
    const change = deleteEvents(dataset, ['e1']);
    expect(after(dataset, change).map(({ id, relations }) => [id, relations])).toEqual([['e0', [{ kind: 'part-of', to: 'e2' }]], ['e2', []]]);
    const back = patchDataset(patchDataset(dataset, change), inverseOf(change));
    expect([...eventsInFileOrder(back)]).toEqual([...eventsInFileOrder(dataset)]);
  });
});

describe('merging events', () => {
  const dataset = datasetOf([
    { title: 'Talks', when: '2026-02-03', place: 'Muscat', category: 'diplomacy', description: 'They met.', sources: [source('IRNA')], extra: new Map([['note', 'a']]) },
    { title: 'Meeting', when: '2026-02-04', place: 'Muscat', category: 'military', description: 'They talked.', sources: [source('IRNA'), source('BBC')], status: 'reported', extra: new Map([['note', 'b'], ['page', '4']]) },
    { relations: [{ kind: 'follows', to: 'e1' }, { kind: 'follows', to: 'e0' }] },
  ]);

  it('joins lists and descriptions, keeps the first of single members, and has the others name the merged event', () => {
    const [merged, other, ...rest] = after(dataset, mergeEvents(dataset, ['e0', 'e1']));
    expect(rest).toEqual([]);
    expect(merged).toMatchObject({ id: 'e0', title: 'Talks', status: 'confirmed', description: 'They met.\n\nThey talked.', categories: ['diplomacy', 'military'] });
    expect([merged?.sources, merged?.places]).toEqual([[source('IRNA'), source('BBC')], [PLACES.Muscat]]);
    expect(other?.relations).toEqual([{ kind: 'follows', to: 'e0' }]);
  });

  it('takes single members from the event that is chosen', () => {
    const [merged] = after(dataset, mergeEvents(dataset, ['e0', 'e1'], { title: 'e1', when: 'e1' }));
    expect([merged?.title, merged?.when.edtf?.text, merged?.status]).toEqual(['Meeting', '2026-02-04', 'confirmed']);
  });

  it('keeps what stands nowhere else', () => {
    const [merged] = after(dataset, mergeEvents(dataset, ['e0', 'e1']));
    expect([...(merged?.extra ?? [])]).toEqual([
      ['page', '4'],
      ['note', 'a'],
      ['mergedFrom', [{ id: 'e1', title: 'Meeting', when: '2026-02-04', status: 'reported', note: 'b' }]],
    ]);
  });

  it('fills what the first event lacks from the others', () => {
    const gaps = datasetOf([{ title: 'Talks' }, { when: '2026', shortTitle: 'Talk', attribution: 'IRNA' }]);
    const [merged] = after(gaps, mergeEvents(gaps, ['e0', 'e1']));
    expect([merged?.when.edtf?.text, merged?.shortTitle, merged?.attribution]).toEqual(['2026', 'Talk', 'IRNA']);
  });

  it('needs two events', () => {
    expect(() => mergeEvents(dataset, ['e0', 'e0'])).toThrow();
  });
});

describe('splitting an event', () => {
  it('by its places makes one event of each, the first under the old id', () => {
    const dataset = datasetOf([{ places: [PLACES.Tehran, PLACES.Ankara], title: 'Protests' }, {}]);
    const parts = partsByPlace(eventOf({ places: [PLACES.Tehran, PLACES.Ankara] }, 0));
    const split = after(dataset, splitEvent(dataset, 'e0', parts, numbered()));
    expect(split.map(({ id, title, places }) => [id, title, places])).toEqual([
      ['e0', 'Protests', [PLACES.Tehran]],
      ['n0', 'Protests', [PLACES.Ankara]],
      ['e1', 'Event 1', []],
    ]);
  });

  it.each([
    ['2026-02-03/2026-02-05', ['2026-02-03', '2026-02-05']],
    ['{2026-02-03, 2026-02-07..2026-02-09}', ['2026-02-03', '2026-02-07/2026-02-09']],
    ['2026-02-03/..', ['2026-02-03/..']],
    ['2026', ['2026']],
    [null, []],
  ])('by its dates: %s', (when, texts) => {
    expect(partsByDate(eventOf({ when }, 0)).map(({ when: part }) => part?.edtf?.text)).toEqual(texts);
  });

  it('needs two parts', () => {
    const dataset = datasetOf([{}]);
    expect(() => splitEvent(dataset, 'e0', [{}], numbered())).toThrow();
  });
});

describe('changing many events', () => {
  const dataset = datasetOf([{ when: '2026-02-03', category: 'military' }, { when: '2026-02' }, { when: null }]);
  const ids = ['e0', 'e1', 'e2'];

  it('adds and removes a category', () => {
    const edited = after(dataset, editMany(dataset, ids, { addCategory: 'economy', removeCategory: 'military' }));
    expect(edited.map(({ categories }) => categories)).toEqual([['economy'], ['economy'], ['economy']]);
  });

  it('sets status and zone', () => {
    const edited = after(dataset, editMany(dataset, ['e0', 'e1'], { status: 'denied', zone: 'Asia/Tehran' }));
    expect(edited.map(({ status, when }) => `${status} ${when.zone}`)).toEqual(['denied Asia/Tehran', 'denied Asia/Tehran', 'confirmed local']);
  });

  it('shifts dates, each as closely known as before', () => {
    expect(whenTexts(after(dataset, editMany(dataset, ids, { shiftDays: 28 })))).toEqual(['2026-03-03', '2026-03', undefined]);
    expect(whenTexts(after(dataset, editMany(dataset, ids, { shiftDays: -3 })))).toEqual(['2026-01-31', '2026-02', undefined]);
  });
});

describe('moving an event in time', () => {
  it('moves all of it or an end', () => {
    const dataset = datasetOf([{ when: '2026-02-03/2026-02-05' }, { when: null }]);
    const moved = (edge: 'both' | 'start' | 'end', days: number) => whenTexts(after(dataset, moveInTime(dataset, 'e0', { edge, by: days * DAY })))[0];
    expect([moved('both', 2), moved('start', -1), moved('end', 4), moved('end', -2)]).toEqual([
      '2026-02-05/2026-02-07', '2026-02-02/2026-02-05', '2026-02-03/2026-02-09', '2026-02-03',
    ]);
    expect(isEmptyChange(moveInTime(dataset, 'e0', { edge: 'end', by: -5 * DAY }))).toBe(true);
    expect(isEmptyChange(moveInTime(dataset, 'e1', { edge: 'both', by: DAY }))).toBe(true);
  });
});
