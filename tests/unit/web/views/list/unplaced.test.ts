import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectVisible } from '../../../../../src/core/query/select.ts';
import { INITIAL_VIEW } from '../../../../../src/core/view/view-state.ts';
import type { Place } from '../../../../../src/core/model/event.ts';
import { placesOfRow } from '../../../../../src/core/model/rows.ts';
import { passesIn } from '../../../../../src/core/query/visible.ts';
import { countUnplaced, unplacedBetween } from '../../../../../src/web/views/list/unplaced.ts';
import { datasetOf, type EventSketch } from '../../../../support/dataset.ts';

const WITHHELD: Place = { kind: 'withheld', name: '', basis: { kind: 'stated' }, wording: undefined };

const sketches: fc.Arbitrary<readonly EventSketch[]> = fc.array(
  fc.record({
    when: fc.constantFrom('2026-02-03', '2026-02-04', null),
    category: fc.constantFrom('talks', 'war'),
    place: fc.constantFrom<'Tehran' | Place>('Tehran', WITHHELD),
  }),
  { maxLength: 30 },
);

describe('events without a place', () => {
  it('are counted, and given page by page, as a look at every event finds them', () => {
    fc.assert(
      fc.property(sketches, fc.nat({ max: 30 }), fc.nat({ max: 10 }), (events, first, more) => {
        const dataset = datasetOf(events);
        const visible = selectVisible(dataset, { ...INITIAL_VIEW, area: undefined, hiddenCategories: ['war'] });
        const rows = events.map((_, i) => i).filter((i) => passesIn(visible, i) && placesOfRow(dataset, i).length === 0);
        expect(visible.counted(countUnplaced).count).toBe(rows.length);
        expect(unplacedBetween(visible, first, first + more)).toEqual(rows.slice(first, first + more));
      }),
    );
  });

  it('are counted on as single events come and go', () => {
    const dataset = datasetOf([{ when: '2026-02-03' }, { when: '2026-02-03', place: 'Tehran' }]);
    const { value, add, remove, recount } = countUnplaced(dataset);
    recount(new Uint8Array(2), 0);
    expect(value.count).toBe(1);
    remove(0);
    remove(1);
    expect(value.count).toBe(0);
    add(0);
    expect(value.count).toBe(1);
  });
});
