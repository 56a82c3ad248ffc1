import { openBrowser } from '../machine/browser.ts';
import type { Book } from '../machine/book.ts';
import { between, traced } from '../machine/trace.ts';
import { PARTS } from '../peers.ts';
import type { Effort } from './peers.ts';

/** Operations that are repeated within a step, see `pages/parts.ts`. */
const REPEATED = ['labels', 'time move', 'category toggle', 'full scan', 'hit test'] as const;
const REPEATS = 20;
const STEPS = { pan: 20, zoom: 40, repeated: 6 } as const;

interface PartsWindow {
  readonly parts: {
    readonly hold: (count: number) => void;
    readonly bytes: () => { readonly columns: number; readonly indexes: number; readonly texts: number };
    readonly holdObjects: (count: number) => void;
  };
}

/** Measures the timeline alone, the filter alone, and what a dataset takes in memory. */
export async function measureParts(origin: string, { sizes, runs }: Effort, only: (what: string) => boolean, book: Book): Promise<void> {
  for (const size of sizes) {
    if (only('pan') || only('zoom') || only('parts')) await measureSteps(origin, size, runs, book);
    if (only('memory')) await measureMemory(origin, size, book);
  }
}

async function measureSteps(origin: string, size: number, runs: number, book: Book): Promise<void> {
  const { page, cdp, close } = await openBrowser(`${origin}/parts`);
  await page.waitForFunction(() => 'parts' in window && 'driver' in window);
  await page.evaluate((count) => (window as unknown as PartsWindow).parts.hold(count), size);
  await page.evaluate(() => window.driver.load());
  const names = ['pan', 'zoom', ...REPEATED] as const;
  const figures = new Map<string, number[][]>(names.map((name) => [name, []]));
  // The first run warms the code up, as some seconds of use would, and does not count.
  for (let run = 0; run <= runs; run += 1) {
    for (const name of names) {
      const isRepeated = (REPEATED as readonly string[]).includes(name);
      const steps = name === 'pan' || name === 'zoom' ? STEPS[name] : STEPS.repeated;
      const done = await traced(cdp, async () => {
        await page.evaluate(() => window.driver.frame('step'));
        for (let k = 1; k <= steps; k += 1) await page.evaluate(([step, number]) => window.driver.step(step, number), [name, k] as const);
      });
      if (run > 0) figures.get(name)?.push(between(done, 'step').map((cpu) => (isRepeated ? cpu / REPEATS : cpu)));
    }
  }
  await close();
  for (const [name, taken] of figures) book.add(name, PARTS, size, taken);
}

async function measureMemory(origin: string, size: number, book: Book): Promise<void> {
  const { page, cdp, close } = await openBrowser(`${origin}/parts`);
  const heap = async (): Promise<number> => {
    await cdp.send('HeapProfiler.collectGarbage');
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize;
  };
  await page.waitForFunction(() => 'parts' in window);
  const before = await heap();
  await page.evaluate((count) => (window as unknown as PartsWindow).parts.holdObjects(count), size);
  const objects = (await heap()) - before;
  await page.evaluate((count) => (window as unknown as PartsWindow).parts.hold(count), size);
  const { columns, indexes, texts } = await page.evaluate(() => (window as unknown as PartsWindow).parts.bytes());
  await close();
  book.add('column bytes', PARTS, size, [[columns / size]], 'bytes a row');
  book.add('index bytes', PARTS, size, [[indexes / size]], 'bytes a row');
  book.add('all bytes', PARTS, size, [[(columns + indexes + texts) / size]], 'bytes a row');
  book.add('object bytes', PARTS, size, [[objects / size]], 'bytes a row');
}
