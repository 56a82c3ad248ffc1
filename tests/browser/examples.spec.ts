import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { STORY, titleOf } from './where.ts';

const ROOT = new URL('../../', import.meta.url);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  geojson: 'application/geo+json',
  svg: 'image/svg+xml',
};

/** Serves the whole folder of the project at the page's origin, as its README says that examples are to be looked at. */
const serveProject = (page: Page): Promise<unknown> =>
  page.route(/\/(?:examples|dist|data)\//, (route) => {
    const path = new URL(route.request().url()).pathname.replace(/\/$/, '/index.html');
    const contentType = MEDIA_TYPES[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? 'application/octet-stream';
    return route.fulfill({ contentType, body: readFileSync(fileURLToPath(new URL(`.${path}`, ROOT))) });
  });

test('the plain example shows a story and tells what is selected', async ({ page }) => {
  await serveProject(page);
  await page.goto('./examples/plain/');
  await expect(page.getByRole('heading', { level: 2, name: STORY.story.title })).toBeVisible();
  await page.locator('date-line').getByRole('button', { name: titleOf('fast-boats'), exact: true }).first().click();
  await expect(page.locator('#selected')).toHaveText('fast-boats');
});

test('the article has a story in its frame', async ({ page }) => {
  await serveProject(page);
  await page.goto('./examples/article/');
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1, name: STORY.story.title })).toBeVisible();
});

test('the program in TypeScript draws a figure of a story', async ({ page }) => {
  await serveProject(page);
  await page.goto('./dist/examples/vite-typescript/');
  await expect(page.locator('#about')).toHaveText(/^12 events, the first .*: Twelve-day war between Israel and Iran\.$/);
  await expect.poll(() => page.locator('#figure').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
});
