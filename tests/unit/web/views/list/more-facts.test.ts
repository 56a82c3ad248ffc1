import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../../src/core/model/event.ts';
import { moreFacts } from '../../../../../src/web/views/list/more-facts.ts';
import { eventOf } from '../../../../support/dataset.ts';

const factsOf = (members: Readonly<Record<string, Json>>) => moreFacts(eventOf({ extra: new Map(Object.entries(members)) }, 0));

describe('more facts of an event', () => {
  it('are the members of the file that this program does not know, in text', () => {
    expect(factsOf({ yieldLowerKt: 20, crew: ['A', 'B'], note: 'by hand' })).toEqual([
      ['yieldLowerKt', '20'],
      ['crew', '["A","B"]'],
      ['note', 'by hand'],
    ]);
  });

  it('leave out members without a value', () => {
    expect(factsOf({ note: null, remark: '' })).toEqual([]);
  });

  it('show a known member that could not be read, but no list of which parts could', () => {
    expect(factsOf({ when: 'soon', sources: [{ publisher: 'A paper', page: 3 }] })).toEqual([['when', 'soon']]);
  });

  it('are the links alone of a text with markup whose words stand on the card', () => {
    const html = '<p>Take <a href="https://example.org/ada">Ada&nbsp;Lovelace</a>, “the first”.</p>';
    const event = eventOf({ title: 'Ada', description: 'Take Ada Lovelace, “the first”.', extra: new Map<string, Json>([['Text', html], ['Look', '<b>Ada</b>'], ['Note', '<b>Anne</b>']]) }, 0);
    expect(moreFacts(event)).toEqual([
      ['Text', 'https://example.org/ada'],
      ['Note', '<b>Anne</b>'],
    ]);
  });
});
