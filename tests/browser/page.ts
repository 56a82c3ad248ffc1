import { fileURLToPath } from 'node:url';
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** What a page must never do, seen from the first byte on. */
export interface Watch {
  readonly otherOrigins: readonly string[];
  readonly consoleErrors: readonly string[];
  readonly policyViolations: readonly string[];
  /** Takes back what a test has provoked and looked at itself. */
  readonly forgive: (kind: 'requests' | 'console', lines: readonly string[]) => void;
}

declare global {
  interface Window {
    readonly dateline: { readonly idle: () => Promise<void>; readonly open: (source: ArrayBuffer | Blob, name?: string) => Promise<void> };
    readonly reportViolation: (violation: string) => Promise<void>;
  }
}

/** Whether an address lies at the origin of the page; where that is a file, whether it is that file and no other. */
const isOwn = (url: string, baseURL: string): boolean =>
  baseURL.startsWith('file:') ? url.replace(/#.*$/, '') === baseURL : new URL(url).origin === new URL(baseURL).origin;

/** Watches every page of a context, those opened during the test too. */
export async function watch(context: BrowserContext, baseURL: string): Promise<Watch> {
  const otherOrigins: string[] = [];
  const consoleErrors: string[] = [];
  const policyViolations: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!/^(?:data|blob|about):/.test(url) && !isOwn(url, baseURL)) otherOrigins.push(url);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') consoleErrors.push(message.text());
  });
  context.on('weberror', (failure) => consoleErrors.push(failure.error().message));
  await context.exposeFunction('reportViolation', (violation: string) => policyViolations.push(violation));
  await context.addInitScript(() => {
    // The browser's picker of files answers to a person alone; the field for files, which pages without it have, to a test too.
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    document.addEventListener('securitypolicyviolation', (violation) => {
      void window.reportViolation(`${violation.effectiveDirective}: ${violation.blockedURI} ${violation.sample}`.trim());
    });
  });
  const forgive: Watch['forgive'] = (kind, lines) => {
    const seen = kind === 'requests' ? otherOrigins : consoleErrors;
    for (const line of lines) seen.splice(seen.indexOf(line), 1);
  };
  return { otherOrigins, consoleErrors, policyViolations, forgive };
}

/** A browser that keeps no page: every test loads the page anew, and its requests are seen. */
const keepNoPage = (context: BrowserContext): Promise<unknown> => context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));

/**
 * A test on the built page, which the browser does not keep unless `isPageKept` is set. After each one: no request left for another origin, nothing was written to the console as an error or a
 * warning, and the content security policy was not broken.
 */
export const test = base.extend<{ readonly isPageKept: boolean; readonly watched: Watch }>({
  isPageKept: [false, { option: true }],
  watched: [
    async ({ context, baseURL, isPageKept }, use) => {
      if (!isPageKept) await keepNoPage(context);
      const seen = await watch(context, baseURL ?? '');
      await use(seen);
      // What a page has reported arrives before its answer to a question put afterwards.
      for (const page of context.pages()) await page.evaluate(() => undefined);
      expect(seen.otherOrigins, 'requests to another origin').toEqual([]);
      expect(seen.consoleErrors, 'errors and warnings in the console').toEqual([]);
      expect(seen.policyViolations, 'violations of the content security policy').toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until story, base map and fonts have arrived, every frame is painted and the view stands in the address. */
export const idle = (page: Page): Promise<void> => page.evaluate(() => window.dateline.idle());

/** Opens the page, with a view in its address if one is given (`event=…&window=…`), and waits until it is idle. */
export async function openPage(page: Page, view = ''): Promise<void> {
  const { baseURL = '' } = test.info().project.use;
  await page.goto(view === '' ? baseURL : `${baseURL}#${view}`);
  await page.waitForFunction(() => 'dateline' in window);
  await idle(page);
}

/** The path of a file in `tests/browser/fixtures`. */
export const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

/** A file that is not on the disk. */
export interface OwnFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Opens a file of one's own through the menu, as a person does, and waits until it stands on the page. */
export async function openFile(page: Page, file: string | OwnFile): Promise<void> {
  await page.getByRole('button', { name: 'Add' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Open a file/ }).click();
  await (await choosing).setFiles(file);
  await idle(page);
}

/** The panel with filters, list and trays. */
export const panelOf = (page: Page): Locator => page.getByRole('region', { name: 'Events', exact: true });

/** The button that opens and closes an event's card. */
export const cardOf = (page: Page, title: string): Locator =>
  panelOf(page).getByRole('heading', { level: 3 }).getByRole('button', { name: title, exact: true });

/** Titles of the cards in the list, from top to bottom. */
export const titlesOf = (page: Page): Locator => panelOf(page).getByRole('heading', { level: 3 });

/** Puts the pointer where nothing answers to it. */
export async function takePointerAway(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await idle(page);
}

export { expect };
