import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import type { Point } from '../../src/core/base/geometry.ts';
import { GENERATED_CATEGORIES, generatedRows, type GeneratedRow } from '../support/generated-rows.ts';
import { writeGenerated } from '../support/generated-files.ts';
import type { Seeded } from '../support/seeded.ts';
import { openFile } from './page.ts';
import { mapOf, overviewOf, timelineOf } from './where.ts';

/** Opens a file of so many generated events through the menu. */
export async function openGenerated(page: Page, size: number): Promise<void> {
  await openFile(page, join(await writeGenerated([size]), `${size}.geojson`));
}

/** What is true of generated events, found by looking at each. */
export interface Truth {
  readonly byCategory: readonly number[];
  readonly unplaced: number;
  /** Those that each filter lets through. */
  readonly passing: readonly number[];
  /** Id of the first event in time. */
  readonly first: string;
}

/** Looks at all rows; `filters` are asked of each. */
export function truthOf(size: number, filters: readonly ((row: GeneratedRow) => boolean)[]): Truth {
  const byCategory = GENERATED_CATEGORIES.map(() => 0);
  const passing = filters.map(() => 0);
  let unplaced = 0;
  let first: GeneratedRow | undefined;
  for (const row of generatedRows(size)) {
    byCategory[row.category] = (byCategory[row.category] ?? 0) + 1;
    if (row.at === undefined) unplaced += 1;
    filters.forEach((passes, k) => {
      if (passes(row)) passing[k] = (passing[k] ?? 0) + 1;
    });
    if (first === undefined || row.start < first.start || (row.start === first.start && row.end < first.end)) first = row;
  }
  return { byCategory, unplaced, passing, first: first?.id ?? '' };
}

/** Megabytes of objects that are still held after the garbage has been collected. */
export async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6;
}

/** How many canvases of the page have lost what they are painted with. */
export const lostContexts = (page: Page): Promise<number> =>
  page.evaluate(() => [...document.querySelectorAll('canvas')].filter((canvas) => canvas.getContext('2d')?.isContextLost() === true).length);

/** Does something with mouse or keys, somewhere on timeline, overview, map or list. */
export async function randomGesture(page: Page, draws: Seeded): Promise<void> {
  const { mouse, keyboard } = page;
  const surface = draws.pick([timelineOf, timelineOf, overviewOf, mapOf])(page);
  const box = await surface.boundingBox();
  if (box === null) throw new Error('not on screen');
  const somewhere = (): Point => ({ x: box.x + box.width * (0.05 + 0.9 * draws.next()), y: box.y + box.height * (0.1 + 0.8 * draws.next()) });
  const [from, to] = [somewhere(), somewhere()];
  await mouse.move(from.x, from.y);
  switch (draws.pick(['drag', 'drag', 'wheel', 'wheel', 'wheel', 'shift-drag', 'press', 'hover', 'key', 'escape'] as const)) {
    case 'drag':
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 3 });
      await mouse.up();
      break;
    case 'wheel':
      await mouse.wheel(0, draws.pick([-600, -240, 240, 600]));
      break;
    case 'shift-drag':
      await keyboard.down('Shift');
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 3 });
      await mouse.up();
      await keyboard.up('Shift');
      break;
    case 'press':
      await mouse.click(from.x, from.y);
      break;
    case 'hover':
      await mouse.move(to.x, to.y, { steps: 4 });
      break;
    case 'key':
      await keyboard.press(draws.pick(['ArrowRight', 'ArrowLeft', 'Home', 'End', 'PageDown']));
      break;
    case 'escape':
      await keyboard.press('Escape');
      break;
  }
}
