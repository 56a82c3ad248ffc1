import { expect, test as base, type Page } from '@playwright/test';

/** What a page must never do, seen from the first byte on. */
export interface Watch {
  readonly otherOrigins: readonly string[];
  readonly consoleErrors: readonly string[];
  readonly policyViolations: () => Promise<readonly string[]>;
}

declare global {
  interface Window {
    readonly dateline: { readonly idle: () => Promise<void> };
    policyViolations: string[];
  }
}

async function watch(page: Page, baseURL: string): Promise<Watch> {
  const otherOrigins: string[] = [];
  const consoleErrors: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(?:data|blob|about):/.test(url) && new URL(url).origin !== new URL(baseURL).origin) otherOrigins.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(error.message));
  await page.addInitScript(() => {
    window.policyViolations = [];
    document.addEventListener('securitypolicyviolation', (violation) => {
      window.policyViolations.push(`${violation.violatedDirective}: ${violation.blockedURI} ${violation.sample}`);
    });
  });
  return { otherOrigins, consoleErrors, policyViolations: () => page.evaluate(() => window.policyViolations) };
}

/**
 * A test on the built page. After each one: no request left for another origin, nothing was written to the console as an error or a
 * warning, and the content security policy was not broken.
 */
export const test = base.extend<{ readonly watched: Watch }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const seen = await watch(page, baseURL ?? '');
      await use(seen);
      expect(seen.otherOrigins, 'requests to another origin').toEqual([]);
      expect(seen.consoleErrors, 'errors and warnings in the console').toEqual([]);
      expect(await seen.policyViolations(), 'violations of the content security policy').toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until story, base map and fonts have arrived and every frame is painted. */
export const idle = (page: Page): Promise<void> => page.evaluate(() => window.dateline.idle());

/** Opens the page, with a view in its address if one is given (`event=…&window=…`), and waits until it is idle. */
export async function openPage(page: Page, view = ''): Promise<void> {
  await page.goto(view === '' ? './' : `./#${view}`);
  await page.waitForFunction(() => 'dateline' in window);
  await idle(page);
}

export { expect };
