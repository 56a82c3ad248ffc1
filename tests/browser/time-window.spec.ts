import type { Page } from '@playwright/test';
import { cardOf, expect, idle, openPage, panelOf, test, titlesOf } from './page.ts';
import { mapOn, overviewOn, timelineOn, timelineSpotOf, titleOf, viewOf } from './where.ts';

const DAY = 86_400_000;
/** Pixels that Page Up and Page Down move a handle. */
const PAGE_STEP = 40;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

/** Pixel of the page at which the timeline shows a day. */
async function xOfDay(page: Page, text: string): Promise<number> {
  const { layout, box } = await timelineOn(page);
  return box.x + layout.scale.xOf(day(text));
}

/** The instant that the timeline shows at a pixel of the page. */
async function instantAt(page: Page, x: number): Promise<number> {
  const { layout, box } = await timelineOn(page);
  return layout.scale.instantAt(x - box.x);
}

/** Milliseconds of time in a pixel of the timeline around a pixel of the page. */
async function pixelAt(page: Page, x: number): Promise<number> {
  return (await instantAt(page, x + 0.5)) - (await instantAt(page, x - 0.5));
}

async function middleOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const { layout, box } = await timelineOn(page);
  return { x: box.x + layout.plot.x + layout.plot.width / 2, y: box.y + layout.plot.y + layout.plot.height - 6 };
}

async function dragged(page: Page, from: { readonly x: number; readonly y: number }, dx: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y, { steps: 3 });
  await page.mouse.move(from.x + dx, from.y, { steps: 3 });
  await page.mouse.up();
  await idle(page);
}

test.describe('a stretch of time chosen', () => {
  test('with a Shift-drag on the timeline filters list and map, says what it hides, and is undone by “Show”', async ({ page }) => {
    await openPage(page);
    const [from, to] = [await xOfDay(page, '2026-02-04'), await xOfDay(page, '2026-02-05')];
    const { y } = await middleOf(page);
    await page.keyboard.down('Shift');
    await dragged(page, { x: from + 2, y }, to - from - 4);
    await page.keyboard.up('Shift');

    await expect(titlesOf(page)).toHaveText(['agencies-name-oman', 'hrana-count', 'chiefs-visit-base', 'visit-footage'].map((id) => titleOf(id)));
    const places = page.getByRole('list', { name: 'Places on the map' }).getByRole('button');
    await expect(places).toHaveText(['Iran, 2 events', 'Tehran, 1 event', 'Oman, 1 event']);
    const notice = panelOf(page).getByRole('listitem').filter({ hasText: '7 hidden by the time window' });
    await notice.getByRole('button', { name: 'Show' }).click();
    await expect(titlesOf(page)).toHaveCount(11);
    expect((await viewOf(page)).window).toBeUndefined();
  });

  test('is given up with Esc before the button is let go', async ({ page }) => {
    await openPage(page);
    const { x, y } = await middleOf(page);
    await page.keyboard.down('Shift');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 80, y, { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.keyboard.up('Shift');
    expect((await viewOf(page)).window).toBeUndefined();
    await expect(titlesOf(page)).toHaveCount(11);
  });

  test('by dragging a handle of the overview filters the list', async ({ page }) => {
    await openPage(page);
    const { layout, box } = await overviewOn(page);
    const target = layout.scale.xOf(day('2026-02-04') + DAY / 2);
    await dragged(page, { x: box.x + layout.brush.x0, y: box.y + box.height / 2 }, target - layout.brush.x0);
    await expect(titlesOf(page).first()).toHaveText(titleOf('agencies-name-oman'));
    const { window } = await viewOf(page);
    expect(Math.abs((window?.start ?? 0) - (day('2026-02-04') + DAY / 2))).toBeLessThan(DAY / 4);
  });

  test('by the keys of a handle filters the list, and the handle says the window in words', async ({ page }) => {
    await openPage(page);
    const start = page.getByRole('slider', { name: 'Start of the time window' });
    const end = page.getByRole('slider', { name: 'End of the time window' });
    const whole = '1 Jun 2025 – 9 Feb 2026';
    await expect(start).toHaveAttribute('aria-valuetext', whole);
    await start.focus();
    await page.keyboard.press('End');
    await idle(page);
    await expect(start).not.toHaveAttribute('aria-valuetext', whole);
    await expect(panelOf(page)).toContainText('11 hidden by the time window');
    await page.keyboard.press('Home');
    await idle(page);
    await expect(start).toHaveAttribute('aria-valuetext', whole);
    await expect(titlesOf(page)).toHaveCount(11);

    const { layout } = await overviewOn(page);
    const presses = Math.ceil((layout.brush.x1 - layout.scale.xOf(day('2026-02-06'))) / PAGE_STEP);
    await end.focus();
    for (let press = 0; press < presses; press += 1) await page.keyboard.press('PageDown');
    await idle(page);
    await expect(cardOf(page, titleOf('talks-oman'))).toHaveCount(0);
    await expect(cardOf(page, titleOf('twelve-day-war'))).toBeVisible();
  });

  test('moves as a whole when its middle is dragged along the overview', async ({ page }) => {
    await openPage(page, 'v=1&window=2026-02-03..2026-02-05');
    const { layout, box } = await overviewOn(page);
    const before = await viewOf(page);
    await dragged(page, { x: box.x + (layout.brush.x0 + layout.brush.x1) / 2, y: box.y + box.height / 2 }, 60);
    const after = await viewOf(page);
    expect(after.window?.start).toBeGreaterThan(before.window?.start ?? Infinity);
    expect(after.window?.end).toBeGreaterThan(before.window?.end ?? Infinity);
    const moved = await overviewOn(page);
    expect(moved.layout.brush.x1 - moved.layout.brush.x0).toBeCloseTo(layout.brush.x1 - layout.brush.x0, 0);
  });

  test('is kept on the map’s own view: the map does not move by itself', async ({ page }) => {
    await openPage(page, 'v=1&map=51,32,4.5');
    const before = (await mapOn(page)).layout.projection;
    await page.getByRole('slider', { name: 'Start of the time window' }).focus();
    await page.keyboard.press('PageUp');
    expect((await mapOn(page)).layout.projection).toEqual(before);
  });
});

test.describe('the timeline', () => {
  test('zooms by the wheel around the instant under the pointer', async ({ page }) => {
    await openPage(page);
    const { x, y } = await timelineSpotOf(page, 'talks-oman');
    const [under, pixel] = [await instantAt(page, x), await pixelAt(page, x)];
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -400);
    await idle(page);
    const closer = await pixelAt(page, x);
    expect(closer).toBeLessThan(pixel / 2);
    expect(Math.abs((await instantAt(page, x)) - under)).toBeLessThan(closer);
    await page.mouse.wheel(0, 400);
    await idle(page);
    expect((await pixelAt(page, x)) / pixel).toBeCloseTo(1, 2);
    expect(Math.abs((await instantAt(page, x)) - under)).toBeLessThan(pixel);
  });

  test('zooms in on a double click, and out with Alt', async ({ page }) => {
    await openPage(page);
    const { x, y } = await middleOf(page);
    const before = (await timelineOn(page)).layout.scale;
    const lengthOf = ({ window, warp }: typeof before): number => warp.toWarped(window.end) - warp.toWarped(window.start);
    await page.mouse.dblclick(x, y);
    const closer = (await timelineOn(page)).layout.scale;
    expect(lengthOf(closer) / lengthOf(before)).toBeCloseTo(1 / 2, 2);
    await page.keyboard.down('Alt');
    await page.mouse.dblclick(x, y);
    await page.keyboard.up('Alt');
    expect(lengthOf((await timelineOn(page)).layout.scale) / lengthOf(before)).toBeCloseTo(1, 2);
  });

  test('pans with the hand that drags it', async ({ page }) => {
    await openPage(page, 'v=1&window=2026-02-02..2026-02-07');
    const { x, y } = await middleOf(page);
    const held = await instantAt(page, x);
    await dragged(page, { x, y }, -160);
    expect(Math.abs((await instantAt(page, x - 160)) - held)).toBeLessThan(await pixelAt(page, x - 160));
  });

  test('shows hours and centuries', async ({ page }) => {
    await openPage(page, 'v=1&window=2026-02-04..2026-02-05');
    const { x, y } = await middleOf(page);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -1200);
    await idle(page);
    const hours = (await viewOf(page)).window;
    expect((hours?.end ?? 0) - (hours?.start ?? 0)).toBeLessThan(DAY / 8);
    expect(hours?.start).toBeGreaterThan(day('2026-02-04'));

    await page.getByRole('radio', { name: 'True scale' }).click();
    for (let notch = 0; notch < 5; notch += 1) {
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, 1500);
    }
    await idle(page);
    const centuries = (await viewOf(page)).window;
    expect((centuries?.end ?? 0) - (centuries?.start ?? 0)).toBeGreaterThan(200 * 365 * DAY);
    await expect(titlesOf(page)).toHaveCount(11);
  });

  test('comes back whole with “Fit all events”', async ({ page }) => {
    await openPage(page, 'v=1&window=2026-02-04..2026-02-05');
    await page.getByRole('button', { name: 'Fit all events' }).click();
    expect((await viewOf(page)).window).toBeUndefined();
  });

  test('fills the stage and gives it back', async ({ page }) => {
    await openPage(page);
    const before = (await timelineOn(page)).box.height;
    await page.getByRole('button', { name: 'Enlarge the timeline' }).click();
    await expect(page.getByRole('region', { name: 'Map', exact: true })).toHaveCount(0);
    expect((await timelineOn(page)).box.height).toBeGreaterThan(1.5 * before);
    await page.getByRole('region', { name: 'Timeline' }).getByRole('button', { pressed: true, name: /map|again|reduce/i }).click();
    await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
  });

  test('moves only as far as needed to show an event selected in the list', async ({ page }) => {
    await openPage(page, 'v=1&window=2026-02-02..2026-02-05');
    const before = (await viewOf(page)).window;
    await page.keyboard.press('End');
    await idle(page);
    const after = (await viewOf(page)).window;
    expect(after?.start).toBeGreaterThan(before?.start ?? Infinity);
    expect(after?.start).toBeLessThan(day('2026-02-05'));
    const { layout, box } = await timelineOn(page);
    const spot = await timelineSpotOf(page, 'talks-oman');
    expect(spot.x - box.x).toBeGreaterThan(layout.plot.x);
    expect(spot.x - box.x).toBeLessThan(layout.plot.x + layout.plot.width);
  });
});
