import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, idle, openPage, test, titlesOf } from './page.ts';
import { mapOf, timelineOf } from './where.ts';

const BUILT = join(import.meta.dirname, '../../dist/web');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };

/** A server of the built page, which can be made to serve another version of it, or to lack a file. */
interface PageServer {
  readonly url: string;
  readonly server: Server;
  /** What is served instead of a file; nothing at all for `undefined`. */
  readonly instead: Map<string, string | undefined>;
}

async function servePage(): Promise<PageServer> {
  const instead = new Map<string, string | undefined>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname === '/' ? '/index.html' : pathname;
    const path = join(BUILT, file);
    const bytes = instead.has(file) ? instead.get(file) : existsSync(path) ? readFileSync(path) : undefined;
    response.writeHead(bytes === undefined ? 404 : 200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', vary: 'Origin', 'cache-control': 'no-cache' });
    response.end(bytes);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server, instead };
}

/** Makes the server have a newer version: another worker, and a page that says so. */
function release({ instead }: PageServer, version: string): void {
  const worker = readFileSync(join(BUILT, 'service-worker.js'), 'utf8');
  const index = readFileSync(join(BUILT, 'index.html'), 'utf8');
  instead.set('/service-worker.js', worker.replace(/(?<=version":|version:)["'`]\w+["'`]/, JSON.stringify(version)));
  instead.set('/index.html', index.replace('<html lang="en">', `<html lang="en" data-version="${version}">`));
  expect(instead.get('/service-worker.js')).toContain(version);
}

/** Waits until the page is kept whole. */
const kept = (page: Page): Promise<void> =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null && navigator.serviceWorker.controller.state === 'activated').then(() => undefined);

/** The names of the files that are kept. */
const keptNames = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname.replace(/^.*\//, ''));
  });

const versionOf = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-version');
const news = (page: Page) => page.getByRole('status').filter({ hasText: 'A new version of Dateline is ready.' });

async function visit(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'dateline' in window);
  await idle(page);
  return page;
}

test.use({ isPageKept: true });

test('after the first visit the whole page works without a network', async ({ page, context }) => {
  await openPage(page);
  await kept(page);
  await context.setOffline(true);
  await page.reload();
  await page.waitForFunction(() => 'dateline' in window);
  await idle(page);
  await expect(titlesOf(page).first()).toBeVisible();
  await expect(mapOf(page)).toBeVisible();
  await expect(timelineOf(page)).toBeVisible();

  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: /^Nuclear explosions/ }).click();
  await idle(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nuclear explosions');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export', exact: true })).toBeVisible();
  await idle(page);
});

test('a story is saved as a page without a network too, with the script for the page around it', async ({ page, context }) => {
  await openPage(page);
  await kept(page);
  await expect.poll(() => keptNames(page)).toEqual(expect.arrayContaining([expect.stringMatching(/^page-template-.*\.html$/), 'embed.js']));
  await context.setOffline(true);
  await page.reload();
  await page.waitForFunction(() => 'dateline' in window);
  await idle(page);

  await page.getByRole('button', { name: 'More ways to share' }).click();
  await page.getByRole('button', { name: 'Embed code…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByText(/^The file will have \d+(?:\.\d)? MB\.$/)).toBeVisible();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save page' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('id="dateline-story"');
  const script = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save embed.js' }).click();
  expect((await script).suggestedFilename()).toBe('embed.js');
});

test('a link to a view opens without a network too', async ({ page, context }) => {
  await openPage(page);
  await kept(page);
  await context.setOffline(true);
  const other = await visit(context, `${page.url().split('#')[0]}#v=1&event=talks-oman`);
  await expect(titlesOf(other).first()).toBeVisible();
  expect(new URL(other.url()).hash).toContain('event=talks-oman');
});

/** A test on pages of a server whose files it can change. */
const withServer = test.extend<{ readonly served: PageServer }>({
  // The runner asks for a pattern here, be it an empty one.
  // oxlint-disable-next-line eslint/no-empty-pattern
  served: async ({}, use) => {
    const served = await servePage();
    await use(served);
    served.server.closeAllConnections();
    served.server.close();
  },
  baseURL: ({ served }, use) => use(served.url),
});

withServer.describe('a newer version', () => {
  withServer('is told of, and comes when a person asks for it, in that tab alone', async ({ context, served }) => {
    const page = await visit(context, served.url);
    await kept(page);
    await expect(news(page)).toHaveCount(0);
    const neighbour = await visit(context, served.url);
    release(served, 'next');
    await page.reload();
    await expect(news(page)).toBeVisible();
    expect(await versionOf(page)).toBeNull();
    await expect(news(neighbour)).toBeVisible();

    await neighbour.evaluate(() => Object.assign(window, { isUntouched: true }));
    await news(page).getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => versionOf(page)).toBe('next');
    await expect(titlesOf(page).first()).toBeVisible();
    await expect(news(page)).toHaveCount(0);
    expect(await neighbour.evaluate(() => 'isUntouched' in window)).toBe(true);

    await news(neighbour).getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => versionOf(neighbour)).toBe('next');
  });

  withServer('can be put off', async ({ context, served }) => {
    const page = await visit(context, served.url);
    await kept(page);
    release(served, 'next');
    await page.reload();
    await news(page).getByRole('button', { name: 'Stay with this version for now' }).click();
    await expect(news(page)).toHaveCount(0);
    expect(await versionOf(page)).toBeNull();
  });

  withServer('that is not whole is not taken', async ({ context, served, watched }) => {
    const page = await visit(context, served.url);
    await kept(page);
    release(served, 'broken');
    const worker = served.instead.get('/service-worker.js') ?? '';
    served.instead.set('/service-worker.js', worker.replace('"./"', '"./","assets/missing.js"').replace('`./`', '`./`,`assets/missing.js`'));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const failing = new Promise<void>((resolve) => {
        registration.addEventListener('updatefound', () =>
          registration.installing?.addEventListener('statechange', (event) => {
            if ((event.target as ServiceWorker).state === 'redundant') resolve();
          }),
        );
      });
      await registration.update();
      await failing;
    });
    await page.reload();
    await idle(page);
    expect(await versionOf(page)).toBeNull();
    await expect(news(page)).toHaveCount(0);
    await expect(titlesOf(page).first()).toBeVisible();
    watched.forgive('console', watched.consoleErrors.filter((line) => /404|missing\.js/.test(line)));
  });
});
