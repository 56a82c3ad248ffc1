import type { Box } from '../../../src/core/base/geometry.ts';
import { openBrowser, type Bare } from './browser.ts';
import { watchFrames } from './gestures.ts';
import { traced, type Traced } from './trace.ts';

/** The built page with generated events in it. */
export interface App extends Bare {
  /** Opens so many generated events, which lie in the page's memory before anything is measured. */
  readonly open: (size: number) => Promise<Traced>;
  /** Waits until everything is painted. */
  readonly idle: () => Promise<void>;
  /** Shows a view: the members of a link, as `window=2019-01-01..2021-01-01`. */
  readonly show: (members: string) => Promise<void>;
  /** Where an element lies that a person finds by its role and name. */
  readonly boxOf: (role: 'group' | 'application', name: RegExp | string) => Promise<Box>;
}

/** Opens the built page in a browser of its own. */
export async function openApp(origin: string): Promise<App> {
  const bare = await openBrowser('about:blank');
  const { page, cdp } = bare;
  await watchFrames(page);
  await page.goto(`${origin}/app/index.html`);
  await page.waitForFunction(() => 'dateline' in window);
  const idle = (): Promise<void> => page.evaluate(() => window.dateline.idle());
  await idle();
  return {
    ...bare,
    idle,
    open: async (size) => {
      await page.evaluate(async (path) => {
        Object.assign(window, { held: await (await fetch(path)).arrayBuffer() });
      }, `/data/${size}.geojson`);
      return traced(cdp, async () => {
        await page.evaluate(() => window.driver.frame('begin'));
        await page.evaluate(async () => {
          const holder = window as unknown as { held: ArrayBuffer | undefined };
          const bytes = holder.held;
          holder.held = undefined;
          if (bytes !== undefined) await window.dateline.open(bytes, 'generated.geojson');
          await window.dateline.idle();
        });
      });
    },
    show: async (members) => {
      await page.evaluate((text) => {
        const story = /(?:^#|&)(story=[^&]*)/.exec(location.hash)?.[1];
        location.hash = ['v=1', ...(story === undefined ? [] : [story]), ...(text === '' ? [] : [text])].join('&');
      }, members);
      await idle();
    },
    boxOf: async (role, name) => {
      const box = await page.getByRole(role, { name, exact: true }).boundingBox();
      if (box === null) throw new Error(`${name.toString()} is not on screen`);
      return box;
    },
  };
}
