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
});
