import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../../browser/browser-path.ts';

/** A page in a browser of its own, so that nothing of what was measured before is left in it. */
export interface Bare {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly close: () => Promise<void>;
}

export const PAGE_SIZE = { width: 1440, height: 900 } as const;

/** Opens an address in a new browser. */
export async function openBrowser(address: string): Promise<Bare> {
  const { path } = await findBrowser();
  const browser: Browser = await chromium.launch({
    args: [...BROWSER_FLAGS, '--js-flags=--max-old-space-size=8192'],
    ...(path === undefined ? {} : { executablePath: path }),
  });
  const page = await browser.newPage({ viewport: PAGE_SIZE, locale: 'en-GB', timezoneId: 'UTC' });
  page.setDefaultTimeout(60_000);
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(address);
  const cdp = await page.context().newCDPSession(page);
  return {
    page,
    cdp,
    close: async () => {
      await browser.close();
      if (failures.length > 0) throw new Error(`${address} failed: ${failures.join('; ')}`);
    },
  };
}

/** Name and version of the browser that is measured in. */
export async function browserVersion(): Promise<string> {
  const { page, close } = await openBrowser('about:blank');
  const version = page.context().browser()?.version() ?? 'unknown';
  await close();
  return `Chromium ${version}`;
}

/** Resolves with what a promise gives, or with `undefined` when it takes longer. */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
