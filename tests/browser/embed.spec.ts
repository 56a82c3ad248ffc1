import { readFileSync } from 'node:fs';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { STORY, titleOf } from './where.ts';

const STORY_FILE = readFileSync(new URL('../../data/stories/iran-us-2026-02.geojson', import.meta.url), 'utf8');

/** A page of somebody else’s with a story in a frame that has no origin, and another frame that means no good. */
const ARTICLE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'">
<h1 id="top">An article</h1>
<iframe id="story" data-dateline data-src="article-story.geojson" src="embed.html" width="700" sandbox="allow-scripts allow-popups" title="A timeline"></iframe>
<iframe id="other" src="other.html" sandbox="allow-scripts" title="Something else"></iframe>
<script src="embed.js"></script></html>`;

/** Says to the page, and to the story beside it, what only the story and the page may say to each other. */
const OTHER = `<!doctype html><meta charset="utf-8"><title>Other</title><script>
addEventListener('message', ({ data }) => {
  if (data !== 'begin') return;
  for (let k = 0; k < 500; k += 1) {
    for (const message of [{ dateline: 1, kind: 'height', height: 2000 }, { dateline: 1, kind: 'view', view: 'v=1&event=protests' }, { dateline: 1, kind: 'ready', hasStory: false }, { dateline: 1, kind: 'font', name: 'inter-greek-wght-normal.woff2' }]) parent.postMessage(message, '*');
    for (const message of [{ dateline: 1, kind: 'hello', view: 'v=1&event=protests' }, { dateline: 1, kind: 'view', view: 'v=1&event=protests' }, { dateline: 1, kind: 'story', text: '{}' }, { dateline: 1, kind: 'hello', start: '2026-02-08', theme: 'dark' }, { dateline: 1, kind: 'font', name: 'inter-greek-wght-normal.woff2', bytes: new ArrayBuffer(9) }]) parent.frames[0].postMessage(message, '*');
  }
  parent.postMessage('ended', '*');
});
</script>`;

async function openArticle(page: Page, hash = '', { attributes = '', file = STORY_FILE } = {}): Promise<FrameLocator> {
  const serve = (name: string, contentType: string, body: string): Promise<unknown> => page.route(`**/${name}`, (route) => route.fulfill({ contentType, body }));
  await serve('article.html', 'text/html', ARTICLE.replace(' data-src', ` ${attributes} data-src`));
  await serve('other.html', 'text/html', OTHER);
  await serve('article-story.geojson', 'application/geo+json', file);
  await page.goto(`./article.html${hash}`);
  const story = page.frameLocator('#story');
  await expect(story.getByRole('heading', { level: 1, name: STORY.story.title })).toBeVisible();
  return story;
}

const heightOf = (page: Page): Promise<number> => page.locator('#story').evaluate((frame) => frame.clientHeight);

test('a story in a frame without an origin gets its text, its height and its view from the page around', async ({ page }) => {
  const story = await openArticle(page, '#top&dateline=v%3D1%26event%3Dtalks-oman');
  await expect(story.getByRole('button', { name: titleOf('talks-oman'), expanded: true })).toBeVisible();
  await expect.poll(() => heightOf(page)).toBe(720);
});

test('a link to a view survives in the address of the page around, both ways', async ({ page }) => {
  const story = await openArticle(page, '#top');
  await story.getByRole('button', { name: titleOf('fast-boats'), exact: true }).first().click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#top&dateline=v%3D1%26event%3Dfast-boats');
  await page.evaluate(() => {
    window.location.hash = 'top&dateline=v%3D1%26event%3Dtalks-oman';
  });
  await expect(story.getByRole('button', { name: titleOf('talks-oman'), expanded: true })).toBeVisible();
});

test('scripts of the page around hear of views and selections', async ({ page }) => {
  const story = await openArticle(page);
  const heard = page.evaluate(
    () =>
      new Promise((resolve) => {
        document.querySelector('#story')?.addEventListener('select', (event) => resolve((event as CustomEvent<{ readonly id: string }>).detail.id));
      }),
  );
  await story.getByRole('button', { name: titleOf('fast-boats'), exact: true }).first().click();
  expect(await heard).toBe('fast-boats');
});

test('the page around says how the story is shown, and a link to a view comes before it', async ({ page }) => {
  const attributes = 'data-start="2026-02-04" data-theme="dark" data-language="de"';
  const story = await openArticle(page, '#top', { attributes });
  await expect(story.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(story.getByRole('heading', { level: 3 }).getByRole('button', { name: titleOf('twelve-day-war') })).toHaveCount(0);
  await expect(story.getByText(/\d+\. Februar 2026/).first()).toBeVisible();
  // Longer than a view rests before it is written: what the page has asked for itself is no news to it.
  await page.waitForTimeout(600);
  expect(new URL(page.url()).hash).toBe('#top');

  await page.goto('about:blank');
  const linked = await openArticle(page, '#dateline=v%3D1%26event%3Dtwelve-day-war', { attributes });
  await expect(linked.getByRole('button', { name: titleOf('twelve-day-war'), expanded: true })).toBeVisible();
  await expect(linked.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a page that holds its story is shown as the page around it asks, which it did not wait for', async ({ page }) => {
  // As `fillPage` puts a story in, but that here nothing in it could end the block.
  const own = readFileSync(new URL('../../dist/web/embed.html', import.meta.url), 'utf8').replace(/(<script [^>]*id="dateline-story"[^>]*>)/, (tag) => tag + STORY_FILE);
  await page.route('**/own.html', (route) => route.fulfill({ contentType: 'text/html', body: own }));
  await page.route('**/late.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><meta charset="utf-8"><title>An article</title><iframe id="story" data-dateline data-start="fast-boats" data-theme="dark" data-language="de" src="own.html" width="800" sandbox="allow-scripts" title="A timeline"></iframe>`,
    }),
  );
  await page.goto('./late.html');
  const story = page.frameLocator('#story');
  await expect(story.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(story.getByRole('heading', { level: 3 })).toHaveCount(11);
  await page.addScriptTag({ url: 'embed.js' });
  await expect(story.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(story.getByRole('button', { name: titleOf('fast-boats'), expanded: true })).toBeVisible();
  await expect(story.getByText(/Februar 2026/).first()).toBeVisible();
  await expect.poll(() => heightOf(page)).toBe(620);
});

test('a story begins as it would otherwise where the page around asks for a start that it does not have', async ({ page, watched }) => {
  const story = await openArticle(page, '', { attributes: 'data-start="yesterday"' });
  await expect(story.getByRole('heading', { level: 3 })).toHaveCount(11);
  const warnings = watched.consoleErrors.filter((line) => line.includes('“yesterday” is neither the id of an event'));
  expect(warnings).toHaveLength(1);
  watched.forgive('console', warnings);
});

test('a frame without a network of its own gets the fonts that its story needs', async ({ page }) => {
  const title = 'مذاکرات در مسقط';
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(...(/element\/fonts\/(.+)$/.exec(request.url())?.slice(1) ?? [])));
  const story = await openArticle(page, '', { file: STORY_FILE.replace(titleOf('talks-oman'), title) });
  await expect(story.getByRole('button', { name: title, exact: true }).first()).toBeVisible();
  await expect.poll(() => story.locator('html').evaluate(() => Array.from(document.fonts, ({ family, status }) => `${family} ${status}`))).toContain('Vazirmatn loaded');
  expect(fetched).toEqual(['vazirmatn-arabic-wght-normal.woff2']);
});

test('what others say does nothing: neither to the page nor to the story', async ({ page }) => {
  const story = await openArticle(page, '#top');
  await expect.poll(() => heightOf(page)).toBe(720);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.addEventListener('message', ({ data }) => data === 'ended' && resolve());
        document.querySelector<HTMLIFrameElement>('#other')?.contentWindow?.postMessage('begin', '*');
      }),
  );
  // Longer than a view rests before it is written.
  await page.waitForTimeout(600);
  expect(await heightOf(page)).toBe(720);
  expect(new URL(page.url()).hash).toBe('#top');
  expect(fetched).toEqual([]);
  await expect(story.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(story.getByRole('heading', { level: 3 })).toHaveCount(11);
  await expect(story.getByRole('heading', { level: 3 }).getByRole('button', { expanded: true })).toHaveCount(0);
});
