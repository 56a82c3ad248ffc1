import { readFile } from 'node:fs/promises';
import { eventAt } from '../../src/core/model/rows.ts';
import { expect, idle, openPage, panelOf, takePointerAway, test, titlesOf } from './page.ts';
import { largeStory, mapOf, overviewOf, timelineOf, timelineOn, viewOf } from './where.ts';

const LARGE = 'v=1&story=nuclear-tests';
const COUNT = 2051;
const written = COUNT.toLocaleString('en');

test('a story of thousands opens with all of its events', async ({ page }) => {
  await openPage(page, LARGE);
  expect(largeStory().size).toBe(COUNT);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(largeStory().story.title);
  await expect(timelineOf(page)).toContainText(`Timeline of ${written} events,`);
  await expect(panelOf(page)).not.toContainText('to mend in this file');
});

test('its list holds on the page what is seen of it, wherever it is scrolled to, and goes to the end at once', async ({ page }) => {
  await openPage(page, LARGE);
  const cards = panelOf(page).getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  expect(await cards.count()).toBeLessThan(40);
  await expect(cards.first()).toHaveAttribute('aria-posinset', '1');
  await expect(cards.first()).toHaveAttribute('aria-setsize', String(COUNT));
  await titlesOf(page).last().scrollIntoViewIfNeeded();
  await expect(cards.first()).not.toHaveAttribute('aria-posinset', '1');
  await idle(page);
  expect(await cards.count()).toBeLessThan(40);
  await page.keyboard.press('End');
  const last = eventAt(largeStory(), largeStory().dated - 1).title;
  await expect(page.getByRole('button', { name: last, expanded: true })).toBeInViewport();
  await expect(cards.last()).toHaveAttribute('aria-posinset', String(COUNT));
  await page.keyboard.press('Home');
  await expect(cards.first()).toHaveAttribute('aria-posinset', '1');
});

test('a card that has the focus keeps it while the list is scrolled away and back', async ({ page }) => {
  await openPage(page, LARGE);
  const fifth = titlesOf(page).nth(4).getByRole('button');
  const title = await fifth.innerText();
  await fifth.focus();
  const list = page.locator('.panel-list');
  await list.evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
  await expect(panelOf(page).locator('[aria-posinset="1"]')).toHaveCount(0);
  await idle(page);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
  await page.keyboard.press('Tab');
  await expect(panelOf(page).locator('[aria-posinset="6"]').getByRole('button')).toBeFocused();
  await expect(panelOf(page).locator('[aria-posinset="6"]')).toBeInViewport();
});

test('zooming comes from counts to single events, which answer a press', async ({ page }) => {
  await openPage(page, LARGE);
  const { layout } = await timelineOn(page, largeStory());
  expect(layout.lanes.some(({ isDense }) => isDense)).toBe(true);
  await openPage(page, `${LARGE}&window=1962-06-01..1962-06-20`);
  const near = await timelineOn(page, largeStory());
  const i = Array.from({ length: COUNT }, (_, row) => row).find((row) => near.layout.placeOf(row)?.label !== undefined) ?? -1;
  const place = near.layout.placeOf(i);
  if (place === undefined) throw new Error('no event has a label');
  await page.mouse.click(near.box.x + place.box.x + place.box.width / 2, near.box.y + place.box.y + place.box.height / 2);
  expect((await viewOf(page)).selected).toBe(eventAt(largeStory(), i).id);
});

test('a filter acts on thousands of events in all views', async ({ page }) => {
  await openPage(page, LARGE);
  const first = page.getByRole('list', { name: 'Categories' }).getByRole('button').first();
  const count = Number((await first.innerText()).replaceAll(/\D/g, ''));
  await first.click();
  await idle(page);
  await expect(panelOf(page)).toContainText(`${count.toLocaleString('en')} hidden by category`);
  await expect(timelineOf(page)).toContainText(`Timeline of ${(COUNT - count).toLocaleString('en')} events,`);
});

test('its map is dragged and zoomed, and its timeline panned, without a word in the console', async ({ page }) => {
  await openPage(page, LARGE);
  for (const element of [mapOf(page), timelineOf(page), overviewOf(page)]) {
    const box = await element.boundingBox();
    if (box === null) throw new Error('not on screen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -300);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 20, { steps: 6 });
    await page.mouse.up();
    await idle(page);
  }
  await takePointerAway(page);
  const { window, map } = await viewOf(page);
  expect(window).toBeDefined();
  expect(map).toBeDefined();
});

test('its picture is saved as SVG', async ({ page }) => {
  await openPage(page, LARGE);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('dialog').getByRole('group', { name: 'Format' }).getByRole('radio', { name: 'SVG' }).check();
  await idle(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save SVG' }).click();
  const svg = await readFile(await (await downloading).path(), 'utf8');
  expect(svg).toContain('<svg');
  expect(svg.trimEnd().endsWith('</svg>')).toBe(true);
});
