import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CLAUSES } from '../../../../src/core/query/clauses.ts';
import { createCrossfilter } from '../../../../src/core/query/crossfilter.ts';
import { datedRows, passesIn } from '../../../../src/core/query/visible.ts';
import { possiblyIn } from '../../../../src/core/query/time-clause.ts';
import { instant } from '../../../../src/core/time/instant.ts';
import { generatedDataset } from '../../../support/generated.ts';

// Several blocks of rows, so that what is looked up by block goes beyond the first.
const dataset = generatedDataset(3000);
const { earliestStart, latestEnd } = dataset.columns;
/** Instants at which something turns over: starts and ends of events, and a little beside them. */
const moment = fc.tuple(fc.nat(dataset.dated - 1), fc.boolean(), fc.constantFrom(-1, 0, 0, 1)).map(([i, isStart, beside]) =>
  instant(((isStart ? earliestStart : latestEnd)[i] ?? 0) + beside));
const window = fc.option(fc.tuple(moment, moment).map(([a, b]) => ({ start: a < b ? a : b, end: a < b ? b : a })), { nil: undefined });

describe('a filter of thousands of events', () => {
  it('holds after any movements of the time window what a scan finds', () => {
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 8 }), (windows) => {
        const filter = createCrossfilter(dataset);
        for (const window of windows) {
          filter.apply({ ...NO_CLAUSES, window });
          const expected = Array.from({ length: dataset.dated }, (_, i) => i).filter((i) => window === undefined || possiblyIn(dataset.columns, i, window));
          expect(datedRows(filter.visible())).toEqual(expected);
          expect(filter.visible().count).toBe(expected.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds rows by rank and ranks by row', () => {
    fc.assert(
      fc.property(window, fc.subarray(dataset.story.categories.map(({ id }) => id)), fc.double({ min: 0, max: 1, noNaN: true }), (window, hiddenCategories, share) => {
        const filter = createCrossfilter(dataset);
        filter.apply({ ...NO_CLAUSES, window, hiddenCategories });
        const visible = filter.visible();
        const rows = datedRows(visible);
        const k = Math.floor(share * rows.length);
        expect(visible.nth(k)).toBe(rows[k]);
        const i = Math.floor(share * dataset.size);
        expect(visible.rankOf(i)).toBe(rows.filter((row) => row < i).length);
        for (const row of [rows[0], rows.at(-1)]) {
          if (row === undefined) continue;
          expect(visible.nth(visible.rankOf(row))).toBe(row);
          expect(passesIn(visible, row)).toBe(true);
        }
      }),
    );
  });
});
