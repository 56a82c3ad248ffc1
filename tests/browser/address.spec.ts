import type { Page } from '@playwright/test';
import { toSearch } from '../../src/core/view/url.ts';
import { cardOf, expect, idle, openPage, panelOf, takePointerAway, test, titlesOf } from './page.ts';
import { differences } from './pictures.ts';
import { datedTitles, mapOf, timelineOn, titleOf, viewOf } from './where.ts';

test('a view set up by hand comes back from its address', { tag: '@app' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  await page.getByRole('button', { name: 'Inside Iran 2' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const { layout, box } = await timelineOn(page);
  const [x, y] = [box.x + layout.plot.x + layout.plot.width * 0.7, box.y + layout.plot.y + layout.plot.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -150);
  await cardOf(page, titleOf('talks-oman')).click();
  await page.getByRole('separator', { name: 'Height of the map' }).focus();
  await page.keyboard.press('ArrowUp');
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await page.getByRole('searchbox').fill('iran');
  await page.getByRole('searchbox').blur();
  await takePointerAway(page);
  const shown = (from: Page): Promise<Buffer> => from.getByRole('region', { name: 'Timeline', exact: true }).screenshot();
  const picture = await shown(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText('The link to this view is copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await other.goto(link);
  await other.waitForFunction(() => 'dateline' in window);
  await takePointerAway(other);
  expect(await viewOf(other)).toEqual(await viewOf(page));
  await expect(cardOf(other, titleOf('talks-oman'))).toHaveAttribute('aria-expanded', 'true');
  expect(differences(picture, await shown(other))).toEqual([]);
});

test('each part of a view stands in the address in words', async ({ page }) => {
  await openPage(page);
  await cardOf(page, titleOf('fast-boats')).click();
  await page.getByRole('button', { name: 'Planned 3' }).click();
  await idle(page);
  expect(new URL(page.url()).hash).toBe('#v=1&event=fast-boats&hide-status=planned');
});

test('the first view has an address without additions', async ({ page }) => {
  await openPage(page);
  await cardOf(page, titleOf('fast-boats')).click();
  await idle(page);
  await cardOf(page, titleOf('fast-boats')).click();
  await idle(page);
  expect(new URL(page.url()).hash).toBe('');
});

test('back and forward go from story to story', { tag: '@app' }, async ({ page }) => {
  await openPage(page);
  const first = page.getByRole('heading', { level: 1, name: 'Iran and the U.S.: a drone, a strait and talks' });
  await expect(first).toBeVisible();
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: /Nuclear/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Nuclear/i })).toBeVisible();
  await idle(page);
  const link = page.url();
  expect(link).toContain('story=');

  await page.goBack();
  await expect(first).toBeVisible();
  await idle(page);
  await expect(titlesOf(page)).toHaveText([...datedTitles()]);
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: /Nuclear/i })).toBeVisible();
  await idle(page);
  expect(page.url()).toBe(link);
});

test('an address written by hand is shown at once', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => {
    window.location.hash = 'v=1&event=talks-turkiye&hide=military';
  });
  await expect(cardOf(page, titleOf('talks-turkiye'))).toHaveAttribute('aria-expanded', 'true');
  await expect(titlesOf(page)).toHaveCount(6);
});

for (const garbled of [
  'v=1&window=yesterday..tomorrow&map=here&event=nobody&hide=nothing&hide-status=sad&theme=pink&stage=left&divider=seven',
  'window=2026-02-09..2026-02-01&map=500,95,-3&divider=1e9&spacing=',
  '%E0%A4%A&&==&v&event=%&q=%FF',
  'story=no-such-story&window=..',
  `event=${'x'.repeat(5000)}`,
]) {
  test(`a garbled address opens the story as it is: ${garbled.slice(0, 40)}…`, async ({ page }) => {
    await openPage(page, garbled);
    await expect(titlesOf(page)).toHaveText([...datedTitles()]);
    await expect(panelOf(page)).not.toContainText('hidden');
    await expect(mapOf(page)).toBeVisible();
    const { window, map, divider, stage, theme } = await viewOf(page);
    expect([window, map, divider, stage, theme]).toEqual([undefined, undefined, 0.62, 'both', 'auto']);
  });
}

test('a link to a view of somebody’s own file says which file to open', { tag: '@app' }, async ({ page }) => {
  await openPage(page, 'v=1&story=file:mine.geojson&event=a');
  await expect(page.getByRole('alert')).toContainText('This link shows a view of “mine.geojson”, a file that is not part of it.');
  await expect(titlesOf(page)).toHaveCount(11);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('alert')).toBeEmpty();
});

test('dragging the map leaves a chosen place and the time window as they are', async ({ page }) => {
  await openPage(page, 'v=1&window=2026-02-01..2026-02-09');
  const before = await viewOf(page);
  const box = await mapOf(page).boundingBox();
  if (box === null) throw new Error('the map is not on screen');
  await page.mouse.move(box.x + 120, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 220, box.y + 120, { steps: 5 });
  await page.mouse.up();
  const after = await viewOf(page);
  expect(after.map?.lng).toBeDefined();
  expect(toSearch({ view: { ...after, map: undefined }, story: undefined })).toBe(toSearch({ view: before, story: undefined }));
});
