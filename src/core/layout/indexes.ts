import type { Dataset } from '../model/dataset.ts';
import { prepareAll, type Prepared } from '../model/derived.ts';
import { FEW_PLACES, placeBlocks } from '../model/place-order.ts';
import { unplacedRows } from '../model/unplaced-rows.ts';
import { categorySetCounts, facetCounts } from '../query/countings.ts';
import { categoryCodes } from '../query/facets.ts';
import { blockCounts } from '../query/ranks.ts';
import { wholeCounts } from '../query/whole-counts.ts';
import { INITIAL_VIEW } from '../view/view-state.ts';
import { breaksFor, extentOf } from './gaps.ts';
import { laneCoding } from './lane-coding.ts';
import { endCounting, indexFor, laneCounting } from './lane-counts.ts';
import { SIGN_COUNTS, signCodes } from './legend-signs.ts';
import { outlinedPlaces, rowPoints } from './map-cells.ts';
import { NEIGHBOURHOODS } from './map-fit.ts';
import { LOOKED_UP } from './map-focus.ts';
import { samplesBy } from './map-samples.ts';
import { placeTally, wanderersOf } from './map-tally.ts';
import { endsBy } from './time-index.ts';
import { spanTable, vagueRows } from './vague-spans.ts';

/** A story of fewer events is indexed as it is looked at: nobody would notice. */
const LEAST_EVENTS = 10_000;

/**
 * All that the first picture of a story, and the first step on it, need of its columns: what takes a walk over every event or place. To be
 * made beside the page, and taken over by `adoptPrepared`. Nothing for a small story.
 */
export function prepareIndexes(dataset: Dataset): Prepared {
  if (dataset.size < LEAST_EVENTS) return {};
  const isFew = dataset.places.size <= FEW_PLACES;
  const lanes = laneCoding(dataset, INITIAL_VIEW.lanes.by);
  const counted = [
    categorySetCounts, facetCounts('status'), blockCounts, SIGN_COUNTS, laneCounting(lanes), endCounting(lanes),
    ...(isFew ? [placeTally] : []),
  ];
  return prepareAll(dataset, [
    breaksFor, extentOf, categoryCodes, spanTable, vagueRows, endsBy(indexFor(dataset, lanes)), signCodes, unplacedRows,
    placeBlocks, outlinedPlaces, wanderersOf, samplesBy(NEIGHBOURHOODS), samplesBy(LOOKED_UP),
    ...(isFew ? [] : [rowPoints]),
    ...counted.map((kind) => wholeCounts(dataset, kind)),
  ]);
}
