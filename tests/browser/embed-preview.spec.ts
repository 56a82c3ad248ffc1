import type { FrameLocator, Locator, Page } from '@playwright/test';
import { openGenerated } from './generated.ts';
import { expect, idle, openPage, test } from './page.ts';
import { STORY, titleOf } from './where.ts';

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Export', exact: true });
const previewOf = (page: Page): Locator => dialogOf(page).getByRole('region', { name: 'In an article' });
const storyIn = (page: Page): FrameLocator => previewOf(page).frameLocator('iframe');
const codeOf = (page: Page): Locator => dialogOf(page).getByLabel('Code', { exact: true });

async function openEmbedding(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More ways to share' }).click();
  await page.getByRole('button', { name: 'Embed code…' }).click();
  await expect(previewOf(page)).toBeVisible();
}

/** Everything that the story in the preview is one of: it would be lost if the frame were loaded anew. */
const mark = (page: Page): Promise<void> => storyIn(page).locator('html').evaluate((root) => root.setAttribute('data-marked', ''));
const isMarked = (page: Page): Promise<boolean> => storyIn(page).locator('html').evaluate((root) => root.hasAttribute('data-marked'));

test('the story in the preview is the one on the page, with what was typed a moment ago', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('n');
  const form = page.getByRole('form', { name: /event$/ });
  await form.getByLabel('Title', { exact: true }).first().fill('یک دیدار در اصفهان');
  await form.getByLabel('Date', { exact: true }).first().fill('5 Feb 2026');
  await page.keyboard.press('Control+Enter');
  await idle(page);
  await openEmbedding(page);
  await expect(storyIn(page).getByRole('heading', { level: 1, name: STORY.story.title })).toBeVisible();
  await expect(storyIn(page).getByRole('heading', { level: 3, name: 'یک دیدار در اصفهان' })).toBeAttached();
  await expect(storyIn(page).getByRole('list', { name: 'Places on the map' }).getByRole('button')).toHaveCount(5);
  const fonts = (): Promise<readonly string[]> => storyIn(page).locator('html').evaluate(() => Array.from(document.fonts, ({ family, status }) => `${family} ${status}`));
  await expect.poll(fonts).toContain('Vazirmatn loaded');
});

test('what is chosen shows in the same preview and in the code', async ({ page }) => {
  await openPage(page, 'v=1&event=talks-oman&theme=dark');
  await openEmbedding(page);
  const dialog = dialogOf(page);
  const root = storyIn(page).locator('html');
  const opened = storyIn(page).getByRole('heading', { level: 3 }).getByRole('button', { expanded: true });
  await expect(root).toHaveAttribute('data-theme', 'light');
  await mark(page);

  await dialog.getByRole('radio', { name: 'What is shown now' }).check();
  await expect(opened).toHaveText(titleOf('talks-oman'));
  await expect(codeOf(page)).toHaveValue(/data-view="v=1&amp;event=talks-oman"/);
  await dialog.getByRole('radio', { name: 'The whole story' }).check();
  await expect(opened).toHaveCount(0);

  await dialog.getByRole('radio', { name: 'Dark', exact: true }).check();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(codeOf(page)).toHaveValue(/data-theme="dark"/);

  await dialog.getByLabel('Begins at').fill('fast-boats');
  await expect(dialog.getByText(`“${titleOf('fast-boats')}” is selected at first.`)).toBeVisible();
  await expect(opened).toHaveText(titleOf('fast-boats'));
  await dialog.getByLabel('Begins at').fill('2026-02-04');
  await expect(dialog.getByText('The timeline begins at this date: 4 February 2026.')).toBeVisible();
  await expect(opened).toHaveCount(0);
  await expect(storyIn(page).getByRole('heading', { level: 3, name: titleOf('twelve-day-war') })).toHaveCount(0);
  await expect(codeOf(page)).toHaveValue(/data-start="2026-02-04"/);
  // Enter is no order to save the page.
  await dialog.getByLabel('Begins at').press('Enter');
  await expect(dialog.getByText(/^Saved as/)).toHaveCount(0);
  await dialog.getByLabel('Begins at').fill('the fourth');
  await expect(dialog.getByText('This is neither the id of an event in this story nor a date such as 2026-02-04.')).toBeVisible();
  await expect(storyIn(page).getByRole('heading', { level: 3, name: titleOf('twelve-day-war') })).toHaveCount(1);
  await expect(codeOf(page)).not.toHaveValue(/data-start/);

  expect(await isMarked(page)).toBe(true);
});

test('forms of dates and a height of one’s own show in the same preview and in the code', async ({ page }) => {
  await openPage(page);
  await openEmbedding(page);
  const dialog = dialogOf(page);
  await expect(storyIn(page).getByRole('heading', { level: 1 })).toBeVisible();
  await mark(page);
  await dialog.getByLabel('Dates and numbers').selectOption({ label: 'German' });
  await expect(storyIn(page).getByText(/Februar 2026/).first()).toBeVisible();
  await expect(codeOf(page)).toHaveValue(/data-language="de"/);

  await dialog.getByLabel('Height in pixels').fill('600');
  await expect(previewOf(page).locator('iframe')).toHaveCSS('height', '600px');
  await expect(codeOf(page)).toHaveValue(/data-height="600".*block-size: 600px/s);
  expect(await isMarked(page)).toBe(true);
});

test('the frame has the width of an article on a phone or on a desktop, and the height that suits it', async ({ page }) => {
  await openPage(page);
  await openEmbedding(page);
  const frame = previewOf(page).locator('iframe');
  await expect(frame).toHaveCSS('width', '860px');
  await expect(frame).toHaveCSS('height', '620px');
  await previewOf(page).getByRole('radio', { name: 'On a phone' }).check();
  await expect(frame).toHaveCSS('width', '358px');
  await expect(frame).toHaveCSS('height', '720px');
  await expect(storyIn(page).getByRole('heading', { level: 1 })).toBeVisible();
  const [article, room] = await Promise.all([previewOf(page).locator('.embed-article').boundingBox(), previewOf(page).locator('.embed-room').boundingBox()]);
  expect(article !== null && room !== null && article.x >= room.x && article.x + article.width <= room.x + room.width).toBe(true);
});

test('the focus goes into the preview and out of it again', async ({ page }) => {
  await openPage(page);
  await openEmbedding(page);
  await expect(storyIn(page).getByRole('heading', { level: 1 })).toBeVisible();
  const isIn = (): Promise<boolean> => page.evaluate(() => document.activeElement instanceof HTMLIFrameElement);
  await previewOf(page).getByRole('radio', { name: 'On a desktop' }).focus();
  await page.keyboard.press('Tab');
  expect(await isIn()).toBe(true);
  let steps = 0;
  for (; steps < 80 && (await isIn()); steps += 1) await page.keyboard.press('Tab');
  expect(steps).toBeLessThan(80);
  await page.keyboard.press('Shift+Tab');
  expect(await isIn()).toBe(true);
  await dialogOf(page).getByRole('button', { name: 'Copy embed code' }).focus();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
});

test('only the frame itself is heard, and only what belongs to its language', async ({ page }) => {
  await openPage(page);
  await openEmbedding(page);
  const frame = previewOf(page).locator('iframe');
  await expect(frame).toHaveCSS('height', '620px');
  await page.evaluate(() => {
    for (const message of [{ dateline: 1, kind: 'height', height: 2000 }, { dateline: 1, kind: 'ready', hasStory: false }]) window.postMessage(message, '*');
  });
  await storyIn(page).locator('html').evaluate(() => {
    for (const message of [{ dateline: 1, kind: 'height', height: '2000' }, { dateline: 2, kind: 'height', height: 2000 }, { kind: 'height', height: 2000 }]) window.parent.postMessage(message, '*');
  });
  await page.waitForTimeout(300);
  await expect(frame).toHaveCSS('height', '620px');
  expect(new URL(page.url()).hash).toBe('');
});

test('a large story is shown in the preview when that is asked for', async ({ page }) => {
  test.slow();
  await openPage(page);
  await openGenerated(page, 21_000);
  await openEmbedding(page);
  await expect(previewOf(page).getByText(/^This story has 21,000 events\./)).toBeVisible();
  await expect(previewOf(page).locator('iframe')).toHaveCount(0);
  await previewOf(page).getByRole('button', { name: 'Build the preview' }).click();
  await expect(storyIn(page).getByRole('button', { name: /^Play/ })).toContainText('21,000 events', { timeout: 30_000 });
});

test.describe('of a page that is kept', () => {
  test.use({ isPageKept: true });

  test('the preview lives without a network', async ({ page, context }) => {
    await openPage(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    const isTemplateKept = async (): Promise<boolean> =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return requests.flat().some(({ url }) => url.includes('page-template'));
      });
    await expect.poll(isTemplateKept).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await page.waitForFunction(() => 'dateline' in window);
    await idle(page);
    await openEmbedding(page);
    await expect(storyIn(page).getByRole('heading', { level: 1, name: STORY.story.title })).toBeVisible();
  });
});
