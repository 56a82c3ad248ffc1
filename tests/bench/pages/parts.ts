import { layoutTimeline, type TimelineLayout } from '../../../src/core/layout/timeline.ts';
import type { Dataset } from '../../../src/core/model/dataset.ts';
import { paintCanvas } from '../../../src/core/paint/canvas.ts';
import { createCrossfilter, type Crossfilter } from '../../../src/core/query/crossfilter.ts';
import type { Clauses } from '../../../src/core/query/clauses.ts';
import { hitTest } from '../../../src/core/scene/hit-test.ts';
import { instant, type Interval } from '../../../src/core/time/instant.ts';
import { GENERATED_FROM, GENERATED_UNTIL, generatedRows } from '../../support/generated-rows.ts';
import { generatedDataset } from '../../support/generated.ts';
import { world as makeWorld } from '../../support/world.ts';
import { fullScan } from './full-scan.ts';

/*
 * Parts of Dateline by themselves, under the same conditions as the peers: the timeline alone on a bare canvas, the filter alone, the pointer
 * alone.
 */

const SIZE = { width: 1280, height: 600 } as const;
const DAY = 86_400_000;
const LENGTH = GENERATED_UNTIL - GENERATED_FROM;
const world = makeWorld();
const context = contextOf();

function contextOf(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE.width;
  canvas.height = SIZE.height;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no 2D canvas');
  return context;
}

interface Held {
  readonly dataset: Dataset;
  readonly filter: Crossfilter;
  layout: TimelineLayout | undefined;
}
let held: Held | undefined;

function holding(): Held {
  if (held === undefined) throw new Error('nothing is loaded yet');
  return held;
}

const interval = (start: number, end: number): Interval => ({ start: instant(start), end: instant(end) });

const NOTHING: Clauses = { window: undefined, place: undefined, area: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' };

/** What the chips, the overview and the map would ask to be counted. */
function countAll(filter: Crossfilter): number {
  const { count, categoryCounts, statusCounts } = filter.visible();
  return count + categoryCounts.size + statusCounts.size;
}

function draw(window: Interval): void {
  const { dataset, filter } = holding();
  const layout = layoutTimeline({ dataset, visible: filter.visible('time'), window, spacing: 'true', size: SIZE, world });
  context.clearRect(0, 0, SIZE.width, SIZE.height);
  paintCanvas(layout.scene, context);
  holding().layout = layout;
}

/** All in view, moved by a few pixels at each step, as for the peers. */
const panned = (k: number): Interval => interval(GENERATED_FROM - (30 + 3 * k) * DAY, GENERATED_UNTIL + (90 - 3 * k) * DAY);

/** From eleven years down to a day, around a moment that is not the middle. */
const zoomed = (k: number, of: number): Interval => {
  const length = (LENGTH + 365 * DAY) * (DAY / (LENGTH + 365 * DAY)) ** (k / of);
  const at = GENERATED_FROM + 0.43 * LENGTH;
  return interval(at - 0.43 * length, at + 0.57 * length);
};

const ZOOM_STEPS = 40;
/** How often an operation is done in a step where one alone is too short to be measured. */
const REPEATS = 20;

const repeated = (act: (n: number) => void): ((k: number) => void) => (k) => {
  for (let n = 0; n < REPEATS; n += 1) act(k * REPEATS + n);
};

/** Half of all time, there and back by a hundredth at each step, as a hand moves a window. */
const brushed = (n: number): Interval => {
  const share = Math.abs((n % 60) - 30) / 100;
  return interval(GENERATED_FROM + (0.1 + share) * LENGTH, GENERATED_FROM + (0.6 + share) * LENGTH);
};

window.subject = {
  load: () => {
    draw(panned(0));
  },
  steps: {
    pan: (k) => draw(panned(k)),
    zoom: (k) => draw(zoomed((k - 1) % ZOOM_STEPS, ZOOM_STEPS)),
    /** The whole layout of a frame in which single events have labels. */
    labels: repeated((n) => {
      const { dataset, filter } = holding();
      const start = GENERATED_FROM + 0.43 * LENGTH + n * 60_000 * 7;
      const length = 20 * DAY * Math.min(1, 20_000 / dataset.size);
      layoutTimeline({ dataset, visible: filter.visible('time'), window: interval(start, start + length), spacing: 'true', size: SIZE, world });
    }),
    'time move': repeated((n) => {
      const { filter } = holding();
      filter.apply({ ...NOTHING, window: brushed(n) });
      countAll(filter);
    }),
    'category toggle': repeated((n) => {
      const { filter } = holding();
      filter.apply({ ...NOTHING, hiddenCategories: n % 2 === 0 ? ['transport'] : [] });
      countAll(filter);
    }),
    'full scan': repeated((n) => {
      fullScan(holding().dataset, interval(GENERATED_FROM + (n % 5) * DAY, GENERATED_UNTIL), n % 8);
    }),
    'hit test': repeated((n) => {
      const scene = holding().layout?.scene;
      if (scene === undefined) throw new Error('nothing is drawn yet');
      hitTest(scene, 80 + ((n * 37) % 1180), 80 + ((n * 23) % 480), 4);
    }),
  },
};

/** Bytes of a dataset in its columns, in what only finds rows by id and by place, and in the texts of its events. */
function bytesOf({ columns, places, relations, records, byId }: Dataset): { readonly columns: number; readonly indexes: number; readonly texts: number } {
  const { eventStart, events, ...placeColumns } = places;
  let texts = records.bytes.byteLength + (records.rows?.bytes.byteLength ?? 0);
  const sizeOf = (value: unknown): number => {
    if (ArrayBuffer.isView(value)) return value.byteLength;
    if (typeof value === 'string') texts += value.length;
    return typeof value === 'object' && value !== null ? Object.values(value).reduce((sum: number, member: unknown) => sum + sizeOf(member), 0) : 0;
  };
  return { columns: sizeOf([columns, placeColumns, relations, records.start, records.rows?.start]), indexes: sizeOf([byId, eventStart, events]), texts };
}

const PIECE = 4096;

/** The rows as a program would have them after `JSON.parse` of a table. */
function parsedRows(count: number): readonly object[] {
  const objects: object[] = [];
  let piece: object[] = [];
  const parse = (): void => {
    objects.push(...(JSON.parse(JSON.stringify(piece)) as object[]));
    piece = [];
  };
  for (const { id, title, text, when, category, status, attribution, at, town } of generatedRows(count)) {
    piece.push({ id, title, text, when, category, status, attribution, lng: at?.[0], lat: at?.[1], town });
    if (piece.length === PIECE) parse();
  }
  parse();
  return objects;
}

Object.assign(window, {
  parts: {
    hold: (count: number) => {
      const dataset = generatedDataset(count);
      const filter = createCrossfilter(dataset);
      filter.apply(NOTHING);
      held = { dataset, filter, layout: undefined };
    },
    bytes: () => bytesOf(holding().dataset),
    holdObjects: (count: number) => {
      Object.assign(window, { heldObjects: parsedRows(count) });
    },
  },
});
