import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../src/core/formats/entry.ts';
import { UNDATED } from '../../../../src/core/model/build-event.ts';
import type { Draft } from '../../../../src/core/model/draft.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { gatherEntries } from '../../../../src/core/validate/gather.ts';

const event = (draft: Draft, line = 1, findings: Extract<Entry, { kind: 'event' }>['findings'] = []): Entry => ({ kind: 'event', line, draft, findings });

function gathered(...entries: readonly Entry[]) {
  const gathering = gatherEntries();
  for (const entry of entries) gathering.add(entry);
  const { dataset, issues, account } = gathering.finish();
  return { events: [...eventsInFileOrder(dataset)], story: dataset.story, issues, account };
}

const idsOf = (...drafts: readonly Draft[]): readonly string[] => gathered(...drafts.map((draft) => event(draft))).events.map(({ id }) => id);

describe('gathering the entries of a file', () => {
  it('accounts for every record: events, refused, and what is no event', () => {
    const { account, issues } = gathered(
      { kind: 'not-event', line: 1, what: 'title' },
      event({ title: 'One' }, 2),
      { kind: 'refused', line: 3, finding: { code: 'entry-wrong-kind', column: 'start', value: '[]' }, cells: new Map([['start', '[]']]) },
      { kind: 'not-event', line: 4, what: 'blank' },
    );
    expect(account).toMatchObject({ records: 4, events: 1, notEvents: [{ line: 1, kind: 'title' }, { line: 4, kind: 'blank' }] });
    expect(account.refused[0]?.cells.get('start')).toBe('[]');
    expect(issues).toEqual([{ code: 'entry-wrong-kind', severity: 'error', place: { line: 3, member: 'start' }, value: '[]' }]);
  });

  it('keeps the ids that records state, and numbers all but the first of equals', () => {
    expect(idsOf({ id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'a-2' }, { id: 'a' })).toEqual(['a', 'b', 'a-2', 'a-2-2', 'a-3']);
    expect(gathered(event({ id: 'a' }, 1), event({ id: 'a' }, 7)).issues).toEqual([
      { code: 'id-duplicate', severity: 'warning', place: { line: 7, id: 'a-2' }, value: 'a', parameters: { first: 1, line: 1, given: 'a-2' } },
    ]);
  });

  it('gives a record without an id one of its words, the same whatever stands around it', () => {
    const [first] = idsOf({ title: 'A strike' }, { title: 'A march' });
    expect(idsOf({ title: 'Before' }, { title: 'A strike' })[1]).toBe(first);
    expect(new Set(idsOf({ title: 'A strike' }, { title: 'A strike' }, { title: 'A strike', description: 'Longer' })).size).toBe(3);
  });

  it('takes names that every object has for what they are: ids', () => {
    expect(idsOf({ id: '__proto__' }, { id: 'constructor' }, { id: '__proto__' })).toEqual(['__proto__', 'constructor', '__proto__-2']);
  });

  it('calls an event without a title by its words, its place or its category', () => {
    const titles = gathered(
      event({ description: 'First line\nsecond' }),
      event({ places: [{ kind: 'not-stated', name: 'Ankara', basis: { kind: 'stated' }, wording: undefined }] }),
      event({ categories: ['Riots'], when: UNDATED }),
      event({ id: 'x7', title: '  ' }),
    ).events.map(({ title }) => title);
    expect(titles).toEqual(['First line', 'Ankara', 'Riots', 'x7']);
  });

  it('shortens a long description to a title between words and without half a character', () => {
    const [{ title } = { title: '' }] = gathered(event({ description: 'word '.repeat(40) })).events;
    expect(title).toMatch(/^(word )+word…$/);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 70, maxLength: 120 }).filter((text) => text.trim() !== ''), (description) => {
        const [one] = gathered(event({ description })).events;
        expect(one?.title).not.toMatch(/\p{Surrogate}/u);
        expect(one?.title).not.toBe('');
      }),
    );
  });

  it('adds up what entries say about the story, and lists categories in the order of mention after those that the file lists', () => {
    const { story } = gathered(
      { kind: 'not-event', line: 1, what: 'title', story: { title: 'A war' } },
      { kind: 'not-event', line: 2, what: 'era', story: { eras: [{ name: 'Before', when: '1914' }] } },
      event({ categories: ['b', 'a'] }),
      { kind: 'not-event', line: 4, what: 'era', story: { eras: [{ name: 'After', when: '1919' }], title: 'Another' } },
      { kind: 'not-event', line: 5, what: 'category', story: { categories: [{ id: 'a', name: 'Air' }] } },
    );
    expect(story.title).toBe('A war');
    expect(story.eras.map(({ name }) => name)).toEqual(['Before', 'After']);
    expect(story.categories).toEqual([{ id: 'a', name: 'Air' }, { id: 'b', name: 'b' }]);
  });

  it('tells of relations to ids that no record has', () => {
    const { issues } = gathered(event({ id: 'a', relations: [{ kind: 'follows', to: 'b' }, { kind: 'follows', to: 'zzz' }] }, 3), event({ id: 'b' }));
    expect(issues.map(({ code, value, place }) => [code, value, place.line])).toEqual([['relation-unknown', 'zzz', 3]]);
  });
});
