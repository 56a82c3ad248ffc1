import type { CDPSession, Page } from '@playwright/test';
import { openGenerated } from './generated.ts';
import { cardOf, expect, idle, openPage, takePointerAway, test } from './page.ts';
import { datedTitles, overviewOf, timelineOf } from './where.ts';

const SIZE = 100_000;
const STEPS = 60;

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
}

/** What runs a script; a layout within one was asked for by the script before the browser would have made it. */
const SCRIPTS = new Set(['FunctionCall', 'EvaluateScript', 'FireAnimationFrame', 'RunMicrotasks', 'EventDispatch', 'TimerFire']);

/** Layouts of the page while `act` runs, and how many of them a script forced; and frames that were handed to the screen. */
async function layoutsDuring(cdp: CDPSession, act: () => Promise<void>): Promise<{ readonly layouts: number; readonly forced: number; readonly frames: number }> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as readonly TraceEvent[])));
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'], excludedCategories: ['*'] } });
  await act();
  const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await complete;
  const layouts = events.filter(({ name, ph }) => name === 'Layout' && ph === 'X');
  const scripts = events.filter(({ name, ph }) => SCRIPTS.has(name) && ph === 'X');
  const forced = layouts.filter((layout) =>
    scripts.some(({ pid, tid, ts, dur = 0 }) => pid === layout.pid && tid === layout.tid && ts <= layout.ts && layout.ts < ts + dur));
  return { layouts: layouts.length, forced: forced.length, frames: events.filter(({ name, ph }) => name === 'Commit' && ph === 'X').length };
}

declare global {
  interface Window {
    /** How often each canvas was drawn on, by its place among the canvases of the page. */
    readonly drawn: Map<number, number>;
  }
}

/** Counts the drawing on every canvas of the page from now on. */
async function countDrawing(page: Page): Promise<void> {
  await page.evaluate(() => {
    const drawn = new Map<number, number>();
    const canvases = [...document.querySelectorAll('canvas')];
    Object.assign(window, { drawn });
    const count = <T extends { readonly canvas: HTMLCanvasElement | OffscreenCanvas }>(prototype: T, name: keyof T & string): void => {
      const original = prototype[name] as (...values: unknown[]) => void;
      Object.assign(prototype, {
        [name](this: T, ...values: unknown[]) {
          const position = canvases.indexOf(this.canvas as HTMLCanvasElement);
          drawn.set(position, (drawn.get(position) ?? 0) + 1);
          original.apply(this, values);
        },
      });
    };
    for (const name of ['clearRect', 'fillRect', 'fill', 'stroke', 'fillText', 'drawImage', 'putImageData'] as const) count(CanvasRenderingContext2D.prototype, name);
    // What is painted elsewhere is seen once it has been handed over.
    count(ImageBitmapRenderingContext.prototype, 'transferFromImageBitmap');
  });
}

const drawnOn = (page: Page): Promise<readonly number[]> => page.evaluate(() => [...window.drawn.keys()]);

test('sixty steps of a pan make hardly more than one layout a frame, and hardly any before its time', async ({ page, context }) => {
  await openPage(page);
  await openGenerated(page, SIZE);
  const box = await timelineOf(page).boundingBox();
  if (box === null) throw new Error('not on screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 20];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -300);
  await idle(page);
  const { layouts, forced, frames } = await layoutsDuring(await context.newCDPSession(page), async () => {
    await page.mouse.down();
    for (let step = 1; step <= STEPS; step += 1) await page.mouse.move(x - 4 * step, y);
    await page.mouse.up();
    // Not until the page is idle: asking whether the fonts have arrived lays out by itself.
    await page.evaluate(() => new Promise((resolve) => void requestAnimationFrame(() => requestAnimationFrame(resolve))));
  });
  await idle(page);
  // Nothing asks where things are after it has moved them; the list looks after its cards when the page is laid out.
  expect(forced).toBeLessThanOrEqual(STEPS / 10);
  expect(frames).toBeGreaterThanOrEqual(STEPS);
  expect(layouts).toBeLessThanOrEqual(1.25 * frames);
});

test('a hundred thousand events are shown with at most 600 elements, wherever one looks', async ({ page }) => {
  await openPage(page);
  await openGenerated(page, SIZE);
  const elements = (): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);
  expect(await elements()).toBeLessThanOrEqual(600);
  await timelineOf(page).focus();
  await page.keyboard.press('End');
  await idle(page);
  expect(await elements()).toBeLessThanOrEqual(600);
  const box = await overviewOf(page).boundingBox();
  if (box === null) throw new Error('not on screen');
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2);
  await page.mouse.wheel(0, -600);
  await idle(page);
  expect(await elements()).toBeLessThanOrEqual(600);
});

test('what does not change is not painted again', async ({ page }) => {
  await openPage(page);
  await takePointerAway(page);
  await countDrawing(page);

  await idle(page);
  await page.mouse.move(4, 4);
  await idle(page);
  expect(await drawnOn(page), 'with the pointer where nothing answers').toEqual([]);

  // Base map, places and pointer of the map, the overview, lanes and pointer of the timeline: six canvases, of which two are the pointer's.
  const [title = ''] = datedTitles();
  await cardOf(page, title).hover();
  await idle(page);
  const drawn = await drawnOn(page);
  expect(drawn.length, 'a highlight is drawn').toBeGreaterThan(0);
  expect(drawn.length, 'on the canvases of the pointer alone').toBeLessThanOrEqual(2);
});
