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

/** Layouts of the page while `act` runs: how many there were, and how many a script forced. */
async function layoutsDuring(cdp: CDPSession, act: () => Promise<void>): Promise<{ readonly all: number; readonly forced: number }> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as readonly TraceEvent[])));
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] } });
  await act();
  const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await complete;
  const layouts = events.filter(({ name, ph }) => name === 'Layout' && ph === 'X');
  const scripts = events.filter(({ name, ph }) => SCRIPTS.has(name) && ph === 'X');
  const forced = layouts.filter((layout) =>
    scripts.some(({ pid, tid, ts, dur = 0 }) => pid === layout.pid && tid === layout.tid && ts <= layout.ts && layout.ts < ts + dur));
  return { all: layouts.length, forced: forced.length };
}

declare global {
  interface Window {
    /** How often each canvas was drawn on, by its class. */
    readonly drawn: Map<string, number>;
  }
}

/** Counts the drawing on every canvas of the page from now on. */
async function countDrawing(page: Page): Promise<void> {
  await page.evaluate(() => {
    const drawn = new Map<string, number>();
    Object.assign(window, { drawn });
    const { prototype } = CanvasRenderingContext2D;
    for (const name of ['clearRect', 'fillRect', 'fill', 'stroke', 'fillText', 'drawImage', 'putImageData'] as const) {
      const original = prototype[name] as (...values: unknown[]) => void;
      Object.assign(prototype, {
        [name](this: CanvasRenderingContext2D, ...values: unknown[]) {
          const { className } = this.canvas;
          drawn.set(className, (drawn.get(className) ?? 0) + 1);
          original.apply(this, values);
        },
      });
    }
  });
}

const drawnOn = (page: Page): Promise<readonly string[]> => page.evaluate(() => [...window.drawn.keys()].toSorted());

test('sixty steps of a pan force no layout, and make at most one a frame', async ({ page, context }) => {
  await openPage(page);
  await openGenerated(page, SIZE);
  const box = await timelineOf(page).boundingBox();
  if (box === null) throw new Error('not on screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 20];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -300);
  await idle(page);
  const { all, forced } = await layoutsDuring(await context.newCDPSession(page), async () => {
    await page.mouse.down();
    for (let step = 1; step <= STEPS; step += 1) await page.mouse.move(x - 4 * step, y);
    await page.mouse.up();
    await idle(page);
  });
  expect(forced).toBe(0);
  expect(all).toBeLessThanOrEqual(STEPS + 10);
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

  const [title = ''] = datedTitles();
  await cardOf(page, title).hover();
  await idle(page);
  const drawn = await drawnOn(page);
  expect(drawn.length, 'a highlight is drawn').toBeGreaterThan(0);
  expect(drawn.filter((canvas) => !canvas.includes('pointer')), 'only on the canvases of the pointer').toEqual([]);
});
