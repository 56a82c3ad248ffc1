import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Box, Point } from '../../src/core/base/geometry.ts';
import { layoutMap, type MapLayout } from '../../src/core/layout/map.ts';
import { layoutOverview, type OverviewLayout } from '../../src/core/layout/overview.ts';
import { layoutTimeline, type TimelineLayout } from '../../src/core/layout/timeline.ts';
import type { Dataset } from '../../src/core/model/dataset.ts';
import type { EventNumber, TimelineEvent } from '../../src/core/model/event.ts';
import { eventAt, eventsInFileOrder, rowOf } from '../../src/core/model/rows.ts';
import { selectVisible, type Clauses } from '../../src/core/query/select.ts';
import { openText } from '../../src/core/validate/open.ts';
import { fromSearch } from '../../src/core/view/url.ts';
import type { ViewState } from '../../src/core/view/view-state.ts';
import { world } from '../support/world.ts';
import { idle } from './page.ts';

/*
 * Where things are on the page's canvases. Layouts are functions of dataset, view and size, so a test computes them as the page does:
 * the view from the address, the sizes from the elements.
 */

function storyOf(file: string): Dataset {
  const opened = openText(readFileSync(new URL(`../../data/stories/${file}`, import.meta.url), 'utf8'));
  if (!opened.ok) throw new Error(`${file} does not open: ${opened.error.code}`);
  return opened.value.dataset;
}

/** The story that the page opens on. */
export const STORY = storyOf('iran-us-2026-02.geojson');

/** The story of thousands of events; read when it is first asked for. */
export const largeStory = once(() => storyOf('nuclear-tests.geojson'));

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Number of an event; throws for an id that the dataset does not have. */
export function numberOf(id: string, dataset: Dataset = STORY): EventNumber {
  const i = rowOf(dataset, id);
  if (i === undefined) throw new Error(`no event has the id ${JSON.stringify(id)}`);
  return i;
}

/** Title of an event. */
export const titleOf = (id: string, dataset: Dataset = STORY): string => eventAt(dataset, numberOf(id, dataset)).title;

/** Titles of the dated events in time order. */
export const datedTitles = (dataset: Dataset = STORY): readonly string[] =>
  Array.from({ length: dataset.dated }, (_, i) => eventAt(dataset, i).title);

/** All events in the order of their file. */
export const eventsOf = (dataset: Dataset): readonly TimelineEvent[] => [...eventsInFileOrder(dataset)];

/** The view that stands in the address once the page is idle. */
export async function viewOf(page: Page): Promise<ViewState> {
  await idle(page);
  return fromSearch(new URL(page.url()).hash).view;
}

/** What a view filters by. A filter by what the map shows is none here: where the map lies on the page is not in the address. */
const clausesOf = (view: ViewState): Clauses => ({ ...view, area: view.area === 'view' ? undefined : view.area });

/** The element that takes the timeline's gestures; its size is the picture's. */
export const timelineOf = (page: Page): Locator => page.getByRole('group', { name: 'Timeline', exact: true });

/** The strip with the whole time line. */
export const overviewOf = (page: Page): Locator => page.getByRole('group', { name: 'Overview of the whole time line' });

/** The element that takes the map's gestures; its size is the picture's. */
export const mapOf = (page: Page): Locator => page.getByRole('application', { name: /^Map/ });

/** Where an element's picture lies on the page; layouts take whole pixels. */
const boxOf = (element: Locator): Promise<Box> =>
  element.evaluate((shown) => {
    const { x, y } = shown.getBoundingClientRect();
    return { x, y, width: shown.clientWidth, height: shown.clientHeight };
  });

/** A layout, and where its picture lies on the page. */
export interface Laid<T> {
  readonly layout: T;
  readonly box: Box;
}

/** The timeline as it is on the page. */
export async function timelineOn(page: Page, dataset: Dataset = STORY): Promise<Laid<TimelineLayout>> {
  const view = await viewOf(page);
  const box = await boxOf(timelineOf(page));
  const { window, spacing, lanes, zone } = view;
  const scroll = await timelineOf(page).evaluate((plot) => plot.parentElement?.scrollTop ?? 0);
  const visible = selectVisible(dataset, clausesOf(view), 'time');
  return { box, layout: layoutTimeline({ dataset, visible, window, spacing, lanes, zone, scroll, size: box, world: world() }) };
}

/** The overview as it is on the page. */
export async function overviewOn(page: Page, dataset: Dataset = STORY): Promise<Laid<OverviewLayout>> {
  const view = await viewOf(page);
  const box = await boxOf(overviewOf(page));
  const { window, spacing } = view;
  return { box, layout: layoutOverview({ dataset, visible: selectVisible(dataset, clausesOf(view), 'time'), window, spacing, size: box, world: world() }) };
}

/** A part of a view that has all places of the first story well inside the map, on a screen and on a phone. */
export const MAP = 'map=46,31.5,4.4';
export const PHONE_MAP = 'map=46,31.5,3.5';

/** The map as it is on the page. What the page itself fits depends on its legend and buttons, so the address must say what the map shows. */
export async function mapOn(page: Page, dataset: Dataset = STORY): Promise<Laid<MapLayout>> {
  const view = await viewOf(page);
  if (view.map === undefined) throw new Error('the address does not say what the map shows');
  const box = await boxOf(mapOf(page));
  const visible = selectVisible(dataset, clausesOf(view), 'place', 'area');
  return { box, layout: layoutMap({ dataset, visible, viewport: view.map, size: box, world: world(), base: undefined }) };
}

/** The middle of an event's mark on the timeline, in pixels of the page. */
export async function timelineSpotOf(page: Page, id: string, dataset: Dataset = STORY): Promise<Point> {
  const { layout, box } = await timelineOn(page, dataset);
  const place = layout.placeOf(numberOf(id, dataset));
  if (place === undefined) throw new Error(`${id} is not on the timeline`);
  return { x: box.x + place.box.x + place.box.width / 2, y: box.y + place.box.y + place.box.height / 2 };
}

/** The middle of the sign that shows a place on the map, in pixels of the page. */
export async function mapSpotOf(page: Page, name: string, dataset: Dataset = STORY): Promise<Point> {
  const { layout, box } = await mapOn(page, dataset);
  const spot = layout.spots.find((candidate) => layout.gathering.namesOf(candidate).names.includes(name));
  if (spot === undefined) throw new Error(`${name} is not on the map`);
  return { x: box.x + spot.x, y: box.y + spot.y };
}

/** What is seen around a point of the page: the pixels of a square, to be compared with those at another time. */
export async function seenAround(page: Page, { x, y }: Point, reach = 16): Promise<string> {
  await idle(page);
  const picture = await page.screenshot({ clip: { x: Math.round(x - reach), y: Math.round(y - reach), width: 2 * reach, height: 2 * reach } });
  return picture.toString('base64');
}

/** Waits until a point of the page looks different from before. */
export const expectChanged = (page: Page, spot: Point, before: string): Promise<void> => expect.poll(() => seenAround(page, spot)).not.toBe(before);

/** Waits until a point of the page looks as it did before. */
export const expectSame = (page: Page, spot: Point, before: string): Promise<void> => expect.poll(() => seenAround(page, spot)).toBe(before);
