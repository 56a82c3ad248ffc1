import { describe, expect, it } from 'vitest';
import { mergeEvents } from '../../../../src/core/edit/merge-events.ts';
import { mergeQuestions } from '../../../../src/core/edit/merge-questions.ts';
import { patchDataset } from '../../../../src/core/model/patch-dataset.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { datasetOf, type EventSketch } from '../../../support/dataset.ts';

const asked = (sketches: readonly EventSketch[]) =>
  mergeQuestions([...eventsInFileOrder(datasetOf(sketches))]).map(({ member, events }) => [member, ...events.map(({ id }) => id)]);

describe('what is asked before events are merged', () => {
  it('is nothing where they say the same', () => {
    expect(asked([{ title: 'Talks', when: '2026-02' }, { title: 'Talks', when: '2026-02' }])).toEqual([]);
  });

  it('is each member of which several values are given, with the first event of each', () => {
    expect(
      asked([
        { title: 'Talks', when: '2026-02' },
        { title: 'Talks in Muscat', when: '2026-02-06' },
        { title: 'Talks', when: '2026-02-06' },
      ]),
    ).toEqual([['title', 'e0', 'e1'], ['when', 'e0', 'e1']]);
  });

  it('is nothing of a member that one of them alone says something of', () => {
    expect(asked([{ title: 'Talks', when: null }, { title: 'Talks', when: '2026-02-06' }])).toEqual([]);
  });

  it('offers first what is taken where nothing is said', () => {
    const dataset = datasetOf([{ title: '', when: null }, { title: 'One', when: '2026' }, { title: 'Two', when: '2027' }]);
    const events = [...eventsInFileOrder(dataset)];
    const [merged] = [...eventsInFileOrder(patchDataset(dataset, mergeEvents(dataset, events.map(({ id }) => id))))];
    const first = Object.fromEntries(mergeQuestions(events).map(({ member, events: [taken] }) => [member, taken?.[member]]));
    expect(first).toEqual({ title: merged?.title, when: merged?.when });
  });
});
