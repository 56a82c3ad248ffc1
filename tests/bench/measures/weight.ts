import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../machine/browser.ts';
import type { Book } from '../machine/book.ts';
import { PAGE } from '../peers.ts';

/**
 * The script that the page has asked for by the time its first story is painted, each file compressed by itself: what is fetched in
 * idle time afterwards does not count. The story stands when its timeline has a picture.
 */
export async function measureWeight(origin: string, folder: string, book: Book): Promise<void> {
  const { page, close } = await openBrowser('about:blank');
  await page.addInitScript(() => {
    const look = (): void => {
      const canvas = document.querySelector('[role="group"][aria-label="Timeline"] canvas');
      const isPainted = canvas instanceof HTMLCanvasElement && canvas.width > 0 && (canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0) ?? false);
      if (isPainted) performance.mark('story painted');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${origin}/app/index.html`);
  await page.waitForFunction(() => performance.getEntriesByName('story painted').length > 0);
  const files = await page.evaluate(() => {
    const until = performance.getEntriesByName('story painted')[0]?.startTime ?? 0;
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => startTime < until && new URL(name).pathname.endsWith('.js'))
      .map(({ name }) => new URL(name).pathname.replace('/app/', ''));
  });
  await close();
  const weights = [...new Set(files)].map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000);
  book.add('script', PAGE, 0, [[weights.reduce((sum, weight) => sum + weight, 0)]], 'kB');
}
