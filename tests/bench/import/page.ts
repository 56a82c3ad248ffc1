import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openBrowser } from '../machine/browser.ts';
import { serve } from '../machine/serve.ts';
import { median } from '../machine/statistics.ts';
import { longest, traced, type Traced } from '../machine/trace.ts';
import { writeTables } from './generated-csv.ts';

/** What a person who opens a table waits for, and how long the page does not answer meanwhile. Medians of the runs, in milliseconds. */
export interface MeasuredPage {
  readonly rows: number;
  /** From the choice of the file until its first events are on the screen, on the clock. */
  readonly firstEvents: number;
  /** From the word to open it until the whole of it is a story on the screen, on the clock. */
  readonly story: number;
  /** CPU of the longest task of the page's own thread in both. */
  readonly longestTask: number;
  /** How long tasks of that thread went on beyond the 50 ms after which a person feels it (https://web.dev/articles/tbt), summed up. */
  readonly blocked: number;
}

/** A task of up to so many milliseconds blocks nobody. */
const FELT = 50;

/** Opens tables of generated events in the built page, chosen from the disk as by hand. `root` is the folder of the project. */
export async function measurePage(root: string, sizes: readonly number[], runs: number): Promise<readonly MeasuredPage[]> {
  const served = await serve({ app: join(root, 'dist/web') }, () => undefined);
  try {
    const measured: MeasuredPage[] = [];
    for (const rows of sizes) {
      const { csv } = await writeTables(root, rows);
      const taken: MeasuredPage[] = [];
      for (let run = 0; run < runs; run += 1) taken.push({ rows, ...(await openOnce(served.origin, csv, rows)) });
      const of = (what: keyof MeasuredPage): number => median(taken.map((one) => one[what]));
      measured.push({ rows, firstEvents: of('firstEvents'), story: of('story'), longestTask: of('longestTask'), blocked: of('blocked') });
    }
    return measured;
  } finally {
    await served.close();
  }
}

async function openOnce(origin: string, path: string, rows: number): Promise<Omit<MeasuredPage, 'rows'>> {
  const { page, cdp, close } = await openBrowser('about:blank');
  try {
    // The browser's own window for files cannot be driven; without it the page asks as others do.
    await page.addInitScript(() => Object.assign(window, { showOpenFilePicker: undefined }));
    await page.goto(`${origin}/app/index.html`);
    await page.waitForFunction(() => 'dateline' in window);
    await page.evaluate(() => window.dateline.idle());
    await page.getByRole('button', { name: 'Add' }).click();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Open a file/ }).click();
    const chooser = await choosing;
    const review = page.getByRole('dialog', { name: /^Before/ });
    let [firstEvents, story] = [0, 0];
    const looked = await traced(cdp, async () => {
      const seen = firstSeen(page, 'dialog[open] .import-events li');
      await chooser.setFiles(path);
      firstEvents = await seen;
    });
    const opened = await traced(cdp, async () => {
      const began = performance.now();
      await page.evaluate(() => performance.mark('begin'));
      await review.getByRole('button', { name: 'Open as a new story' }).click();
      await review.waitFor({ state: 'detached', timeout: 0 });
      await page.evaluate(() => window.dateline.idle());
      story = performance.now() - began;
    });
    const shown = await page.getByText(new RegExp(`\\b${rows.toLocaleString('en-GB')}\\b`)).count();
    if (shown === 0) throw new Error(`the page shows nowhere that there are ${rows} events`);
    const both: readonly Traced[] = [looked, opened];
    return { firstEvents, story, longestTask: Math.max(...both.map(longest)), blocked: both.reduce((sum, one) => sum + blockedIn(one), 0) };
  } finally {
    await close();
  }
}

const blockedIn = ({ tasks }: Traced): number => tasks.reduce((sum, { cpu }) => sum + Math.max(0, cpu - FELT), 0);

/** Resolves with the milliseconds from now until something is on the screen. */
const firstSeen = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const began = performance.mark('begin').startTime;
        const watcher = new MutationObserver(() => {
          if (document.querySelector(wanted) === null) return;
          watcher.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
        });
        watcher.observe(document.body, { childList: true, subtree: true });
      }),
    selector,
  );
