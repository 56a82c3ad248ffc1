import type { CDPSession, Page } from '@playwright/test';
import { between, inAll, traced } from './trace.ts';

/** Shortest time between two steps of a gesture: a finger on a screen of 60 frames a second. */
const PACE = 1000 / 60;

/** Installs the wait for a painted frame in a page that is not the bench's own. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const frame = (mark: string): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            port1.close();
            performance.mark(mark);
            resolve();
          });
          port1.start();
          port2.postMessage(undefined);
        });
      });
    Object.assign(window, { driver: { frame } });
  });
}

/** A mouse that is driven as by hand: each move waits for its frame. */
export interface Hand {
  readonly press: (x: number, y: number) => Promise<void>;
  readonly moveTo: (x: number, y: number) => Promise<void>;
  readonly wheel: (x: number, y: number, deltaY: number) => Promise<void>;
  readonly release: () => Promise<void>;
}

/** A hand on a page; each of its steps ends in a mark `step`. */
export function handOn(cdp: CDPSession): Hand {
  let [atX, atY, isDown] = [0, 0, false];
  const step = async (event: object): Promise<void> => {
    const begun = performance.now();
    await Promise.all([
      cdp.send('Input.dispatchMouseEvent', { x: atX, y: atY, button: isDown ? 'left' : 'none', buttons: isDown ? 1 : 0, ...event } as never),
      cdp.send('Runtime.evaluate', { expression: 'driver.frame("step")', awaitPromise: true }),
    ]);
    const left = PACE - (performance.now() - begun);
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  };
  return {
    press: async (x, y) => {
      [atX, atY] = [x, y];
      await step({ type: 'mouseMoved' });
      isDown = true;
      await step({ type: 'mousePressed', clickCount: 1 });
    },
    moveTo: async (x, y) => {
      [atX, atY] = [x, y];
      await step({ type: 'mouseMoved' });
    },
    wheel: async (x, y, deltaY) => {
      [atX, atY] = [x, y];
      await step({ type: 'mouseWheel', deltaX: 0, deltaY });
    },
    release: async () => {
      isDown = false;
      await step({ type: 'mouseReleased', button: 'left', clickCount: 1 });
    },
  };
}

const SETTLED = 400;

/**
 * Drags a map there and back, and wheels it closer and out again. Each figure is a whole gesture with what follows until the map is at rest,
 * divided by its steps.
 */
export async function mapGestures(page: Page, cdp: CDPSession, selector: string): Promise<{ readonly 'map pan': readonly number[]; readonly 'map zoom': readonly number[] }> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not on screen`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const hand = handOn(cdp);
  const rest = async (): Promise<void> => {
    await page.waitForTimeout(SETTLED);
    await page.evaluate(() => window.driver.frame('rest'));
  };
  const gesture = async (steps: number, act: () => Promise<void>): Promise<number> => {
    const done = await traced(cdp, async () => {
      await page.evaluate(() => window.driver.frame('begin'));
      await act();
      await rest();
    });
    return inAll(done) / steps;
  };
  const drag = (towards: number): Promise<number> =>
    gesture(20, async () => {
      await hand.press(x, y);
      for (let k = 1; k <= 20; k += 1) await hand.moveTo(x + towards * 8 * k, y + 2 * k);
      await hand.release();
    });
  const wheel = (notch: number): Promise<number> =>
    gesture(2, async () => {
      for (let k = 0; k < 2; k += 1) {
        await hand.wheel(x, y, notch);
        await page.waitForTimeout(SETTLED);
      }
    });
  return { 'map pan': [await drag(1), await drag(-1)], 'map zoom': [await wheel(-120), await wheel(120)] };
}

/** CPU of each step of a drag over a path of points. */
export async function dragSteps(cdp: CDPSession, path: readonly (readonly [number, number])[]): Promise<readonly number[]> {
  const hand = handOn(cdp);
  const [first = [0, 0], ...rest] = path;
  await hand.press(...first);
  const done = await traced(cdp, async () => {
    await cdp.send('Runtime.evaluate', { expression: 'driver.frame("step")', awaitPromise: true });
    for (const [x, y] of rest) await hand.moveTo(x, y);
  });
  await hand.release();
  return between(done, 'step');
}
