import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { STORY, titleOf } from './where.ts';

const STORY_FILE = readFileSync(new URL('../../data/stories/iran-us-2026-02.geojson', import.meta.url), 'utf8');

/** A page of somebody else’s, with a strict policy and styles that mean to reach everything. */
const ARTICLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src blob: data:; worker-src 'self'; require-trusted-types-for 'script'; trusted-types dateline-worker">
<link rel="stylesheet" href="article.css">
<script type="module" src="element/date-line.js"></script></head>
<body><h1>An article</h1>
<date-line id="one" src="article-story.geojson" start="talks-oman" link></date-line>
<date-line id="two" src="article-story.geojson" theme="dark" height="480"></date-line>
</body></html>`;

const STYLES = 'body { max-width: 700px; margin: 0 auto; } * { color: red !important; } button { display: none !important; }';

const serve = (page: Page, name: string, contentType: string, body: string): Promise<unknown> =>
  page.route(`**/${name}`, (route) => route.fulfill({ contentType, body }));

async function openArticle(page: Page, hash = ''): Promise<readonly [one: Locator, two: Locator]> {
  await serve(page, 'article.html', 'text/html', ARTICLE);
  await serve(page, 'article.css', 'text/css', STYLES);
  await serve(page, 'article-story.geojson', 'application/geo+json', STORY_FILE);
  await page.goto(`./article.html${hash}`);
  const [one, two] = [page.locator('#one'), page.locator('#two')];
  for (const element of [one, two]) await expect(element.getByRole('heading', { level: 2, name: STORY.story.title })).toBeVisible();
  return [one, two];
}

test('two stories stand in an article under its policy, each as it is asked for', async ({ page }) => {
  const [one, two] = await openArticle(page);
  await expect(one.getByRole('button', { name: titleOf('talks-oman'), expanded: true })).toBeVisible();
  await expect(two.getByRole('button', { expanded: true })).toHaveCount(0);
  await expect(one).toHaveCSS('height', '720px');
  await expect(two).toHaveCSS('height', '480px');
  await expect(two.getByRole('button', { name: 'Light colours' })).toBeAttached();
  await expect(one.getByRole('list', { name: 'Places on the map' }).getByRole('button')).toHaveCount(5);
});

test('a story is fetched once, however many attributes say how it is shown', async ({ page }) => {
  let times = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('article-story.geojson')) times += 1;
  });
  const [one] = await openArticle(page);
  expect(times).toBe(2);
  await one.evaluate((element) => {
    for (const [name, value] of [['theme', 'dark'], ['language', 'de'], ['start', '2026-02-04']] as const) element.setAttribute(name, value);
  });
  await expect(one.getByText(/\d+\. Februar 2026/).first()).toBeVisible();
  expect(times).toBe(3);
});

test('keys belong to the story that has the focus', async ({ page }) => {
  const [one, two] = await openArticle(page);
  const openIn = (element: Locator): Locator => element.getByRole('heading', { level: 3 }).getByRole('button', { expanded: true });
  await page.keyboard.press('Escape');
  await expect(openIn(one)).toHaveCount(1);
  await two.getByRole('button', { name: 'Military 5' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(openIn(two)).toHaveText(titleOf('twelve-day-war'));
  await expect(openIn(one)).toHaveText(titleOf('talks-oman'));
  await two.getByRole('searchbox').focus();
  await page.keyboard.type('tp');
  await expect(two.getByRole('searchbox')).toHaveValue('tp');
  await expect(two.getByRole('button', { name: 'Light colours' })).toBeAttached();
});

test('the view goes out by event and property, and comes in by property and by the address of the page', async ({ page }) => {
  const [one, two] = await openArticle(page, '#top&dateline=v%3D1%26event%3Dfast-boats');
  await expect(one.getByRole('button', { name: titleOf('fast-boats'), expanded: true })).toBeVisible();
  const heard = two.evaluate((element) => new Promise((resolve) => element.addEventListener('viewchange', (event) => resolve((event as CustomEvent<{ readonly view: string }>).detail.view))));
  await two.evaluate((element: HTMLElement & { view: string }) => {
    element.view = 'v=1&event=talks-turkiye';
  });
  await expect(two.getByRole('button', { name: titleOf('talks-turkiye'), expanded: true })).toBeVisible();
  await two.getByRole('button', { name: 'Planned 3' }).click();
  expect(await heard).toContain('event=talks-turkiye');
  await expect.poll(() => two.evaluate((element: HTMLElement & { view: string }) => element.view)).toContain('hide-status=planned');
  await one.getByRole('button', { name: titleOf('talks-oman'), exact: true }).first().click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#top&dateline=v%3D1.*%26event%3Dtalks-oman$/);
});

test('a view that is set before the story stands is the one that it begins with', async ({ page }) => {
  const [, two] = await openArticle(page);
  await two.evaluate((element: HTMLElement & { view: string }) => {
    element.setAttribute('theme', 'light');
    element.view = 'v=1&event=talks-turkiye';
  });
  await expect(two.getByRole('button', { name: 'Dark colours' })).toBeAttached();
  await expect(two.getByRole('button', { name: titleOf('talks-turkiye'), expanded: true })).toBeVisible();
});

test('an event that is selected is brought into view in its story, and the page around stays where it is', async ({ page }) => {
  const [one, two] = await openArticle(page);
  for (const element of [one, two]) {
    await element.evaluate((story: HTMLElement & { view: string }) => {
      story.view = 'v=1&event=agencies-name-oman';
    });
    const card = element.getByRole('heading', { level: 3 }).getByRole('button', { name: titleOf('agencies-name-oman'), exact: true });
    await expect(card).toHaveAttribute('aria-expanded', 'true');
    await expect
      .poll(async () => {
        const [shown, frame] = [await card.boundingBox(), await element.boundingBox()];
        return shown !== null && frame !== null && shown.y >= frame.y && shown.y + shown.height <= frame.y + frame.height;
      })
      .toBe(true);
  }
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('a story in a box without room waits until there is some', async ({ page }) => {
  const [one] = await openArticle(page);
  const isMapPainted = (): Promise<boolean> => one.locator('.map canvas').first().evaluate((canvas: HTMLCanvasElement) => canvas.width > 0 && canvas.clientWidth > 0);
  await expect.poll(isMapPainted).toBe(true);
  for (const [property, value] of [['inline-size', '0'], ['block-size', '0'], ['display', 'none']] as const) {
    await one.evaluate((element, [name, none]) => element.style.setProperty(name, none), [property, value] as const);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  await one.evaluate((element) => element.attributeStyleMap.clear());
  await expect.poll(isMapPainted).toBe(true);
});

test('a story that is taken out leaves nothing behind, and another takes its place', async ({ page }) => {
  const [one] = await openArticle(page);
  await page.evaluate(() => document.querySelector('#two')?.remove());
  await one.evaluate((element) => element.setAttribute('theme', 'dark'));
  await expect(one.getByRole('button', { name: 'Light colours' })).toBeAttached();
  await one.evaluate((element) => element.removeAttribute('src'));
  await expect(one.getByRole('heading')).toHaveCount(0);
});

test('a story begins at a date, and where it is asked to begin nowhere, as it would otherwise', async ({ page, watched }) => {
  const [one, two] = await openArticle(page);
  await two.evaluate((element) => element.setAttribute('start', '2026-02-04'));
  await expect.poll(() => two.evaluate((element: HTMLElement & { view: string }) => element.view)).toMatch(/^v=1&window=2026-02-04\.\.2026-02-/);
  await expect(two.getByRole('heading', { level: 3 }).getByRole('button', { name: titleOf('twelve-day-war') })).toHaveCount(0);
  await one.evaluate((element) => element.setAttribute('start', 'the day before'));
  await expect(one.getByRole('heading', { level: 3 })).toHaveCount(11);
  await expect(one.getByRole('button', { expanded: true })).toHaveCount(0);
  const warnings = watched.consoleErrors.filter((line) => line.includes('“the day before” is neither the id of an event in this story nor a date'));
  expect(warnings).toHaveLength(1);
  watched.forgive('console', warnings);
});

/** Letters as programs write them into JSON that has to be ASCII. */
const escapedLetters = (json: string): string => json.replaceAll(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

test('a story with Arabic letters brings the font for them, and no other story does', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(...(/element\/fonts\/(.+)$/.exec(request.url())?.slice(1) ?? [])));
  const [one, two] = await openArticle(page);
  const families = (): Promise<readonly string[]> => page.evaluate(() => Array.from(document.fonts, ({ family, status }) => `${family} ${status}`));
  expect([fetched, (await families()).filter((face) => face.startsWith('Vazirmatn'))]).toEqual([[], []]);

  const title = 'مذاکرات در مسقط';
  await serve(page, 'arabic.geojson', 'application/geo+json', escapedLetters(STORY_FILE.replace(titleOf('talks-oman'), title)));
  for (const element of [one, two]) await element.evaluate((story) => story.setAttribute('src', 'arabic.geojson'));
  await expect(two.getByRole('button', { name: title, exact: true }).first()).toBeVisible();
  await expect(one.getByRole('button', { name: title, expanded: true })).toBeVisible();
  expect(fetched).toEqual(['vazirmatn-arabic-wght-normal.woff2']);
  expect(await families()).toContain('Vazirmatn loaded');
});

test('a story that cannot be had is told of in a sentence', async ({ page, watched }) => {
  await openArticle(page);
  await page.route('**/gone.geojson', (route) => route.fulfill({ status: 404, body: '' }));
  const [one] = [page.locator('#one')];
  await one.evaluate((element) => element.setAttribute('src', 'gone.geojson'));
  await expect(one.getByText('The story could not be fetched.')).toBeVisible();
  watched.forgive('console', watched.consoleErrors.filter((line) => line.includes('404')));
});
