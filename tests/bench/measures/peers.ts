import { openBrowser, within } from '../machine/browser.ts';
import type { Book } from '../machine/book.ts';
import { mapGestures } from '../machine/gestures.ts';
import { between, inAll, traced } from '../machine/trace.ts';
import type { Peer } from '../peers.ts';

/** A peer that is not loaded after so long does not load. */
const LOAD_LIMIT = 60_000;
/** Steps of one run, fewer where they are slow: no run begins another step after so long. */
const STEPS = 12;
const RUN_LIMIT = 15_000;

/** How much is measured. */
export interface Effort {
  readonly sizes: readonly number[];
  readonly runs: number;
}

/** Loads a peer at each size, and has it do its steps. */
export async function measurePeer(peer: Peer, origin: string, { sizes, runs }: Effort, book: Book): Promise<void> {
  for (const size of sizes) {
    if (!peer.sizes.includes(size)) continue;
    if (!(await measureAt(peer, origin, size, runs, book))) return;
  }
}

async function measureAt(peer: Peer, origin: string, size: number, runs: number, book: Book): Promise<boolean> {
  const loads: number[][] = [];
  const steps = new Map<string, number[][]>();
  // A page of a million is loaded once: it takes a quarter of a minute, and does not vary.
  for (let run = 0; run < (size >= 1_000_000 ? 1 : runs); run += 1) {
    const { page, cdp, close } = await openBrowser(`${origin}/peer/${peer.id}?${peer.query ?? ''}`);
    try {
      await page.waitForFunction(() => 'subject' in window && 'driver' in window);
      await page.evaluate((count) => window.driver.prepare(count), size);
      const loaded = await within(
        LOAD_LIMIT,
        traced(cdp, async () => {
          await page.evaluate(() => window.driver.frame('begin'));
          await page.evaluate(() => window.driver.load());
        }),
      );
      if (loaded === undefined) {
        book.none('load', peer.id, size, 'does not load');
        return false;
      }
      loads.push([inAll(loaded)]);
      for (const step of peer.steps) {
        // From everything to a window is no move of the window.
        if (step === 'brush') await page.evaluate(() => window.driver.step('brush', 0));
        const done = await traced(cdp, async () => {
          await page.evaluate(() => window.driver.frame('step'));
          const begun = performance.now();
          for (let k = 1; k <= STEPS && (k === 1 || performance.now() - begun < RUN_LIMIT); k += 1) {
            await page.evaluate(([name, number]) => window.driver.step(name, number), [step, k] as const);
          }
        });
        steps.set(step, [...(steps.get(step) ?? []), [...between(done, 'step')]]);
      }
      if (peer.isMap === true) {
        for (const [gesture, figures] of Object.entries(await mapGestures(page, cdp, '#view'))) {
          steps.set(gesture, [...(steps.get(gesture) ?? []), [...figures]]);
        }
      }
    } finally {
      await close().catch((error: unknown) => console.error(String(error)));
    }
  }
  book.add('load', peer.id, size, loads);
  for (const [step, figures] of steps) book.add(step, peer.id, size, figures);
  return true;
}
