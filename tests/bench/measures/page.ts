import { openApp, type App } from '../machine/app.ts';
import type { Book } from '../machine/book.ts';
import { dragSteps, handOn, mapGestures } from '../machine/gestures.ts';
import { between, inAll, longest, traced } from '../machine/trace.ts';
import { PAGE } from '../peers.ts';
import type { Effort } from './peers.ts';

/** All ten years, with margins that keep every event in view while the window is moved by hand. */
const ALL_IN_VIEW = 'window=2015-07-01..2026-07-01';
const HALF = 'window=2017-01-01..2022-01-01';
const WITHOUT_MAP = 'stage=timeline';
const STEPS = 40;
/** A story that takes next to nothing. */
const SMALL = 1000;

type Note = (what: string, run: readonly number[]) => void;

/** What a person does to the page at each size; each gesture with a real mouse. */
export async function measurePage(origin: string, { sizes, runs }: Effort, only: (what: string) => boolean, book: Book): Promise<void> {
  for (const size of sizes) {
    const figures = new Map<string, number[][]>();
    const note: Note = (what, run) => {
      figures.set(what, [...(figures.get(what) ?? []), [...run]]);
    };
    for (let run = 0; run < runs; run += 1) await measureOnce(origin, size, only, note);
    if (only('memory')) await measureMemory(origin, size, note);
    for (const [what, taken] of figures) book.add(what, PAGE, size, taken, unitOf(what));
  }
}

const unitOf = (what: string): string => (what.startsWith('heap') || what.startsWith('buffers') ? 'MB' : what === 'elements' ? 'elements' : 'ms');

async function measureOnce(
  origin: string,
  size: number,
  only: (what: string) => boolean,
  note: Note,
): Promise<void> {
  const app = await openApp(origin);
  try {
    const loaded = await app.open(size);
    note('load', [inAll(loaded)]);
    note('longest task', [longest(loaded)]);
    note('all threads', [inAll(loaded) + loaded.workers]);
    const timeline = await app.boxOf('group', 'Timeline');
    const y = timeline.y + timeline.height - 30;
    const middle = timeline.x + timeline.width / 2;
    if (only('pan')) {
      await app.show(ALL_IN_VIEW);
      note('pan', await dragSteps(app.cdp, thereAndBack(middle, y, 4)));
    }
    if (only('zoom')) {
      await app.show(ALL_IN_VIEW);
      note('zoom', await wheelSteps(app, middle, timeline.y + timeline.height / 2));
    }
    if (only('brush')) {
      await app.show(HALF);
      const overview = await app.boxOf('group', 'Overview of the whole time line');
      // A hundredth of the ten years at each step.
      note('brush', await dragSteps(app.cdp, thereAndBack(overview.x + overview.width * 0.36, overview.y + overview.height / 2, overview.width / 100)));
    }
    if (only('filter')) note('filter', await filterSteps(app));
    if (only('toggle')) note('toggle', await toggleSteps(app));
    if (only('hover')) {
      await app.show(ALL_IN_VIEW);
      note('hover', await hoverSteps(app, timeline.x + 140, y));
    }
    if (only('map')) {
      await app.show('stage=map&map=20,25,2');
      for (const [what, run] of Object.entries(await mapGestures(app.page, app.cdp, '[role="application"]'))) note(what, run);
    }
    if (only('pan')) {
      await app.show(`${ALL_IN_VIEW}&${WITHOUT_MAP}`);
      const alone = await app.boxOf('group', 'Timeline');
      note('pan without map', await dragSteps(app.cdp, thereAndBack(alone.x + alone.width / 2, alone.y + alone.height - 30, 4)));
    }
  } finally {
    await app.close();
  }
}

const thereAndBack = (x: number, y: number, step: number): readonly (readonly [number, number])[] =>
  Array.from({ length: STEPS + 1 }, (_, k) => [x + step * Math.min(k, STEPS - k), y] as const);

/** Notches of the wheel from all ten years down to days, and out again. */
async function wheelSteps({ cdp }: App, x: number, y: number): Promise<readonly number[]> {
  const hand = handOn(cdp);
  await hand.moveTo(x, y);
  const done = await traced(cdp, async () => {
    await cdp.send('Runtime.evaluate', { expression: 'driver.frame("step")', awaitPromise: true });
    for (let k = 0; k < STEPS; k += 1) await hand.wheel(x, y, k < STEPS / 2 ? -100 : 100);
  });
  return between(done, 'step');
}

/** Four clauses at once, other ones each time, that about half of all events pass: time, category, status, and a box on the map. */
async function filterSteps(app: App): Promise<readonly number[]> {
  const steps: number[] = [];
  for (let k = 0; k < 6; k += 1) {
    const category = ['weather', 'transport', 'health', 'elections', 'protests', 'fires'][k] ?? '';
    const members = `window=${2016 + (k % 3)}-06-01..${2023 + (k % 3)}-06-01&area=-100,-85,180,85&hide=${category}&hide-status=denied`;
    const done = await traced(app.cdp, async () => {
      await app.page.evaluate(() => window.driver.frame('begin'));
      await app.show(members);
    });
    steps.push(inAll(done));
  }
  await app.show('');
  return steps;
}

/** The chip of a category pressed, off and on. */
async function toggleSteps(app: App): Promise<readonly number[]> {
  await app.show('');
  const chip = app.page.getByRole('list', { name: 'Categories' }).getByRole('button').first();
  const box = await chip.boundingBox();
  if (box === null) throw new Error('no category to press');
  const hand = handOn(app.cdp);
  const steps: number[] = [];
  for (let k = 0; k < 6; k += 1) {
    const done = await traced(app.cdp, async () => {
      await app.page.evaluate(() => window.driver.frame('begin'));
      await hand.press(box.x + box.width / 2, box.y + box.height / 2);
      await hand.release();
      await app.idle();
    });
    steps.push(inAll(done));
  }
  return steps;
}

/** The mouse over the marks of the timeline, no button pressed. */
async function hoverSteps({ cdp }: App, x: number, y: number): Promise<readonly number[]> {
  const hand = handOn(cdp);
  await hand.moveTo(x, y);
  const done = await traced(cdp, async () => {
    await cdp.send('Runtime.evaluate', { expression: 'driver.frame("step")', awaitPromise: true });
    for (let k = 1; k <= STEPS; k += 1) await hand.moveTo(x + 11 * k, y - (k % 7) * 5);
  });
  return between(done, 'step');
}

/** Opens a small story, then a large one, then the small one again: what the large one takes, and what is left of it. */
async function measureMemory(origin: string, size: number, note: Note): Promise<void> {
  const app = await openApp(origin);
  try {
    await app.open(SMALL);
    const before = await memoryOf(app);
    await app.open(size);
    const full = await memoryOf(app);
    note('heap growth', [full.heap - before.heap]);
    note('buffers', [full.buffers - before.buffers]);
    note('elements', [await app.page.evaluate(() => document.querySelectorAll('*').length)]);
    await app.open(SMALL);
    const after = await memoryOf(app);
    note('heap kept', [after.heap - before.heap]);
    note('buffers kept', [after.buffers - before.buffers]);
  } finally {
    await app.close();
  }
}

interface Memory {
  /** Megabytes of objects, and of buffers outside of the heap. */
  readonly heap: number;
  readonly buffers: number;
}

async function memoryOf({ cdp }: App): Promise<Memory> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const usage = (await cdp.send('Runtime.getHeapUsage')) as { readonly usedSize: number; readonly backingStorageSize?: number };
  return { heap: usage.usedSize / 1e6, buffers: (usage.backingStorageSize ?? 0) / 1e6 };
}
