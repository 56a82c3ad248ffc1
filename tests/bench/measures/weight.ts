import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../machine/browser.ts';
import type { Book } from '../machine/book.ts';
import { PAGE } from '../peers.ts';

/**
 * The script that the page has asked for by the time its first story is painted, each file compressed by itself: what is fetched afterwards
 * does not count. The page says when that is, and is not believed where cards, timeline or signs of the map are not there yet.
 */
export async function measureWeight(origin: string, folder: string, book: Book): Promise<void> {
  const { page, close } = await openBrowser('about:blank');
  await page.addInitScript(() => {
    const mark = performance.mark.bind(performance);
    const isPainted = (selector: string): boolean => {
      const canvas = document.querySelector(selector);
      if (!(canvas instanceof HTMLCanvasElement) || canvas.offsetWidth === 0) return false;
      // Whatever the canvas is painted by, its picture can be drawn on another one.
      const copy = new OffscreenCanvas(canvas.offsetWidth, canvas.offsetHeight).getContext('2d');
      copy?.drawImage(canvas, 0, 0, canvas.offsetWidth, canvas.offsetHeight);
      return copy?.getImageData(0, 0, canvas.offsetWidth, canvas.offsetHeight).data.some((value) => value > 0) ?? false;
    };
    performance.mark = (name, options) => {
      const missing = [
        ...(document.querySelector('.card') === null ? ['list'] : []),
        ...(isPainted('[aria-label="Timeline"] canvas') ? [] : ['timeline']),
        ...(isPainted('.map canvas:nth-of-type(2)') ? [] : ['map']),
      ];
      return mark(missing.length === 0 ? name : `${name} without ${missing.join(', ')}`, options);
    };
  });
  await page.goto(`${origin}/app/index.html`);
  await page.waitForFunction(() => performance.getEntriesByType('mark').length > 0);
  const { moment, files } = await page.evaluate(() => {
    const [first] = performance.getEntriesByType('mark');
    const names = performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => startTime < (first?.startTime ?? 0) && new URL(name).pathname.endsWith('.js'))
      .map(({ name }) => new URL(name).pathname.replace('/app/', ''));
    return { moment: first?.name, files: names };
  });
  await close();
  if (moment !== 'first picture') throw new Error(`the page gave out “${moment}”`);
  const weights = [...new Set(files)].map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000);
  book.add('script', PAGE, 0, [[weights.reduce((sum, weight) => sum + weight, 0)]], 'kB');
}
