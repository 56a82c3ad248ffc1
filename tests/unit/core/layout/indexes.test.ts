import { describe, expect, it } from 'vitest';
import { breaksFor, extentOf, fitWindow, warpFor } from '../../../../src/core/layout/gaps.ts';
import { prepareIndexes } from '../../../../src/core/layout/indexes.ts';
import { laneCoding } from '../../../../src/core/layout/lane-coding.ts';
import { endCounting, indexFor, laneCounting } from '../../../../src/core/layout/lane-counts.ts';
import { SIGN_COUNTS, signCodes } from '../../../../src/core/layout/legend-signs.ts';
import { outlinedPlaces } from '../../../../src/core/layout/map-cells.ts';
import { reachesOf } from '../../../../src/core/layout/map-fit.ts';
import { placeTally, wanderersOf } from '../../../../src/core/layout/map-tally.ts';
import { endIndex } from '../../../../src/core/layout/time-index.ts';
import { vagueSpans } from '../../../../src/core/layout/vague-spans.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { adoptPrepared } from '../../../../src/core/model/derived.ts';
import { placeBlocks } from '../../../../src/core/model/place-order.ts';
import { withStory } from '../../../../src/core/model/rows.ts';
import { NO_CLAUSES, type Clauses } from '../../../../src/core/query/clauses.ts';
import { categorySetCounts, facetCounts } from '../../../../src/core/query/countings.ts';
import { createCrossfilter } from '../../../../src/core/query/crossfilter.ts';
import { facetOf } from '../../../../src/core/query/facets.ts';
import { instantOf } from '../../../../src/core/time/calendar.ts';
import type { CountingKind } from '../../../../src/core/query/visible.ts';
import { datasetOf, type EventSketch, type PLACES } from '../../../support/dataset.ts';
import { generatedDataset } from '../../../support/generated.ts';

const NAMES = ['Tehran', 'Ankara', 'Muscat', 'Qeshm', 'Iran', 'Oman'] as const satisfies readonly (keyof typeof PLACES)[];
const DATES = [null, '2026-02', '2026-02-03', '2026~', '2025-06/2026-01', '2026-02-04T10:00', '../2026-02-02', '2026-02-05/..'];
const atFewPlaces = datasetOf(
  Array.from({ length: 10_000 }, (_, k): EventSketch => ({ when: DATES[k % 8] ?? null, place: NAMES[k % 6] ?? 'Iran', category: k % 3 === 0 ? 'a' : 'b' })),
  { categories: ['a', 'b'].map((id) => ({ id, name: id })) },
);
const atManyPlaces = generatedDataset(12_000);

/** The same events, of which nothing is known yet. */
const fresh = (dataset: Dataset): Dataset => ({ ...dataset, columns: { ...dataset.columns } });

/** The same events, with what was prepared in another thread. */
function adopting(dataset: Dataset): Dataset {
  const copy = fresh(dataset);
  adoptPrepared(copy, structuredClone(prepareIndexes(fresh(dataset))));
  return copy;
}

const STORIES = [['at few places', atFewPlaces], ['at very many places', atManyPlaces]] as const;

describe.each(STORIES)('what is prepared beside the page for a story %s', (_, dataset) => {
  const [adopted, lazy] = [adopting(dataset), fresh(dataset)];
  const kindsOf = (of: Dataset): readonly CountingKind<unknown>[] => [
    categorySetCounts, facetCounts('category'), facetCounts('status'), SIGN_COUNTS, laneCounting(laneCoding(of, ['category'])),
    endCounting(laneCoding(of, ['category'])), placeTally,
  ];

  it('is what the page would have worked out itself', () => {
    const lanesOf = (of: Dataset) => laneCoding(of, ['category']);
    for (const read of [breaksFor, extentOf, signCodes, placeBlocks, outlinedPlaces, wanderersOf]) expect(read(adopted)).toEqual(read(lazy));
    expect(facetOf(adopted, 'category')).toEqual(facetOf(lazy, 'category'));
    expect(endIndex(adopted, indexFor(adopted, lanesOf(adopted)))).toEqual(endIndex(lazy, indexFor(lazy, lanesOf(lazy))));
    expect(warpFor(adopted, 'compressed').breaks).toEqual(warpFor(lazy, 'compressed').breaks);
    expect(fitWindow(adopted, warpFor(adopted, 'true'))).toEqual(fitWindow(lazy, warpFor(lazy, 'true')));
    expect(reachesOf(adopted, undefined, undefined)).toEqual(reachesOf(lazy, undefined, undefined));
    const [spans, slow] = [vagueSpans(adopted), vagueSpans(lazy)];
    expect([spans.starts, spans.ends]).toEqual([slow.starts, slow.ends]);
    for (let i = 0; i < dataset.dated; i += 1) if (spans.of(i) !== slow.of(i)) expect.fail(`row ${i}`);
  });

  it('lets a filter begin with what it counts, and go on from there', () => {
    const [fast, slow] = [createCrossfilter(adopted), createCrossfilter(lazy)];
    const month = { start: instantOf(2026, 2), end: instantOf(2026, 3) };
    const filters: readonly Clauses[] = [NO_CLAUSES, { ...NO_CLAUSES, window: month }, { ...NO_CLAUSES, hiddenStatuses: ['confirmed'] }, NO_CLAUSES];
    for (const clauses of filters) {
      for (const filter of [fast, slow]) filter.apply(clauses);
      kindsOf(adopted).forEach((kind, k) => {
        const other = kindsOf(lazy)[k];
        if (other !== undefined) expect(plain(fast.visible().counted(kind))).toEqual(plain(slow.visible().counted(other)));
      });
      expect(fast.visible().nth(200)).toBe(slow.visible().nth(200));
      expect(fast.visible().rankOf(5000)).toBe(slow.visible().rankOf(5000));
    }
  });

  it('is counted anew by a filter that lets less than all pass from the start', () => {
    const [fast, slow] = [createCrossfilter(adopted), createCrossfilter(lazy)];
    for (const filter of [fast, slow]) filter.apply({ ...NO_CLAUSES, hiddenStatuses: ['reported'] });
    expect(fast.visible().counted(SIGN_COUNTS)).toEqual(slow.visible().counted(SIGN_COUNTS));
    expect(fast.visible('status').counted(SIGN_COUNTS)).toEqual(slow.visible('status').counted(SIGN_COUNTS));
  });

  it('still holds when the story gets another title', () => {
    const renamed = withStory(adopted, { ...adopted.story, title: 'Another' });
    expect(breaksFor(renamed)).toBe(breaksFor(adopted));
    expect(warpFor(renamed, 'compressed')).toBe(warpFor(adopted, 'compressed'));
  });
});

/** Numbers alone: what else stands beside them holds functions. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => ArrayBuffer.isView(member) || typeof member === 'number'));
}

describe('preparing', () => {
  it('takes over what was prepared instead of working it out', () => {
    const copy = fresh(atFewPlaces);
    adoptPrepared(copy, { extent: { start: 1, end: 2, isMoment: false }, 'counts of status': { value: Uint32Array.of(7, 8) } });
    expect(extentOf(copy)).toMatchObject({ start: 1, end: 2 });
    expect([...createCrossfilter(copy).visible().counted(facetCounts('status'))].slice(0, 2)).toEqual([7, 8]);
  });

  it('leaves a small story to be worked out as it is looked at', () => {
    expect(prepareIndexes(datasetOf([{ when: '2026-02-03' }]))).toEqual({});
  });
});
