import { describe, expect, it } from 'vitest';
import { withMembers } from '../../../../../src/core/edit/with-members.ts';
import type { TimelineEvent } from '../../../../../src/core/model/event.ts';
import { draftOf, EMPTY_DRAFT, hasChanges, readDraft, type EventDraft } from '../../../../../src/web/views/edit/event-draft.ts';
import { eventOf, PLACES, type EventSketch } from '../../../../support/dataset.ts';
import { world } from '../../../../support/world.ts';

const FULL: EventSketch = {
  when: '2026-02-03?/2026-02-08',
  wording: 'early in the week',
  partOfDay: 'morning',
  places: [PLACES['Strait of Hormuz'], PLACES.Tehran],
  category: 'military',
  shortTitle: 'Short',
  description: 'A text',
  status: 'disputed',
  attribution: 'A ministry',
  actors: ['One', 'Two; or three'],
  sources: [{ publisher: 'P', title: 'T', url: 'ftp://old.example', date: '2026-02-04', locator: 'p. 3' }],
  media: [{ url: 'pictures/1.jpg', caption: undefined, credit: 'C' }],
  relations: [{ kind: 'follows', to: 'e9' }],
  extra: new Map<string, string | number>([['casualties', '3'], ['weight', 7]]),
};

/** An event after a change of its form. */
function changed(sketch: EventSketch, change: (draft: EventDraft) => Partial<EventDraft>): TimelineEvent {
  const event = eventOf(sketch, 0);
  const draft = draftOf(event, world());
  return withMembers(event, readDraft({ ...draft, ...change(draft) }, event, world(), 2026).members);
}

const problemsOf = (change: Partial<EventDraft>) => readDraft({ ...EMPTY_DRAFT, title: 'A title', ...change }, undefined, world(), 2026).problems;

describe('the form of an event', () => {
  it('leaves the event as it is as long as nothing is changed, whatever it holds', () => {
    const event = eventOf(FULL, 0);
    const { members, problems } = readDraft(draftOf(event, world()), event, world(), 2026);
    expect(problems).toEqual([]);
    expect(withMembers(event, members)).toEqual(event);
  });

  it('changes what was changed and nothing else', () => {
    const event = eventOf(FULL, 0);
    expect(changed(FULL, () => ({ title: 'Another title' }))).toEqual({ ...event, title: 'Another title' });
  });

  it('keeps the date when only the part of the day is changed', () => {
    const { when } = changed(FULL, (draft) => ({ when: { ...draft.when, partOfDay: 'evening' } }));
    expect(when).toMatchObject({ edtf: { text: '2026-02-03?/2026-02-08' }, wording: 'early in the week', partOfDay: 'evening' });
  });

  it('takes a date away', () => {
    const { when } = changed(FULL, (draft) => ({ when: { ...draft.when, start: '', end: '' } }));
    expect(when.edtf).toBeUndefined();
  });

  it('keeps further columns that are no text when others are changed', () => {
    const { extra } = changed(FULL, () => ({ extra: [{ name: 'casualties', value: '4' }] }));
    expect([...extra]).toEqual([['weight', 7], ['casualties', '4']]);
  });

  it('parts those involved at semicolons', () => {
    expect(changed(FULL, () => ({ actors: ' One ;; Two ' })).actors).toEqual(['One', 'Two']);
  });

  it('survives being kept as text', () => {
    const event = eventOf(FULL, 0);
    const draft = draftOf(event, world());
    const kept = JSON.parse(JSON.stringify(draft)) as EventDraft;
    expect(hasChanges(kept, draft)).toBe(false);
    expect(withMembers(event, readDraft(kept, event, world(), 2026).members)).toEqual(event);
  });
});

describe('a form that cannot be saved', () => {
  it('has no title', () => {
    expect(problemsOf({ title: '  ' })).toEqual([{ part: 'title' }]);
  });

  it('has a date that cannot be read, or could be read in two ways', () => {
    expect(problemsOf({ when: { ...EMPTY_DRAFT.when, start: 'some day' } })).toEqual([{ part: 'when' }]);
    expect(problemsOf({ when: { ...EMPTY_DRAFT.when, start: '05/06/2019' } })).toEqual([{ part: 'when' }]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'example.org'])('has a link that the page would not follow: %s', (url) => {
    expect(problemsOf({ media: [{ url, caption: '', credit: '' }] })).toEqual([{ part: 'media', position: 0 }]);
    expect(problemsOf({ sources: [{ publisher: '', title: '', url, date: '', locator: '' }] })).toEqual([{ part: 'source', position: 0, field: 'url' }]);
  });

  it('has a column of a name that is taken', () => {
    expect(problemsOf({ extra: [{ name: 'title', value: 'x' }] })).toEqual([{ part: 'extra', position: 0 }]);
    expect(problemsOf({ extra: [{ name: 'a', value: 'x' }, { name: 'a', value: 'y' }] })).toEqual([{ part: 'extra', position: 1 }]);
  });

  it('is none for what the event had before', () => {
    const event = eventOf(FULL, 0);
    expect(readDraft({ ...draftOf(event, world()), title: 'Other' }, event, world(), 2026).problems).toEqual([]);
  });
});
